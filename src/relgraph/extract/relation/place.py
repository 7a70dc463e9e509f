"""locatedIn: a place with the country around it («بیاریتز فرانسه»), and groups and media named by their country."""

from collections.abc import Iterator

from relgraph.extract.phrase import OBJECT, outer_refs
from relgraph.extract.reading import Reading, Ref
from relgraph.extract.relation.body import is_public
from relgraph.extract.relation.stated import QUOTES, Stated, inner, one_of, past, together
from relgraph.knowledge.world import World
from relgraph.text.fold import squeeze

_FAR = 14
_STEP = 6
_BRACKETS = frozenset({"(", ")", "،", "-", "–"})
_BODIES_OF_STATES = frozenset({"IGO", "GOV", "MIL", "LEG", "JUD", "INT"})


def located_in(reading: Reading, world: World) -> Iterator[Stated]:
    """Places, groups and media."""
    outer = outer_refs(reading)
    for ref in reading.refs:
        place = ref.city or one_of(reading, ref, "place")
        if place is not None and ref.role is None and ref.kind == "name":
            yield from _place(reading, world, ref, place, outer)
        body = one_of(reading, ref, "organization")
        if body is not None and ref.kind == "name":
            yield from _group(reading, world, ref, body, outer)


def _place(reading: Reading, world: World, ref: Ref, place: str, outer: dict[int, Ref]) -> Iterator[Stated]:
    """«استان ادلب در شمال سوریه»: through locating words and other places to a country that the tables agree with."""
    seed = world.seeds.entities.get(place)
    lies_in = seed.country if seed else None
    words = world.language.relations.locating | {"،"}
    at, located = ref.last, False
    while at < len(reading.tokens) and at - ref.last <= _FAR:
        behind = past(reading, at, words, _STEP)
        located = located or any(reading.tokens[i].key in words - {"،"} for i in range(at, behind))
        found = outer.get(behind)
        if found is None or found.first != behind:
            return
        country = one_of(reading, found, "country") if found.kind != "adjective" else None
        if country is not None and not found.city:
            if country == lies_in or (seed is None and located):
                yield Stated("locatedin.beside", place, "locatedIn", country, together(ref, found))
            return
        if one_of(reading, found, "place") is None:
            return
        at = found.last


def _group(reading: Reading, world: World, ref: Ref, body: str, outer: dict[int, Ref]) -> Iterator[Stated]:
    """«انصارالله یمن»، «جنبش «النجباء» عراق»، «روزنامه الریاض چاپ عربستان»: no body of a state, none of states."""
    entity = reading.entities[body]
    if entity.state is not None or entity.sector in _BODIES_OF_STATES or is_public(reading, world, ref):
        return
    for r in inner(reading, ref):
        country = one_of(reading, r, "country")
        if country is not None and r.last == ref.last and r.kind == "name":
            yield Stated("locatedin.group", body, "locatedIn", country, ref.span)
            return
    printed = world.language.relations.printed
    at = past(reading, ref.last, printed | _BRACKETS, _STEP)
    found = outer.get(at)
    country = one_of(reading, found, "country") if found is not None and found.first == at else None
    if found is None or country is None or found.kind != "name":
        return
    between = {reading.tokens[i].key for i in range(ref.last, at)}
    follows = reading.tokens[found.last].key if found.last < len(reading.tokens) else ""
    if between & printed or (between <= QUOTES and follows not in {OBJECT, squeeze("و")} and not found.city):
        yield Stated("locatedin.group", body, "locatedIn", country, together(ref, found))
