"""Office expressions («وزیر خارجه روسیه»، «رئیس جمهور کشورمان»): what they belong to, and who held them on the day."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from relgraph.extract.reading import Reading, Ref
from relgraph.extract.spans import longest, token_range
from relgraph.knowledge.seeds import Spell
from relgraph.knowledge.world import World
from relgraph.lang.language import Role, RoleName
from relgraph.text.fold import squeeze

_AND = squeeze("و")
_TWO = frozenset({squeeze("دو"), squeeze("سه"), squeeze("هر")})
_POSTED = frozenset(squeeze(w) for w in ("در", "نزد", "به"))
_MAX_SKIP = 4


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    names: tuple[RoleName, ...]


@dataclass(frozen=True, slots=True)
class _Complement:
    """What an office belongs to: the owners' ids, the token behind the expression, and whether its holder is a former one."""

    owners: tuple[str, ...]
    last: int
    former: bool
    future: bool


def find_offices(reading: Reading, world: World) -> Reading:
    """Adds a role reference for every office expression; the holders' ids where they are certain."""
    assert reading.folded is not None
    hits = [_Found(h.start, h.end, h.values) for h in world.roles.find(reading.folded)]
    names = sorted((r for r in reading.refs if not r.inside and _may_own(reading, r)), key=lambda r: r.first)
    refs = list(reading.refs)
    for found, _ in longest((h for h in hits if _stands(reading, h, names)), lambda _i, _o: False):
        refs.extend(_offices_at(reading, world, found, names))
    return reading.but(refs=tuple(sorted(_mark_inside(refs), key=lambda r: (r.start, -r.end))))


def _stands(reading: Reading, found: _Found, names: list[Ref]) -> bool:
    """Whether a title cuts no name in two, but that of a state's body («سخنگوی [وزارت خارجه چین]»)."""
    cut = [r for r in names if r.start < found.start < r.end or r.start < found.end < r.end]
    return not cut or _body_behind(reading, found, cut) is not None


def _body_behind(reading: Reading, found: _Found, names: list[Ref]) -> Ref | None:
    """The state, or body, whose name begins in a title and goes on behind it: «رئیس [جمهوری اسلامی ایران]»."""
    inside = (r for r in names if found.start < r.start < found.end < r.end)
    return next((r for r in inside if _owner(reading, r) is not None), None)


def _owner(reading: Reading, ref: Ref) -> str | None:
    """The state that a reference names or is a body of, else the body that ends its name: «عضو [دفتر سیاسی حماس]»."""
    entity = reading.entities[ref.entities[0]]
    if entity.type == "country" or entity.state is not None:
        return entity.id if entity.type == "country" else entity.state
    ends = (r for r in reading.refs if r.last == ref.last and r.first > ref.first and _may_own(reading, r))
    return next((r.entities[0] for r in ends), None)


def _may_own(reading: Reading, ref: Ref) -> bool:
    """Offices belong to states and organizations."""
    return all(reading.entities[e].type in ("country", "organization") for e in ref.entities)


def _mark_inside(refs: list[Ref]) -> list[Ref]:
    """References that lie in an office expression are inside it."""
    roles = [r for r in refs if r.role is not None]
    return [
        replace(r, inside=True) if r.role is None and any(o.start <= r.start and r.end <= o.end for o in roles) else r
        for r in refs
    ]


def _offices_at(reading: Reading, world: World, found: _Found, names: list[Ref]) -> Iterator[Ref]:
    first, last = token_range(reading.tokens, found.start, found.end)
    name = found.names[0]
    role = world.language.roles[name.role]
    body = _body_behind(reading, found, names)
    owner = _owner(reading, body) if body else None
    if body is not None and owner is not None:
        complement = _Complement((owner,), body.last, former=False, future=False)
    else:
        complement = _complement(reading, world, last, names, plural=name.plural)
        if _is_elsewhere(world, role, complement):
            complement = _Complement((), last, former=False, future=False)
    owners = complement.owners or ((role.default_of,) if role.default_of else ())
    complement = _posting(reading, world, role, complement, names)
    end = reading.tokens[complement.last - 1].end
    plural = name.plural or (first > 0 and reading.tokens[first - 1].key in _TWO)
    if not owners:
        if role.default_of is None:
            yield Ref(
                found.start,
                end,
                first,
                complement.last,
                (),
                "role",
                role=role.key,
                former=complement.former,
                plural=plural,
            )
        return
    if complement.future:
        # Who is to come holds no office yet: he is told by it, and represents nobody.
        yield Ref(
            found.start, end, first, complement.last, tuple(f"{role.key}@{of}" for of in owners), "role", role=role.key,
            future=True, plural=plural,
        )  # fmt: skip
        return
    people = tuple(_holder(reading, world, role, of, complement) or f"{role.key}@{of}" for of in owners)
    yield Ref(
        found.start, end, first, complement.last, people, "pronoun" if plural else "role", role=role.key, owners=owners,
        former=complement.former, plural=plural,
    )  # fmt: skip


