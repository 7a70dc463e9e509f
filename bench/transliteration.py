"""How often a Persian name finds its bearer among the Latin names of a country's people, all Persian names withheld.

python bench/transliteration.py [EVERY] [PEOPLE.csv]

Reads the people of the seed tables that have both names, every EVERYth of them (1: all), or those whom another table with
the columns `wikidata` or `qid`, `name_en`, `name_fa` and `country` or `country_iso2` has. Prints, for each threshold and
margin: the share whose bearer is found, the share that finds somebody else, and, with the bearer taken out, the share that
still finds somebody: false links. `best_match` uses the line that is marked.
"""

import csv
import sys
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from relgraph.knowledge.transliteration import MARGIN, THRESHOLD, score
from relgraph.resources import SEEDS

_LINES = [(t, m) for t in (0.80, 0.82, 0.84, 0.86, 0.88, 0.90) for m in (0.0, MARGIN, 0.05)]
_FLOOR = 0.75
_WORST_SHOWN = 25


@dataclass(frozen=True, slots=True)
class Person:
    """A row of a table of people."""

    key: str
    persian: str
    latin: str
    country: str


@dataclass(frozen=True, slots=True)
class Ranking:
    """A person with all of his country, best score first: (score, person)."""

    person: Person
    ranked: tuple[tuple[float, Person], ...]

    def found(self, threshold: float, margin: float, *, present: bool) -> Person | None:
        """Who is found among all of them, or among all but the bearer."""
        ranked = [r for r in self.ranked if present or r[1].key != self.person.key]
        if not ranked or ranked[0][0] < threshold or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < margin):
            return None
        return ranked[0][1]


def read(path: Path) -> list[Person]:
    """The people of a table; those of several countries count for the first."""
    with path.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    return [
        Person(
            r.get("id") or r.get("qid") or r["name_en"], r["name_fa"], r["name_en"],
            (r.get("country") or r.get("country_iso2") or "").split("|")[0],
        )
        for r in rows
        if r["name_en"]
    ]  # fmt: skip


def rank(people: Iterable[Person], every: int) -> list[Ranking]:
    """Each person with a Persian name against all of his country."""
    compatriots: dict[str, list[Person]] = defaultdict(list)
    named = []
    for person in people:
        compatriots[person.country].append(person)
        if person.persian and any("\u0600" <= c <= "\u06ff" for c in person.persian):
            named.append(person)
    rankings = []
    for person in named[::every]:
        scores = ((score(person.persian, other.latin, _FLOOR), other) for other in compatriots[person.country])
        rankings.append(Ranking(person, tuple(sorted(scores, key=lambda s: (-s[0], s[1].key))[:5])))
    return rankings


def report(rankings: list[Ranking]) -> None:
    """Prints the shares, and who isn't first."""
    count = len(rankings)
    first = sum(r.ranked[0][1].key == r.person.key for r in rankings)
    print(f"{count} names; the bearer is first: {first / count:.3f}\nthreshold margin  found  wrong  false links")
    for threshold, margin in _LINES:
        found = [r.found(threshold, margin, present=True) for r in rankings]
        right = sum(f is not None and f.key == r.person.key for f, r in zip(found, rankings, strict=True))
        wrong = sum(f is not None for f in found) - right
        false = sum(r.found(threshold, margin, present=False) is not None for r in rankings)
        mark = "  <" if (threshold, margin) == (THRESHOLD, MARGIN) else ""
        print(f"{threshold:9.2f} {margin:6.2f}  {right / count:.3f}  {wrong / count:.3f}  {false / count:.3f}{mark}")
    missed = [r for r in rankings if r.ranked[0][1].key != r.person.key]
    for r in missed[:_WORST_SHOWN]:
        top = r.ranked[0]
        print(f"not first: {r.person.persian} | {r.person.latin} | {top[1].latin} {top[0]:.2f}")
    linked = [(r, f) for r in rankings if (f := r.found(THRESHOLD, MARGIN, present=False))]
    for r, other in linked[:_WORST_SHOWN]:
        print(f"false link: {r.person.persian} | {r.person.latin} | {other.latin}")


def main() -> None:
    """Measures and prints."""
    every = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    path = Path(sys.argv[2]) if len(sys.argv) > 2 else SEEDS / "knowledge" / "people.csv"
    start = time.process_time()
    rankings = rank(read(path), every)
    report(rankings)
    print(f"{time.process_time() - start:.0f} CPU-s")


if __name__ == "__main__":
    main()
