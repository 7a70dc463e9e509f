"""A plain, readable Latin spelling of a Persian name that no table has: «علی رضایی» → Ali Rezaei."""

from functools import cache, lru_cache

from relgraph.knowledge.tables import read_table
from relgraph.resources import LANG
from relgraph.text.fold import squeeze

_TABLE = LANG / "fa" / "first_names.csv"
# The spelling habits of names from where foreign consonants stand together and «و» is mostly o.
_FOREIGN = frozenset({"western", "slavic"})
_CONSONANTS = {
    "ب": "b", "پ": "p", "ت": "t", "ث": "s", "ج": "j", "چ": "ch", "ح": "h", "خ": "kh", "د": "d", "ذ": "z", "ر": "r", "ز": "z", "ژ": "zh",
    "س": "s", "ش": "sh", "ص": "s", "ض": "z", "ط": "t", "ظ": "z", "غ": "gh", "ف": "f", "ق": "q", "ک": "k", "گ": "g", "ل": "l", "م": "m",
    "ن": "n", "ه": "h",
}  # fmt: skip
_SAME = str.maketrans({
    "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "أ": "ا", "إ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ی", "ء": None, "ـ": None,
    **{chr(c): None for c in range(0x064B, 0x0653)}, "\u0670": None, "\u0654": None,
    **{chr(base + n): str(n) for base in (0x06F0, 0x0660) for n in range(10)},
})  # fmt: skip
_ENDINGS = (
    ("الدین", "eddin"), ("الله", "ollah"), ("زاده", "zadeh"), ("نژاد", "nejad"), ("پور", "pour"), ("نیا", "nia"), ("خانی", "khani"),
    ("فرد", "fard"), ("لو", "lou"), ("وند", "vand"), ("یان", "ian"), ("مند", "mand"), ("اف", "ov"), ("وف", "ov"), ("ایی", "aei"), ("ئی", "ei"),
    ("ویچ", "vich"), ("سکی", "ski"), ("شویلی", "shvili"), ("اوغلو", "oglu"), ("برگ", "berg"), ("سون", "son"), ("من", "man"), ("یه", "ieh"),
)  # fmt: skip
_CLUSTERS = frozenset({
    "بر", "بل", "پر", "پل", "تر", "در", "فر", "فل", "کر", "کل", "گر", "گل", "اس", "سل", "شم", "شن", "شل", "شر", "کو",
})  # fmt: skip


@lru_cache(maxsize=1 << 14)
def romanise(persian: str) -> str:
    """A readable Latin spelling, each word with a capital; the same for the same text always."""
    words = [w for w in persian.translate(_SAME).replace("\u200c", "-").split() if w.strip("-«»()\"'،.")]
    names = given_names()
    foreign = any(names.get(squeeze(w), ("", ""))[0] in _FOREIGN for w in words)
    return " ".join(_word(w.strip("-«»()\"'،."), foreign=foreign) for w in words)


@cache
def given_names() -> dict[str, tuple[str, str]]:
    """Folded first name → (its origin, its usual Latin spelling or nothing)."""
    return {squeeze(r["name"]): (r["origin"], r.cells.get("latin", "")) for r in read_table(_TABLE, ("name", "origin"))}


def _word(word: str, *, foreign: bool) -> str:
    known = given_names().get(squeeze(word), ("", ""))[1]
    if known:
        return known
    parts = [p for p in word.split("-") if p]
    if len(parts) > 1:
        return "".join(_word(p, foreign=foreign) if n == 0 else _word(p, foreign=foreign).lower() for n, p in enumerate(parts))
    if word.startswith("ال") and len(word) > 4:
        return "al-" + _capital(_spell(word[2:], foreign=foreign))
    return _capital(_spell(word, foreign=foreign))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _spell(word: str, *, foreign: bool) -> str:
    """The letters of a word, with an «a» where consonants couldn't be said without a vowel between them."""
    for ending, latin in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= 2:
            return _letters(stem, foreign=foreign) + latin
    return _letters(word, foreign=foreign)


def _letters(word: str, *, foreign: bool) -> str:
    out: list[str] = []
    for i, letter in enumerate(word):
        before, after = word[i - 1 : i], word[i + 1 : i + 2]
        if _is_consonant(word, i):
            if i and _is_consonant(word, i - 1) and _needs_vowel(word, i, foreign=foreign):
                out.append("a")
            out.append(_consonant(letter, foreign=foreign))
        else:
            out.append(_vowel(letter, before, after, foreign=foreign))
    return "".join(out)


def _is_consonant(word: str, i: int) -> bool:
    """«و» and «ی» are consonants at the start of a word and between vowels; «ه» at its end isn't."""
    letter = word[i]
    if letter in "ویه":
        last = i == len(word) - 1
        if letter == "ه":
            return not (last and i > 1 and word[i - 1] not in "اوی")
        return i == 0 or (not last and word[i + 1] in "اآ") or (word[i - 1] in "اآ" and not last and letter == "و")
    return letter in _CONSONANTS or letter.isascii()


def _needs_vowel(word: str, i: int, *, foreign: bool) -> bool:
    """Whether consonants i - 1 and i can't stand together: at the start of a word, or as third of three."""
    if i == 1:
        return not (foreign and word[:2] in _CLUSTERS)
    return _is_consonant(word, i - 2) and not foreign


def _consonant(letter: str, *, foreign: bool) -> str:
    if letter == "و":
        return "v"
    if letter == "ی":
        return "y"
    return "gh" if letter == "ق" and foreign else _CONSONANTS.get(letter, letter)


def _vowel(letter: str, before: str, after: str, *, foreign: bool) -> str:
    if letter in "اآ":
        if not before and letter == "ا" and after and after in "وی":
            return ""
        return "a"
    if letter == "و":
        return "o" if foreign else "ou"
    if letter == "ی":
        return "i"
    if letter == "ه":
        return "eh"
    spoken = letter == "ع" and after and after not in "اآیو" and (not before or before not in "اآیو")
    return "a" if spoken else ""
