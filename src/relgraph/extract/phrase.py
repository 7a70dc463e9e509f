"""Phrases inside a clause: segments by their marker (preposition, را, none), and the references in each with their depth.

Depth says how a reference stands in its phrase: `head` (the entity itself), `government` (its government, officials,
forces), `conduct` (its policy, role, decision), `other` (any other noun before it), `omission` (what it fails to do),
`opaque` (its people, opposition, press: never the state).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from relgraph.extract.reading import Filler, Reading, Ref
from relgraph.knowledge.world import World
from relgraph.lang.language import Language
from relgraph.text.fold import squeeze

OBJECT = squeeze("را")
_GOVERNMENT_AND_PEOPLE = 3
_AND, _OF = squeeze("و"), squeeze("از")
_AND_OBJECT = "+" + OBJECT
_JOINERS = frozenset({_AND, squeeze("یا"), "،", ",", "-", "–"})
_COMMAS = frozenset({"،", ",", "؛", "-", "–", "/", "(", ")", ":"})
_QUOTES = frozenset({"«", "»", '"', "'", "[", "]"})
_BREAKS = _COMMAS
# An indefinite noun in ه; the adjectives spelt so are left out.
_INDEFINITE = tuple(letter + "ه\u200cای" for letter in "یملبسعش")
_LONGEST_ADVERB, _MANNER = 4, 3
_MANNERS = (squeeze("به طور"), squeeze("به صورت"), squeeze("به نحو"), squeeze("به شکل"), squeeze("به گونه"))
_OPENED, _CLOSED = frozenset({"(", "["}), frozenset({")", "]"})
# Words before a name that say nothing of whose act it is: determiners, numbers, «نیز».
_PLURAL = (squeeze("ها"), squeeze("های"))  # «تحریم ایران» ends its trade, «تحریم‌های آمریکا» are its conduct
FOCUS = frozenset({squeeze("هم"), squeeze("نیز")})
_THIS = frozenset(squeeze(w) for w in ("این", "آن", "همین", "همان"))
_LIGHT = frozenset(
    squeeze(w)
    for w in (
        "این",
        "آن",
        "همین",
        "همان",
        "هر",
        "هم",
        "نیز",
        "همچنین",
        "خود",
        "دو",
        "سه",
        "یک",
        "آقای",
        "خانم",
        "حتی",
        "تنها",
        "البته",
        "اکنون",
        "اینک",
        "حالا",
    )
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A reference with the words before it in its phrase."""

    before: tuple[int, ...]
    ref: Ref


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a clause under one marker: token indices, and its groups of coordinated references.

    `tail` are the words behind the last reference: an object without a name («این پیشنهاد را»).
    """

    marker: str
    tokens: tuple[int, ...]
    groups: tuple[tuple[Unit, ...], ...]
    tail: tuple[int, ...]


def outer_refs(reading: Reading) -> dict[int, Ref]:
    """The outermost reference at each token."""
    out: dict[int, Ref] = {}
    for ref in sorted(reading.refs, key=lambda r: (r.first - r.last, r.first)):
        for i in range(ref.first, ref.last):
            out.setdefault(i, ref)
    return out


def preposition_at(reading: Reading, language: Language, run: Sequence[int], at: int) -> int:
    """How many words of the run form a preposition at position `at`; the longest, 0 where there is none."""
    for length in range(min(language.prepositions.longest, len(run) - at), 0, -1):
        window = run[at : at + length]
        if window[-1] - window[0] != length - 1:
            continue
        if "".join(reading.tokens[i].key for i in window) in language.prepositions.all:
            return 0 if length == 1 and _is_bound(reading, language, run, at) else length
    return 0


def _is_bound(reading: Reading, language: Language, run: Sequence[int], at: int) -> bool:
    """Whether a word like a preposition is part of another word here: «بین الملل», «پیش بینی»."""
    words = language.prepositions.bound.get(reading.tokens[run[at]].key, frozenset())
    following = run[at] + 1
    return following < len(reading.tokens) and reading.tokens[following].key in words


def adverbial_at(reading: Reading, language: Language, run: Sequence[int], at: int, refs: dict[int, Ref]) -> int:
    """How many words of the run form an adverb at position `at`: «از سوی دیگر», «به طور رسمی»; 0 where there is none."""
    for length in range(min(_LONGEST_ADVERB, len(run) - at), 1, -1):
        window = run[at : at + length]
        if window[-1] - window[0] != length - 1 or any(i in refs for i in window):
            continue
        key = "".join(reading.tokens[i].key for i in window)
        following = reading.tokens[window[-1] + 1].key if window[-1] + 1 < len(reading.tokens) else ""
        if key in language.adverb_phrases:
            return length
        if key in language.adverbs_before_events and following not in language.evoked:
            return length
        if length == _MANNER and key.startswith(_MANNERS) and following != _OF:
            return length
    return 0


def segments(reading: Reading, world: World, run: Sequence[int], refs: dict[int, Ref]) -> list[Segment]:
    """The segments of a run of token indices, in order."""
    found = [
        _segment(reading, marker, tokens, refs) for marker, tokens in _stretches(reading, world.language, run, refs)
    ]
    return _far_objects(found)


def _far_objects(found: list[Segment]) -> list[Segment]:
    """«… اقدام انگلیس در توقیف نفتکش را محکوم کرد»: را closes the whole phrase, its head stands before the prepositions."""
    out = list(found)
    apart: list[tuple[int, Segment]] = []
    for at, segment in enumerate(found):
        if not segment.marker.endswith(_AND_OBJECT):
            continue
        out[at] = replace(segment, marker=segment.marker.removesuffix(_AND_OBJECT))
        if len(segment.groups) > 1:  # «در گفت‌وگو با این شبکه عقب‌نشینی نیروهای سوری … را»
            first = segment.groups[0][-1].ref.last
            split = [i for i in segment.tokens if i < first], [i for i in segment.tokens if i >= first]
            out[at] = Segment(out[at].marker, tuple(split[0]), segment.groups[:1], ())
            apart.append((at, Segment(OBJECT, tuple(split[1]), segment.groups[1:], segment.tail)))
            continue
        bare = [n for n in range(at) if out[n].marker == "" and out[n].groups]
        if bare and (len(out[bare[-1]].groups) > 1 or len(bare) > 1):
            out[bare[-1]] = replace(out[bare[-1]], marker=OBJECT)
    for at, segment in reversed(apart):
        out.insert(at + 1, segment)
    return out


def _stretches(
    reading: Reading, language: Language, run: Sequence[int], refs: dict[int, Ref]
) -> Iterator[tuple[str, list[int]]]:
    marker, current, at = "", [], 0
    run = _without_asides(reading, run)
    while at < len(run):
        i = run[at]
        key = reading.tokens[i].key
        if i in refs:
            current.append(i)
            at += 1
            continue
        adverb = adverbial_at(reading, language, run, at, refs)
        if adverb:
            yield marker, current
            marker, current = "", []
            at += adverb
            continue
        length = preposition_at(reading, language, run, at)
        if (
            length == 1
            and key == _OF
            and marker == ""
            and current
            and reading.tokens[current[-1]].key in language.partitive
        ):
            current.append(i)  # «یکی از فرماندهان حزب‌الله»
            at += 1
            continue
        if key == OBJECT:
            yield OBJECT if not marker else marker + _AND_OBJECT, current
            marker, current = "", []
        elif key in FOCUS and current:
            yield marker, current
            marker, current = "", []
        elif length or (key in _BREAKS and not _lists(reading, run, at, refs, current)):
            yield marker, current
            marker = "".join(reading.tokens[k].key for k in run[at : at + length])
            current = []
        else:
            current.append(i)
        at += max(length, 1)
    yield marker, current


def _without_asides(reading: Reading, run: Sequence[int]) -> list[int]:
    """A run without what stands in brackets: «نیروهای دموکراتیک (قسد) با دمشق»."""
    out: list[int] = []
    opened: int | None = None
    for i in run:
        if reading.tokens[i].key in _OPENED and opened is None:
            opened = len(out)
        out.append(i)
        if reading.tokens[i].key in _CLOSED and opened is not None:
            del out[opened:]
            opened = None
    return out


def _lists(reading: Reading, run: Sequence[int], at: int, refs: dict[int, Ref], current: Sequence[int]) -> bool:
    """Whether a comma stands inside a list of names («ایران، چین و روسیه»), not between phrases."""
    if not current or current[-1] not in refs or at + 1 >= len(run):
        return False
    if refs[current[-1]].kind == "adjective" and run[at + 1] in refs and refs[run[at + 1]].kind == "adjective":
        return reading.tokens[run[at]].key in _JOINERS  # «شرکت‌های روسی، چینی و اروپایی», «هیئت‌های ایرانی – فرانسوی»
    if reading.tokens[run[at]].key not in {"،", ","}:
        return False
    if at + 1 >= len(run) or run[at + 1] not in refs:
        return False
    if run[at] - run[at - 1] != 1:
        return False  # a clause stood between: «… پاول که …، روسیه»
    left = refs[current[-1]]
    if refs[run[at + 1]].entities == left.entities:
        return True  # «ظریف، وزیر خارجه ایران»
    at += 1
    while at < len(run) and run[at] in refs:
        at = _behind_named(reading, run, at, refs)
        if at >= len(run) or reading.tokens[run[at]].key not in {_AND, "،", ","}:
            return False
        if reading.tokens[run[at]].key == _AND:
            return at + 1 < len(run) and (run[at + 1] in refs or reading.tokens[run[at + 1]].key in _QUOTES)
        at += 1
        while at < len(run) and reading.tokens[run[at]].key in _QUOTES:
            at += 1
    return False


def _behind_named(reading: Reading, run: Sequence[int], at: int, refs: dict[int, Ref]) -> int:
    """The position behind one that is named, with all his names and offices: «سناتور «مک کین»»."""
    while at < len(run) and (run[at] in refs or reading.tokens[run[at]].key in _QUOTES):
        at += 1
    return at


def _segment(reading: Reading, marker: str, tokens: Sequence[int], refs: dict[int, Ref]) -> Segment:
    groups: list[list[Unit]] = []
    before: list[int] = []
    joined, at = False, 0
    while at < len(tokens):
        i = tokens[at]
        ref = refs.get(i)
        key = reading.tokens[i].key
        if ref is not None:
            unit = Unit(tuple(before), ref)
            same = (
                bool(groups) and ref.entities == groups[-1][-1].ref.entities and _beside(reading, groups[-1][-1], ref)
            )
            if groups and (joined or same):
                groups[-1].append(unit)
            else:
                groups.append([unit])
            before, joined = [], False
            while at < len(tokens) and refs.get(tokens[at]) is ref:
                at += 1
            continue
        if key in _QUOTES:
            pass
        elif key in _JOINERS and groups and not before:
            joined = True
        else:
            before.append(i)
        at += 1
    return Segment(marker, tuple(tokens), tuple(tuple(g) for g in groups), tuple(before))


def _beside(reading: Reading, last: Unit, ref: Ref) -> bool:
    """Whether two names of one entity stand side by side, but for marks."""
    return all(reading.tokens[i].kind == "punctuation" for i in range(last.ref.last, ref.first))


def anew(reading: Reading, language: Language, group: Sequence[Unit]) -> int:
    """How many words before a name belong to the phrase before it: a date, «این دیدار», «بیانیه‌ای»; 0 for none.

    What follows them is a phrase of its own: «روز شنبه ظریف», «در این دیدار ظریف», «با انتشار بیانیه‌ای اقدام آمریکا».
    """
    before = group[0].before
    if not before or group[0].ref.kind == "adjective":
        return 0
    dated = [n for n, i in enumerate(before, 1) if any(d.start < reading.tokens[i].end <= d.end for d in reading.dates)]
    if dated:
        return dated[-1]
    for n, i in enumerate(before[:-1]):
        noun = reading.tokens[before[n + 1]].key
        if reading.tokens[i].key in _THIS and noun not in language.conduct and noun not in language.government:
            end = n + 2
            while end < len(before) and reading.tokens[before[end]].key in language.modifiers:
                end += 1
            return end
    indefinite = [n for n, i in enumerate(before, 1) if _is_indefinite(reading, i)]
    return indefinite[0] if indefinite and indefinite[0] < len(before) else 0


def _is_indefinite(reading: Reading, i: int) -> bool:
    """«بیانیه‌ای»: no genitive hangs on it."""
    token = reading.tokens[i]
    return reading.text(token.start, token.end).endswith(_INDEFINITE)


def cut(group: Sequence[Unit], words: int) -> tuple[Unit, ...]:
    """A group without the first words before its first name."""
    return (Unit(group[0].before[words:], group[0].ref), *group[1:])


def depth(reading: Reading, language: Language, unit: Unit) -> str:
    """How a reference stands behind the words before it in its phrase."""
    keys = [reading.tokens[i].key for i in unit.before]
    keys = _without_people(language, [k for k in keys if not _says_nothing(language, k)])
    if any(k in language.opaque for k in keys):
        return "opaque"
    if any(k in language.ending and not k.endswith(_PLURAL) for k in keys):
        return "omission" if keys[0] in language.omission else "opaque"
    if any(k in language.factions for k in keys) and _is_country(reading, unit.ref):
        return "opaque"
    if not keys or keys[0] in language.government or reading.tokens[unit.before[0]].key in language.locating:
        return "government" if keys else ("head" if unit.ref.kind != "adjective" else "adjective")
    if unit.ref.kind == "adjective":
        return "other"
    return "conduct" if any(k in language.conduct for k in keys) else "other"


def _without_people(language: Language, keys: list[str]) -> list[str]:
    """«به دولت و ملت ایران» is the government's too."""
    both = keys[:1] + keys[2:] if len(keys) == _GOVERNMENT_AND_PEOPLE and keys[1] == _AND else keys
    return both[:1] if both is not keys and both[0] in language.government else keys


