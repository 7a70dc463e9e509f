"""The graph as the page's script reads it: plain JSON, offsets in the units of the browser."""

from collections.abc import Iterable
from typing import Any

from relgraph.export.page.links import links
from relgraph.export.page.network import network
from relgraph.export.page.selection import select, weights
from relgraph.model import QUAD_CLASS, SYMMETRIC, Claim, Graph, GraphEvent, GraphRelation, Node, Quote, Source

type Json = dict[str, Any]


def payload(whole: Graph) -> Json:
    """Everything that the page shows. `totals` count the whole graph, also what a very large one leaves out."""
    graph = select(whole)
    weight = weights(graph)
    lines = links(graph)
    return {
        "totals": {
            "nodes": len(whole.nodes),
            "events": len(whole.events),
            "relations": len(whole.relations),
            "sources": len(whole.sources),
        },
        "sources": [_source(source) for source in graph.sources],
        "nodes": [_node(node, weight[node.id]) for node in graph.nodes],
        "events": [_event(event) for event in graph.events],
        "relations": [_relation(relation) for relation in graph.relations],
        "links": [{"events": line.events, "relations": line.relations, "topics": line.topics} for line in lines],
        "network": network(graph, lines, weight),
    }


def _source(source: Source) -> Json:
    return {
        "id": source.id,
        "title": source.title,
        "published": source.published,
        "source": source.source,
        "url": source.url,
        "language": source.language,
    }


def _node(node: Node, weight: int) -> Json:
    return {
        "id": node.id,
        "type": node.type,
        "fa": node.label_fa,
        "en": node.label_en,
        "romanised": node.romanised,
        "wikidata": node.wikidata,
        "state": node.state,
        "surfaces": node.surfaces,
        "weight": weight,
    }


def _event(event: GraphEvent) -> Json:
    return {
        "id": event.id,
        "type": event.type,
        "quad": QUAD_CLASS[event.type],
        "symmetric": event.type in SYMMETRIC,
        "mode": event.mode,
        "actors": event.actors,
        "recipients": event.recipients,
        "places": event.places,
        "date": event.date,
        "topics": event.topics,
        "status": event.status,
        "claims": [_claim(claim) for claim in event.claims],
    }


def _relation(relation: GraphRelation) -> Json:
    return {
        "id": relation.id,
        "subject": relation.subject,
        "predicate": relation.predicate,
        "object": relation.object,
        "qualifier": relation.qualifier,
        "status": relation.status,
        "start": relation.start,
        "end": relation.end,
        "claims": [_claim(claim) for claim in relation.claims],
    }


def _claim(claim: Claim) -> Json:
    evidence = ("evidence", claim.evidence.start, claim.evidence.end)
    roles = [(mark.role, mark.start, mark.end) for mark in claim.marks]
    return {
        "id": claim.id,
        "article": claim.article,
        "speaker": claim.speaker,
        "via": claim.via,
        "stance": claim.stance,
        "confidence": claim.confidence,
        "sentence": claim.sentence.text,
        "marks": browser_marks(claim.sentence, [evidence, *roles]),
    }


def browser_marks(sentence: Quote, marks: Iterable[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """The marks that lie in the sentence, cut to it and counted from its start in UTF-16 units, as scripts count.

    `marks` are (role, start, end) in code points of the article.
    """
    found = []
    for role, start, end in marks:
        first, last = max(start, sentence.start) - sentence.start, min(end, sentence.end) - sentence.start
        if first < last:
            found.append((role, _utf16(sentence.text[:first]), _utf16(sentence.text[:last])))
    return found


def _utf16(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)
