"""Events told by a clause's verb: roles by case marking, turned round where the verb is passive."""

from dataclasses import replace

from relgraph.extract.arguments import ANY, EZAFE, HEAD, pick, with_partner
from relgraph.extract.depth import filler_each, fillers
from relgraph.extract.evoke import Trigger
from relgraph.extract.governed import JUDGED
from relgraph.extract.hearsay import is_claimed
from relgraph.extract.phrase import segments
from relgraph.extract.reading import Candidate
from relgraph.extract.reciprocal import each_other
from relgraph.extract.request import asked_to_act
from relgraph.extract.roles import Fillers, agents, candidate, depths_of, parties
from relgraph.extract.side import side_of, side_of_speaker
from relgraph.extract.status import is_upcoming
from relgraph.extract.subject import speaker_of
from relgraph.extract.view import View
from relgraph.lang.frames import Frame
from relgraph.model import SYMMETRIC

# A frame whose actor is whoever says so: «انگلیس مقررات را نقض کرده است».
SPEAKER = "speaker"
_SPOKEN = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
# What somebody says that another does or will do; what he denies or supposes is no accusation.
_HELD = frozenset({"actual", "planned"})
# What a threat says will come, unless or if.
_PROMISED = frozenset({"planned", "conditional"})
_TOLD = frozenset({"past", "perfect", "pluperfect", "imperfect"})
_CALL_ON, _SUMMON = "request.call-on", "accuse.summon"


def from_verb(view: View, trigger: Trigger) -> Candidate | None:
    """The event that a verb trigger tells, None where a preposition that it needs is missing."""
    trigger = with_partner(view.reading, view.world, view.arguments, trigger)
    frame = view.frame(trigger)
    if trigger.needs and trigger.needs not in view.markers:
        return None
    if frame.id == _CALL_ON and _recalls_an_envoy(view):
        return from_verb(view, replace(trigger, frame=_SUMMON))
    if frame.type == "MOBILIZE" and _sends_a_person(view):
        return None
    actors, recipients = _roles(view, trigger, frame)
    recipients = recipients or _said_below(view, frame)
    if frame.of_others and (not recipients or view.status == "negated"):
        return None
    if trigger.voice == JUDGED or SPEAKER in frame.actor:
        if not actors or not _is_held(view, trigger, frame):
            return None
        recipients = of_others(view, actors, recipients)
    if frame.promise and view.clause.verb is not None and view.clause.verb.tense in _TOLD:
        return None
    sides = each_other(view, *parties(view, frame, view.arguments, actors, recipients))
    said = trigger.voice == JUDGED or SPEAKER in frame.actor  # who says so accuses now, whatever the other may yet do
    own = said or trigger.turned or view.status == "actual" or (frame.promise and view.status in _PROMISED)
    status = frame.implies if own else view.status
    if status == "actual" and is_upcoming(view.reading, view.clause, frame):
        status = "planned"
    return candidate(view, trigger, view.arguments, sides, status)


def _is_held(view: View, trigger: Trigger, frame: Frame) -> bool:
    """Whether somebody says so of another: not what he denies or supposes, nor what he mentions that others claim."""
    if is_claimed(view.reading, view.world, view.clause):
        return False
    return trigger.turned or view.status in (_PROMISED if frame.promise else _HELD)


def _said_below(view: View, frame: Frame) -> Fillers:
    """Who is asked or turned down, where only the act that is asked for or refused names him."""
    if frame.type == "REQUEST":
        return asked_to_act(view)
    return _refused_partner(view) if frame.type == "REJECT" or frame.refusal else ()


def _recalls_an_envoy(view: View) -> bool:
    """«سفیر انگلیس را فراخواند»: who calls in another state's ambassador complains of it."""
    group = view.arguments.first("object")
    return bool(group) and group[0].ref.role in view.world.language.offices["posted"] and bool(group[0].ref.owners)


def _is_stated(view: View, frame: Frame, trigger: Trigger) -> bool:
    """Whether a predicate with the copula says what was done to its subject."""
    verb = view.clause.verb
    copula = verb is not None and verb.tense == "copula" and trigger.voice == "active"
    return copula and frame.recipient[:1] == ("object",) and not view.arguments.first("object") and not frame.states


def _sends_a_person(view: View) -> bool:
    """«وی را به دمشق اعزام کرد»: an envoy is no deployment."""
    sent = fillers(view.reading, view.world.language, view.arguments.first("object"), HEAD)
    return any(view.reading.entities[f.entity].type == "person" for f in sent if f.entity in view.reading.entities)


