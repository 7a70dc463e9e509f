"""Which frames a clause evokes: by its verb with what stands before it, and by event nouns inside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from relgraph.extract.reading import Clause, Reading, Ref, VerbGroup
from relgraph.lang.language import Evoked, Language
from relgraph.text.fold import squeeze

OBJECT = squeeze("را")
# The marker that the words behind «مورد حمله» get: whoever does it.
DOER = "توسط"

_VOICES = frozenset({"active", "passive", "middle"})
_LONGEST = 5
_AND = squeeze("و")
_UNDER = frozenset({squeeze("مورد"), squeeze("تحت")})
_TO = squeeze("به")
# Verbs that call something by a name («مسئول دانست»): only predicates go with them, «حمله دانست» is no attack.
_NAMING = "naming"
# «خواستار آتش‌بس شد» asks; what it asks for is its complement, not its verb.
_ASKING = frozenset({"REQUEST", "ACCUSE"})
_HARMING = frozenset({"ASSAULT", "COERCE", "ACCUSE"})
_BE = squeeze("بودن")
_UNDER_WAY = (squeeze("در حال"), squeeze("مشغول"), squeeze("سرگرم"))
_THIS = frozenset({squeeze("این"), squeeze("آن")})
_PLACED = frozenset({squeeze("قرار")})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase that evokes a frame. `tokens` are its indices; voice is that of the light verb, if one is used.

    `turned`: the frame is what the negated verb stands for («حاضر نیست» refuses).
    """

    frame: str
    tokens: tuple[int, ...]
    verbal: bool
    voice: str
    needs: str | None = None
    turned: bool = False


def _key(reading: Reading, run: Sequence[int]) -> str:
    return "".join(reading.tokens[i].key for i in run)


def _contiguous(run: Sequence[int]) -> bool:
    return all(b - a == 1 for a, b in pairwise(run))


def _light(reading: Reading, language: Language, run: Sequence[int], infinitive: str) -> tuple[str, int] | None:
    """(voice, how many words before the verb belong to the light verb): انجام شد takes one, کرد none."""
    for length in (2, 1, 0):
        if length <= len(run):
            voice = language.light.get((_key(reading, run[len(run) - length :]) if length else "", infinitive))
            if voice:
                return voice, length
    return None


def _noun_before(
    reading: Reading, language: Language, run: Sequence[int], refs: dict[int, Ref], *, naming: bool = False
) -> tuple[int, tuple[Evoked, ...]]:
    """The longest evoking phrase that ends the run: how many words, and what it evokes."""
    for length in range(min(_LONGEST, len(run)), 0, -1):
        window = run[len(run) - length :]
        if _contiguous(window) and not any(i in refs for i in window):
            evoked = language.evoked.get(_key(reading, window), ())
            found = tuple(e for e in evoked if e.kind == "predicate" or (e.kind == "noun" and not naming))
            found = tuple(e for e in found if e.kind != "noun" or not _is_governed(reading, language, run, length))
            if found:
                return length, found
    return 0, ()


def _is_governed(reading: Reading, language: Language, run: Sequence[int], length: int) -> bool:
    """Whether the words that end a run stand under a preposition: «پاسخی به این تقاضا داد» asks for nothing."""
    before = [i for i in run[: len(run) - length] if reading.tokens[i].key not in _THIS]
    gap = len(before) < len(run) - length
    return gap and bool(before) and reading.tokens[before[-1]].key in language.prepositions.all


def _has(reading: Reading, run: Sequence[int], preposition: str | None) -> bool:
    """Whether a run holds the preposition that a phrase asks for, if it does."""
    return preposition is None or any(
        _key(reading, run[at : at + length]) == preposition for length in (1, 2) for at in range(len(run) - length + 1)
    )


def phrase_verb(
    reading: Reading, language: Language, run: Sequence[int], infinitive: str, refs: dict[int, Ref]
) -> tuple[int, tuple[Evoked, ...]]:
    """A fixed verb phrase that ends the clause (به رسمیت شناخت، سفیر خود را فراخواند), or a simple verb (کشت)."""
    for length in range(min(_LONGEST, len(run)), -1, -1):
        window = run[len(run) - length :] if length else ()
        if _contiguous(window) and not any(i in refs and refs[i].role is None for i in window):
            found = tuple(
                e
                for e in language.evoked.get(_key(reading, window), ())
                if e.kind == "verb" and e.infinitive == infinitive and _has(reading, run, e.needs)
            )
            if found:
                return length, found
    return 0, ()


