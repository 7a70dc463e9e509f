"""What all articles say together: the same event told twice is one event with two claims.

Two tellings are one event when they agree exactly on type, mode, parties, places, topics, status and date. Undated
events are never taken for one another across articles. The result doesn't depend on the order of the extractions.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from relgraph.graph.ids import digest
from relgraph.graph.nodes import NodeDraft
from relgraph.graph.pairs import is_mutual
from relgraph.model import (
    Article,
    Claim,
    Entity,
    Event,
    Extraction,
    Graph,
    GraphEvent,
    GraphRelation,
    Relation,
    Source,
)

_CONFIDENCE_DIGITS = 4


def merge(extractions: Iterable[Extraction], known: Mapping[str, Entity] | None = None) -> Graph:
    """One graph of all that the articles say, every tuple in it sorted.

    `known` has the facts of countries by id: a state that somebody acts for becomes a node even if no article names it.
    """
    draft = _Draft()
    for extraction in extractions:
        draft.add(extraction)
    draft.add_states(known or {})
    return draft.graph()


def independent_outlets(claims: Iterable[Claim], sources: Mapping[str, Source]) -> int:
    """How many outlets tell this independently of each other; `sources` are the articles by id.

    Articles that pass on the same agency (`via`) count once, as do those of one outlet; without either, each article
    counts.
    """
    return len({_origin(claim, sources) for claim in claims})


def _origin(claim: Claim, sources: Mapping[str, Source]) -> tuple[str, ...]:
    if claim.via:
        return ("via", *claim.via)
    outlet = sources[claim.article].source if claim.article in sources else None
    return ("article", claim.article) if outlet is None else ("outlet", outlet)


# ---- drafts: what is collected before all articles are known


@dataclass(slots=True)
class _EventDraft:
    first: Event
    sides: set[tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=set)
    states: dict[str, set[str]] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)

    def finish(self, identifier: str) -> GraphEvent:
        # Where articles name the same parties in another order, the smallest order is as good as any and always the same.
        actors, recipients = min(self.sides)
        event = self.first
        return GraphEvent(
            id=identifier,
            type=event.type,
            mode=event.mode,
            actors=actors,
            recipients=recipients,
            actor_states=self._states_of(actors),
            recipient_states=self._states_of(recipients),
            places=_sorted(event.places),
            date=event.date,
            topics=_sorted(event.topics),
            status=event.status,
            claims=_by_id(self.claims.values()),
        )

    def _states_of(self, parties: tuple[str, ...]) -> tuple[str, ...]:
        return _sorted(state for party in parties for state in self.states.get(party, ()))


@dataclass(slots=True)
class _RelationDraft:
    first: Relation
    claims: dict[str, Claim] = field(default_factory=dict)

    def finish(self, identifier: str) -> GraphRelation:
        relation = self.first
        return GraphRelation(
            id=identifier,
            subject=relation.subject,
            predicate=relation.predicate,
            object=relation.object,
            qualifier=relation.qualifier,
            status=relation.status,
            start=relation.start,
            end=relation.end,
            claims=_by_id(self.claims.values()),
        )


@dataclass(slots=True)
class _Draft:
    sources: dict[str, Source] = field(default_factory=dict)
    nodes: dict[str, NodeDraft] = field(default_factory=dict)
    events: dict[str, _EventDraft] = field(default_factory=dict)
    relations: dict[str, _RelationDraft] = field(default_factory=dict)

    def add(self, extraction: Extraction) -> None:
        article = extraction.article
        source = _source(article)
        self.sources[article.id] = min(source, self.sources.get(article.id, source), key=_text_key)
        entities = {entity.id: entity for entity in extraction.entities}
        for entity in extraction.entities:
            self.nodes.setdefault(entity.id, NodeDraft()).add(entity)
        for event in extraction.events:
            self._add_event(event, article, entities)
        for relation in extraction.relations:
            identifier = _relation_id(relation)
            _keep_better(
                self.relations.setdefault(identifier, _RelationDraft(relation)).claims, relation, article, identifier
            )

    def _add_event(self, event: Event, article: Article, entities: Mapping[str, Entity]) -> None:
        identifier = _event_id(event, article)
        draft = self.events.setdefault(identifier, _EventDraft(event))
        draft.sides.add((_sorted(event.actors), _sorted(event.recipients)))
        for party in (*event.actors, *event.recipients):
            state = _state_of(entities.get(party))
            if state is not None:
                draft.states.setdefault(party, set()).add(state)
        _keep_better(draft.claims, event, article, identifier)

    def add_states(self, known: Mapping[str, Entity]) -> None:
        """Nodes for the states that parties act for; what articles only mention needs no state beside it."""
        states = {state for event in self.events.values() for each in event.states.values() for state in each}
        for state in sorted(states - self.nodes.keys()):
            if state in known:
                self.nodes.setdefault(state, NodeDraft()).add(known[state])

    def graph(self) -> Graph:
        return Graph(
            sources=tuple(self.sources[key] for key in sorted(self.sources)),
            nodes=tuple(self.nodes[key].finish() for key in sorted(self.nodes)),
            events=tuple(self.events[key].finish(key) for key in sorted(self.events)),
            relations=tuple(self.relations[key].finish(key) for key in sorted(self.relations)),
        )


# ---- keys and claims


def _event_id(event: Event, article: Article) -> str:
    actors, recipients = _sorted(event.actors), _sorted(event.recipients)
    parties = _sorted(actors + recipients) if is_mutual(event.type, event.mode) else (actors, recipients)
    told_in = None if event.date else article.id
    what = (event.type, event.mode, parties, _sorted(event.places), _sorted(event.topics), event.status, event.date)
    return digest("event", what, told_in)


def _relation_id(relation: Relation) -> str:
    ends = (relation.subject, relation.predicate, relation.object)
    return digest("relation", ends, relation.qualifier, relation.status, relation.start, relation.end)


def _keep_better(claims: dict[str, Claim], told: Event | Relation, article: Article, statement: str) -> None:
    """One claim an article: its own voice before a quoted one, then the surer, then the earlier."""
    claim = _claim(told, article, statement)
    claims[article.id] = min(claim, claims.get(article.id, claim), key=_claim_rank)


def _claim(told: Event | Relation, article: Article, statement: str) -> Claim:
    evidence = (told.evidence.start, told.evidence.end)
    return Claim(
        id=digest("claim", statement, article.id, told.speaker, told.rule, evidence),
        statement=statement,
        article=article.id,
        speaker=told.speaker,
        via=_sorted(told.via),
        stance=told.stance,
        rule=told.rule,
        confidence=round(told.confidence, _CONFIDENCE_DIGITS),
        evidence=told.evidence,
        sentence=told.sentence,
        marks=tuple(sorted(set(told.marks))),
    )


def _claim_rank(claim: Claim) -> tuple[bool, float, int, int, str]:
    return claim.speaker is not None, -claim.confidence, claim.evidence.start, claim.evidence.end, repr(claim)


def _source(article: Article) -> Source:
    return Source(article.id, article.title, article.published, article.source, article.url, article.language)


def _state_of(entity: Entity | None) -> str | None:
    """A country acts for itself."""
    if entity is None:
        return None
    return entity.id if entity.type == "country" else entity.state


def _by_id(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=lambda claim: claim.id))


def _sorted(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))


def _text_key(value: object) -> str:
    return repr(value)
