"""Reading the language's data files: TOML and CSV, each fault with file and line."""

import re
import tomllib
from pathlib import Path
from typing import Any

from relgraph.errors import DataError

Table = dict[str, Any]


def read_toml(path: Path) -> Table:
    """A TOML file as a dict. A syntax error or a missing file is a DataError."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as e:
        raise DataError(path, 0, f"can't be read: {e.strerror}") from e
    except tomllib.TOMLDecodeError as e:
        raise DataError(path, getattr(e, "lineno", 0), str(e)) from e


def read_entries(path: Path, name: str) -> list[tuple[int, Table]]:
    """The tables `[[name]]` of a TOML file, each with the line of its header."""
    entries = read_toml(path).get(name, [])
    header = re.compile(rf"\s*\[\[\s*{re.escape(name)}\s*\]\]\s*(#.*)?")
    text = path.read_text(encoding="utf-8").splitlines()
    lines = [n for n, line in enumerate(text, 1) if header.fullmatch(line)]
    return list(zip(lines, entries, strict=True))


def words(path: Path, table: Table, key: str, line: int = 0) -> tuple[str, ...]:
    """A list of strings under a key, empty where absent."""
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise DataError(path, line, f"{key} must be a list of words")
    return tuple(value)


def choice(path: Path, table: Table, key: str, allowed: tuple[str, ...], line: int = 0) -> str | None:
    """A string under a key that must be one of `allowed`, None where absent."""
    value = table.get(key)
    if value is not None and value not in allowed:
        raise DataError(path, line, f"{key} is {value!r}; it must be one of {', '.join(allowed)}")
    return value
