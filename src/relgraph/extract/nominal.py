"""Events told by a noun: «دیدار رئیسی با پوتین»، «در دیدار با لاوروف گفت»، «محکومیت حمله آمریکا»."""

from dataclasses import replace

from relgraph.extract.arguments import EZAFE, HEAD, Arguments, pick, with_partner
from relgraph.extract.carrier import carried_sides, is_carried_out
from relgraph.extract.control import BEFORE, CONTROL, STRESSED, is_carried, lent_actor
from relgraph.extract.depth import fillers
from relgraph.extract.described import told_behind
from relgraph.extract.evoke import Trigger
from relgraph.extract.harm import victims
from relgraph.extract.intent import intends
from relgraph.extract.phrase import OBJECT, segments
from relgraph.extract.reading import Candidate
from relgraph.extract.request import needed_of
from relgraph.extract.roles import Fillers, agents, candidate, depths_of, parties
from relgraph.extract.status import is_upcoming, noun_status
from relgraph.extract.verbal import SPEAKER, of_others, subject_fillers
from relgraph.extract.view import View
from relgraph.lang.frames import Frame
from relgraph.model import SYMMETRIC
from relgraph.text.fold import squeeze

# What is done to somebody whether he likes it or not.
_HARM = frozenset({"SANCTION", "ASSAULT", "COERCE", "MOBILIZE"})
# What a verb of saying may have such a noun behind: «با اشاره به …», «نسبت به …», «از … خبر داد».
_SPOKEN_OF = frozenset(squeeze(w) for w in ("به", "بر", "از", "نسبت به", "در قبال", "علیه", "در برابر", "با"))
_NEED = "request.need"
_TURNED_DOWN = frozenset({"negated", "denied"})
_MEANING = frozenset(squeeze(w) for w in ("معنی", "معنای", "مفهوم", "منزله", "مثابه"))
_BEHIND = frozenset(
    squeeze(w)
    for w in (
        "پس از",
        "بعد از",
        "در پی",
        "به دنبال",
        "به دلیل",
        "به علت",
        "به سبب",
        "به خاطر",
        "به بهانه",
        "در واکنش به",
    )
)
_UNMARKED = frozenset({"", OBJECT})
_PLURAL = (squeeze("ها"), squeeze("های"), squeeze("ات"))


def from_noun(view: View, trigger: Trigger, unreal: str | None) -> Candidate | None:
    """The event that a noun names, None without any party; `unreal` is the status of what its clause's verb asks or denies."""
    arguments = view.noun_arguments[trigger]
    roles = with_partner(view.reading, view.world, arguments, trigger)
    if roles is not trigger:
        return from_noun(replace(view, noun_arguments={**view.noun_arguments, roles: arguments}), roles, unreal)
    frame = view.frame(trigger)
    marker = _marker(view, trigger)
    sides = parties(view, frame, arguments, *_roles(view, trigger, frame, marker))
    if not any(sides) or (frame.of_others and not sides[1]) or (marker in BEFORE and _only_lent(view, trigger)):
        return None
    status = _status(view, trigger, marker, unreal)
    if (marker in _UNMARKED and is_carried(view)) or _is_stressed(view, frame, marker):
        trigger = replace(trigger, verbal=True)  # «رزمایشی برگزار کرد»: the clause tells the act
    return candidate(view, trigger, arguments, sides, status, heads=marker in CONTROL | {""} or marker is None)


def _is_stressed(view: View, frame: Frame, marker: str | None) -> bool:
    """«بر ضرورت … تأکید کرد» asks by saying so."""
    return frame.type == "REQUEST" and view.reported and marker in {STRESSED} | view.world.language.retelling


def _only_lent(view: View, trigger: Trigger) -> bool:
    """«وزیران … برای رایزنی به تهران سفر می‌کنند»: with whom is not said, least of all with each other."""
    arguments = view.noun_arguments[trigger]
    return view.frame(trigger).type == "CONSULT" and not arguments.marked


