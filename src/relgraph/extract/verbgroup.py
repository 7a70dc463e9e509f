"""Finite verb groups: simple and compound tenses, passive, negation and modality, with the tokens they fill."""

from collections.abc import Sequence
from dataclasses import dataclass

from relgraph.extract.reading import VerbGroup
from relgraph.lang.verbs import Form, Verbs
from relgraph.text.fold import squeeze
from relgraph.text.segment import Token

# Where a participle without auxiliary can close a clause («… داشته و …»).
_CLOSERS = frozenset({"و", ".", "؛", "،", ",", ":", "که", "»", ")", "!", "؟", "اما", "ولی", "تا", '"'})
_HARD_CLOSERS = frozenset({".", "؛", "!", "؟", "»", '"'})
_SHODAN = squeeze("شدن")
# What stands before a noun: a past stem behind these is one («به کشته و زخمی»، «با برد کوتاه»، «این گفت»).
_BEFORE_NOUNS = frozenset(
    squeeze(w) for w in ("به", "از", "با", "در", "برای", "این", "آن", "هر", "یک", "هیچ", "چند", "همین", "همان")
)
# These are also pronouns: «خواستار آن شد», «پس از آن گفت».
_THIS = frozenset(squeeze(w) for w in ("این", "آن", "همین", "همان"))
_EZAFE_PLURAL = squeeze("های")
_THEY_ARE, _OWN = squeeze("هاست"), squeeze("خود")
_AND = squeeze("و")


@dataclass(frozen=True, slots=True)
class Modal:
    """What says how a verb that stands behind it holds: called_for, possible or planned; `length` in tokens."""

    kind: str
    negative: bool
    length: int = 1


def _key(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].key if i < len(tokens) and tokens[i].kind == "word" else ""


def _closes(tokens: Sequence[Token], i: int, end: int, closers: frozenset[str]) -> bool:
    return i >= end or tokens[i].key in closers


def _person(auxiliary: str) -> str:
    """The person that the ending of an auxiliary shows: خواهیم, بوده‌ام, هستند."""
    endings = (("ایم", "1p"), ("یم", "1p"), ("م", "1s"), ("ند", "3p"), ("ید", "2p"))
    return next((person for ending, person in endings if auxiliary.endswith(ending)), "3s")


def _future(tokens: Sequence[Token], i: int, verbs: Verbs) -> VerbGroup | None:
    word = _key(tokens, i)
    if word not in verbs.future and word not in verbs.future_negative:
        return None
    infinitive = verbs.past_stems.get(_key(tokens, i + 1))
    if infinitive is None:
        return None
    return VerbGroup(
        i,
        i + 2,
        infinitive,
        "future",
        negative=word in verbs.future_negative,
        plural=word.endswith(("ند", "یم")),
        person=_person(word),
    )


def _compound(tokens: Sequence[Token], i: int, end: int, verbs: Verbs) -> VerbGroup | None:
    """A participle with what follows it: کرده است، کشته شد، گفته بودند، شده."""
    form = verbs.participles.get(_key(tokens, i))
    if form is None:
        return None
    after = _simple(tokens, i + 1, end, verbs)
    if after and after.infinitive == _SHODAN and form.infinitive != _SHODAN:
        return VerbGroup(
            i, after.last, form.infinitive, after.tense, after.negative or form.negative, passive=True,
            plural=after.plural, person=after.person,
        )  # fmt: skip
    inner = _future(tokens, i + 1, verbs)
    if inner and inner.infinitive == _SHODAN:
        return VerbGroup(
            i,
            inner.last,
            form.infinitive,
            "future",
            inner.negative,
            passive=True,
            plural=inner.plural,
            person=inner.person,
        )
    follow = _key(tokens, i + 1)
    if follow in verbs.perfect or follow in verbs.pluperfect:
        return VerbGroup(
            i, i + 2, form.infinitive, "perfect" if follow in verbs.perfect else "pluperfect",
            form.negative or follow in verbs.auxiliary_negative, plural=follow.endswith("ند"), person=_person(follow),
        )  # fmt: skip
    nested = _compound_passive(tokens, i, end, verbs, form)
    if nested:
        return nested
    if not _is_adjective(tokens, i, verbs) and _closes(tokens, i + 1, end, _CLOSERS):
        return VerbGroup(i, i + 1, form.infinitive, "perfect", form.negative)
    return None


