"""Phrases inside a clause: segments by their marker (preposition, را, none), and the references in each with their depth.

Depth says how a reference stands in its phrase: `head` (the entity itself), `government` (its government, officials,
forces), `conduct` (its policy, role, decision), `other` (any other noun before it), `opaque` (its people, opposition,
press: never the state).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from relgraph.extract.reading import Filler, Reading, Ref
from relgraph.knowledge.world import World
from relgraph.lang.language import Language
from relgraph.text.fold import squeeze

OBJECT = squeeze("را")
_AND, _OF = squeeze("و"), squeeze("از")
_AND_OBJECT = "+" + OBJECT
# The sector of media.
OUTLET = "MED"
_COMMAS = frozenset({"،", ",", "؛", "-", "–", "/", "(", ")", ":"})
_QUOTES = frozenset({"«", "»", '"', "'"})
_BREAKS = _COMMAS
# Words before a name that say nothing of whose act it is: determiners, numbers, «نیز».
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
    for at, segment in enumerate(found):
        if not segment.marker.endswith(_AND_OBJECT):
            continue
        out[at] = replace(segment, marker=segment.marker.removesuffix(_AND_OBJECT))
        bare = [n for n in range(at) if out[n].marker == "" and out[n].groups]
        if bare and (len(out[bare[-1]].groups) > 1 or len(bare) > 1):
            out[bare[-1]] = replace(out[bare[-1]], marker=OBJECT)
    return out


def _stretches(
    reading: Reading, language: Language, run: Sequence[int], refs: dict[int, Ref]
) -> Iterator[tuple[str, list[int]]]:
    marker, current, at = "", [], 0
    while at < len(run):
        i = run[at]
        key = reading.tokens[i].key
        if i in refs:
            current.append(i)
            at += 1
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


def _lists(reading: Reading, run: Sequence[int], at: int, refs: dict[int, Ref], current: Sequence[int]) -> bool:
    """Whether a comma stands inside a list of names («ایران، چین و روسیه»), not between phrases."""
    if reading.tokens[run[at]].key not in {"،", ","} or not current or current[-1] not in refs:
        return False
    if at + 1 >= len(run) or run[at + 1] not in refs:
        return False
    left = refs[current[-1]]
    if refs[run[at + 1]].entities == left.entities:
        return True  # «ظریف، وزیر خارجه ایران»
    while at + 1 < len(run) and run[at + 1] in refs and refs[run[at + 1]].entities != left.entities:
        left, at = refs[run[at + 1]], at + 1
        while at < len(run) and refs.get(run[at]) is left:
            at += 1
        if at >= len(run) or reading.tokens[run[at]].key not in {_AND, "،", ","}:
            return False
        if reading.tokens[run[at]].key == _AND:
            return at + 1 < len(run) and run[at + 1] in refs
    return False


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
            if groups and (joined or ref.entities == groups[-1][-1].ref.entities):
                groups[-1].append(unit)
            else:
                groups.append([unit])
            before, joined = [], False
            while at < len(tokens) and refs.get(tokens[at]) is ref:
                at += 1
            continue
        if key in _QUOTES:
            pass
        elif key in {_AND, "،", ","} and groups and not before:
            joined = True
        else:
            before.append(i)
        at += 1
    return Segment(marker, tuple(tokens), tuple(tuple(g) for g in groups), tuple(before))


def starts_anew(reading: Reading, group: Sequence[Unit]) -> bool:
    """Whether a name behind a preposition is no longer its own: behind a date, or «این …» («بر این اساس ظریف»)."""
    before = group[0].before
    if not before or group[0].ref.kind == "adjective":
        return False
    if len(before) > 1 and reading.tokens[before[0]].key in _THIS:
        return True
    end = reading.tokens[before[-1]].end
    return any(d.start < end <= d.end for d in reading.dates)


def depth(reading: Reading, language: Language, unit: Unit) -> str:
    """How a reference stands behind the words before it in its phrase."""
    keys = [reading.tokens[i].key for i in unit.before]
    keys = [k for k in keys if not _says_nothing(language, k)]
    if _is_outlet(reading, unit):
        keys = [k for k in keys if k not in language.media]
    if any(k in language.opaque or k in language.ending for k in keys):
        return "opaque"
    if not keys or keys[0] in language.government or reading.tokens[unit.before[0]].key in language.locating:
        return "government" if keys else ("head" if unit.ref.kind != "adjective" else "adjective")
    if unit.ref.kind == "adjective":
        return "other"
    return "conduct" if any(k in language.conduct for k in keys) else "other"


def _is_outlet(reading: Reading, unit: Unit) -> bool:
    """Whether a reference names a medium, so that «روزنامه» before it is what it is, not somebody else."""
    entity = reading.entities.get(unit.ref.entities[0]) if unit.ref.entities else None
    return entity is not None and entity.sector == OUTLET


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
        kind = kind if n and own == "head" and kind not in {"head", "government"} else own
        if kind in allowed:
            out.extend(f for f in filler_each(unit.ref, kind) if f.entity not in {o.entity for o in out})
    return tuple(out)


def filler_each(ref: Ref, kind: str) -> list[Filler]:
    """One filler for each entity that a reference means."""
    owners = ref.owners if len(ref.owners) == len(ref.entities) else (None,) * len(ref.entities)
    return [Filler(ref, entity, kind, owner) for entity, owner in zip(ref.entities, owners, strict=True)]
