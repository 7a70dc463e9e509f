"""Make the tables of people and their offices: `PYTHONPATH=seeds/tools python seeds/tools/people/build.py ../shared/facts`.

From the checked facts, and from what is written by hand beside this file: Persian names (`names-*.csv`), people and offices
that the facts lack (`extra-*.csv`), and the rules for English positions (`positions.csv`, `heads.csv`). To correct a person or
an office, write the line into one of these and build again; the same files make the same tables.
"""

import csv
import re
import sys
from collections.abc import Collection, Iterable
from dataclasses import asdict, fields
from pathlib import Path

from persian import curated, named, unshared
from positions import Positions
from spells import Spell, clean, corrected, sharpened
from tables import Line, Table, fold, read, slug

_HERE = Path(__file__).resolve().parent
_KNOWLEDGE = _HERE.parents[1] / "knowledge"
_ROLES = _HERE.parents[2] / "src" / "relgraph" / "lang" / "fa" / "roles.csv"
_PEOPLE = ("id", "wikidata", "name_en", "aliases_en", "name_fa", "aliases_fa", "short_fa", "fa_source", "country", "tier", "source")
_OFFICES = {"Q19546"}  # the facts count the papacy among the people
# «…, Baron Robertson of Port Ellen» is no part of the name that news uses.
_PEERAGE = re.compile(r", (?:\d+\w\w )?(?:Baron|Baroness|Viscount|Earl|Lord|Lady)\b.*")
_OTHERS = ("countries", "places", "organizations", "agreements", "negotiations", "conflicts")


def main(facts: Path, knowledge: Path) -> None:
    """Write people.csv and offices.csv of a folder that holds the other seed tables."""
    table = {name: read(knowledge / f"{name}.csv") for name in _OTHERS}
    by_iso2 = {line["iso2"]: line["id"] for line in table["countries"] if line["iso2"]}
    taken = {line["id"] for lines in table.values() for line in lines}
    others = {fold(line["wording"]) for line in read(_HERE / "wrong-names.csv")} | _wordings(table)
    persons = _persons([*read(facts / "people.csv"), *_extra_people()], by_iso2, taken, others)
    roles = read(_ROLES)
    titles = {role["role"]: role["title_en"] for role in roles}
    told = list(_from_facts(read(facts / "people_offices.csv"), persons, table["countries"], titles))
    wrong = [(line["person"], line["of"], line["role"], line["start"]) for line in _all("wrong-offices")]
    written = list(_by_hand(_all("extra-offices"), persons, titles))
    unique = {role["role"] for role in roles if role["holder"] == "unique"}
    spells = sharpened(clean(corrected(told, written, wrong)), unique)
    holders = {spell.person for spell in spells}
    people = unshared([line for line in persons.values() if line["name_fa"] or (line["name_en"] and line["id"] in holders)])
    _settle(people, spells, {line["id"] for line in table["countries"]})
    known = {line["id"] for line in people}
    spells = [spell for spell in spells if spell.person in known]
    _write(knowledge / "people.csv", _PEOPLE, people)
    _write(knowledge / "offices.csv", [f.name for f in fields(Spell)], [asdict(s) for s in spells])
    print(f"{len(people)} people, {sum(bool(p['name_fa']) for p in people)} of them with a Persian name, {len(spells)} offices")


def _all(name: str) -> Table:
    """The lines of all files beside this one whose name begins so."""
    return [line for path in sorted(_HERE.glob(f"{name}*.csv")) for line in read(path)]


def _extra_people() -> Table:
    """People that the facts lack, in the columns of the facts."""
    blank = {"qid": "", "aliases_en": "", "name_fa": "", "aliases_fa": "", "fa_source": "unsourced", "tier": "2"}
    return [{**blank, **line, "source": "unsourced"} for line in _all("extra-people")]


def _wordings(tables: dict[str, Table]) -> set[str]:
    """The folded Persian wordings of countries, places, organizations and what happens between them."""
    cells = [line.get(c, "") for lines in tables.values() for line in lines for c in ("name_fa", "aliases_fa", "adjectives_fa")]
    return {fold(wording) for cell in cells for wording in cell.split("|")}


