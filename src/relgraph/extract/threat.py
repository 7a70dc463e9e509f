"""Threats told as conditions: «اگر اروپا به تعهدات خود عمل نکند، گام سوم را برمی‌داریم» threatens Europe."""

from collections.abc import Mapping

from relgraph.extract.arguments import HEAD
from relgraph.extract.depth import fillers
from relgraph.extract.evoke import Trigger
from relgraph.extract.reading import Candidate, Clause, Reading
from relgraph.extract.roles import candidate
from relgraph.extract.side import side_of
from relgraph.extract.subject import Shared
from relgraph.extract.verbal import of_others, spoken
from relgraph.extract.view import View

_FRAME = "threaten.retaliate"
_AHEAD = frozenset({"future", "present"})


def from_condition(view: View, shared: Mapping[int, Shared]) -> Candidate | None:
    """What a clause threatens to do unless somebody does what the condition before it asks of him."""
    clause, verb = view.clause, view.clause.verb
    if verb is None or verb.negative or verb.modality or verb.tense not in _AHEAD:
        return None
    condition = _condition(view.reading, clause)
    if condition is None or condition.verb is None or not condition.verb.negative:
        return None
    actors = spoken(view)
    lent = shared.get(condition.index)
    if not actors or lent is None or not _own(view, actors[0].entity):
        return None
    addressed = of_others(view, actors, fillers(view.reading, view.world.language, lent.subject, HEAD))
    if not addressed:
        return None
    trigger = Trigger(_FRAME, tuple(range(verb.first, verb.last)), verbal=True, voice="active")
    return candidate(view, trigger, view.arguments, (actors, addressed), "actual")


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
