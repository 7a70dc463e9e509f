"""Relations that the text states: offices, bodies of states, seats of talks, parties to documents, memberships."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from relgraph.extract.person import NAMELESS
from relgraph.extract.phrase import outer_refs
from relgraph.extract.reading import Clause, Reading, Ref
from relgraph.extract.state import UNMEASURED, quote
from relgraph.knowledge.world import World
from relgraph.model import Predicate, Relation, Span
from relgraph.text.fold import squeeze

_ASIDE = 3
_BETWEEN = frozenset({squeeze("بین"), squeeze("میان"), squeeze("با")})
_LOCATING = frozenset(
    squeeze(w) for w in ("در", "واقع", "شمال", "جنوب", "شرق", "غرب", "مرکز", "،", "شمالی", "غربی", "و")
)
_MEMBERSHIP = frozenset(squeeze(w) for w in ("عضویت", "عضو"))
_QUALIFIERS = {squeeze(k): v for k, v in {
    "دائم": "full", "دائمی": "full", "کامل": "full", "رسمی": "full", "اصلی": "full", "موقت": "temporary", "ناظر": "observer",
    "غیردائم": "temporary", "سابق": "former",
}.items()}  # fmt: skip


def find_relations(reading: Reading, world: World) -> Reading:
    """Adds the relations, each once, the first telling kept."""
    found: dict[tuple[str, str, str, str | None], Relation] = {}
    for rule in _RULES:
        for stated in rule(reading, world):
            key = (stated.subject, stated.predicate, stated.object, stated.qualifier)
            if stated.subject != stated.object and key not in found:
                found[key] = _relation(reading, world, stated)
    return reading.but(relations=tuple(found.values()))


@dataclass(frozen=True, slots=True)
class _Stated:
    """A relation as a rule finds it: the triple, its qualifier, and where the text says so."""

    rule: str
    subject: str
    predicate: Predicate
    object: str
    span: Span
    qualifier: str | None = None


def _relation(reading: Reading, world: World, stated: _Stated) -> Relation:
    span = stated.span
    sentence = next(s for s in reading.sentences if s.start <= span.start < s.end)
    key = f"{reading.article.id}|{stated.subject}|{stated.predicate}|{stated.object}|{stated.qualifier}"
    return Relation(
        id=sha256(key.encode()).hexdigest()[:12],
        subject=stated.subject,
        predicate=stated.predicate,
        object=stated.object,
        qualifier=stated.qualifier,
        status="actual",
        start=None,
        end=None,
        speaker=_voice_at(reading, span),
        via=(),
        stance=None,
        evidence=quote(reading, span.start, span.end),
        sentence=quote(reading, sentence.start, sentence.end),
        marks=(),
        rule=stated.rule,
        confidence=world.confidence(stated.rule, UNMEASURED),
    )


def _voice_at(reading: Reading, span: Span) -> str | None:
    """Who tells the clause that a span stands in."""
    for clause in reading.clauses:
        if any(span.start <= reading.tokens[i].start < span.end for i in clause.tokens):
            voice = reading.voices[clause.index]
            speaker = voice.speaker if voice else None
            return speaker if speaker and NAMELESS not in speaker else None
    return None


# ---- offices


def _represents(reading: Reading, world: World) -> Iterator[_Stated]:
    for ref in reading.refs:
        if ref.role is None or not ref.owners or len(ref.entities) != 1 or NAMELESS in ref.entities[0]:
            continue
        role = world.language.roles[ref.role]
        title = f"former {role.title}" if ref.former else role.title
        for owner in _owners(reading, ref):
            yield _Stated(
                "represents.office",
                ref.entities[0],
                "represents",
                owner,
                _with_name(reading, ref),
                title,
            )


def _owners(reading: Reading, ref: Ref) -> Iterator[str]:
    """The body named in the office («سخنگوی وزارت خارجه روسیه»), else what the office belongs to."""
    bodies = [
        r for r in reading.refs
        if r.inside and r.span in ref.span and r.role is None and r.kind == "name" and r.entities
        and reading.entities[r.entities[0]].type == "organization"
    ]  # fmt: skip
    yield max(bodies, key=lambda r: r.end - r.start).entities[0] if bodies else ref.owners[0]


def _with_name(reading: Reading, ref: Ref) -> Span:
    """The office together with its holder's name, where that stands beside it."""
    near = [
        r for r in reading.refs
        if r.role is None and r.entities == ref.entities and r.kind == "name"
        and (0 <= ref.first - r.last <= _ASIDE or 0 <= r.first - ref.last <= _ASIDE)
    ]  # fmt: skip
    if not near:
        return ref.span
    return Span(min(ref.start, near[0].start), max(ref.end, near[0].end))


