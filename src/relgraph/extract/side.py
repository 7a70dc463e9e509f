"""Whose side somebody speaks for: «به ما حمله کردند» in a minister's words tells of his state."""

from relgraph.extract.person import NAMELESS
from relgraph.extract.phrase import outer_refs
from relgraph.extract.reading import Clause, Reading, Ref
from relgraph.knowledge.world import World
from relgraph.text.fold import squeeze


def find_we(reading: Reading, world: World) -> Reading:
    """Adds references for «ما» in the words of somebody whose state or body is known."""
    words = {squeeze(w) for w in world.language.pronouns["we"]}
    taken = outer_refs(reading)
    refs = list(reading.refs)
    for clause in reading.clauses:
        side = side_of_speaker(reading, world, clause)
        for i in clause.tokens:
            token = reading.tokens[i]
            if side is not None and token.key in words and i not in taken:
                refs.append(Ref(token.start, token.end, i, i + 1, (side,), "pronoun"))
    return reading.but(refs=tuple(sorted(refs, key=lambda r: (r.start, -r.end))))


def side_of_speaker(reading: Reading, world: World, clause: Clause) -> str | None:
    """Whom "we" means in a clause: the state of who speaks directly, or the body that he speaks for."""
    voice = reading.voices[_direct(reading, clause).index]
    return side_of(reading, world, voice.speaker) if voice is not None and voice.speaker is not None else None


def _direct(reading: Reading, clause: Clause) -> Clause:
    """The clause in whose words one stands: «طالبان تصور می‌کند که از ما …» is still said by who speaks of the Taliban."""
    found = clause
    while clause.parent is not None and clause.link != "quotation":
        if clause.link == "complement":
            found = clause
        clause = reading.clauses[clause.parent]
    return clause if clause.link == "quotation" else found


def side_of(reading: Reading, world: World, entity: str) -> str | None:
    """The state that somebody acts for, or the body where it belongs to none; None where nobody knows."""
    owner = _owner(reading, world, entity)
    if owner is None:
        return None
    known, seed = reading.entities.get(owner), world.seeds.entities.get(owner)
    kind = known.type if known is not None else seed.type if seed is not None else None
    if kind not in ("country", "organization"):
        return None
    state = known.state if known is not None else seed.state if seed is not None else None
    return state or owner


def _owner(reading: Reading, world: World, entity: str) -> str | None:
    if NAMELESS in entity:
        return entity.partition(NAMELESS)[2]
    known, seed = reading.entities.get(entity), world.seeds.entities.get(entity)
    if (known is not None and known.type != "person") or (known is None and seed is not None and seed.type != "person"):
        return entity
    for ref in reading.refs:
        if ref.role is not None and not ref.former and entity in ref.entities and len(ref.owners) == len(ref.entities):
            return ref.owners[ref.entities.index(entity)]
    day = reading.article.published
    spells = world.offices.in_office(entity, day) if day else ()
    return spells[0].of if spells else None
