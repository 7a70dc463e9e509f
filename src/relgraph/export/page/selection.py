"""What of a graph goes on the page: all of it, or of a very large one the part that is told most."""

from collections import Counter
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from relgraph.graph.model import Graph, GraphEvent, GraphRelation

# Beyond these the page gets too large to hand on, and slow to open.
MAX_NODES = 10_000
MAX_EVENTS = 40_000


def weights(graph: Graph) -> dict[str, int]:
    """For each node, in how many events it is a party, a place or a topic, and in how many relations it stands."""
    counts = Counter({node.id: 0 for node in graph.nodes})
    for event in graph.events:
        counts.update({*event.actors, *event.recipients, *event.places, *event.topics})
    for relation in graph.relations:
        counts.update({relation.subject, relation.object})
    return dict(counts)


def select(graph: Graph, max_nodes: int = MAX_NODES, max_events: int = MAX_EVENTS) -> Graph:
    """What lies between the `max_nodes` heaviest nodes of `graph`, with the `max_events` events that most articles tell."""
    if len(graph.nodes) <= max_nodes and len(graph.events) <= max_events:
        return graph
    weight = weights(graph)
    kept = {node.id for node in sorted(graph.nodes, key=lambda node: (-weight[node.id], node.id))[:max_nodes]}
    inside = [event for event in graph.events if kept.issuperset(event.actors + event.recipients)]
    most_told = sorted(inside, key=lambda event: (-len(event.claims), event.id))[:max_events]
    events = tuple(sorted(most_told, key=lambda event: event.id))
    return keep(replace(graph, events=events), kept.__contains__, kept)


def keep(graph: Graph, wanted: Callable[[str], bool], always: AbstractSet[str] = frozenset()) -> Graph:
    """The events and relations whose parties are all wanted, with the entities and articles that they name.

    So topics, places and speakers stay too: nothing on the page lacks a name. Entities in `always` stay without any.
    """
    events = tuple(event for event in graph.events if all(map(wanted, event.actors + event.recipients)))
    relations = tuple(r for r in graph.relations if wanted(r.subject) and wanted(r.object))
    compared = {key for relation in relations for key in relation.agrees + relation.contradicts}
    known = tuple(relation for relation in graph.known if relation.id in compared)
    statements: tuple[GraphEvent | GraphRelation, ...] = (*events, *relations, *known)
    named = set(always).union(*(_named(statement) for statement in statements))
    # An entity is shown with the state that it acts for, which so needs a name as well.
    named |= {node.state for node in graph.nodes if node.id in named and node.state is not None}
    articles = {claim.article for statement in statements for claim in statement.claims}
    return replace(
        graph,
        sources=tuple(source for source in graph.sources if source.id in articles),
        nodes=tuple(node for node in graph.nodes if node.id in named),
        events=events,
        relations=relations,
        known=known,
    )


def _named(statement: GraphEvent | GraphRelation) -> Iterator[str]:
    if isinstance(statement, GraphEvent):
        yield from statement.actors + statement.recipients + statement.places + statement.topics
        yield from statement.actor_states + statement.recipient_states
    else:
        yield from (statement.subject, statement.object)
    for claim in statement.claims:
        yield from claim.via
        if claim.speaker is not None:
            yield claim.speaker
