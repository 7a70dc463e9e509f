"""Tables: csv and tsv with a header line, one article a row."""

import csv
import io
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from relgraph.read.decode import encoding_of
from relgraph.read.record import Record, Refused

if TYPE_CHECKING:
    from _csv import Reader


def read_csv(where: str, stream: BinaryIO) -> Iterator[Record | Refused]:
    """The rows of a comma-separated file. A row is named after the line that it begins on."""
    return _read_table(where, stream, ",")


def read_tsv(where: str, stream: BinaryIO) -> Iterator[Record | Refused]:
    """The rows of a tab-separated file."""
    return _read_table(where, stream, "\t")


def _read_table(where: str, stream: BinaryIO, delimiter: str) -> Iterator[Record | Refused]:
    try:
        encoding = encoding_of(stream)
    except ValueError as e:
        yield Refused(where, str(e))
        return
    # An article is one field; the csv module's own limit is 128 kB, for the whole process.
    csv.field_size_limit(sys.maxsize)
    with io.TextIOWrapper(stream, encoding=encoding, newline="") as text:
        yield from _records(where, csv.reader(text, delimiter=delimiter, strict=True))


def _records(where: str, reader: "Reader") -> Iterator[Record | Refused]:
    header: list[str] | None = None
    for place, row in _rows(where, reader):
        if isinstance(row, str):
            yield Refused(place, row)
        elif header is None:
            header = [name.strip() for name in row]
            if "text" not in header:
                yield Refused(place, f"no column named text; there are {', '.join(header)}")
                return
        else:
            yield Record(place, dict(zip(header, row, strict=False)))


def _rows(where: str, reader: "Reader") -> Iterator[tuple[str, list[str] | str]]:
    """Each row that isn't blank with its file:line; a row that can't be parsed is its fault instead."""
    while True:
        place = f"{where}:{reader.line_num + 1}"
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as e:
            yield place, f"bad row: {e}"
        else:
            if row:
                yield place, row
