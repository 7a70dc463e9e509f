"""Which date belongs to an event: one in its own clause, of the clause it goes on from, or of the report it is made in."""

from relgraph.extract.function_words import preposition_at
from relgraph.extract.phrase import outer_refs
from relgraph.extract.reading import Candidate, Clause, Reading, VerbGroup
from relgraph.knowledge.world import World
from relgraph.model import Span
from relgraph.text.dates import DateMention

_LATER = frozenset({"planned", "conditional", "called_for"})
# What is done by saying it: its day is the day it was said.
_SPOKEN = frozenset({"ACCUSE", "SUPPORT", "REJECT", "THREATEN", "REQUEST", "AGREE", "CONCEDE"})
_HEARD = frozenset({"complement", "quotation", "content", "condition"})
_NEAR = 60


def event_date(reading: Reading, world: World, candidate: Candidate) -> tuple[str | None, Span | None]:
    """(ISO date at the precision known, where it stands), both None where the text tells none."""
    clause = reading.clauses[candidate.clause]
    found = _of_clause(reading, world, candidate, clause)
    if found is None and not candidate.nominal:
        above = _going_on_from(reading, clause)
        found = next((d for c in above if (d := _of_clause(reading, world, candidate, c)) is not None), None)
    if found is None and _is_spoken(reading, candidate):
        found = _of_report(reading, world, clause) or _of_statement(reading, world, clause)
    return (_value(found, candidate.status), Span(found.start, found.end)) if found else (None, None)


def _of_clause(reading: Reading, world: World, candidate: Candidate, clause: Clause) -> DateMention | None:
    """The date of a clause nearest to what tells the event; of a noun, one in its own phrase or close by."""
    inside = [d for d in reading.dates if _in_clause(reading, clause, d) and _value(d, candidate.status)]
    inside = [d for d in inside if not _of_a_name(reading, world, d)]
    if candidate.nominal:
        inside = [d for d in inside if _close(candidate, d)]
    return min(inside, key=lambda d: (_distance(d, candidate.trigger), d.start), default=None)


def _going_on_from(reading: Reading, clause: Clause) -> list[Clause]:
    """The clauses that one goes on from with «و»: «روز پنجشنبه به تهران آمد و با ظریف دیدار کرد»."""
    out: list[Clause] = []
    while clause.link == "coordinate" and clause.parent is not None and len(out) < len(reading.clauses):
        clause = reading.clauses[clause.parent]
        out.append(clause)
    return out


def _is_spoken(reading: Reading, candidate: Candidate) -> bool:
    """Whether the one who says so does it by saying so."""
    voice = reading.voices[candidate.clause]
    return candidate.type in _SPOKEN and voice is not None and any(f.entity == voice.speaker for f in candidate.actors)


def _of_report(reading: Reading, world: World, clause: Clause) -> DateMention | None:
    """The date of the clause whose words these are."""
    while clause.parent is not None:
        heard = clause.link in _HEARD
        clause = reading.clauses[clause.parent]
        if heard and reading.told[clause.index] is not None:
            return _said_on(reading, world, clause)
    return None


def _said_on(reading: Reading, world: World, clause: Clause) -> DateMention | None:
    """The date nearest to the verb of a reporting clause."""
    dates = [d for d in reading.dates if _in_clause(reading, clause, d) and d.value]
    dates = [d for d in dates if not _of_a_name(reading, world, d)]
    return min(dates, key=lambda d: _to_verb(reading, d, clause.verb), default=None)


def _of_statement(reading: Reading, world: World, clause: Clause) -> DateMention | None:
    """The date of the report that the speaker's words began with: «وی افزود» goes on with what was said that day."""
    voice = reading.voices[clause.index]
    for other in reversed(reading.clauses[: clause.index]):
        told = reading.told[other.index]
        if told is None or voice is None:
            continue
        if told.speaker != voice.speaker:
            return None
        found = _said_on(reading, world, other)
        if found is not None:
            return found
    return None


def _to_verb(reading: Reading, date: DateMention, verb: VerbGroup | None) -> int:
    return abs(reading.tokens[verb.first].start - date.end) if verb else date.start


def _value(date: DateMention, status: str) -> str | None:
    """«روز جمعه» of a plan is the next one."""
    return (date.future_value or date.value) if status in _LATER else date.value


def _in_clause(reading: Reading, clause: Clause, date: DateMention) -> bool:
    return any(reading.tokens[i].start < date.end and date.start < reading.tokens[i].end for i in clause.tokens)


def _of_a_name(reading: Reading, world: World, date: DateMention) -> bool:
    """«اقدام روز گذشته اسرائیل», «حملات ۱۱ سپتامبر»: a date between a noun and its name, or part of a name, tells nothing else."""
    inside = [n for n, t in enumerate(reading.tokens) if t.start < date.end and date.start < t.end]
    refs = outer_refs(reading)
    if not inside or any(i in refs for i in inside):
        return bool(inside)
    before, behind = inside[0] - 1, inside[-1] + 1
    if before < 0 or behind >= len(reading.tokens) or behind not in refs or before in refs:
        return False
    word = reading.tokens[before]
    function = word.key in world.language.adverbs or preposition_at(reading, world.language, (before,), 0)
    verb = word.key in world.language.verbs.forms
    return word.kind == "word" and not function and not verb


def _distance(date: DateMention, trigger: Span) -> int:
    return trigger.start - date.end if date.end <= trigger.start else date.start - trigger.end


def _close(candidate: Candidate, date: DateMention) -> bool:
    """A noun in a longer clause takes a date only from its own phrase."""
    return (
        candidate.evidence.start <= date.start < candidate.evidence.end or _distance(date, candidate.trigger) <= _NEAR
    )
