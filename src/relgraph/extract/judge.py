"""People's judgements of who is who, replayed on an article: ids that are the same become one."""

from dataclasses import replace

from relgraph.extract.mention import entity_of
from relgraph.extract.reading import Reading
from relgraph.knowledge.judgements import Judgements
from relgraph.knowledge.world import World
from relgraph.model import Entity, Event, Refusal, Relation

_SELF = "both parties are the same by a judgement"


def apply_judgements(reading: Reading, world: World) -> Reading:
    """The reading with every id replaced by the one it goes by; a statement about one and the same is refused."""
    judged = world.seeds.judgements
    if not any(e in judged.same for e in reading.entities):
        return reading
    events = [_renamed(e, judged) for e in reading.events]
    relations = [
        replace(r, subject=judged.name_of(r.subject), object=judged.name_of(r.object), speaker=_one(r.speaker, judged))
        for r in reading.relations
    ]
    statements: tuple[Event | Relation, ...] = (*events, *relations)
    selves = [s for s in statements if _of_itself(s)]
    refusals = (Refusal(_SELF, s.evidence.start, s.evidence.end, s.evidence.text, s.rule) for s in selves)
    return reading.but(
        refs=tuple(replace(r, entities=_all(r.entities, judged)) for r in reading.refs),
        entities=_joined(reading, world, judged),
        events=tuple(e for e in events if not _of_itself(e)),
        relations=tuple(r for r in relations if not _of_itself(r)),
    ).refuse(*refusals)


def _one(entity: str | None, judged: Judgements) -> str | None:
    return None if entity is None else judged.name_of(entity)


def _all(entities: tuple[str, ...], judged: Judgements) -> tuple[str, ...]:
    return tuple(dict.fromkeys(judged.name_of(e) for e in entities))


def _renamed(event: Event, judged: Judgements) -> Event:
    return replace(
        event, actors=_all(event.actors, judged), recipients=_all(event.recipients, judged),
        places=_all(event.places, judged), topics=_all(event.topics, judged), speaker=_one(event.speaker, judged),
        via=_all(event.via, judged),
    )  # fmt: skip


def _of_itself(statement: Event | Relation) -> bool:
    if isinstance(statement, Event):
        return bool(set(statement.actors) & set(statement.recipients))
    return statement.subject == statement.object


def _joined(reading: Reading, world: World, judged: Judgements) -> dict[str, Entity]:
    """The entities by their new ids, each with the mentions of all that it now is."""
    out: dict[str, Entity] = {}
    for id_, entity in reading.entities.items():
        name = judged.name_of(id_)
        before = out.get(name)
        seed = world.seeds.entities.get(name)
        face = entity_of(seed) if seed is not None else before or replace(entity, id=name)
        mentions = (*(before.mentions if before else ()), *entity.mentions)
        state = entity.state or (before.state if before else None) or face.state
        out[name] = replace(face, mentions=tuple(sorted(set(mentions))), state=state)
    return out
