"""The parties that the relative clause behind an event noun names: «حمله‌ای که علیه سفارت فرانسه انجام شد»."""

from relgraph.extract.arguments import HEAD, SUBJECT, clause_arguments, pick
from relgraph.extract.depth import fillers
from relgraph.extract.evoke import Trigger
from relgraph.extract.reading import Clause
from relgraph.extract.roles import Fillers, agents, depths_of
from relgraph.extract.view import View
from relgraph.lang.frames import Frame

_VOICES = frozenset({"active", "middle", "passive"})
_TOLD = frozenset({"past", "perfect", "pluperfect", "imperfect", "present"})
# How many adjectives may stand between the noun and «که».
_NEAR = 2


def told_behind(view: View, trigger: Trigger, frame: Frame) -> tuple[Fillers, Fillers]:
    """Actors and recipients that the clause behind a noun and «که» names, where its verb only carries the noun."""
    clause = _relative(view, trigger)
    voice, run = _carrying(view, clause) if clause is not None else ("", ())
    if not voice:
        return (), ()
    arguments = clause_arguments(view.reading, view.world, run, dict(view.refs))
    prepositions = [m for m in frame.recipient if m != "object"]
    recipients = pick(view.reading, view.world, arguments, prepositions, depths_of(frame))
    own = fillers(view.reading, view.world.language, arguments.first(SUBJECT), HEAD) if voice == "active" else ()
    return own or agents(view, arguments), recipients


def _relative(view: View, trigger: Trigger) -> Clause | None:
    """The clause that describes a noun: «حمله انتحاری که …»."""
    last = trigger.tokens[-1]
    for clause in view.reading.clauses:
        at = clause.antecedent
        if clause.link == "relative" and at is not None and last <= at <= last + _NEAR:
            return None if any(i in view.refs for i in range(last, at + 1)) else clause
    return None


def _carrying(view: View, clause: Clause) -> tuple[str, tuple[int, ...]]:
    """The voice of a light verb that has its noun before «که», and the words before it; "" where it is another verb."""
    verb = clause.verb
    run = tuple(i for i in clause.tokens if verb is not None and i < verb.first)
    if verb is None or not run or verb.negative or verb.modality or verb.tense not in _TOLD:
        return "", ()
    light = view.world.language.light
    own = light.get((view.key(run[-1]), verb.infinitive), "")
    bare = light.get(("", verb.infinitive), "") if run[-1] in view.refs else ""
    voice, rest = (own, run[:-1]) if own else (bare, run)
    return (voice, rest) if voice in _VOICES else ("", ())
