"""People: names tied to the offices beside them, and names that no table knows, found by what stands around them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from relgraph.extract.mention import entity_of
from relgraph.extract.names import (
    CLOSING,
    COMMAS,
    MIN_LETTERS,
    OPENING,
    Name,
    full_name,
    name_after,
    name_before,
    titled_name,
)
from relgraph.extract.reading import Reading, Ref
from relgraph.knowledge.transliteration import best_match, romanise
from relgraph.knowledge.world import World
from relgraph.lang.lexicon import common_words
from relgraph.model import Entity
from relgraph.text.fold import squeeze
from relgraph.text.segment import Token

# An office without identity: "role@owner", as the office stage writes it.
NAMELESS = "@"


def find_people(reading: Reading, world: World) -> Reading:
    """Ties names to offices, adds unknown people, and finds surnames of people introduced before."""
    reading = _tie_known(reading, world)
    reading = _name_the_nameless(_unknown_beside_offices(reading, world))
    reading = _unknown_by_title(reading, world)
    return _surnames(reading, world)


# ---- names and offices side by side


def _people(reading: Reading) -> dict[int, Ref]:
    """Name references of people, by first token."""
    return {r.first: r for r in reading.refs if r.role is None and _is_person(reading, r)}


def _is_person(reading: Reading, ref: Ref) -> bool:
    return bool(ref.entities) and ref.kind == "name" and reading.entities[ref.entities[0]].type == "person"


def _skip_marks(reading: Reading, world: World, at: int, step: int) -> int:
    """The next token in a direction that is no quote, comma or title."""
    passed = OPENING | CLOSING | COMMAS
    while 0 <= at < len(reading.tokens) and (
        reading.tokens[at].key in passed or reading.tokens[at].key in world.language.titles
    ):
        at += step
    return at


def _beside(reading: Reading, world: World, role: Ref) -> tuple[int, int]:
    """The last token of what may be the name before an office, and the first of the name behind it."""
    return _skip_marks(reading, world, role.first - 1, -1), _skip_marks(reading, world, role.last, +1)


def _tie_known(reading: Reading, world: World) -> Reading:
    """A known person's name next to an office is its holder: the name is trusted over the tables."""
    people = _people(reading)
    by_last = {r.last - 1: r for r in people.values()}
    refs = []
    for ref in reading.refs:
        if ref.role is None or len(ref.entities) > 1:
            refs.append(ref)
            continue
        before, after = _beside(reading, world, ref)
        named = people.get(after) or by_last.get(before)
        if after != ref.last and reading.tokens[ref.last].key in COMMAS and people.get(after) and by_last.get(before):
            named = by_last[before]
        if named is not None and _fits(reading, world, ref, named):
            refs.append(replace(ref, entities=named.entities))
        else:
            refs.append(ref)
    return reading.but(refs=tuple(refs))


def _fits(reading: Reading, world: World, role: Ref, named: Ref) -> bool:
    """Whether the person named can be the holder: the same person, or nobody certain, or once a holder of that office."""
    current = role.entities[0] if role.entities else None
    person = named.entities[0]
    spells = world.offices.of_person(person)
    if current is None or current == person:
        return True
    if NAMELESS in current:
        elsewhere = world.offices.in_office(person, reading.article.published) if reading.article.published else ()
        return not elsewhere or any(s.of in role.owners for s in spells)
    return any(s.role == role.role and s.of in role.owners for s in spells)


# ---- names that no table knows


def _unknown_beside_offices(reading: Reading, world: World) -> Reading:
    """The name beside an office is its holder's, whatever the tables say of the day: they end before the news does."""
    taken = _taken(reading)
    for role in [r for r in reading.refs if r.role is not None and len(r.entities) <= 1]:
        if not role.owners and role.last - role.first == 1:
            continue  # «امیر», «شاه» without a country are rather parts of a name
        name = name_after(reading, world, role, taken) or name_before(reading, world, role, taken)
        if name is None:
            continue
        holder = _holder_named(reading, world, role, name)
        if holder is None and _is_certain(role) and not _is_surely_a_name(reading, world, name):
            continue
        reading = _introduce(reading, name, holder or _identify(reading, world, name, role), role)
        taken = _taken(reading)
    return reading


def _is_certain(role: Ref) -> bool:
    return bool(role.entities) and NAMELESS not in role.entities[0]


def _holder_named(reading: Reading, world: World, role: Ref, name: Name) -> Entity | None:
    """Who holds the office by the tables, if the name beside it ends in his surname, or renders his Latin name."""
    holder = world.seeds.entities.get(role.entities[0]) if _is_certain(role) else None
    written = _text(reading, name)
    if holder is None or world.seeds.judgements.are_apart(holder.id, _unknown(reading, written, role).id):
        return None
    if holder.name_fa:
        agrees = squeeze(written.split()[-1]) in squeeze(holder.name_fa)
    else:
        agrees = best_match(written, [(holder.id, holder.name_en or "")]) is not None
    return entity_of(holder) if agrees else None


def _is_surely_a_name(reading: Reading, world: World, name: Name) -> bool:
    """Whether a run of words is a name beyond doubt: in guillemets, or with a given name in it."""
    quoted = name.first > 0 and reading.tokens[name.first - 1].key in OPENING
    return quoted or any(t.key in world.language.first_names for t in reading.tokens[name.first : name.last])


