"""Whom words about a deed hit: who did it («توقیف نفتکش ایران توسط انگلیس را محکوم کرد»), never its victim.

But a threat hits the victim of the deed that it holds out: «تهدید به تحریم علیه عمان».
"""

from collections.abc import Sequence
from dataclasses import replace

from relgraph.extract.phrase import OBJECT, segments
from relgraph.extract.reading import Candidate
from relgraph.extract.roles import Fillers, agents
from relgraph.extract.view import View
from relgraph.text.fold import squeeze

_JUDGING = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
_DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION", "THREATEN"})
# What others say of somebody, as a noun: «متهم کردن ایران».
_CHARGE = "accuse.accuse"
_TO = squeeze("به")
# Who calls something unlawful says of whom; «توسط» beside it is anybody's.
_LABEL = "accuse.label"

Found = Sequence[Candidate | None]


def blame_doers(view: View, told: Found, named: Found) -> list[Candidate]:
    """The events of a clause, those that judge a deed told of whom its noun names as doer."""
    found = [c for c in (*told, *named) if c is not None]
    deeds = [c for c in found if c.nominal and (c.type in _DEEDS or c.frame == _CHARGE)]
    return [_judged(view, c, deeds) if c.type in _JUDGING else _held_out(view, c, deeds) for c in found]


def _held_out(view: View, threat: Candidate, deeds: Sequence[Candidate]) -> Candidate:
    """A threat told of whom the deed that it holds out would hit, where it names nobody itself."""
    if threat.type != "THREATEN" or threat.recipients:
        return threat
    for deed in deeds:
        first = next(i for i in view.run if view.reading.tokens[i].start == deed.trigger.start)
        if deed.type != "THREATEN" and _TO in {view.key(i) for i in (first - 2, first - 1) if i >= 0}:
            return replace(threat, recipients=deed.recipients)
    return threat


def _judged(view: View, judged: Candidate, deeds: Sequence[Candidate]) -> Candidate:
    """A judgement told of the doer: of the deed that it is about, or of whom «توسط» names beside an active verb."""
    doers: Fillers | None = None
    told = not judged.nominal and not judged.passive
    if judged.type == "ACCUSE" and told and judged.frame != _LABEL:
        doers = agents(view, view.arguments) or None
    for deed in deeds:
        about = told and not judged.recipients and _is_about(view, judged, deed)
        if doers is None and (about or _suffers(judged, deed)):
            doers = deed.actors
    own = {f.entity for f in judged.actors}
    if doers is None:
        return judged
    topics = (*judged.topics, *judged.recipients) if judged.type == "REJECT" else judged.topics
    return replace(judged, recipients=tuple(f for f in doers if f.entity not in own), topics=topics)


def _suffers(judged: Candidate, deed: Candidate) -> bool:
    """Whether who would be judged is the victim of a deed whose noun stands before him."""
    victims = {f.ref for f in judged.recipients}
    behind = bool(victims) and all(deed.trigger.start < r.start for r in victims)
    return behind and victims <= {f.ref for f in deed.recipients}


def _is_about(view: View, judged: Candidate, deed: Candidate) -> bool:
    """Whether a deed's noun heads what the verb judges: before را, or behind a preposition of its own."""
    tokens, own = view.reading.tokens, view.world.language.frames[judged.frame].recipient
    for segment in segments(view.reading, view.world, view.run, dict(view.refs)):
        if not any(tokens[i].start == deed.trigger.start for i in segment.tokens):
            continue
        behind = any(tokens[i].key == OBJECT for i in view.run if tokens[i].start > deed.trigger.start)
        return segment.marker in own or (segment.marker in {"", OBJECT} and behind)
    return False
