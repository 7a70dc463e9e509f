"""headquarteredIn: where a body sits («مقر سازمان ملل در نیویورک»، «سفارت ایران در پاریس»)."""

from collections.abc import Iterator

from relgraph.extract.phrase import outer_refs
from relgraph.extract.reading import Reading
from relgraph.extract.relation.stated import Stated, inner, one_of, together
from relgraph.knowledge.world import World
from relgraph.model import Span
from relgraph.text.fold import squeeze

_IN = squeeze("در")


def headquartered_in(reading: Reading, world: World) -> Iterator[Stated]:
    """Seats by the word, and missions by where they are: in a city they sit, in a country they are located."""
    outer = outer_refs(reading)
    seats = world.language.relations.seats
    for ref in reading.refs:
        body = one_of(reading, ref, "organization")
        if body is None:
            continue
        for r in inner(reading, ref):
            if r.first > ref.first and reading.tokens[r.first - 1].key == _IN:
                place = r.city or one_of(reading, r, "place")
                country = one_of(reading, r, "country")
                if place is not None:
                    yield Stated("headquarteredin.name", body, "headquarteredIn", place, ref.span)
                elif country is not None:
                    yield Stated("locatedin.mission", body, "locatedIn", country, ref.span)
        found = outer.get(ref.last + 1)
        named = reading.tokens[ref.last].key == _IN if ref.last < len(reading.tokens) else False
        if named and found is not None and ref.first > 0 and reading.tokens[ref.first - 1].key in seats:
            place = found.city or one_of(reading, found, "place")
            if place is not None:
                start = reading.tokens[ref.first - 1].start
                span = Span(start, together(ref, found).end)
                yield Stated("headquarteredin.seat", body, "headquarteredIn", place, span)
