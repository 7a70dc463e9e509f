"""Events told by a noun: «دیدار رئیسی با پوتین»، «در دیدار با لاوروف گفت»، «محکومیت حمله آمریکا»."""

from dataclasses import replace

from relgraph.extract.arguments import EZAFE, HEAD, pick
from relgraph.extract.evoke import Trigger
from relgraph.extract.phrase import OBJECT, fillers, segments
from relgraph.extract.reading import Candidate
from relgraph.extract.roles import Fillers, agents, candidate, depths_of, parties
from relgraph.extract.status import noun_status
from relgraph.extract.verbal import SPEAKER, subject_fillers
from relgraph.extract.view import View
from relgraph.lang.frames import Frame
from relgraph.text.fold import squeeze

_WITH, _WHILE, _ON = squeeze("با"), squeeze("ضمن"), squeeze("بر")
_BEFORE = frozenset(squeeze(w) for w in ("پیش از", "قبل از", "برای", "جهت", "به منظور", "در آستانه"))
_DURING = (
    "در",
    "در جریان",
    "طی",
    "پس از",
    "بعد از",
    "در حاشیه",
    "در پایان",
    "در پی",
    "در خلال",
    "حین",
    "در ادامه",
    "در آغاز",
    "با هدف",
)
# A noun under these takes the clause's subject as its actor («ظریف در دیدار با لاوروف گفت»).
_CONTROL = frozenset(squeeze(w) for w in _DURING) | _BEFORE | {_WITH, _WHILE}
# Acts of speech that go along with another («با انتقاد از …»، «ضمن تقدیر از …»).
_ALONGSIDE = frozenset({"ACCUSE", "SUPPORT", "REJECT", "THREATEN", "REQUEST", "AGREE"})
_STRESSED = frozenset({"SUPPORT", "REQUEST"})
_UNMARKED = frozenset({"", OBJECT})
_PLURAL = (squeeze("ها"), squeeze("های"), squeeze("ات"))


def from_noun(view: View, trigger: Trigger, unreal: str | None) -> Candidate | None:
    """The event that a noun names, None without any party; `unreal` is the status of what its clause's verb asks or denies."""
    frame, arguments = view.frame(trigger), view.noun_arguments[trigger]
    marker = _marker(view, trigger)
    sides = parties(view, frame, arguments, *_roles(view, trigger, frame, marker))
    if not any(sides):
        return None
    status = _status(view, trigger, marker, unreal)
    if marker in _UNMARKED and _is_carried(view):
        trigger = replace(trigger, verbal=True)  # «رزمایشی برگزار کرد»: the clause tells the act
    return candidate(view, trigger, arguments, sides, status, heads=marker in _CONTROL | {""} or marker is None)


def _roles(view: View, trigger: Trigger, frame: Frame, marker: str | None) -> tuple[Fillers, Fillers]:
    reading, language, arguments = view.reading, view.world.language, view.noun_arguments[trigger]
    ezafe, by = arguments.first(EZAFE), agents(view, arguments)
    prepositions = [m for m in frame.recipient if m != "object"]
    recipients = pick(reading, view.world, arguments, prepositions, depths_of(frame))
    if SPEAKER in frame.actor:
        lent = subject_fillers(view, frame)
    elif _is_own(view, trigger):
        lent = fillers(reading, language, view.subject, HEAD)
    else:
        lent = _controlled(view, frame, marker)
    if frame.ezafe is None:
        return by or lent, recipients
    if frame.ezafe == "recipient" and ezafe and not recipients and not _plural(view, trigger):
        return by or lent, fillers(reading, language, ezafe, depths_of(frame))
    return fillers(reading, language, ezafe, HEAD) or by or (() if ezafe else lent), recipients


def _plural(view: View, trigger: Trigger) -> bool:
    """«تحریم‌های آمریکا» are its own; «تحریم ایران» is done to it."""
    return view.key(trigger.tokens[0]).endswith(_PLURAL)


def _marker(view: View, trigger: Trigger) -> str | None:
    """The preposition of the phrase that the noun heads, "" for none; None where it is not the head."""
    for segment in segments(view.reading, view.world, view.run, dict(view.refs)):
        if trigger.tokens[0] in segment.tokens:
            before = list(segment.tokens[: segment.tokens.index(trigger.tokens[0])])
            if segment.marker in _UNMARKED:  # a name before it is a phrase of its own: the subject
                before = before[max((n + 1 for n, i in enumerate(before) if i in view.refs), default=0) :]
            return segment.marker if all(_is_light(view, i) for i in before) else None
    return None


def _is_light(view: View, token: int) -> bool:
    """Whether a word before an event noun leaves it the head of its phrase: «در این دیدار»، «در سه دیدار»."""
    return view.key(token) in view.world.language.adverbs or view.reading.tokens[token].kind == "number"


def _controlled(view: View, frame: Frame, marker: str | None) -> Fillers:
    """The clause's subject as the actor of a noun without one of its own."""
    verb = view.clause.verb
    if verb is None or verb.passive:
        return ()
    during = frame.type == "CONSULT" and marker in _CONTROL
    alongside = frame.type in _ALONGSIDE and marker in {_WITH, _WHILE}
    stressed = frame.type in _STRESSED and marker == _ON  # «بر ضرورت … تأکید کرد»
    carried = marker in _UNMARKED and _is_carried(view)
    if during or alongside or stressed or carried:
        return fillers(view.reading, view.world.language, view.subject, HEAD)
    return ()


def _is_own(view: View, trigger: Trigger) -> bool:
    """«با اشاره به مذاکرات با همتایان خود»: the talks are the subject's own."""
    own = {squeeze(w) for w in view.world.language.pronouns["self"]}
    arguments = view.noun_arguments[trigger]
    last = max(
        (u.ref.last for groups in arguments.marked.values() for g in groups for u in g), default=trigger.tokens[-1] + 1
    )
    return any(view.key(i) in own for i in range(trigger.tokens[-1] + 1, min(last + 2, len(view.reading.tokens))))


def _is_carried(view: View) -> bool:
    """Whether the clause's verb only carries its noun: «گفت‌وگوی مفصلی با … انجام داد»."""
    verb = view.clause.verb
    run = [i for i in view.clause.tokens if verb is not None and i < verb.first]
    if verb is None or view.verbal or not run:
        return False
    light = view.world.language.light
    if light.get((view.key(run[-1]), verb.infinitive)) == "active":
        return True
    own = run[-1] in view.refs or any(run[-1] in t.tokens for t in view.nominal)
    return own and light.get(("", verb.infinitive)) == "active"


def _is_borne(view: View) -> bool:
    """Whether the verb says that its noun takes place: «انجام نشد» denies the talks, «نتیجه نداد» doesn't."""
    verb = view.clause.verb
    run = [i for i in view.clause.tokens if verb is not None and i < verb.first]
    light = view.world.language.light
    return verb is not None and bool(run) and (view.key(run[-1]), verb.infinitive) in light


def _status(view: View, trigger: Trigger, marker: str | None, unreal: str | None) -> str:
    beside = noun_status(view.reading, view.world, trigger)
    if beside:
        return beside
    if marker in _BEFORE:
        return "planned"
    if unreal and marker not in _CONTROL:
        return unreal
    if marker in _UNMARKED and view.clause.verb is not None and (view.status == "planned" or _is_borne(view)):
        return view.status
    return view.frame(trigger).implies
