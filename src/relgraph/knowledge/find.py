"""What the seed tables hold of a wording: the entities it may name, with names, offices and memberships, and where they stand."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from relgraph.knowledge.overlay import Tables
from relgraph.knowledge.tables import Row
from relgraph.text.fold import squeeze

_ENTITIES = ("countries", "organizations", "people", "places", "agreements", "negotiations", "conflicts", "resolutions")
_PERSIAN = ("name_fa", "aliases_fa", "adjectives_fa", "short_fa")
_ENGLISH = ("name_en", "aliases_en", "acronym")
_DATES = ("start", "end", "date")
# Most entities to show, and most lines of one sort for each.
_MOST, _LINES = 20, 12


@dataclass(frozen=True, slots=True)
class Entry:
    """One entity of the tables: its line, and the lines of other tables about it."""

    table: str
    row: Row
    about: tuple[tuple[str, Row], ...]

    def lines(self) -> Iterator[str]:
        """The entry for people to read, a line each."""
        row = self.row
        key = row.cells.get("id") or row.cells.get("number", "")
        yield " · ".join(
            [key, self.table, *(v for c in ("wikidata", "type", "kind", "sector") if (v := _cell(row, c)))]
        )
        for label, columns in (("fa", _PERSIAN[:3]), ("fa, if introduced", _PERSIAN[3:]), ("en", (*_ENGLISH, "topic"))):
            names = [v for c in columns if (v := _cell(row, c))]
            if names:
                yield f"  {label}: {' | '.join(names).replace('|', ' | ').replace('  ', ' ')}"
        for column in (
            "country",
            "state",
            "part_of",
            "headquarters",
            "administered_by",
            "claimed_by",
            "parties",
            "places",
        ):
            if _cell(row, column):
                yield f"  {column}: {_cell(row, column)}"
        dates = [v for c in _DATES if (v := _cell(row, c))]
        if dates:
            yield f"  {' – '.join(dates)}"
        yield from self._about()
        yield f"  from {_place(row)}{_sources(row)}"

    def _about(self) -> Iterator[str]:
        told: dict[str, list[str]] = defaultdict(list)
        for table, row in self.about:
            told[table].append(f"  {_DESCRIBED[table](row)}  ({_place(row)}{_sources(row)})")
        for table, lines in told.items():
            yield from lines[:_LINES]
            if len(lines) > _LINES:
                yield f"  … and {len(lines) - _LINES} more lines of {table}.csv"


def _cell(row: Row, column: str) -> str:
    return row.cells.get(column, "")


def _place(row: Row) -> str:
    return f"{row.path.name}:{row.line}"


def _sources(row: Row) -> str:
    """What a line says of its sources."""
    told = [f"{label}{v}" for c, label in (("source", ""), ("fa_source", "Persian name: ")) if (v := _cell(row, c))]
    return f"; {', '.join(told)}" if told else ""


def _years(row: Row) -> str:
    start, end = _cell(row, "start") or "?", _cell(row, "end")
    return f"{start} – {end or ('today' if _cell(row, 'end_kind') == 'open' else '?')}"


_DESCRIBED = {
    "offices": lambda r: f"{r['title']} ({r['role']}) of {r['of']}: {r['person']}, {_years(r)}",
    "memberships": lambda r: f"{r['member']} in {r['organization']}: {r['status']}, {_years(r)}",
    "metonyms": lambda r: f"«{r['surface']}» stands for {r['country']}, and is {r['place'] or 'no place'}",
    "context": lambda r: f"«{r['alias']}» means {r['entity']} only with {r['require']}",
    "sources": lambda r: f"outlet {r['names']}, home {r['home'] or 'none'}",
}  # fmt: skip
# The columns of each table that say which entities a line is about.
_ABOUT = {
    "offices": ("person",), "memberships": ("member", "organization"), "metonyms": ("country", "place"),
    "context": ("entity",), "sources": ("organization",),
}  # fmt: skip


def find_entries(wording: str, folder: Path, own: Iterable[Path] = ()) -> list[Entry]:
    """The entities that a wording names, those called exactly so first; at most twenty.

    A wording is a name or part of one in Persian or English, however spaced, an id, or a Wikidata id. Raises DataError for
    a faulty table.
    """
    tables = Tables(folder, own)
    ranked = sorted(_matches(wording, tables), key=lambda m: (m[0], m[1], m[2].line))[:_MOST]
    about: dict[str, list[tuple[str, Row]]] = {_cell(row, "id"): [] for _, _, row in ranked if _cell(row, "id")}
    for table, columns in _ABOUT.items():
        for row in tables.rows(table):
            for id_ in dict.fromkeys(row[c] for c in columns):
                if id_ in about:
                    about[id_].append((table, row))
    return [Entry(table, row, tuple(about.get(_cell(row, "id"), ()))) for _, table, row in ranked]


def _matches(wording: str, tables: Tables) -> Iterator[tuple[int, str, Row]]:
    """(rank, table, line) of what a wording may name: 0 exactly, 1 as a part."""
    key, latin = squeeze(wording), " ".join(wording.casefold().split())
    aliases = {row["entity"] for row in tables.rows("context") if squeeze(row["alias"]) == key}
    aliases |= {row["country"] for row in tables.rows("metonyms") if squeeze(row["surface"]) == key}
    for table in _ENTITIES:
        for row in tables.rows(table):
            rank = _rank(row, key, latin)
            if rank is None and _cell(row, "id") in aliases:
                rank = 0
            if rank is not None:
                yield rank, table, row


def _rank(row: Row, key: str, latin: str) -> int | None:
    if latin in (_cell(row, "id"), _cell(row, "wikidata").casefold()):
        return 0
    persian = [squeeze(n) for c in _PERSIAN for n in _cell(row, c).split("|") if n]
    english = [n.casefold() for c in _ENGLISH for n in _cell(row, c).split("|") if n]
    if key in persian or latin in english:
        return 0
    part = any(key in n for n in persian) or any(f" {latin} " in f" {n} " for n in english)
    return 1 if part else None
