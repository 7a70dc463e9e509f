"""What can go wrong, as one small tree.

RelgraphError
├── InputError      an article, file or line that can't be read: it is refused, the rest goes on
├── DataError       a seed table, lexicon or frame that is wrong: names file and line
└── UsageError      an argument that makes no sense: the command stops with exit code 2
"""

from pathlib import Path


class RelgraphError(Exception):
    """Base of every error that relgraph raises on purpose."""


class InputError(RelgraphError):
    """An input that is refused. `where` is a file, or file:line, as the user would name it."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason


class DataError(RelgraphError):
    """A fault in a data file that a person edits, at a 1-based line."""

    def __init__(self, path: Path | str, line: int, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}")
        self.path = Path(path)
        self.line = line
        self.reason = reason


class UsageError(RelgraphError):
    """A wrong or missing argument; the message says what to do instead."""
