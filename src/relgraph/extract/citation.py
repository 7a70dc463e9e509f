"""Sources that a phrase cites: «به گزارش …», «به گفته …», «بنابر این گزارش»."""

from dataclasses import dataclass

from relgraph.extract.arguments import ANY, HEAD
from relgraph.extract.depth import depth
from relgraph.extract.phrase import Segment, segments
from relgraph.extract.reading import Reading, Ref, Voice
from relgraph.knowledge.world import World
from relgraph.lang.language import Speech

_ANY = ANY | {"other"}


@dataclass(frozen=True, slots=True)
class Citation:
    """Whom the words of a sentence or clause cite; `again`: «این گزارش», «به گفته وی», the source named before."""

    voice: Voice | None
    again: str | None = None


def cited(reading: Reading, world: World, run: list[int], refs: dict[int, Ref]) -> Citation | None:
    """Whom a run of tokens cites: the innermost is the speaker, the others passed it on; None where it cites nobody."""
    chain: list[tuple[str, Speech]] = []
    again: str | None = None
    for segment in segments(reading, world, run, refs):
        speech = world.language.speech_phrases.get(segment.marker)
        if speech is None:
            continue
        if _points_back(reading, world, segment):
            again = speech.kind
        source = _source(reading, world, segment, HEAD if speech.kind == "person" else _ANY)
        if source is not None:
            chain.append((source, speech))
    if not chain:
        return Citation(None, again) if again else None
    (speaker, speech), outer = chain[-1], chain[:-1]
    return Citation(Voice(speaker, tuple(e for e, _ in reversed(outer) if e != speaker), speech.stance), again)


def _points_back(reading: Reading, world: World, segment: Segment) -> bool:
    return bool(segment.tokens) and reading.tokens[segment.tokens[0]].key in world.language.pointing


def _source(reading: Reading, world: World, segment: Segment, depths: frozenset[str]) -> str | None:
    """The name that the phrase is about, if it stands as deep in it as allowed."""
    if not segment.groups:
        return None
    unit = segment.groups[0][0]
    return unit.ref.entities[0] if unit.ref.entities and depth(reading, world.language, unit) in depths else None
