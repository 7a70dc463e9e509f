"""A plain, readable Latin spelling of a Persian name that no table has: «علی رضایی» → Ali Rezaei."""

from functools import cache, lru_cache

from relgraph.knowledge.tables import read_table
from relgraph.resources import LANG
from relgraph.text.fold import squeeze

_TABLE = LANG / "fa" / "first_names.csv"
# Where consonants may begin a word together and «و» is mostly o.
_FOREIGN = frozenset({"western", "slavic"})
_CONSONANTS = {
    "ب": "b", "پ": "p", "ت": "t", "ث": "s", "ج": "j", "چ": "ch", "ح": "h", "خ": "kh", "د": "d", "ذ": "z", "ر": "r", "ز": "z", "ژ": "zh",
    "س": "s", "ش": "sh", "ص": "s", "ض": "z", "ط": "t", "ظ": "z", "غ": "gh", "ف": "f", "ق": "q", "ک": "k", "گ": "g", "ل": "l", "م": "m",
    "ن": "n", "ه": "h", "و": "v", "ی": "y",
}  # fmt: skip
_SAME = str.maketrans({
    "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "أ": "ا", "إ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ی", "ء": None, "ـ": None,
    **{chr(c): None for c in range(0x064B, 0x0656)}, "\u0670": None,
    **{chr(base + n): str(n) for base in (0x06F0, 0x0660) for n in range(10)},
})  # fmt: skip
_MARKS = "«»()\"'،.؛:-"
# Words of names that are no first names, and endings whose vowels aren't written.
_WORDS = {
    "سید": "Seyed", "شیخ": "Sheikh", "حاج": "Haj", "ملا": "Mullah", "مولوی": "Mowlavi", "بن": "bin", "آل": "Al", "ابو": "Abu",
    "آیت‌الله": "Ayatollah", "حجت‌الاسلام": "Hojatoleslam",
}  # fmt: skip
_ENDINGS = (
    ("الدین", "eddin"), ("الله", "ollah"), ("زاده", "zadeh"), ("نژاد", "nejad"), ("پور", "pour"), ("نیا", "nia"), ("خانی", "khani"),
    ("آبادی", "abadi"), ("ابادی", "abadi"), ("فرد", "fard"), ("لو", "lou"), ("وند", "vand"), ("یان", "ian"), ("مند", "mand"), ("یی", "ei"),
    ("ایی", "aei"), ("وی", "avi"), ("ی", "i"),
)  # fmt: skip
_FOREIGN_ENDINGS = (
    ("اوف", "ov"), ("وف", "ov"), ("اف", "ov"), ("ویچ", "vich"), ("سکی", "ski"), ("شویلی", "shvili"), ("اوغلو", "oglu"), ("برگ", "berg"),
    ("سون", "son"), ("من", "man"), ("ف", "ov"),
)  # fmt: skip
# What may begin a foreign word: a stop with r or l.
_LIQUIDS, _BEFORE_LIQUID = frozenset("رل"), frozenset("بپتدفکگ")


@lru_cache(maxsize=1 << 14)
def romanise(persian: str) -> str:
    """A readable Latin spelling, each word with a capital; the same for the same text always."""
    words = [w for part in persian.translate(_SAME).split() if (w := part.strip(_MARKS))]
    foreign = any(_given_names().get(squeeze(w), ("", ""))[0] in _FOREIGN for w in words)
    return " ".join(label for w in words if (label := _word(w, foreign=foreign)))


@cache
def _given_names() -> dict[str, tuple[str, str]]:
    """Folded first name → (its origin, its usual Latin spelling)."""
    names = {squeeze(r["name"]): (r["origin"], r["latin"]) for r in read_table(_TABLE, ("name", "origin", "latin"))}
    return names | {squeeze(word): ("", latin) for word, latin in _WORDS.items()}


