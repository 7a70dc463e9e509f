"""Security Council resolutions: number, date and a short topic; Persian names are composed from the number."""

import re

from tables import Table, fill

_LONGEST_TOPIC = 90


def complete(table: Table, facts: Table) -> Table:
    """Add the resolutions that the table lacks."""
    known = {line["number"]: line for line in table}
    for fact in facts:
        line = known.setdefault(fact["number"], {"number": fact["number"]})
        fill(
            line, body="un-security-council", date=fact["date"], topic=_short(fact["topic"] or fact["title"]),
            source="un-documents",
        )  # fmt: skip
    return list(known.values())


def _short(topic: str) -> str:
    first = re.split(r"(?<=[a-z)])(?=[A-Z])", " ".join(topic.split()))[0]
    if len(first) <= _LONGEST_TOPIC:
        return first
    return first[:_LONGEST_TOPIC].rsplit(" ", 1)[0].rstrip(",;(") + " …"
