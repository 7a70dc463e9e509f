"""Whether an act is told as actual, planned, negated, conditional or called for."""

from relgraph.extract.evoke import Trigger
from relgraph.extract.hearsay import is_asked
from relgraph.extract.reading import Clause, Reading, VerbGroup
from relgraph.knowledge.world import World
from relgraph.lang.frames import Frame
from relgraph.text.fold import squeeze

_LOOK_BACK = 3
_AND, _PARTICIPLE = squeeze("و"), "ه"
# What a present tense tells ahead of time where it goes on or has its day still to come.
_UPCOMING = frozenset({"CONSULT", "RETREAT", "AGREE"})
# What takes place on a day: nobody tells in the present tense that it goes on.
_OCCASIONS = frozenset({"meet", "visit", "host"})
_GOES_ON = squeeze("ادامه")
_BE = squeeze("باش")
_STILL_TO_COME = frozenset({"present", "future"})
_NOT = squeeze("ن")
_WHETHER = squeeze("آیا")


def _cue(reading: Reading, world: World, run: list[int], scope: str) -> str | None:
    """The status of the longest cue that ends a run of tokens."""
    for length in range(min(_LOOK_BACK, len(run)), 0, -1):
        cue = world.language.cues.get("".join(reading.tokens[i].key for i in run[-length:]))
        if cue and cue.scope == scope:
            return cue.status
    return None


def _governing(reading: Reading, world: World, clause: Clause) -> str | None:
    """What the clause above says of this one: «قرار است …», «قصد دارد …», «خواستار شد که …»."""
    if clause.parent is None:
        return None
    above = reading.clauses[clause.parent]
    if above.verb is None:
        return None
    if clause.link == "coordinate" and above.verb.tense in ("subjunctive", "perfect"):
        if above.verb.modality == "planned":
            return "planned"  # «قرار است … دیدار و … بازدید کند»
        return _governing(reading, world, above)
    run = [*above.tokens, *range(above.verb.first, above.verb.last)]
    return _cue(reading, world, run, "verb")


def _asks(reading: Reading, clause: Clause) -> bool:
    """«آیا …», «مشخص نیست که آیا …» and what ends with a question mark claim nothing."""
    sentence = reading.sentences[clause.sentence]
    asked = any(reading.tokens[i].key == _WHETHER for i in clause.tokens)
    return asked or reading.text(sentence.start, sentence.end).rstrip().endswith(("؟", "?"))


def _depends(reading: Reading, clause: Clause) -> bool:
    """«اگر …، حمله می‌کند»: what is still to come if the condition before it holds."""
    above = reading.clauses[clause.parent] if clause.parent is not None else None
    behind = above is not None and above.link == "condition" and clause.link == "coordinate"
    return behind and clause.verb is not None and clause.verb.tense in _STILL_TO_COME and clause.conjunction is None


def _following(reading: Reading, clause: Clause) -> Clause | None:
    """«… دیدار کرده و … صحبت خواهد کرد»: a bare participle is of the tense of the verb that «و» joins to it."""
    verb = clause.verb
    if verb is None or verb.tense != "perfect" or verb.last - verb.first != 1 or verb.last >= len(reading.tokens):
        return None
    if not reading.tokens[verb.first].key.endswith(_PARTICIPLE) or reading.tokens[verb.last].key != _AND:
        return None
    others = (c for c in reading.clauses if c.parent == clause.index and c.link == "coordinate" and c.verb is not None)
    return next(others, None)


def _is_supposed(reading: Reading, world: World, clause: Clause) -> bool:
    """«گمان می‌کردند که … سرنگون می‌شود»: what somebody else only thinks."""
    while clause.link == "coordinate" and clause.parent is not None:
        clause = reading.clauses[clause.parent]
    above = reading.clauses[clause.parent] if clause.link == "complement" and clause.parent is not None else None
    if above is None or above.verb is None or not above.verb.person.startswith("3"):
        return False
    run = [i for i in above.tokens if i < above.verb.first]
    keys = ("".join(reading.tokens[i].key for i in run[len(run) - n :]) for n in (1, 2) if n <= len(run))
    return any((key, above.verb.infinitive) in world.language.supposing for key in keys)


