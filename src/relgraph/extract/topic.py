"""Topics that a clause takes over: «در این خصوص» speaks of what was spoken of just before."""

from dataclasses import replace

from relgraph.extract.reading import Candidate, Clause, Filler, Reading
from relgraph.knowledge.world import World
from relgraph.text.fold import squeeze

_LONGEST = 3
# How many sentences back the topic may stand.
_BACK = 1


def carry_topics(reading: Reading, world: World, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Candidates in order of the text; one that says «در این خصوص» and names no topic gets that of the one before."""
    phrases = {squeeze(p) for p in world.language.pronouns["about_this"]}
    out: list[Candidate] = []
    for candidate in candidates:
        clause = reading.clauses[candidate.clause]
        if not candidate.topics and _points_back(reading, clause, phrases):
            candidate = replace(candidate, topics=_last_topics(reading, out, clause))  # noqa: PLW2901
        out.append(candidate)
    return tuple(out)


def _points_back(reading: Reading, clause: Clause, phrases: set[str]) -> bool:
    keys = [reading.tokens[i].key for i in clause.tokens]
    spans = ("".join(keys[at : at + length]) for at in range(len(keys)) for length in range(1, _LONGEST + 1))
    return any(span in phrases for span in spans)


def _last_topics(reading: Reading, before: list[Candidate], clause: Clause) -> tuple[Filler, ...]:
    for other in reversed(before):
        if clause.sentence - reading.clauses[other.clause].sentence > _BACK:
            break
        if other.topics and other.clause != clause.index:
            return other.topics
    return ()
