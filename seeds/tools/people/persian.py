"""Persian names of people: those that may stand alone in an article, and those that need their bearer introduced."""

from collections.abc import Collection, Iterable
from pathlib import Path

from alone import FAMOUS, stands_alone
from tables import Line, Table, fold, read


def curated(folder: Path) -> dict[str, Line]:
    """The hand-written names by key (Wikidata id, or English name where there is none); of two, the later file's."""
    found: dict[str, Line] = {}
    for path in sorted(folder.glob("names-*.csv")):
        for line in read(path):
            found[line["key"]] = _united(found.get(line["key"]), line)
    return found


def _united(first: Line | None, second: Line) -> Line:
    if first is None:
        return second
    both = {c: join([*first[c].split("|"), *second[c].split("|")]) for c in ("aliases_fa", "short_fa")}
    return {**second, **both, "name_fa": second["name_fa"] or first["name_fa"]}


def named(fact: Line, hand: Line | None, others: Collection[str]) -> Line:
    """The cells name_fa, aliases_fa, short_fa and fa_source of a person: what was written by hand before the facts.

    `others` are the folded wordings that mean something else before they mean a person.
    """
    source = fact.get("fa_source", "")
    name = fact["name_fa"]
    wordings = [name, *fact["aliases_fa"].split("|")]
    if hand and hand["name_fa"]:
        name, source = hand["name_fa"], source if fold(hand["name_fa"]) == fold(name) else "unsourced"
    unsafe = hand["short_fa"].split("|") if hand else []
    if hand:
        wordings = [name, *hand["aliases_fa"].split("|"), *unsafe, *wordings]
    marked = {fold(w) for w in unsafe} - FAMOUS
    words = [w for w in (" ".join(w.split()) for w in wordings) if w and fold(w) not in others]
    if " " not in name and fold(name) not in FAMOUS:
        name = next((w for w in words if " " in w), "")  # one word alone would be found everywhere
    free = [w for w in words if stands_alone(w, name) and fold(w) not in marked]
    taken = {fold(w) for w in [name, *free]}
    return {
        "name_fa": name,
        "aliases_fa": join(w for w in free if fold(w) != fold(name)),
        "short_fa": join(w for w in words if fold(w) not in taken),
        "fa_source": source if name else "",
    }


def join(wordings: Iterable[str]) -> str:
    """The wordings as one cell, each once, however it is spelt."""
    kept: dict[str, str] = {}
    for wording in wordings:
        if wording:
            kept.setdefault(fold(wording), wording)
    return "|".join(kept.values())


def unshared(people: Table) -> Table:
    """The same people; a wording that two of them bear is a short name of both (their offices tell them apart)."""
    bearers: dict[str, set[str]] = {}
    for person in people:
        for wording in person["aliases_fa"].split("|"):
            bearers.setdefault(fold(wording), set()).add(person["id"])
    return [_demoted(person, {f for f, ids in bearers.items() if len(ids) > 1}) for person in people]


def _demoted(person: Line, shared: set[str]) -> Line:
    aliases = person["aliases_fa"].split("|")
    unsafe = [w for w in aliases if fold(w) in shared]
    if not person["aliases_fa"] or not unsafe:
        return person
    safe = join(w for w in aliases if fold(w) not in shared)
    return {**person, "aliases_fa": safe, "short_fa": join([*person["short_fa"].split("|"), *unsafe])}
