"""The entities of an article with all their mentions: those named, and those that a statement uses."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from relgraph.extract.mention import entity_of
from relgraph.extract.names import CLOSING
from relgraph.extract.parties import is_city, owner_of
from relgraph.extract.person import NAMELESS
from relgraph.extract.phrase import is_outlet
from relgraph.extract.reading import Reading, Ref
from relgraph.knowledge.world import World
from relgraph.model import Entity, Event, Mention
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
    states = _states(reading, world)
    entities = {
        e: replace(
            _entity(reading, world, e),
            mentions=tuple(sorted(set(found))),
            state=states.get(e) or _entity(reading, world, e).state,
        )
        for e, found in mentions.items()
    }
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


def _entity(reading: Reading, world: World, entity: str) -> Entity:
    known = reading.entities.get(entity)
    return known if known is not None else entity_of(world.seeds.entities[entity])


def _states(reading: Reading, world: World) -> dict[str, str]:
    """Person → the country that he acts for by an office the text states, or holds on the article's day."""
    out: dict[str, str] = {}
    for relation in reading.relations:
        former = (relation.qualifier or "").startswith("former")
        if relation.predicate == "represents" and not former:
            state = _state_of(reading, world, relation.object)
            if state:
                out.setdefault(relation.subject, state)
    if reading.article.published:
        for entity in {e for r in reading.refs for e in r.entities}:
            for spell in world.offices.in_office(entity, reading.article.published):
                state = _state_of(reading, world, spell.of)
                if state:
                    out.setdefault(entity, state)
                    break
    return out


def _state_of(reading: Reading, world: World, owner: str) -> str | None:
    entity = reading.entities.get(owner) or (
        entity_of(world.seeds.entities[owner]) if owner in world.seeds.entities else None
    )
    if entity is None:
        return None
    return entity.id if entity.type == "country" else entity.state
