"""represents: whoever holds an office acts for the country or body that it belongs to; the office is the qualifier."""

from collections.abc import Iterator

from relgraph.extract.person import NAMELESS
from relgraph.extract.reading import Reading, Ref
from relgraph.extract.relation.stated import Stated, inner, one_of, together
from relgraph.knowledge.world import World
from relgraph.lang.language import Role
from relgraph.model import Span
from relgraph.text.fold import squeeze

_ASIDE = 3
_TO = frozenset(squeeze(w) for w in ("در", "نزد", "به"))


def represents(reading: Reading, world: World) -> Iterator[Stated]:
    """Every office expression whose holder is certain."""
    named = {e for r in reading.refs if r.role is None and r.kind == "name" for e in r.entities}
    for ref in reading.refs:
        if ref.role is None or ref.future:
            continue
        role = world.language.roles[ref.role]
        for person, owner in _holders(reading, world, ref, role, named):
            span = _with_name(reading, ref, person)
            yield Stated(
                "represents.office", person, "represents", owner, span, _title(reading, world, ref, role, owner)
            )


def _holders(reading: Reading, world: World, ref: Ref, role: Role, named: set[str]) -> Iterator[tuple[str, str]]:
    """(person, what he represents); of a plural («وزرای خارجه ایران و روسیه») those whom the article names."""
    if len(ref.entities) == 1:
        person = ref.entities[0]
        owner = _owner(reading, world, ref, role, person)
        if NAMELESS not in person and owner is not None and (person in named or not ref.plural):
            yield person, owner
    elif len(ref.entities) == len(ref.owners):
        yield from ((p, o) for p, o in zip(ref.entities, ref.owners, strict=True) if p in named and NAMELESS not in p)


def _owner(reading: Reading, world: World, ref: Ref, role: Role, person: str) -> str | None:
    """The body named in the office («سخنگوی وزارت خارجه روسیه»), else what the office belongs to.

    A minister's deputies act for the country; a spokesman speaks for the ministry.
    """
    if role.of != "country" or not role.key.startswith(("deputy-", "assistant-")) or "spokesperson" in role.key:
        bodies = [r for r in inner(reading, ref) if r.inside and one_of(reading, r, "organization")]
        if bodies:
            return max(bodies, key=lambda r: r.end - r.start).entities[0]
    return ref.owners[0] if ref.owners else _of_person(reading, world, role, person)


def _of_person(reading: Reading, world: World, role: Role, person: str) -> str | None:
    """«محمدجواد ظریف، وزیر خارجه»: what the tables say this very person held the office of."""
    day = reading.article.published
    spells = [s for s in world.offices.of_person(person) if s.role == role.key]
    if spells:
        return spells[-1].of
    held = {s.of for s in world.offices.in_office(person, day)} if day else set()
    states = {o for o in held if world.seeds.entities[o].type == "country"}
    return states.pop() if role.of == "country" and len(states) == 1 else None


def _title(reading: Reading, world: World, ref: Ref, role: Role, owner: str) -> str:
    """The office in English, as its country calls it; «former» where it is held no longer; where an envoy is posted."""
    words = world.language.relations
    written = squeeze(reading.text(ref.start, ref.end))
    title = next((t for w, t in words.wordings.items() if written.startswith(w)), role.title)
    country = owner if owner in ref.owners or not ref.owners else ref.owners[0]
    title = words.titles.get((country, role.key), words.titles.get((owner, role.key), title))
    if role.key in world.language.offices["posted"]:
        title += _posting(reading, ref)
    return f"former {title}" if ref.former else title


def _posting(reading: Reading, ref: Ref) -> str:
    """« to Syria» of «سفیر آمریکا در سوریه»."""
    for r in inner(reading, ref):
        if r.first > ref.first and reading.tokens[r.first - 1].key in _TO:
            entity = reading.entities.get(r.entities[0]) if len(r.entities) == 1 else None
            return f" to {entity.label_en}" if entity is not None and entity.label_en else ""
    return ""


def _with_name(reading: Reading, ref: Ref, person: str) -> Span:
    """The office together with its holder's name, where that stands beside it."""
    near = [
        r for r in reading.refs
        if r.role is None and r.entities == (person,) and r.kind == "name"
        and (0 <= ref.first - r.last <= _ASIDE or 0 <= r.first - ref.last <= _ASIDE)
    ]  # fmt: skip
    return together(ref, near[0]) if near else ref.span