# ---- bodies and places


def _inner(reading: Reading, ref: Ref, *types: str) -> Iterator[Ref]:
    """References inside another to entities of these types."""
    for r in reading.refs:
        if r.span in ref.span and r.span != ref.span and r.role is None:
            for entity in r.entities:
                if reading.entities[entity].type in types or (r.city and "place" in types):
                    yield r
                    break


def _part_of(reading: Reading, world: World) -> Iterator[_Stated]:
    """A body whose name shows its state: «وزارت خارجه روسیه»، «ارتش آمریکا»."""
    for ref in reading.refs:
        entity = reading.entities.get(ref.entities[0]) if ref.entities and ref.role is None else None
        if entity is None or entity.type != "organization" or entity.state is None:
            continue
        shown = any(entity.state in r.entities for r in _inner(reading, ref, "country"))
        if shown or (entity.id.endswith(f"-of-{entity.state}") and entity.id not in world.seeds.entities):
            yield _Stated("partof.name", entity.id, "partOf", entity.state, ref.span)


def _held_in(reading: Reading, _world: World) -> Iterator[_Stated]:
    """Talks whose name holds their place: «مذاکرات وین»، «نشست گروه هفت در بیاریتز»."""
    for ref in reading.refs:
        entity = reading.entities.get(ref.entities[0]) if ref.entities else None
        if entity is None or entity.type != "negotiation":
            continue
        for inner in _inner(reading, ref, "place"):
            yield _Stated("heldin.name", entity.id, "heldIn", inner.city or inner.entities[0], ref.span)
        behind = next((r for r in reading.refs if r.first == ref.last + 1), None)
        if behind and reading.tokens[ref.last].key == squeeze("در"):
            place = behind.city or behind.entities[0]
            known = reading.entities.get(place)
            if known and known.type in ("place", "country"):
                yield _Stated("heldin.in", entity.id, "heldIn", place, Span(ref.start, behind.end))


def _located_in(reading: Reading, world: World) -> Iterator[_Stated]:
    """A place with the country it lies in behind it, where the tables agree: «استان ادلب در شمال سوریه»، «بیاریتز فرانسه»."""
    refs = [r for r in reading.refs if r.role is None and len(r.entities) == 1]
    for ref in refs:
        seed = world.seeds.entities.get(ref.city or ref.entities[0])
        if seed is None or seed.type != "place" or seed.country is None:
            continue
        at = ref.last
        while at < len(reading.tokens) and at - ref.last <= _ASIDE and reading.tokens[at].key in _LOCATING:
            at += 1
        behind = next((r for r in refs if r.first == at and r.entities == (seed.country,)), None)
        if behind and behind.kind != "adjective":
            yield _Stated("locatedin.beside", seed.id, "locatedIn", seed.country, Span(ref.start, behind.end))


# ---- documents and memberships


def _party_to(reading: Reading, _world: World) -> Iterator[_Stated]:
    """Parties that stand in a document's or talks' name or right behind it: «… دو کشور»، «توافق میان ایران و روسیه»."""
    outer = outer_refs(reading)
    for ref in reading.refs:
        entity = reading.entities.get(ref.entities[0]) if ref.entities and ref.role is None else None
        if entity is None or entity.type not in ("agreement", "negotiation"):
            continue
        parties = [r for r in _inner(reading, ref, "country", "organization") if not _names_it(r, ref)]
        parties += _behind(reading, ref, outer)
        for party in parties:
            for member in party.entities:
                if reading.entities[member].type in ("country", "organization"):
                    span = Span(ref.start, max(ref.end, party.end))
                    yield _Stated("partyto.name", member, "partyTo", entity.id, span)


