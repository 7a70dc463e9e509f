"""Copies of one text among articles that tell the same: an agency's report that several outlets print is one source.

Texts are compared by the share of runs of words that they have in common, estimated from a sample of the runs: those
whose hash is a multiple of a number (a FracMinHash). The estimate doesn't depend on the order of articles, and an added
paragraph or a new title lowers it only a little. Only articles that tell a same event or relation are compared.
"""

import re
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import blake2b
from itertools import combinations

from relgraph.text.fold import squeeze

# Calibrated with bench/copies.py: of 3,600 real articles no two of different outlets share more than 0.29 (a quoted agenda)
# unless the one uses the text of the other (0.41).
_RUN = 4
_ONE_IN = 4
_SHARE = 0.35
# Two short texts may meet by chance: below this many common sampled runs nothing is said.
_LEAST = 5
_WORD = re.compile(r"[^\W_]+")


def sketch(text: str) -> array[int]:
    """The sampled hashes of the runs of words of a text, sorted, 8 bytes each."""
    words = [squeeze(word).encode("utf-8", "surrogatepass") for word in _WORD.findall(text)]
    runs = (b" ".join(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1))
    hashes = {int.from_bytes(blake2b(run, digest_size=8).digest()) for run in runs}
    return array("Q", sorted(each for each in hashes if each % _ONE_IN == 0))


def find_copies(
    sketches: Mapping[str, array[int]], together: Iterable[Collection[str]], rank: Mapping[str, tuple[str, str]]
) -> dict[str, str]:
    """Article → the article that it copies, for each group of copies all but the one of the lowest rank.

    `together` are sets of articles that tell a same statement.
    """
    leader: dict[str, str] = {}

    def root(article: str) -> str:
        while leader.get(article, article) != article:
            article = leader[article]
        return article

    for pair in sorted({pair for articles in together for pair in _alike(articles, sketches)}):
        first, second = sorted((root(pair[0]), root(pair[1])), key=lambda article: rank[article])
        leader[second] = first
    return {article: root(article) for article in leader if root(article) != article}


def _alike(articles: Collection[str], sketches: Mapping[str, array[int]]) -> Iterator[tuple[str, str]]:
    """The pairs of copies among a few articles; articles without a common run are never looked at together."""
    if len(articles) < 2:
        return
    holders: dict[int, list[str]] = {}
    for article in sorted(articles):
        for each in sketches[article]:
            holders.setdefault(each, []).append(article)
    common = Counter(pair for each in holders.values() for pair in combinations(each, 2))
    for (one, other), shared in common.items():
        shorter = min(len(sketches[one]), len(sketches[other]))
        if shared >= _LEAST and shared >= _SHARE * shorter:
            yield one, other
