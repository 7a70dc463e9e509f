"""Names made ready to be compared across scripts: Latin ones in plain letters, Persian ones folded and weighed."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from typing import Final

from relgraph.knowledge.renderings import VOWEL_LETTERS
from relgraph.knowledge.tables import read_table
from relgraph.resources import LANG
from relgraph.text.fold import joints, squeeze

# Words of Latin names that carry no name, and of Persian ones.
PARTICLES: Final = frozenset({
    "al", "el", "bin", "ibn", "ben", "bint", "abu", "de", "da", "do", "dos", "del", "du", "la", "le", "van", "von", "der", "den", "di",
    "ul", "ud", "ad", "as", "ash", "an", "at", "ar", "az", "mullah", "maulvi", "mawlawi", "sheikh", "shaikh", "king", "prince",
    "princess", "sir", "lord", "sayyid", "seyed", "seyyed",
})  # fmt: skip
LINKS: Final = frozenset({"بن", "ابن", "ال", "آل", "دو", "دی", "دا", "فون", "فن", "وان", "ون", "مک"})
# Kings and popes: their numerals as Persian says them.
_ORDINALS: Final = {
    "ii": "dovom", "iii": "sevom", "iv": "chaharom", "v": "panjom", "vi": "sheshom", "vii": "haftom", "viii": "hashtom",
    "x": "dahom", "xiv": "chahardahom", "xvi": "shanzdahom",
}  # fmt: skip
NUMBERS: Final = frozenset(_ORDINALS.values())
# What stands behind the names of kings and lords: «of Saudi Arabia», «, Baron Robertson of Port Ellen».
_BEHIND: Final = re.compile(r"(?<=\w)(?:, | of )")
_LETTERS: Final = str.maketrans({
    "ß": "ss", "ø": "o", "Ø": "o", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d",
    "þ": "th", "Þ": "th", "ı": "i", "ə": "a", "Ə": "a", "ş": "sh", "Ş": "sh", "ș": "sh", "Ș": "sh", "š": "sh", "Š": "sh",
    "č": "ch", "Č": "ch", "ć": "ch", "Ć": "ch", "ž": "zh", "Ž": "zh", "ğ": "gh", "Ğ": "gh", "ţ": "ts", "ț": "ts", "ñ": "ny",
    "ʻ": "", "ʼ": "", "’": "", "‘": "", "'": "", "`": "", "ʿ": "", "ʾ": "",
})  # fmt: skip
_VOWEL_WEIGHT: Final = 0.4


@dataclass(frozen=True, slots=True)
class Persian:
    """A folded name: where it may be parted, where its words begin, how much each weighs in consonants.

    `core` counts the words that carry the name.
    """

    letters: str
    parts: frozenset[int]
    words: tuple[int, ...]
    weights: tuple[float, ...]
    core: int


@cache
def _titles() -> frozenset[str]:
    return frozenset(squeeze(row["title"]) for row in read_table(LANG / "fa" / "titles.csv", ("title",)))


@lru_cache(maxsize=4096)
def persian_name(name: str) -> Persian:
    """A Persian name without the titles before it; all empty if it has no letters."""
    spaced = "".join(c if c.isalpha() or c == "\u200c" or unicodedata.combining(c) else " " for c in name)
    words = [w for w in spaced.split() if squeeze(w)]
    while len(words) > 1 and squeeze(words[0]) in _titles():
        words = words[1:]
    letters, parts = joints(" ".join(words))
    keys = [squeeze(w) for w in words]
    starts = (0, *accumulate(len(k) for k in keys))[: len(keys)]
    weights = tuple(sum(_VOWEL_WEIGHT if c in VOWEL_LETTERS else 1.0 for c in k) for k in keys)
    return Persian(
        letters,
        parts | {0, len(letters)},
        starts,
        weights,
        sum(w not in LINKS and squeeze(w) not in _titles() for w in words),
    )


@lru_cache(maxsize=65536)
def latin_words(name: str) -> tuple[str, ...]:
    """The words of a Latin name in the letters a to z, without what only says of where someone is king or lord."""
    plain = unicodedata.normalize("NFKD", _BEHIND.split(name)[0].translate(_LETTERS)).lower()
    kept = "".join(c if "a" <= c <= "z" else "" if unicodedata.combining(c) else " " for c in plain)
    words = kept.split()
    return tuple(_ORDINALS.get(w, w) if n else w for n, w in enumerate(words))


def core(words: tuple[str, ...]) -> int:
    """How many words of a Latin name carry it: no particles, numbers or initials."""
    return sum(w not in PARTICLES and w not in NUMBERS and len(w) > 1 for w in words)
