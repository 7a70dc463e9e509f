"""From candidates to statements: contracts checked, evidence quoted, refusals entered with their reason."""

from collections.abc import Iterable
from hashlib import sha256

from relgraph.extract.contract import fault_of
from relgraph.extract.headline import without_headlines
from relgraph.extract.occasion import share_occasions
from relgraph.extract.occurrence import one_each
from relgraph.extract.parties import Parties, assign
from relgraph.extract.reading import Candidate, Filler, Reading
from relgraph.extract.retelling import is_retold
from relgraph.extract.voice import event_voice, speaks_for
from relgraph.extract.when import event_date
from relgraph.knowledge.world import World
from relgraph.model import Event, Mark, Quote, Refusal, Span

# What nobody has measured yet is trusted a little more than half.
UNMEASURED = 0.6


def state_events(reading: Reading, world: World) -> Reading:
    """Adds the events that pass their checks; what fails is refused with its reason."""
    events: list[Event] = []
    refusals: list[Refusal] = []
    told: list[Candidate] = []
    for candidate in reading.candidates:
        parties = assign(reading, world, candidate)
        reason = fault_of(reading, world, candidate, parties)
        if reason is None and is_retold(reading, world, candidate, told):
            reason = "tells again the meeting of those just named"
        if reason:
            refusals.append(_refusal(reading, candidate, reason))
        else:
            told.append(candidate)
            events.append(_event(reading, world, candidate, parties))
    merged = without_headlines(reading, world, one_each(share_occasions(one_each(events), world)))
    return reading.but(events=tuple(merged)).refuse(*refusals)


def _refusal(reading: Reading, candidate: Candidate, reason: str) -> Refusal:
    span = candidate.evidence
    return Refusal(reason, span.start, span.end, reading.text(span.start, span.end), candidate.frame)


def _event(reading: Reading, world: World, candidate: Candidate, parties: Parties) -> Event:
    date, date_span = event_date(reading, world, candidate)
    voice = event_voice(reading, world, candidate)
    sentence = reading.sentences[reading.clauses[candidate.clause].sentence]
    evidence = candidate.evidence
    key = f"{reading.article.id}|{candidate.frame}|{candidate.trigger}|{parties}|{candidate.status}"
    return Event(
        id=sha256(key.encode()).hexdigest()[:12], type=candidate.type, mode=candidate.mode,  # type: ignore[arg-type]
        actors=parties.actors, recipients=parties.recipients, places=parties.places, date=date, topics=parties.topics,
        status=candidate.status, speaker=speaks_for(reading, voice.speaker) if voice and voice.speaker else None,  # type: ignore[arg-type]
        via=tuple(speaks_for(reading, v) for v in voice.via) if voice else (), stance=voice.stance if voice else None,  # type: ignore[arg-type]
        evidence=quote(reading, evidence.start, evidence.end), sentence=quote(reading, sentence.start, sentence.end),
        marks=_marks(candidate, date_span), rule=candidate.frame + (".noun" if candidate.nominal else ""),
        confidence=world.confidence(candidate.frame + (".noun" if candidate.nominal else ""), UNMEASURED),
    )  # fmt: skip


def quote(reading: Reading, start: int, end: int) -> Quote:
    """A span with its characters."""
    return Quote(start, end, reading.text(start, end))


def _marks(candidate: Candidate, date: Span | None) -> tuple[Mark, ...]:
    marks = {Mark("trigger", candidate.trigger.start, candidate.trigger.end)}
    for role, found in (
        ("actor", candidate.actors),
        ("recipient", candidate.recipients),
        ("place", candidate.places),
        ("topic", candidate.topics),
    ):
        marks |= _role_marks(role, found)
    if date:
        marks.add(Mark("date", date.start, date.end))
    return tuple(sorted(marks, key=lambda m: (m.start, m.end, m.role)))


def _role_marks(role: str, found: Iterable[Filler]) -> set[Mark]:
    return {Mark(role, f.ref.start, f.ref.end) for f in found}
