"""Threats told as conditions: «اگر اروپا به تعهدات خود عمل نکند، گام سوم را برمی‌داریم» threatens Europe."""

from collections.abc import Mapping
from dataclasses import replace

from relgraph.extract.arguments import HEAD
from relgraph.extract.depth import fillers
from relgraph.extract.evoke import Trigger
from relgraph.extract.reading import Candidate, Clause, Reading
from relgraph.extract.roles import candidate
from relgraph.extract.side import side_of
from relgraph.extract.subject import Shared
from relgraph.extract.verbal import of_others, spoken
from relgraph.extract.view import View
from relgraph.knowledge.world import World

_FRAME = "threaten.retaliate"
_AHEAD = frozenset({"future", "present"})


def from_condition(view: View, shared: Mapping[int, Shared]) -> Candidate | None:
    """What a clause threatens to do unless somebody does what the condition before it asks of him."""
    clause, verb = view.clause, view.clause.verb
    if verb is None or verb.negative or verb.modality or verb.tense not in _AHEAD:
        return None
    condition = _condition(view.reading, clause)
    lent = shared.get(condition.index) if condition is not None else None
    if condition is None or condition.verb is None or lent is None or not (condition.verb.negative or lent.harms):
        return None
    actors = spoken(view)
    if not actors or not _own(view, actors[0].entity):
        return None
    addressed = of_others(view, actors, fillers(view.reading, view.world.language, lent.subject, HEAD))
    if not addressed:
        return None
    trigger = Trigger(_FRAME, tuple(range(verb.first, verb.last)), verbal=True, voice="active")
    return candidate(view, trigger, view.arguments, (actors, addressed), "actual")


def under_conditions(reading: Reading, world: World, threat: Candidate, shared: Mapping[int, Shared]) -> Candidate:
    """«تهدید کرد که اگر ایران …»: a threat without addressee is told to whom its condition names."""
    if threat.type != "THREATEN" or threat.recipients or threat.nominal or not threat.actors:
        return threat
    own = {side_of(reading, world, f.entity) for f in threat.actors}
    for clause in reading.clauses:
        if clause.link != "condition" or not _is_under(reading, clause, threat.clause):
            continue
        named = fillers(reading, world.language, shared[clause.index].subject, HEAD) if clause.index in shared else ()
        addressed = tuple(f for f in named if side_of(reading, world, f.entity) not in own)
        if addressed:
            return replace(threat, recipients=addressed)
    return threat


def _is_under(reading: Reading, clause: Clause, above: int) -> bool:
    """Whether a condition belongs to a clause: it hangs on it, or on what hangs on it, or it stands right before it."""
    parents = [clause.parent]
    if clause.parent is not None:
        parents.append(reading.clauses[clause.parent].parent)
    goes_on = reading.clauses[above].parent == clause.index
    return above in parents or goes_on


def _condition(reading: Reading, clause: Clause) -> Clause | None:
    """The condition that a clause hangs on: before it, or inside it («در صورتی که … نکند، …»)."""
    before = [reading.clauses[n] for n in (clause.parent, clause.index - 1) if n is not None and n >= 0]
    return next((c for c in before if c.link == "condition" and c.sentence == clause.sentence), None)


def _own(view: View, speaker: str) -> bool:
    """Whether the speaker's side is to do it: "we", himself, his state or what belongs to it."""
    if view.clause.verb is not None and view.clause.verb.person.startswith("1"):
        return True
    side = side_of(view.reading, view.world, speaker)
    doers = fillers(view.reading, view.world.language, view.subject, HEAD)
    return any(f.entity == speaker or side_of(view.reading, view.world, f.entity) == side for f in doers)
