"""Part of a graph as a page of its own: what lies around an entity, what happened in a stretch of time."""

from dataclasses import dataclass, replace

from relgraph.errors import UsageError
from relgraph.export.page.links import pairs
from relgraph.export.page.selection import keep
from relgraph.model import Graph, GraphEvent, Node
from relgraph.text.fold import squeeze


@dataclass(frozen=True, slots=True)
class Part:
    """`focus` is the id of an entity, with all within `hops` lines of it; `since` and `until` are ISO days, inclusive."""

    focus: str | None = None
    hops: int = 2
    since: str | None = None
    until: str | None = None


def part_of(graph: Graph, part: Part) -> Graph:
    """The part of `graph`; all of it where nothing is asked for. With a time, events without a date are left out."""
    if part.since is not None or part.until is not None:
        events = tuple(event for event in graph.events if _within(event, part.since, part.until))
        graph = keep(replace(graph, events=events), lambda _: True)
    if part.focus is not None:
        near = neighbourhood(graph, part.focus, part.hops)
        graph = keep(graph, near.__contains__, {part.focus})
    return graph


def _within(event: GraphEvent, since: str | None, until: str | None) -> bool:
    """Whether some day of the event's date lies in the stretch."""
    if event.date is None:
        return False
    first = (event.date + "-01-01")[:10] if len(event.date) == 4 else (event.date + "-01")[:10]
    last = (event.date + "-12-31")[:10] if len(event.date) == 4 else (event.date + "-31")[:10]
    return (until is None or first <= until) and (since is None or last >= since)


def neighbourhood(graph: Graph, focus: str, hops: int) -> set[str]:
    """The entities that at most `hops` events or relations lie between and `focus`, itself included."""
    near = {focus}
    lines = [pair for event in graph.events for pair in pairs(event)]
    lines += [(party, topic) for event in graph.events for party in event.actors + event.recipients for topic in event.topics]
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
    raise UsageError(f"no entity of the graph is named {wanted!r}; give its id, or a name as the page shows it")


def _labels(node: Node) -> tuple[str, ...]:
    return tuple(label for label in (node.label_fa, node.label_en) if label is not None)


def _wordings(node: Node) -> tuple[str, ...]:
    return node.surfaces
