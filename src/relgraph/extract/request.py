"""Who is asked to do what: «ایران باید …», «تهران … را کاهش دهد», «خواست اروپا …», «خواستار خویشتن‌داری ایران شد»."""

from collections.abc import Sequence

from relgraph.extract.arguments import ANY, EZAFE, HEAD, SUBJECT, Group, clause_arguments
from relgraph.extract.depth import filler_each, fillers
from relgraph.extract.evoke import Trigger
from relgraph.extract.reading import Candidate, Clause
from relgraph.extract.roles import Fillers, candidate
from relgraph.extract.subject import speaker_of
from relgraph.extract.view import View

_MUST = "request.must"
# How a clause hangs on the verb of asking whose content it is.
_CONTENT = frozenset({"complement", "control", "relative"})
# What stands by itself: a subjunctive there is an appeal.
_FREE = frozenset({"main", "quotation", "coordinate"})


def asked_to_act(view: View) -> Fillers:
    """Who is to do what is asked for: «خواستار خویشتن‌داری ایران شد», «خواست اروپا با او متحد بماند»."""
    for group in view.arguments.marked.get("object", ()):
        if found := _of_own_act(view, group[0].before, group):
            return found
    below = (c for c in view.reading.clauses if c.parent == view.clause.index and c.link in _CONTENT)
    return next((found for c in below if (found := _subject_of(view, c))), ())


def _subject_of(view: View, clause: Clause) -> Fillers:
    """Who is named as the subject of what is asked for."""
    verb = clause.verb
    if verb is None or verb.tense != "subjunctive" or verb.person.startswith("1"):
        return ()
    run = [i for i in clause.tokens if i < verb.first]
    arguments = clause_arguments(view.reading, view.world, run, dict(view.refs))
    return fillers(view.reading, view.world.language, arguments.first(SUBJECT), HEAD)


def from_must(view: View) -> Candidate | None:
    """«ایران باید …» in somebody's words asks it of Iran."""
    verb, voice = view.clause.verb, view.reading.voices[view.clause.index]
    if verb is None or not _is_called_for(view) or verb.person.startswith("1") or _is_rhetorical(view):
        return None
    speaker = speaker_of(view.reading, view.clause)
    if voice is None or not speaker:
        return None
    if verb.tense == "imperfect":
        return None  # «باید مذاکره می‌کرد»: he should have, he didn't
    impersonal = verb.tense == "past" and verb.person == "3s"  # «باید جستجو کرد»
    addressed = () if impersonal else fillers(view.reading, view.world.language, view.subject, HEAD)
    asked = tuple(f for f in addressed if f.entity != voice.speaker)
    if not asked and (view.clause.link == "relative" or verb.modality is None):
        return None  # «مباحثی که باید پیگیری شود» tells of the matters, it asks nobody
    above = view.reading.clauses[view.clause.parent].verb if view.clause.parent is not None else None
    if above is not None and above.negative and view.clause.link == "complement":
        return None  # «من اعتقاد ندارم که … باید …»
    trigger = Trigger(_MUST, tuple(range(verb.first, verb.last)), verbal=True, voice="active")
    return candidate(view, trigger, view.arguments, (tuple(filler_each(speaker[0].ref, "head")[:1]), asked), "actual")


def _is_called_for(view: View) -> bool:
    """Whether a clause says what is to be done: by «باید», or by a subjunctive that nothing governs («خویشتن‌دار باشند»)."""
    verb, clause = view.clause.verb, view.clause
    if verb is not None and verb.modality == "called_for":
        return True
    free = clause.link in _FREE and clause.conjunction in (None, "و")
    bare = verb is not None and verb.tense == "subjunctive" and verb.modality is None
    return bare and free and view.status in ("called_for", "negated")


def _is_rhetorical(view: View) -> bool:
    """«باید دید …», «باید گفت …»: it asks nobody."""
    verb = view.clause.verb
    before = [view.key(i) for i in view.clause.tokens if verb is not None and i < verb.first]
    rhetorical = view.world.language.rhetorical
    stems = {infinitive.removesuffix("ن") for nonverbal, infinitive in rhetorical if not nonverbal}
    if view.clause.tokens and view.key(view.clause.tokens[0]) in stems:
        return True  # «باید دید نتیجه چه خواهد شد»
    light = {("", verb.infinitive), *(("".join(before[-n:]), verb.infinitive) for n in (1, 2))} if verb else set()
    addressed = fillers(view.reading, view.world.language, view.subject, HEAD)
    return not addressed and bool(light & rhetorical)


def needed_of(view: View, trigger: Trigger) -> Fillers:
    """Who is to do what somebody calls necessary: «بر لزوم پایبندی ایران تأکید کرد»."""
    group = view.noun_arguments[trigger].first(EZAFE)
    return _of_own_act(view, (*trigger.tokens[1:], *group[0].before), group) if group else ()


def _of_own_act(view: View, before: Sequence[int], group: Group) -> Fillers:
    """The names behind what somebody can be asked to do himself: «خویشتن‌داری ایران», «پایبندی ایران»."""
    acts = view.world.language.nouns.own_acts
    if not before or view.key(before[0]) not in acts or group[0].ref.kind == "adjective":
        return ()
    return fillers(view.reading, view.world.language, group, ANY)
