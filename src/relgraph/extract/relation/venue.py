"""heldIn: talks whose name or clause says where they are held («مذاکرات وین»، «نشست گروه هفت در بیاریتز»)."""

from collections.abc import Iterator

from relgraph.extract.phrase import outer_refs
from relgraph.extract.reading import Reading, Ref
from relgraph.extract.relation.stated import Stated, clauses_of, inner, one_of, past, together
from relgraph.knowledge.world import World
from relgraph.text.fold import squeeze

_IN = squeeze("در")
_BETWEEN = 8
_HELD = frozenset(squeeze(w) for w in ("برگزار", "برپا", "تشکیل", "آغاز", "منعقد", "دایر", "برگزاری"))


def held_in(reading: Reading, world: World) -> Iterator[Stated]:
    """Where talks are held."""
    outer = outer_refs(reading)
    for ref in reading.refs:
        talks = ref.entities[0] if len(ref.entities) == 1 and ref.role is None else None
        if talks is None or talks not in reading.entities or reading.entities[talks].type != "negotiation":
            continue
        for r in inner(reading, ref):
            place = _place(reading, r)
            if place is not None and reading.entities[talks].id != place and _is_place(world, place):
                yield Stated("heldin.name", talks, "heldIn", place, ref.span)
        if outer.get(ref.first) is ref:
            yield from _behind(reading, world, ref, talks, outer)
            yield from _by_host(reading, world, ref, talks)


def _is_place(world: World, place: str) -> bool:
    seed = world.seeds.entities.get(place)
    return seed is None or seed.type == "place"


def _place(reading: Reading, ref: Ref) -> str | None:
    """The place that a reference means: a capital's city, a place or, behind «در», a country."""
    return ref.city or one_of(reading, ref, "place", "country")


def _behind(reading: Reading, world: World, ref: Ref, talks: str, outer: dict[int, Ref]) -> Iterator[Stated]:
    """«… در بیاریتز» right behind the name, dates between; or anywhere behind it where the clause says that they are held."""
    passed = world.language.relations.passed
    dated = {i for d in reading.dates for i, t in enumerate(reading.tokens) if d.start <= t.start < d.end}
    at, steps = ref.last, 0
    while at < len(reading.tokens) and steps < _BETWEEN:
        at = past(reading, at, passed, _BETWEEN)
        if at >= len(reading.tokens):
            return
        if at in dated:
            at, steps = at + 1, steps + 1
            continue
        if reading.tokens[at].key != _IN:
            break
        if at + 1 in dated:
            at, steps = at + 1, steps + 1
            continue
        found = outer.get(past(reading, at + 1, frozenset({squeeze("شهر")}), 2))
        place = _place(reading, found) if found else None
        if found is not None and place is not None:
            yield Stated("heldin.in", talks, "heldIn", place, together(ref, found))
        return
    yield from _in_clause(reading, ref, talks, outer)


def _in_clause(reading: Reading, ref: Ref, talks: str, outer: dict[int, Ref]) -> Iterator[Stated]:
    """«نشست … صبح امروز در تهران برگزار شد»."""
    for clause in clauses_of(reading, ref):
        keys = {reading.tokens[i].key for i in clause.tokens}
        if clause.verb is not None:
            keys |= {reading.tokens[i].key for i in range(clause.verb.first, clause.verb.last)}
        if not keys & _HELD:
            return
        for n, i in enumerate(clause.tokens[:-1]):
            found = outer.get(clause.tokens[n + 1])
            if i >= ref.last and reading.tokens[i].key == _IN and found is not None:
                place = _place(reading, found)
                if place is not None:
                    yield Stated("heldin.clause", talks, "heldIn", place, together(ref, found))
                    return


def _by_host(reading: Reading, world: World, ref: Ref, talks: str) -> Iterator[Stated]:
    """«این شهر میزبان نشست … است»."""
    if ref.first == 0 or reading.tokens[ref.first - 1].key not in world.language.relations.hosting:
        return
    for clause in clauses_of(reading, ref):
        before = [r for r in reading.refs if r.first in clause.tokens and r.last < ref.first and not r.inside]
        for host in before[:1]:
            place = _place(reading, host)
            if place is not None:
                yield Stated("heldin.host", talks, "heldIn", place, together(host, ref))
