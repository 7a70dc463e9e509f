"""Fill the seed tables from a folder of checked facts: `python seeds/tools/from_facts.py ../shared/facts [tables]`.

The tables under seeds/knowledge are the truth and are edited by hand. This fills their empty cells, and adds the cities,
memberships and resolutions that they lack. What stands in a table is never changed; a second run changes nothing.
"""

import sys
from pathlib import Path

import countries
import hazm
import memberships
import named
import places
import resolutions
from tables import Table, fold, read, write

_KNOWLEDGE = Path(__file__).resolve().parents[1] / "knowledge"
_NAMED = {
    "organizations": "organizations", "agreements": "events", "negotiations": "events", "conflicts": "events",
}  # fmt: skip


def _dictionary() -> set[str]:
    """Folded words of hazm's lexicon: a city of such a name would be found everywhere."""
    words = Path(hazm.__file__).parent / "data" / "words.dat"
    with words.open(encoding="utf-8") as lines:
        return {fold(word) for line in lines if (word := line.split("\t")[0])}


def _names(*tables: Table) -> set[str]:
    cells = ("name_fa", "aliases_fa", "adjectives_fa")
    return {fold(n) for table in tables for line in table for c in cells for n in line.get(c, "").split("|") if n}


def main(facts: Path, tables: Path) -> None:
    """Complete all tables of a folder in place."""
    table = {path.stem: read(path) for path in sorted(tables.glob("*.csv"))}
    fact = {path.stem: read(path) for path in sorted(facts.glob("*.csv"))}
    countries.complete(table["countries"], fact["countries"], fact["places"])
    for name, source in _NAMED.items():
        named.complete(table[name], fact[source])
    others = [table[n] for n in ("countries", *_NAMED)]
    ids = {line["id"] for lines in others for line in lines}
    places.complete(table["places"], fact["places"], table["countries"], ids, _names(*others), _dictionary())
    table["memberships"] = memberships.complete(
        table.get("memberships", []), fact["org_members"], table["organizations"], table["countries"]
    )
    table["resolutions"] = resolutions.complete(table.get("resolutions", []), fact["unsc_resolutions"])
    for name in ("countries", *_NAMED, "places", "memberships", "resolutions"):
        write(tables, name, table[name])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else _KNOWLEDGE)
