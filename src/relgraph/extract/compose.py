"""Names made on the spot: «وزارت خارجه روسیه»، «سفارت ایران در پاریس»، «نشست گروه هفت»، «قطعنامه ۲۲۳۱»، «نقشه راه ۲۰ ساله».

The patterns are data (`compose.toml`): a head, and what must stand behind it. What they name gets a stable id from its
parts, so that it is one entity in every article; talks and documents that only their article can tell apart get its id.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from hashlib import sha256

from relgraph.extract.bodies import named_body, without_owner
from relgraph.extract.mention import entity_of
from relgraph.extract.reading import Reading, Ref
from relgraph.extract.spans import token_range
from relgraph.extract.talks import labels, named_talks, ref_at, scope
from relgraph.extract.unknown import Made, make_ref, named_group, named_place
from relgraph.knowledge.seeds import SeedEntity, resolution_id
from relgraph.knowledge.transliteration import romanise
from relgraph.knowledge.world import World
from relgraph.lang.data import Table
from relgraph.model import Entity
from relgraph.text.fold import squeeze

_IN = squeeze("در")
_PASSED = frozenset(squeeze(w) for w in ("جمهوری", "رژیم", "کشور", "دولت", "فدرال", "خود"))
_PLURAL = frozenset({"ها", "های", "هایی"})
_NUMBER_WORDS = frozenset(squeeze(w) for w in ("شماره", "های", "ی"))


def find_composed(reading: Reading, world: World) -> Reading:
    """Adds the composed names and their entities."""
    made: dict[str, Entity] = {}
    refs: list[Ref] = []
    for heads, build in _PATTERNS:
        for hit_first, hit_last, table in _heads(reading, world, heads):
            if _covered(reading, refs, hit_first, hit_last):
                continue
            found = build(reading, world, hit_first, hit_last, table)
            if found is not None:
                entity, ref = found
                made.setdefault(entity.id, entity)
                refs.append(ref)
    bodies = [r for r in refs if made[r.entities[0]].type == "organization"]
    refs += without_owner(reading, bodies)
    merged = _mark_inside([*reading.refs, *refs], refs)
    return reading.but(refs=tuple(merged), entities={**made, **reading.entities})


def _mark_inside(all_refs: list[Ref], outer: list[Ref]) -> list[Ref]:
    out = []
    for ref in all_refs:
        within = any(
            o.start <= ref.start and ref.end <= o.end and (o.start, o.end) != (ref.start, ref.end) for o in outer
        )
        out.append(replace(ref, inside=True) if within else ref)
    return sorted(out, key=lambda r: (r.start, -r.end))


def _heads(reading: Reading, world: World, section: str) -> Iterable[tuple[int, int, Table]]:
    """(first token, token behind, table) of every head of a section, longest at a place."""
    best: dict[int, tuple[int, Table]] = {}
    for hit in world.heads[section].find(reading.folded):  # type: ignore[arg-type]
        first, last = token_range(reading.tokens, hit.start, hit.end)
        if squeeze(reading.text(hit.end, reading.tokens[last - 1].end)) in _PLURAL:
            continue  # «سفارتخانه‌های آمریکا» name none of them
        if last > best.get(first, (0, {}))[0]:
            best[first] = last, world.language.compose[section][hit.values[0]]
    return [(first, last, table) for first, (last, table) in sorted(best.items())]


def _covered(reading: Reading, made: list[Ref], first: int, last: int) -> bool:
    """Whether a longer name already holds the head."""
    return any(r.first <= first and last <= r.last for r in (*reading.refs, *made))


def _complement(reading: Reading, at: int, types: tuple[str, ...], *, adjectives: bool = True) -> Ref | None:
    """The country (or other) behind a head, words such as «جمهوری» passed over."""
    ref = ref_at(reading, at, types, adjectives=adjectives)
    if ref is None and at < len(reading.tokens) and reading.tokens[at].key in _PASSED:
        ref = ref_at(reading, at + 1, types, adjectives=adjectives)
    return ref


def _organization(reading: Reading, world: World, first: int, last: int, table: Table) -> Made | None:
    owner = _complement(reading, last, ("country",))
    if owner is not None and len(owner.entities) > 1:
        return None
    if owner is None:
        home = _home(reading, world) if table["home"] else None
        if home is None:
            return None
        country, end = home, last
    else:
        country, end = reading.entities[owner.entities[0]], owner.last
    fa, en = labels(country)
    entity = Entity(
        f"{table['id']}-of-{country.id}", "organization", table["fa"].format(x=fa), table["en"].format(x=en),
        state=country.id, sector=table["sector"], seeded=True,
    )  # fmt: skip
    return entity, make_ref(reading, first, end, entity.id)


def _home(reading: Reading, world: World) -> Entity | None:
    home = world.home_of(reading.article)
    return entity_of(world.seeds.entities[home]) if home else None


def _mission(reading: Reading, world: World, first: int, last: int, table: Table) -> Made | None:
    owner = _complement(reading, last, ("country",))
    if owner is None:
        return None
    end = owner.last
    place = None
    if end < len(reading.tokens) and reading.tokens[end].key == _IN:
        place = ref_at(reading, end + 1, ("country", "place", "organization"))
    sender = reading.entities[owner.entities[0]]
    fa, en = labels(sender)
    if place is None:
        slug, label_fa, label_en = (
            f"{table['id']}-of-{sender.id}",
            table["fa_alone"].format(x=fa),
            table["en_alone"].format(x=en),
        )
        if not world.seeds.entities.get(sender.id):
            return None
        entity = Entity(slug, "organization", label_fa, label_en, state=sender.id, sector="GOV", seeded=True)
        return entity, make_ref(reading, first, end, slug)
    host = reading.entities[place.entities[0]]
    host_fa, host_en = labels(host)
    slug = f"{table['id']}-of-{sender.id}-in-{host.id}"
    entity = Entity(
        slug, "organization", table["fa"].format(x=fa, y=host_fa), table["en"].format(x=en, y=host_en), state=sender.id,
        sector="GOV", seeded=True,
    )  # fmt: skip
    return entity, make_ref(reading, first, place.last, slug)


def _agreement(reading: Reading, world: World, first: int, last: int, table: Table) -> Made | None:
    """A document: its head with numbers and the words that name documents; numbers tell it from others of its head."""
    allowed = {squeeze(w) for w in table["words_after"]}
    end, numbers, named, words = last, [], [], []
    while end < len(reading.tokens):
        token = reading.tokens[end]
        ref = next((r for r in sorted(reading.refs, key=lambda r: -r.last) if r.first == end), None)
        if token.kind == "number":
            numbers.append(token.key)
            end += 1
        elif token.key in allowed:
            words.append(token.key)
            end += 1
        elif ref is not None and reading.entities[ref.entities[0]].type in ("place", "country"):
            named.append(ref.entities[0])
            end = ref.last
        else:
            break
    if not (numbers or (named and end > last)):
        return None
    head = "".join(t.key for t in reading.tokens[first:last])
    identity = "|".join([head, *numbers, *(named if not numbers else [])])
    written = reading.text(reading.tokens[first].start, reading.tokens[end - 1].end)
    label = _document_label(world, reading, first, end)
    digest = sha256(f"{identity}|{scope(reading)}".encode()).hexdigest()[:8]
    slug = "-".join(_document_label(world, reading, first, last).lower().split()) or "document"
    entity = Entity(f"{slug}-{digest}", "agreement", " ".join(written.split()), label, romanised=True)
    return entity, make_ref(reading, first, end, entity.id)


def _document_label(world: World, reading: Reading, first: int, end: int) -> str:
    """A plain English label from the words we can say in English; the rest romanised."""
    english = {squeeze(k): v for k, v in world.language.compose["agreement_english"].items()}
    numbers = [t.key for t in reading.tokens[first:end] if t.kind == "number"]
    pointed = {i for r in reading.refs if r.kind == "pronoun" for i in range(r.first, r.last)}
    words: list[str] = []
    at = first
    while at < end:
        for length in (3, 2, 1):
            key = "".join(t.key for t in reading.tokens[at : at + length])
            if at + length <= end and key in english:
                words.append(english[key])
                at += length
                break
        else:
            if reading.tokens[at].kind == "word" and at not in pointed:
                words.append(romanise(reading.text(reading.tokens[at].start, reading.tokens[at].end)))
            at += 1
    head, rest = words[:1], [w for w in words[1:] if w != "year"]
    years = [f"{n}-year" if "year" in words else n for n in numbers]
    return " ".join([*years, *rest, *head])


def _resolution(reading: Reading, world: World, first: int, last: int, _table: Table) -> Made | None:
    at = last
    while at < len(reading.tokens) and reading.tokens[at].key in _NUMBER_WORDS:
        at += 1
    if at >= len(reading.tokens) or reading.tokens[at].kind != "number":
        return None
    number = reading.tokens[at].key
    council = ref_at(reading, at + 1, ("organization",))
    end = council.last if council else at + 1
    seed = world.seeds.entities.get(resolution_id(number))
    of_council = council is None or council.entities[0] == "un-security-council"
    if seed is not None and of_council and not _is_future(reading, seed):
        entity = entity_of(seed)
    else:
        body = f"-of-{council.entities[0]}" if council is not None else ""
        entity = Entity(f"resolution-{number}{body}", "agreement", f"قطعنامه {number}", f"Resolution {number}")
    return entity, make_ref(reading, first, end, entity.id)


def _is_future(reading: Reading, seed: SeedEntity) -> bool:
    """Whether a resolution was passed only after the article: its number is another body's."""
    day = reading.article.published
    return day is not None and seed.start is not None and day < seed.start


_Builder = Callable[[Reading, World, int, int, Table], Made | None]
_PATTERNS: tuple[tuple[str, _Builder], ...] = (
    ("mission", _mission),
    ("organization", _organization),
    ("body", named_body),
    ("group", named_group),
    ("place", named_place),
    ("resolution", _resolution),
    ("negotiation", named_talks),
    ("agreement", _agreement),
)
