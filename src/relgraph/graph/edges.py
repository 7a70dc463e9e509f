"""Direct edges: the short form of what isn't mere hearsay, beside the full statement with its claims.

An edge is drawn when the statement is actual and an outlet says so in its own voice, or one of the parties that act
does, or two independent outlets pass it on. Claims that the article itself doubts carry no weight.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from relgraph.graph.independence import independent_outlets
from relgraph.graph.model import Claim, Graph, GraphEvent, GraphRelation, Node, Source
from relgraph.graph.pairs import is_mutual, pairs, state_pairs
from relgraph.graph.periods import covers
from relgraph.model import SYMMETRIC, EventType

# The local name of the property that says, of two parties, that such an event happened between them.
EDGE_NAME: dict[EventType, str] = {
    "AGREE": "agreedWith",
    "CONSULT": "consulted",
    "SUPPORT": "supported",
    "CONCEDE": "concededTo",
    "COOPERATE": "cooperatedWith",
    "AID": "aided",
    "RETREAT": "deescalatedTowards",
    "REQUEST": "requestedOf",
    "ACCUSE": "accused",
    "REJECT": "rejected",
    "THREATEN": "threatened",
    "PROTEST": "protestedAgainst",
    "SANCTION": "sanctioned",
    "MOBILIZE": "mobilizedAgainst",
    "COERCE": "coerced",
    "ASSAULT": "assaulted",
}
# An observer, candidate or former member is none.
_MEMBERSHIPS = frozenset({None, "full", "temporary"})


@dataclass(frozen=True, slots=True, order=True)
class DirectEdge:
    """`subject` and `object` are entity ids, `name` is the local name of a property."""

    subject: str
    name: str
    object: str


@dataclass(frozen=True, slots=True)
class _Witnesses:
    """What is needed to weigh claims."""

    sources: Mapping[str, Source]
    nodes: Mapping[str, Node]
    known: Mapping[str, GraphRelation]
    as_of: str | None


def direct_edges(graph: Graph) -> tuple[DirectEdge, ...]:
    """Every direct edge of the graph once, sorted."""
    witnesses = _Witnesses(
        sources={source.id: source for source in graph.sources},
        nodes={node.id: node for node in graph.nodes},
        known={relation.id: relation for relation in graph.known},
        as_of=graph.as_of,
    )
    edges: set[DirectEdge] = set()
    for event in graph.events:
        edges.update(_event_edges(event, witnesses))
    for relation in graph.relations:
        if _holds_now(relation, witnesses):
            edges.add(DirectEdge(relation.subject, relation.predicate, relation.object))
    return tuple(sorted(edges))


def _event_edges(event: GraphEvent, witnesses: _Witnesses) -> Iterator[DirectEdge]:
    parties = event.actors + event.recipients if is_mutual(event.type, event.mode) else event.actors
    if event.status != "actual" or not _attested(event.claims, parties, witnesses):
        return
    name = EDGE_NAME[event.type]
    for one, other in (*pairs(event), *state_pairs(event)):
        yield DirectEdge(one, name, other)
        if event.type in SYMMETRIC:
            yield DirectEdge(other, name, one)


def _holds_now(relation: GraphRelation, witnesses: _Witnesses) -> bool:
    if relation.status != "actual" or not _is_in(relation) or not _is_current(relation, witnesses):
        return False
    return _attested(relation.claims, (relation.subject, relation.object), witnesses)


def _is_in(relation: GraphRelation) -> bool:
    """Whether it says that somebody is in an office or a body, rather than near it or no longer."""
    if relation.predicate == "memberOf":
        return relation.qualifier in _MEMBERSHIPS
    return not (relation.predicate == "represents" and (relation.qualifier or "").startswith("former "))


def _is_current(relation: GraphRelation, witnesses: _Witnesses) -> bool:
    """Open on the day of the graph, by its own dates and those of the tables where they bear it out."""
    if witnesses.as_of is None:
        return relation.end is None
    tables = [witnesses.known[each] for each in relation.agrees if each in witnesses.known]
    if tables and not any(covers(each.start, each.end, witnesses.as_of) for each in tables):
        return False
    return covers(relation.start, relation.end, witnesses.as_of)


def _attested(claims: Iterable[Claim], parties: tuple[str, ...], witnesses: _Witnesses) -> bool:
    believed = [claim for claim in claims if claim.stance != "doubts"]
    if any(claim.speaker is None or _speaks_for(claim.speaker, parties, witnesses) for claim in believed):
        return True
    return independent_outlets(believed, witnesses.sources) >= 2


def _speaks_for(speaker: str, parties: tuple[str, ...], witnesses: _Witnesses) -> bool:
    node = witnesses.nodes.get(speaker)
    return speaker in parties or (node is not None and node.state in parties)
