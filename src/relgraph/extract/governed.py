"""What a clause tells by its verb together with a word that need not stand beside it: what somebody is called
(«… را خطرناک خواند», «… غیرقانونی است»), what he is («آماده … است»), and what is done to it («حملات خود به … را متوقف کرد»).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from relgraph.extract.evoke import OBJECT, Trigger, VerbTriggers, phrase_verb, verb_triggers
from relgraph.extract.function_words import adverbial_at, preposition_at
from relgraph.extract.phrase import segments
from relgraph.extract.reading import Clause, Reading, Ref, VerbGroup
from relgraph.knowledge.world import World
from relgraph.lang.language import Act, Evoked, Language
from relgraph.text.fold import squeeze

# The voice of a judgement: «تحریم‌ها غیرقانونی است» in somebody's words accuses whoever imposed them.
JUDGED = "judged"
# The marker of names inside what somebody is called: no role.
ASIDE = "aside"
_NAMING = "naming"
# The object that stands for every agreement with a name.
_AGREEMENT = "agreement"
_LONGEST = 4
_BE, _STAY, _BECOME = squeeze("بودن"), squeeze("ماندن"), squeeze("شدن")
_PASSIVES = frozenset({_BECOME, squeeze("گردیدن"), squeeze("گشتن")})
_DO = squeeze("کردن")
_QUOTES = frozenset({"«", "»", '"', "'", "“", "”"})
_AND = squeeze("و")
# What has no preposition: the object itself, and what follows an adverb that is written like one.
_UNMARKED = frozenset(
    squeeze(w)
    for w in ("را", "به تازگی", "به زودی", "به سرعت", "به شدت", "به طور", "به صورت", "به نحو", "به شکل", "به ویژه")
)
# What may stand before a state that is said of the subject: «ایران همچنان آماده … است».
_STILL = frozenset(
    squeeze(w)
    for w in ("خود", "نیز", "هم", "همچنان", "همیشه", "همواره", "اکنون", "کاملا", "ما", "من", "آنها", "،", "که")
)


def clause_triggers(reading: Reading, world: World, clause: Clause, refs: dict[int, Ref]) -> VerbTriggers:
    """What a clause's verb evokes, alone or with a word that it governs."""
    verb, language = clause.verb, world.language
    if verb is None:
        return VerbTriggers((), clause.tokens)
    run = tuple(i for i in clause.tokens if i < verb.first)
    found = (
        _by_object(reading, world, verb, run, refs)
        or _by_name(reading, language, verb, run, refs)
        or _by_state(reading, language, verb, run, refs)
    )
    if found is None:
        usual = verb_triggers(reading, language, clause, refs)
        found = usual if usual.triggers else _by_judgement(reading, language, verb, run, refs) or usual
    return _turned(language, found) if verb.negative else found


def _turned(language: Language, found: VerbTriggers) -> VerbTriggers:
    """What a negated verb tells: its frame's refusal, where it has one («حاضر به … نیست», «نپذیرفت»)."""
    refusals = ((t, language.frames[t.frame].refusal) for t in found.triggers)
    return replace(found, triggers=tuple(replace(t, frame=r, turned=True) if r else t for t, r in refusals))


def _windows(
    reading: Reading, language: Language, run: Sequence[int], refs: dict[int, Ref], kind: str
) -> Iterator[tuple[int, int, tuple[Evoked, ...]]]:
    """(first, behind, what it evokes) of the words of a kind in a run, from the left, the longest at each place."""
    for at in range(len(run)):
        for length in range(min(_LONGEST, len(run) - at), 0, -1):
            window = run[at : at + length]
            if window[-1] - window[0] != length - 1 or any(i in refs for i in window):
                continue
            key = "".join(reading.tokens[i].key for i in window)
            found = tuple(e for e in language.evoked.get(key, ()) if e.kind == kind)
            if found:
                yield at, at + length, found
                break


def _phrase(reading: Reading, run: Sequence[int], refs: dict[int, Ref], length: int) -> str | None:
    window = run[len(run) - length :] if length else ()
    if length > len(run) or any(i in refs for i in window):
        return None
    return "".join(reading.tokens[i].key for i in window)


def _by_name(
    reading: Reading, language: Language, verb: VerbGroup, run: tuple[int, ...], refs: dict[int, Ref]
) -> VerbTriggers | None:
    """«… را گامی خطرناک خواند»: the label between the object and a verb of naming."""
    for length in (2, 1, 0):
        key = _phrase(reading, run, refs, length)
        if key is not None and language.light.get((key, verb.infinitive)) == _NAMING:
            rest = run[: len(run) - length]
            break
    else:
        return None
    marks = [n for n, i in enumerate(rest) if reading.tokens[i].key == OBJECT]
    if not marks and not verb.passive:
        return None
    start = marks[-1] + 1 if marks else max((n + 1 for n, i in enumerate(rest) if i in refs), default=0)
    for at, behind, found in _windows(reading, language, rest[start:], refs, "label"):
        if any(preposition_at(reading, language, rest, n) for n in range(start, start + at)):
            break  # «را تنها راه غلبه بر توطئه‌ها می‌داند»
        voice = "passive" if verb.passive else "active"
        own = rest[start + at : start + behind]
        triggers = tuple(Trigger(e.frame, own, verbal=True, voice=voice) for e in found)
        return VerbTriggers(triggers, rest[:start], (*rest[start : start + at], *rest[start + behind :]), ASIDE)
    return None


