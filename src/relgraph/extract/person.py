"""People: names tied to the offices beside them, and names that no table knows, found by what stands around them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from relgraph.extract.phrase import preposition_at
from relgraph.extract.reading import Reading, Ref
from relgraph.knowledge.transliteration import best_match, romanise
from relgraph.knowledge.world import World
from relgraph.lang.lexicon import common_words, known_words
from relgraph.model import Entity
from relgraph.text.fold import squeeze

_OPEN, _CLOSE = frozenset({"«", '"', "'"}), frozenset({"»", '"', "'"})
_COMMAS = frozenset({"،", ","})
_ENDINGS = ("ی", "های", "ها", "ان", "ات", "هایی")
_MAX_NAME = 5
_FENCED = 4
_MIN_LETTERS = 3
_STOP = frozenset(
    squeeze(w) for w in ("که", "را", "و", "این", "آن", "وی", "او", "نیز", "هم", "در", "به", "از", "با", "بر")
)
# An office without identity: "role@owner", as the office stage writes it.
NAMELESS = "@"


@dataclass(frozen=True, slots=True)
class _Name:
    """A run of tokens [first, last) that is a person's name."""

    first: int
    last: int


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
    passed = _OPEN | _CLOSE | _COMMAS
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
        if after != ref.last and reading.tokens[ref.last].key in _COMMAS and people.get(after) and by_last.get(before):
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
    taken = _taken(reading)
    for role in [r for r in reading.refs if r.role is not None and len(r.entities) <= 1]:
        if not role.owners and role.last - role.first == 1:
            continue  # «امیر», «شاه» without a country are rather parts of a name
        certain = role.entities and NAMELESS not in role.entities[0]
        if certain and not _contradicted(reading, world, role, taken):
            continue
        name = _name_after(reading, world, role, taken) or _name_before(reading, world, role, taken)
        if name is None:
            continue
        entity = _identify(reading, world, name, role)
        reading = _introduce(reading, name, entity, role)
        taken = _taken(reading)
    return reading


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


def _contradicted(reading: Reading, world: World, role: Ref, taken: set[int]) -> bool:
    """Whether a name beside a resolved office is somebody else's: then the tables were wrong about the day."""
    name = _name_after(reading, world, role, taken) or _name_before(reading, world, role, taken)
    if name is None:
        return False
    entity = reading.entities.get(role.entities[0])
    holder = world.seeds.entities.get(role.entities[0])
    if entity is None or holder is None:
        return False
    written = _text(reading, name)
    return not (holder.name_fa and squeeze(written.split()[-1]) in squeeze(holder.name_fa))


def _taken(reading: Reading) -> set[int]:
    return {i for r in reading.refs for i in range(r.first, r.last)}


def _text(reading: Reading, name: _Name) -> str:
    return reading.text(reading.tokens[name.first].start, reading.tokens[name.last - 1].end)


def _namelike(reading: Reading, world: World, i: int, taken: set[int]) -> bool:
    """Whether token i may be part of a person's name: a word, in no name yet, neither common nor a function word."""
    if not 0 <= i < len(reading.tokens) or i in taken:
        return False
    token = reading.tokens[i]
    if token.kind != "word" or token.key in _STOP or preposition_at(reading, world.language, [i], 0):
        return False
    if token.key in world.language.adverbs:
        return False
    if token.key in world.language.first_names:
        return True
    return (
        not _is_common(token.key)
        and token.key not in world.language.adverbs
        and not _is_verb(world, token.key)
        and token.key not in world.language.evoked
    )


def _is_common(key: str) -> bool:
    """Whether a word, or what is left without an ending, is one that everybody uses."""
    words = common_words()
    return key in words or any(key.endswith(e) and key.removesuffix(e) in words for e in _ENDINGS)


def _is_verb(world: World, key: str) -> bool:
    verbs = world.language.verbs
    modal = verbs.modal_called_for | verbs.modal_possible
    return key in verbs.forms or key in verbs.participles or key in verbs.copula or key in modal


def _quoted(reading: Reading, world: World, at: int, taken: set[int]) -> _Name | None:
    """«…» from token `at` on, if it holds one to five words that may be a name, one of them no common word."""
    if not (0 <= at < len(reading.tokens)) or reading.tokens[at].key not in _OPEN:
        return None
    end = at + 1
    while end < len(reading.tokens) and reading.tokens[end].key not in _CLOSE and end - at <= _MAX_NAME:
        if reading.tokens[end].kind != "word" or end in taken or reading.tokens[end].key in _STOP:
            return None
        end += 1
    closed = end < len(reading.tokens) and reading.tokens[end].key in _CLOSE and end > at + 1
    return _Name(at + 1, end) if closed and _has_rare(reading, world, at + 1, end) else None


def _has_rare(reading: Reading, world: World, first: int, last: int) -> bool:
    """Whether a run of words holds one that is a given name or that not everybody uses."""
    return any(not _is_common(t.key) or t.key in world.language.first_names for t in reading.tokens[first:last])


def _name_after(reading: Reading, world: World, role: Ref, taken: set[int]) -> _Name | None:
    at = role.last
    while at < len(reading.tokens) and (
        reading.tokens[at].key in _COMMAS or reading.tokens[at].key in world.language.titles
    ):
        at += 1
    quoted = _quoted(reading, world, at, taken)
    if quoted:
        return quoted
    end = at
    while end - at < _MAX_NAME and _namelike(reading, world, end, taken):
        end += 1
    return _Name(at, end) if _enough(reading, at, end) else None


