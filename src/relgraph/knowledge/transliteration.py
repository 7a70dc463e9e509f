"""Persian names that no table has: which Latin name one is the spelling of, and a plain Latin spelling of its own.

A Persian name is compared with a Latin one word by word. Within a word the cheapest way is sought from the Latin
letters to the Persian ones, with consonants dear and vowels cheap, since Persian writes few of them. Across words, names
that stand in between may be left out, the surname may not.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from relgraph.knowledge.romanisation import romanise
from relgraph.knowledge.spellings import KEPT, LATIN_VOWELS, LETTERS, LONGEST, PERSIAN_VOWELS, RENDERINGS
from relgraph.text.fold import squeeze

__all__ = ["Match", "best_match", "romanise", "score"]

# Calibrated by bench/transliteration.py: a false link may happen in at most 2 % of the names whose bearer is absent.
THRESHOLD = 0.86
MARGIN = 0.03
_VOWEL, _UNWRITTEN = 0.35, 0.12
_SURNAME = 0.7
_SKIP_LATIN, _SKIP_LATIN_LAST, _SKIP_PERSIAN = 0.12, 0.45, 0.6
_PARTICLES = frozenset({
    "al", "el", "bin", "ibn", "bint", "de", "da", "di", "do", "du", "del", "della", "der", "den", "van", "von", "la", "le", "dos",
    "e", "y", "i", "und", "jr", "sr", "abu", "ad", "as", "at", "ul", "ud", "ur", "ol", "sheikh", "sayyid", "seyed", "seyyed", "mullah", "sir",
})  # fmt: skip
_PERSIAN_PARTICLES = frozenset(map(squeeze, ("ال", "آل", "بن", "سید", "دو", "دی", "دا", "فون", "ون", "وان", "لا", "له", "شیخ", "ملا")))


@dataclass(frozen=True, slots=True)
class Match:
    """The candidate that a name was matched with, and how well: 1 is a spelling letter by letter."""

    id: str
    score: float


def best_match(persian: str, candidates: Iterable[tuple[str, str]]) -> Match | None:
    """The candidate (id, Latin name) that a Persian name spells, or None if none does well or two do alike."""
    scores: dict[str, float] = {}
    for key, latin in candidates:
        scores[key] = max(score(persian, latin), scores.get(key, 0.0))
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < THRESHOLD:
        return None
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN:
        return None
    return Match(*ranked[0])


def score(persian: str, latin: str) -> float:
    """How well a Persian name spells a Latin one, from 0 to 1."""
    ours, theirs = persian_words(persian), latin_words(latin)
    if not ours or not theirs:
        return 0.0
    weight = sum(map(_persian_weight, ours)) + _latin_weight(theirs[-1])
    return max(0.0, 1.0 - _align(ours, theirs) / weight)


@lru_cache(maxsize=1 << 12)
def persian_words(name: str) -> tuple[str, ...]:
    """The folded words of a Persian name, without punctuation."""
    spaced = "".join(c if c.isalpha() or c in "\u200c\u064b" or unicodedata.combining(c) else " " for c in name)
    return tuple(w for part in spaced.split() if (w := squeeze(part)))


@lru_cache(maxsize=1 << 16)
def latin_words(name: str) -> tuple[str, ...]:
    """The lower-case words of a Latin name, with only those signs over letters that change how Persian spells them."""
    plain = unicodedata.normalize("NFC", name).lower().translate(LETTERS)
    letters = (c if c in KEPT else unicodedata.normalize("NFD", c)[0] for c in plain)
    text = "".join(c if c.isalpha() or c == "'" else " " for c in letters)
    return tuple(w.strip("'") for w in text.split() if w.strip("'"))


def _align(ours: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    """The cheapest way to pair the words of two names in order, where two words of one may be one of the other."""
    far = 99.0
    cost = [[far] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    cost[0][0] = 0.0
    for i in range(len(ours) + 1):
        for j in range(len(theirs) + 1):
            here = cost[i][j]
            if here >= far:
                continue
            if j < len(theirs):
                cost[i][j + 1] = min(cost[i][j + 1], here + _skip_latin(theirs, j, started=i > 0))
            if i < len(ours):
                cost[i + 1][j] = min(cost[i + 1][j], here + _skip_persian(ours, i))
            for a, b in ((1, 1), (1, 2), (2, 1), (1, 3), (2, 2)):
                if i + a <= len(ours) and j + b <= len(theirs):
                    pair = _pair_cost("".join(ours[i : i + a]), "".join(theirs[j : j + b]), last=i + a == len(ours))
                    cost[i + a][j + b] = min(cost[i + a][j + b], here + pair)
    return cost[-1][-1]


def _skip_latin(theirs: tuple[str, ...], j: int, *, started: bool) -> float:
    if theirs[j] in _PARTICLES:
        return 0.05
    share = _SKIP_LATIN_LAST if started and j == len(theirs) - 1 else _SKIP_LATIN
    return share * min(_latin_weight(theirs[j]), 4.0)


def _skip_persian(ours: tuple[str, ...], i: int) -> float:
    if ours[i] in _PERSIAN_PARTICLES:
        return 0.1
    return (1.5 if i == len(ours) - 1 else _SKIP_PERSIAN) * _persian_weight(ours[i])


def _pair_cost(persian: str, latin: str, *, last: bool) -> float:
    """The cost of one word for another; a surname that isn't the other spells no surname."""
    cost = _spelling_cost(persian, latin)
    weight = (_persian_weight(persian) + _latin_weight(latin)) / 2
    return cost * 2 if last and cost > (1 - _SURNAME) * weight else cost


def _persian_weight(word: str) -> float:
    return sum(_VOWEL if c in PERSIAN_VOWELS else 1.0 for c in word)


def _latin_weight(word: str) -> float:
    return sum(_UNWRITTEN if c in LATIN_VOWELS else 0.8 for c in word)


@lru_cache(maxsize=1 << 17)
def _spelling_cost(persian: str, latin: str) -> float:
    """The cheapest way from the letters of a Latin word to those of a Persian one."""
    width = len(persian) + 1
    cost = [[99.0] * width for _ in range(len(latin) + 1)]
    cost[0][0] = 0.0
    for j, row in enumerate(cost):
        for i in range(width):
            here = row[i]
            if i < len(persian):
                row[i + 1] = min(row[i + 1], here + _extra(persian, i))
            if j == len(latin):
                continue
            cost[j + 1][i] = min(cost[j + 1][i], here + _missing(latin, j))
            for size in range(1, min(LONGEST, len(latin) - j) + 1):
                for rendering, dear in RENDERINGS.get(latin[j : j + size], ()):
                    if persian.startswith(rendering, i):
                        to, silent = i + len(rendering), 0.0 if rendering else _UNWRITTEN
                        cost[j + size][to] = min(cost[j + size][to], here + dear + silent)
    return cost[-1][-1]


def _extra(persian: str, i: int) -> float:
    """A Persian letter with nothing in the Latin name for it."""
    return _VOWEL if persian[i] in PERSIAN_VOWELS else 1.0


def _missing(latin: str, j: int) -> float:
    """A Latin letter without a Persian one: half price at a word's end, where French and English keep silent."""
    if latin[j] in LATIN_VOWELS:
        return _UNWRITTEN
    return 0.5 if j >= len(latin) - 2 and j > 1 else 1.0
