"""Queries only read, and only what was opened: what writes or reaches out is refused before it runs."""

import re

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
    | [\w.%-]*:[\w.:%\\-]*                        # a prefixed name
    | (?P<word>[A-Za-z_]\w*)
    """,
    re.VERBOSE | re.DOTALL,
)
_UPDATES = frozenset({"ADD", "CLEAR", "COPY", "CREATE", "DELETE", "DROP", "INSERT", "LOAD", "MOVE"})


def refuse_unsafe(query: str) -> None:
    """UsageError for updates and for SERVICE, which would ask other machines."""
    words = [match["word"].upper() for match in _TOKEN.finditer(query) if match["word"]]
    if "SERVICE" in words:
        raise UsageError("SERVICE is refused: a query sees only the graph that it is given")
    for word in words:
        if word in _UPDATES:
            raise UsageError(f"{word} is refused: queries read a graph, `relgraph build` writes one")
