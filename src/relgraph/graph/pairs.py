"""Who stands to whom in an event: the pairs that become edges and rows."""

from itertools import combinations, product

from relgraph.graph.model import GraphEvent
from relgraph.model import SYMMETRIC, EventType

# Consultations in which one side travels, hosts or mediates: guest and host are not interchangeable.
_DIRECTED_MODES = frozenset({"visit", "host", "mediate"})


def is_mutual(event_type: EventType, mode: str | None) -> bool:
    """Whether the order of the parties says nothing."""
    return event_type in SYMMETRIC and mode not in _DIRECTED_MODES


def pairs(event: GraphEvent) -> tuple[tuple[str, str], ...]:
    """Each pair (actor, recipient) once; of a mutual event each two parties once, those on the actors' side first."""
    return _pairs(event, event.actors, event.recipients)


def state_pairs(event: GraphEvent) -> tuple[tuple[str, str], ...]:
    """The same for the states that the parties act for."""
    return _pairs(event, event.actor_states, event.recipient_states)


def _pairs(event: GraphEvent, actors: tuple[str, ...], recipients: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    if is_mutual(event.type, event.mode):
        return tuple(combinations(dict.fromkeys(actors + recipients), 2))
    return tuple((actor, recipient) for actor, recipient in product(actors, recipients) if actor != recipient)
