"""Meetings on a journey: «در سفر به لندن با جانسون دیدار کرد», «در این سفر …» took place where the journey went."""

from dataclasses import replace
from itertools import pairwise

from relgraph.extract.parties import entity_type, owner_of
from relgraph.extract.reading import Candidate, Clause, Filler, Reading
from relgraph.knowledge.world import World
from relgraph.text.fold import squeeze

_THIS, _JOURNEY = frozenset(squeeze(w) for w in ("این", "همین")), squeeze("سفر")


def meet_on_journeys(reading: Reading, world: World, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Candidates in order of the text; meetings without a place get that of the journey that their clause speaks of."""
    journeys = [c for c in candidates if c.mode == "visit" and c.recipients]
    return tuple(_placed(reading, world, c, journeys) for c in candidates)


def _placed(reading: Reading, world: World, candidate: Candidate, journeys: list[Candidate]) -> Candidate:
    if candidate.type != "CONSULT" or candidate.mode == "visit" or candidate.places:
        return candidate
    clause = reading.clauses[candidate.clause]
    here = [j for j in journeys if j.clause == candidate.clause]
    before = [j for j in journeys if j.trigger < candidate.trigger] if _points_back(reading, clause) else []
    journey = here[0] if here else before[-1] if before else None
    return (
        replace(candidate, places=_goal(reading, world, journey), status=_status(reading, candidate, journey))
        if journey
        else candidate
    )


def _status(reading: Reading, candidate: Candidate, journey: Candidate) -> str:
    """«در این سفر با … دیدار می‌کند»: on a journey to come, a present tense tells what is to come."""
    verb = reading.clauses[candidate.clause].verb
    ahead = (
        journey.status == "planned" and candidate.status == "actual" and verb is not None and verb.tense == "present"
    )
    return "planned" if ahead else candidate.status


def _points_back(reading: Reading, clause: Clause) -> bool:
    keys = [reading.tokens[i].key for i in clause.tokens]
    return any(a in _THIS and b == _JOURNEY for a, b in pairwise(keys))


def _goal(reading: Reading, world: World, journey: Candidate) -> tuple[Filler, ...]:
    """Where a journey goes: the city, else the country."""
    there = (*journey.places, *journey.recipients)
    places = [f for f in there if f.ref.city or entity_type(reading, world, owner_of(f.entity)) == "place"]
    return tuple(places or [f for f in there if entity_type(reading, world, owner_of(f.entity)) == "country"])
