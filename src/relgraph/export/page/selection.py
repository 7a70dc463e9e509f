"""What of a graph goes on the page: all of it, or of a very large one the part that is told most."""

from collections import Counter
from collections.abc import Iterator

from relgraph.model import Graph, GraphEvent, GraphRelation

# Beyond these a browser gets slow: the network past some thousand nodes, the page past some 20 MB.
MAX_NODES = 2_000
MAX_EVENTS = 20_000


def weights(graph: Graph) -> dict[str, int]:
    """For each node, in how many events it is a party, a place or a topic, and in how many relations it stands."""
    counts = Counter({node.id: 0 for node in graph.nodes})
    for event in graph.events:
        counts.update({*event.actors, *event.recipients, *event.places, *event.topics})
    for relation in graph.relations:
        counts.update({relation.subject, relation.object})
    return dict(counts)


def select(graph: Graph, max_nodes: int = MAX_NODES, max_events: int = MAX_EVENTS) -> Graph:
    """What lies between the `max_nodes` heaviest nodes of `graph`, with the `max_events` events that most articles tell.

    Nodes that a kept statement names as a topic, a place or a speaker stay too: nothing on the page lacks a name.
    """
    if len(graph.nodes) <= max_nodes and len(graph.events) <= max_events:
        return graph
    weight = weights(graph)
    kept = {node.id for node in sorted(graph.nodes, key=lambda node: (-weight[node.id], node.id))[:max_nodes]}
    inside = [event for event in graph.events if kept.issuperset(event.actors + event.recipients)]
    most_told = sorted(inside, key=lambda event: (-len(event.claims), event.id))[:max_events]
    events = tuple(sorted(most_told, key=lambda event: event.id))
    relations = tuple(relation for relation in graph.relations if kept.issuperset((relation.subject, relation.object)))
    statements: tuple[GraphEvent | GraphRelation, ...] = (*events, *relations)
    named = kept.union(*(_named(statement) for statement in statements))
    articles = {claim.article for statement in statements for claim in statement.claims}
    return Graph(
        sources=tuple(source for source in graph.sources if source.id in articles),
        nodes=tuple(node for node in graph.nodes if node.id in named),
        events=events,
        relations=relations,
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