def _persons(facts: Table, by_iso2: dict[str, str], taken: set[str], others: set[str]) -> dict[str, Line]:
    """The people by key (Wikidata id, else English name), each with an id that nothing else has."""
    hand = curated(_HERE)
    homes = {line["key"]: line["country"] for line in read(_HERE / "homes.csv")}
    used, persons = set(taken), {}
    for fact in facts:
        key = fact["qid"] or fact["name_en"]
        if key in persons or key in _OFFICES:
            continue
        name = _PEERAGE.sub("", fact["name_en"]).strip()
        id_ = _free(slug(name) or key.lower(), used)
        used.add(id_)
        countries = [by_iso2[c] for c in fact["country_iso2"].split("|") if c in by_iso2]
        persons[key] = {
            "id": id_, "wikidata": fact["qid"], "name_en": name if re.search("[A-Za-z]", name) else "",
            "aliases_en": _latin(fact["aliases_en"]),
            **named(fact, hand.get(key) or hand.get(fact["name_en"]), others),
            "country": homes.get(key) or (countries[0] if countries else ""), "tier": fact["tier"],
            "source": "wikidata" if fact["qid"] else "unsourced",
        }  # fmt: skip
    return persons


def _settle(people: Table, spells: Iterable[Spell], countries: Collection[str]) -> None:
    """Who has no country yet serves the one that all his offices are of."""
    served: dict[str, set[str]] = {}
    for spell in spells:
        if spell.of in countries:
            served.setdefault(spell.person, set()).add(spell.of)
    for line in people:
        found = served.get(line["id"], set())
        if not line["country"] and len(found) == 1:
            line["country"] = next(iter(found))


def _latin(aliases: str) -> str:
    """English aliases of two words or more: the rest of what the facts call one are surnames and initials."""
    return "|".join(a for alias in aliases.split("|") if " " in (a := alias.strip()) and "," not in a)


def _free(wanted: str, used: set[str]) -> str:
    number, free = 2, wanted
    while free in used:
        free, number = f"{wanted}-{number}", number + 1
    return free


def _from_facts(facts: Table, persons: dict[str, Line], countries: Table, titles: dict[str, str]) -> Iterable[Spell]:
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


def _title(role: str, position: str, titles: dict[str, str]) -> str:
    """What the office is called: the general name, or the position where the general name says too little."""
    return position if role in {"ambassador", "minister", "minister-of-state", "permanent-representative"} else titles[role]


def _spell(fact: Line, person: str, of: str, role: str, title: str) -> Spell:
    end = fact["end"] or fact["end_inferred"]
    is_open = not end and (fact["open_note"].startswith("current") or not fact["open_note"])
    kind = "known" if fact["end"] else "successor" if end else "open" if is_open else "unknown"
    return Spell(person, of, role, title, _day(fact["start"]), _day(end), kind, _source(fact["source"]))


def _day(day: str) -> str:
    return day if re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", day) else ""


def _source(source: str) -> str:
    return "unsourced" if source.startswith("unsourced") else "wikidata"


def _by_hand(lines: Table, persons: dict[str, Line], titles: dict[str, str]) -> Iterable[Spell]:
    names: dict[str, list[str]] = {}
    for key, person in persons.items():
        names.setdefault(person["name_en"], []).append(key)
    for line in lines:
        keys = [line["person"]] if line["person"] in persons else names.get(line["person"], [])
        if len(keys) != 1:
            raise ValueError(f"extra-offices.csv: {line['person']!r} names {len(keys)} people")
        end_kind = line["end_kind"] or ("known" if line["end"] else "unknown")
        yield Spell(
            persons[keys[0]]["id"], line["of"], line["role"], line["title"] or titles[line["role"]],
            line["start"], line["end"], end_kind, "unsourced",
        )  # fmt: skip


def _write(path: Path, columns: Iterable[str], lines: Table) -> None:
    columns = list(columns)
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(sorted([line[c] for c in columns] for line in lines))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else _KNOWLEDGE)
