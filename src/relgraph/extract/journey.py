"""Journeys: whom they visit, and what is done on them where they went.

«در سفر به لندن با جانسون دیدار کرد» and «در این سفر …» took place there; who goes to a city to attend a summit visits
those who meet there, not the state that the city lies in.
"""

from dataclasses import replace
from itertools import pairwise

from relgraph.extract.parties import entity_type, owner_of
from relgraph.extract.reading import Candidate, Clause, Filler, Reading
from relgraph.knowledge.world import World
from relgraph.text.fold import squeeze

_ATTENDING = frozenset(squeeze(w) for w in ("شرکت", "مشارکت", "حضور", "سخنرانی"))
_TO_DO = frozenset(squeeze(w) for w in ("برای", "جهت", "منظور", "هدف", "قصد"))
_IN = squeeze("در")
_THIS, _JOURNEY = frozenset(squeeze(w) for w in ("این", "همین")), squeeze("سفر")


def meet_on_journeys(reading: Reading, world: World, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Candidates in order of the text; meetings without a place get that of the journey that their clause speaks of."""
    attended = {goal for c in candidates if _attends(reading, c) for goal in _goals(reading, world, c)}
    told = [_without_host(c) if set(_goals(reading, world, c)) & attended else c for c in candidates]
    journeys = [c for c in told if c.mode == "visit" and (c.recipients or c.places)]
    return tuple(_placed(reading, world, c, journeys) for c in told)


def _goals(reading: Reading, world: World, candidate: Candidate) -> list[tuple[str, str]]:
    """(who, where to) of a journey that only names a city."""
    if candidate.mode != "visit" or not all(_is_city(reading, world, f) for f in candidate.recipients):
        return []
    return [(a.entity, f.ref.city or f.entity) for a in candidate.actors for f in candidate.recipients]


def _without_host(candidate: Candidate) -> Candidate:
    """The city is where a journey went, its state no host."""
    return replace(candidate, recipients=(), places=(*candidate.recipients, *candidate.places))


def _attends(reading: Reading, candidate: Candidate) -> bool:
    """Whether a clause says that something is attended: «برای شرکت در اجلاس به نیویورک رفت»."""
    keys = [reading.tokens[i].key for i in reading.clauses[candidate.clause].tokens]
    return any(a in _TO_DO and b in _ATTENDING and c == _IN for a, b, c in zip(keys, keys[1:], keys[2:], strict=False))


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
    places = [f for f in there if _is_city(reading, world, f)]
    return tuple(places or [f for f in there if entity_type(reading, world, owner_of(f.entity)) == "country"])


def _is_city(reading: Reading, world: World, filler: Filler) -> bool:
    return bool(filler.ref.city) or entity_type(reading, world, owner_of(filler.entity)) == "place"
