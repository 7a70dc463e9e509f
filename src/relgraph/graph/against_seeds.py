"""What articles say beside what the seed tables know: borne out, contradicted, or neither. Both stand; the graph marks it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from relgraph.graph.background import Background
from relgraph.graph.keys import distinct
from relgraph.graph.model import GraphRelation
from relgraph.graph.periods import covers

_FORMER = "former "


@dataclass(slots=True)
class _Verdict:
    agrees: set[str]
    contradicts: set[str]


def compared(relation: GraphRelation, days: Iterable[str], background: Background) -> tuple[GraphRelation, list[str]]:
    """The relation with its marks, and the people who hold the office instead, according to the tables.

    `days` are those on which articles tell it: an undated relation means the day of its article.
    """
    verdict = _Verdict(set(), set())
    others: list[str] = []
    if relation.status != "actual":
        return relation, others
    for day in sorted(set(days)):
        if relation.predicate == "represents":
            others.extend(_office(relation, day, background, verdict))
        elif relation.predicate == "memberOf":
            _membership(relation, day, background, verdict)
    if relation.predicate in ("partyTo", "heldIn"):
        verdict.agrees.update(each.id for each in background.parties.get(relation.subject, ()) if _same(each, relation))
    agrees, contradicts = distinct(verdict.agrees), distinct(verdict.contradicts - verdict.agrees)
    return replace(relation, agrees=agrees, contradicts=contradicts), others


def _same(known: GraphRelation, told: GraphRelation) -> bool:
    return (known.predicate, known.object) == (told.predicate, told.object)


def _membership(relation: GraphRelation, day: str, background: Background, verdict: _Verdict) -> None:
    """Another kind of membership on that day is a contradiction; tables that know of none say nothing."""
    there = [each for each in background.memberships.get(relation.subject, ()) if each.object == relation.object]
    on_day = [each for each in there if covers(each.start, each.end, day)]
    alike = [each for each in on_day if relation.qualifier in (None, each.qualifier)]
    verdict.agrees.update(each.id for each in alike)
    if not alike:
        verdict.contradicts.update(each.id for each in on_day)


def _office(relation: GraphRelation, day: str, background: Background, verdict: _Verdict) -> Iterator[str]:
    """A former holder who is in office, or a holder beside whom another alone is, is a contradiction."""
    title = relation.qualifier or ""
    role = background.roles.get(title.removeprefix(_FORMER))
    if role is None:
        return
    held = [each.id for each in background.tenures_on(relation.subject, role, day) if each.object == relation.object]
    if title.startswith(_FORMER):
        verdict.contradicts.update(held)
    elif held:
        verdict.agrees.update(held)
    else:
        other = background.holder(role, relation.object, day)
        if other is not None:
            verdict.contradicts.add(other.id)
            yield other.subject
