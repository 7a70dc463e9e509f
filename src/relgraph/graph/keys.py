"""What makes two tellings one: the exact keys of events, relations and claims."""

from collections.abc import Iterable

from relgraph.graph.ids import digest
from relgraph.graph.model import Claim, GraphEvent, GraphRelation
from relgraph.graph.pairs import is_mutual
from relgraph.model import Article, Event, Relation, Status

_CONFIDENCE_DIGITS = 4


def event_id(event: Event, article: Article) -> str:
    """The id of the event told: type, mode, parties, places, topics, status, date; an undated one is its article's own."""
    return digest(*_event_key(event, event.status, None if event.date else article.id))


def status_id(event: GraphEvent, status: Status) -> str:
    """The id of the same event with another status; of an undated event, as the same article would tell it."""
    return digest(*_event_key(event, status, None if event.date else event.claims[0].article))


def _event_key(event: Event | GraphEvent, status: Status, told_in: str | None) -> tuple[object, ...]:
    actors, recipients = distinct(event.actors), distinct(event.recipients)
    parties = distinct(actors + recipients) if is_mutual(event.type, event.mode) else (actors, recipients)
    what = (event.type, event.mode, parties, distinct(event.places), distinct(event.topics), status, event.date)
    return "event", what, told_in


def relation_id(relation: Relation | GraphRelation, kind: str = "relation") -> str:
    """The id of a relation; `kind` keeps what the seed tables know apart from what articles say."""
    ends = (relation.subject, relation.predicate, relation.object)
    return digest(kind, ends, relation.qualifier, relation.status, relation.start, relation.end)


def claim_of(told: Event | Relation, article: Article, statement: str) -> Claim:
    """An article's telling as a claim to the event or relation `statement`."""
    evidence = (told.evidence.start, told.evidence.end)
    return Claim(
        id=digest("claim", statement, article.id, told.speaker, told.rule, evidence),
        statement=statement,
        article=article.id,
        speaker=told.speaker,
        via=distinct(told.via),
        stance=told.stance,
        rule=told.rule,
        confidence=round(told.confidence, _CONFIDENCE_DIGITS),
        evidence=told.evidence,
        sentence=told.sentence,
        marks=tuple(sorted(set(told.marks))),
    )


def claim_rank(claim: Claim) -> tuple[bool, float, int, int, str]:
    """Of several tellings in one article: its own voice before a quoted one, then the surer, then the earlier."""
    return claim.speaker is not None, -claim.confidence, claim.evidence.start, claim.evidence.end, repr(claim)


def distinct(values: Iterable[str]) -> tuple[str, ...]:
    """Each value once, sorted."""
    return tuple(sorted(set(values)))
