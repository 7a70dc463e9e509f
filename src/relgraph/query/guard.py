"""Queries only read, and only what was opened: what writes or reaches out is refused before it runs."""

import re
from collections.abc import Iterator

from relgraph.errors import UsageError

_TOKEN = re.compile(
    r"""
    \#[^\n]*                                      # a comment
    | \"\"\"(?:[^\"\\]|\\.|\"(?!\"\"))*\"\"\"     # strings: a keyword inside says nothing
    | '''(?:[^'\\]|\\.|'(?!''))*'''
    | \"(?:[^\"\\\n]|\\.)*\"
    | '(?:[^'\\\n]|\\.)*'
    | <[^<>\"{}|^`\\\s]*>                         # an IRI
    | [?$@]\w+                                    # a variable or language tag
    | (?P<name>[\w.%-]*:[\w.:%\\-]*)              # a prefixed name
    | (?P<word>[A-Za-z_]\w*)
    """,
    re.VERBOSE | re.DOTALL,
)
_UPDATES = frozenset({"ADD", "CLEAR", "COPY", "CREATE", "DELETE", "DROP", "INSERT", "LOAD", "MOVE"})


def refuse_unsafe(query: str, *, service: bool = False) -> None:
    """UsageError for updates and, unless `service`, for SERVICE, which would ask other machines."""
    words = list(keywords(query))
    if "SERVICE" in words and not service:
        raise UsageError("SERVICE is refused: it would ask other machines; --allow-service lets it")
    for word in words:
        if word in _UPDATES:
            raise UsageError(f"{word} is refused: queries read a graph, `relgraph build` writes one")


def keywords(query: str) -> Iterator[str]:
    """The bare words of a query in capitals, outside strings, IRIs, names and comments."""
    return (match["word"].upper() for match in _TOKEN.finditer(query) if match["word"])


def prefixed_names(query: str) -> Iterator[str]:
    """Names such as "rg:actor" in a query, outside strings, IRIs and comments."""
    return (match["name"].rstrip(".") for match in _TOKEN.finditer(query) if match["name"])