def clause_status(reading: Reading, world: World, clause: Clause) -> str:
    """The status of a clause's own verb."""
    verb = clause.verb
    if clause.link == "condition":
        return "conditional"
    if _asks(reading, clause) or is_asked(reading, world, clause):
        return "conditional"
    if verb is None:
        return "actual"
    if verb.negative and verb.modality != "called_for":
        asked = verb.tense == "subjunctive" and _governing(reading, world, clause) == "called_for"
        return "called_for" if asked else "negated"  # «از ایران خواست از برجام خارج نشود»
    if verb.modality == "planned":
        return "planned"
    if _depends(reading, clause):
        return "conditional"
    if verb.modality:
        return "called_for" if verb.modality == "called_for" else "conditional"
    if _is_supposed(reading, world, clause):
        return "conditional"
    if verb.tense == "future":
        return "planned"
    following = _following(reading, clause)
    return (
        clause_status(reading, world, following) if following is not None else _by_tense(reading, world, clause, verb)
    )


def _by_tense(reading: Reading, world: World, clause: Clause, verb: VerbGroup) -> str:
    """The status that the tense of an affirmative verb and the words around it give."""
    if verb.tense == "perfect" and reading.tokens[verb.last - 1].key.startswith(_BE):
        return _governing(reading, world, clause) or _own_cue(reading, world, clause) or "conditional"
    if verb.tense == "subjunctive":
        return _governing(reading, world, clause) or _own_cue(reading, world, clause) or "called_for"
    return _own_cue(reading, world, clause) or "actual"


def _own_cue(reading: Reading, world: World, clause: Clause) -> str | None:
    """A cue at the head of the clause itself: «ممکن است»، «قرار بود»."""
    for length in range(min(_LOOK_BACK, len(clause.tokens)), 0, -1):
        cue = world.language.cues.get("".join(reading.tokens[i].key for i in clause.tokens[:length]))
        if cue and cue.scope == "verb":
            return cue.status
    return None


def noun_status(reading: Reading, world: World, trigger: Trigger) -> str | None:
    """The status that words beside an event noun give it: «عدم …»، «… آینده», None where they say nothing."""
    first, last = trigger.tokens[0], trigger.tokens[-1]
    before = _cue(reading, world, list(range(max(0, first - _LOOK_BACK), first)), "noun")
    if before:
        return before
    if _is_omitted(reading, world, last + 1):
        return "negated"
    for i in (last + 1, last + 2):
        if i < len(reading.tokens):
            cue = world.language.cues.get(reading.tokens[i].key)
            if cue and cue.scope == "noun" and cue.status == "planned":
                return cue.status
    return None


def _is_omitted(reading: Reading, world: World, at: int) -> bool:
    """«حمله نکردن»: a negated infinitive behind an event noun."""
    key = reading.tokens[at].key if at < len(reading.tokens) else ""
    return key.startswith(_NOT) and ("", key.removeprefix(_NOT)) in world.language.light


def is_upcoming(reading: Reading, clause: Clause, frame: Frame) -> bool:
    """«با ظریف دیدار می‌کند», «به رایزنی ادامه می‌دهد»: a present tense that tells what is still to come."""
    verb = clause.verb
    if verb is None or verb.tense != "present" or frame.type not in _UPCOMING:
        return False
    if (
        frame.type == "RETREAT"
        or frame.mode in _OCCASIONS
        or (clause.tokens and reading.tokens[verb.first - 1].key == _GOES_ON)
    ):
        return True
    today = reading.article.published
    spans = [(reading.tokens[i].start, reading.tokens[i].end) for i in clause.tokens]
    dates = [d for d in reading.dates if any(a < d.end and d.start < b for a, b in spans)]
    return today is not None and any((d.future_value or d.value or "") >= today for d in dates)
