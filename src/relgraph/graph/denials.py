"""Which event a denial answers. A claim denies an event when it says that this did not happen, or rejects its charge.

Two ways lead there. What is told as negated denies the same event told as actual: equal in all but the status. And a
REJECT that denies answers what the same article tells: first a deed of the denier's that the other side tells, then its
accusation, then a deed of the denier's towards it that somebody else tells («فروش سلاح به ارمنستان را تکذیب کرد»). Where
several fit, the one nearest in the text is meant; where none does, nothing is said.
"""

from collections.abc import Iterator
from dataclasses import replace

from relgraph.graph.keys import distinct, status_id
from relgraph.graph.model import Claim, GraphEvent

# The frames (without their ending for nouns) whose REJECT denies rather than refuses.
DENYING = frozenset({"reject.deny"})

type _Told = tuple[GraphEvent, Claim]


def with_denials(events: tuple[GraphEvent, ...]) -> tuple[GraphEvent, ...]:
    """The same events, their claims pointing to what they deny."""
    ids = {event.id for event in events}
    told: dict[str, list[_Told]] = {}
    for event in events:
        for claim in event.claims:
            told.setdefault(claim.article, []).append((event, claim))
    return tuple(_linked(event, ids, told) for event in events)


def _linked(event: GraphEvent, ids: set[str], told: dict[str, list[_Told]]) -> GraphEvent:
    if event.status == "negated":
        actual = status_id(event, "actual")
        if actual not in ids:
            return event
        return replace(event, claims=tuple(replace(claim, denies=(actual,)) for claim in event.claims))
    if event.type != "REJECT" or event.status != "actual":
        return event
    claims = (replace(claim, denies=distinct(_answered(event, claim, told[claim.article]))) for claim in event.claims)
    return replace(event, claims=tuple(claims))


def _answered(denial: GraphEvent, claim: Claim, told: list[_Told]) -> Iterator[str]:
    if claim.rule.removesuffix(".noun") not in DENYING:
        return
    for fits in (_is_alleged, _is_charge, _is_deed):
        found = [each for each in told if each[0].id != denial.id and fits(denial, *each)]
        if found:
            nearest, _ = min(found, key=lambda each: (abs(each[1].evidence.start - claim.evidence.start), each[0].id))
            yield nearest.id
            return


def _denier(denial: GraphEvent) -> set[str]:
    return {*denial.actors, *denial.actor_states}


def _other_side(denial: GraphEvent) -> set[str]:
    return {*denial.recipients, *denial.recipient_states}


def _is_alleged(denial: GraphEvent, event: GraphEvent, claim: Claim) -> bool:
    """Something that the other side says the denier did."""
    return _does(denial, event) and claim.speaker in _other_side(denial)


def _is_charge(denial: GraphEvent, event: GraphEvent, claim: Claim) -> bool:
    """The other side's accusation of the denier."""
    del claim
    by = _other_side(denial) & {*event.actors, *event.actor_states}
    against = _denier(denial) & {*event.recipients, *event.recipient_states}
    return event.type == "ACCUSE" and event.status == "actual" and bool(by and against)


def _is_deed(denial: GraphEvent, event: GraphEvent, claim: Claim) -> bool:
    """Something that the denier did to the other side, as somebody else says."""
    towards = _other_side(denial) & {*event.recipients, *event.recipient_states}
    return _does(denial, event) and bool(towards) and claim.speaker not in _denier(denial)


def _does(denial: GraphEvent, event: GraphEvent) -> bool:
    return event.status == "actual" and bool(_denier(denial) & {*event.actors, *event.actor_states})
