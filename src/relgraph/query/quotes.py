"""Is every quote what its article says at that place? In the graph itself, and in the text where it is at hand."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from relgraph.graph import terms
from relgraph.graph.ids import quote_id
from relgraph.graph.literals import clean
from relgraph.graph.model import Claim, Graph, GraphEvent, GraphRelation
from relgraph.graph.rdf import evidence_id
from relgraph.model import Quote
from relgraph.query.finding import Finding
from relgraph.read import ReadOptions, Refused, read_inputs
from relgraph.store.articles import Articles

type Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, how many quotes were compared with their article, and how many articles of the graph had no text."""

    findings: tuple[Finding, ...]
    quotes: int
    absent: int


def texts_of(inputs: Iterable[str], refused: list[Refused]) -> dict[str, str]:
    """The full texts of the articles in files, folders or patterns, by their ids; what can't be read is added to `refused`."""
    texts = {}
    for item in read_inputs(list(inputs), ReadOptions()):
        if isinstance(item, Refused):
            refused.append(item)
        else:
            texts[item.id] = item.full
    return texts


def texts_in_store(store: Path) -> dict[str, str]:
    """The full texts of the articles that a store keeps, by their ids."""
    with Articles.open(store) as articles:
        return {extraction.article.id: extraction.article.full for extraction in articles.extractions()}


def check_quotes(graph: Graph, texts: Texts, base: str) -> Checked:
    """Compares each quote with its sentence, and both with the article where `texts` has it."""
    statements: tuple[GraphEvent | GraphRelation, ...] = (*graph.events, *graph.relations)
    claims = {evidence_id(claim): claim for statement in statements for claim in statement.claims}
    findings = [
        Finding(f"{base}evidence/{quote_id(key)}", path, message)
        for key, claim in claims.items()
        for path, message in _faults(claim, texts.get(claim.article))
    ]
    findings += _titles(graph, texts, base)
    known = [claim for claim in claims.values() if claim.article in texts]
    return Checked(tuple(findings), len(known), sum(source.id not in texts for source in graph.sources))


def _faults(claim: Claim, text: str | None) -> Iterator[tuple[str, str]]:
    quote, sentence = claim.evidence, claim.sentence
    if text is None:
        inside = sentence.start <= quote.start and quote.end <= sentence.end
        if inside and sentence.text[quote.start - sentence.start : quote.end - sentence.start] != quote.text:
            yield terms.EXACT.value, f"{_told(quote.text)} is not what the sentence says at {quote.start}-{quote.end}"
        return
    for path, part in ((terms.EXACT, quote), (terms.SENTENCE, sentence)):
        if _at(text, part) != part.text:
            yield (
                path.value,
                f"{_told(part.text)} is not what the article says at {part.start}-{part.end}: {_told(_at(text, part))}",
            )


def _at(text: str, quote: Quote) -> str:
    return clean(text[quote.start : quote.end])


def _titles(graph: Graph, texts: Texts, base: str) -> Iterator[Finding]:
    for source in graph.sources:
        text = texts.get(source.id)
        if text is not None and not clean(text).startswith(source.title + "\n"):
            yield Finding(
                f"{base}article/{quote_id(source.id)}", terms.TITLE.value, f"{_told(source.title)} is not its title"
            )


def _told(text: str) -> str:
    """A text in a message: on one line, its letters as they are."""
    return json.dumps(text, ensure_ascii=False)
