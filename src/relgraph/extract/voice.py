"""In whose words an event is told: those of its clause, or what its clause's subject speaks of."""

from relgraph.extract.parties import owner_of
from relgraph.extract.person import NAMELESS
from relgraph.extract.phrase import OBJECT, Segment, outer_refs, segments
from relgraph.extract.reading import Candidate, Clause, Reading, Voice
from relgraph.knowledge.world import World
from relgraph.text.fold import squeeze

_FROM, _TO, _THAT = squeeze("از"), squeeze("به"), squeeze("بر")
_OBJECTS = frozenset({OBJECT, _FROM, _TO, _THAT})


def event_voice(reading: Reading, world: World, candidate: Candidate) -> Voice | None:
    """«از حمله به یمن خبر داد», «با اشاره به مذاکرات گفت»: what a reporting clause names is told by its subject.

    What he does by saying it («بر حمایت از ایران تأکید کرد») is told by whoever quotes him.
    """
    told = reading.told[candidate.clause]
    above = reading.voices[candidate.clause]
    within = above is not None and above.speaker is not None
    own = within and told is not None and any(f.entity == told.speaker for f in candidate.actors)
    if candidate.nominal and told is not None and not own and _is_retold(reading, world, candidate):
        return told
    return above


def _is_retold(reading: Reading, world: World, candidate: Candidate) -> bool:
    clause = reading.clauses[candidate.clause]
    segment = _segment_of(reading, world, clause, candidate)
    if segment is None:
        return False
    return segment.marker in world.language.retelling or segment.marker in _OBJECTS


def _segment_of(reading: Reading, world: World, clause: Clause, candidate: Candidate) -> Segment | None:
    """The phrase that an event's word stands in."""
    run = [i for i in clause.tokens if clause.verb is None or i < clause.verb.first]
    for segment in segments(reading, world, run, outer_refs(reading)):
        if any(candidate.trigger.start <= reading.tokens[i].start < candidate.trigger.end for i in segment.tokens):
            return segment
    return None


def speaks_for(reading: Reading, entity: str) -> str:
    """An unnamed official speaks for the body that his title names, else for his country."""
    if NAMELESS not in entity:
        return entity
    for ref in reading.refs:
        if entity not in ref.entities:
            continue
        inside = (r for r in reading.refs if r is not ref and ref.start <= r.start and r.end <= ref.end)
        bodies = [r.entities[0] for r in inside if r.entities and _is_body(reading, r.entities[0])]
        if bodies:
            return bodies[0]
    return owner_of(entity)


def _is_body(reading: Reading, entity: str) -> bool:
    found = reading.entities.get(entity)
    return found is not None and found.type == "organization"
