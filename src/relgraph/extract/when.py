"""Which date belongs to an event: one in its own clause, the nearest to the trigger."""

from relgraph.extract.reading import Candidate, Clause, Reading
from relgraph.model import Span
from relgraph.text.dates import DateMention

_LATER = frozenset({"planned", "conditional", "called_for"})


def event_date(reading: Reading, candidate: Candidate) -> tuple[str | None, Span | None]:
    """(ISO date at the precision known, where it stands), both None where the clause tells none."""
    clause = reading.clauses[candidate.clause]
    inside = [d for d in reading.dates if _in_clause(reading, clause, d) and _value(d, candidate.status)]
    if not inside:
        return None, None
    if candidate.nominal:
        inside = [d for d in inside if _close(candidate, d)]
    best = min(inside, key=lambda d: (_distance(d, candidate.trigger), d.start), default=None)
    return (_value(best, candidate.status), Span(best.start, best.end)) if best else (None, None)


def _value(date: DateMention, status: str) -> str | None:
    """«روز جمعه» of a plan is the next one."""
    return (date.future_value or date.value) if status in _LATER else date.value


def _in_clause(reading: Reading, clause: Clause, date: DateMention) -> bool:
    return any(reading.tokens[i].start < date.end and date.start < reading.tokens[i].end for i in clause.tokens)


def _distance(date: DateMention, trigger: Span) -> int:
    return trigger.start - date.end if date.end <= trigger.start else date.start - trigger.end


_NEAR = 60


def _close(candidate: Candidate, date: DateMention) -> bool:
    """A noun in a longer clause takes a date only from its own phrase."""
    return (
        candidate.evidence.start <= date.start < candidate.evidence.end or _distance(date, candidate.trigger) <= _NEAR
    )
