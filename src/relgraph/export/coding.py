"""Who an actor is in the terms of CAMEO and GDELT: the country, the sector, the code of both."""

import re
from dataclasses import dataclass, field
from functools import cache

from relgraph.graph.model import Graph, GraphRelation, Node
from relgraph.graph.periods import Period, period
from relgraph.knowledge.tables import read_table
from relgraph.resources import SEEDS

_LEGISLATIVE = re.compile(r"\b(parliament|senat)", re.IGNORECASE)
# What the seed tables call a place, as a level of precision; the rest is called as it is there.
_PRECISION = {"capital": "city", "former-state": "country"}


@dataclass(frozen=True, slots=True)
class Coding:
    """`country` is an ISO 3166 alpha-3 code, `sector` one of CAMEO's roles (GOV, MIL, …, IGO); empty where not known."""

    country: str
    sector: str

    @property
    def code(self) -> str:
        """Both, as in "IRNGOV"."""
        return self.country + self.sector


@dataclass(frozen=True, slots=True)
class Codebook:
    """The actors of a graph by their codes."""

    nodes: dict[str, Node]
    offices: dict[str, list[GraphRelation]] = field(default_factory=dict)

    def coding(self, node: Node, when: Period | None) -> Coding:
        """A country is itself, others have that of the state they act for; a person's sector is that of the office then."""
        state = self.nodes.get(node.state) if node.state is not None else None
        iso2 = node.iso2 or (state.iso2 if state is not None else None)
        sector = node.sector or (self._sector_of(node, when) if node.type == "person" else None)
        return Coding(_iso3().get(iso2 or "", ""), sector or "")

    def _sector_of(self, person: Node, when: Period | None) -> str | None:
        """The one sector of all offices that a person may hold then; None where they differ, or there are none."""
        offices = self.offices.get(person.id, ())
        held = [office for office in offices if when is not None and office.source is not None and _holds(office, when)]
        told = [office for office in offices if office.source is None]
        sectors = {self._sector_in(office) for office in held or told or offices}
        return sectors.pop() if len(sectors) == 1 else None

    def _sector_in(self, office: GraphRelation) -> str | None:
        body = self.nodes.get(office.object)
        if body is None or body.type != "country":
            return body.sector if body is not None else None
        return "LEG" if office.qualifier and _LEGISLATIVE.search(office.qualifier) else "GOV"


def codebook(graph: Graph) -> Codebook:
    """The codes of a graph's nodes, by the offices that its articles tell and the tables know."""
    offices: dict[str, list[GraphRelation]] = {}
    for relation in (*graph.relations, *graph.known):
        if relation.predicate == "represents" and relation.status == "actual":
            offices.setdefault(relation.subject, []).append(relation)
    return Codebook({node.id: node for node in graph.nodes}, offices)


def _holds(office: GraphRelation, when: Period) -> bool:
    """Whether a known office may hold at some time of a period; one whose end nobody recorded is not taken for held."""
    begun = office.start is None or period(office.start).earliest <= when.latest
    lasting = office.open if office.end is None else period(office.end).latest >= when.earliest
    return begun and lasting


def place_precision(node: Node) -> str:
    """How precisely a place is told: country, region, province, city, site, …; "place" where that isn't known."""
    if node.type == "country":
        return "country"
    kind = _kinds().get(node.id, "place")
    return _PRECISION.get(kind, kind)


@cache
def _iso3() -> dict[str, str]:
    rows = read_table(SEEDS / "knowledge" / "countries.csv", ("iso2", "iso3"))
    return {row["iso2"]: row["iso3"] for row in rows if row["iso2"]}


@cache
def _kinds() -> dict[str, str]:
    return {row["id"]: row["type"] for row in read_table(SEEDS / "knowledge" / "places.csv", ("id", "type"))}
