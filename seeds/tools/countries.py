"""Countries: codes, Wikidata ids, English names, capitals and a point, for the lines that stand in the table."""

from tables import Line, Table, fill, fold


def complete(table: Table, facts: Table, places: Table) -> Table:
    """Fill the sourced cells of each country; the point is Natural Earth's of its capital."""
    by_iso2 = {fact["iso2"]: fact for fact in facts}
    for line in table:
        fact = by_iso2[line["iso2"]]
        capital = _capital(fact, places)
        fill(
            line, iso3=fact["iso3"], wikidata=fact["qid"], name_en=fact["name_en"], capital=fact["capital_en"],
            un_member=fact["un_member"], source=_source(line, fact),
            latitude=capital.get("lat", ""), longitude=capital.get("lon", ""),
        )  # fmt: skip
    return table


def _capital(fact: Line, places: Table) -> Line:
    here = [p for p in places if p["country_iso2"] == fact["iso2"] and "natural-earth" in p["source"]]
    for wanted in ("qid", "name_en"):
        key = fact["capital_qid" if wanted == "qid" else "capital_en"]
        found = [p for p in here if key and p[wanted] == key]
        if found:
            return max(found, key=lambda p: float(p["population"] or 0))
    return {}


def _source(line: Line, fact: Line) -> str:
    known = {fold(n) for n in (fact["name_fa"], fact["news_name_fa"], *fact["aliases_fa"].split("|"))}
    return "wikidata|cldr" if fold(line["name_fa"]) in known else "wikidata|unsourced"
