"""The entities of an article with all their mentions: those named, and those that a statement uses."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from relgraph.extract.mention import entity_of
from relgraph.extract.names import CLOSING
from relgraph.extract.parties import is_city, owner_of
from relgraph.extract.person import NAMELESS
from relgraph.extract.phrase import is_outlet
from relgraph.extract.reading import Reading, Ref
from relgraph.extract.side import state_of
from relgraph.knowledge.world import World
from relgraph.model import Entity, Event, Mention, Relation
from relgraph.text.fold import squeeze

_FROM = squeeze("از")
_DASHES = frozenset({"-", "–", "—", "ـ"})


def collect_entities(reading: Reading, world: World) -> Reading:
    """Every entity with its mentions, in order of first mention; statements about entities that nothing mentions are cut."""
    mentions: dict[str, list[Mention]] = {}
    cities = _cities_of_events(reading)
    for ref in reading.refs:
        for entity in _meant(reading, ref, cities):
            mention = Mention(ref.start, ref.end, reading.text(ref.start, ref.end), ref.kind)
            mentions.setdefault(entity, []).append(mention)
    for entity, ref in _standing_for(reading, world, mentions):
        mention = Mention(ref.start, ref.end, reading.text(ref.start, ref.end), "pronoun")
        mentions.setdefault(entity, []).append(mention)
    entities = {e: _told(reading, world, e, found) for e, found in mentions.items()}
    ordered = dict(sorted(entities.items(), key=lambda kv: (kv[1].mentions[0], kv[0])))
    relations = tuple(r for r in reading.relations if r.subject in ordered and r.object in ordered)
    events = tuple(_without_strangers(e, ordered) for e in reading.events)
    return reading.but(entities=ordered, events=events, relations=relations)


def _without_strangers(event: Event, known: Mapping[str, Entity]) -> Event:
    """An event keeps only places, topics and voices that the article mentions."""
    return replace(
        event,
        places=tuple(p for p in event.places if p in known),
        topics=tuple(t for t in event.topics if t in known),
        speaker=event.speaker if event.speaker in known else None,
        via=tuple(v for v in event.via if v in known),
    )


def _standing_for(reading: Reading, world: World, mentions: dict[str, list[Mention]]) -> Iterator[tuple[str, Ref]]:
    """Parties that no wording names: what stands for them is a place of theirs or an official whom nobody can name."""
    missing = {p for e in reading.events for p in (*e.actors, *e.recipients) if p not in mentions}
    for candidate in reading.candidates:
        for filler in (*candidate.actors, *candidate.recipients):
            seed = world.seeds.entities.get(filler.entity)
            place_of = seed.country if seed is not None and seed.type == "place" else None
            for party in missing & {place_of, owner_of(filler.entity)}:
                yield party, filler.ref


def _cities_of_events(reading: Reading) -> set[tuple[int, int]]:
    """Spans of capitals that an event takes as its place."""
    return {
        (f.ref.start, f.ref.end)
        for c in reading.candidates for f in (*c.places, *c.recipients)
        if f.ref.city is not None and (f in c.places or c.mode == "visit")
    }  # fmt: skip


def _meant(reading: Reading, ref: Ref, cities: set[tuple[int, int]]) -> tuple[str, ...]:
    """What a reference is a mention of; an official nobody can name is none."""
    if ref.city is not None and (
        (ref.start, ref.end) in cities or is_city(reading, ref) or _in_dateline(reading, ref) or ref.inside
    ):
        return (ref.city,)
    return tuple(e for e in ref.entities if NAMELESS not in e)


def _in_dateline(reading: Reading, ref: Ref) -> bool:
    """«تهران - ایرنا -» at the head of a line, «به گزارش خبرگزاری حوزه از تهران»: where the outlet writes from."""
    tokens = reading.tokens
    if _opens_line(reading, ref.first):
        return ref.last < len(tokens) and tokens[ref.last].key in _DASHES
    behind = ref.first - 1
    if behind < 1:
        return False
    if tokens[behind].key in _DASHES:
        outlet = _outlet_before(reading, behind)
        follows = ref.last < len(tokens) and tokens[ref.last].key in _DASHES
        return outlet is not None and follows and _opens_line(reading, outlet.first)
    return tokens[behind].key == _FROM and _outlet_before(reading, behind) is not None


def _opens_line(reading: Reading, first: int) -> bool:
    return first == 0 or "\n" in reading.text(reading.tokens[first - 1].end, reading.tokens[first].start)


def _outlet_before(reading: Reading, at: int) -> Ref | None:
    """The outlet whose name ends right before a token, guillemets between them passed over."""
    while at > 0 and reading.tokens[at - 1].key in CLOSING:
        at -= 1
    found = (r for r in reading.refs if r.last == at and r.entities and r.role is None)
    return next((r for r in found if is_outlet(reading, r)), None)


def _told(reading: Reading, world: World, id_: str, mentions: list[Mention]) -> Entity:
    """An entity with its mentions; of a person also the state that he acts for."""
    entity = _entity(reading, world, id_)
    offices = (r.object for r in reading.relations if r.subject == id_ and r.predicate == "represents" and not _past(r))
    acting = (state_of(reading, world, of) for of in (id_, *offices)) if entity.type == "person" else ()
    state = next((s for s in acting if s is not None), None)
    return replace(entity, mentions=tuple(sorted(set(mentions))), state=state or entity.state)


def _past(relation: Relation) -> bool:
    return (relation.qualifier or "").startswith("former")


def _entity(reading: Reading, world: World, entity: str) -> Entity:
    known = reading.entities.get(entity)
    return known if known is not None else entity_of(world.seeds.entities[entity])
