"""What changed from one graph to another: as RDF Patch for stores, as a short list for people."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from pyoxigraph import Triple

from relgraph.graph.edges import direct_edges
from relgraph.graph.load import read_graph
from relgraph.graph.model import Graph, GraphEvent, GraphRelation, Node, Source
from relgraph.graph.store import read_quads


def patch(old: Path, new: Path) -> Iterator[str]:
    """The lines of an RDF Patch that makes the new graph of the old one, sorted; none where they are equal."""
    before, after = _triples(old), _triples(new)
    if before == after:
        return
    yield "TX ."
    yield from sorted(f"D {triple} ." for triple in before - after)
    yield from sorted(f"A {triple} ." for triple in after - before)
    yield "TC ."


def summary(old: Path, new: Path) -> Iterator[str]:
    """What came (+), went (-) and changed (~), a line each below a heading for each sort; nothing where graphs are equal."""
    before, after = _triples(old), _triples(new)
    if before == after:
        return
    one, other = read_graph(old), read_graph(new)
    names = _Names(other, one)
    yield from _section("articles", one.sources, other.sources, _article)
    yield from _section("entities", one.nodes, other.nodes, names.entity)
    yield from _section("events", one.events, other.events, names.event)
    yield from _section("relations", one.relations, other.relations, names.relation)
    yield from _section("known relations", one.known, other.known, names.relation)
    yield from _edges(one, other, names)
    if one.as_of != other.as_of:
        yield f"as of: {one.as_of} → {other.as_of}"
    yield f"triples: {_count(len(after - before), len(before - after), 0)}"


def _triples(file: Path) -> set[Triple]:
    return {quad.triple for quad in read_quads(file)}


def _count(came: int, went: int, changed: int) -> str:
    parts = ((came, "added"), (went, "removed"), (changed, "changed"))
    return ", ".join(f"{number:,} {word}" for number, word in parts if number)


def _section(title: str, old: Iterable[Any], new: Iterable[Any], name: Callable[[Any], str]) -> Iterator[str]:
    before, after = {each.id: each for each in old}, {each.id: each for each in new}
    came, went = sorted(after.keys() - before.keys()), sorted(before.keys() - after.keys())
    changed = sorted(each for each in before.keys() & after.keys() if before[each] != after[each])
    if came or went or changed:
        yield f"{title}: {_count(len(came), len(went), len(changed))}"
    yield from (f"  + {name(after[each])}" for each in came)
    yield from (f"  - {name(before[each])}" for each in went)
    yield from (f"  ~ {name(after[each])} ({_changes(before[each], after[each])})" for each in changed)


def _changes(before: Any, after: Any) -> str:
    """The fields that differ, with the number of claims where that does."""
    names = [each.name for each in fields(before) if getattr(before, each.name) != getattr(after, each.name)]
    return ", ".join(
        f"claims {len(before.claims)} → {len(after.claims)}"
        if name == "claims" and len(before.claims) != len(after.claims)
        else name
        for name in names
    )


def _edges(old: Graph, new: Graph, names: "_Names") -> Iterator[str]:
    before, after = set(direct_edges(old)), set(direct_edges(new))
    if before == after:
        return
    yield f"direct edges: {_count(len(after - before), len(before - after), 0)}"
    for sign, edges in (("+", after - before), ("-", before - after)):
        for edge in sorted(edges):
            yield f"  {sign} {names.of(edge.subject)} {edge.name} {names.of(edge.object)}"


def _article(source: Source) -> str:
    return " · ".join(part for part in (source.id, _flat(source.title), source.source, source.published) if part)


def _flat(text: str) -> str:
    return " ".join(text.split())


class _Names:
    """What people call the things of two graphs."""

    def __init__(self, *graphs: Graph) -> None:
        self._labels = {
            node.id: node.label_fa or node.label_en or node.id for g in reversed(graphs) for node in g.nodes
        }

    def of(self, identifier: str) -> str:
        return _flat(self._labels.get(identifier, identifier))

    def all(self, identifiers: Iterable[str]) -> str:
        return "، ".join(self.of(each) for each in identifiers) or "—"

    def entity(self, node: Node) -> str:
        return f"{self.of(node.id)} · {node.type} · {node.id}"

    def event(self, event: GraphEvent) -> str:
        what = " ".join(part for part in (event.type, event.mode, event.status, event.date) if part)
        about = f" · {self.all(event.topics)}" if event.topics else ""
        return f"{what}: {self.all(event.actors)} → {self.all(event.recipients)}{about}"

    def relation(self, relation: GraphRelation) -> str:
        time = "–".join((relation.start or "", relation.end or "")).strip("–")
        more = ", ".join(part for part in (relation.qualifier, relation.status, time) if part and part != "actual")
        joined = f"{self.of(relation.subject)} {relation.predicate} {self.of(relation.object)}"
        return f"{joined} ({more})" if more else joined
