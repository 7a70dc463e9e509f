"""Whose side somebody speaks for: «به ما حمله کردند» in a minister's words tells of his state."""

from collections.abc import Iterator

from relgraph.extract.parties import entity_type
from relgraph.extract.person import NAMELESS
from relgraph.extract.phrase import outer_refs
from relgraph.extract.reading import Clause, Reading, Ref
from relgraph.knowledge.world import World
from relgraph.text.fold import squeeze

_QUOTES = frozenset({"«", "»", '"', "'"})


def find_we(reading: Reading, world: World) -> Reading:
    """Adds references for «ما» and «کشور من» in the words of somebody whose state or body is known."""
    words = {squeeze(w) for w in world.language.pronouns["we"]}
    phrases = {squeeze(w) for w in world.language.pronouns["own_country"]}
    taken = outer_refs(reading)
    refs = list(reading.refs)
    for clause in reading.clauses:
        side = side_of_speaker(reading, world, clause)
        if side is None:
            continue
        for first, last in _own_side(reading, clause, words, phrases):
            named = [taken[i] for i in range(first, last) if i in taken]
            if all(r.kind == "pronoun" and first <= r.first and r.last <= last for r in named):
                refs = [r for r in refs if r not in named]
                span = reading.tokens[first].start, reading.tokens[last - 1].end
                refs.append(Ref(*span, first, last, (side,), "pronoun"))
    return reading.but(refs=tuple(sorted(refs, key=lambda r: (r.start, -r.end))))


def _own_side(reading: Reading, clause: Clause, words: set[str], phrases: set[str]) -> Iterator[tuple[int, int]]:
    """(first, last) of the words of a clause that mean its speaker's side: «ما», «کشور من»."""
    keys = {i: reading.tokens[i].key for i in clause.tokens}
    for i, key in keys.items():
        if key + keys.get(i + 1, "") in phrases:
            yield i, i + 2
        elif key in phrases or (key in words and keys.get(i - 1, "") + key not in phrases):
            yield i, i + 1


def find_administrations(reading: Reading, world: World) -> Reading:
    """Adds references for «دولت ترامپ», with the names and offices beside it: the state that he governs."""
    words = {squeeze(w) for w in world.language.pronouns["administration"]}
    outer = outer_refs(reading)
    refs = list(reading.refs)
    for ref in reading.refs:
        if ref.first == 0 or outer[ref.first] is not ref or reading.tokens[ref.first - 1].key not in words:
            continue
        person = entity_type(reading, world, ref.entities[0]) if len(ref.entities) == 1 else None
        state = side_of(reading, world, ref.entities[0]) if person == "person" else None
        if state is not None:
            first, last = ref.first - 1, _behind_apposition(reading, ref, outer)
            span = reading.tokens[first].start, reading.tokens[last - 1].end
            refs.append(Ref(*span, first, last, (state,), "pronoun"))
    return reading.but(refs=tuple(sorted(refs, key=lambda r: (r.start, -r.end))))


def _behind_apposition(reading: Reading, ref: Ref, outer: dict[int, Ref]) -> int:
    """The first token behind a name and the offices of the same person beside it."""
    end = at = ref.last
    while at < len(reading.tokens):
        beside = outer.get(at)
        if beside is not None and beside.entities == ref.entities:
            end = at = beside.last
        elif reading.tokens[at].key in _QUOTES:
            at += 1
        else:
            break
    return end


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
    owner = next(_owners(reading, world, entity), None)
    if owner is None or entity_type(reading, world, owner) not in ("country", "organization"):
        return None
    return _state(reading, world, owner) or owner


def state_of(reading: Reading, world: World, entity: str) -> str | None:
    """The state that somebody is or acts for; None where it is none or nobody knows."""
    states = (_state(reading, world, owner) for owner in _owners(reading, world, entity))
    return next((s for s in states if s is not None), None)


def _state(reading: Reading, world: World, owner: str) -> str | None:
    """The state that a country is or a body belongs to."""
    found = reading.entities.get(owner) or world.seeds.entities.get(owner)
    if found is None:
        return None
    return found.id if found.type == "country" else found.state


def _owners(reading: Reading, world: World, entity: str) -> Iterator[str]:
    """Whom somebody acts for: itself, what the text gives a person an office of, what he holds one of on the article's day."""
    if NAMELESS in entity:
        yield entity.partition(NAMELESS)[2]
    elif entity_type(reading, world, entity) != "person":
        yield entity
    else:
        for ref in reading.refs:
            office = ref.role is not None and not ref.former and entity in ref.entities
            if office and len(ref.owners) == len(ref.entities):
                yield ref.owners[ref.entities.index(entity)]
        day = reading.article.published
        yield from (s.of for s in (world.offices.in_office(entity, day) if day else ()))
