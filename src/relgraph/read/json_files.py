"""JSON: one article a line (jsonl), or one object or array in a file."""

import codecs
import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from relgraph.read.decode import decode
from relgraph.read.record import Record, Refused


def read_lines(where: str, lines: Iterable[bytes]) -> Iterator[Record | Refused]:
    """One article a line, read as they come; a bad line is refused and the rest goes on. Blank lines are skipped."""
    for number, line in enumerate(lines, 1):
        raw = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
        if raw.strip():
            yield _line_record(f"{where}:{number}", raw)


def _line_record(where: str, raw: bytes) -> Record | Refused:
    try:
        value = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as e:
        return Refused(where, f"not UTF-8 at byte {e.start} of the line")
    except json.JSONDecodeError as e:
        return Refused(where, f"bad JSON at column {e.colno}: {e.msg}")
    except (ValueError, RecursionError) as e:
        return Refused(where, f"bad JSON: {e}")
    return _object_record(where, value)


def read_document(where: str, stream: BinaryIO) -> Iterator[Record | Refused]:
    """The articles of a file that holds one object or an array of them. The file is read whole."""
    try:
        value = json.loads(decode(stream.read()))
    except json.JSONDecodeError as e:
        advice = "; if each line is an article, call the file .jsonl" if e.msg == "Extra data" else ""
        yield Refused(f"{where}:{e.lineno}", f"bad JSON at column {e.colno}: {e.msg}{advice}")
    except (ValueError, RecursionError) as e:
        yield Refused(where, f"can't be read: {e}")
    else:
        if isinstance(value, list):
            yield from (_object_record(f"{where} item {n}", item) for n, item in enumerate(value, 1))
        else:
            yield _object_record(where, value)


def _object_record(where: str, value: object) -> Record | Refused:
    if not isinstance(value, dict):
        return Refused(where, f"{type(value).__name__} where an object with a text is expected")
    return Record(where, value)
