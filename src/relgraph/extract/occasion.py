"""What an occasion lends to its parts: a guest meets his hosts where and when his visit takes place."""

from dataclasses import replace

from relgraph.knowledge.world import World
from relgraph.model import Event


def share_occasions(events: list[Event], world: World) -> list[Event]:
    """Undated, unplaced meetings of a visitor with somebody of the host country get the visit's date and place."""
    visits = [e for e in events if e.type == "CONSULT" and e.mode == "visit" and (e.date or e.places)]
    return [_on_visit(e, visits, world) for e in events]


def _on_visit(event: Event, visits: list[Event], world: World) -> Event:
    if event.type != "CONSULT" or event.mode != "meet":
        return event
    for visit in visits:
        if visit.status != event.status or not set(visit.actors) & {*event.actors, *event.recipients}:
            continue
        partners = {*event.actors, *event.recipients} - set(visit.actors)
        if not partners or not all(_belongs(p, visit.recipients, world) for p in partners):
            continue
        if event.date is None or event.date == visit.date:
            return replace(event, date=event.date or visit.date, places=event.places or visit.places)
    return event


def _belongs(partner: str, hosts: tuple[str, ...], world: World) -> bool:
    """Whether a partner is a host country or holds an office of one."""
    if partner in hosts:
        return True
    return any(spell.of in hosts for spell in world.offices.of_person(partner))
