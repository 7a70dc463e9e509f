"""Whose act a noun names where its own phrase doesn't say: that of the clause's subject, of a plan, of the accused."""

from collections.abc import Sequence

from relgraph.extract.arguments import ANY, HEAD, pick
from relgraph.extract.depth import filler_each, fillers
from relgraph.extract.evoke import Trigger
from relgraph.extract.intent import has_own_plan, intends
from relgraph.extract.phrase import OBJECT, Unit, segments
from relgraph.extract.reading import Ref
from relgraph.extract.roles import Fillers
from relgraph.extract.status import noun_status
from relgraph.extract.view import View
from relgraph.lang.frames import Frame
from relgraph.text.fold import squeeze

_WITH, _WHILE, STRESSED = squeeze("با"), squeeze("ضمن"), squeeze("بر")
BEFORE = frozenset(squeeze(w) for w in ("پیش از", "قبل از", "برای", "جهت", "به منظور", "در آستانه"))
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
    "در بدو",
    "هنگام",
    "در هنگام",
    "در زمان",
)
# A noun under these takes the clause's subject as its actor («ظریف در دیدار با لاوروف گفت»).
CONTROL = frozenset(squeeze(w) for w in _DURING) | BEFORE | {_WITH, _WHILE}
# Acts of speech that go along with another («با انتقاد از …»، «ضمن تقدیر از …»).
_ALONGSIDE = frozenset({"ACCUSE", "SUPPORT", "REJECT", "THREATEN", "REQUEST", "AGREE"})
_STRESSED = frozenset({"SUPPORT", "REQUEST"})
# What happens before or for another act is done by who does that: «پس از حمله به عراق … اعلام کرد».
_SEQUENCE = BEFORE | frozenset(squeeze(w) for w in ("پس از", "بعد از", "با هدف"))
_DONE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "RETREAT"})
_DEEDS = frozenset({"ASSAULT", "COERCE", "AID", "SUPPORT"})
_UNMARKED = frozenset({"", OBJECT})
_HIS = (squeeze("ش"), squeeze("شان"))
_TO, _FROM = squeeze("به"), squeeze("از")
# What a plan stands before: «اهداف ترکیه از حمله»، «طرح آمریکا برای حمله».
_TOWARDS = frozenset(squeeze(w) for w in ("برای", "جهت", "در", "به", "از"))


def lent_actor(view: View, trigger: Trigger, marker: str | None, recipients: Fillers) -> Fillers:
    """The actor that a noun without one of its own takes from its clause, none where that is not certain."""
    frame = view.frame(trigger)
    planned = _possessor(view, trigger) or _planner(view, trigger, recipients)
    if planned:
        return planned
    intended = intends(view, trigger) or has_own_plan(view, trigger)
    if intended or _is_own(view, trigger) or _subject_acts(view, trigger, frame, marker, recipients):
        subject = fillers(view.reading, view.world.language, view.subject, HEAD)
        if subject:
            return subject
    return _accused(view, frame, marker)


def _possessor(view: View, trigger: Trigger) -> Fillers:
    """«… گفت‌وگوی پمپئو در سفرش به امارات»: whoever was named last before «ش»."""
    key, known = "".join(view.key(i) for i in trigger.tokens), view.world.language.evoked
    if not any(key.endswith(h) and key.removesuffix(h) in known for h in _HIS):
        return ()  # «توقیف نفتکش» ends so by itself
    named = [r for i in view.run if i < trigger.tokens[0] and (r := view.refs.get(i)) is not None and r.first == i]
    people = [r for r in named if r.kind != "adjective" and _is_person(view, r)]
    return tuple(filler_each(people[-1], "head")[:1]) if people else ()


def _is_person(view: View, ref: Ref) -> bool:
    entity = view.reading.entities.get(ref.entities[0]) if len(ref.entities) == 1 else None
    return ref.role is not None or (entity is not None and entity.type == "person")


