"""Reading the seed tables: comma-separated, a header line, `|` between the values of a cell, every fault with its line."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from relgraph.errors import DataError


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table, with the place it came from."""

    path: Path
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def get(self, column: str) -> str | None:
        """A cell, or None where it is empty."""
        return self.cells[column] or None

    def many(self, column: str) -> tuple[str, ...]:
        """The values of a cell that holds several."""
        return tuple(v for part in self.cells[column].split("|") if (v := part.strip()))

    def number(self, column: str) -> float | None:
        """A cell as a number, or None where it is empty."""
        value = self.cells[column]
        if not value:
            return None
        try:
            return float(value)
        except ValueError:
            raise self.fault(f"{column} is no number: {value!r}") from None

    def fault(self, reason: str) -> DataError:
        """An error that names this line."""
        return DataError(self.path, self.line, reason)


def read_table(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """The rows of a table that must have (at least) these columns; a missing file, column or cell is a DataError."""
    reader = csv.reader(StringIO(_text(path), newline=""))
    header = next(reader, [])
    missing = [c for c in columns if c not in header]
    if missing:
        raise DataError(path, 1, f"missing columns: {', '.join(missing)}")
    for cells in reader:
        if not cells:
            continue
        if len(cells) != len(header):
            raise DataError(path, reader.line_num, f"{len(cells)} cells where the header has {len(header)}")
        yield Row(path, reader.line_num, dict(zip(header, cells, strict=True)))


def header_of(path: Path) -> list[str]:
    """The columns of a table."""
    return next(csv.reader(StringIO(_text(path), newline="")), [])


def _text(path: Path) -> str:
    """The characters of a table, without the mark that spreadsheets put before them."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as e:
        raise DataError(path, 0, f"can't be read: {e.strerror}") from e
    except UnicodeDecodeError as e:
        raise DataError(path, e.object.count(b"\n", 0, e.start) + 1, "it isn't UTF-8: save it as UTF-8") from e
