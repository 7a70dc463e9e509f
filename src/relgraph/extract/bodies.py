"""Bodies named by a head, what they are for and what they belong to: «شورای سیاسی حزب‌الله»، «کمیته مشترک نظامی ایران و عراق».

What they are for is said in the words that bodies are named with (`body_words` of `compose.toml`); a ministry may be for
anything. Later the text may leave out what they belong to.
"""

from collections.abc import Iterator

from relgraph.extract.function_words import preposition_at
from relgraph.extract.names import STOP
from relgraph.extract.reading import Reading, Ref
from relgraph.extract.talks import labels, ref_at
from relgraph.extract.unknown import Made, make_ref
from relgraph.knowledge.transliteration import romanise
from relgraph.knowledge.world import World
from relgraph.lang.data import Table
from relgraph.model import Entity
from relgraph.text.fold import squeeze

_AND = squeeze("و")
_JOINT = {"joint", "supreme"}
_THIS = frozenset(squeeze(w) for w in ("این", "آن", "یک", "هر", "هیچ"))
_MOST, _LONGEST = 5, 3
# As many words as a wording needs to mean the same body when it comes again without its owner.
_TELLING = 2


def named_body(reading: Reading, world: World, first: int, last: int, table: Table) -> Made | None:
    """The body that a head at tokens [first, last) begins, if its purpose and its owner stand behind it."""
    if first and reading.tokens[first - 1].key in _THIS:
        return None
    owners: tuple[str, ...] = tuple(table["owners"])
    purpose, at = _purpose(reading, world, last, owners, free=table.get("any", False))
    owner = ref_at(reading, at, owners)
    if owner is None or len(owner.entities) > 1 or owner.city or not (purpose or table.get("bare", False)):
        return None
    second = _second(reading, owner) if _JOINT.intersection(purpose) else None
    whole = [reading.entities[r.entities[0]] for r in (owner, second) if r is not None]
    fa = " ".join(reading.text(reading.tokens[first].start, owner.start).split())
    head = " ".join([*purpose, table["en"]])
    slug = "-".join(head.lower().split()) + "-of-" + "-and-".join(e.id for e in whole)
    entity = Entity(
        slug, "organization", f"{fa} {' و '.join(labels(e)[0] for e in whole)}",
        f"{head[0].upper()}{head[1:]} of {' and '.join(labels(e)[1] for e in whole)}",
        state=_state(whole[0]) if len(whole) == 1 else None, sector=table.get("sector"), seeded=whole[0].seeded,
    )  # fmt: skip
    return entity, make_ref(reading, first, (second or owner).last, slug)


def _state(owner: Entity) -> str | None:
    return owner.id if owner.type == "country" else owner.state


def _second(reading: Reading, owner: Ref) -> Ref | None:
    """The other state of a joint body."""
    follows = owner.last < len(reading.tokens) and reading.tokens[owner.last].key == _AND
    return ref_at(reading, owner.last + 1, ("country",)) if follows else None


def _purpose(reading: Reading, world: World, at: int, owners: tuple[str, ...], *, free: bool) -> tuple[list[str], int]:
    """What a body is for, in English, and the token behind it; with `free`, any words that connect or tell nothing."""
    known = {squeeze(k): v for k, v in world.language.compose["body_words"].items()}
    found: list[str] = []
    for _ in range(_MOST):
        if ref_at(reading, at, owners) is not None:
            break
        if found and at < len(reading.tokens) and reading.tokens[at].key == _AND:
            at += 1
        said = next(_said(reading, known, at), None)
        if said is None and free and _is_plain(reading, world, at):
            said = romanise(reading.text(reading.tokens[at].start, reading.tokens[at].end)), at + 1
        if said is None:
            break
        found.append(said[0])
        at = said[1]
    return found, at


def _said(reading: Reading, known: dict[str, str], at: int) -> Iterator[tuple[str, int]]:
    """The English of the longest known wording at a token, and the token behind it."""
    for length in range(_LONGEST, 0, -1):
        key = "".join(t.key for t in reading.tokens[at : at + length])
        if at + length <= len(reading.tokens) and key in known:
            yield known[key], at + length


def _is_plain(reading: Reading, world: World, at: int) -> bool:
    if at >= len(reading.tokens) or reading.tokens[at].kind != "word":
        return False
    key, verbs = reading.tokens[at].key, world.language.verbs
    function = key in STOP or key in world.language.adverbs or preposition_at(reading, world.language, [at], 0) > 0
    plural = key.endswith(("ها", "های"))
    return (
        not function
        and not plural
        and key not in verbs.forms
        and key not in verbs.participles
        and key not in verbs.copula
    )


def without_owner(reading: Reading, made: list[Ref]) -> list[Ref]:
    """References to bodies named before, where the text leaves out their owner: «وزارت نفت هند … وزارت نفت»."""
    meant: dict[tuple[str, ...], set[str]] = {}
    for ref in made:
        owner = next((r for r in reading.refs if r.last == ref.last and ref.first < r.first), None)
        if owner is not None and owner.first - ref.first >= _TELLING:
            wording = tuple(t.key for t in reading.tokens[ref.first : owner.first])
            meant.setdefault(wording, set()).add(ref.entities[0])
    begins = {wording[0] for wording in meant}
    taken = {i for r in (*reading.refs, *made) for i in range(r.first, r.last)}
    found: list[Ref] = []
    for at, token in enumerate(reading.tokens):
        for wording, bodies in meant.items() if token.key in begins else ():
            run = range(at, at + len(wording))
            same = tuple(t.key for t in reading.tokens[run.start : run.stop]) == wording
            if same and len(bodies) == 1 and not taken.intersection(run):
                found.append(make_ref(reading, run.start, run.stop, next(iter(bodies))))
    return found
