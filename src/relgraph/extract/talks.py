"""Talks, summits and processes: named by their place, body or subject, or by what stands in guillemets.

Where only the article can tell this summit from another its year does, or, undated, the article itself.
"""

from hashlib import sha256

from relgraph.extract.names import CLOSING, OPENING
from relgraph.extract.reading import Reading, Ref
from relgraph.extract.unknown import Made, make_ref
from relgraph.knowledge.transliteration import romanise
from relgraph.knowledge.world import World
from relgraph.lang.data import Table
from relgraph.model import Entity
from relgraph.text.fold import squeeze

_MAX_TITLE = 9


def ref_at(reading: Reading, at: int, types: tuple[str, ...], *, adjectives: bool = False) -> Ref | None:
    """The longest reference to an entity of these types that starts at a token."""
    for ref in sorted(reading.refs, key=lambda r: -r.last):
        fits = ref.first == at and ref.entities and (adjectives or ref.kind != "adjective")
        if fits and reading.entities[ref.entities[0]].type in types:
            return ref
    return None


def labels(entity: Entity) -> tuple[str, str]:
    """The Persian and the English label of an entity, its id where it has none."""
    return entity.label_fa or entity.id, entity.label_en or entity.id


def scope(reading: Reading) -> str:
    """What tells this year's summit from last year's: the year, or the article where there is no date."""
    return reading.article.published[:4] if reading.article.published else reading.article.id[:8]


def named_talks(reading: Reading, world: World, first: int, last: int, table: Table) -> Made | None:
    """The talks that a head at tokens [first, last) begins, if what its table needs stands behind it."""
    needs = table["needs"]
    if last < len(reading.tokens) and reading.tokens[last].key in OPENING:
        return _quoted_talks(reading, first, last, table)
    found: Ref | None = None
    if "organization" in needs:
        found = ref_at(reading, last, ("organization",))
    if found is None and "place" in needs:
        found = ref_at(reading, last, ("place",)) or _capital(reading, last)
    if found is not None:
        entity = reading.entities[found.entities[0]] if found.city is None else None
        _, en = labels(entity) if entity else _placelabels(world, found.city or "")
        label = table["en"].format(x=en)
        slug = "-".join("".join(c if c.isalnum() else " " for c in label.lower()).split())
        written = reading.text(reading.tokens[first].start, found.end)
        made = Entity(f"{slug}-{scope(reading)}", "negotiation", written, label)
        return made, make_ref(reading, first, found.last, made.id)
    if "negotiation-word" in needs:
        return _worded_talks(reading, world, first, last)
    return None


def _quoted_talks(reading: Reading, first: int, last: int, table: Table) -> Made | None:
    """«کنفرانس «مبارزه با تروریسم»»: named by what stands in guillemets."""
    if "quoted" not in table["needs"]:
        return None
    end = last + 1
    while end < len(reading.tokens) and reading.tokens[end].key not in CLOSING and end - last <= _MAX_TITLE:
        end += 1
    if end >= len(reading.tokens) or reading.tokens[end].key not in CLOSING or end == last + 1:
        return None
    written = " ".join(reading.text(reading.tokens[first].start, reading.tokens[end].end).split())
    label = table["en"].format(
        x=f"“{romanise(reading.text(reading.tokens[last + 1].start, reading.tokens[end - 1].end))}”"
    )
    digest = sha256(f"{squeeze(written)}|{scope(reading)}".encode()).hexdigest()[:8]
    entity = Entity(f"conference-{digest}", "negotiation", written, label, romanised=True)
    return entity, make_ref(reading, first, end + 1, entity.id)


def _capital(reading: Reading, at: int) -> Ref | None:
    return next((r for r in reading.refs if r.first == at and r.city is not None), None)


def _placelabels(world: World, place: str) -> tuple[str, str]:
    seed = world.seeds.entities.get(place)
    return (seed.name_fa or place, seed.name_en or place) if seed else (place, place)


def _worded_talks(reading: Reading, world: World, first: int, last: int) -> Made | None:
    for table in world.language.compose["negotiation_word"]:
        for word, english in zip(table["words"], table["en"], strict=True):
            if last < len(reading.tokens) and reading.tokens[last].key == squeeze(word):
                label = f"{english} talks"
                written = reading.text(reading.tokens[first].start, reading.tokens[last].end)
                entity = Entity(f"{english}-talks-{scope(reading)}", "negotiation", written, label)
                return entity, make_ref(reading, first, last + 1, entity.id)
    return None
