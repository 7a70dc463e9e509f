"""A relation as a rule finds it, what the rules share, and how it becomes a statement with evidence and speaker."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from relgraph.extract.person import NAMELESS
from relgraph.extract.reading import Clause, Reading, Ref
from relgraph.extract.state import UNMEASURED, quote
from relgraph.knowledge.world import World
from relgraph.model import EntityType, Predicate, Relation, Span, Status

QUOTES = frozenset({"«", "»", '"', "“", "”", "'"})


@dataclass(frozen=True, slots=True)
class Stated:
    """The triple, what qualifies it, and where the text says so."""

    rule: str
    subject: str
    predicate: Predicate
    object: str
    span: Span
    qualifier: str | None = None
    status: Status = "actual"
    start: str | None = None
    end: str | None = None


def relation_of(reading: Reading, world: World, stated: Stated) -> Relation:
    """The statement: its evidence quoted, told by whoever tells the clause that it stands in."""
    span = stated.span
    sentence = next(s for s in reading.sentences if s.start <= span.start < s.end)
    key = f"{reading.article.id}|{stated.subject}|{stated.predicate}|{stated.object}|{stated.qualifier}"
    return Relation(
        id=sha256(key.encode()).hexdigest()[:12],
        subject=stated.subject,
        predicate=stated.predicate,
        object=stated.object,
        qualifier=stated.qualifier,
        status=stated.status,
        start=stated.start,
        end=stated.end,
        speaker=_voice_at(reading, span),
        via=(),
        stance=None,
        evidence=quote(reading, span.start, span.end),
        sentence=quote(reading, sentence.start, sentence.end),
        marks=(),
        rule=stated.rule,
        confidence=world.confidence(stated.rule, UNMEASURED),
    )


def _voice_at(reading: Reading, span: Span) -> str | None:
    """Who tells the clause that a span stands in."""
    for clause in reading.clauses:
        if any(span.start <= reading.tokens[i].start < span.end for i in clause.tokens):
            voice = reading.voices[clause.index]
            speaker = voice.speaker if voice else None
            return speaker if speaker and NAMELESS not in speaker else None
    return None


def type_of(reading: Reading, world: World, entity: str) -> EntityType | None:
    """The type of an entity of the article or the seeds, None for an official without identity."""
    known = reading.entities.get(entity) or world.seeds.entities.get(entity)
    return known.type if known else None


def one_of(reading: Reading, ref: Ref | None, *types: EntityType) -> str | None:
    """The one entity that a reference names, if it has one of the types."""
    if ref is None or ref.role is not None or len(ref.entities) != 1:
        return None
    entity = reading.entities.get(ref.entities[0])
    return entity.id if entity is not None and entity.type in types else None


def inner(reading: Reading, ref: Ref) -> Iterator[Ref]:
    """The references inside another."""
    return (r for r in reading.refs if r.span in ref.span and r.span != ref.span and r.role is None)


def past(reading: Reading, at: int, passed: frozenset[str], most: int) -> int:
    """The first token from `at` on that is none of the words and marks to pass over, at most so many of them."""
    end = at + most
    while at < min(end, len(reading.tokens)) and reading.tokens[at].key in passed | QUOTES:
        at += 1
    return at


def clauses_of(reading: Reading, ref: Ref) -> Iterator[Clause]:
    """The clause that a reference stands in."""
    return (c for c in reading.clauses if ref.first in c.tokens)


def together(*refs: Ref) -> Span:
    """From the first of some references to the last."""
    return Span(min(r.start for r in refs), max(r.end for r in refs))
