"""Ask a graph: a shipped query, SPARQL text, a file of it, or standard input."""

import io
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from shutil import get_terminal_size
from typing import IO

from pyoxigraph import QueryBoolean, QuerySolutions

from relgraph.errors import InputError, UsageError
from relgraph.query.guard import refuse_unsafe
from relgraph.query.hints import slips, unknown_names
from relgraph.query.named import find_named, named_queries, with_parameters
from relgraph.query.presence import absent
from relgraph.query.render import Format, write_boolean, write_solutions, write_triples
from relgraph.query.target import Asked, Target, open_target
from relgraph.query.timed import within


def run_query(  # noqa: PLR0913 - each is an option of the command
    target: Target | Sequence[Target],
    query: str,
    fmt: Format = "table",
    *,
    parameters: Mapping[str, str] | None = None,
    timeout: float | None = None,
    service: bool = False,
    out: IO[str] | None = None,
    note: Callable[[str], None] = lambda _: None,
) -> int:
    """Ask the graph at `target` (see `open_target`) and write the answer to `out`, standard output if None.

    `query` is the name of a shipped query, a .rq file, "-" for standard input, or SPARQL text; `timeout` is in seconds;
    `service` lets the query ask other machines; `note` is told what may be a slip. Returns the exit code: 0, or 1 when
    an ASK is answered no. UsageError for a query that is wrong, refused or too slow, InputError for the graph.
    """
    settings = dict(parameters or {})
    text = with_parameters(query_text(query), settings)
    refuse_unsafe(text, service=service)
    for slip in unknown_names(text):
        note(slip)
    stream = sys.stdout if out is None else out
    asked = open_target(target)
    # Written at the end: a query that is given up leaves no half of an answer.
    answer = within(timeout, lambda: _answer(asked, text, fmt, _width(stream)))
    if answer.empty:
        shipped = find_named(query)
        for reason in slips(text) if shipped is None else absent(asked, shipped, settings):
            note(reason)
    stream.write(answer.text)
    return answer.code


def query_text(query: str) -> str:
    """The SPARQL text that `query` names or is."""
    if query == "-":
        return sys.stdin.read()
    shipped = find_named(query)
    if shipped is not None:
        return shipped.text
    if query.endswith(".rq"):
        return _read(Path(query))
    if query.strip() and not any(char.isspace() for char in query.strip()) and "{" not in query:
        near = get_close_matches(query, [each.name for each in named_queries()], n=1)
        advice = f"is {near[0]} meant?" if near else "`relgraph query --list` shows them;"
        raise UsageError(f"no shipped query {query!r}; {advice} a query may also be SPARQL text, a .rq file or -")
    return query


@dataclass(frozen=True, slots=True)
class _Printed:
    """An answer to print, with the exit code; `empty` is a SELECT without rows or a no."""

    code: int
    empty: bool
    text: str


def _answer(asked: Asked, query: str, fmt: Format, width: int | None) -> _Printed:
    text = io.StringIO()
    answer = asked.ask(query)
    if isinstance(answer, QueryBoolean):
        write_boolean(answer, fmt, text)
        return _Printed(0 if answer else 1, empty=not answer, text=text.getvalue())
    if isinstance(answer, QuerySolutions):
        some = write_solutions(answer, fmt, text, base=asked.base if fmt == "table" else None, width=width)
        return _Printed(0, empty=not some, text=text.getvalue())
    write_triples(answer, fmt, text, base=asked.base)
    return _Printed(0, empty=False, text=text.getvalue())


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(str(file), f"can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(str(file), "is no UTF-8 text") from error


def _width(stream: IO[str]) -> int | None:
    return get_terminal_size().columns if stream.isatty() else None
