"""Fill the tables of people and their offices: `PYTHONPATH=seeds/tools python seeds/tools/people/build.py ../shared/facts`.

The tables under seeds/knowledge are the truth and are edited by hand. This adds the people and the spells in office that
they lack, and never changes a line that stands there: a second run changes nothing. What it adds comes from the checked
facts and from what is written by hand beside this file: Persian names (`names-*.csv`, `famous.csv`), people and offices that
the facts lack or have wrong (`extra-*.csv`, `corrected-people.csv`, `wrong-*.csv`), and the rules for English positions
(`positions.csv`, `heads.csv`). A folder without the two tables gets them made from nothing but these.
"""

import csv
import sys
from collections.abc import Iterable
from dataclasses import asdict, fields
from pathlib import Path

from persian import unshared
from persons import extra, persons, settle, wordings
from spells import Spell, clean, corrected, sharpened
from tables import Table, fold, read
from told import by_hand, from_facts

_HERE = Path(__file__).resolve().parent
_KNOWLEDGE = _HERE.parents[1] / "knowledge"
_ROLES = _HERE.parents[2] / "src" / "relgraph" / "lang" / "fa" / "roles.csv"
_PEOPLE = (
    "id", "wikidata", "name_en", "aliases_en", "name_fa", "aliases_fa", "short_fa", "fa_source", "country", "tier", "source",
)  # fmt: skip
_SPELL = tuple(field.name for field in fields(Spell))
_OTHERS = ("countries", "places", "organizations", "agreements", "negotiations", "conflicts")


def main(facts: Path, knowledge: Path) -> None:
    """Fill people.csv and offices.csv of a folder that holds the other seed tables."""
    people, spells = _made(facts, {name: read(knowledge / f"{name}.csv") for name in _OTHERS})
    old_people, old_spells = read(knowledge / "people.csv"), read(knowledge / "offices.csv")
    people = _joined_people(old_people, people)
    ids = {line["id"] for line in people}
    spells = _joined_spells(old_spells, [line for line in spells if line["person"] in ids])
    _write(knowledge / "people.csv", _PEOPLE, people)
    _write(knowledge / "offices.csv", _SPELL, spells)
    named = sum(bool(line["name_fa"]) for line in people)
    print(
        f"{len(people)} people ({len(people) - len(old_people)} new), {named} with a Persian name, {len(spells)} spells"
    )


def _made(facts: Path, table: dict[str, Table]) -> tuple[Table, Table]:
    """The people and the spells that the facts and the hand-written files make."""
    by_iso2 = {line["iso2"]: line["id"] for line in table["countries"] if line["iso2"]}
    taken = {line["id"] for lines in table.values() for line in lines}
    others = {fold(line["wording"]) for line in extra("wrong-names")} | wordings(table)
    known = persons(read(facts / "people.csv"), by_iso2, taken, others)
    roles = read(_ROLES)
    titles = {role["role"]: role["title_en"] for role in roles}
    told = from_facts(read(facts / "people_offices.csv"), known, table["countries"], titles)
    wrong = [(line["person"], line["of"], line["role"], line["start"]) for line in extra("wrong-offices")]
    unique = {role["role"] for role in roles if role["holder"] == "unique"}
    spells = sharpened(clean(corrected(told, list(by_hand(known, titles)), wrong)), unique)
    holders = {spell.person for spell in spells}
    people = unshared([p for p in known.values() if p["name_fa"] or (p["name_en"] and p["id"] in holders)])
    settle(people, spells, set(by_iso2.values()))
    return people, [asdict(spell) for spell in spells]


def _joined_people(old: Table, new: Table) -> Table:
    """The old lines and those of people whom none of them is about."""
    ids, wikidata = {line["id"] for line in old}, {line["wikidata"] for line in old} - {""}
    return old + [line for line in new if line["id"] not in ids and line["wikidata"] not in wikidata]


def _joined_spells(old: Table, new: Table) -> Table:
    """The old lines and those of offices for which their holder has none."""
    have = {(line["person"], line["of"], line["role"]) for line in old}
    return old + [line for line in new if (line["person"], line["of"], line["role"]) not in have]


def _write(path: Path, columns: Iterable[str], lines: Table) -> None:
    columns = list(columns)
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(sorted([line[c] for c in columns] for line in lines))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else _KNOWLEDGE)
