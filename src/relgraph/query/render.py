"""Answers as text: a table for people, the SPARQL result formats for programs, Turtle for triples."""

import json
from collections.abc import Iterable
from typing import IO, Literal, get_args

from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode, QueryBoolean, QueryResultsFormat, QuerySolutions, Triple
from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from relgraph.errors import UsageError
from relgraph.export.turtle import turtle
from relgraph.graph.terms import prefixes

Format = Literal["table", "csv", "tsv", "json", "xml", "ttl"]
FORMATS: tuple[Format, ...] = get_args(Format)

_RESULTS = {
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}
_UNBOUNDED = 100_000


def write_solutions(
    solutions: QuerySolutions, fmt: Format, out: IO[str], *, base: str | None = None, width: int | None = None
) -> bool:
    """Writes the rows of a SELECT and says whether there are any; `base` and `width` are for the table: how rgr: is bound, how wide it may be (None: as it is)."""
    if fmt == "ttl":
        raise UsageError("a SELECT gives rows, not triples: CONSTRUCT them, or take table, csv, tsv, json or xml")
    if fmt == "table":
        return _table(solutions, out, prefixes(base) if base else prefixes(), width)
    text = _decode(solutions.serialize(format=_RESULTS[fmt]))
    out.write(text if text.endswith("\n") else text + "\n")
    return _has_rows(text, fmt)


def write_boolean(answer: QueryBoolean, fmt: Format, out: IO[str]) -> None:
    """The answer to an ASK: yes or no for people, else as JSON or XML, true or false."""
    if fmt in ("json", "xml"):
        out.write(_decode(answer.serialize(format=_RESULTS[fmt])) + "\n")
    elif fmt == "table":
        out.write("yes\n" if answer else "no\n")
    else:
        out.write("true\n" if answer else "false\n")


def write_triples(triples: Iterable[Triple], fmt: Format, out: IO[str], *, base: str) -> None:
    """Writes the triples of a CONSTRUCT or DESCRIBE as Turtle, sorted."""
    if fmt not in ("table", "ttl"):
        raise UsageError("a CONSTRUCT or DESCRIBE gives triples, not rows: take --format ttl")
    out.write(_decode(turtle(triples, base)))


def short(term: object, bound: dict[str, str]) -> str:
    """A term as people read it: the text of a literal, an IRI with its prefix."""
    if term is None:
        return ""
    if isinstance(term, RdfLiteral):
        return term.value
    if isinstance(term, NamedNode):
        for prefix, namespace in bound.items():
            if term.value.startswith(namespace):
                return f"{prefix}:{term.value.removeprefix(namespace)}"
        return term.value
    return str(term)


def _table(solutions: QuerySolutions, out: IO[str], bound: dict[str, str], width: int | None) -> bool:
    names = [variable.value for variable in solutions.variables]
    table = Table(*(Column(name, overflow="fold") for name in names))
    for solution in solutions:
        table.add_row(*(Text(short(solution[name], bound)) for name in names))
    Console(file=out, width=width or _UNBOUNDED).print(table)
    return table.row_count > 0


def _has_rows(text: str, fmt: Format) -> bool:
    """Solutions can be read once only, so that what was written of them must tell."""
    match fmt:
        case "json":
            return bool(json.loads(text)["results"]["bindings"])
        case "xml":
            return "<result>" in text
        case _:
            return text.rstrip("\r\n").count("\n") > 0


def _decode(data: bytes | None) -> str:
    assert data is not None
    return data.decode()
