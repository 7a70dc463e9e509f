"""Is this Persian name that Latin one? A spelling distance that knows how the one script renders the other.

A name never seen before («تاجانی») is compared with the Latin names of those who may be meant (the holders of an office).
The cheapest way is sought from the Latin letters to the Persian ones. Every word of the Persian name must find its
match; words of the Latin name may be left out, as news does with middle names, its surname hardly. A best match that is
weak, or hardly better than the next one, is none.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from relgraph.knowledge.latin import LINKS, NUMBERS, PARTICLES, Persian, core, latin_words, persian_name
from relgraph.knowledge.renderings import LONGEST, RENDERINGS, unread, unwritten
from relgraph.knowledge.romanisation import romanise

__all__ = ["Match", "best_match", "romanise", "score"]

# Calibrated by bench/transliteration.py: of the names whose bearer is absent, at most 2 % may find somebody else.
THRESHOLD = 0.86
MARGIN = 0.03

# What the costs below are counted in: consonants. A Latin word left out: a middle name, a particle, the surname.
_LEFT_OUT, _PARTICLE_LEFT_OUT, _LAST_LEFT_OUT = 0.15, 0.05, 1.5
# The Arabic article unread; a Persian word that ends inside a Latin one; a final ی that is heard as a («موسی»).
_ARTICLE, _ARTICLE_COST = "ال", 0.1
_RUN_ON = 0.3
_FINAL_A, _FINAL_A_COST = "ی", 0.1
# An Arab house («آل نهیان») comes behind a name, a father's name and the particle between them.
_HOUSELESS = 2
# In shares of the score: how much the word that fits worst counts against the mean of all; what a consonant of words
# left out takes away; what reading the surname first does, which goes badly with leaving words out; and what leaving out
# a Persian word does, which is «محمد» more often than any other.
_WORST, _COMMON = 0.5, 0.1
_TURNED, _COMMON_TURNED = 0.015, 0.4
_SHORTENED, _COMMON_NAME = 0.05, "محمد"
_FAR = 1e9


@dataclass(frozen=True, slots=True)
class Match:
    """The candidate that a name means, under which Latin name, with its score in 0..1."""

    id: str
    latin: str
    score: float


def best_match(persian: str, candidates: Iterable[tuple[str, str]]) -> Match | None:
    """The candidate (id, Latin name) that a Persian name transliterates; None if weak or if another id fits about as well.

    An id may come with several names, of which the best counts.
    """
    best: dict[str, Match] = {}
    for id_, latin in candidates:
        match = Match(id_, latin, score(persian, latin, THRESHOLD - MARGIN))
        if id_ not in best or match.score > best[id_].score:
            best[id_] = match
    ranked = sorted(best.values(), key=lambda m: (-m.score, m.id))
    if not ranked or ranked[0].score < THRESHOLD:
        return None
    if len(ranked) > 1 and ranked[0].score - ranked[1].score < MARGIN:
        return None
    return ranked[0]


def score(persian: str, latin: str, floor: float = 0.0) -> float:
    """How well a Latin name renders a Persian one: 1 letter for letter, 0 nothing in common; surname first also read.

    If the Latin name is shorter, one Persian word («محمد» حنیف اتمر) may be missing in it. A score that can't reach
    `floor` may be given as 0, which is much faster.
    """
    name, words = persian_name(persian), latin_words(latin)
    if not name.weights or not words:
        return 0.0
    best = _aligned(name, words, floor)
    if len(words) > 1:
        best = max(best, _aligned(name, (*words[1:], words[0]), floor, turned=True))
    if best < THRESHOLD and core(words) < name.core:
        for shorter in _without_one(persian, core(words)):
            best = max(best, _aligned(persian_name(shorter), words, floor) - _SHORTENED)
    return best


def _without_one(persian: str, enough: int) -> Iterator[str]:
    """A name without one of its words, the surname and what links it always kept; without «محمد» alone if few are left."""
    words = persian.split()
    for left_out, word in enumerate(words[:-1]):
        if word == _COMMON_NAME or (word not in LINKS and enough > 1):
            yield " ".join(w for n, w in enumerate(words) if n != left_out)


def _aligned(name: Persian, words: tuple[str, ...], floor: float, *, turned: bool = False) -> float:
    text = " ".join(words)
    # The mean fit is at least the score, so the letters may cost no more than this if the floor is to be reached.
    dearest = (1 - floor) * sum(name.weights) if floor else _FAR
    if floor and _least(name.letters, text) > dearest:
        return 0.0
    found = _word_costs(name, text, dearest + _LAST_LEFT_OUT + _LEFT_OUT * len(words))
    if found is None:
        return 0.0
    costs, common = found
    fits = [max(0.0, 1 - cost / weight) for cost, weight in zip(costs, name.weights, strict=True)]
    mean = sum(f * w for f, w in zip(fits, name.weights, strict=True)) / sum(name.weights)
    fit = (1 - _WORST) * mean + _WORST * min(fits)
    return max(0.0, fit - (_TURNED + _COMMON_TURNED * common if turned else _COMMON * common))


def _least(letters: str, text: str) -> float:
    """A lower bound of what the letters cost: each at its cheapest rendering anywhere in the Latin text."""
    total = 0.0
    for i, letter in enumerate(letters):
        pairs = (letters[max(0, i - 1) : i + 1], letters[i : i + 2])
        options = [RENDERINGS[key] for key in (letter, *pairs) if key in RENDERINGS]
        total += min((c for costs in options for stretch, c in costs.items() if stretch in text), default=_FAR)
        if total >= _FAR:
            total += min(unwritten(letter), _ARTICLE_COST if letter in _ARTICLE else _FAR) - _FAR
    return total


def _word_costs(name: Persian, text: str, dearest: float) -> tuple[list[float], float] | None:
    """The cost of the cheapest alignment, by Persian word, and that of the Latin words left out; None if too dear."""
    rows, columns = len(name.letters) + 1, len(text) + 1
    table = [[_FAR] * columns for _ in range(rows)]
    back = [[(0, 0, False)] * columns for _ in range(rows)]
    table[0][0] = 0.0
    for i in range(rows):
        for j in range(columns):
            here = table[i][j]
            if here > dearest or here == _FAR:
                continue
            for i2, j2, cost, left_out in _steps(name, text, i, j):
                if here + cost < table[i2][j2]:
                    table[i2][j2] = here + cost
                    back[i2][j2] = (i, j, left_out)
    return _by_word(name, table, back) if table[-1][-1] <= dearest else None


def _steps(name: Persian, text: str, i: int, j: int) -> Iterator[tuple[int, int, float, bool]]:
    """What may come next at Persian letter i and Latin letter j: (i, j, cost, whether a Latin word is left out)."""
    if j < len(text):
        yield from _past_latin(name, text, i, j)
    if i < len(name.letters):
        for i2, j2, cost in _past_persian(name, text, i, j):
            yield i2, j2, cost, False


def _past_latin(name: Persian, text: str, i: int, j: int) -> Iterator[tuple[int, int, float, bool]]:
    """Latin letters without a Persian one: between words, unread, or a whole word left out."""
    space = text.find(" ", j)
    end = space if space >= 0 else len(text)
    if end == j:
        yield i, j + 1, 0.0, False
        return
    starts = j == 0 or text[j - 1] == " "
    yield i, j + 1, unread(text[j], first=starts, last=j + 1 == end), False
    if starts and i in name.parts:
        yield i, end, _cost_of_leaving(text, j, end), True


def _past_persian(name: Persian, text: str, i: int, j: int) -> Iterator[tuple[int, int, float]]:
    """One or two Persian letters, unwritten or rendered by a Latin stretch."""
    letters = name.letters
    yield i + 1, j, unwritten(letters[i])
    if letters.startswith(_ARTICLE, i) and i in name.parts:
        yield i + 2, j, _ARTICLE_COST
    if letters[i] == _FINAL_A and i + 1 in name.parts and text.startswith("a", j):
        yield i + 1, j + 1, _FINAL_A_COST
    inside = j > 0 and text[j - 1] != " " and text[j : j + 1] != " "
    run_on = _RUN_ON if inside and i in name.words else 0.0
    for size in (1, 2):
        costs = RENDERINGS.get(letters[i : i + size], {}) if i + size <= len(letters) else {}
        for k in range(j + 1, min(j + LONGEST, len(text)) + 1 if costs else 0):
            cost = costs.get(text[j:k])
            if cost is not None:
                yield i + size, k, cost + run_on


def _cost_of_leaving(text: str, start: int, end: int) -> float:
    """News leaves out middle names and particles freely, surnames hardly, but an Arab's house or grandfather often."""
    word, before = text[start:end], text[:start].split()
    if word in PARTICLES or word in NUMBERS or len(word) == 1:
        return _PARTICLE_LEFT_OUT
    house = len(before) > _HOUSELESS and before[-1] in {"al", "el", "bin"}
    return _LEFT_OUT if end < len(text) or house else _LAST_LEFT_OUT


def _by_word(
    name: Persian, table: list[list[float]], back: list[list[tuple[int, int, bool]]]
) -> tuple[list[float], float]:
    costs, common = [0.0] * len(name.words), 0.0
    i, j = len(table) - 1, len(table[0]) - 1
    while i or j:
        before_i, before_j, left_out = back[i][j]
        spent = table[i][j] - table[before_i][before_j]
        if left_out:
            common += spent
        else:
            at = before_i if i > before_i else max(0, before_i - 1)
            costs[bisect_right(name.words, at) - 1] += spent
        i, j = before_i, before_j
    return costs, common
