"""How many sources a statement really has: outlets that pass on one agency, or print one text, are one."""

from collections.abc import Iterable, Iterator, Mapping

from relgraph.graph.model import Claim, Source

type _Origin = tuple[str, str]


def independent_outlets(claims: Iterable[Claim], sources: Mapping[str, Source]) -> int:
    """How many outlets tell this independently of each other; `sources` are the articles by id.

    Two claims depend on each other when they pass on the same agency (`via`), or the outlet of the one is the agency of
    the other, or their articles are of one outlet, or copies of one text; and so do those that depend on a third.
    """
    groups: list[set[_Origin]] = []
    for claim in claims:
        origins = set(_origins(claim, sources.get(claim.article)))
        joined = [group for group in groups if group & origins]
        groups = [group for group in groups if not group & origins]
        groups.append(origins.union(*joined))
    return len(groups)


def _origins(claim: Claim, source: Source | None) -> Iterator[_Origin]:
    yield "text", source.copy_of or source.id if source is not None else claim.article
    if claim.via:
        yield from (("organization", agency) for agency in claim.via)
    elif source is not None and source.outlet is not None:
        yield "organization", source.outlet
    elif source is not None and source.source is not None:
        yield "outlet", source.source