def _by_judgement(
    reading: Reading, language: Language, verb: VerbGroup, run: tuple[int, ...], refs: dict[int, Ref]
) -> VerbTriggers | None:
    """«تحریم‌های آمریکا غیرقانونی است»: the label before the copula, with what hangs on it; of «… قانونی نیست» its opposite."""
    if verb.infinitive != _BE or verb.modality:
        return None
    for at, behind, told in _windows(reading, language, run, refs, "label"):
        found = tuple(e for e in told if not verb.negative or language.frames[e.frame].refusal)
        named = any(i in refs for i in run[:at])
        if found and named and _says(reading, language, run, behind):
            own = run[at:behind]
            triggers = tuple(Trigger(e.frame, own, verbal=True, voice=JUDGED) for e in found)
            return VerbTriggers(triggers, run[:at], run[behind:], ASIDE)
    return None


def _says(reading: Reading, language: Language, run: Sequence[int], behind: int) -> bool:
    """Whether the word before `behind` is what is said of the subject: the verb, «و» or a preposition follows."""
    while behind < len(run) and reading.tokens[run[behind]].key in _QUOTES:
        behind += 1
    if behind == len(run) or reading.tokens[run[behind]].key == _AND:
        return True
    return preposition_at(reading, language, run, behind) > 0


def _by_state(
    reading: Reading, language: Language, verb: VerbGroup, run: tuple[int, ...], refs: dict[int, Ref]
) -> VerbTriggers | None:
    """«ایران آماده گفت‌وگو با عربستان است»: what the subject is, with its complement before the verb."""
    if verb.infinitive not in {_BE, _STAY, _BECOME}:
        return None
    for at, behind, found in _windows(reading, language, run, refs, "state"):
        before = reading.tokens[run[at - 1]].key if at else "،"
        if at and run[at - 1] not in refs and before not in _STILL and before not in language.adverbs:
            continue
        if any(adverbial_at(reading, language, run, n, refs) > at - n for n in range(max(0, at - _LONGEST), at)):
            continue  # «در حال حاضر»
        own = run[at:behind]
        triggers = tuple(Trigger(e.frame, own, verbal=True, voice="active") for e in found)
        return VerbTriggers(triggers, run[:at], run[behind:])
    return None


def _by_object(
    reading: Reading, world: World, verb: VerbGroup, run: tuple[int, ...], refs: dict[int, Ref]
) -> VerbTriggers | None:
    """«حملات خود به یمن را متوقف کرد»: an act, and the head of its object that says which event it is."""
    for length in range(_LONGEST, -1, -1):
        key = _phrase(reading, run, refs, length)
        acts, voice = _acts(world.language, key, verb) if key is not None else ((), "")
        if acts:
            break
    else:
        return None
    if phrase_verb(reading, world.language, run, verb.infinitive, refs)[0] > length:
        return None  # «سلاح خود را تحویل داد» is a phrase of its own
    rest = run[: len(run) - length]
    tokens = (*run[len(rest) :], *range(verb.first, verb.last))
    heads = _heads(reading, world, rest, refs)
    named = _agreements(reading, world, rest, refs)
    for at, behind, found in sorted((*_windows(reading, world.language, rest, refs, "object"), *named)):
        told = tuple(
            Trigger(e.frame, tuple(sorted({*rest[at:behind], *tokens})), verbal=True, voice=voice)
            for e in found
            if any(a.frame == e.frame and rest[at] in heads.get(a.marker, ()) for a in acts)
        )
        if told:
            # Before its genitive the object gives way to it («تحریم ایران را لغو کرد» lifts Iran's); else it stays one.
            owned = (at, behind, found) not in named and behind < len(rest) and rest[behind] in refs
            return VerbTriggers(told[:1], (*rest[:at], *rest[behind:]) if owned else rest)
    return None


def _agreements(
    reading: Reading, world: World, run: Sequence[int], refs: dict[int, Ref]
) -> list[tuple[int, int, tuple[Evoked, ...]]]:
    """The agreements that a run names, as objects: «برجام را نقض کرد»."""
    found = tuple(e for e in world.language.evoked.get(_AGREEMENT, ()) if e.kind == "object")
    return [
        (n, n + 1, found)
        for n, i in enumerate(run)
        if i in refs and refs[i].first == i and _type(reading, refs[i]) == _AGREEMENT
    ]


def _type(reading: Reading, ref: Ref) -> str:
    entity = reading.entities.get(ref.entities[0]) if ref.entities else None
    return entity.type if entity else ""


def _acts(language: Language, key: str, verb: VerbGroup) -> tuple[tuple[Act, ...], str]:
    """The acts that a verb phrase is, and its voice: «متوقف شد» is the passive of «متوقف کرد»."""
    own = language.acts.get((key, verb.infinitive), ())
    if own:
        return own, "passive" if verb.passive else "active"
    if verb.infinitive in _PASSIVES:
        return language.acts.get((key, _DO), ()), "passive"
    return (), ""


def _heads(reading: Reading, world: World, run: Sequence[int], refs: dict[int, Ref]) -> dict[str, frozenset[int]]:
    """The tokens that may head the object, by its preposition: "" for what stands under «را» or bare."""
    out: dict[str, set[int]] = {}
    for segment in segments(reading, world, run, refs):
        marker = "" if segment.marker in _UNMARKED else segment.marker
        out.setdefault(marker, set()).update(segment.tokens)
        if segment.groups:  # «به هند کمک دارویی فرستاد»: a bare object behind a name
            out.setdefault("", set()).update(segment.tail)
    return {k: frozenset(v) for k, v in out.items()}
