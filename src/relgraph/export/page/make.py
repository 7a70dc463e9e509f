"""`relgraph page` as a function: a written graph, or part of it, as a page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from relgraph.errors import InputError
from relgraph.export.page.html import render
from relgraph.export.page.part import Part, find_entity, part_of
from relgraph.export.page.payload import Start, payload
from relgraph.export.page.shelf import Shelf
from relgraph.graph.load import read_graph
from relgraph.graph.model import Graph
from relgraph.read import ReadOptions, Refused, read_inputs


@dataclass(frozen=True, slots=True)
class Made:
    """What is on the page that was made."""

    entities: int
    events: int
    relations: int
    articles: int


def make_page(target: Path, output: Path, part: Part, language: str = "fa", articles: Sequence[str] = ()) -> Made:
    """Writes the page of `part` of the graph in an output folder or RDF file; `part.focus` may be an id or a name.

    `articles` are inputs as of a build: the texts of those that the graph quotes are put on the page. InputError where
    the graph or an article can't be read; UsageError for an entity that isn't there.
    """
    graph = read_graph(target)
    if part.focus is not None:
        part = replace(part, focus=find_entity(graph, part.focus).id)
    graph = part_of(graph, part)
    content = render(payload(graph, _texts(graph, articles), Start(language, part.focus)))
    draft = output.with_name(f".{output.name}.part")
    draft.write_bytes(content)
    draft.replace(output)
    return Made(len(graph.nodes), len(graph.events), len(graph.relations), len(graph.sources))


def _texts(graph: Graph, inputs: Sequence[str]) -> dict[str, str]:
    statements = {source.id: 0 for source in graph.sources}
    claims = [claim for event in graph.events for claim in event.claims]
    claims += [claim for relation in graph.relations for claim in relation.claims]
    for claim in claims:
        statements[claim.article] += 1
    shelf = Shelf()
    for item in read_inputs(inputs, ReadOptions()):
        if isinstance(item, Refused):
            raise InputError(item.where, item.reason)
        shelf.put(item.id, item.full, statements.get(item.id, 0))
    return shelf.texts()
