"""What all articles say together: the same event told twice is one event with two claims.

Two tellings are one event when they agree exactly on type, mode, parties, places, topics, status and date. Undated
events are never taken for one another across articles. The result doesn't depend on the order of the extractions, and
without an article it is exactly the graph of the others.
"""

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from relgraph.graph.against_seeds import compared
from relgraph.graph.background import Background
from relgraph.graph.copies import find_copies, sketch
from relgraph.graph.denials import with_denials
from relgraph.graph.keys import claim_of, claim_rank, distinct, event_id, relation_id
from relgraph.graph.model import Claim, Graph, GraphEvent, GraphRelation, Source
from relgraph.graph.nodes import NodeDraft
from relgraph.graph.periods import period
from relgraph.model import Article, Entity, Event, Extraction, Relation

NO_BACKGROUND = Background()
# Undated articles come last among copies.
_LATE = "9999"


def merge(
    extractions: Iterable[Extraction], background: Background = NO_BACKGROUND, *, as_of: str | None = None
) -> Graph:
    """One graph of all that the articles say, every tuple in it sorted.

    `background` adds what the seed tables know of its entities. `as_of` is the ISO day on which relations count as
    current: by default that of the newest article.
    """
    draft = _Draft()
    for extraction in extractions:
        draft.add(extraction)
    return draft.graph(background, as_of)


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
            places=distinct(event.places),
            date=event.date,
            topics=distinct(event.topics),
            status=event.status,
            claims=_by_id(self.claims.values()),
        )

    def _states_of(self, parties: tuple[str, ...]) -> tuple[str, ...]:
        return distinct(state for party in parties for state in self.states.get(party, ()))


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
    sketches: dict[str, array[int]] = field(default_factory=dict)
    nodes: dict[str, NodeDraft] = field(default_factory=dict)
    events: dict[str, _EventDraft] = field(default_factory=dict)
    relations: dict[str, _RelationDraft] = field(default_factory=dict)

    def add(self, extraction: Extraction) -> None:
        article = extraction.article
        self.sources[article.id] = _source(article)
        self.sketches[article.id] = sketch(article.full)
        entities = {entity.id: entity for entity in extraction.entities}
        for entity in extraction.entities:
            self.node(entity)
        for event in extraction.events:
            self._add_event(event, article, entities)
        for relation in extraction.relations:
            identifier = relation_id(relation)
            _keep_better(
                self.relations.setdefault(identifier, _RelationDraft(relation)).claims, relation, article, identifier
            )

    def node(self, entity: Entity | None) -> None:
        if entity is not None:
            self.nodes.setdefault(entity.id, NodeDraft()).add(entity)

    def _add_event(self, event: Event, article: Article, entities: Mapping[str, Entity]) -> None:
        identifier = event_id(event, article)
        draft = self.events.setdefault(identifier, _EventDraft(event))
        draft.sides.add((distinct(event.actors), distinct(event.recipients)))
        for party in (*event.actors, *event.recipients):
            state = _state_of(entities.get(party))
            if state is not None:
                draft.states.setdefault(party, set()).add(state)
        _keep_better(draft.claims, event, article, identifier)

    def graph(self, background: Background, as_of: str | None) -> Graph:
        events = tuple(self.events[key].finish(key) for key in sorted(self.events))
        relations = self._compared(background)
        sources = self._sources(background)
        known = self._known(background)
        return Graph(
            sources=sources,
            nodes=tuple(self.nodes[key].finish() for key in sorted(self.nodes)),
            events=with_denials(events),
            relations=relations,
            known=known,
            as_of=as_of or max((period(s.published).latest for s in sources if s.published), default=None),
        )

    def _compared(self, background: Background) -> tuple[GraphRelation, ...]:
        """The relations beside what the tables know; whom these name as holder of an office becomes a node."""
        found = []
        for key in sorted(self.relations):
            relation = self.relations[key].finish(key)
            published = (self.sources[claim.article].published for claim in relation.claims)
            days = [relation.start] if relation.start else [day for day in published if day]
            marked, others = compared(relation, [period(day).earliest for day in days], background)
            found.append(marked)
            for person in others:
                self.node(background.entity(person))
        return tuple(found)

    def _known(self, background: Background) -> tuple[GraphRelation, ...]:
        """What the tables know between the nodes; states acted for and bodies served in become nodes of their own."""
        states = {state for event in self.events.values() for each in event.states.values() for state in each}
        for state in sorted(states - self.nodes.keys()):
            self.node(background.entity(state))
        tenures = [tenure for key in sorted(self.nodes) for tenure in background.tenures(key)]
        for tenure in tenures:
            if tenure.object not in self.nodes:
                self.node(background.entity(tenure.object))
        between = (
            relation
            for table in (background.memberships, background.parties)
            for key in self.nodes
            for relation in table.get(key, ())
            if relation.object in self.nodes
        )
        found = {relation.id: relation for relation in (*tenures, *between)}
        return tuple(found[key] for key in sorted(found))

    def _sources(self, background: Background) -> tuple[Source, ...]:
        together = {frozenset(event.claims) for event in self.events.values()}
        together |= {frozenset(relation.claims) for relation in self.relations.values()}
        rank = {key: (source.published or _LATE, key) for key, source in self.sources.items()}
        copies = find_copies(self.sketches, together, rank)
        return tuple(self._finished(key, background, copies.get(key)) for key in sorted(self.sources))

    def _finished(self, key: str, background: Background, copy_of: str | None) -> Source:
        source = self.sources[key]
        outlet = background.outlet(source.source)
        if outlet is not None and outlet not in self.nodes:
            self.node(background.entity(outlet))
        return replace(source, outlet=outlet, copy_of=copy_of)


def _keep_better(claims: dict[str, Claim], told: Event | Relation, article: Article, statement: str) -> None:
    """One claim an article."""
    claim = claim_of(told, article, statement)
    claims[article.id] = min(claim, claims.get(article.id, claim), key=claim_rank)


def _source(article: Article) -> Source:
    return Source(article.id, article.title, article.published, article.source, article.url, article.language)


def _state_of(entity: Entity | None) -> str | None:
    """A country acts for itself."""
    if entity is None:
        return None
    return entity.id if entity.type == "country" else entity.state


def _by_id(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=lambda claim: claim.id))
