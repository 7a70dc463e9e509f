"""The graph for NetworkX: entities as nodes, every event and relation as edges of its own."""

from typing import Any

import networkx as nx

from relgraph.graph.codes import codes
from relgraph.graph.edges import EDGE_NAME
from relgraph.graph.independence import independent_outlets
from relgraph.graph.model import Claim, Graph, GraphEvent, GraphRelation, Node, Source
from relgraph.graph.pairs import pairs
from relgraph.graph.periods import period
from relgraph.model import QUAD_CLASS

type Attributes = dict[str, Any]


def to_networkx(graph: Graph) -> nx.MultiDiGraph:
    """A multigraph whose edge keys are event and relation ids; lists are tuples of ids or texts, absent is None.

    An event is one edge a pair (kind "event"), each pair of a mutual event once. With one party it is an edge from the
    party to each topic (kind "event_topic"), or, without topics, to a node that stands for the event (kind "event").
    docs/networkx.md lists the attributes.
    """
    network = nx.MultiDiGraph()
    sources = {source.id: source for source in graph.sources}
    for node in graph.nodes:
        network.add_node(node.id, **_node(node))
    for event in graph.events:
        _add_event(network, event, _event(event, sources))
    for relation in graph.relations:
        attributes = _relation(relation, sources)
        network.add_edge(relation.subject, relation.object, key=relation.id, kind="relation", **attributes)
    return network


def _add_event(network: nx.MultiDiGraph, event: GraphEvent, attributes: Attributes) -> None:
    joined = pairs(event)
    for one, other in joined:
        network.add_edge(one, other, key=event.id, kind="event", **attributes)
    if joined:
        return
    parties = tuple(dict.fromkeys(event.actors + event.recipients))
    ends = [(party, topic) for party in parties for topic in event.topics if party != topic]
    for party, topic in ends:
        network.add_edge(party, topic, key=event.id, kind="event_topic", **attributes)
    if not ends:
        own = f"event/{event.id}"
        network.add_node(own, kind="event", **attributes)
        for party in parties:
            network.add_edge(party, own, key=event.id, kind="event", **attributes)


def _node(node: Node) -> Attributes:
    return {
        "kind": "entity",
        "type": node.type,
        "label_fa": node.label_fa,
        "label_en": node.label_en,
        "surfaces": node.surfaces,
        "romanised": node.romanised,
        "wikidata": node.wikidata,
        "iso2": node.iso2,
        "state": node.state,
        "sector": node.sector,
        "latitude": node.latitude,
        "longitude": node.longitude,
        "seeded": node.seeded,
    }


def _event(event: GraphEvent, sources: dict[str, Source]) -> Attributes:
    when = None if event.date is None else period(event.date)
    coded = codes(event.type, event.mode, event.status)
    return {
        "type": event.type,
        "name": EDGE_NAME[event.type],
        "mode": event.mode,
        "quad": QUAD_CLASS[event.type],
        "status": event.status,
        "date": event.date,
        "earliest": None if when is None else when.earliest,
        "latest": None if when is None else when.latest,
        "goldstein": None if coded is None else coded.goldstein,
        "actors": event.actors,
        "recipients": event.recipients,
        "actor_states": event.actor_states,
        "recipient_states": event.recipient_states,
        "places": event.places,
        "topics": event.topics,
        **_claims(event.claims, sources),
    }


def _relation(relation: GraphRelation, sources: dict[str, Source]) -> Attributes:
    return {
        "type": relation.predicate,
        "name": relation.predicate,
        "qualifier": relation.qualifier,
        "status": relation.status,
        "start": relation.start,
        "end": relation.end,
        **_claims(relation.claims, sources),
    }


def _claims(claims: tuple[Claim, ...], sources: dict[str, Source]) -> Attributes:
    return {
        "speakers": tuple(sorted({claim.speaker for claim in claims if claim.speaker is not None})),
        "quotes": tuple(claim.evidence.text for claim in claims),
        "published": min((day for claim in claims if (day := _published(claim, sources))), default=None),
        "n_claims": len(claims),
        "n_sources": independent_outlets(claims, sources),
        "confidence": max((claim.confidence for claim in claims), default=0.0),
        "claims": claims,
    }


def _published(claim: Claim, sources: dict[str, Source]) -> str | None:
    source = sources.get(claim.article)
    return None if source is None else source.published
