"""Places: sourced coordinates and ids for the lines that stand in the table, and the rest of Natural Earth's cities.

Shippable are Natural Earth (public domain) for coordinates and GeoNames, Wikidata labels and CLDR for Persian names.
A city gets its Persian name only if that is no dictionary word and no other entity's name.
"""

import math
from collections.abc import Container

from tables import Line, Table, fill, fold, slug

_SHIPPABLE = {"geonames": "geonames", "mpararel": "wikidata", "cldr": "cldr"}
# Below these a Persian name is more often a person or a thing than the city.
_SHORTEST = 4
_SMALLEST = 500_000


def complete(
    table: Table, facts: Table, countries: Table, others: set[str], taken: Container[str], common: Container[str]
) -> Table:
    """Fill and extend the table.

    `others` are the ids of other tables, `taken` the folded names of their entities, `common` folded dictionary words.
    """
    ids = {c["iso2"]: c["id"] for c in countries}
    known = {(line["name_en"], line["country"]): line for line in table if line["country"]}
    free = {line["name_en"]: line for line in table if not line["country"]}
    linked = {line["wikidata"]: line for line in table if line.get("wikidata")}
    spoken = {c["wikidata"] for c in countries} | linked.keys()
    used = others | {line["id"] for line in table}
    seen = {fold(n) for line in table for n in _persian(line)}
    for fact in sorted(facts, key=lambda f: (-_people(f), f["name_en"], f["geonames_id"])):
        state = ids.get(fact["country_iso2"], "")
        line = linked.get(fact["qid"]) or known.get((fact["name_en"], state)) or free.get(fact["name_en"])
        if line is not None:
            _fill(line, fact, spoken)
        elif _natural_earth(fact) and state:
            line = _new(fact, state, used, seen, taken, common)
            if line["wikidata"] in spoken:
                line["wikidata"] = ""
            spoken.add(line["wikidata"])
            known[fact["name_en"], state] = line
            seen.update(fold(n) for n in _persian(line))
            table.append(line)
    for line in table:
        fill(line, importance="1.0", source="unsourced")
    return table


def _natural_earth(fact: Line) -> bool:
    return fact["source"].startswith("martynafford/natural-earth")


def _newsworthy(fact: Line) -> bool:
    return fact["type"] == "capital" or (_people(fact) >= _SMALLEST and fact["fa_attest"] != "0")


def _plain(name: str) -> bool:
    return len(name) >= _SHORTEST and not set("،٬(") & set(name)


def _people(fact: Line) -> float:
    return max(0.0, float(fact["population"] or 0))


def _persian(line: Line) -> list[str]:
    return [n for n in (line.get("name_fa", ""), *line.get("aliases_fa", "").split("|")) if n]


def _importance(fact: Line) -> str:
    if fact["type"] == "capital":
        return "0.95"
    return f"{min(0.9, math.log10(_people(fact) + 10) / 8):.2f}"


def _fill(line: Line, fact: Line, spoken: set[str]) -> None:
    if line.get("wikidata") and fact["qid"] != line["wikidata"]:
        return
    if fact["qid"] not in spoken:
        fill(line, wikidata=fact["qid"])
        spoken.add(fact["qid"])
    fill(line, geonames=fact["geonames_id"])
    if _natural_earth(fact):
        if not line.get("latitude"):
            fill(line, latitude=fact["lat"], longitude=fact["lon"])
            fill(line, source="natural-earth|unsourced")
        fill(line, importance="1.0")
    elif fact["qid"] and line.get("wikidata") == fact["qid"]:
        fill(line, source="wikidata|unsourced")


def _new(fact: Line, state: str, used: set[str], *unsafe: Container[str]) -> Line:
    line = {
        "id": _id(fact, state, used), "wikidata": fact["qid"], "geonames": fact["geonames_id"],
        "type": "capital" if fact["type"] == "capital" else "city", "name_en": fact["name_en"], "country": state,
        "latitude": fact["lat"], "longitude": fact["lon"], "importance": _importance(fact), "source": "natural-earth",
    }  # fmt: skip
    sources = [s for key, s in _SHIPPABLE.items() if key in fact["fa_sources"]]
    name = fact["name_fa"]
    if sources and _newsworthy(fact) and _plain(name) and not any(fold(name) in names for names in unsafe):
        line["name_fa"] = name
        line["source"] += "|" + sources[0]
    return line


def _id(fact: Line, state: str, used: set[str]) -> str:
    for number in range(1, 100):
        base = slug(fact["name_en"]) or f"place-{fact['geonames_id']}"
        name = base if number == 1 else f"{base}-{state}" if number == 2 else f"{base}-{state}-{number}"
        if name not in used:
            used.add(name)
            return name
    raise AssertionError(fact["name_en"])
