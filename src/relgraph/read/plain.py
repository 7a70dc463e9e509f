"""Text files: optional front matter, then the title on the first line if more lines follow."""

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO

from relgraph.read.decode import decode
from relgraph.read.published import date_in_name
from relgraph.read.record import Record, Refused

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_ENTRY = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:[ \t]*(.*?)[ \t]*")
_BLANK_LINES = re.compile(r"(?:[ \t\u200c\u200f]*\r?\n)*")
_LINE_END = re.compile(r"\r\n|\n|\r")
_QUOTES = "\"'"


def read_text(where: str, stream: BinaryIO) -> Iterator[Record | Refused]:
    """The one article of a text file. Its lines keep the ends that they have; one line end at the file's end is dropped."""
    try:
        content = decode(stream.read())
    except ValueError as e:
        yield Refused(where, str(e))
        return
    yield text_record(where, content)


def text_record(where: str, content: str) -> Record:
    """The fields of an article in plain text; a date in the file's name is what it may be published on."""
    front, body = _split_front_matter(content)
    body = body[_blank_lines_end(body) :]
    body = body.removesuffix("\n").removesuffix("\r")
    title, text = front.get("title"), body
    if not title:
        title, text = _split_title(body)
    found = date_in_name(PurePath(where).stem)
    return Record(where, {**front, "title": title, "text": text}, {"published": found} if found else {})


def _blank_lines_end(body: str) -> int:
    match = _BLANK_LINES.match(body)
    return match.end() if match else 0


def _split_title(body: str) -> tuple[str, str]:
    line_end = _LINE_END.search(body)
    if line_end is None or not body[line_end.end() :].strip():
        return "", body
    return body[: line_end.start()], body[line_end.end() :]


def _split_front_matter(content: str) -> tuple[dict[str, str], str]:
    """The entries of a block between --- lines, and what follows; a block that isn't `key: value` throughout is text."""
    match = _FRONT_MATTER.match(content)
    if match is None:
        return {}, content
    lines = [line for line in match[1].splitlines() if line.strip()]
    entries = [_ENTRY.fullmatch(line) for line in lines]
    if not all(entries):
        return {}, content
    return {e[1].lower(): _unquoted(e[2]) for e in entries if e}, content[match.end() :]


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in _QUOTES
    return value[1:-1] if quoted else value
