"""Ask a written graph: a shipped query, SPARQL text, a file of it, or standard input."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, Store

from relgraph.errors import InputError, UsageError
from relgraph.graph.store import open_store
from relgraph.graph.terms import prefixes
from relgraph.query.guard import refuse_unsafe
from relgraph.query.named import named_queries, with_parameters
from relgraph.query.render import Format, write_boolean, write_solutions, write_triples

type Answer = QuerySolutions | QueryBoolean | QueryTriples


def run_query(
    target: Path,
    query: str,
    fmt: Format = "table",
    *,
    parameters: Mapping[str, str] | None = None,
    out: IO[str] | None = None,
) -> int:
    """Ask the graph at `target` (output folder, .ttl, .nt, .nq) and write the answer to `out`, standard output if None.

    `query` is the name of a shipped query, a .rq file, "-" for standard input, or SPARQL text. Returns the exit code:
    0, or 1 when an ASK is answered no. UsageError for a query that is wrong or refused, InputError for the graph.
    """
    stream = sys.stdout if out is None else out
    answer = ask(open_store(target), with_parameters(query_text(query), dict(parameters or {})))
    if isinstance(answer, QueryBoolean):
        write_boolean(answer, fmt, stream)
        return 0 if answer else 1
    if isinstance(answer, QuerySolutions):
        write_solutions(answer, fmt, stream)
    else:
        write_triples(answer, stream)
    return 0


def ask(store: Store, query: str) -> Answer:
    """The answer of a store to a query in which our prefixes are bound; UsageError if it is wrong, writes or reaches out."""
    refuse_unsafe(query)
    try:
        return store.query(query, prefixes=prefixes(), use_default_graph_as_union=True)
    except SyntaxError as error:
        raise UsageError(f"not a SPARQL query: {error}") from error


def query_text(query: str) -> str:
    """The SPARQL text that `query` names or is."""
    if query == "-":
        return sys.stdin.read()
    for shipped in named_queries():
        if shipped.name == query:
            return shipped.text
    if query.endswith(".rq"):
        return _read(Path(query))
    if not any(char.isspace() for char in query.strip()):
        names = ", ".join(shipped.name for shipped in named_queries())
        raise UsageError(f"no shipped query {query!r}; there are {names}, or give SPARQL text, a .rq file or -")
    return query


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(str(file), f"can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(str(file), "is no UTF-8 text") from error
