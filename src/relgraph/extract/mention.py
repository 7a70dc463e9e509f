"""Names of known entities in the text: found by the gazetteer, held to their context, the longest of each chosen."""

from collections import defaultdict
from dataclasses import dataclass

from relgraph.extract.names import SONS, is_given_here, is_strange
from relgraph.extract.reading import Reading, Ref
from relgraph.extract.spans import longest, token_range
from relgraph.knowledge.gazetteer import Hit
from relgraph.knowledge.seeds import SeedEntity, SeedName
from relgraph.knowledge.world import World
from relgraph.model import Entity, MentionKind, Refusal
from relgraph.text.fold import squeeze

_KIND: dict[str, MentionKind] = {"name": "name", "short": "name", "metonym": "name", "adjective": "adjective"}
# Media are named after places that they don't speak of («خبرگزاری فرانسه»، «نیویورک تایمز»); so are people and companies.
_CLOSED_SECTORS = frozenset({"MED", "BUS", "PTY", "NGO"})


@dataclass(frozen=True, slots=True)
class _Found:
    """One wording at one place with the names that pass their conditions."""

    start: int
    end: int
    names: tuple[SeedName, ...]


def find_names(reading: Reading, world: World) -> Reading:
    """Adds a reference for every name of a known entity, and the entities named."""
    assert reading.folded is not None
    hits = list(world.names.find(reading.folded))
    introduced = {
        n.entity
        for hit in hits
        for n in hit.values
        if n.kind == "name" and (n.surface, n.entity) not in world.seeds.contexts
    }
    found, refusals = [], []
    for hit in hits:
        names = tuple(n for n in hit.values if _allowed(reading, world, hit, n, introduced))
        if names:
            found.append(_Found(hit.start, hit.end, names))
        elif all(n.kind != "short" for n in hit.values):
            refusals.append(_refusal(reading, hit, "ambiguous name without its context"))
    refs, more = _choose(reading, world, found, introduced)
    used = dict.fromkeys(e for r in refs for e in (*r.entities, *((r.city,) if r.city else ())))
    entities = {e: entity_of(world.seeds.entities[e]) for e in used}
    return reading.but(refs=tuple(refs), entities=entities).refuse(*refusals, *more)


def _refusal(reading: Reading, hit: Hit[SeedName] | _Found, reason: str) -> Refusal:
    return Refusal(reason, hit.start, hit.end, reading.text(hit.start, hit.end), "mention")


def _allowed(reading: Reading, world: World, hit: Hit[SeedName], name: SeedName, introduced: set[str]) -> bool:
    if _not_yet(reading, world, name.entity):
        return False
    conditions = world.seeds.contexts.get((name.surface, name.entity))
    if conditions is not None:
        return any(_holds(reading, world, hit, c, introduced=name.entity in introduced) for c in conditions)
    if world.seeds.entities[name.entity].type == "person" and (
        _of_another(reading, world, hit) or (name.entity not in introduced and _given_to_another(reading, world, hit))
    ):
        return False
    if name.kind == "short":
        return name.entity in introduced or _titled(reading, world, hit) or _in_high_office(reading, world, name.entity)
    return True


def _not_yet(reading: Reading, world: World, entity: str) -> bool:
    """Whether talks, a treaty or a war began only after the article: it speaks of others."""
    seed, day = world.seeds.entities[entity], reading.article.published
    dated = seed.type in ("negotiation", "agreement", "conflict") and seed.start is not None and day is not None
    return dated and (day or "")[: len(seed.start or "")] < (seed.start or "")


def _of_another(reading: Reading, world: World, hit: Hit[SeedName]) -> bool:
    """Whether a surname alone has somebody else's given name before it: «ترکی المالکی» is not Riyad al-Maliki."""
    first, last = token_range(reading.tokens, hit.start, hit.end)
    if last - first > 1 or not first:
        return False
    before = reading.tokens[first - 1]
    if before.key in SONS or (last < len(reading.tokens) and reading.tokens[last].key in SONS):
        return True
    if before.kind != "word" or before.key in world.language.titles or "\n" in reading.text(before.end, hit.start):
        return False
    return before.key in world.language.first_names or is_strange(reading, world, first - 1)


def _given_to_another(reading: Reading, world: World, hit: Hit[SeedName]) -> bool:
    """Whether a name alone has a surname behind it: «سردار رمضان زنمیر» is not who is called «رمضان»."""
    first, last = token_range(reading.tokens, hit.start, hit.end)
    may_be_given = reading.tokens[first].key in world.language.first_names or _titled(reading, world, hit)
    return last - first == 1 and may_be_given and is_given_here(reading, world, first)


def _titled(reading: Reading, world: World, hit: Hit[SeedName]) -> bool:
    first, _ = token_range(reading.tokens, hit.start, hit.end)
    return first > 0 and reading.tokens[first - 1].key in world.language.titles


def _in_high_office(reading: Reading, world: World, person: str) -> bool:
    """A bare surname stands for whoever holds a top office on the article's day."""
    day = reading.article.published
    if day is None or (world.seeds.entities[person].weight < 1):
        return False
    return any(s.role in world.language.top_roles for s in world.offices.in_office(person, day))


