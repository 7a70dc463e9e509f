"""The articles of files, folders, patterns and standard input, one after the other, each read once."""

import codecs
import glob
import itertools
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from relgraph.errors import InputError
from relgraph.model import Article
from relgraph.read.article import check_options, content_id, to_article
from relgraph.read.decode import decode
from relgraph.read.json_files import read_document, read_lines
from relgraph.read.page import page_record, read_page
from relgraph.read.plain import read_text, text_record
from relgraph.read.record import ReadOptions, Record, Refused
from relgraph.read.table import read_csv, read_tsv

Reader = Callable[[str, BinaryIO], Iterator[Record | Refused]]

READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_text,
    ".html": read_page,
    ".htm": read_page,
    ".jsonl": read_lines,
    ".ndjson": read_lines,
    ".json": read_document,
    ".csv": read_csv,
    ".tsv": read_tsv,
}
STDIN = "-"
_HTML_SIGNS = ("<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>")
_HTML_WINDOW = 2000


def read_inputs(inputs: Sequence[str], options: ReadOptions) -> Iterator[Article | Refused]:
    """The articles of all inputs in order, as a stream; what can't be read is refused in its place and the rest goes on.

    An input is a file, a folder (read with its subfolders, sorted by path), a pattern such as `news/*.txt`, or `-` for
    standard input. An id that was already given is refused. UsageError where an option makes no sense.
    """
    options = check_options(options)
    return _without_duplicates(_articles(inputs, options))


def count_skipped(inputs: Sequence[str]) -> int:
    """How many files in the folders and patterns are of a kind that isn't read."""
    return sum(not _readable(path) for name in inputs if name != STDIN for path in _inside(name))


def _articles(inputs: Sequence[str], options: ReadOptions) -> Iterator[tuple[str, Article | Refused]]:
    for record in itertools.chain.from_iterable(map(_records, inputs)):
        if isinstance(record, Refused):
            yield record.where, record
            continue
        try:
            yield record.where, to_article(record, options)
        except InputError as e:
            yield record.where, Refused(e.where, e.reason)


def _without_duplicates(found: Iterable[tuple[str, Article | Refused]]) -> Iterator[Article | Refused]:
    seen: dict[str, tuple[str, str]] = {}
    for where, item in found:
        if isinstance(item, Refused):
            yield item
            continue
        content = content_id(item.title, item.text)
        if item.id not in seen:
            seen[item.id] = (where, content)
            yield item
        elif seen[item.id][1] == content:
            yield Refused(where, f"same article twice: first in {seen[item.id][0]}")
        else:
            yield Refused(where, f"the id {item.id} is taken by another article, in {seen[item.id][0]}")


def _records(name: str) -> Iterator[Record | Refused]:
    try:
        yield from _records_of(name)
    except OSError as e:
        yield Refused(str(e.filename or name), e.strerror or str(e))


def _records_of(name: str) -> Iterator[Record | Refused]:
    if name == STDIN:
        yield from _read_stdin(sys.stdin.buffer)
    elif Path(name).is_file():
        yield from _read_file(name)
    elif Path(name).is_dir() or glob.has_magic(name):
        yield from _read_inside(name)
    else:
        yield Refused(name, "no such file or folder")


def _read_inside(name: str) -> Iterator[Record | Refused]:
    found = False
    for path in _inside(name):
        found = True
        if _readable(path):
            yield from _read_file(path)
    if not found:
        yield Refused(name, "no file in this folder" if Path(name).is_dir() else "no file matches this pattern")


def _inside(name: str) -> Iterator[str]:
    """The files of a folder or pattern, sorted; nothing for a plain file."""
    if Path(name).is_file():
        return
    if Path(name).is_dir():
        yield from _walk(name)
    elif glob.has_magic(name):
        matches = glob.glob(name, recursive=True)  # noqa: PTH207  a Path can't hold an absolute pattern
        yield from sorted({path for match in matches for path in (_walk(match) if Path(match).is_dir() else [match])})


def _walk(folder: str) -> Iterator[str]:
    """The files below a folder, sorted by path, hidden ones left out, in memory for one folder at a time."""
    with os.scandir(folder) as entries:
        listed = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries)
    for name, is_folder in listed:
        path = str(Path(folder, name))
        if name.startswith("."):
            continue
        if is_folder:
            yield from _walk(path)
        else:
            yield path


def _readable(path: str) -> bool:
    return Path(path).suffix.lower() in READERS


def _read_file(path: str) -> Iterator[Record | Refused]:
    reader = READERS.get(Path(path).suffix.lower())
    if reader is None:
        yield Refused(path, f"unknown kind of file; known are {' '.join(READERS)}")
        return
    try:
        with Path(path).open("rb") as stream:
            yield from reader(path, stream)
    except OSError as e:  # here rather than once for all inputs, so that a folder's other files go on
        yield Refused(path, e.strerror or str(e))


def _read_stdin(stream: BinaryIO) -> Iterator[Record | Refused]:
    """Standard input is one article a line if it begins with {, a page if it looks like one, else a text."""
    head: list[bytes] = []
    for line in stream:
        head.append(line)
        if line.strip():
            break
    if head and head[-1].removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{"):
        yield from read_lines(STDIN, itertools.chain(head, stream))
        return
    try:
        content = decode(b"".join(head) + stream.read())
    except ValueError as e:
        yield Refused(STDIN, str(e))
        return
    yield page_record(STDIN, content) if _looks_like_html(content) else text_record(STDIN, content)


def _looks_like_html(content: str) -> bool:
    head = content.lstrip()[:_HTML_WINDOW].lower()
    return head.startswith("<") and any(sign in head for sign in _HTML_SIGNS)
