"""The people of the facts and those written by hand, each with an id, names and the country that he serves."""

import re
from collections.abc import Collection, Iterable
from pathlib import Path

from persian import curated, named
from spells import Spell
from tables import Line, Table, fold, read, slug

_HERE = Path(__file__).resolve().parent
_OFFICES = frozenset({"Q19546"})  # the facts count the papacy among the people
# «…, Baron Robertson of Port Ellen» is no part of the name that news uses.
_PEERAGE = re.compile(r", (?:\d+\w\w )?(?:Baron|Baroness|Viscount|Earl|Lord|Lady)\b.*")
# Letters that no accent makes, so that decomposing them leaves nothing for an id.
_PLAIN = str.maketrans({
    "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "æ": "ae", "Æ": "Ae", "œ": "oe",
    "ß": "ss", "þ": "th", "Þ": "Th", "ə": "a", "Ə": "A",
})  # fmt: skip


def extra(name: str) -> Table:
    """The lines of all files beside this one whose name begins so."""
    return [line for path in sorted(_HERE.glob(f"{name}*.csv")) for line in read(path)]


def wordings(tables: dict[str, Table]) -> set[str]:
    """The folded Persian wordings of countries, places, organizations and what happens between them."""
    cells = [
        line.get(c, "")
        for lines in tables.values()
        for line in lines
        for c in ("name_fa", "aliases_fa", "adjectives_fa")
    ]
    return {fold(wording) for cell in cells for wording in cell.split("|")}


def persons(facts: Table, by_iso2: dict[str, str], taken: set[str], others: set[str]) -> dict[str, Line]:
    """The people by key (Wikidata id, else English name), each with an id that nothing else has."""
    hand = curated(_HERE)
    right_cells = {line["key"]: line for line in read(_HERE / "corrected-people.csv")}
    used: set[str] = set(taken)
    found: dict[str, Line] = {}
    for fact in [*facts, *_extra_people()]:
        key = fact["qid"] or fact["name_en"]
        if key in found or key in _OFFICES:
            continue
        right = {column: cell for column, cell in right_cells.get(key, {}).items() if cell}
        name = right.get("name_en") or _PEERAGE.sub("", fact["name_en"]).strip()
        id_ = _free(slug(name.translate(_PLAIN)) or key.lower(), used)
        used.add(id_)
        countries = [by_iso2[c] for c in fact["country_iso2"].split("|") if c in by_iso2]
        found[key] = {
            "id": id_, "wikidata": fact["qid"], "name_en": name if re.search("[A-Za-z]", name) else "",
            "aliases_en": _latin(fact["aliases_en"]),
            **named(fact, hand.get(key) or hand.get(fact["name_en"]), others),
            "country": right.get("country") or (countries[0] if countries else ""), "tier": fact["tier"],
            "source": "wikidata" if fact["qid"] else "unsourced",
        }  # fmt: skip
    return found


def settle(people: Table, spells: Iterable[Spell], countries: Collection[str]) -> None:
    """Who has no country yet serves the one that all his offices are of."""
    served: dict[str, set[str]] = {}
    for spell in spells:
        if spell.of in countries:
            served.setdefault(spell.person, set()).add(spell.of)
    for line in people:
        found = served.get(line["id"], set())
        if not line["country"] and len(found) == 1:
            line["country"] = next(iter(found))


def _extra_people() -> Table:
    """People that the facts lack, in the columns of the facts."""
    blank = {"qid": "", "aliases_en": "", "name_fa": "", "aliases_fa": "", "fa_source": "unsourced", "tier": "2"}
    return [{**blank, **line, "source": "unsourced"} for line in extra("extra-people")]


def _latin(aliases: str) -> str:
    """English aliases of two words or more: the rest of what the facts call one are surnames and initials."""
    return "|".join(a for alias in aliases.split("|") if " " in (a := alias.strip()) and "," not in a)


def _free(wanted: str, used: set[str]) -> str:
    number, free = 2, wanted
    while free in used:
        free, number = f"{wanted}-{number}", number + 1
    return free
