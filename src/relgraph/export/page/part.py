"""Part of a graph as a page of its own: what lies around an entity, what happened in a stretch of time."""

from dataclasses import dataclass, replace
from difflib import get_close_matches

from relgraph.errors import UsageError
from relgraph.export.page.selection import keep
from relgraph.graph.model import Graph, GraphEvent, GraphRelation, Node
from relgraph.graph.pairs import pairs
from relgraph.text.fold import squeeze


@dataclass(frozen=True, slots=True)
class Part:
    """`focus` is the id of an entity, with all within `hops` lines of it; `since` and `until` are ISO days, inclusive.

    An event or relation without a date of its own counts by the days on which articles told it.
    """

    focus: str | None = None
    hops: int = 2
    since: str | None = None
    until: str | None = None


def part_of(graph: Graph, part: Part) -> Graph:
    """The part of `graph`; all of it where nothing is asked for."""
    if part.since is not None or part.until is not None:
        published = {source.id: source.published for source in graph.sources}

        def within(said: GraphEvent | GraphRelation) -> bool:
            told = {published.get(claim.article) for claim in said.claims}
            periods = _periods(said) or [(day, day) for day in told if day is not None]
            return any(_meet(period, part.since, part.until) for period in periods)

        events, relations = filter(within, graph.events), filter(within, graph.relations)
        graph = keep(replace(graph, events=tuple(events), relations=tuple(relations)), lambda _: True)
    if part.focus is not None:
        near = neighbourhood(graph, part.focus, part.hops)
        graph = keep(graph, near.__contains__, {part.focus})
    return graph


def _periods(said: GraphEvent | GraphRelation) -> list[tuple[str | None, str | None]]:
    """From when to when it happened or held, if that is known; None is an end that is open."""
    if isinstance(said, GraphEvent):
        return [] if said.date is None else [(said.date, said.date)]
    return [] if said.start is None and said.end is None else [(said.start, said.end)]


def _meet(period: tuple[str | None, str | None], since: str | None, until: str | None) -> bool:
    first, last = period
    begun = until is None or first is None or _first(first) <= until
    return begun and (since is None or last is None or _last(last) >= since)


def _first(date: str) -> str:
    return (date + "-01-01"[len(date) - 4 :])[:10]


def _last(date: str) -> str:
    # As text, every last day of a month comes before a 31st or is one.
    return (date + "-12-31"[len(date) - 4 :])[:10]


def neighbourhood(graph: Graph, focus: str, hops: int) -> set[str]:
    """The entities that at most `hops` events or relations lie between and `focus`, itself included."""
    near = {focus}
    lines = [pair for event in graph.events for pair in pairs(event)]
    lines += [
        (party, topic) for event in graph.events for party in event.actors + event.recipients for topic in event.topics
    ]
    lines += [(relation.subject, relation.object) for relation in graph.relations]
    for _ in range(hops):
        near |= {end for line in lines if not near.isdisjoint(line) for end in line}
    return near


def find_entity(graph: Graph, wanted: str) -> Node:
    """The entity of that id, or of that name in either language; UsageError where none or several have it."""
    by_id = next((node for node in graph.nodes if node.id == wanted), None)
    if by_id is not None:
        return by_id
    name = squeeze(wanted)
    for names in (_labels, _wordings):
        found = [node for node in graph.nodes if name in {squeeze(text) for text in names(node)}]
        if len(found) == 1:
            return found[0]
        if found:
            choices = ", ".join(f"{node.id} ({node.type})" for node in found[:8])
            raise UsageError(f"several entities are named {wanted!r}; give the id of one: {choices}")
    raise UsageError(f"no entity of the graph is named {wanted!r}; {_hint(graph, wanted)}")


def _hint(graph: Graph, wanted: str) -> str:
    known = {label: node.id for node in graph.nodes for label in (node.id, *_labels(node))}
    near = get_close_matches(wanted, sorted(known), n=3)
    meant = ", ".join(f"{label} ({known[label]})" if label != known[label] else label for label in near)
    return f"did you mean {meant}?" if near else "give its id, or a name as the page shows it"


def _labels(node: Node) -> tuple[str, ...]:
    return tuple(label for label in (node.label_fa, node.label_en) if label is not None)


def _wordings(node: Node) -> tuple[str, ...]:
    return node.surfaces
