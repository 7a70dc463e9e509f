"""The lines of the seed tables: those that ship, and a person's own, which add to them or override them by key.

A file of one's own needs the key and the columns that it has something to say of; what it leaves out stays as it ships. It
is told to a table by its name (`people.csv`, `my-people.csv`), else by its header.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from relgraph.errors import DataError
from relgraph.knowledge.schema import TABLES
from relgraph.knowledge.tables import Row, header_of, read_table

Key = tuple[str, ...]


class Tables:
    """All tables of a folder, with the lines of further files over them."""

    def __init__(self, folder: Path, own: Iterable[Path] = ()) -> None:
        self._paths = {table: table_path(folder, table) for table in TABLES}
        self._own: dict[str, dict[Key, Row]] = {}
        for path in files_of(own):
            table = self._table_of(path)
            lines = self._own.setdefault(table, {})
            lines.update(_own_lines(path, table, self._columns(table)))

    def rows(self, table: str) -> Iterator[Row]:
        """The checked lines of a table. Raises DataError with file and line for the first fault."""
        schema, path = TABLES[table], self._paths[table]
        own = dict(self._own.get(table, {}))
        for row in () if self._is_absent(table) else read_table(path, schema.columns):
            mine = own.pop(_key(row, schema.key), None) if own else None
            line = row if mine is None else replace(mine, cells={**row.cells, **mine.cells})
            schema.check(line)
            yield line
        blank = dict.fromkeys(self._columns(table), "") if own else {}
        for mine in own.values():
            line = replace(mine, cells={**blank, **mine.cells})
            schema.check(line)
            yield line

    def _is_absent(self, table: str) -> bool:
        return TABLES[table].optional and not self._paths[table].exists()

    def _columns(self, table: str) -> Sequence[str]:
        return TABLES[table].columns if self._is_absent(table) else header_of(self._paths[table])

    def _table_of(self, path: Path) -> str:
        """The table that a file's name ends with, else the only one that has all of its columns."""
        stem = path.stem.casefold()
        named = [t for t in TABLES if stem == t or stem.endswith(("-" + t, "_" + t, " " + t, "." + t))]
        if named:
            return named[0]
        header = set(header_of(path))
        fitting = [
            t for t, schema in TABLES.items()
            if set(schema.key) <= header <= set(self._columns(t))
        ]  # fmt: skip
        if len(fitting) == 1:
            return fitting[0]
        which = "more than one table: " + ", ".join(fitting) if fitting else "no table"
        raise DataError(path, 1, f"its header fits {which}; name the file after its table, such as my-people.csv")


def table_path(folder: Path, table: str) -> Path:
    """Where a table lies: the judgements, which are about the graph, beside the folder of knowledge."""
    return (folder.parent if table == "judgements" else folder) / f"{table}.csv"


def files_of(paths: Iterable[Path]) -> list[Path]:
    """The files that a person's paths name: a folder stands for the CSV files in it, of which there must be one."""
    files = []
    for path in paths:
        inside = sorted(path.glob("*.csv")) if path.is_dir() else [path]
        if not inside:
            raise DataError(path, 0, "no table (*.csv) lies in this folder")
        files.extend(inside)
    return files


def _own_lines(path: Path, table: str, known: Sequence[str]) -> dict[Key, Row]:
    """The lines of one's own file by key. Raises DataError for an unknown column and for a key told twice."""
    schema = TABLES[table]
    strange = [c for c in header_of(path) if c not in known]
    if strange:
        raise DataError(path, 1, f"unknown columns for {table}: {', '.join(strange)}; it has {', '.join(known)}")
    lines: dict[Key, Row] = {}
    for row in read_table(path, schema.key):
        key = _key(row, schema.key)
        if key in lines:
            raise row.fault(f"{' '.join(key)!r} stands in line {lines[key].line} already")
        lines[key] = row
    return lines


def _key(row: Row, columns: tuple[str, ...]) -> Key:
    return tuple(row[c] for c in columns)
