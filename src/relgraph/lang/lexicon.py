"""The common words of Persian, from hazm's lexicon: a word that is common is no name."""

from functools import cache

from relgraph.text.fold import squeeze

# hazm's counts are of a web corpus. Below this, its entries are mostly surnames and inflected rarities.
_COMMON = 20_000


# Below this an entry has hardly been seen at all.
_KNOWN = 500


@cache
def common_words() -> frozenset[str]:
    """The folded spellings of common words, read once a process."""
    return _words()[0]


@cache
def known_words() -> frozenset[str]:
    """The folded spellings of all words that hazm's corpus has seen more than now and then."""
    return _words()[1]


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    from hazm.utils import words_list  # noqa: PLC0415  hazm takes a quarter second to import

    known = {squeeze(word): count for word, count, _ in words_list() if count >= _KNOWN}
    return frozenset(word for word, count in known.items() if count >= _COMMON), frozenset(known)
