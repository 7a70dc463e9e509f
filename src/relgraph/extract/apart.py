"""Who met several met each of them: «با وزیر خارجه فرانسه، وزیر خارجه هند و دبیرکل ناتو دیدار کرد» tells three meetings."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from relgraph.extract.parties import entity_type
from relgraph.extract.reading import Candidate, Filler, Reading
from relgraph.extract.side import side_of
from relgraph.knowledge.world import World

# The ways of meeting that one does with one after another; talks and sessions have many at the table.
_ONE_BY_ONE = frozenset({"meet", "call"})
_SESSION = "consult.session"
_TWO, _SEVERAL = 2, 3


def one_meeting_each(reading: Reading, world: World, candidate: Candidate) -> list[Candidate]:
    """A candidate for each whom somebody met apart from the others; another candidate alone."""
    partners = candidate.recipients
    if candidate.mode not in _ONE_BY_ONE or len(candidate.actors) != 1 or len(partners) < _TWO:
        return [candidate]
    words = list(_words(reading, candidate))
    if any(w in world.language.nouns.jointly for w in words) or candidate.frame == _SESSION:
        return [candidate]
    said = any(w in world.language.nouns.separately for w in words)
    if not said and not _are_of_many(reading, world, partners):
        return [candidate]  # with two they may have sat together
    return [replace(candidate, recipients=(partner,)) for partner in partners]


def _words(reading: Reading, candidate: Candidate) -> Iterator[str]:
    """The words and pairs of words of a candidate's clause and evidence."""
    span = candidate.evidence
    keys = [t.key for t in reading.tokens if span.start <= t.start < span.end]
    yield from keys
    yield from (a + b for a, b in pairwise(keys))


def _are_of_many(reading: Reading, world: World, partners: tuple[Filler, ...]) -> bool:
    """Whether the partners are several people, each of another state or body, or of none that is known."""
    people = len(partners) >= _SEVERAL and all(entity_type(reading, world, f.entity) == "person" for f in partners)
    sides = [f.owner or side_of(reading, world, f.entity) for f in partners]
    known = [s for s in sides if s is not None]
    return people and len(set(known)) == len(known) >= _TWO
