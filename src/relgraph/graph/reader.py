"""From triples back to the values that they were made of: the inverse of `relgraph.graph.rdf`."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from pyoxigraph import Literal, NamedNode

from relgraph.graph import terms
from relgraph.graph.ids import unquote_id
from relgraph.graph.model import Claim, Graph, GraphEvent, GraphRelation, Node, Source
from relgraph.graph.periods import Precision, date_of
from relgraph.model import EntityType, EventType, Mark, Predicate, Quote, Stance, Status

type Fact = tuple[object, NamedNode, object]
type _Values = dict[str, list[str]]


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


def graph_of(facts: Iterable[Fact]) -> Graph:
    """The graph behind its triples, which may come in any order; ValueError if one that it needs is missing."""
    return _Reader(facts).graph()


class _Reader:
    """The triples by subject and predicate, every term as its string: IRIs and literals can't be confused here."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._subjects: dict[str, _Values] = {}
        self._labels: dict[tuple[str, str], str] = {}
        for subject, predicate, value in facts:
            if not isinstance(subject, NamedNode) or not isinstance(value, NamedNode | Literal):
                continue
            values = self._subjects.setdefault(subject.value, {}).setdefault(predicate.value, [])
            values.append(value.value)
            if predicate == terms.PREF_LABEL and isinstance(value, Literal) and value.language:
                self._labels[subject.value, value.language] = value.value
        self._base = next((iri for iri, _ in self._of_class(terms.GRAPH)), terms.DEFAULT_BASE)

    def graph(self) -> Graph:
        claims = self._claims()
        relations = _sorted(self._relation(iri, facts, claims) for iri, facts in self._of_class(terms.RELATION))
        return Graph(
            sources=_sorted(self._source(iri, facts) for iri, facts in self._of_class(terms.ARTICLE)),
            nodes=_sorted(self._node(iri, facts) for iri, facts in self._of_class(terms.ENTITY)),
            events=_sorted(self._event(iri, facts, claims) for iri, facts in self._of_class(terms.EVENT)),
            relations=tuple(relation for relation in relations if relation.source is None),
            known=tuple(relation for relation in relations if relation.source is not None),
            as_of=next((_one(facts, terms.AS_OF) for _, facts in self._of_class(terms.GRAPH)), None),
        )

    def _of_class(self, kind: NamedNode) -> Iterator[tuple[str, _Values]]:
        for iri, facts in self._subjects.items():
            if kind.value in facts.get(terms.TYPE.value, ()):
                yield iri, facts

    def _id(self, iri: str, folder: str = "") -> str:
        return unquote_id(iri.removeprefix(self._base + folder))

    def _ids(self, facts: _Values, predicate: NamedNode, folder: str = "") -> tuple[str, ...]:
        return tuple(sorted({self._id(iri, folder) for iri in facts.get(predicate.value, ())}))

    def _entity(self, facts: _Values, predicate: NamedNode, folder: str = "") -> str | None:
        return next(iter(self._ids(facts, predicate, folder)), None)

    def _source(self, iri: str, facts: _Values) -> Source:
        outlet = _one(facts, terms.PUBLISHER)
        return Source(
            id=self._id(iri, "article/"),
            title=_need(facts, terms.TITLE),
            published=_one(facts, terms.ISSUED),
            source=None if outlet is None else _need(self._subjects[outlet], terms.NAME),
            url=_one(facts, terms.URL),
            language=_one(facts, terms.LANGUAGE),
            outlet=None if outlet is None else self._entity(self._subjects[outlet], terms.EXACT_MATCH),
            copy_of=self._entity(facts, terms.COPY_OF, "article/"),
        )

    def _node(self, iri: str, facts: _Values) -> Node:
        wikidata = _one(facts, terms.EXACT_MATCH)
        latitude, longitude = _one(facts, terms.LATITUDE), _one(facts, terms.LONGITUDE)
        return Node(
            id=self._id(iri),
            type=_kind(facts, _ENTITY_TYPES),
            label_fa=self._labels.get((iri, "fa")),
            label_en=self._labels.get((iri, "en")),
            surfaces=tuple(sorted(set(facts.get(terms.SURFACE.value, ())))),
            romanised=_one(facts, terms.ROMANISED) is not None,
            wikidata=None if wikidata is None else unquote_id(wikidata.removeprefix(terms.WIKIDATA)),
            iso2=_one(facts, terms.ISO2),
            state=self._entity(facts, terms.STATE),
            sector=_one(facts, terms.SECTOR),
            latitude=None if latitude is None else float(latitude),
            longitude=None if longitude is None else float(longitude),
            seeded=_one(facts, terms.SEEDED) is not None,
        )

    def _event(self, iri: str, facts: _Values, claims: dict[str, list[Claim]]) -> GraphEvent:
        mode = _one(facts, terms.MODE)
        return GraphEvent(
            id=self._id(iri, "event/"),
            type=_kind(facts, _EVENT_TYPES),
            mode=None if mode is None else unquote_id(mode.removeprefix(terms.RG)),
            actors=self._ids(facts, terms.ACTOR),
            recipients=self._ids(facts, terms.RECIPIENT),
            actor_states=self._ids(facts, terms.ACTOR_STATE),
            recipient_states=self._ids(facts, terms.RECIPIENT_STATE),
            places=self._ids(facts, terms.PLACE),
            date=_date(facts),
            topics=self._ids(facts, terms.TOPIC),
            status=_STATUSES[_need(facts, terms.HAS_STATUS)],
            claims=_sorted(claims.get(iri, ())),
        )

    def _relation(self, iri: str, facts: _Values, claims: dict[str, list[Claim]]) -> GraphRelation:
        return GraphRelation(
            id=self._id(iri, "relation/"),
            subject=self._id(_need(facts, terms.SUBJECT)),
            predicate=_PREDICATES[_need(facts, terms.HAS_PREDICATE)],
            object=self._id(_need(facts, terms.OBJECT)),
            qualifier=_one(facts, terms.QUALIFIER),
            status=_STATUSES[_need(facts, terms.HAS_STATUS)],
            start=_one(facts, terms.START),
            end=_one(facts, terms.END),
            claims=_sorted(claims.get(iri, ())),
            source=_one(facts, terms.TABLE),
            open=_one(facts, terms.OPEN) is not None,
            agrees=self._ids(facts, terms.AGREES, "relation/"),
            contradicts=self._ids(facts, terms.CONTRADICTS, "relation/"),
        )

    def _claims(self) -> dict[str, list[Claim]]:
        """Claims by the IRI of their event or relation."""
        told: dict[str, list[Claim]] = {}
        for iri, facts in self._of_class(terms.CLAIM):
            event = _one(facts, terms.CLAIM_EVENT)
            folder, statement = ("event/", event) if event else ("relation/", _need(facts, terms.CLAIM_RELATION))
            told.setdefault(statement, []).append(self._claim(iri, facts, self._id(statement, folder)))
        return told

    def _claim(self, iri: str, facts: _Values, statement: str) -> Claim:
        evidence = self._subjects[_need(facts, terms.DERIVED_FROM)]
        stance = _one(facts, terms.HAS_STANCE)
        sentence, sentence_start = _need(evidence, terms.SENTENCE), int(_need(evidence, terms.SENTENCE_START))
        return Claim(
            id=self._id(iri, "claim/"),
            statement=statement,
            article=self._id(_need(evidence, terms.HAS_SOURCE), "article/"),
            speaker=self._entity(facts, terms.SPEAKER),
            via=self._ids(facts, terms.VIA),
            stance=None if stance is None else _STANCES[stance],
            rule=_need(facts, terms.RULE),
            confidence=float(_need(facts, terms.CONFIDENCE)),
            evidence=Quote(
                start=int(_need(evidence, terms.OFFSET)),
                end=int(_need(evidence, terms.OFFSET_END)),
                text=_need(evidence, terms.EXACT),
            ),
            sentence=Quote(sentence_start, sentence_start + len(sentence), sentence),
            marks=tuple(sorted(_mark(text) for text in set(evidence.get(terms.MARK.value, ())))),
            denies=self._ids(facts, terms.DENIES, "event/"),
        )


