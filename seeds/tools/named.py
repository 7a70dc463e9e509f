"""Organizations, agreements, negotiations and conflicts: Wikidata ids and dates for the lines that stand in the tables."""

from tables import Line, Table, fill, fold

_SHARE_ALIKE = "confirmordeny/supraverden"


def complete(table: Table, facts: Table) -> Table:
    """Fill the Wikidata id, the acronym and the dates of each line from the fact of the same English name."""
    by_name = {fact["name_en"]: fact for fact in reversed(facts) if not _only_share_alike(fact)}
    for line in table:
        fact = by_name.get(line["name_en"], {})
        fill(
            line, wikidata=fact.get("qid", ""), acronym=fact.get("acronym", ""),
            source="wikidata" if fact.get("qid") else "unsourced", fa_source=_persian_source(line, fact),
        )  # fmt: skip
        if "start" in line:
            fill(line, start=fact.get("start", ""), end=fact.get("end", ""))
    return table


def _only_share_alike(fact: Line) -> bool:
    return all(source.startswith(_SHARE_ALIKE) for source in fact["source"].split(";"))


def _persian_source(line: Line, fact: Line) -> str:
    if not line.get("name_fa"):
        return ""
    known = {fold(n) for n in (fact.get("name_fa", ""), *fact.get("aliases_fa", "").split("|"))}
    said = fact.get("fa_source", "")
    if fold(line["name_fa"]) in known and "wikidata" in said:
        return "wikidata"
    return "partyfacts" if fold(line["name_fa"]) in known and "partyfacts" in said else "unsourced"
