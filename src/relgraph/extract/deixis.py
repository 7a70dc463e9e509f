"""Expressions that point: «کشورمان» to home, «این کشور» to the last country named, «دو کشور» to the two at hand."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from relgraph.extract.mention import entity_of
from relgraph.extract.phrase import OUTLET
from relgraph.extract.reading import Reading, Ref
from relgraph.knowledge.world import World
from relgraph.model import Entity, MentionKind

# How far back «این کشور» and «دو کشور» look.
_SENTENCES_BACK = 2
_PAIR = 2
# What «دو کشور» and «دو طرف» may mean.
_SIDES = {"pair": frozenset({"country"}), "sides": frozenset({"country", "organization"})}


def find_deictic(reading: Reading, world: World) -> Reading:
    """Adds references for «کشورمان», «این کشور», «این سازمان», «دو کشور» where the text makes them certain."""
    home_id = world.home_of(reading.article)
    home = entity_of(world.seeds.entities[home_id]) if home_id else None
    entities = {**reading.entities, **({home.id: home} if home else {})}
    refs = list(reading.refs)
    taken = {i for r in refs for i in range(r.first, r.last)}
    for first, last, sort in _phrases(reading, world):
        if any(i in taken for i in range(first, last)):
            continue
        found = _referents(reading, refs, entities, sort, first, last, home)
        if found:
            kind: MentionKind = "role" if sort == "home" else "pronoun"
            refs.append(Ref(reading.tokens[first].start, reading.tokens[last - 1].end, first, last, found, kind))
    used = {e for r in refs for e in r.entities}
    return reading.but(
        refs=tuple(sorted(refs, key=lambda r: (r.start, -r.end))),
        entities={k: v for k, v in entities.items() if k in used},
    )


def _phrases(reading: Reading, world: World) -> Iterator[tuple[int, int, str]]:
    """(first, last, sort) of every pointing phrase, the longest at a place."""
    table = world.deictic
    begins = {key[:2] for key in table}
    at = 0
    while at < len(reading.tokens):
        step = 1
        if reading.tokens[at].key[:2] not in begins:
            at += 1
            continue
        for length in (4, 3, 2, 1):
            sort = table.get("".join(t.key for t in reading.tokens[at : at + length]))
            if sort and at + length <= len(reading.tokens):
                yield at, at + length, sort
                step = length
                break
        at += step


def _referents(
    reading: Reading,
    refs: Sequence[Ref],
    entities: dict[str, Entity],
    sort: str,
    first: int,
    last: int,
    home: Entity | None,
) -> tuple[str, ...]:
    if sort == "home":
        return (home.id,) if home else ()
    window = [
        r for r in refs if r.last <= first and _distance(reading, r.first, first) <= _SENTENCES_BACK and r.entities
    ]
    window.sort(key=lambda r: r.first)
    if sort in _SIDES:
        return _pair(reading, window, refs, entities, last, _SIDES[sort])
    same = [r for r in window if entities[r.entities[0]].type == sort and len(r.entities) == 1]
    if sort == "organization":
        same = [r for r in same if _head_agrees(reading, r, last)]
    return same[-1].entities if same else ()


def _distance(reading: Reading, a: int, b: int) -> int:
    """How many sentences lie between two tokens."""
    number = {i: n for n, s in enumerate(reading.sentences) for i in (s.first,)}
    starts = sorted(number)
    before = sum(1 for s in starts if s <= a)
    return sum(1 for s in starts if s <= b) - before


def _pair(
    reading: Reading,
    window: Sequence[Ref],
    refs: Sequence[Ref],
    entities: dict[str, Entity],
    last: int,
    types: frozenset[str],
) -> tuple[str, ...]:
    """The only two parties near, or of the whole article so far; nothing where the names follow («دو کشور ایران و روسیه»)."""

    def fits(ref: Ref) -> bool:
        found = entities[ref.entities[0]] if ref.entities else None
        return found is not None and found.type in types and found.sector != OUTLET

    if any(r.first == last and fits(r) for r in refs):
        return ()
    pairs = [r.entities for r in window if len(r.entities) == _PAIR and fits(r)]
    pairs += _coordinated(reading, [r for r in window if fits(r)])
    if pairs:
        return pairs[-1]
    for pool in (window, [r for r in refs if r.last <= last]):
        parties = list(dict.fromkeys(r.entities[0] for r in pool if fits(r)))
        if len(parties) == _PAIR:
            return tuple(parties)
    return ()


def _coordinated(reading: Reading, window: Sequence[Ref]) -> list[tuple[str, ...]]:
    """Parties named as «X و Y»."""
    return [
        (a.entities[0], b.entities[0])
        for a, b in pairwise(window)
        if not _listed(reading, a)
        and b.first == a.last + 1 and reading.tokens[a.last].key == "و" and a.entities != b.entities
    ]  # fmt: skip


def _listed(reading: Reading, ref: Ref) -> bool:
    """Whether a name goes on a list («عراق، کویت و اردن»): the last two of three are no pair."""
    return ref.first > 0 and reading.tokens[ref.first - 1].key in {"،", ","}


def _head_agrees(reading: Reading, ref: Ref, last: int) -> bool:
    """«این سازمان» looks for a name that begins with سازمان; a name without its head word agrees with any."""
    noun = reading.tokens[last - 1].key
    words = [t.key for t in reading.tokens[ref.first : ref.last]]
    return noun in words or len(words) == 1