def _holds(reading: Reading, world: World, hit: Hit[SeedName], condition: str, *, introduced: bool) -> bool:
    """Whether a condition of context.csv holds: before:WORD, after:WORD, near:WORD, article:NAME, title, dateline."""
    kind, _, value = condition.partition(":")
    first, last = token_range(reading.tokens, hit.start, hit.end)
    tokens, wanted = reading.tokens, squeeze(value)
    if kind == "before":
        return _run(reading, first, -1).endswith(wanted)
    if kind == "after":
        return _run(reading, last, +1).startswith(wanted)
    if kind == "near":
        sentence = next((s for s in reading.sentences if s.first <= first < s.last), None)
        return sentence is not None and any(
            t.key == wanted for i, t in enumerate(tokens[sentence.first : sentence.last], sentence.first)
            if not first <= i < last
        )  # fmt: skip
    if kind == "title":
        return _titled(reading, world, hit)
    if kind == "dateline":
        return _opens_line(reading, first) and last < len(tokens) and tokens[last].key in _DATELINE
    if kind == "article":
        return introduced or (reading.folded is not None and wanted in reading.folded.chars)
    return False


_RUN = 4
_DATELINE = frozenset("/:-–—ـ؛")


def _opens_line(reading: Reading, first: int) -> bool:
    """Whether a token is the first of its line, quotes not counted."""
    while first and reading.tokens[first - 1].key in '«"(':
        first -= 1
    return first == 0 or "\n" in reading.text(reading.tokens[first - 1].end, reading.tokens[first].start)


def _run(reading: Reading, at: int, step: int) -> str:
    """The folded words just before or after a token position, quotes left out."""
    words = reading.tokens[max(0, at - _RUN) : at] if step < 0 else reading.tokens[at : at + _RUN]
    return "".join(t.key for t in words if t.key not in "«»\"'()")


def _nests(world: World, inner: _Found, outer: _Found) -> bool:
    """Another entity inside a longer name is a mention too, unless the longer name only borrows it."""
    entities = world.seeds.entities
    out = [entities[n.entity] for n in outer.names]
    if any(o.type == "person" or o.sector in _CLOSED_SECTORS for o in out):
        return False
    ins = [entities[n.entity] for n in inner.names]
    if any(i.type == "person" for i in ins) or {i.id for i in ins} & {o.id for o in out}:
        return False
    if any(i.type == "place" for i in ins) and any(o.type == "organization" for o in out):
        return False  # «سازمان همکاری شانگهای» speaks of no city
    return not (any(n.kind == "adjective" for n in inner.names) and any(o.type == "country" for o in out))


def _choose(
    reading: Reading, world: World, found: list[_Found], introduced: set[str]
) -> tuple[list[Ref], list[Refusal]]:
    refs, refusals = [], []
    for name, inside in longest(_one_a_span(found), lambda i, o: _nests(world, i, o)):
        best = _best(reading, world, name, introduced)
        if best is None:
            refusals.append(
                _refusal(reading, name, "ambiguous name: " + ", ".join(sorted({n.entity for n in name.names})))
            )
            continue
        refs.append(_ref(reading, world, name, best, inside=inside))
    return refs, refusals


def _one_a_span(found: list[_Found]) -> list[_Found]:
    names: dict[tuple[int, int], list[SeedName]] = defaultdict(list)
    for f in found:
        names[f.start, f.end].extend(f.names)
    return [_Found(a, b, tuple(dict.fromkeys(ns))) for (a, b), ns in names.items()]


def _best(reading: Reading, world: World, found: _Found, introduced: set[str]) -> SeedName | None:
    """The one entity that a wording means: introduced by a longer name, else in office, else by weight; else none."""
    seeds = world.seeds

    def rank(name: SeedName) -> tuple[bool, bool, bool, bool, float]:
        entity = seeds.entities[name.entity]
        long_form = name.entity in introduced and name.surface != entity.name_fa
        return (
            (name.surface, name.entity) in seeds.contexts,
            entity.type == "country" or name.kind == "metonym",
            long_form and entity.type == "person",
            _in_high_office(reading, world, entity.id) if entity.type == "person" else False,
            entity.weight,
        )

    ranked = sorted(found.names, key=lambda n: (rank(n), n.entity), reverse=True)
    if len(ranked) > 1 and rank(ranked[0]) == rank(ranked[1]) and ranked[0].entity != ranked[1].entity:
        return None
    return ranked[0]


def _ref(reading: Reading, world: World, found: _Found, name: SeedName, *, inside: bool) -> Ref:
    first, last = token_range(reading.tokens, found.start, found.end)
    start = found.start
    while (
        world.seeds.entities[name.entity].type == "person"
        and last - first > 1
        and reading.tokens[first].key in world.language.titles
    ):
        first += 1  # «حجت‌الاسلام رئیسی»: the title is no part of the name
        start = reading.tokens[first].start
    city = world.seeds.metonyms.get((name.surface, name.entity)) if name.kind == "metonym" else None
    return Ref(start, found.end, first, last, (name.entity,), _KIND[name.kind], city=city, inside=inside)


def entity_of(seed: SeedEntity) -> Entity:
    """A seed entity as an article's entity, without mentions."""
    return Entity(
        seed.id, seed.type, seed.name_fa, seed.name_en, wikidata=seed.wikidata, iso2=seed.iso2, state=seed.state,
        sector=seed.sector, latitude=seed.latitude, longitude=seed.longitude, seeded=True,
    )  # fmt: skip
