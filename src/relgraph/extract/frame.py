"""Events from clauses: every frame that a clause evokes, by its verb or by a noun in it, with the roles filled."""

from dataclasses import replace

from relgraph.extract.apart import one_meeting_each
from relgraph.extract.blame import blame_doers
from relgraph.extract.journey import meet_on_journeys
from relgraph.extract.nominal import from_noun
from relgraph.extract.phrase import outer_refs
from relgraph.extract.reading import Candidate, Clause, Reading
from relgraph.extract.reciprocal import one_way_each
from relgraph.extract.request import from_must
from relgraph.extract.speech import is_said
from relgraph.extract.subject import Shared
from relgraph.extract.threat import from_condition, under_conditions
from relgraph.extract.topic import carry_topics
from relgraph.extract.verbal import from_verb
from relgraph.extract.view import View, view_of
from relgraph.knowledge.world import World
from relgraph.model import SYMMETRIC

# What a verb of such a type takes as its object has not happened: a meeting asked for, refused, threatened or promised.
_UNREAL = {"REQUEST": "called_for", "REJECT": "negated", "THREATEN": "conditional", "AGREE": "planned"}

# Who denies a deed tells a REJECT, and no negated deed beside it.
_DENYING = frozenset({"reject.deny"})


def find_events(reading: Reading, world: World) -> Reading:
    """Adds the candidate events of every clause."""
    refs = outer_refs(reading)
    shared: dict[int, Shared] = {}
    out: list[Candidate] = []
    for clause in _parents_first(reading.clauses):
        view = view_of(reading, world, clause, refs, shared, reported=is_said(reading, world, clause))
        shared[clause.index] = view.lends()
        for candidate in _candidates(view):
            for each in one_way_each(candidate):
                out.extend(m for one in _distributed(each) for m in one_meeting_each(reading, world, one))
        threat = from_condition(view, shared)
        if threat is not None:
            out.append(threat)
    out = [under_conditions(reading, world, c, shared) for c in out]
    found = tuple(sorted(out, key=lambda c: (c.trigger, c.frame)))
    return reading.but(candidates=meet_on_journeys(reading, world, carry_topics(reading, world, found)))


def _candidates(view: View) -> list[Candidate]:
    """All events of a clause."""
    told = [from_verb(view, t) for t in view.verbal]
    unreal = next((s for c in told if c is not None and (s := _unreal(c))), None)
    named = [from_noun(view, t, unreal) for t in view.nominal]
    must = from_must(view)
    return [*blame_doers(view, told, named), *([must] if must is not None else [])]


def _unreal(candidate: Candidate) -> str | None:
    return "denied" if candidate.frame in _DENYING else _UNREAL.get(candidate.type)


def _distributed(candidate: Candidate) -> list[Candidate]:
    """«روسای جمهور، وزرای خارجه را مکلف کردند»: each president his own minister."""
    owners = [f.owner for f in candidate.actors]
    theirs = [f.owner for f in candidate.recipients]
    if candidate.type in SYMMETRIC or len(owners) < 2 or None in owners or set(owners) != set(theirs):
        return [candidate]
    return [
        replace(candidate, actors=(actor,), recipients=tuple(f for f in candidate.recipients if f.owner == actor.owner))
        for actor in candidate.actors
    ]


def _parents_first(clauses: tuple[Clause, ...]) -> list[Clause]:
    """Clauses so that one comes after the clause it may share its subject with."""
    order: list[Clause] = []
    placed: set[int] = set()

    def place(clause: Clause) -> None:
        if clause.index in placed:
            return
        placed.add(clause.index)
        if clause.parent is not None and clause.parent < len(clauses):
            place(clauses[clause.parent])
        order.append(clause)

    for clause in clauses:
        place(clause)
    return order