def _is_country(reading: Reading, ref: Ref) -> bool:
    entity = reading.entities.get(ref.entities[0]) if ref.entities else None
    return entity is not None and entity.type == "country"


def _says_nothing(language: Language, key: str) -> bool:
    """Whether a word before a name leaves it the head of its phrase."""
    return (
        key in _LIGHT
        or key in language.titles
        or key in language.adverbs
        or key in language.locating
        or key in language.modifiers
        or key in language.partitive
        or key == _OF
        or key.isdigit()
    )


def fillers(reading: Reading, language: Language, group: Sequence[Unit], allowed: frozenset[str]) -> tuple[Filler, ...]:
    """The references of a coordinated group that stand at an allowed depth; of one entity named twice, the first."""
    out: list[Filler] = []
    kind = ""
    for n, unit in enumerate(group):
        own = depth(reading, language, unit)
        # In «مواضع ایران و روسیه» the second stands under the noun of the first.
        # Nationalities go on with what the first says: «نیروهای آمریکایی و انگلیسی».
        under = own == "adjective" or (own == "head" and kind not in {"head", "government"})
        kind = kind if n and under else own
        if kind in allowed:
            out.extend(f for f in filler_each(unit.ref, kind) if f.entity not in {o.entity for o in out})
    return tuple(out)


def filler_each(ref: Ref, kind: str) -> list[Filler]:
    """One filler for each entity that a reference means."""
    owners = ref.owners if len(ref.owners) == len(ref.entities) else (None,) * len(ref.entities)
    return [Filler(ref, entity, kind, owner) for entity, owner in zip(ref.entities, owners, strict=True)]
