"""partyTo: who stands in a document's or talks' name, or is bound by it, leaves or joins it."""

from collections.abc import Iterator

from relgraph.extract.arguments import HEAD, SUBJECT, clause_arguments
from relgraph.extract.depth import fillers
from relgraph.extract.phrase import outer_refs
from relgraph.extract.reading import Clause, Reading, Ref
from relgraph.extract.relation.stated import QUOTES, Stated, clauses_of, inner, one_of, together
from relgraph.knowledge.world import World
from relgraph.text.fold import squeeze

_WITH = squeeze("با")
_BETWEEN = frozenset({squeeze("بین"), squeeze("میان"), _WITH})
_AND = squeeze("و")
_TWO = 2
_POSSESSIVE = ("شان", "اش", "ش")
_OF = frozenset(
    squeeze(w)
    for w in (
        "کشور",
        "دولت",
        "جمهوری",
        "خود",
        "برجامی",
        "هسته‌ای",
        "یک‌جانبه",
        "یکجانبه",
        "پیشین",
        "ناگهانی",
        "یکطرفه",
        "یک‌طرفه",
        "کامل",
        "متقابل",
        "رسمی",
    )
)


def party_to(reading: Reading, world: World) -> Iterator[Stated]:
    """Parties to agreements and talks."""
    outer = outer_refs(reading)
    for ref in reading.refs:
        document = one_of(reading, ref, "agreement", "negotiation")
        if document is None:
            continue
        for party, other in _named(reading, world, ref, outer):
            yield Stated("partyto.name", party, "partyTo", document, together(ref, other))
        if outer.get(ref.first) is ref and reading.entities[document].type == "agreement":
            yield from _bound(reading, world, ref, document, outer)


# ---- in the name


def _named(reading: Reading, world: World, ref: Ref, outer: dict[int, Ref]) -> list[tuple[str, Ref]]:
    """Two or more parties in the name or right behind it: «تفاهم‌نامه ایران و روسیه», «مذاکرات آمریکا با طالبان»."""
    every = [r for r in inner(reading, ref) if r.kind != "adjective"]
    inside = [r for r in every if not any(r.span in o.span and r.span != o.span for o in every)]
    found = _parties(reading, inside)
    behind = _parties(reading, _behind(reading, world, ref, outer))
    out = found if len({p for p, _ in found}) >= _TWO else []
    agreed = reading.entities[ref.entities[0]].type == "agreement"
    return out + (behind if agreed or len({p for p, _ in found + behind}) >= _TWO else [])


def _parties(reading: Reading, refs: list[Ref]) -> list[tuple[str, Ref]]:
    return [
        (e, r) for r in refs for e in r.entities
        if e in reading.entities and reading.entities[e].type in ("country", "organization")
    ]  # fmt: skip


def _behind(reading: Reading, world: World, ref: Ref, outer: dict[int, Ref]) -> list[Ref]:
    """The list of parties behind a name; a single one only behind «با» («تفاهم‌نامه با ایران»)."""
    at, out = ref.last, []
    marker = reading.tokens[at].key if at < len(reading.tokens) else ""
    at += marker in _BETWEEN
    while True:
        at += (
            at < len(reading.tokens)
            and at not in outer
            and reading.tokens[at].key in world.language.relations.before_party
        )
        if at not in outer or not _parties(reading, [outer[at]]) or outer[at].kind == "adjective":
            break
        out.append(outer[at])
        at = outer[at].last
        if at >= len(reading.tokens) or reading.tokens[at].key not in {_AND, _WITH, "،"}:
            break
        at += 1
    several = len(out) > 1 or any(len(r.entities) > 1 for r in out)
    return out if several or marker == _WITH else []


# ---- by what they do


def _bound(reading: Reading, world: World, ref: Ref, document: str, outer: dict[int, Ref]) -> Iterator[Stated]:
    """«تعهدات ایران در برجام», «آمریکا از برجام خارج شد»: only a party has duties under it, or leaves it."""
    words = world.language.relations
    seed = world.seeds.entities.get(document)
    for clause in clauses_of(reading, ref):
        run = _run(clause)
        for n, i in enumerate(run):
            key = _bare(reading.tokens[i].key)
            leaving = key in words.leaving
            if not (leaving or key in words.bound or key in words.joining) or i in outer:
                continue
            party = _genitive(reading, run, n, outer)
            if party is None and _own(reading, world, run, n, outer):
                party = _subject(reading, world, clause, outer)
            if party is None or (seed is not None and seed.parties and party[0] not in seed.parties):
                continue
            yield Stated(
                "partyto.bound", party[0], "partyTo", document, together(ref, party[1]), "former" if leaving else None
            )


def _run(clause: Clause) -> list[int]:
    verb = range(clause.verb.first, clause.verb.last) if clause.verb else range(0)
    return sorted({*clause.tokens, *verb})


def _bare(key: str) -> str:
    """A noun without the possessive ending: «تعهداتش»."""
    return next((key.removesuffix(p) for p in _POSSESSIVE if key.endswith(p) and key.startswith(squeeze("تعهد"))), key)


def _genitive(reading: Reading, run: list[int], n: int, outer: dict[int, Ref]) -> tuple[str, Ref] | None:
    """The country right behind the word: «خروج یک‌جانبه آمریکا از …»."""
    for k in run[n + 1 :]:
        if k in outer:
            party = one_of(reading, outer[k], "country", "organization")
            return (party, outer[k]) if party is not None and outer[k].kind != "adjective" else None
        if reading.tokens[k].key not in _OF | QUOTES:
            return None
    return None


def _own(reading: Reading, world: World, run: list[int], n: int, outer: dict[int, Ref]) -> bool:
    """Whether the word is the subject's own: «تعهدات خود», «تعهداتش», «از برجام خارج شد», «عضو این پیمان»."""
    key = reading.tokens[run[n]].key
    if _bare(key) != key or n + 1 >= len(run):
        return True
    behind = reading.tokens[run[n + 1]]
    return (
        run[n + 1] in outer
        or behind.key == squeeze("خود")
        or behind.key in world.language.prepositions.all
        or (not key.startswith(squeeze("تعهدات")) and n + 2 >= len(run))
    )


def _subject(reading: Reading, world: World, clause: Clause, outer: dict[int, Ref]) -> tuple[str, Ref] | None:
    """The clause's subject, or that of the clause it goes on from, where it is a state or body."""
    for _ in range(_TWO):
        group = clause_arguments(reading, world, clause.tokens, outer).first(SUBJECT)
        for filler in fillers(reading, world.language, group, HEAD):
            party = one_of(reading, filler.ref, "country", "organization")
            return (party, filler.ref) if party is not None else None
        if clause.link != "coordinate" or clause.parent is None:
            return None
        clause = reading.clauses[clause.parent]
    return None
