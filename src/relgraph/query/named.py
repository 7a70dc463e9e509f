"""The shipped queries: `.rq` files with a header of comments that says what they answer.

A parameter is a variable that the query binds to one string, `VALUES ?name { "…" }`: the string in the file is an
example, so that every shipped query also runs as it stands, anywhere.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import Literal

from relgraph.errors import UsageError

_FOLDER = Path(__file__).with_name("named")
_BINDING = r'(VALUES\s+\?{name}\s*\{{\s*)"([^"\\\n]*)"(\s*\}})'
_HEADER = re.compile(r"^# (Title|Answers|Parameter): (.+)$", re.MULTILINE)
_PARAMETER = re.compile(r"(\w+) \((\w+)\): (.+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query is asked about: kind "entity" (a label, a wording or an id) or "date" (ISO); `example` as it stands."""

    name: str
    kind: str
    meaning: str
    example: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A shipped query: what it `answers` in a sentence, and its parameters."""

    name: str
    title: str
    answers: str
    parameters: tuple[Parameter, ...]
    text: str


@cache
def named_queries() -> tuple[NamedQuery, ...]:
    """All shipped queries, by name."""
    return tuple(_read(file) for file in sorted(_FOLDER.glob("*.rq")))


def find_named(name: str) -> NamedQuery | None:
    """The shipped query of that name."""
    return next((query for query in named_queries() if query.name == name), None)


def with_parameters(text: str, parameters: dict[str, str]) -> str:
    """The query with each parameter's string in place of the one in the text; UsageError where it has no such parameter."""
    for name, value in parameters.items():
        binding = re.compile(_BINDING.format(name=re.escape(name)))
        # Backslashes of the literal are meant as they are, not as references to groups.
        literal = str(Literal(value)).replace("\\", "\\\\")
        text, count = binding.subn(rf"\g<1>{literal}\g<3>", text)
        if count == 0:
            there = re.findall(r'VALUES\s+\?(\w+)\s*\{\s*"', text)
            known = f"it has {', '.join(there)}; " if there else ""
            raise UsageError(f'the query has no parameter {name!r}: {known}one is written VALUES ?{name} {{ "…" }}')
    return text


def _read(file: Path) -> NamedQuery:
    text = file.read_text(encoding="utf-8")
    header = _HEADER.findall(text)
    fields = dict(header)
    return NamedQuery(
        name=file.stem,
        title=fields["Title"],
        answers=fields["Answers"],
        parameters=tuple(_parameter(value, text) for key, value in header if key == "Parameter"),
        text=text,
    )


def _parameter(line: str, text: str) -> Parameter:
    match = _PARAMETER.fullmatch(line)
    assert match is not None, line
    name, kind, meaning = match.groups()
    binding = re.search(_BINDING.format(name=re.escape(name)), text)
    assert binding is not None, line
    return Parameter(name, kind, meaning, binding[2])
