"""A matching form of Persian text that knows where each of its characters came from.

The original text is never rewritten: `fold` makes a second string in which spelling differences that mean nothing are
gone (ي/ی, ك/ک, ة/ه, أ/ا, three digit sets, vowel signs, tatweel, half-spaces, spaces), and for each of its characters
the offset in the original and what separated it from the one before. So همکاری‌های, همکاریهای and همکاری های fold to the
same characters, and whether a word boundary stood somewhere can still be asked.
"""

from array import array
from dataclasses import dataclass
from functools import lru_cache

NO_GAP, HALF_SPACE, SPACE, LINE = 0, 1, 2, 3

_LETTERS = {
    "ي": "ی", "ى": "ی", "ې": "ی", "ئ": "ی", "ك": "ک", "ڪ": "ک", "ة": "ه", "ۀ": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه",
    "أ": "ا", "إ": "ا", "ٱ": "ا", "آ": "ا", "ؤ": "و", "گ": "گ",
}  # fmt: skip
_DIGITS = {chr(base + n): str(n) for base in (0x06F0, 0x0660) for n in range(10)}
_QUOTES = {"“": '"', "”": '"', "„": '"', "″": '"', "‟": '"', "ˈ": '"', "ʻ": '"', "ʼ": '"'}
# Vowel signs, hamza above, superscript alef, tatweel, and marks of direction: no letters of their own.
_SILENT = {chr(c) for c in range(0x064B, 0x0656)} | {"\u0656", "\u0657", "\u0670", "\u0640", "\u0621"}
_SILENT |= {
    "\u200e",
    "\u200f",
    "\u202a",
    "\u202b",
    "\u202c",
    "\u202d",
    "\u202e",
    "\u2066",
    "\u2067",
    "\u2068",
    "\u2069",
}
_SILENT |= {"\u061c"}
# Silent characters that are written as part of the letter before them.
_CARRIED = {chr(c) for c in range(0x064B, 0x0656)} | {"\u0656", "\u0657", "\u0670", "\u0621"}
_TATWEEL = "\u0640"
_HALF_SPACES = {"\u200c", "\u200d", "\u00ad", "\u200b", "\ufeff", "\u2060"}
_MAP = {**_LETTERS, **_DIGITS, **_QUOTES}
# What legacy fonts and PDF copies make of the ligature الله; the same length, so offsets stay.
_DAMAGED_LIGATURES = (("االه", "الله"), ("اهلل", "الله"))


@dataclass(frozen=True, slots=True)
class Folded:
    """The fold of a text: `chars[i]` stands at `origin[i]` of the original; `gap[i]` is what stood before it.

    `origin` and `gap` have one element more than `chars`: the end of the text.
    """

    text: str
    chars: str
    origin: array[int]
    gap: array[int]

    def start(self, i: int) -> int:
        """The original offset where folded character i begins."""
        return self.origin[i]

    def end(self, i: int) -> int:
        """The original offset just behind folded character i - 1, with the silent letters and marks that it carries."""
        end = self.origin[i - 1] + 1
        while end < self.origin[i] and self.text[end] in _CARRIED:
            end += 1
        return end


def _mend_ligatures(chars: str, gap: array[int]) -> str:
    for damaged, right in _DAMAGED_LIGATURES:
        at = chars.find(damaged)
        while at >= 0:
            if not any(gap[at + 1 : at + len(damaged)]):
                chars = chars[:at] + right + chars[at + len(damaged) :]
            at = chars.find(damaged, at + 1)
    return chars


def fold(text: str) -> Folded:
    """The folded form of a text, with the origin of each character."""
    chars: list[str] = []
    origin, gap = array("l"), array("b")
    pending = LINE
    for i, char in enumerate(text):
        c = char
        if c == _TATWEEL and text[i - 1 : i].isspace() and text[i + 1 : i + 2].isspace():
            c = "-"  # drawn as a dash between words
        if c in _SILENT:
            continue
        if c in _HALF_SPACES:
            pending = max(pending, HALF_SPACE)
        elif c.isspace():
            pending = LINE if c in "\n\r" else max(pending, SPACE)
        else:
            chars.append(_MAP.get(c, c.lower()[0]))
            origin.append(i)
            gap.append(pending)
            pending = NO_GAP
    origin.append(len(text))
    gap.append(LINE)
    return Folded(text, _mend_ligatures("".join(chars), gap), origin, gap)


_SPACES = {c for n in range(0x3001) if (c := chr(n)).isspace()}
_SQUEEZE = str.maketrans({**_MAP, **dict.fromkeys(_SILENT | _HALF_SPACES | _SPACES)})


@lru_cache(maxsize=1 << 16)
def squeeze(text: str) -> str:
    """The folded characters of a word or name alone: the key under which it is looked up."""
    chars = "".join(c.lower()[0] for c in text.translate(_SQUEEZE))
    for damaged, right in _DAMAGED_LIGATURES:
        chars = chars.replace(damaged, right)
    return chars


def joints(text: str) -> tuple[str, frozenset[int]]:
    """A name's folded characters and the places in them where it may be written apart."""
    folded = fold(text)
    return folded.chars, frozenset(i for i in range(1, len(folded.chars)) if folded.gap[i])
