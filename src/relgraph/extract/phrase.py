"""Phrases inside a clause: segments by their marker (preposition, را, none), and the references in each with their depth.

Depth says how a reference stands in its phrase: `head` (the entity itself), `government` (its government, officials,
forces), `conduct` (its policy, role, decision), `other` (any other noun before it), `omission` (what it fails to do),
`opaque` (its people, opposition, press: never the state).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from relgraph.extract.function_words import FOCUS, GROUPS, adverbial_at, preposition_at
from relgraph.extract.lists import JOINERS, QUOTES, lists
from relgraph.extract.reading import Reading, Ref
from relgraph.knowledge.world import World
from relgraph.lang.language import Language
from relgraph.text.fold import squeeze

OBJECT = squeeze("را")
_OF = squeeze("از")
_AND_OBJECT = "+" + OBJECT
# The sector of media.
OUTLET = "MED"
_COMMAS = frozenset({"،", ",", "؛", "-", "–", "/", "(", ")", ":"})
_BREAKS = _COMMAS
_DASHES, _LONGEST_ASIDE = frozenset({"-", "–", "—"}), 8
_OPENED, _CLOSED = frozenset({"(", "["}), frozenset({")", "]"})


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


def is_outlet(reading: Reading, ref: Ref) -> bool:
    """Whether a reference names a medium, so that «روزنامه» before it is what it is, not somebody else."""
    entity = reading.entities.get(ref.entities[0]) if ref.entities else None
    return entity is not None and entity.sector == OUTLET


def outer_refs(reading: Reading) -> dict[int, Ref]:
    """The outermost reference at each token."""
    out: dict[int, Ref] = {}
    for ref in sorted(reading.refs, key=lambda r: (r.first - r.last, r.first)):
        for i in range(ref.first, ref.last):
            out.setdefault(i, ref)
    return out


def segments(
    reading: Reading, world: World, run: Sequence[int], refs: dict[int, Ref], *, far: bool = True
) -> list[Segment]:
    """The segments of a run of token indices, in order; `far`: what را closes may begin before other phrases."""
    found = [
        _segment(reading, marker, tokens, refs) for marker, tokens in _stretches(reading, world.language, run, refs)
    ]
    if far:
        return _far_objects(reading, world.language, found)
    return [replace(s, marker=s.marker.removesuffix(_AND_OBJECT)) for s in found]


def _parted(segment: Segment) -> tuple[Segment, Segment]:
    """A prepositional phrase and the object behind it: «در گفت‌وگو با این شبکه / عقب‌نشینی نیروهای سوری … را»."""
    first = segment.groups[0][-1].ref.last
    own, rest = [i for i in segment.tokens if i < first], [i for i in segment.tokens if i >= first]
    return (
        Segment(segment.marker, tuple(own), segment.groups[:1], ()),
        Segment(OBJECT, tuple(rest), segment.groups[1:], segment.tail),
    )


def _is_singular(reading: Reading, segment: Segment) -> bool:
    """Whether a phrase without a name is no group of people, who might be the subject: «یک تجمع از خودروها … را»."""
    return not any(reading.tokens[i].key.endswith(GROUPS) for i in segment.tail[:2])


def _goes_on(reading: Reading, language: Language, segment: Segment) -> bool:
    """Whether the words behind the last name are still its phrase: «با نیروهای آمریکا و متحدان», «در سوریه جدید»."""
    first = reading.tokens[segment.tail[0]]
    return first.kind != "word" or first.key in JOINERS | language.nouns.modifiers | language.adverbs | frozenset(
        GROUPS
    )


def _far_objects(reading: Reading, language: Language, found: list[Segment]) -> list[Segment]:
    """«… اقدام انگلیس در توقیف نفتکش را محکوم کرد»: را closes the whole phrase, its head stands before the prepositions."""
    out = list(found)
    apart: list[tuple[int, Segment]] = []
    for at, segment in enumerate(found):
        if not segment.marker.endswith(_AND_OBJECT):
            continue
        out[at] = replace(segment, marker=segment.marker.removesuffix(_AND_OBJECT))
        bare = [n for n in range(at) if out[n].marker == "" and out[n].tokens]
        named = [n for n in bare if out[n].groups]
        behind = [n for n in range(at + 1) if out[n].marker not in {"", OBJECT} and len(out[n].groups) > 1]
        if named and (len(out[named[-1]].groups) > 1 or len(named) > 1):
            out[named[-1]] = replace(out[named[-1]], marker=OBJECT)
        elif behind:
            out[behind[-1]], rest = _parted(out[behind[-1]])
            apart.append((behind[-1], rest))
        elif bare and bare[-1] not in named and _is_singular(reading, out[bare[-1]]):
            out[bare[-1]] = replace(out[bare[-1]], marker=OBJECT)
        elif len(segment.groups) == 1 and segment.tail and not _goes_on(reading, language, segment):
            out[at], rest = _parted(out[at])
            apart.append((at, rest))
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
            and reading.tokens[current[-1]].key in language.nouns.partitive
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
        elif length or (key in _BREAKS and not lists(reading, language, run, at, refs, current)):
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
    for i in _without_dashed(reading, run):
        if reading.tokens[i].key in _OPENED and opened is None:
            opened = len(out)
        out.append(i)
        if reading.tokens[i].key in _CLOSED and opened is not None:
            del out[opened:]
            opened = None
    return out


def _without_dashed(reading: Reading, run: Sequence[int]) -> list[int]:
    """A run without what stands between two dashes: «علیه یمن - فقیرترین کشور عربی - آغاز کرد»."""
    dashes = [n for n, i in enumerate(run) if reading.tokens[i].key in _DASHES]
    for first, last in pairwise(dashes):
        opens = run[first] + 1 < len(reading.tokens) and reading.tokens[run[first] + 1].spaced
        if opens and last - first <= _LONGEST_ASIDE and run[last] - run[first] == last - first:
            return [*run[:first], *_without_dashed(reading, run[last + 1 :])]
    return list(run)


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
        if key in QUOTES:
            pass
        elif key in JOINERS and groups and not before:
            joined = True
        else:
            before.append(i)
        at += 1
    return Segment(marker, tuple(tokens), tuple(tuple(g) for g in groups), tuple(before))


def _beside(reading: Reading, last: Unit, ref: Ref) -> bool:
    """Whether two names of one entity stand side by side, but for marks."""
    return all(reading.tokens[i].kind == "punctuation" for i in range(last.ref.last, ref.first))
