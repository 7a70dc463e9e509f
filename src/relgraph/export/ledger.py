"""What a build keeps of each article beside the graph: that it was read, and what was dropped from it."""

from dataclasses import dataclass
from hashlib import sha256

from relgraph.model import Extraction, Refusal


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """One article: its id, the sha256 of its text (title, line break, body) and the candidates that were dropped."""

    id: str
    sha256: str
    refused: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class InputRecord:
    """An input that could not be read at all: where (a file, or file:line) and why."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """All of a build, in any order."""

    articles: tuple[ArticleRecord, ...] = ()
    inputs: tuple[InputRecord, ...] = ()


def record(extraction: Extraction) -> ArticleRecord:
    """What the ledger keeps of one extraction."""
    content = sha256(extraction.article.full.encode("utf-8", "surrogatepass")).hexdigest()
    return ArticleRecord(extraction.article.id, content, extraction.refused)
