"""Spot check of the Wikidata ids in the seed tables against a folder of checked facts.

    python bench/identifiers.py [NUMBER [SEED]]

Draws NUMBER lines with an id (100; 0: all of them), prints each whose id the facts don't give to an entity of that name, and
exits with 1 if there is any. A name agrees where its words, or those of an alias, are those of the fact's name or alias.
"""

import csv
import random
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from relgraph.resources import SEEDS

_FACTS = Path(__file__).parents[2] / "shared" / "facts"
# Seed table → the files of facts that may know its ids.
_KNOWN_FROM = {
    "countries": ("countries",), "places": ("places", "countries"), "people": ("people",),
    "organizations": ("organizations", "org_members", "people_offices"), "agreements": ("events",), "negotiations": ("events",),
    "conflicts": ("events",), "resolutions": ("unsc_resolutions", "events"),
}  # fmt: skip
_NAMES = ("name_en", "aliases_en", "acronym", "official_en", "capital_en", "name_fa", "aliases_fa", "org", "enwiki")
_IDS = ("qid", "capital_qid", "org_qid")
_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "ß": "ss", "þ": "th", "ə": "a", "ي": "ی", "ك": "ک"}
)


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The lines of a table."""
    with path.open(encoding="utf-8", newline="") as handle:
        yield from csv.DictReader(handle)


def words(name: str) -> frozenset[str]:
    """The words of a name without accents and marks."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    kept = "".join(c if c.isalnum() else "" if unicodedata.combining(c) or c in "'’ʻʼ\u200c" else " " for c in plain)
    return frozenset(kept.split())


def names(row: dict[str, str]) -> set[frozenset[str]]:
    """The names of a line, each as its words."""
    return {words(n) for c in _NAMES for n in (row.get(c) or "").split("|") if n.strip()}


def known(facts: Path) -> dict[str, set[frozenset[str]]]:
    """Wikidata id → the names that the facts give it."""
    out: dict[str, set[frozenset[str]]] = {}
    for file in sorted({f for files in _KNOWN_FROM.values() for f in files}):
        for row in rows(facts / f"{file}.csv"):
            for column in _IDS:
                if row.get(column):
                    out.setdefault(row[column], set()).update(names(row))
    return out


def agrees(row: dict[str, str], told: set[frozenset[str]]) -> bool:
    """Whether a name of the line is one of the fact's, or all of its words stand in one, or the other way round."""
    return any(own and other and (own <= other or other <= own) for own in names(row) for other in told)


def faults(drawn: list[tuple[str, dict[str, str]]], told: dict[str, set[frozenset[str]]]) -> list[str]:
    """One line for each id that the facts don't know, or know as something else."""
    return [
        f"{table}.csv: {row['wikidata']} {row.get('name_en') or row.get('number')}: "
        + ("no fact has this id" if row["wikidata"] not in told else "the facts call it otherwise")
        for table, row in drawn
        if not agrees(row, told.get(row["wikidata"], set()))
    ]


def linked() -> list[tuple[str, dict[str, str]]]:
    """(table, line) of every line with an id."""
    return [(t, r) for t in _KNOWN_FROM for r in rows(SEEDS / "knowledge" / f"{t}.csv") if r.get("wikidata")]


def main() -> int:
    """Draws, checks and prints; returns the exit code."""
    if not _FACTS.exists():
        print(f"no facts at {_FACTS}: nothing is checked", file=sys.stderr)
        return 0
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    every = linked()
    drawn = random.Random(sys.argv[2] if len(sys.argv) > 2 else 0).sample(every, number) if number else every  # noqa: S311
    found = faults(drawn, known(_FACTS))
    print(*found, sep="\n")
    print(f"{len(drawn)} ids of {len(every):,} checked, {len(found)} wrong", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