def _names_it(inner: Ref, ref: Ref) -> bool:
    """A body in the name of its resolution or summit is no party to it."""
    return inner.first == ref.first + 1 and inner.last == ref.last and inner.kind == "name" and len(inner.entities) == 1


def _behind(reading: Reading, ref: Ref, outer: dict[int, Ref]) -> list[Ref]:
    at, out = ref.last, []
    if at < len(reading.tokens) and reading.tokens[at].key in _BETWEEN:
        at += 1
    while at in outer and reading.entities.get(outer[at].entities[0] if outer[at].entities else "") is not None:
        found = outer[at]
        if reading.entities[found.entities[0]].type not in ("country", "organization") or found.kind == "adjective":
            break
        out.append(found)
        at = found.last
        if at < len(reading.tokens) and reading.tokens[at].key == squeeze("و"):
            at += 1
        else:
            break
    return out if len(out) > 1 or any(len(r.entities) > 1 for r in out) else []


def _member_of(reading: Reading, _world: World) -> Iterator[_Stated]:
    """«عضویت دائم ایران در شانگهای»: the member is the genitive or the clause's subject, the body comes behind."""
    refs = outer_refs(reading)
    for clause in reading.clauses:
        for n, i in enumerate(clause.tokens):
            if reading.tokens[i].key not in _MEMBERSHIP or i in refs:
                continue
            body = _body_behind(reading, clause, n, refs)
            member = _member_behind(reading, clause, n, refs) or _member(reading, clause, i, refs)
            if body is None or member is None:
                continue
            qualifier = next(
                (
                    _QUALIFIERS[reading.tokens[k].key]
                    for k in clause.tokens[n + 1 : n + 3]
                    if reading.tokens[k].key in _QUALIFIERS
                ),
                None,
            )
            span = Span(reading.tokens[i].start, max(body.end, reading.tokens[clause.tokens[-1]].end))
            yield _Stated("memberof.word", member, "memberOf", body.entities[0], span, qualifier)


def _member_behind(reading: Reading, clause: Clause, n: int, refs: dict[int, Ref]) -> str | None:
    """«عضویت دائم ایران در …»: the country in the genitive of the word, adjectives passed over."""
    for k in clause.tokens[n + 1 : n + 1 + _ASIDE]:
        ref = refs.get(k)
        if ref is not None:
            entity = reading.entities.get(ref.entities[0]) if len(ref.entities) == 1 else None
            return entity.id if entity is not None and entity.type == "country" else None
        if reading.tokens[k].key not in _QUALIFIERS:
            return None
    return None


def _body_behind(reading: Reading, clause: Clause, n: int, refs: dict[int, Ref]) -> Ref | None:
    for k in clause.tokens[n + 1 :]:
        ref = refs.get(k)
        if (
            ref
            and ref.entities
            and reading.entities.get(ref.entities[0])
            and reading.entities[ref.entities[0]].type == "organization"
        ):
            return ref
    return None


def _member(reading: Reading, clause: Clause, at: int, refs: dict[int, Ref]) -> str | None:
    """The nearest country before the word in its clause, or in the clause that it hangs on."""
    seen: Clause | None = clause
    for _ in range(_ASIDE):
        if seen is None:
            return None
        countries = [
            refs[k].entities[0] for k in seen.tokens
            if k < at and k in refs and refs[k].entities and len(refs[k].entities) == 1
            and refs[k].entities[0] in reading.entities and reading.entities[refs[k].entities[0]].type == "country"
        ]  # fmt: skip
        if countries:
            return countries[-1]
        parent = seen.parent if seen.parent is not None else _enclosing(reading, seen)
        seen = reading.clauses[parent] if parent is not None else None
    return None


def _enclosing(reading: Reading, clause: Clause) -> int | None:
    """The clause that a relative clause is embedded in."""
    if clause.antecedent is None:
        return None
    return next((c.index for c in reading.clauses if clause.antecedent in c.tokens), None)


_RULES: tuple[Callable[[Reading, World], Iterator[_Stated]], ...] = (
    _represents, _part_of, _held_in, _located_in, _party_to, _member_of,
)  # fmt: skip