def _is_elsewhere(world: World, role: Role, complement: _Complement) -> bool:
    """«سخنگوی کاخ سفید ایران را …»: an office that names its own body has no other state behind it."""
    if role.of != "body" or role.default_of is None or not complement.owners:
        return False
    found = {world.seeds.entities.get(of) for of in complement.owners}
    states = {(e.id if e.type == "country" else e.state) for e in found if e is not None}
    own = world.seeds.entities.get(role.default_of)
    return bool(states) and role.default_of not in states and (own is None or own.state not in states)


def _posting(reading: Reading, world: World, role: Role, complement: _Complement, names: list[Ref]) -> _Complement:
    """«سفیر ایران در پاریس»: where an envoy is posted belongs to the expression."""
    at = complement.last
    if role.key not in world.language.offices["posted"] or not complement.owners or at >= len(reading.tokens):
        return complement
    if reading.tokens[at].key not in _POSTED:
        return complement
    where = _owner_at(at + 1, names)
    return replace(complement, last=where.last) if where is not None else complement


def _words(world: World, key: str) -> frozenset[str]:
    return frozenset(squeeze(w) for w in world.language.offices[key])


def _complement(reading: Reading, world: World, at: int, names: list[Ref], *, plural: bool) -> _Complement:
    """Reads on behind an office title: modifiers, then a country, body, «کشورمان» or nationality; several after a plural."""
    former, future, acting, skip = (_words(world, k) for k in ("former", "future", "acting", "skip"))
    is_former = is_future = False
    start, steps = at, 0
    while at < len(reading.tokens) and steps < _MAX_SKIP and _owner_at(at, names) is None:
        key = reading.tokens[at].key
        if key in former:
            is_former = True
        elif key in future:
            is_future = True
        elif key not in acting and key not in skip:
            break
        at, steps = at + 1, steps + 1
    owners: list[str] = []
    last = at if is_former or is_future else start
    while True:
        owner = _owner_at(at, names)
        if owner is None:
            break
        owners.extend(owner.entities)
        at = last = owner.last
        follows = at < len(reading.tokens) and reading.tokens[at].key in {_AND, "،"}
        if not plural or not follows or _owner_at(at + 1, names) is None:
            break
        at += 1
    if owners and last < len(reading.tokens) and reading.tokens[last].key in former:
        is_former, last = True, last + 1
    return _Complement(tuple(dict.fromkeys(owners)), last, is_former, is_future)


def _owner_at(at: int, names: list[Ref]) -> Ref | None:
    """The country or organization that a reference starting at token `at` names."""
    for ref in names:
        if ref.first == at and ref.entities and ref.role is None:
            return ref
    return None


def _holder(reading: Reading, world: World, role: Role, of: str, complement: _Complement) -> str | None:
    """The person, if the article's day and the tables leave no doubt; for an undated article, a named holder."""
    named = {e for r in reading.refs for e in r.entities}
    day = reading.article.published
    held: tuple[Spell, ...] = world.offices.spells(role.key, of)
    if complement.former:
        past = world.offices.former(role.key, of, day) if day else held
        return _only({s.person for s in past} & named)
    if day is None or not role.unique:
        return _only({s.person for s in held} & named)
    spell = world.offices.holder(role.key, of, day)
    return spell.person if spell else None


def _only(people: set[str]) -> str | None:
    return next(iter(people)) if len(people) == 1 else None
