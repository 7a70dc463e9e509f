"""The graph as the page's script reads it: rows of plain JSON, whose columns `web/src/data.ts` names in the same order.

What recurs stands once: words of the vocabulary in `strings`, entities, articles and sentences by their number. Offsets
are in the units of the browser (UTF-16).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from relgraph.export.page.links import links
from relgraph.export.page.network import network
from relgraph.export.page.selection import select, weights
from relgraph.graph.model import Claim, Graph, GraphEvent, GraphRelation, Node, Source
from relgraph.graph.pairs import is_mutual
from relgraph.model import QUAD_CLASS, EventType, Quote

type Json = dict[str, Any]
type Row = list[Any]


@dataclass(frozen=True, slots=True)
class Start:
    """What the page shows when its address says nothing: its language, and the entity in the middle."""

    language: str = "fa"
    focus: str | None = None


def payload(whole: Graph, texts: Mapping[str, str] | None = None, start: Start | None = None) -> Json:
    """Everything that the page shows. `totals` count the whole graph, also what a very large one leaves out.

    `texts` are whole articles by their id, as all offsets count in them; where one is absent the page has its quoted
    sentences only.
    """
    start = start or Start()
    graph = select(whole)
    lines = links(graph)
    writer = _Writer.of(graph, texts or {})
    return {
        "start": {"language": start.language, "focus": start.focus},
        "totals": {
            "nodes": len(whole.nodes),
            "events": len(whole.events),
            "relations": len(whole.relations),
            "sources": len(whole.sources),
        },
        "nodes": [writer.node(node) for node in graph.nodes],
        "events": [writer.event(event) for event in graph.events],
        "relations": [writer.relation(relation) for relation in graph.relations],
        "known": [writer.known(graph.known[number]) for number in writer.compared()],
        "sources": [writer.source(source) for source in graph.sources],
        "sentences": writer.sentences,
        "strings": list(writer.strings),
        "types": {kind: QUAD_CLASS[kind] for kind in writer.types()},
        "links": [[line.events, line.relations, line.topics] for line in lines],
        "network": network(graph, lines, weights(graph)),
    }


@dataclass(slots=True)
class _Writer:
    """Turns values into rows, and numbers what the rows refer to."""

    entities: dict[str, int]
    articles: dict[str, int]
    numbers: dict[str, int]
    background: dict[str, int]
    texts: Mapping[str, str]
    strings: dict[str, int] = field(default_factory=dict)
    sentences: list[Row] = field(default_factory=list)
    _sentence: dict[tuple[str, int, int, str], int] = field(default_factory=dict)
    _compared: dict[int, int] = field(default_factory=dict)
    _types: set[EventType] = field(default_factory=set)

    @classmethod
    def of(cls, graph: Graph, texts: Mapping[str, str]) -> "_Writer":
        return cls(
            {node.id: number for number, node in enumerate(graph.nodes)},
            {source.id: number for number, source in enumerate(graph.sources)},
            {event.id: number for number, event in enumerate(graph.events)},
            {relation.id: number for number, relation in enumerate(graph.known)},
            texts,
        )

    def types(self) -> list[EventType]:
        return sorted(self._types)

    def node(self, node: Node) -> Row:
        return [
            node.id, self._string(node.type), node.label_fa, node.label_en, int(node.romanised), node.wikidata,
            node.iso2, self._entity(node.state), node.surfaces, node.latitude, node.longitude,
        ]  # fmt: skip

    def event(self, event: GraphEvent) -> Row:
        self._types.add(event.type)
        return [
            event.id, event.type, self._string(event.mode), int(is_mutual(event.type, event.mode)), self._ids(event.actors),
            self._ids(event.recipients), self._ids(event.actor_states), self._ids(event.recipient_states), self._ids(event.places), event.date,
            self._ids(event.topics), self._string(event.status), [self._claim(claim) for claim in event.claims],
        ]  # fmt: skip

    def relation(self, relation: GraphRelation) -> Row:
        return [
            relation.id, self._entity(relation.subject), self._string(relation.predicate),
            self._entity(relation.object), relation.qualifier, self._string(relation.status), relation.start,
            relation.end, [self._claim(claim) for claim in relation.claims],
            self._known(relation.agrees), self._known(relation.contradicts),
        ]  # fmt: skip

    def known(self, relation: GraphRelation) -> Row:
        """What the seed tables know, and where from."""
        return [
            self._entity(relation.subject), self._string(relation.predicate), self._entity(relation.object),
            relation.qualifier, relation.start, relation.end, int(relation.open), self._string(relation.source),
        ]  # fmt: skip

    def compared(self) -> list[int]:
        """The numbers of the known relations that the others refer to, in the order in which they do."""
        return list(self._compared)

    def _known(self, keys: Iterable[str]) -> list[int]:
        found = [self.background[key] for key in keys if key in self.background]
        return [self._compared.setdefault(number, len(self._compared)) for number in found]

    def source(self, source: Source) -> Row:
        return [
            source.id, source.title, source.published, self._string(source.source), source.url, source.language,
            self.texts.get(source.id), None if source.copy_of is None else self.articles.get(source.copy_of),
        ]  # fmt: skip

    def _claim(self, claim: Claim) -> Row:
        evidence = ("evidence", claim.evidence.start, claim.evidence.end)
        roles = [(mark.role, mark.start, mark.end) for mark in claim.marks]
        marks = browser_marks(claim.sentence, [evidence, *roles])
        return [
            self._sentence_of(claim), self._entity(claim.speaker), self._ids(claim.via), self._string(claim.stance),
            claim.confidence, self._string(claim.rule), [v for role, *ends in marks for v in (self._string(role), *ends)],
            [self.numbers[key] for key in claim.denies if key in self.numbers],
        ]  # fmt: skip

    def _sentence_of(self, claim: Claim) -> int:
        """The number of the claim's sentence: where it begins in its article, and its text, or its length in a text that the page has."""
        sentence = claim.sentence
        key = (claim.article, sentence.start, sentence.end, sentence.text)
        if key not in self._sentence:
            text = self.texts.get(claim.article)
            held = text is not None and text[sentence.start : sentence.end] == sentence.text
            start = _utf16(text[: sentence.start]) if text is not None and held else sentence.start
            self._sentence[key] = len(self.sentences)
            self.sentences.append(
                [self.articles.get(claim.article), start, _utf16(sentence.text) if held else sentence.text]
            )
        return self._sentence[key]

    def _string(self, text: str | None) -> int | None:
        return None if text is None else self.strings.setdefault(text, len(self.strings))

    def _entity(self, key: str | None) -> int | None:
        return None if key is None else self.entities.get(key)

    def _ids(self, keys: Iterable[str]) -> list[int]:
        return [self.entities[key] for key in keys if key in self.entities]


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