def _name_the_nameless(reading: Reading) -> Reading:
    """An office told without a name is held by whom the article names for it elsewhere."""
    holders: dict[str, set[str]] = {}
    for ref in reading.refs:
        if (
            ref.role
            and len(ref.owners) == 1
            and len(ref.entities) == 1
            and NAMELESS not in ref.entities[0]
            and not ref.former
        ):
            holders.setdefault(f"{ref.role}{NAMELESS}{ref.owners[0]}", set()).add(ref.entities[0])
    sure = {office: people.pop() for office, people in holders.items() if len(people) == 1}
    return reading.but(refs=tuple(
        replace(r, entities=tuple(sure.get(e, e) for e in r.entities)) if r.role else r for r in reading.refs
    ))  # fmt: skip


def _taken(reading: Reading) -> set[int]:
    return {i for r in reading.refs for i in range(r.first, r.last)}


def _text(reading: Reading, name: Name) -> str:
    return reading.text(reading.tokens[name.first].start, reading.tokens[name.last - 1].end)


def _identify(reading: Reading, world: World, name: Name, role: Ref | None) -> Entity:
    """The office-holder whose Latin name the Persian one transliterates, else a new person with an id of its own."""
    written = _text(reading, name)
    unknown = _unknown(reading, written, role)
    if role is not None and role.role and role.owners:
        candidates = {
            s.person: world.seeds.entities[s.person].name_en or ""
            for s in world.offices.spells(role.role, role.owners[0])
            if world.seeds.entities[s.person].name_fa is None or _near(reading, s.start)
        }
        match = best_match(written, sorted(candidates.items()))
        if match is not None and not world.seeds.judgements.are_apart(match.id, unknown.id):
            seed = world.seeds.entities[match.id]
            return Entity(seed.id, "person", seed.name_fa or written, seed.name_en, wikidata=seed.wikidata, seeded=True)
    return unknown


def _unknown(reading: Reading, written: str, role: Ref | None) -> Entity:
    """Who a name is if no table knows him: named by his office, if it stands beside the name."""
    return new_person(reading, written, role.owners[0] if role and role.owners else None, role.role if role else None)


def _near(reading: Reading, start: str | None) -> bool:
    day = reading.article.published
    return day is None or start is None or start[:10] <= day


def new_person(reading: Reading, written: str, of: str | None, role: str | None) -> Entity:
    """A person no table knows. The same full name in the same office is one person everywhere; else the article's own."""
    full = " " in written.strip() or "\u200c" in written
    scope = f"{role}@{of}" if full and of else reading.article.id
    label = romanise(written)
    slug = "-".join("".join(c if c.isalnum() else " " for c in label.lower()).split()) or "person"
    digest = sha256(f"{squeeze(written)}|{scope}".encode()).hexdigest()[:8]
    return Entity(f"{slug}-{digest}", "person", " ".join(written.split()), label, romanised=True)


def _introduce(reading: Reading, name: Name, entity: Entity, role: Ref | None) -> Reading:
    """Adds a name reference, and makes the office beside it that person's."""
    start, end = reading.tokens[name.first].start, reading.tokens[name.last - 1].end
    refs = [replace(r, entities=(entity.id,)) if r is role else r for r in reading.refs]
    refs.append(Ref(start, end, name.first, name.last, (entity.id,), "name"))
    refs.sort(key=lambda r: (r.start, -r.end))
    return reading.but(refs=tuple(refs), entities={**reading.entities, entity.id: entity})


def _unknown_by_title(reading: Reading, world: World) -> Reading:
    """«آقای تاجانی»، «ژنرال حفتر»; and a first name with a word that is no common one behind it."""
    at, taken = 0, _taken(reading)
    while at < len(reading.tokens):
        name = titled_name(reading, world, at, taken) or full_name(reading, world, at, taken)
        if name is not None:
            reading = _introduce(reading, name, _identify(reading, world, name, None), None)
            taken.update(range(name.first, name.last))
            at = name.last
        else:
            at += 1
    return reading


# ---- surnames


def _surnames(reading: Reading, world: World) -> Reading:
    """Later bare surnames of people whose full name stands in the article."""
    owners: dict[str, set[str]] = {}
    for ref in reading.refs:
        if _is_person(reading, ref) and ref.last - ref.first > 1:
            for key in _surname_keys(reading.tokens[ref.first : ref.last]):
                owners.setdefault(key, set()).add(ref.entities[0])
    taken = _taken(reading)
    refs = list(reading.refs)
    for i, token in enumerate(reading.tokens):
        people = owners.get(token.key, set())
        if i in taken or len(people) != 1 or (token.key in common_words() and not _titled(reading, world, i)):
            continue
        refs.append(Ref(token.start, token.end, i, i + 1, tuple(people), "name"))
    return reading.but(refs=tuple(sorted(refs, key=lambda r: (r.start, -r.end))))


def _titled(reading: Reading, world: World, i: int) -> bool:
    return i > 0 and reading.tokens[i - 1].key in world.language.titles


def _surname_keys(tokens: Sequence[Token]) -> Iterator[str]:
    """The last word of a name, if it is long enough to stand alone."""
    key = tokens[-1].key
    if len(key) > MIN_LETTERS:
        yield key