def _is_adjective(tokens: Sequence[Token], i: int, verbs: Verbs) -> bool:
    """Whether a bare participle describes or names something: «شرایط گذشته و کنونی»، «به کشته و زخمی شدن»."""
    return (
        _key(tokens, i) in verbs.adjectives | verbs.noun_like
        or (i > 0 and tokens[i - 1].key in _BEFORE_NOUNS)
        or (i > 0 and tokens[i - 1].kind == "number")
        or (_key(tokens, i + 1) == _AND and _key(tokens, i + 2) in verbs.paired)
    )


def bare_participle(tokens: Sequence[Token], i: int, verbs: Verbs) -> VerbGroup | None:
    """A participle that may close a clause though another begins right behind it: «اعلام کرده به ساختمانی …»."""
    form = verbs.participles.get(_key(tokens, i))
    described = _key(tokens, i + 1) == _OWN  # «محدوده تعیین شده خود»
    if form is None or described or _is_adjective(tokens, i, verbs) or not i or tokens[i - 1].kind != "word":
        return None
    return VerbGroup(i, i + 1, form.infinitive, "perfect", form.negative)


def _compound_passive(tokens: Sequence[Token], i: int, end: int, verbs: Verbs, form: Form) -> VerbGroup | None:
    """کشته شده است، کشته شده بودند."""
    second = verbs.participles.get(_key(tokens, i + 1))
    if second is None or second.infinitive != _SHODAN or form.infinitive == _SHODAN:
        return None
    inner = _compound(tokens, i + 1, end, verbs)
    if inner is None:
        return None
    return VerbGroup(
        i, inner.last, form.infinitive, inner.tense, inner.negative or form.negative, passive=True, plural=inner.plural,
        person=inner.person,
    )  # fmt: skip


def _simple(tokens: Sequence[Token], i: int, end: int, verbs: Verbs) -> VerbGroup | None:
    if i >= end:
        return None
    word = _key(tokens, i)
    form = verbs.forms.get(word)
    if form is None or (form.bare and _is_noun(tokens, i, verbs)):
        return None
    if word in verbs.noun_like and not _closes(tokens, i + 1, end, _HARD_CLOSERS):
        return None
    return VerbGroup(
        i, i + 1, form.infinitive, form.tense, form.negative, plural=form.person.endswith("p"), person=form.person
    )


def _is_noun(tokens: Sequence[Token], i: int, verbs: Verbs) -> bool:
    """Whether a bare past stem is a noun here: behind a preposition, or of a people («نیروهای کرد»)."""
    before = _key(tokens, i - 1) if i else ""
    peoples = verbs.peoples.get(_key(tokens, i))
    counted = bool(peoples) and i > 0 and tokens[i - 1].kind == "number"
    named = before in _BEFORE_NOUNS and not (before in _THIS and _key(tokens, i) in verbs.no_nouns)
    return counted or named or bool(peoples and (before in peoples or before.endswith(_EZAFE_PLURAL)))


def _perfect_joined(tokens: Sequence[Token], i: int, verbs: Verbs) -> VerbGroup | None:
    """کرده‌اند, کرده‌ام, کرده‌است: participle and ending written as one word."""
    word = _key(tokens, i)
    for ending in ("اند", "است", "ام", "ایم", "اید"):
        form = verbs.participles.get(word.removesuffix(ending)) if word.endswith(ending) else None
        if form:
            return VerbGroup(
                i,
                i + 1,
                form.infinitive,
                "perfect",
                form.negative,
                plural=ending in ("اند", "ایم"),
                person=_person(ending),
            )
    return None


