"""The shipped queries: `.rq` files with a header of comments that says what they answer.

A parameter is a variable that the query binds to one string, `VALUES ?name { "…" }`: the string in the file is an
example, so that every shipped query also runs as it stands, anywhere.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal

from relgraph.errors import UsageError

_FOLDER = Path(__file__).with_name("named")
_BINDING = r'(VALUES\s+\?{name}\s*\{{\s*)"[^"\\\n]*"(\s*\}})'


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A shipped query: `answers` in a sentence, `parameters` as (name, meaning)."""

    name: str
    title: str
    answers: str
    parameters: tuple[tuple[str, str], ...]
    text: str


def named_queries() -> tuple[NamedQuery, ...]:
    """All shipped queries, by name."""
    return tuple(_read(file) for file in sorted(_FOLDER.glob("*.rq")))


def with_parameters(text: str, parameters: dict[str, str]) -> str:
    """The query with each parameter's string in place of the one in the text; UsageError where it has no such parameter."""
    for name, value in parameters.items():
        binding = re.compile(_BINDING.format(name=re.escape(name)))
        # Backslashes of the literal are meant as they are, not as references to groups.
        literal = str(Literal(value)).replace("\\", "\\\\")
        text, count = binding.subn(rf"\g<1>{literal}\g<2>", text)
        if count == 0:
            raise UsageError(f'the query has no parameter {name!r}: it would be written VALUES ?{name} {{ "…" }}')
    return text


def _read(file: Path) -> NamedQuery:
    text = file.read_text(encoding="utf-8")
    header = re.findall(r"^# (Title|Answers|Parameter): (.+)$", text, re.MULTILINE)
    fields = dict(header)
    parameters = [value.partition(": ") for key, value in header if key == "Parameter"]
    return NamedQuery(
        name=file.stem,
        title=fields["Title"],
        answers=fields["Answers"],
        parameters=tuple((name, meaning) for name, _, meaning in parameters),
        text=text,
    )