def _roles(view: View, trigger: Trigger, frame: Frame, marker: str | None) -> tuple[Fillers, Fillers]:
    reading, language, arguments = view.reading, view.world.language, view.noun_arguments[trigger]
    ezafe, by = arguments.first(EZAFE), agents(view, arguments) or _attending(view, frame, arguments)
    prepositions = [m for m in frame.recipient if m != "object"]
    recipients = pick(reading, view.world, arguments, prepositions, depths_of(frame))
    if not recipients and marker in _UNMARKED and is_carried(view):
        recipients = pick(reading, view.world, view.arguments, prepositions, HEAD)  # «علیه عراق حملاتی را آغاز کرد»
    if frame.type not in SYMMETRIC and is_carried_out(view, trigger) and view.subject:
        return carried_sides(view, trigger, recipients)
    if not recipients and not ezafe and not by:
        by, recipients = told_behind(view, trigger, frame)
    lent = _teller(view, frame, marker) if SPEAKER in frame.actor else lent_actor(view, trigger, marker, recipients)
    if frame.id == _NEED:
        return lent, recipients or by or needed_of(view, trigger)
    if frame.type == "ASSAULT" and not recipients and frame.ezafe == "actor":
        doers = fillers(reading, language, ezafe, HEAD) or by
        recipients = victims(view, marker, doers)
    if frame.ezafe is None:
        return by or lent, recipients
    received = SPEAKER in frame.actor or not _plural(view, trigger)
    if frame.ezafe == "recipient" and ezafe and not recipients and received:
        found = fillers(reading, language, ezafe, depths_of(frame))
        return by or lent, of_others(view, lent, found) if SPEAKER in frame.actor else found
    if by and ezafe and not recipients and frame.type in _HARM:
        return by, fillers(reading, language, ezafe, depths_of(frame))  # «تحریم ایران از سوی آمریکا»
    return fillers(reading, language, ezafe, HEAD) or by or (() if ezafe else lent), recipients


def _teller(view: View, frame: Frame, marker: str | None) -> Fillers:
    """Who speaks of a deed: whose words the clause is, or the subject of its verb of saying («با اشاره به … گفت»)."""
    said = subject_fillers(view, frame)
    passive = view.clause.verb is None or view.clause.verb.passive
    if said or passive or not view.reported or marker not in _SPOKEN_OF | view.world.language.retelling:
        return said
    return fillers(view.reading, view.world.language, view.subject, HEAD)


def _attending(view: View, frame: Frame, arguments: Arguments) -> Fillers:
    """«مذاکرات صلح با حضور ترکیه و ایران»: who takes part, where the noun's phrase says it with a preposition."""
    apart = {"subject", SPEAKER} | view.world.language.prepositions.between
    return pick(view.reading, view.world, arguments, [m for m in frame.actor if m not in apart], HEAD)


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


def _is_borne(view: View) -> bool:
    """Whether the verb says that its noun takes place: «انجام نشد» denies the talks, «نتیجه نداد» doesn't."""
    verb = view.clause.verb
    run = [i for i in view.clause.tokens if verb is not None and i < verb.first]
    light = view.world.language.light
    return verb is not None and bool(run) and (view.key(run[-1]), verb.infinitive) in light


def _is_others(view: View, trigger: Trigger) -> bool:
    """«سیاست فشار آمریکا را رد کردند»: the harm that others do stays done, whoever rejects it."""
    own = fillers(view.reading, view.world.language, view.noun_arguments[trigger].first(EZAFE), HEAD)
    subject = {f.entity for f in fillers(view.reading, view.world.language, view.subject, HEAD)}
    return view.frame(trigger).type in _HARM and bool(own) and not subject & {f.entity for f in own}


def _past_markers(view: View) -> frozenset[str]:
    """What these mark has happened or is talked of, whatever becomes of the clause's act: «به دلیل …», «درباره …»."""
    return _BEHIND | view.world.language.prepositions.topic


def _status(view: View, trigger: Trigger, marker: str | None, unreal: str | None) -> str:
    if view.frame(trigger).type not in SYMMETRIC and is_carried_out(view, trigger):
        return view.status
    beside = noun_status(view.reading, view.world, trigger)
    if beside and view.frame(trigger).type != "REQUEST":
        return beside
    if intends(view, trigger):
        return "negated" if view.status == "negated" else "planned"
    ahead = view.clause.verb is not None and view.clause.verb.tense == "future"
    if marker in BEFORE or (ahead and marker in CONTROL):
        denied = view.clause.verb is not None and view.clause.verb.negative
        return "negated" if denied else "planned"  # «از عراق برای حمله به ایران استفاده نخواهد کرد»
    if view.frame(trigger).type == "CONSULT" and view.status == "planned" and marker not in _past_markers(view):
        return "planned"  # «در دیدار با همتایان خود … خواهد پرداخت»
    about = marker is not None and marker in view.world.language.prepositions.topic
    aside = about or marker in CONTROL | _past_markers(view)
    if unreal and not aside and not (unreal in _TURNED_DOWN and _is_others(view, trigger)):
        return unreal
    verb = view.clause.verb
    if verb is not None and verb.negative and view.key(trigger.tokens[0] - 1) in _MEANING:
        return "negated"  # «به معنی حمایت از … نیست»
    if verb is not None and verb.tense == "future" and view.frame(trigger).type in _HARM - {"SANCTION"}:
        return "conditional"  # «صحنه حمله آمریکا نخواهد شد»
    if marker in _UNMARKED and view.clause.verb is not None and (view.status == "planned" or _is_borne(view)):
        upcoming = view.status == "actual" and is_upcoming(view.reading, view.clause, view.frame(trigger))
        return "planned" if upcoming else view.status  # «جلسه‌ای برگزار می‌شود»
    return view.frame(trigger).implies