def _copula(tokens: Sequence[Token], i: int, verbs: Verbs) -> VerbGroup | None:
    word = _key(tokens, i)
    if word not in verbs.copula:
        return None
    return VerbGroup(
        i,
        i + 1,
        squeeze("بودن"),
        "copula",
        word in verbs.copula_negative,
        plural=word.endswith("ند"),
        person=_person(word),
    )


def _contracted(tokens: Sequence[Token], i: int, verbs: Verbs) -> VerbGroup | None:
    """«کار اروپاست»، «آماده‌ایم»: the copula as an ending of what stands before it."""
    word = _key(tokens, i)
    ending = word in verbs.clitics and not tokens[i].spaced and i > 0 and tokens[i - 1].kind == "word"
    if not ending and not (word.endswith(_THEY_ARE) and len(word) > len(_THEY_ARE) + 1):
        return None
    person = _person(word) if ending else "3s"
    return VerbGroup(i, i + 1, squeeze("بودن"), "copula", plural=person.endswith("p"), person=person)


def _prefixed(tokens: Sequence[Token], i: int, end: int, verbs: Verbs) -> VerbGroup | None:
    """بر می‌گردد, فرا خواند: the prefix written as a word of its own."""
    bases = verbs.prefixes.get(_key(tokens, i))
    if not bases:
        return None
    inner = _future(tokens, i + 1, verbs) or _compound(tokens, i + 1, end, verbs) or _simple(tokens, i + 1, end, verbs)
    if inner is None or inner.infinitive not in bases:
        return None
    return VerbGroup(
        i,
        inner.last,
        _key(tokens, i) + inner.infinitive,
        inner.tense,
        inner.negative,
        inner.passive,
        plural=inner.plural,
        person=inner.person,
    )


def _in_compound(tokens: Sequence[Token], i: int, end: int, verbs: Verbs) -> bool:
    """Whether a word that looks like a verb is part of a noun: «گفت و گو», «زد و خورد»."""
    return any(
        first + length > i and "".join(t.key for t in tokens[first : first + length]) in verbs.compounds
        for first in range(max(i - 2, 0), i + 1)
        for length in (2, 3)
        if first + length <= end
    )


def verb_group_at(tokens: Sequence[Token], i: int, end: int, verbs: Verbs) -> VerbGroup | None:
    """The finite verb group that begins at token i of a sentence that ends at `end`, or None."""
    if tokens[i].kind != "word" or _in_compound(tokens, i, end, verbs):
        return None
    return (
        _prefixed(tokens, i, end, verbs)
        or _future(tokens, i, verbs)
        or _compound(tokens, i, end, verbs)
        or _perfect_joined(tokens, i, verbs)
        or _copula(tokens, i, verbs)
        or _contracted(tokens, i, verbs)
        or _simple(tokens, i, end, verbs)
    )


def modality_at(tokens: Sequence[Token], i: int, verbs: Verbs) -> Modal | None:
    """The modal that stands at token i: باید، می‌تواند، شاید، قرار است."""
    word = _key(tokens, i)
    arranged = verbs.modal_planned.get(word, ())
    for length in (3, 2, 1) if arranged else ():
        keys = [_key(tokens, k) for k in range(i, i + length)]
        phrase = "".join(keys)
        if all(keys) and phrase in arranged:  # a mark or a number beside it is no part of it
            return Modal("planned", phrase in verbs.modal_negative, length)
    form = verbs.forms.get(word)
    if word in verbs.modal_called_for:
        return Modal("called_for", word in verbs.modal_negative)
    if word in verbs.modal_possible:
        return Modal("possible", word in verbs.modal_negative)
    if form and form.infinitive in verbs.modal_verbs:
        return Modal("possible", form.negative)
    return None
