"""Spells in office: those of one person in one office joined, ends that contradict the starts left out."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

# Two spells of one person with at most so many days between them are one.
_GAP = timedelta(days=45)
_CERTAINTY = {"known": 3, "open": 2, "successor": 1, "unknown": 0}


@dataclass(frozen=True, slots=True, order=True)
class Spell:
    """A person's time in an office; dates are ISO at the precision known, empty where unknown."""

    person: str
    of: str
    role: str
    title: str
    start: str
    end: str
    end_kind: str
    source: str


def clean(spells: Iterable[Spell]) -> list[Spell]:
    """One spell for each unbroken time of a person in an office, sorted."""
    offices: dict[tuple[str, str, str, str], list[Spell]] = defaultdict(list)
    for spell in spells:
        sound = _sound(spell)
        if sound is not None:
            # Ambassadors are told apart by where they are posted; the title of other offices may vary.
            offices[spell.person, spell.of, spell.role, spell.title if spell.role == "ambassador" else ""].append(sound)
    return sorted(s for group in offices.values() for s in _joined(group))


def _sound(spell: Spell) -> Spell | None:
    """A spell whose end comes after its start: an inferred end that doesn't is left out, a stated one makes it unusable."""
    if spell.start and spell.end and _last(spell.end) < _first(spell.start):
        return None if spell.end_kind == "known" else replace(spell, end="", end_kind="unknown")
    return spell


def _first(day: str) -> date:
    return date.fromisoformat((day + "-01-01")[:10] if len(day) == 4 else (day + "-01")[:10])


def _last(day: str) -> date:
    if len(day) == 10:
        return date.fromisoformat(day)
    year, month = int(day[:4]), int(day[5:7] or 12)
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _joined(group: list[Spell]) -> list[Spell]:
    dated = sorted((s for s in group if s.start), key=lambda s: (_first(s.start), -len(s.start), s.end))
    out: list[Spell] = []
    for spell in dated:
        if out and _touch(out[-1], spell):
            out[-1] = _join(out[-1], spell)
        else:
            out.append(spell)
    return out or group[:1]


def _touch(before: Spell, after: Spell) -> bool:
    """Whether the later spell is the earlier one told again, or follows it without a break."""
    if _same_start(before, after) or not before.end:
        return True
    gap = _GAP if before.end_kind == "known" else timedelta(0)
    return _first(after.start) <= _last(before.end) + gap


def _same_start(one: Spell, other: Spell) -> bool:
    shorter, longer = sorted((one.start[:7], other.start[:7]), key=len)
    return longer.startswith(shorter)


def _join(before: Spell, after: Spell) -> Spell:
    """The union of two spells: of one start the surer end, else the later one."""
    if _same_start(before, after):
        surer = max(before, after, key=lambda s: (_CERTAINTY[s.end_kind], s.end))
        start = max(before.start, after.start, key=len)
        return replace(before, start=start, end=surer.end, end_kind=surer.end_kind)
    later = before if before.end and after.end and before.end > after.end else after
    return replace(before, end=later.end, end_kind=later.end_kind)