def _under(reading: Reading, language: Language, run: Sequence[int], refs: dict[int, Ref], voice: str) -> list[Trigger]:
    """«مورد حمله … قرار گرفت»: the noun behind مورد, wherever it stands before the light verb."""
    for at in range(len(run) - 1, -1, -1):
        if reading.tokens[run[at]].key not in _UNDER:
            continue
        for length in range(min(_LONGEST, len(run) - at - 1), 0, -1):
            window = run[at + 1 : at + 1 + length]
            for key in (_key(reading, run[at : at + 1 + length]), _key(reading, window)):
                found = [e for e in language.evoked.get(key, ()) if e.kind in {"noun", "predicate"}]
                if found and not any(i in refs for i in window):
                    return [Trigger(e.frame, tuple(run[at : at + 1 + length]), verbal=True, voice=voice) for e in found]
    return []


@dataclass(frozen=True, slots=True)
class VerbTriggers:
    """The frames of a clause's verb; `run` are the words before them, `complement` those between them and the verb.

    `bare` is the marker of a name in the complement that has none of its own.
    """

    triggers: tuple[Trigger, ...]
    run: tuple[int, ...]
    complement: tuple[int, ...] = ()
    bare: str = "object"


def verb_triggers(reading: Reading, language: Language, clause: Clause, refs: dict[int, Ref]) -> VerbTriggers:
    """What a clause's verb evokes: a phrase of its own, a noun or predicate with a light verb, or a detached predicate."""
    if clause.verb is None:
        return VerbTriggers((), clause.tokens)
    run = tuple(i for i in clause.tokens if i < clause.verb.first)
    detached = _by_detached(reading, language, clause.verb, run, refs)
    if (
        detached
        and reading.tokens[run[-1]].key not in _PLACED
        and language.frames[detached.triggers[0].frame].type in _ASKING
    ):
        return detached
    found = (
        _by_phrase(reading, language, clause.verb, run, refs)
        or _by_light_verb(reading, language, clause.verb, run, refs)
        or detached
    )
    idiom = _idiom(reading, language, clause.verb, run)
    if found is None or (idiom and len(run) - len(found.run) - len(found.complement) < idiom):
        return VerbTriggers((), run)
    return found


def _idiom(reading: Reading, language: Language, verb: VerbGroup, run: tuple[int, ...]) -> int:
    """How many words before a verb make a phrase with it that tells no event: «به دنیا آمد», «از دست داد»."""
    lengths = range(min(_LONGEST, len(run)), 0, -1)
    return next((n for n in lengths if (_key(reading, run[len(run) - n :]), verb.infinitive) in language.eventless), 0)


def _by_phrase(
    reading: Reading, language: Language, verb: VerbGroup, run: tuple[int, ...], refs: dict[int, Ref]
) -> VerbTriggers | None:
    length, phrase = phrase_verb(reading, language, run, verb.infinitive, refs)
    if not phrase:
        return None
    rest = run[: len(run) - length]
    tokens = (*run[len(rest) :], *range(verb.first, verb.last))
    voice = "passive" if verb.passive else "active"
    return VerbTriggers(tuple(Trigger(e.frame, tokens, verbal=True, voice=voice, needs=e.needs) for e in phrase), rest)


