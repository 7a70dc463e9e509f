"""What may fill a role: states, people and organizations act; places are where; documents, talks and wars are topics."""

from collections.abc import Iterable
from dataclasses import dataclass

from relgraph.extract.person import NAMELESS
from relgraph.extract.phrase import OUTLET
from relgraph.extract.reading import Candidate, Filler, Reading, Ref
from relgraph.knowledge.world import World
from relgraph.text.fold import squeeze

_ACTORS = frozenset({"country", "person", "organization"})
_TOPICS = frozenset({"agreement", "negotiation", "conflict"})
# Acts that land on a territory: a city hit is its state hit, there.
_ON_TERRITORY = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "AID", "SANCTION"})
# Acts of speech and of state: «در خاورمیانه» beside them says what they are about, not where they happen.
_NOWHERE = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "SANCTION", "CONCEDE"})
_REMOTE = frozenset({None, "call"})
_CITY_MARKS = frozenset(
    squeeze(w)
    for w in (
        "در",
        "وارد",
        "عازم",
        "راهی",
        "رهسپار",
        "شهر",
        "فرودگاه",
        "ترک",
        "مقیم",
        "حومه",
        "نزدیکی",
        "اطراف",
        "طریق",
        "شمال",
        "جنوب",
        "شرق",
        "غرب",
        "مرکز",
    )
)


@dataclass(frozen=True, slots=True)
class Parties:
    """The entity ids in the roles of an event, contracts kept."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    places: tuple[str, ...]
    topics: tuple[str, ...]


def is_city(reading: Reading, ref: Ref) -> bool:
    """Whether a capital's name means the city here: behind «در», «وارد» and their like."""
    return ref.city is not None and ref.first > 0 and reading.tokens[ref.first - 1].key in _CITY_MARKS


def entity_type(reading: Reading, world: World, entity: str) -> str:
    """The type of an entity of the article or of the seeds."""
    known = reading.entities.get(entity)
    if known is not None:
        return known.type
    seed = world.seeds.entities.get(entity)
    return seed.type if seed else "person"


def is_media(world: World, entity: str) -> bool:
    """Whether an entity is an outlet of the press."""
    seed = world.seeds.entities.get(entity)
    return seed is not None and seed.sector == OUTLET


def owner_of(entity: str) -> str:
    """An official whom nobody can name acts for the body or country he belongs to."""
    return entity.partition(NAMELESS)[2] if NAMELESS in entity else entity


def assign(reading: Reading, world: World, candidate: Candidate) -> Parties:
    """The entities of a candidate's fillers under the contracts of its type."""
    frame = world.language.frames[candidate.frame]
    sides = {f.ref for f in (*candidate.actors, *candidate.recipients)}
    # «در مذاکرات ایران و فرانسه» says who, not where.
    where = [f for f in candidate.places if f.ref.city or f.ref not in sides] if _is_somewhere(candidate) else []
    places = [p for f in where for p in _place_ids(reading, world, f)]
    topics = [owner_of(f.entity) for f in candidate.topics]
    actors = [_acting(reading, candidate, f) for f in candidate.actors if _acts(world, f)]
    recipients: list[str] = []
    for filler in candidate.recipients:
        if not _acts(world, filler):
            continue
        entity = _acting(reading, candidate, filler)
        kind = entity_type(reading, world, entity)
        if kind in _ACTORS:
            recipients.append(entity)
            if frame.place_is_recipient and (filler.ref.city or kind == "country"):
                places.append(filler.ref.city or entity)
        elif kind == "place":
            places.append(entity)
            seed = world.seeds.entities.get(entity)
            if seed and seed.country and (frame.place_is_recipient or candidate.type in _ON_TERRITORY):
                recipients.append(seed.country)
        else:
            topics.append(entity)
    topics += [e for e in actors if entity_type(reading, world, e) in _TOPICS]
    actors = [e for e in actors if entity_type(reading, world, e) in _ACTORS]
    actors, recipients = _unique(actors), _unique(recipients)
    recipients = [r for r in recipients if r not in actors]
    places = [p for p in _unique(places) if entity_type(reading, world, p) in ("place", "country") and p not in actors]
    inner = _unique(t for t in topics if t not in actors and t not in recipients)
    return Parties(tuple(actors), tuple(recipients), _most_specific(world, places), tuple(inner))


def _is_somewhere(candidate: Candidate) -> bool:
    """Whether where it took place can be asked: words have no place, nor has a call or a letter."""
    remote = candidate.type == "CONSULT" and candidate.mode in _REMOTE
    return candidate.type not in _NOWHERE and not remote


def _acting(reading: Reading, candidate: Candidate, filler: Filler) -> str:
    """Who acts: officials whom only a plural tells («وزیران خارجه فرانسه و آلمان») are their states.

    Not where a state stands on both sides: the president who instructs his minister is himself.
    """
    sides = [{f.owner for f in side} for side in (candidate.actors, candidate.recipients)]
    collective = filler.ref.plural and filler.owner is not None and not (sides[0] & sides[1])
    if collective and not all(_told_alone(reading, e) for e in filler.ref.entities):
        return owner_of(filler.owner or filler.entity)
    return owner_of(filler.entity)


def _told_alone(reading: Reading, entity: str) -> bool:
    """Whether the article names somebody, or tells his office of him alone."""
    return any(entity in r.entities and not r.plural for r in reading.refs)


def _acts(world: World, filler: Filler) -> bool:
    """Whether an official whom nobody can name acts for the body he belongs to: no former one, no opposition's."""
    role, at, _ = filler.entity.partition(NAMELESS)
    unofficial = filler.ref.former or role in world.language.offices["unofficial"]
    return not (at and unofficial)


def _unique(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(ids))


def _place_ids(reading: Reading, world: World, filler: Filler) -> list[str]:
    if filler.ref.city:
        return [filler.ref.city]
    return [filler.entity] if entity_type(reading, world, filler.entity) in ("place", "country") else []


def _most_specific(world: World, places: list[str]) -> tuple[str, ...]:
    """A city before the country it lies in."""
    holders = {s.country for p in places if (s := world.seeds.entities.get(p)) and s.type == "place"}
    return tuple(p for p in places if p not in holders)
