"""How Latin spellings render Persian letters: what each letter (or pair of letters) may stand for, and what a stretch costs.

Costs count in consonants: 0 is the ordinary rendering, 1 a consonant that is simply another one. The languages behind
Latin names are not asked for: c is ک in Cameron, س in Alice, چ in Meloni's Cecilia, ج in Erdoğan's Cemil.
"""

from typing import Final

_BY_LETTER: Final = {
    "ا": "a aa:0 ah:.1 o:.1 oa:.1 au:.1 aw:.15 ae:.1 ai:.15 ay:.2 ea:.15 ei:.25 e:.2 u:.15 ou:.2 i:.25 y:.4 ha:.3 ho:.3",
    "ب": "b p:.15 v:.4",
    "پ": "p b:.25 ph:.3",
    "ت": "t th:.05 dt:.1 d:.3 te:.05 ts:.3",
    "ث": "th s:.05 t:.15 c:.3",
    "ج": "j g:.05 gi:0 ge:.05 dg:0 dge:0 dj:0 dzh:0 jh:.1 c:.15 dz:.2 zh:.25 q:.3 z:.4 ch:.4 gy:.1 gh:.5 dy:.3 di:.4 y:.4",
    "چ": "ch tch:0 tsch:0 tsh:0 cz:0 cs:0 c:.1 ci:.05 ce:.1 cc:.1 q:.15 tj:.2 tsj:.1 ts:.3 zh:.3 j:.3 sh:.4 t:.5 ti:.4 ky:.2 k:.6",
    "ح": "h kh:.25 ch:.3",
    "خ": "kh ch:.1 x:.1 j:.1 h:.15 g:.25 k:.25 gh:.3 q:.4",
    "د": "d dh:.05 th:.15 t:.3 de:.05",
    "ذ": "z dh:0 th:.1 d:.1 s:.2",
    "ر": "r rh:0 re:.05 l:.6",
    "ز": "z s:.1 se:.1 ze:.05 dz:.1 tz:.1 x:.2 zh:.3 c:.3 ts:.35 sz:.3",
    "ژ": "zh j:0 ge:0 g:.1 rz:.1 z:.2 s:.3 x:.3 sh:.4 si:.3 dz:.4",
    "س": "s c:.05 ce:0 se:.05 sc:0 ps:.2 z:.15 ts:.25 tz:.2 th:.2 x:.2 sz:0 sh:.35 cz:.3",
    "ش": "sh sch:0 ch:.1 s:.15 x:.1 hs:.1 sj:.1 sc:.1 sci:.1 sz:.2 ti:.3 si:.3 c:.3 sk:.3 zh:.4 tch:.4 j:.5 z:.5",
    "ص": "s c:.2 z:.25 ss:0",
    "ض": "z dh:0 d:.05 dz:.1 th:.2",
    "ط": "t th:.1 d:.3",
    "ظ": "z dh:0 d:.2 th:.2",
    "ع": "a:.05 e:.05 i:.1 o:.1 u:.15 aa:.05 ai:.1",
    "غ": "gh g:.05 h:.3 q:.2 r:.4 k:.4 kh:.4",
    "ف": "f ph:0 v:.25 w:.4 gh:.3 p:.4 fe:.05",
    "ق": "q gh:.05 k:.1 g:.15 c:.15 ck:.2 kh:.3",
    "ک": "k c:0 ck:0 qu:.05 q:.1 ke:.05 que:.05 ques:.05 cques:.05 cque:.05 ch:.15 kh:.25 x:.3 g:.35 cq:.1",
    "گ": "g gh:.1 gu:.05 gue:.05 k:.3 q:.3 kh:.4 j:.4 c:.4 ch:.5",
    "ل": "l lh:0 le:.05 gl:.1 r:.6",
    "م": "m me:.05 n:.4 mb:.3",
    "ن": "n gn:0 nh:0 ne:.05 m:.25 ny:.1 ng:.3",
    "و": "o u:0 w:0 v:0 oo:0 ou:0 ow:0 ew:.1 eu:.05 au:.05 aw:.1 ue:.05 uh:.1 oh:.1 oe:.05 wo:.15 eo:.15 oa:.1 ui:.2 eau:0 "
         "aux:.1 eaux:.1 ault:.1 aud:.1 aut:.1 ot:.1 os:.3 ough:.1 ho:.2 hu:.2 wh:.1 b:.3 f:.3 a:.6 y:.4 uo:.1 ve:.05 ves:.1 we:.1 ph:.2 e:.3 vo:.3",
    "ه": "h e:0 eh:0 ah:0 a:.1 ye:.1 ay:.1 ey:.15 he:.05 ha:.1 et:.15 er:.3 kh:.35 g:.5 es:.3 i:.5",
    "ی": "i y:0 ee:0 ie:0 iy:0 yi:0 ii:0 ye:.05 ei:.05 ey:.05 ay:.05 ai:.1 ea:.1 ae:.15 e:.1 ij:.05 j:.15 igh:.1 ll:.3 u:.2 ui:.15 "
         "is:.2 it:.2 hi:.2 ih:.1 g:.5 gh:.4 a:.3 eh:.2 uy:.2 yo:.3 oi:.3",
}  # fmt: skip
# Pairs of letters that one Latin stretch renders, or that begin a word as Persian must.
_BY_PAIR: Final = {
    "کس": "x:0 xe:.05 cc:.1 cs:0",
    "گز": "x:.05",
    "نی": "gn:0 gne:0",
    "لی": "gl:0 gli:0 ll:.1 lle:.1",
    "وا": "oi:0 oy:.1 ua:0 wa:0 oa:.1 va:0 ois:.1 oix:.1",
    "یو": "u:.05 iu:0 ew:.05 eu:.1 yu:0 io:0 ju:0 yo:0",
    "یا": "ia:0 ja:0 ya:0 ea:.05",
    "ای": "i:.05 ei:.0 ai:0 ay:0 y:.1 ey:.05 e:.2 ie:.1 ea:.2",
    "او": "o:.05 u:.05 ou:0 au:0 ow:0 w:.2 eu:.1 ho:.2",
    "ئو": "eo:0",
    "تس": "z:.05 c:.1 tz:0 ts:0 zz:.05",
    "تز": "z:0 zz:0 tz:0",
    "دز": "z:.1 zz:.1 dz:0",
    "اس": "s:.05 sc:.1 c:.4",
    "اش": "s:.15 sh:.1 sch:.05",
    "اف": "ov:0 ev:0 yev:0 iev:0 ow:.1 off:0 eff:0 of:0 ef:0 eev:0",
    "ال": "l:.3",
    "نگ": "ng:0",
    "کو": "qu:.1",
    "هو": "ju:.3 jo:.3",
    "شچ": "shch:0 sch:.1",
    "اه": "ah:0 a:.2",
}  # fmt: skip