def _by_light_verb(
    reading: Reading, language: Language, verb: VerbGroup, run: tuple[int, ...], refs: dict[int, Ref]
) -> VerbTriggers | None:
    light = _light(reading, language, run, verb.infinitive)
    if light is None:
        return None
    voice, taken = light
    naming = voice == _NAMING
    voice = "active" if naming else voice
    voice = "passive" if verb.passive and voice == "active" else voice
    rest = run[: len(run) - taken]
    if taken and reading.tokens[run[-1]].key in _PLACED:
        under = _under(reading, language, rest, refs, voice)
        if under:
            at = rest.index(under[0].tokens[0])
            return VerbTriggers(tuple(under), rest[:at], rest[at + len(under[0].tokens) :], DOER)
    length, found = _noun_before(reading, language, rest, refs, naming=naming)
    if verb.infinitive == _BE:  # «در حال مذاکره است» goes on; «… عامل حمله است» only speaks of it
        found = tuple(e for e in found if e.kind == "predicate" or _under_way(reading, rest[: len(rest) - length]))
    if not found:
        return None
    rest, own = rest[: len(rest) - length], rest[len(rest) - length :]
    triggers = [Trigger(e.frame, own, verbal=True, voice=voice) for e in found]
    more = _coordinated(reading, language, rest, refs, voice)
    return VerbTriggers((*triggers, *more), rest[: len(rest) - 1 - len(more[0].tokens)] if more else rest)


def _under_way(reading: Reading, run: Sequence[int]) -> bool:
    return _key(reading, run[-2:]).endswith(_UNDER_WAY)


def _by_detached(
    reading: Reading, language: Language, verb: VerbGroup, run: tuple[int, ...], refs: dict[int, Ref]
) -> VerbTriggers | None:
    """«خواستار توقف جنگ شد», «وارد تهران شد»: the predicate with its complement before the verb."""
    voice = language.light.get(("", verb.infinitive))
    if voice is None and verb.tense != "copula":
        return None
    for at in range(len(run) - 1, -1, -1):
        for length in range(min(_LONGEST, len(run) - at), 0, -1):
            window = run[at : at + length]
            if not _contiguous(window) or any(i in refs for i in window):
                continue
            found = [
                e for e in language.evoked.get(_key(reading, window), ())
                if e.kind == "predicate"
                and _may_part(reading, language, e, run, (at, at + length), refs)
            ]  # fmt: skip
            if found:
                own = tuple(
                    Trigger(e.frame, window, verbal=True, voice=voice if voice in _VOICES else "active") for e in found
                )
                return VerbTriggers(own, run[:at], run[at + length :])
    return None


def _may_part(
    reading: Reading,
    language: Language,
    evoked: Evoked,
    run: tuple[int, ...],
    where: tuple[int, int],
    refs: dict[int, Ref],
) -> bool:
    """Whether a predicate may stand away from its verb: what it does has no object, or the object stands right behind it."""
    if "object" not in language.frames[evoked.frame].recipient:
        return True
    at, behind = where
    marked = at > 0 and reading.tokens[run[at - 1]].key == OBJECT  # «… را مسئول حمله دانست»
    bare = language.frames[evoked.frame].type not in _HARMING  # «شهید صارمی … گفت» kills nobody
    return marked or (behind < len(run) and ((bare and run[behind] in refs) or reading.tokens[run[behind]].key == _TO))


def _coordinated(
    reading: Reading, language: Language, run: Sequence[int], refs: dict[int, Ref], voice: str
) -> list[Trigger]:
    """«دیدار و گفت‌وگو کرد»: the noun before و shares the verb."""
    if not run or reading.tokens[run[-1]].key != _AND:
        return []
    length, found = _noun_before(reading, language, run[:-1], refs)
    return [Trigger(e.frame, tuple(run[len(run) - 1 - length : len(run) - 1]), verbal=True, voice=voice) for e in found]


def noun_triggers(reading: Reading, language: Language, run: Sequence[int], refs: dict[int, Ref]) -> list[Trigger]:
    """Event nouns in a run of tokens outside of names, the longest at each place."""
    out: list[Trigger] = []
    at = 0
    while at < len(run):
        if run[at] in refs:
            at += 1
            continue
        step = 1
        for length in range(min(_LONGEST, len(run) - at), 0, -1):
            window = run[at : at + length]
            if not _contiguous(window) or any(i in refs for i in window):
                continue
            found = [e for e in language.evoked.get(_key(reading, window), ()) if e.kind == "noun"]
            if found:
                out.extend(Trigger(e.frame, tuple(window), verbal=False, voice="none") for e in found)
                step = length
                break
        at += step
    return out
