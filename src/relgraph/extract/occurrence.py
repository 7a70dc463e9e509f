"""One event for each real occurrence in an article: tellings of the same thing become one, the best told is kept."""

from dataclasses import replace

from relgraph.model import SYMMETRIC, Event

# Talks, calls and meetings of the same parties are one occasion told several ways; the first of these modes names it.
_CONSULT_MODES = ("call", "mediate", "visit", "meet", "host", "negotiate")
# Acts of speech: the same words may be said of many things.
_SPOKEN = frozenset({"SUPPORT", "ACCUSE", "REQUEST", "REJECT", "THREATEN"})
# Acts whose mode says which of several quite different things was done: leaving a treaty is no part of imposing sanctions.
_BY_MODE = frozenset({"CONSULT", "SANCTION"})
_SAME_OCCASION = frozenset({"meet", "negotiate", "host"})
# Who called somebody up negotiated with him on the phone.
_SAME_CALL = frozenset({"call", "negotiate"})
# «پیش از سفر» and «در سفر» are one journey.
_UNDER_WAY = frozenset({"planned", "actual"})


def one_each(events: list[Event]) -> list[Event]:
    """Merges repeated tellings; order of the text kept."""
    out: list[Event] = []
    for event in events:
        for n, other in enumerate(out):
            if _same(other, event):
                out[n] = _merged(other, event)
                break
        else:
            out.append(event)
    whole = [e for e in out if not any(_part_of(e, o) for o in out if o is not e)]
    return [e for e in whole if not _told_of_each(e, whole)]


def _told_of_each(event: Event, others: list[Event]) -> bool:
    """Whether an event without an actor is told again, with one, of each of its recipients."""
    if event.actors:
        return False
    fuller = {r for o in others if o.type == event.type and o.status == event.status and o.actors for r in o.recipients}
    return set(event.recipients) <= fuller


def _parties(event: Event) -> tuple[frozenset[str], frozenset[str]]:
    if event.type in SYMMETRIC and event.mode not in ("visit", "host", "mediate"):
        return frozenset((*event.actors, *event.recipients)), frozenset()
    return frozenset(event.actors), frozenset(event.recipients)


def _compatible(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a.startswith(b) or b.startswith(a)


def _same(a: Event, b: Event) -> bool:
    if a.type != b.type or not _same_status(a, b) or _parties(a) != _parties(b):
        return False
    if a.type == "CONSULT" and a.mode != b.mode and not _same_mode(a, b):
        return False
    if not _compatible(a.date, b.date):
        return False
    if _told_apart(a, b):
        return False
    if a.type not in SYMMETRIC and a.topics and b.topics and not set(a.topics) & set(b.topics):
        return False
    return not (a.places and b.places and not set(a.places) & set(b.places))


def _same_status(a: Event, b: Event) -> bool:
    return a.status == b.status or (a.mode == b.mode == "visit" and {a.status, b.status} == _UNDER_WAY)


def _same_mode(a: Event, b: Event) -> bool:
    modes = {a.mode, b.mode}
    return modes <= _SAME_OCCASION or (modes == _SAME_CALL and not (a.places or b.places))


def _told_apart(a: Event, b: Event) -> bool:
    """Two acts of one kind told in other words in other sentences of the text: praise for this, praise for that."""
    in_title = a.evidence.start < len(a.sentence.text) and a.sentence.start == 0
    own = a.type not in SYMMETRIC and a.type in _SPOKEN
    return own and not in_title and a.sentence != b.sentence and a.rule.split(".")[1] != b.rule.split(".")[1]


def _part_of(a: Event, b: Event) -> bool:
    """Whether a tells less of what b tells: the same act with a party missing."""
    if a.type != b.type or a.status != b.status or not _compatible(a.date, b.date):
        return False
    if a.type in _BY_MODE and a.mode != b.mode:
        return False
    (actors, recipients), (more_actors, more_recipients) = _parties(a), _parties(b)
    smaller = actors <= more_actors and recipients <= more_recipients
    return smaller and (actors, recipients) != (more_actors, more_recipients) and (not recipients or not actors)


def _fullness(event: Event) -> tuple[bool, int]:
    """What makes a telling the one to quote: in the text rather than the headline, at length."""
    return event.sentence.start > 0, event.evidence.end - event.evidence.start


def _merged(a: Event, b: Event) -> Event:
    """The fuller telling, with what only the other knows."""
    best, other = (b, a) if _fullness(b) > _fullness(a) else (a, b)
    mode = best.mode
    if best.type == "CONSULT" and a.mode != b.mode:
        mode = (
            min((m for m in (a.mode, b.mode) if m), key=_CONSULT_MODES.index) if a.mode and b.mode else a.mode or b.mode
        )
    date = max((d for d in (a.date, b.date) if d), key=len, default=None)
    return replace(
        best, mode=mode, date=date, places=tuple(dict.fromkeys((*best.places, *other.places))),
        topics=tuple(dict.fromkeys((*best.topics, *other.topics))),
    )  # fmt: skip
