"""Groups and places that no table knows: what a head («جنبش»، «روزنامه»، «شهرک») and guillemets or rare words name."""

from hashlib import sha256

from relgraph.extract.mention import entity_of
from relgraph.extract.names import CLOSING, OPENING, is_strange
from relgraph.extract.reading import Reading, Ref
from relgraph.knowledge.transliteration import romanise
from relgraph.knowledge.world import World
from relgraph.lang.data import Table
from relgraph.lang.lexicon import known_words
from relgraph.model import Entity, EntityType
from relgraph.text.fold import squeeze

Made = tuple[Entity, Ref]
# The most words that a name in guillemets, or one that only rare words make, has.
_MAX_QUOTED, _MAX_RARE = 4, 3
_SHORTEST = 3
# What Persian words are derived and inflected with, folded.
_ENDINGS = tuple(squeeze(e) for e in (
    "ی", "ای", "یی", "ها", "های", "هایی", "ان", "ات", "ین", "اش", "شان", "مان", "ش", "تر", "ترین", "انه", "اند", "ام", "ایم", "است", "ست", "گان",
    "کننده", "کنندگان", "شده", "زنی", "نشین", "شونده", "گرا", "محور", "سازی", "گذاری", "اً", "ند", "ید", "د", "م", "یم", "گری", "پذیر", "دار",
))  # fmt: skip
_ENDINGS_DEEP = 2
_PREFIXES = tuple(squeeze(p) for p in (
    "می", "نمی", "ن", "ب", "بی", "نا", "باز", "فرا", "پسا", "پیشا", "ضد", "هم", "چند", "بین", "غیر", "خود", "ابر", "در", "از", "و", "به", "بر", "با",
))  # fmt: skip


def make_ref(reading: Reading, first: int, last: int, entity: str) -> Ref:
    """A name reference to an entity at a run of tokens."""
    return Ref(reading.tokens[first].start, reading.tokens[last - 1].end, first, last, (entity,), "name")


def named_group(reading: Reading, world: World, first: int, last: int, table: Table) -> Made | None:
    """«جنبش «…»»، «روزنامه «…»»، «شرکت شنرژی»: an organization."""
    return _named(reading, world, (first, last), table, "organization")


def named_place(reading: Reading, world: World, first: int, last: int, table: Table) -> Made | None:
    """«شهرک تل‌مینس»، «پالایشگاه «…»»: a place."""
    return _named(reading, world, (first, last), table, "place")


def _named(reading: Reading, world: World, head: tuple[int, int], table: Table, kind: EntityType) -> Made | None:
    run = _quoted(reading, head[1]) or _rare(reading, world, head[1], table)
    if run is None or any(r.first < run[1] and run[0] < r.last for r in reading.refs):
        return None
    name = " ".join(reading.text(reading.tokens[run[0]].start, reading.tokens[run[1] - 1].end).split())
    head_text = reading.text(reading.tokens[head[0]].start, reading.tokens[head[1] - 1].end)
    entity = _known(world, f"{head_text} {name}", kind) or _new(name, head_text, table, kind)
    return entity, make_ref(reading, head[0] if table.get("with_head") else run[0], run[1], entity.id)


def _known(world: World, name: str, kind: EntityType) -> Entity | None:
    """What the tables call so with its head, as in «خبرگزاری «حوزه»»."""
    found = {n.entity for n in world.names.named(name) if world.seeds.entities[n.entity].type == kind}
    return entity_of(world.seeds.entities[found.pop()]) if len(found) == 1 else None


def _new(name: str, head: str, table: Table, kind: EntityType) -> Entity:
    label = romanise(name)
    digest = sha256(squeeze(name).encode()).hexdigest()[:8]
    slug = "-".join("".join(c if c.isalnum() else " " for c in label.lower()).split()) or kind
    written = f"{' '.join(head.split())} {name}" if table.get("with_head") else name
    english = f"{label} {table['en']}" if table.get("with_head") and table.get("en") else label
    return Entity(f"{slug}-{digest}", kind, written, english, romanised=True, sector=table.get("sector"))


def _quoted(reading: Reading, at: int) -> tuple[int, int] | None:
    """The tokens between the guillemets that open at a token."""
    tokens = reading.tokens
    if at >= len(tokens) or tokens[at].key not in OPENING:
        return None
    end = at + 1
    while end < len(tokens) and tokens[end].key not in CLOSING and end - at <= _MAX_QUOTED:
        end += 1
    closed = end < len(tokens) and tokens[end].key in CLOSING and end > at + 1
    return (at + 1, end) if closed else None


def _rare(reading: Reading, world: World, at: int, table: Table) -> tuple[int, int] | None:
    """One to three words from a token on that hardly anybody uses, on the head's line; «تل» and its like may begin them."""
    begins = at + 1 < len(reading.tokens) and reading.tokens[at].key in {squeeze(w) for w in table.get("begins", ())}
    end = at + 1 if begins and _is_rare(reading, world, at + 1) else at
    while end < len(reading.tokens) and end - at < _MAX_RARE and _is_rare(reading, world, end):
        end += 1
    return (at, end) if end > at and (begins or len(reading.tokens[at].key) >= _SHORTEST) else None


def _is_rare(reading: Reading, world: World, i: int) -> bool:
    token = reading.tokens[i]
    broken = "\n" in reading.text(reading.tokens[i - 1].end, token.start)
    named = token.key in world.language.first_names or token.key in world.language.titles
    plain = token.kind == "word" and not broken and not named
    return plain and is_strange(reading, world, i) and not is_derived(token.key, world)


def is_derived(key: str, world: World) -> bool:
    """Whether a word is a known one with endings («تحقیقاتی»، «واحدشان»، «کرده‌اند») or with a prefix («نگران‌کننده»)."""
    stems = {key}
    for _ in range(_ENDINGS_DEEP):
        stems |= {s.removesuffix(e) for s in stems for e in _ENDINGS if s.endswith(e) and len(s) - len(e) >= _SHORTEST}
    stems |= {s.removeprefix(p) for s in stems for p in _PREFIXES if s.startswith(p) and len(s) - len(p) >= _SHORTEST}
    verbs, known = world.language.verbs, known_words()
    return any(s in known or s in verbs.forms or s in verbs.participles for s in stems)