def _roles(view: View, trigger: Trigger, frame: Frame) -> tuple[Fillers, Fillers]:
    depths = depths_of(frame)
    if trigger.voice == JUDGED:
        conduct = depths - {"other"}  # «تجزیه عراق تهدیدی است» is no fault of Iraq's
        return spoken(view), fillers(view.reading, view.world.language, view.subject, conduct)
    if SPEAKER in frame.actor:
        doers = agents(view, view.arguments) if trigger.voice == "passive" else ()
        return spoken(view), doers or _marked(view, frame.recipient, depths)
    if _is_stated(view, frame, trigger):
        return (), fillers(view.reading, view.world.language, view.subject, depths)  # «او متهم است»
    if trigger.voice == "active" or view.promoted:
        return subject_fillers(view, frame), _marked(view, frame.recipient, depths)
    by = agents(view, view.arguments)
    if "object" in frame.recipient:
        others = tuple(m for m in frame.recipient if m != "object")
        elsewhere = frame.recipient[0] in view.markers  # «به این دفاتر حمله شد»
        suffered = () if elsewhere else fillers(view.reading, view.world.language, view.subject, depths)
        return by, suffered or _marked(view, others, depths)
    # Without an object to promote, شد is the verb's own voice: «خواستار شد»، «عازم شد».
    verb = view.clause.verb
    suffers = (
        verb is not None and verb.passive and trigger.voice == "passive"
    )  # «تحویل داده شد»: the subject suffers it
    own = trigger.voice == "middle" or ("subject" in frame.actor and not suffers)
    return subject_fillers(view, frame) if own else by, _marked(view, frame.recipient, depths)


def subject_fillers(view: View, frame: Frame) -> Fillers:
    """The actor under the first of his markers."""
    if SPEAKER in frame.actor:
        return spoken(view)
    others = [m for m in frame.actor if m != "subject"]
    found = fillers(view.reading, view.world.language, view.subject, HEAD) if "subject" in frame.actor else ()
    if not found and "subject" in frame.actor and frame.type in _SPOKEN:
        found = _author(view)
    return _one_of_us(view, frame, found) or pick(view.reading, view.world, view.arguments, others, HEAD)


def _author(view: View) -> Fillers:
    """«بیانیه شورای امنیت از همه طرف‌ها خواست …»: whose words a document is."""
    words = [k for i in view.subject[0].before if not (k := view.key(i)).isdigit()] if view.subject else []
    is_document = bool(words) and words[0] in view.world.language.documents
    return fillers(view.reading, view.world.language, view.subject, ANY) if is_document else ()


def spoken(view: View) -> Fillers:
    """Whoever says so."""
    units = speaker_of(view.reading, view.clause)
    return tuple(filler_each(units[0].ref, "head")[:1]) if units else ()


def of_others(view: View, actors: Fillers, recipients: Fillers) -> Fillers:
    """Those who are not of the speaker's own side: nobody accuses his own state by telling what it does."""
    own = {side_of(view.reading, view.world, f.entity) for f in actors} - {None}
    return tuple(f for f in recipients if side_of(view.reading, view.world, f.entity) not in own)


def _one_of_us(view: View, frame: Frame, found: Fillers) -> Fillers:
    """Who acts where the verb says "we": what is said the speaker says himself, what is done his side does."""
    verb = view.clause.verb
    if verb is None or verb.person != "1p" or not found:
        return found
    if frame.type in _SPOKEN:
        return spoken(view) or found
    side = side_of_speaker(view.reading, view.world, view.clause)
    return (replace(found[0], entity=side, owner=None), *found[1:]) if side is not None else found


def _marked(view: View, markers: tuple[str, ...], depths: frozenset[str]) -> Fillers:
    """The recipient under the first of its markers; a bare object counts as object."""
    deep = "conduct" in depths and not depths >= ANY
    for marker in markers:
        if marker == "subject":
            return fillers(view.reading, view.world.language, view.subject, depths)
        names = ("object", "bare") if marker == "object" else (marker,)
        found = pick(view.reading, view.world, view.arguments, names, depths)
        if found:
            return found
        if deep and any(view.arguments.first(n) for n in names):
            return ()  # «از ایده ارجاع پرونده ایران به شورای امنیت حمایت کرد» is for neither
    return ()


def _refused_partner(view: View) -> Fillers:
    """«هرگونه مذاکره با آمریکا را رد کرد»: with whom he won't is whom he turns down."""
    for trigger in view.nominal:
        if view.frame(trigger).type not in SYMMETRIC or view.noun_arguments[trigger].first(EZAFE):
            continue  # «اتهام حمله به یمن را رد کرد» turns nobody down, nor does who is against others' talks
        if _is_circumstance(view, trigger):
            continue
        markers = [m for m in view.frame(trigger).recipient if m != "object"]
        found = pick(view.reading, view.world, view.noun_arguments[trigger], markers, HEAD)
        if found:
            return found
    return ()


def _is_circumstance(view: View, trigger: Trigger) -> bool:
    """«در گفت‌وگو با … رد کرد»: the talk in which it is said is not the one refused."""
    within = view.world.language.prepositions.time | view.world.language.prepositions.place
    found = segments(view.reading, view.world, view.run, dict(view.refs))
    return any(trigger.tokens[0] in s.tokens and s.marker in within for s in found)