def _name_before(reading: Reading, world: World, role: Ref, taken: set[int]) -> _Name | None:
    at = role.first - 1
    while at >= 0 and reading.tokens[at].key in _COMMAS:
        at -= 1
    if at >= 0 and reading.tokens[at].key in _CLOSE:
        start = at - 1
        while start >= 0 and at - start <= _MAX_NAME + 1 and reading.tokens[start].key not in _OPEN:
            start -= 1
        return _quoted(reading, world, start, taken)
    fenced = _fenced(reading, world, at, taken) if at < role.first - 1 else None
    if fenced:
        return fenced
    start = at
    while at - start < _MAX_NAME and _namelike(reading, world, start, taken):
        start -= 1
    return _Name(start + 1, at + 1) if _enough(reading, start + 1, at + 1) else None


def _fenced(reading: Reading, world: World, at: int, taken: set[int]) -> _Name | None:
    """«، لو کانگ، سخنگوی …»: two or three words between commas (or the line's start), one of them no common word."""
    start = at
    while start >= 0 and at - start < _FENCED and reading.tokens[start].kind == "word" and start not in taken:
        if reading.tokens[start].key in _STOP or _is_verb(world, reading.tokens[start].key):
            return None
        start -= 1
    opened = start < 0 or reading.tokens[start].key in _COMMAS | {":", ".", "/"} or _line_starts(reading, start + 1)
    fits = opened and 1 < at - start < _FENCED
    return _Name(start + 1, at + 1) if fits and _has_rare(reading, world, start + 1, at + 1) else None


def _line_starts(reading: Reading, at: int) -> bool:
    return at == 0 or "\n" in reading.text(reading.tokens[at - 1].end, reading.tokens[at].start)


def _enough(reading: Reading, first: int, last: int) -> bool:
    """A name that nothing fences has at least two words: given name and surname."""
    return last - first > 1 and any(t.key not in known_words() for t in reading.tokens[first:last])


def _identify(reading: Reading, world: World, name: _Name, role: Ref | None) -> Entity:
    """The office-holder whose Latin name the Persian one transliterates, else a new person with an id of its own."""
    written = _text(reading, name)
    if role is not None and role.role and role.owners:
        candidates = {
            s.person: world.seeds.entities[s.person].name_en or ""
            for s in world.offices.spells(role.role, role.owners[0])
            if world.seeds.entities[s.person].name_fa is None or _near(reading, s.start)
        }
        match = best_match(written, sorted(candidates.items()))
        if match is not None:
            seed = world.seeds.entities[match.id]
            return Entity(seed.id, "person", seed.name_fa or written, seed.name_en, wikidata=seed.wikidata, seeded=True)
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


def _introduce(reading: Reading, name: _Name, entity: Entity, role: Ref | None) -> Reading:
    """Adds a name reference, and makes the office beside it that person's."""
    start, end = reading.tokens[name.first].start, reading.tokens[name.last - 1].end
    refs = [replace(r, entities=(entity.id,)) if r is role else r for r in reading.refs]
    refs.append(Ref(start, end, name.first, name.last, (entity.id,), "name"))
    refs.sort(key=lambda r: (r.start, -r.end))
    return reading.but(refs=tuple(refs), entities={**reading.entities, entity.id: entity})


def _unknown_by_title(reading: Reading, world: World) -> Reading:
    """«آقای تاجانی»، «ژنرال حفتر»; and a first name with a word that is no common one behind it."""
    at = 0
    while at < len(reading.tokens):
        taken = _taken(reading)
        name = _titled_name(reading, world, at, taken) or _full_name(reading, world, at, taken)
        if name is not None:
            reading = _introduce(reading, name, _identify(reading, world, name, None), None)
            at = name.last
        else:
            at += 1
    return reading


def _titled_name(reading: Reading, world: World, at: int, taken: set[int]) -> _Name | None:
    if at in taken or reading.tokens[at].key not in world.language.titles:
        return None
    first = at + 1
    while first < len(reading.tokens) and reading.tokens[first].key in world.language.titles:
        first += 1
    end = first
    while end - first < _MAX_NAME and _namelike(reading, world, end, taken):
        end += 1
    named = end > first and len(reading.tokens[first].key) > _MIN_LETTERS
    return _Name(first, end) if named and _has_rare(reading, world, first, end) else None


def _full_name(reading: Reading, world: World, at: int, taken: set[int]) -> _Name | None:
    """A first name and at least one more word that is neither common nor a first name alone."""
    if (
        at in taken
        or reading.tokens[at].key not in world.language.first_names
        or not _namelike(reading, world, at, taken)
    ):
        return None
    end = at + 1
    while (
        end - at < _MAX_NAME
        and _namelike(reading, world, end, taken)
        and not reading.tokens[end].key.endswith(("های", "ها"))
    ):
        end += 1
    strange = [k for t in reading.tokens[at + 1 : end] if (k := t.key) not in world.language.first_names]
    usual = known_words() if reading.tokens[at].key in common_words() else common_words()
    return _Name(at, end) if any(k not in usual for k in strange) else None


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


def _surname_keys(tokens: Sequence[object]) -> Iterator[str]:
    """The last word of a name, if it is long enough to stand alone."""
    key = tokens[-1].key  # type: ignore[attr-defined]
    if len(key) > _MIN_LETTERS:
        yield key