def _word(word: str, *, foreign: bool) -> str:
    """One word, in which half-spaces may join several."""
    known = _known(word)
    if known:
        return known
    parts = [_part(p, foreign=foreign) for p in word.split("\u200c") if p]
    if word.startswith("ال") and len(word) > 4 and not foreign:
        return "al-" + _capital(_part(word[2:].replace("\u200c", ""), foreign=False))
    return _capital("".join(p.lower() if n else p for n, p in enumerate(parts)))


def _known(word: str) -> str:
    """The usual spelling of a first name or of two that are written as one, or nothing."""
    names, key = _given_names(), squeeze(word)
    if key in names:
        return names[key][1]
    for i in range(3, len(key) - 1):
        if key[:i] in names and key[i:] in names:
            return names[key[:i]][1] + names[key[i:]][1].lower()
    return ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _part(word: str, *, foreign: bool) -> str:
    if _known(word):
        return _known(word)
    for ending, latin in _FOREIGN_ENDINGS if foreign else _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1 and _closed(stem, ending):
            return (_known(stem) or _stem(stem, ending, foreign=foreign)) + latin
    return _letters(word, foreign=foreign)


def _stem(stem: str, ending: str, *, foreign: bool) -> str:
    """Before ی three bare consonants are mostly two syllables: نجفی is Najafi."""
    bare = ending == "ی" and len(stem) == 3 and set(stem) <= set(_CONSONANTS) - set("اآویهع")
    return "a".join(_consonant(c, foreign=foreign) for c in stem) if bare else _letters(stem, foreign=foreign)


def _closed(stem: str, ending: str) -> bool:
    """Whether an ending that begins with a vowel stands behind a consonant: حسینی, موسوی, but not صفوی‌ای or ولایتی's ی."""
    if ending in ("وی", "ی"):
        return stem[-1] not in "اآوی"
    return ending != "یی" or bool(_known(stem))


def _letters(word: str, *, foreign: bool) -> str:
    """The letters of a word, with an «a» where consonants couldn't be said without a vowel between them."""
    if foreign and word[:2] in ("اس", "اش") and len(word) > 2 and word[2] in _CONSONANTS and word[2] not in "ویه":
        word = word[1:]
        return _consonant(word[0], foreign=True) + _letters(word[1:], foreign=True)
    out: list[str] = []
    together = 0  # consonants since the last vowel
    for i, letter in enumerate(word):
        if letter.isascii():
            out.append(letter)
            together = 0
        elif _is_consonant(word, i, foreign=foreign):
            begins = together == i and not (foreign and letter in _LIQUIDS and word[i - 1] in _BEFORE_LIQUID)
            if together == 2 or (together == 1 and begins):
                out.append("a")
                together = 0
            out.append(_consonant(letter, foreign=foreign))
            together += 1
        elif vowel := _vowel(word, i, foreign=foreign):
            out.append(vowel)
            together = 0
    return "".join(out)


def _is_consonant(word: str, i: int, *, foreign: bool) -> bool:
    """«و» and «ی» are consonants at a word's start and before a, in our own names also behind a; «ه» isn't at its end."""
    letter, last = word[i], i == len(word) - 1
    if letter == "ه":
        return not last or i == 0 or word[i - 1] in "اوی"
    if letter in "وی":
        before_a = not last and word[i + 1] in "اآ"
        behind_a = not last and i > 1 and word[i - 1] in "اآ" and not (foreign and letter == "ی")
        return i == 0 or before_a or behind_a
    return letter in _CONSONANTS


def _consonant(letter: str, *, foreign: bool) -> str:
    return "gh" if letter == "ق" and foreign else _CONSONANTS[letter]


def _vowel(word: str, i: int, *, foreign: bool) -> str:
    letter, before, after = word[i], word[i - 1 : i], word[i + 1 : i + 2]
    if letter == "ا":
        return "" if not before and after and after in "وی" else "a"
    if letter == "آ":
        return "a"
    if letter == "و":
        return "o" if foreign else "ou"
    if letter == "ی":
        return "" if before == "ی" else "i"
    if letter == "ه":
        return "eh"
    spoken = letter == "ع" and after and after not in "اآیو" and (not before or before not in "اآیو")
    return "a" if spoken else ""