VOWEL_LETTERS: Final = frozenset("اویهع")
# What it costs to leave a Latin letter unread: short vowels inside a word are not written, at its ends they are; at a
# word's end consonants may be silent.
_UNREAD: Final = {"a": 0.1, "e": 0.08, "o": 0.12, "i": 0.2, "u": 0.2, "y": 0.25, "h": 0.2}
_UNREAD_CONSONANT: Final = 0.9
_UNREAD_FIRST: Final = dict.fromkeys("aeiou", 0.5)
_UNREAD_LAST: Final = dict.fromkeys("tsdxzpgrnk", 0.45) | dict.fromkeys("oiuy", 0.5) | {"a": 0.3}
# What it costs that nothing stands for a Persian letter.
_UNWRITTEN: Final = {"ا": 0.45, "و": 0.4, "ی": 0.35, "ه": 0.3, "ع": 0.05, "ح": 0.5}


def _parse(cells: str) -> dict[str, float]:
    out: dict[str, float] = {}
    for cell in cells.split():
        letters, _, cost = cell.partition(":")
        out[letters] = float(cost or 0)
    return out


def _with_doubles(costs: dict[str, float]) -> dict[str, float]:
    """Each single consonant may be written twice."""
    doubled = {c * 2: cost for c, cost in costs.items() if len(c) == 1 and c not in "aeiouy"}
    return doubled | costs


RENDERINGS: Final[dict[str, dict[str, float]]] = {
    letters: _with_doubles(_parse(cells)) for letters, cells in (_BY_LETTER | _BY_PAIR).items()
}
LONGEST: Final = max(len(stretch) for costs in RENDERINGS.values() for stretch in costs)


def unread(letter: str, *, first: bool, last: bool) -> float:
    """The cost of a Latin letter, at a word's beginning, end or inside, that no Persian letter stands for."""
    if first and letter in _UNREAD_FIRST:
        return _UNREAD_FIRST[letter]
    if last and letter in _UNREAD_LAST:
        return _UNREAD_LAST[letter]
    return _UNREAD.get(letter, _UNREAD_CONSONANT)


def unwritten(letter: str) -> float:
    """The cost of a Persian letter that no Latin letter stands for."""
    return _UNWRITTEN.get(letter, 1.0)