def _subject_acts(view: View, trigger: Trigger, frame: Frame, marker: str | None, recipients: Fillers) -> bool:
    """Whether the clause's subject does what the noun names."""
    verb = view.clause.verb
    if verb is None or verb.passive:
        return False
    during = marker in CONTROL and (frame.type == "CONSULT" or _in_sequence(view, trigger, marker, recipients))
    alongside = frame.type in _ALONGSIDE and marker in {_WITH, _WHILE} and not _is_fended_off(view, trigger)
    asked = frame.type == "REQUEST" and marker in view.world.language.retelling  # «با تأکید بر لزوم …»
    stressed = asked or (frame.type in _STRESSED and marker == STRESSED)  # «بر ضرورت … تأکید کرد»
    carried = marker in _UNMARKED and is_carried(view)
    return during or alongside or stressed or carried or _with_partner(view, trigger, frame, marker, recipients)


def _is_fended_off(view: View, trigger: Trigger) -> bool:
    """«برای مقابله با تهدیدها»: what is fended off is others' doing."""
    at = trigger.tokens[0]
    return at > 1 and view.key(at - 1) == _WITH and view.key(at - 2) in view.world.language.nouns.ending


def _in_sequence(view: View, trigger: Trigger, marker: str, recipients: Fillers) -> bool:
    """«برای حمله به ایران نیرو فرستاد», but not within what an object is about («استفاده از پایگاه‌ها برای حمله را رد کرد»)."""
    if not recipients or marker not in _SEQUENCE or view.frame(trigger).type not in _DONE:
        return False
    return not any(view.key(i) == OBJECT for i in view.run if i > trigger.tokens[-1])


def _with_partner(view: View, trigger: Trigger, frame: Frame, marker: str | None, recipients: Fillers) -> bool:
    """«ترامپ دیدار با روحانی را رد نکرد»، «پاریس به رایزنی با تهران ادامه می‌دهد»: the talks are the subject's."""
    if frame.type != "CONSULT" or not recipients:
        return False
    if marker is None:
        return noun_status(view.reading, view.world, trigger) is not None  # «احتمال دیدار با …»
    return marker in {OBJECT, _TO, _FROM}


def _planner(view: View, trigger: Trigger, recipients: Fillers) -> Fillers:
    """«اهداف ترکیه از حمله به سوریه»: whose aim, plan or decision the act is."""
    if not recipients:
        return ()
    before: Unit | None = None
    for segment in segments(view.reading, view.world, view.run, dict(view.refs)):
        if trigger.tokens[0] in segment.tokens:
            if before is None or segment.marker not in _TOWARDS or segment.tokens[0] != trigger.tokens[0]:
                return ()
            planned = any(view.key(i) in view.world.language.nouns.plans for i in before.before)
            return fillers(view.reading, view.world.language, (before,), ANY) if planned else ()
        before = _whole(segment.groups[-1]) if segment.groups and not segment.tail else None
    return ()


def _whole(group: Sequence[Unit]) -> Unit:
    """The last of a group with the words before it, however many names and offices of it stand side by side."""
    first = next(n for n, u in enumerate(group) if all(o.ref.entities == u.ref.entities for o in group[n:]))
    return Unit(group[first].before, group[-1].ref)


def _accused(view: View, frame: Frame, marker: str | None) -> Fillers:
    """«ارمنستان را به حمله متهم کرد»: what somebody is accused of, he did."""
    if marker != _TO or frame.type not in _DEEDS or not any(view.frame(t).type == "ACCUSE" for t in view.verbal):
        return ()
    return pick(view.reading, view.world, view.arguments, ("object", "bare"), ANY)


def _is_own(view: View, trigger: Trigger) -> bool:
    """«با اشاره به مذاکرات با همتایان خود»: the talks are the subject's own."""
    own = {squeeze(w) for w in view.world.language.pronouns["self"]}
    arguments = view.noun_arguments[trigger]
    last = max(
        (u.ref.last for groups in arguments.marked.values() for g in groups for u in g), default=trigger.tokens[-1] + 1
    )
    return any(view.key(i) in own for i in range(trigger.tokens[-1] + 1, min(last + 2, len(view.reading.tokens))))


def is_carried(view: View) -> bool:
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
