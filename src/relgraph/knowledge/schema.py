"""What the seed tables hold: the key of a line, the columns that must be there, and which values some cells may have."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from relgraph.knowledge.tables import Row

_DATE = re.compile(r"-?\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_WIKIDATA = re.compile(r"Q[1-9][0-9]*")
_CONDITION = re.compile(r"(before|after|near|article):.+|title|dateline")

SECTORS = frozenset({"GOV", "MIL", "LEG", "JUD", "INT", "REB", "OPP", "PTY", "MED", "IGO", "NGO", "BUS", "REL", "EDU"})
_PLACES = frozenset({
    "city", "capital", "region", "province", "district", "site", "island", "sea", "ocean", "lake", "river", "canal", "strait",
    "mountain", "border", "former-state",
})  # fmt: skip
_STATUSES = frozenset({"full", "observer", "candidate", "temporary", "former"})
_ENDS = frozenset({"known", "successor", "open", "unknown"})


@dataclass(frozen=True, slots=True)
class Schema:
    """A table: the columns that tell its lines apart, those it must have, those of few values, those of dates.

    A folder may do without an `optional` one.
    """

    key: tuple[str, ...]
    columns: tuple[str, ...]
    choices: Mapping[str, frozenset[str]] = field(default_factory=dict)
    dates: tuple[str, ...] = ()
    optional: bool = False

    def check(self, row: Row) -> None:
        """Raises DataError where a line has no key, or a cell says what it can't."""
        for column in self.key[:1]:
            if not row[column]:
                raise row.fault(f"no {column}")
        if row.cells.get("wikidata") and not _WIKIDATA.fullmatch(row["wikidata"]):
            raise row.fault(f"no Wikidata id: {row['wikidata']!r}")
        for column, allowed in self.choices.items():
            if row[column] and row[column] not in allowed:
                raise row.fault(f"{column} {row[column]!r} is none of {', '.join(sorted(allowed))}")
        for column in self.dates:
            if row[column] and not _DATE.fullmatch(row[column]):
                raise row.fault(f"{column} is no date such as 2015, 2015-07 or 2015-07-14: {row[column]!r}")
        if "end" in self.dates:
            _check_order(row)


def _check_order(row: Row) -> None:
    start, end = row["start"], row["end"]
    known = min(len(start), len(end))
    if start and end and end[:known] < start[:known]:
        raise row.fault(f"it ends ({end}) before it starts ({start})")


def check_conditions(row: Row) -> tuple[str, ...]:
    """The conditions of a line of context.csv. Raises DataError for what is none."""
    conditions = row.many("require")
    for condition in conditions:
        if not _CONDITION.fullmatch(condition):
            raise row.fault(
                f"{condition!r} is no condition: before:WORD, after:WORD, near:WORD, article:NAME, title, dateline"
            )
    return conditions


_BASE = ("id", "wikidata", "name_en", "name_fa", "aliases_fa")
_EVENTFUL = Schema(("id",), (*_BASE, "start", "end", "places", "parties"), dates=("start", "end"))
TABLES: dict[str, Schema] = {
    "countries": Schema(("id",), (*_BASE, "iso2", "adjectives_fa", "latitude", "longitude")),
    "places": Schema(
        ("id",), (*_BASE, "type", "country", "latitude", "longitude", "importance"), choices={"type": _PLACES}
    ),
    "organizations": Schema(
        ("id",), (*_BASE, "kind", "sector", "state", "part_of", "headquarters"), choices={"sector": SECTORS}
    ),
    "people": Schema(("id",), (*_BASE, "short_fa", "country", "tier")),
    "agreements": _EVENTFUL,
    "negotiations": _EVENTFUL,
    "conflicts": _EVENTFUL,
    "resolutions": Schema(("number",), ("number", "body", "date", "topic", "wikidata"), dates=("date",)),
    "metonyms": Schema(("surface", "country"), ("surface", "country", "place")),
    "memberships": Schema(
        ("member", "organization", "start"),
        ("member", "organization", "status", "start", "end", "source"),
        choices={"status": _STATUSES},
        dates=("start", "end"),
    ),
    "offices": Schema(
        ("person", "of", "role", "start"),
        ("person", "of", "role", "title", "start", "end", "end_kind"),
        choices={"end_kind": _ENDS},
        dates=("start", "end"),
    ),
    "context": Schema(("alias", "entity"), ("alias", "entity", "require")),
    "sources": Schema(("organization",), ("organization", "names", "domains", "home")),
    "judgements": Schema(
        ("first", "second"),
        ("decision", "first", "second"),
        choices={"decision": frozenset({"same", "different", "unsure"})},
        optional=True,
    ),
}
