"""Meetings told again by what points back: «طرفین در این دیدار …» is the meeting of those just named."""

from relgraph.extract.parties import entity_type
from relgraph.extract.reading import Candidate, Filler, Reading
from relgraph.knowledge.world import World

# How many sentences back the meeting may have been told.
_BACK = 3
_PAIR = 2


def is_retold(reading: Reading, world: World, candidate: Candidate, before: list[Candidate]) -> bool:
    """Whether a meeting of «دو طرف» tells again one of people that the sentences before name."""
    if (
        candidate.type != "CONSULT"
        or candidate.nominal
        or not _is_pointed_at((*candidate.actors, *candidate.recipients))
    ):
        return False
    here = _sentence(reading, candidate)
    near = [c for c in before if c.type == "CONSULT" and 0 <= here - _sentence(reading, c) <= _BACK]
    return any(_of_people(reading, world, c) for c in near)


def _is_pointed_at(sides: tuple[Filler, ...]) -> bool:
    """Whether one pointing word names both sides."""
    refs = {f.ref for f in sides}
    return len(sides) == _PAIR and len(refs) == 1 and all(r.kind == "pronoun" for r in refs)


def _of_people(reading: Reading, world: World, candidate: Candidate) -> bool:
    """Whether the parties are people."""
    sides = [f.entity for f in (*candidate.actors, *candidate.recipients)]
    return len(sides) >= _PAIR and all(entity_type(reading, world, e) == "person" for e in sides)


def _sentence(reading: Reading, candidate: Candidate) -> int:
    return reading.clauses[candidate.clause].sentence