def _inverse[T](table: dict[T, NamedNode]) -> dict[str, T]:
    return {term.value: value for value, term in table.items()}


_ENTITY_TYPES: dict[str, EntityType] = _inverse(terms.ENTITY_CLASS)
_EVENT_TYPES: dict[str, EventType] = _inverse(terms.EVENT_CLASS)
_STATUSES: dict[str, Status] = _inverse(terms.STATUS)
_STANCES: dict[str, Stance] = _inverse(terms.STANCE)
_PREDICATES: dict[str, Predicate] = _inverse(terms.PREDICATE)
_PRECISIONS: dict[str, Precision] = _inverse(terms.PRECISION)


def _sorted[T: _Identified](values: Iterable[T]) -> tuple[T, ...]:
    return tuple(sorted(values, key=lambda value: value.id))


def _kind[T](facts: _Values, kinds: dict[str, T]) -> T:
    found = sorted(iri for iri in facts[terms.TYPE.value] if iri in kinds)
    if not found:
        raise ValueError(f"a resource has no type of {', '.join(sorted(kinds))}")
    return kinds[found[0]]


def _one(facts: _Values, predicate: NamedNode) -> str | None:
    return min(facts.get(predicate.value, ()), default=None)


def _need(facts: _Values, predicate: NamedNode) -> str:
    value = _one(facts, predicate)
    if value is None:
        raise ValueError(f"a resource lacks {predicate.value}: `relgraph validate` shows which")
    return value


def _date(facts: _Values) -> str | None:
    earliest = _one(facts, terms.EARLIEST)
    return None if earliest is None else date_of(earliest, _PRECISIONS[_need(facts, terms.HAS_PRECISION)])


def _mark(text: str) -> Mark:
    role, _, place = text.rpartition("=")
    start, _, end = place.partition(",")
    return Mark(role, int(start), int(end))
