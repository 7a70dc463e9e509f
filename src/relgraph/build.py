"""`relgraph build` and `relgraph extract` as functions: inputs to extractions, extractions to an output folder."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from relgraph.export.folder import write_folder
from relgraph.export.ledger import ArticleRecord, InputRecord, Ledger, record
from relgraph.extract.mention import entity_of
from relgraph.graph.merge import merge
from relgraph.graph.terms import DEFAULT_BASE
from relgraph.knowledge.world import load_world
from relgraph.model import Article, Extraction, Graph
from relgraph.read import ReadOptions, Refused, read_inputs
from relgraph.workers import extract_all

Warn = Callable[[Refused], None]


@dataclass(frozen=True, slots=True)
class Options:
    """How to read and extract: defaults for the articles, worker processes, tables over the seeds, base of the IRIs."""

    read: ReadOptions = field(default_factory=ReadOptions)
    workers: int = 1
    seeds: tuple[Path, ...] = ()
    base: str = DEFAULT_BASE


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: the graph, and how many articles were read and inputs refused."""

    graph: Graph
    articles: int
    refused: int


def extractions(inputs: Sequence[str], options: Options, warn: Warn) -> Iterator[Extraction]:
    """The extraction of every article of the inputs, in their order; each refused input is told to `warn`.

    Raises DataError for faulty seed tables before the first article is read.
    """
    load_world(options.seeds)

    def articles() -> Iterator[Article]:
        for item in read_inputs(inputs, options.read):
            if isinstance(item, Refused):
                warn(item)
            else:
                yield item

    for result in extract_all(articles(), workers=options.workers, seeds=options.seeds):
        if isinstance(result, Extraction):
            yield result
        else:
            article, fault = result
            warn(Refused(f"article {article.id}", fault))


def build(inputs: Sequence[str], output: Path, options: Options, warn: Warn) -> Built:
    """Builds the graph of the inputs into an output folder."""
    refused: list[Refused] = []
    records: list[ArticleRecord] = []

    def note(item: Refused) -> None:
        refused.append(item)
        warn(item)

    def recorded() -> Iterator[Extraction]:
        for extraction in extractions(inputs, options, note):
            records.append(record(extraction))
            yield extraction

    known = {e.id: entity_of(e) for e in load_world(options.seeds).countries.values()}
    graph = merge(recorded(), known)
    ledger = Ledger(tuple(records), tuple(InputRecord(r.where, r.reason) for r in refused))
    write_folder(graph, ledger, output, base=options.base)
    return Built(graph, len(records), len(refused))
