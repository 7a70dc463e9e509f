"""Who held which office on a day, from dated spells; abstains where more than one holder fits."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from relgraph.knowledge.seeds import Spell

# An office whose end nobody recorded is taken to last until a successor came, at most this many years.
_UNKNOWN_END_YEARS = 4
# … and no shorter than the snapshot of the facts in which it was still open.
_SNAPSHOT = "2022-12-31"
# The tables end here; what they call open is assumed to go on.
FACTS_END = "2025-01-31"


def _first_day(date: str) -> str:
    return (date + "-01-01")[:10] if len(date) == 4 else (date + "-01")[:10]


def _last_day(date: str) -> str:
    return (date + "-12-31")[:10] if len(date) == 4 else (date + "-31")[:10]


def office_key(role: str, of: str) -> str:
    """An office as a key: its role and what it belongs to."""
    return f"{role}@{of}"


def by_office(spells: Iterable[Spell]) -> dict[str, tuple[Spell, ...]]:
    """Office → its spells by start."""
    groups: dict[str, list[Spell]] = defaultdict(list)
    for spell in spells:
        groups[office_key(spell.role, spell.of)].append(spell)
    return {key: tuple(sorted(group, key=lambda s: (s.start or "", s.person))) for key, group in groups.items()}


def by_person(spells: Iterable[Spell]) -> dict[str, tuple[Spell, ...]]:
    """Person → his spells in table order."""
    groups: dict[str, list[Spell]] = defaultdict(list)
    for spell in spells:
        groups[spell.person].append(spell)
    return {key: tuple(group) for key, group in groups.items()}


Spells = Mapping[str, tuple[Spell, ...]]


class Offices:
    """Dated offices, looked up by role and country (or organization), or by person."""

    def __init__(self, spells: Iterable[Spell]) -> None:
        told = tuple(spells)
        self._set(by_office(told), by_person(told))

    @classmethod
    def prepared(cls, offices: Spells, people: Spells) -> "Offices":
        """The offices of spells that are grouped already, by `by_office` and `by_person`."""
        made = cls.__new__(cls)
        made._set(offices, people)  # noqa: SLF001  of its own kind
        return made

    def _set(self, offices: Spells, people: Spells) -> None:
        self._offices, self._people = offices, people

    def of_person(self, person: str) -> tuple[Spell, ...]:
        """All spells of a person, in table order."""
        return self._people.get(person, ())

    def spells(self, role: str, of: str) -> tuple[Spell, ...]:
        """All spells of an office, by start."""
        key = office_key(role, of)
        return self._offices.get(key, ())

    def _end(self, spell: Spell) -> str:
        if spell.end:
            return _last_day(spell.end)
        later = [
            s.start for s in self.spells(spell.role, spell.of)
            if s.start and spell.start and s.start > spell.start and s.person != spell.person
        ]  # fmt: skip
        if spell.end_kind == "open" and not later:
            return "9999-12-31"
        limit = max(f"{int(spell.start[:4]) + _UNKNOWN_END_YEARS}-12-31", _SNAPSHOT) if spell.start else "0000-00-00"
        return min([_last_day(s) for s in later] + ([limit] if spell.end_kind != "open" else []))

    def _covering(self, spells: Iterable[Spell], day: str) -> Iterator[Spell]:
        for spell in spells:
            if spell.start and _first_day(spell.start) <= _last_day(day) and _first_day(day) <= self._end(spell):
                yield spell

    def in_office(self, person: str, day: str) -> tuple[Spell, ...]:
        """The offices that a person holds on a day (or month, or year), in table order."""
        return tuple(self._covering(self.of_person(person), day))

    def holder(self, role: str, of: str, day: str) -> Spell | None:
        """The one holder of an office on a day, or None where nobody or more than one is known."""
        found = _without_leavers(list(self._covering(self.spells(role, of), day)), day)
        if len({s.person for s in found}) > 1:
            sure = [s for s in found if s.end and s.end_kind == "known"]
            found = sure if len({s.person for s in sure}) == 1 else _newcomer(found, day)
        return found[0] if found and len({s.person for s in found}) == 1 else None

    def former(self, role: str, of: str, day: str) -> tuple[Spell, ...]:
        """Who held an office before a day and no longer does."""
        now = {s.person for s in self._covering(self.spells(role, of), day)}
        return tuple(s for s in self.spells(role, of) if s.start and _first_day(s.start) <= day and s.person not in now)


def _without_leavers(found: list[Spell], day: str) -> list[Spell]:
    """In the month of a change: who left "in August" is gone when his successor has come by the day."""
    latest = max((s.start or "" for s in found), default="")
    return [s for s in found if not (s.end and len(s.end) < len(day) and (s.start or "") < latest <= day)]


def _newcomer(found: list[Spell], day: str) -> list[Spell]:
    """On the month of a change: the one who came later, if he came by then and the other's end isn't sourced."""
    latest = max(s.start or "" for s in found)
    if latest <= day and all(s.end_kind != "known" or s.start == latest for s in found):
        return [s for s in found if s.start == latest]
    return []
