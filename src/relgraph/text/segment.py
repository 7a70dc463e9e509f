"""Sentences and tokens, with offsets into the untouched text.

A token is a word as grammar sees it: endings written apart (همکاری های) or with a half-space (همکاری‌های) belong to it,
so do the prefixes می and نمی of verbs. `key` is its folded form, the same for all these spellings.
"""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from relgraph.model import Span
from relgraph.text.fold import HALF_SPACE, SPACE, Folded

TokenKind = Literal["word", "number", "punctuation"]

# Endings that many writers set apart with a space: plural, ezafe, indefinite, possessive, comparative.
_ENDINGS = frozenset({"ها", "های", "هایی", "هایش", "هایشان", "هایمان", "هایم", "هایت", "ای", "اش", "اند", "ام", "ترین"})
_PREFIXES = frozenset({"می", "نمی"})
_STOPS = frozenset(".!?؟؛…\u06d4")
# Between the parts of a headline: «X / Y».
_SLASH = "/"
_JOINERS = frozenset({"ام", "اند", "ای"})
# Short abbreviations whose full stop doesn't end a sentence: ق.م., هـ.ش., initials.
_MAX_INITIAL = 2


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark: its span in the text, its folded form, and whether a space or line stood before it."""

    start: int
    end: int
    key: str
    kind: TokenKind
    spaced: bool

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span, and the index range of its tokens in the article's token list."""

    start: int
    end: int
    first: int
    last: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


def _kind(char: str) -> TokenKind:
    if char.isdigit():
        return "number"
    return "word" if char.isalnum() or char == "_" else "punctuation"


def _raw_tokens(folded: Folded) -> list[tuple[int, int, TokenKind]]:
    """Runs of one kind in folded positions; a half-space doesn't part a word, a space does."""
    out: list[tuple[int, int, TokenKind]] = []
    chars, gap = folded.chars, folded.gap
    for i, char in enumerate(chars):
        kind = _kind(char)
        glued = out and gap[i] <= HALF_SPACE and out[-1][2] == kind and kind != "punctuation"
        if glued:
            out[-1] = (out[-1][0], i + 1, kind)
        else:
            out.append((i, i + 1, kind))
    return _decimals(chars, gap, out)


def _decimals(chars: str, gap: array[int], raw: list[tuple[int, int, TokenKind]]) -> list[tuple[int, int, TokenKind]]:
    """5.4 and 1+5 are one number each: a point, slash or plus between digits with no space."""
    out: list[tuple[int, int, TokenKind]] = []
    for start, end, kind in raw:
        joined = (
            kind == "number"
            and len(out) >= 2
            and out[-1][1] == start
            and chars[out[-1][0]] in ".+/٫,"
            and out[-2][2] == "number"
            and not any(gap[i] for i in range(out[-1][0], start + 1))
        )
        if joined:
            del out[-1]
            out[-1] = (out[-1][0], end, "number")
        else:
            out.append((start, end, kind))
    return out


def _merges(chars: str, gap: array[int], left: tuple[int, int, TokenKind], right: tuple[int, int, TokenKind]) -> bool:
    """Whether two words set apart by one space are one word: همکاری های, می کند, شده اند."""
    if left[2] != "word" or right[2] != "word" or gap[right[0]] != SPACE:
        return False
    first, second = chars[left[0] : left[1]], chars[right[0] : right[1]]
    if first in _PREFIXES:
        return True
    if second not in _ENDINGS:
        return False
    return first.endswith("ه") if second in _JOINERS else len(first) > 1


def tokenize(folded: Folded, contracted: Mapping[str, int] = MappingProxyType({})) -> list[Token]:
    """The tokens of a folded text, in order; `contracted` has words that are two, with the length of the first («اروپاست»)."""
    chars, gap = folded.chars, folded.gap
    merged: list[tuple[int, int, TokenKind]] = []
    for piece in _raw_tokens(folded):
        if merged and _merges(chars, gap, merged[-1], piece):
            merged[-1] = (merged[-1][0], piece[1], "word")
        else:
            merged.append(piece)
    parted = [piece for whole in merged for piece in _parted(chars, whole, contracted)]
    return [Token(folded.start(a), folded.end(b), chars[a:b], kind, spaced=gap[a] >= SPACE) for a, b, kind in parted]


def _parted(
    chars: str, piece: tuple[int, int, TokenKind], contracted: Mapping[str, int]
) -> list[tuple[int, int, TokenKind]]:
    """A word, or the two words that it is."""
    first, last, kind = piece
    length = contracted.get(chars[first:last])
    return [piece] if length is None else [(first, first + length, kind), (first + length, last, kind)]


def _ends_sentence(tokens: list[Token], i: int) -> bool:
    token = tokens[i]
    if token.key == _SLASH and token.spaced and i + 1 < len(tokens) and tokens[i + 1].spaced:
        return True
    if token.key not in _STOPS:
        return False
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if token.key != "." or before is None or after is None:
        return True
    if before.kind != "word" or before.end != token.start or after.kind != "word":
        return True
    short = len(before.key) <= _MAX_INITIAL and (len(after.key) <= _MAX_INITIAL or not after.spaced)
    return not (len(before.key) == 1 or short)


# Lines that are broken at a fixed width: this many at least, most of them as long as this and without an end mark.
_WRAPPED_LINES, _WRAPPED_WIDTH, _WRAPPED_SHARE = 5, range(40, 121), 0.6


def is_wrapped(text: str) -> bool:
    """Whether a text breaks its lines at a fixed width, inside sentences, so that a line's end says nothing."""
    lines = [line.strip() for line in text.splitlines()[1:] if line.strip()]
    if len(lines) < _WRAPPED_LINES:
        return False
    inside = sum(len(line) in _WRAPPED_WIDTH and line[-1] not in '.!؟?؛:»"' for line in lines[:-1])
    return inside >= _WRAPPED_SHARE * (len(lines) - 1)


def split_sentences(tokens: list[Token], text: str) -> list[Sentence]:
    """Sentences as token ranges: a line's end, a full stop, «؛» and their like close one; closing quotes stay inside."""
    out: list[Sentence] = []
    first = 0
    title_end, wrapped = text.find("\n"), is_wrapped(text)
    for i, token in enumerate(tokens):
        last = i + 1
        if last < len(tokens):
            following = tokens[last]
            between = text[token.end : following.start]
            breaks = between.count("\n")
            broken = breaks > 1 or (breaks == 1 and (not wrapped or token.end <= title_end)) or "\r\r" in between
            if not broken and (not _ends_sentence(tokens, i) or following.key in _STOPS or following.key in '»")]'):
                closes = token.key in '»")]' and i > first and _ends_sentence(tokens, i - 1)
                if not closes:
                    continue
        if last > first:
            out.append(Sentence(tokens[first].start, token.end, first, last))
        first = last
    return out
