"""Persian names of people: those that may stand alone in an article, and those that need their bearer introduced."""

from collections.abc import Iterable
from pathlib import Path

from tables import Line, Table, fold, read

# Surnames that no other office-holder, no common word and no first name shares.
_FAMOUS = frozenset(
    fold(name)
    for name in (
        "پوتین", "ترامپ", "اوباما", "نتانیاهو", "اردوغان", "مرکل", "ماکرون", "لاوروف", "پامپئو", "پمپئو", "زلنسکی", "بایدن",
        "البرادعی", "آمانو", "گروسی", "سولانا", "موگرینی", "بورل", "سارکوزی", "اولاند", "مدودف", "احمدی‌نژاد", "امیرعبداللهیان",
        "گوترش", "استولتنبرگ", "بلینکن", "عراقچی", "پزشکیان", "قالیباف", "ولایتی", "چاوز", "مادورو", "کیسینجر", "یلتسین",
    )
)  # fmt: skip


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


def named(fact: Line, hand: Line | None) -> Line:
    """The cells name_fa, aliases_fa, short_fa and fa_source of a person: what was written by hand before the facts."""
    source = fact.get("fa_source", "")
    name = fact["name_fa"]
    wordings = [name, *fact["aliases_fa"].split("|")]
    if hand and hand["name_fa"]:
        name, source = hand["name_fa"], source if fold(hand["name_fa"]) == fold(name) else "unsourced"
    if hand:
        wordings = [name, *hand["aliases_fa"].split("|"), *hand["short_fa"].split("|"), *wordings]
    words = [w for w in (" ".join(w.split()) for w in wordings) if w]
    full = [w for w in words if _full(w)]
    short = [w for w in words if not _full(w)]
    return {
        "name_fa": name,
        "aliases_fa": join(w for w in [*full, *(w for w in short if fold(w) in _FAMOUS)] if fold(w) != fold(name)),
        "short_fa": join(w for w in short if fold(w) not in _FAMOUS),
        "fa_source": source if name else "",
    }


def _full(wording: str) -> bool:
    return " " in wording or ("\u200c" in wording and fold(wording) in _FAMOUS)


def join(wordings: Iterable[str]) -> str:
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
