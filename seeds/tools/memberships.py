"""Who belongs to which organization, since when: the Factbook and country-group layers, without the share-alike ones."""

from tables import Line, Table

# The facts name a status in many ways; ours are five.
_STATUS = {
    "member": "full", "full": "full", "permanent": "full", "nonregional member": "full",
    "observer": "observer", "dialogue partner": "observer", "partner": "observer", "partners": "observer",
    "candidate country": "candidate", "candidate": "candidate", "candidates": "candidate",
    "accession candidate": "candidate", "temporary": "temporary",
}  # fmt: skip
_SHARE_ALIKE = ("igoR", "world-countries", "dr5hn", "supraverden")


def complete(table: Table, facts: Table, organizations: Table, countries: Table) -> Table:
    """Add the memberships of the organizations and countries in the tables; a pair that stands there stays as it is."""
    orgs = {o["wikidata"]: o["id"] for o in organizations if o["wikidata"]} | {
        o["name_en"]: o["id"] for o in organizations
    }
    ids = {c["iso2"]: c["id"] for c in countries}
    have = {(line["member"], line["organization"]) for line in table}
    found: dict[tuple[str, str], Line] = {}
    for fact in sorted(facts, key=_trust):
        pair = ids.get(fact["iso2"], ""), orgs.get(fact["org_qid"]) or orgs.get(fact["org"], "")
        status = _STATUS.get(fact["status"], "")
        if all(pair) and status and pair not in have and not any(s in fact["source"] for s in _SHARE_ALIKE):
            found.setdefault(pair, _line(pair, status, fact))
    return table + list(found.values())


def _trust(fact: Line) -> tuple[bool, bool, str, str, str, str]:
    dated = not fact["start"]
    return "factbook" in fact["source"], dated, fact["org"], fact["iso2"], fact["status"], fact["source"]


def _line(pair: tuple[str, str], status: str, fact: Line) -> Line:
    kind = "factbook" if "factbook" in fact["source"] else fact["source"].split("==")[0].removeprefix("pypi:")
    return {
        "member": pair[0], "organization": pair[1], "status": status,
        "start": fact["start"], "end": fact["end"], "source": kind,
    }  # fmt: skip
