"""The world of the shipped tables, and a way to ask what a text of one's own says."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from relgraph.knowledge.world import World, load_world
from relgraph.model import Article, Event, Extraction
from relgraph.pipeline import extract


@dataclass(frozen=True)
class Told:
    """What an article says, in the words of a test."""

    extraction: Extraction

    def wordings(self, entity: str, kind: str | None = None) -> list[str]:
        """The mentions of an entity (of a kind), in their order."""
        found = [e for e in self.extraction.entities if e.id == entity]
        return [m.text for e in found for m in e.mentions if kind in (None, m.kind)]

    def meant(self, wording: str) -> set[str]:
        """The entities that a wording is a mention of."""
        return {e.id for e in self.extraction.entities for m in e.mentions if m.text == wording}

    def acts(self) -> list[tuple[str, str | None, tuple[str, ...], tuple[str, ...]]]:
        """(type, mode, actors, recipients) of each event."""
        return [(e.type, e.mode, e.actors, e.recipients) for e in self.extraction.events]

    def event(self, type_: str, mode: str | None = None) -> Event:
        """The one event of a type (and mode)."""
        (found,) = [e for e in self.extraction.events if e.type == type_ and mode in (None, e.mode)]
        return found

    def relations(self) -> set[tuple[str, str, str, str | None]]:
        """(subject, predicate, object, qualifier) of each relation."""
        return {(r.subject, r.predicate, r.object, r.qualifier) for r in self.extraction.relations}

    def reasons(self) -> dict[str, str]:
        """Rule → reason of what was refused."""
        return {r.rule: r.reason for r in self.extraction.refused}


@pytest.fixture(scope="session")
def world() -> World:
    """The shipped seeds and the Persian language."""
    return load_world()


@pytest.fixture(scope="session")
def tell(world: World) -> Callable[..., Told]:
    """Reads a text as an Iranian article of 19 January 2022, a Wednesday, unless told otherwise."""

    def read(
        text: str,
        title: str = "",
        *,
        published: str | None = "2022-01-19",
        home: str | None = "IR",
        source: str | None = None,
        article: str = "example",
    ) -> Told:
        return Told(extract(Article(article, title, text, published, source, home=home), world))

    return read
