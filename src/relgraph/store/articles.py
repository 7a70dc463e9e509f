"""The articles of a graph with what each says, in one SQLite file: every change is whole or doesn't happen."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal, Self

from relgraph.errors import UsageError
from relgraph.model import Article, Extraction
from relgraph.read import Refused
from relgraph.store.codec import decode, decode_article, encode, encode_article

type Change = Literal["new", "replaced", "unchanged"]

_LAYOUT = 1
_TABLES = """
CREATE TABLE IF NOT EXISTS article (
    id BLOB PRIMARY KEY, content TEXT NOT NULL, article TEXT NOT NULL,
    made_with TEXT NOT NULL, says BLOB NOT NULL, wanted INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS refused (place BLOB PRIMARY KEY, reason BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Articles:
    """An open file of articles. `made_with` is the fingerprint of what extractions are made with now."""

    db: sqlite3.Connection
    made_with: str

    @classmethod
    @contextmanager
    def open(cls, path: Path, made_with: str = "") -> Iterator[Self]:
        """The file at `path`, made if need be, for this process alone; UsageError where another has it or it is none."""
        with closing(sqlite3.connect(path, timeout=1, isolation_level=None)) as db:
            try:
                db.execute("PRAGMA locking_mode = EXCLUSIVE")
                db.execute("PRAGMA journal_mode = WAL")
                db.execute("PRAGMA synchronous = NORMAL")
                db.execute("BEGIN IMMEDIATE")
                _lay_out(db, path)
                db.execute("COMMIT")
            except sqlite3.OperationalError as error:
                raise UsageError(f"{path} is in use by another build, or can't be written: {error}") from error
            except sqlite3.DatabaseError as error:
                raise UsageError(f"{path} is no file of articles: {error}") from error
            yield cls(db, made_with)

    # ---- one article

    def keep(self, article: Article) -> Change | None:
        """Counts an article in as it is, if the file has it with all that it says; None where it must be read (again)."""
        row = self.db.execute("SELECT content, made_with FROM article WHERE id = ?", (_key(article.id),)).fetchone()
        if row != (_content(article), self.made_with):
            return None
        self.db.execute("UPDATE article SET wanted = 1 WHERE id = ?", (_key(article.id),))
        return "unchanged"

    def put(self, extraction: Extraction) -> Change:
        """Adds an article, or replaces the one of its id."""
        article = extraction.article
        old = self.db.execute("SELECT content FROM article WHERE id = ?", (_key(article.id),)).fetchone()
        content = _content(article)
        self.db.execute(
            "INSERT OR REPLACE INTO article VALUES (?, ?, ?, ?, ?, 1)",
            (_key(article.id), content, encode_article(article), self.made_with, encode(extraction)),
        )
        if old is None:
            return "new"
        return "unchanged" if old == (content,) else "replaced"

    def has(self, identifier: str) -> bool:
        """Whether an article of this id is there."""
        return self.db.execute("SELECT 1 FROM article WHERE id = ?", (_key(identifier),)).fetchone() is not None

    def remove(self, identifiers: Iterable[str]) -> None:
        """Takes articles out, all of them or none."""
        with self._together():
            self.db.executemany("DELETE FROM article WHERE id = ?", ((_key(each),) for each in identifiers))

    # ---- all of them

    def is_empty(self) -> bool:
        """Whether no article is there, wanted or not."""
        return self.db.execute("SELECT 1 FROM article").fetchone() is None

    def start_over(self) -> None:
        """Nothing counts but what is kept or put from now on; what is there may still be kept."""
        with self._together():
            self.db.execute("UPDATE article SET wanted = 0")
            self.db.execute("DELETE FROM refused")

    def stale(self) -> Iterator[Article]:
        """The articles that were read with other code or tables, by id."""
        rows = self.db.execute(
            "SELECT id FROM article WHERE wanted = 1 AND made_with <> ? ORDER BY id", (self.made_with,)
        ).fetchall()
        for (key,) in rows:
            (text,) = self.db.execute("SELECT article FROM article WHERE id = ?", (key,)).fetchone()
            yield decode_article(text)

    def extractions(self) -> Iterator[Extraction]:
        """What all articles that count say, by id."""
        rows = self.db.execute("SELECT article, says FROM article WHERE wanted = 1 ORDER BY id")
        return (decode(decode_article(text), says) for text, says in rows)

    # ---- what was refused, and settings

    def refuse(self, item: Refused) -> None:
        """Notes an input that could not be read; the last reason given for a place stands."""
        self.db.execute("INSERT OR REPLACE INTO refused VALUES (?, ?)", (_key(item.where), _key(item.reason)))

    def refused(self) -> tuple[Refused, ...]:
        """What was refused and not read since, by place."""
        rows = self.db.execute("SELECT place, reason FROM refused ORDER BY place")
        return tuple(Refused(*(part.decode("utf-8", "surrogatepass") for part in row)) for row in rows)

    def forget_refused(self, places: Iterable[str]) -> None:
        """Takes notes of refused inputs out."""
        with self._together():
            self.db.executemany("DELETE FROM refused WHERE place = ?", ((_key(each),) for each in places))

    def setting(self, name: str, given: str | None = None) -> str | None:
        """What was given now, which is remembered, or else the last time."""
        if given is not None:
            self.db.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, given))
            return given
        row = self.db.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    @contextmanager
    def _together(self) -> Iterator[None]:
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")


def _lay_out(db: sqlite3.Connection, path: Path) -> None:
    (layout,) = db.execute("PRAGMA user_version").fetchone()
    if layout not in (0, _LAYOUT):
        raise UsageError(f"{path} was made by another version of relgraph: build it anew from the articles")
    for statement in _TABLES.strip().split(";\n"):
        db.execute(statement)
    db.execute(f"PRAGMA user_version = {_LAYOUT}")


def _key(text: str) -> bytes:
    """Any text; SQLite's own takes no half surrogate pairs, which undecodable file names have."""
    return text.encode("utf-8", "surrogatepass")


def _content(article: Article) -> str:
    return sha256(encode_article(article).encode()).hexdigest()
