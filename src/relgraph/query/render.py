"""Answers as text: a table for people, CSV, TSV and JSON (the SPARQL result formats) for programs."""

from collections.abc import Iterable
from typing import IO, Literal

from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import (
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    serialize,
)
from rich.console import Console
from rich.table import Table
from rich.text import Text

from relgraph.graph.terms import prefixes

Format = Literal["table", "csv", "tsv", "json"]

_RESULTS = {"csv": QueryResultsFormat.CSV, "tsv": QueryResultsFormat.TSV, "json": QueryResultsFormat.JSON}


def write_solutions(solutions: QuerySolutions, fmt: Format, out: IO[str]) -> None:
    """The rows of a SELECT."""
    if fmt == "table":
        _table(solutions, out)
        return
    text = _decode(solutions.serialize(format=_RESULTS[fmt]))
    out.write(text if text.endswith("\n") else text + "\n")


def write_boolean(answer: QueryBoolean, fmt: Format, out: IO[str]) -> None:
    """The answer to an ASK: yes or no for people, else as JSON, true or false."""
    if fmt == "json":
        out.write(_decode(answer.serialize(format=QueryResultsFormat.JSON)) + "\n")
    elif fmt == "table":
        out.write("yes\n" if answer else "no\n")
    else:
        out.write("true\n" if answer else "false\n")


def write_triples(triples: QueryTriples, out: IO[str]) -> None:
    """The triples of a CONSTRUCT or DESCRIBE as Turtle, sorted."""
    used: Iterable[Triple] = sorted(set(triples), key=str)
    text = _decode(serialize(used, format=RdfFormat.TURTLE, prefixes=prefixes()))
    header, body = _split_header(text)
    out.write("".join(sorted(header)) + body)


def short(term: object) -> str:
    """A term as people read it: the text of a literal, an IRI with its prefix."""
    if term is None:
        return ""
    if isinstance(term, RdfLiteral):
        return term.value
    if isinstance(term, NamedNode):
        for prefix, namespace in prefixes().items():
            if term.value.startswith(namespace):
                return f"{prefix}:{term.value.removeprefix(namespace)}"
        return term.value
    return str(term)


def _table(solutions: QuerySolutions, out: IO[str]) -> None:
    names = [variable.value for variable in solutions.variables]
    table = Table(*names)
    for solution in solutions:
        table.add_row(*(Text(short(solution[name])) for name in names))
    Console(file=out).print(table)


def _split_header(turtle: str) -> tuple[list[str], str]:
    lines = turtle.splitlines(keepends=True)
    count = next((place for place, line in enumerate(lines) if not line.startswith("@prefix")), len(lines))
    return lines[:count], "".join(lines[count:])


def _decode(data: bytes | None) -> str:
    assert data is not None
    return data.decode()
