"""Finite verb forms: hazm conjugates the verbs of `verbs.toml`, and each form keeps its tense and polarity."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from relgraph.lang.data import Table, read_toml, words
from relgraph.text.fold import squeeze

Tense = Literal[
    "past", "imperfect", "present", "subjunctive", "participle", "future", "perfect", "pluperfect", "copula"
]

# hazm's paradigms that fill one written word: method, tense, negative, made from the present stem.
_PARADIGMS: tuple[tuple[str, Tense, bool, bool], ...] = (
    ("perfective_past", "past", False, False),
    ("negative_perfective_past", "past", True, False),
    ("imperfective_past", "imperfect", False, False),
    ("negative_imperfective_past", "imperfect", True, False),
    ("imperfective_present", "present", False, True),
    ("negative_imperfective_present", "present", True, True),
    ("subjunctive_perfective_present", "subjunctive", False, True),
    ("negative_perfective_present", "subjunctive", True, True),
    ("perfective_present", "subjunctive", False, True),
)
# The paradigms whose prefix (ب, ن) stands right before the stem.
_PREFIXED = frozenset({"negative_perfective_past", "subjunctive_perfective_present", "negative_perfective_present"})
# Past stems of the verbs whose present stem ends in a vowel written و: می‌گوید, می‌جوید.
_VOWEL_WAW = frozenset({"گفت", "جست"})
# The copula as an ending.
_IS, _WE = "ست", ("م", "یم", "ایم", "ام", "ند", "اند")
_HAVE = "داشت"  # its present takes no می
_BARE = frozenset({"perfective_present", "negative_perfective_present"})
# Verbs whose bare present in the first person is worth its collisions (دوم, سازم).
_COMMON = frozenset({"کرد", "شد", "داد", "گرفت", "داشت", "بود", "خواست", "گفت"})
_PERSONS = ("1s", "2s", "3s", "1p", "2p", "3p")


@dataclass(frozen=True, slots=True)
class Form:
    """What one written verb form says. `infinitive` is folded, as everything that is compared with text."""

    infinitive: str
    tense: Tense
    person: str
    negative: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Verbs:
    """The verb forms of a language by folded spelling, and the small closed classes around them."""

    forms: dict[str, Form]
    participles: dict[str, Form]
    past_stems: dict[str, str]
    prefixes: dict[str, frozenset[str]]
    noun_like: frozenset[str]
    no_nouns: frozenset[str]
    adjectives: frozenset[str]
    paired: frozenset[str]
    compounds: frozenset[str]
    peoples: dict[str, frozenset[str]]
    contracted: dict[str, int]
    clitics: frozenset[str]
    modal_called_for: frozenset[str]
    modal_possible: frozenset[str]
    modal_verbs: frozenset[str]
    modal_planned: dict[str, frozenset[str]]
    modal_negative: frozenset[str]
    perfect: frozenset[str]
    pluperfect: frozenset[str]
    auxiliary_negative: frozenset[str]
    future: frozenset[str]
    future_negative: frozenset[str]
    copula: frozenset[str]
    copula_negative: frozenset[str]


def _stems(table: Table, path: Path) -> Iterator[tuple[str, str, str]]:
    """(prefix, past stem, present stem) of every verb."""
    from hazm.utils import verbs_list  # noqa: PLC0415  hazm takes a quarter second to import

    present: dict[str, str] = {}
    for entry in (*words(path, table, "more"), *verbs_list()):
        past, _, stem = entry.partition("#")
        present.setdefault(past, stem)
    for infinitive in words(path, table, "known"):
        if infinitive[:-1] in present:
            yield "", infinitive[:-1], present[infinitive[:-1]]
    for entry in words(path, table, "more"):
        past, _, stem = entry.partition("#")
        yield "", past, stem
    for entry in words(path, table, "prefixed"):
        prefix, _, infinitive = entry.partition("|")
        if infinitive[:-1] in present:
            yield prefix, infinitive[:-1], present[infinitive[:-1]]


def _joined(stem: str) -> str:
    """A present stem as it stands before endings: a vowel at its end takes ی (افزا, افزاید)."""
    return stem if stem.endswith("ی") else stem + "ی"


def _spellings(written: str, method: str, stem: str) -> tuple[str, ...]:
    """How a form is written: after ب and ن, آ becomes یا (نیامد), a short vowel ی (بیفزاید, بیافزاید)."""
    if method not in _PREFIXED or not stem.startswith(("آ", "ا")) or stem.startswith("ای"):
        return (written,)
    mark, rest = written[0], written[2:]
    return (mark + "یا" + rest,) if stem.startswith("آ") else (mark + "ی" + rest, mark + "یا" + rest)


def _conjugate(prefix: str, past: str, present: str) -> Iterator[tuple[str, Form]]:
    from hazm.lemmatizer import Conjugation  # noqa: PLC0415

    conjugation = Conjugation()
    infinitive = squeeze(prefix + past + "ن")
    present = _joined(present) if present.endswith(("ا", "آ")) or past in _VOWEL_WAW else present
    for method, tense, negative, from_present in _PARADIGMS:
        stem = present if from_present else past
        for person, written in zip(_PERSONS, getattr(conjugation, method)(stem), strict=False):
            if person == "2s" and tense != "imperfect":
                continue  # news has no "thou", and its forms collide with nouns and prepositions (برای، روی)
            if method == "perfective_present" and person[0] in "12" and past not in _COMMON and not prefix:
                continue
            told: Tense = "present" if method in _BARE and past == _HAVE else tense
            bare = tense == "past" and person == "3s" and not negative
            for spelling in _spellings(written, method, stem):
                yield squeeze(prefix + spelling), Form(infinitive, told, person, negative=negative, bare=bare)


def _contracted(path: Path, table: Table) -> dict[str, int]:
    """Words that hold the copula («اروپاست», «معتقدیم»), with the length of what stands before it."""
    out: dict[str, int] = {}
    for key, endings in (("hosts", (_IS,)), ("predicates", _WE)):
        for word in words(path, table, key):
            host = squeeze(word)
            out.update({host + squeeze(e): len(host) for e in endings})
    return out


def _by_beginning(phrases: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """Folded phrases by every beginning of them that one word may hold: قرار, قراراست."""
    out: dict[str, set[str]] = {}
    for phrase in phrases:
        parts = phrase.split()
        for n in range(1, len(parts) + 1):
            out.setdefault(squeeze("".join(parts[:n])), set()).add(squeeze(phrase))
    return {k: frozenset(v) for k, v in out.items()}


def read_verbs(path: Path) -> Verbs:
    """The verb forms that a `verbs.toml` names."""
    table = read_toml(path)
    forms: dict[str, Form] = {}
    addressing: dict[str, Form] = {}  # "you": where the form is nothing else
    participles: dict[str, Form] = {}
    past_stems: dict[str, str] = {}
    prefixes: dict[str, set[str]] = {}
    never = frozenset(squeeze(w) for w in words(path, table, "never"))
    for prefix, past, present in _stems(table, path):
        infinitive = squeeze(prefix + past + "ن")
        past_stems.setdefault(squeeze(prefix + past), infinitive)
        for written, form in _conjugate(prefix, past, present):
            if written in never:
                continue
            (addressing if form.person == "2p" else forms).setdefault(written, form)
        participles.setdefault(squeeze(prefix + past + "ه"), Form(infinitive, "participle", "3s"))
        for written in _spellings("ن" + past + "ه", "negative_perfective_past", past):
            participles.setdefault(squeeze(prefix + written), Form(infinitive, "participle", "3s", negative=True))
        if prefix:
            prefixes.setdefault(squeeze(prefix), set()).add(squeeze(past + "ن"))
    for written, form in addressing.items():
        forms.setdefault(written, form)
    modal, auxiliary = table["modal"], table["auxiliary"]

    def group(section: Table, key: str) -> frozenset[str]:
        return frozenset(squeeze(w) for w in words(path, section, key))

    return Verbs(
        forms=forms, participles=participles, past_stems=past_stems,
        prefixes={k: frozenset(v) for k, v in prefixes.items()},
        noun_like=group(table, "nouns"), no_nouns=group(table, "no_nouns"), adjectives=group(table, "adjectives"), paired=group(table, "paired"),
        compounds=group(table, "compounds"), contracted=_contracted(path, table),
        clitics=frozenset(squeeze(w) for w in (_IS, *_WE)),
        peoples={squeeze(k): group(table["peoples"], k) for k in table["peoples"]},
        modal_called_for=group(modal, "called_for"), modal_possible=group(modal, "possible"),
        modal_verbs=group(modal, "verbs"), modal_planned=_by_beginning(words(path, modal, "planned")), modal_negative=group(modal, "negative"),
        perfect=group(auxiliary, "perfect"), pluperfect=group(auxiliary, "pluperfect"),
        auxiliary_negative=group(auxiliary, "negative"), future=group(auxiliary, "future"),
        future_negative=group(auxiliary, "future_negative"), copula=group(auxiliary, "copula"),
        copula_negative=group(auxiliary, "copula_negative"),
    )  # fmt: skip
