"""Which date belongs to an event: one in its own clause, the nearest to the trigger, else one that its clause goes on from."""

from collections.abc import Iterator

from relgraph.extract.reading import Candidate, Clause, Reading
from relgraph.model import Span
from relgraph.text.dates import DateMention
from relgraph.text.fold import squeeze

_LATER = frozenset({"planned", "conditional", "called_for"})
# Acts done by saying so: they take place when their speaker speaks.
_SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "AGREE"})
_SAID = frozenset({"complement", "quotation", "content"})
# A date behind these bounds something else: a deadline, what a document is of.
_BOUNDS = frozenset({squeeze("تا"), squeeze("مورخ"), squeeze("مصوب"), squeeze("مورخه")})
_OPENING = "("
_NEAR = 60


def event_date(reading: Reading, candidate: Candidate) -> tuple[str | None, Span | None]:
    """(ISO date at the precision known, where it stands), both None where nothing tells one."""
    own = reading.clauses[candidate.clause]
    best = _nearest(reading, candidate, own)
    if best is None:
        above = (_nearest(reading, candidate, c, whole=True) for c in _goes_on_from(reading, candidate, own))
        best = next((d for d in above if d is not None), None)
    return (_value(best, candidate.status), Span(best.start, best.end)) if best else (None, None)


def _nearest(reading: Reading, candidate: Candidate, clause: Clause, *, whole: bool = False) -> DateMention | None:
    """The date of a clause that stands nearest to the trigger; a noun takes only one of its own phrase, unless `whole`."""
    inside = [
        d for d in reading.dates
        if _in_clause(reading, clause, d) and _value(d, candidate.status) and not _of_another(reading, d)
    ]  # fmt: skip
    if candidate.nominal and not whole:
        inside = [d for d in inside if _close(candidate, d)]
    return min(inside, key=lambda d: (_distance(d, candidate.trigger), d.start), default=None)


def _goes_on_from(reading: Reading, candidate: Candidate, clause: Clause) -> Iterator[Clause]:
    """The clauses whose date is this one's too: «روز شنبه به مسکو رفت و با لاوروف دیدار کرد», «روز شنبه گفت …»."""
    while clause.parent is not None:
        above = reading.clauses[clause.parent]
        joined = clause.link == "coordinate" and candidate.status == "actual"
        said = clause.link in _SAID and candidate.type in _SPOKEN and _speaks(reading, candidate)
        if above.sentence != clause.sentence or not (joined or said):
            return
        yield above
        clause = above


def _speaks(reading: Reading, candidate: Candidate) -> bool:
    voice = reading.voices[candidate.clause]
    return voice is not None and any(f.entity == voice.speaker for f in candidate.actors)


def _value(date: DateMention, status: str) -> str | None:
    """«روز جمعه» of a plan is the next one."""
    return (date.future_value or date.value) if status in _LATER else date.value


def _in_clause(reading: Reading, clause: Clause, date: DateMention) -> bool:
    return any(reading.tokens[i].start < date.end and date.start < reading.tokens[i].end for i in clause.tokens)


def _of_another(reading: Reading, date: DateMention) -> bool:
    """Whether a date says when something else is or was: «بیانیه تهران (۲۰ آبان)»، «تا ۲۵ اردیبهشت»."""
    before = [n for n, t in enumerate(reading.tokens) if t.end <= date.start]
    if not before:
        return False
    at = before[-1]
    if reading.tokens[at].key == _OPENING:
        return not any(
            d.end <= reading.tokens[at].start and at and d.end >= reading.tokens[at - 1].start for d in reading.dates
        )
    return reading.tokens[at].key in _BOUNDS


def _distance(date: DateMention, trigger: Span) -> int:
    return trigger.start - date.end if date.end <= trigger.start else date.start - trigger.end


def _close(candidate: Candidate, date: DateMention) -> bool:
    """A noun in a longer clause takes a date only from its own phrase."""
    inside = candidate.evidence.start <= date.start < candidate.evidence.end
    return inside or _distance(date, candidate.trigger) <= _NEAR
