"""Who is said to have held what: the spells of the facts, and those written by hand."""

import re
from collections.abc import Iterable
from pathlib import Path

from persons import extra
from positions import Positions
from spells import Spell
from tables import Line, Table, read

_HERE = Path(__file__).resolve().parent
# Offices whose position says more than their general name.
_TITLED = frozenset({
    "ambassador", "minister", "minister-of-state", "permanent-representative", "deputy-minister", "governor", "mayor", "judge", "head",
    "chief-of-staff", "senior-member", "party-leader", "deputy-speaker", "presidential-adviser", "special-envoy", "consul-general",
})  # fmt: skip


def from_facts(facts: Table, persons: dict[str, Line], countries: Table, titles: dict[str, str]) -> Iterable[Spell]:
    """The spells that lines of the facts name, for the positions that are one of our roles."""
    positions = Positions(_HERE / "positions.csv", titles, countries)
    by_iso2 = {line["iso2"]: line["id"] for line in countries if line["iso2"]}
    heads = {line["position"]: line for line in read(_HERE / "heads.csv")}
    for fact in facts:
        person = persons.get(fact["qid"] or fact["name_en"])
        if person is None:
            continue
        head = heads.get(fact["position_qid"]) or heads.get(fact["position"])
        if head is not None:
            for role in head["role"].split("|"):
                yield _spell(fact, person["id"], head["of"], role, titles[role])
            continue
        if fact["iso2"] in by_iso2:
            for role, position in positions.offices(fact["role"], fact["position"], fact["iso2"]):
                yield _spell(fact, person["id"], by_iso2[fact["iso2"]], role, _title(role, position, titles))


def by_hand(persons: dict[str, Line], titles: dict[str, str]) -> Iterable[Spell]:
    """The spells of `extra-offices*.csv`, whose persons are Wikidata ids or unambiguous English names."""
    names: dict[str, list[str]] = {}
    for key, person in persons.items():
        names.setdefault(person["name_en"], []).append(key)
    for line in extra("extra-offices"):
        keys = [line["person"]] if line["person"] in persons else names.get(line["person"], [])
        if len(keys) != 1:
            raise ValueError(f"extra-offices.csv: {line['person']!r} names {len(keys)} people")
        end_kind = line["end_kind"] or ("known" if line["end"] else "unknown")
        yield Spell(
            persons[keys[0]]["id"], line["of"], line["role"], line["title"] or titles[line["role"]],
            line["start"], line["end"], end_kind, "unsourced",
        )  # fmt: skip


def _title(role: str, position: str, titles: dict[str, str]) -> str:
    """What the office is called: the general name, or the position where the general name says too little."""
    return position if role in _TITLED else titles[role]


def _spell(fact: Line, person: str, of: str, role: str, title: str) -> Spell:
    end = fact["end"] or fact["end_inferred"]
    is_open = not end and (fact["open_note"].startswith("current") or not fact["open_note"])
    kind = "known" if fact["end"] else "successor" if end else "open" if is_open else "unknown"
    return Spell(person, of, role, title, _day(fact["start"]), _day(end), kind, _source(fact["source"]))


def _day(day: str) -> str:
    return day if re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", day) else ""


def _source(source: str) -> str:
    return "unsourced" if source.startswith("unsourced") else "wikidata"
