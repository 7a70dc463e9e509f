"""Function words in a run of tokens: prepositions, and adverbs of several words."""

from collections.abc import Sequence

from relgraph.extract.reading import Reading, Ref
from relgraph.lang.language import Language
from relgraph.text.fold import squeeze

FOCUS = frozenset({squeeze("هم"), squeeze("نیز")})
_OF = squeeze("از")
_PLAIN = frozenset(squeeze(w) for w in ("از", "به", "با", "بر"))
# Adjectives of two words: «به طور بی سابقه».
_PREFIXES = frozenset(squeeze(w) for w in ("بی", "غیر", "قابل", "فوق", "نا"))
_LONGEST_ADVERB, _MANNER = 4, 3
_MANNERS = (squeeze("به طور"), squeeze("به صورت"), squeeze("به نحو"), squeeze("به شکل"), squeeze("به گونه"))
GROUPS = tuple(squeeze(w) for w in ("ها", "های", "ان", "ات", "ین", "وی", "او"))


def preposition_at(reading: Reading, language: Language, run: Sequence[int], at: int) -> int:
    """How many words of the run form a preposition at position `at`; the longest, 0 where there is none."""
    for length in range(min(language.prepositions.longest, len(run) - at), 0, -1):
        window = run[at : at + length]
        if window[-1] - window[0] != length - 1:
            continue
        if "".join(reading.tokens[i].key for i in window) in language.prepositions.all:
            if length == 1:
                return 0 if _is_bound(reading, language, run, at) else 1
            if not _governs(reading, language, window[-1]):
                return length
    return 0


def _governs(reading: Reading, language: Language, last: int) -> bool:
    """Whether the noun of a compound preposition has a phrase of its own: «با حمایت از ایران», not «با حمایت ایران»."""
    following = reading.tokens[last + 1].key if last + 1 < len(reading.tokens) else ""
    evoked = language.evoked.get(reading.tokens[last].key, ())
    return following in _PLAIN and any(e.kind == "noun" for e in evoked)


def _is_bound(reading: Reading, language: Language, run: Sequence[int], at: int) -> bool:
    """Whether a word like a preposition is part of another word here: «بین الملل», «پیش بینی»."""
    words = language.prepositions.bound.get(reading.tokens[run[at]].key, frozenset())
    following = run[at] + 1
    return following < len(reading.tokens) and reading.tokens[following].key in words


def adverbial_at(reading: Reading, language: Language, run: Sequence[int], at: int, refs: dict[int, Ref]) -> int:
    """How many words of the run form an adverb at position `at`: «از سوی دیگر», «به طور رسمی»; 0 where there is none."""
    for length in range(min(_LONGEST_ADVERB, len(run) - at), 1, -1):
        window = run[at : at + length]
        if window[-1] - window[0] != length - 1 or any(i in refs for i in window):
            continue
        key = "".join(reading.tokens[i].key for i in window)
        behind = window[-1] + 1
        following = reading.tokens[behind].key if behind < len(reading.tokens) else ""
        if key in language.adverb_phrases:
            return length
        if key in language.adverbs_open and (behind in refs or _begins_phrase(language, following)):
            return length
        if length == _MANNER and key.startswith(_MANNERS) and following != _OF:
            return length + (reading.tokens[window[-1]].key in _PREFIXES and at + length < len(run))
    return 0


def _begins_phrase(language: Language, word: str) -> bool:
    """Whether a word behind «پیش از این» is no noun that «این» points at: a plural, an adverb, a preposition, a mark."""
    known = language.adverbs | language.prepositions.all | FOCUS
    return not word.isalnum() or word in known or (word.endswith(GROUPS) and word not in language.evoked)
