"""Spells in office: those of one person in one office joined, ends that contradict the starts left out."""

from collections import defaultdict
from collections.abc import Collection, Iterable
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


def corrected(told: Iterable[Spell], by_hand: list[Spell], wrong: Iterable[tuple[str, str, str, str]]) -> list[Spell]:
    """The spells of the facts but the wrong ones (person, of, role, start) and those that a hand-written one tells better.

    Better tells who writes of the same person in the same office at the same time.
    """
    left_out = set(wrong)
    written: dict[tuple[str, str, str], list[Spell]] = defaultdict(list)
    for spell in by_hand:
        written[spell.person, spell.of, spell.role].append(spell)
    kept = [
        s for s in told
        if (s.person, s.of, s.role, s.start) not in left_out
        and not any(_overlap(s, hand) for hand in written[s.person, s.of, s.role])
    ]  # fmt: skip
    return [*kept, *by_hand]


def _overlap(one: Spell, other: Spell) -> bool:
    if not one.start or not other.start:
        return True
    before, after = sorted((one, other), key=lambda s: _first(s.start))
    return not before.end or _first(after.start) < _last(before.end)


def clean(spells: Iterable[Spell]) -> list[Spell]:
    """One spell for each unbroken time of a person in an office, sorted."""
    offices: dict[tuple[str, str, str, str], list[Spell]] = defaultdict(list)
    for spell in spells:
        sound = _sound(spell)
        if sound is not None:
            # Ambassadors are told apart by where they are posted; the title of other offices may vary.
            offices[spell.person, spell.of, spell.role, spell.title if spell.role == "ambassador" else ""].append(sound)
    return sorted(s for group in offices.values() for s in _settled(group))


def _settled(group: list[Spell]) -> list[Spell]:
    """The spells of one office joined until nothing more joins: a sharper start may bring two together."""
    joined = _joined(group)
    return joined if len(joined) == len(group) else _settled(joined)


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
        start = max(before.start, after.start, key=len)
        possible = [s for s in (before, after) if not s.end or _last(s.end) >= _first(start)]
        surer = max(possible, key=lambda s: (_CERTAINTY[s.end_kind], s.end))
        return replace(before, start=start, end=surer.end, end_kind=surer.end_kind)
    later = before if before.end and after.end and before.end > after.end else after
    return replace(before, end=later.end, end_kind=later.end_kind)


def sharpened(spells: Iterable[Spell], unique: Collection[str]) -> list[Spell]:
    """The same spells; an end known by its year alone is the day on which the next holder of a unique office began."""
    spells = list(spells)
    starts: dict[tuple[str, str, str], list[Spell]] = defaultdict(list)
    for spell in spells:
        if spell.role in unique and len(spell.start) == len("2022-09-06"):
            starts[spell.of, spell.role, spell.start[:4]].append(spell)
    return sorted(
        _sharp(s, [n.start for n in starts.get((s.of, s.role, s.end), ()) if n.person != s.person]) for s in spells
    )


def _sharp(spell: Spell, starts: list[str]) -> Spell:
    later = [day for day in starts if day > spell.start]
    return replace(spell, end=min(later), end_kind="successor") if later else spell
