"""memberOf: «عضویت دائم ایران در شانگهای»، «ترکیه، عضو ناتو»، «لبنان عضو سازمان ملل است»."""

from collections.abc import Iterator

from relgraph.extract.arguments import HEAD, SUBJECT, clause_arguments
from relgraph.extract.depth import fillers
from relgraph.extract.phrase import outer_refs
from relgraph.extract.reading import Clause, Reading, Ref
from relgraph.extract.relation.stated import QUOTES, Stated, one_of
from relgraph.extract.status import clause_status
from relgraph.knowledge.world import World
from relgraph.model import Span, Status
from relgraph.text.fold import squeeze

_ASIDE = 3
_BY_COMMA = frozenset({"،", "-", "–", "("})
_COUNTRY = frozenset(squeeze(w) for w in ("کشور", "کشوری", "یک", "که", "نیز", "هم", "به", "عنوان"))
_BE = frozenset(squeeze(w) for w in ("بودن", "شدن", "درآمدن", "ماندن", "پذیرفتن"))


def member_of(reading: Reading, world: World) -> Iterator[Stated]:
    """Members of organizations of states."""
    outer = outer_refs(reading)
    words = world.language.relations
    for clause in reading.clauses:
        for n, i in enumerate(clause.tokens):
            if reading.tokens[i].key not in words.member or i in outer:
                continue
            body = _body(reading, world, clause, n, outer)
            member = _member(reading, world, clause, n, body, outer) if body else None
            if body is None or member is None:
                continue
            status: Status = clause_status(reading, world, clause) if clause.verb else "actual"  # type: ignore[assignment]
            qualifier = _qualifier(reading, world, clause.tokens[n + 1 : n + 1 + _ASIDE])
            start, end = min(member.start, reading.tokens[i].start), max(body.end, member.end)
            yield Stated(
                "memberof.word", member.entities[0], "memberOf", body.entities[0], Span(start, end), qualifier, status,
            )  # fmt: skip


def _qualifier(reading: Reading, world: World, tokens: tuple[int, ...]) -> str:
    """The sort of membership; who is told to be a member without more is a full one."""
    words = world.language.relations.qualifiers
    return next((words[k] for i in tokens if (k := reading.tokens[i].key) in words), "full")


def _body(reading: Reading, world: World, clause: Clause, n: int, outer: dict[int, Ref]) -> Ref | None:
    """The organization of states behind the word: qualifiers, the member itself and «در» may stand between."""
    words = world.language.relations
    passed = frozenset(words.qualifiers) | words.member_bodies | QUOTES | {squeeze("در"), squeeze("این")}
    for k in clause.tokens[n + 1 :]:
        ref = outer.get(k)
        if ref is not None:
            body = one_of(reading, ref, "organization")
            if body is not None:
                return ref if reading.entities[body].sector == "IGO" else None
            if one_of(reading, ref, "country") is None:
                return None
        elif reading.tokens[k].key not in passed:
            return None
    return None


def _member(reading: Reading, world: World, clause: Clause, n: int, body: Ref, outer: dict[int, Ref]) -> Ref | None:
    """The genitive behind the word, the country that it is apposed to, or the subject of «است»."""
    for k in clause.tokens[n + 1 : n + 1 + _ASIDE]:
        if k in outer:
            if one_of(reading, outer[k], "country"):
                return outer[k] if outer[k].kind != "adjective" else None
            break
        if reading.tokens[k].key not in world.language.relations.qualifiers:
            break
    apposed = _apposed(reading, clause.tokens[n], outer)
    if apposed is not None:
        return apposed
    if clause.verb is None or clause.verb.infinitive not in _BE or clause.tokens[-1] >= body.last:
        return None
    group = clause_arguments(reading, world, clause.tokens[:n], outer).first(SUBJECT)
    found = [f.ref for f in fillers(reading, world.language, group, HEAD) if one_of(reading, f.ref, "country")]
    return found[0] if found else _antecedent(reading, clause)


def _apposed(reading: Reading, at: int, outer: dict[int, Ref]) -> Ref | None:
    """«لبنان، عضو سازمان ملل», «کشور عضو …» with the country before it."""
    before = at - 1
    while before >= 0 and reading.tokens[before].key in _COUNTRY:
        before -= 1
    if before < 0 or reading.tokens[before].key not in _BY_COMMA:
        return None
    ref = outer.get(before - 1)
    return ref if ref is not None and one_of(reading, ref, "country") and ref.kind != "adjective" else None


def _antecedent(reading: Reading, clause: Clause) -> Ref | None:
    """«ترکیه که عضو ناتو است»."""
    if clause.antecedent is None:
        return None
    return next(
        (r for r in reading.refs if r.first <= clause.antecedent < r.last and one_of(reading, r, "country")), None
    )
