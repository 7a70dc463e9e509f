"""Where an act takes place: what stands behind «در» and its like, unless a noun or participle before it claims it."""

from relgraph.extract.arguments import HEAD, Arguments, Group
from relgraph.extract.depth import depth, filler_each
from relgraph.extract.reading import Filler
from relgraph.extract.view import View

_WHERE = HEAD | {"other"}


def places_of(view: View, arguments: Arguments) -> tuple[Filler, ...]:
    """The places of an act among its arguments, in order of the text."""
    markers = view.world.language.prepositions.place
    own = Arguments({m: [g for g in arguments.marked.get(m, ()) if not _is_claimed(view, g)] for m in markers})
    return all_fillers(view, own, markers, _WHERE)


def all_fillers(
    view: View, arguments: Arguments, markers: frozenset[str], depths: frozenset[str]
) -> tuple[Filler, ...]:
    """Every filler under any of the markers, in order of the text."""
    out: list[Filler] = []
    for marker in sorted(markers):
        for group in arguments.marked.get(marker, ()):
            for unit in group:
                kind = depth(view.reading, view.world.language, unit)
                out.extend(filler_each(unit.ref, kind) if kind in depths else ())
    return tuple(sorted(out, key=lambda f: f.ref.start))


def _is_claimed(view: View, group: Group) -> bool:
    """«نظامیان مستقر در سوریه», «تنش در خلیج فارس»: where they are, not where somebody talks of them."""
    first = group[0].before[0] if group[0].before else group[0].ref.first
    return first > 1 and view.key(first - 2) in view.world.language.nouns.situated
