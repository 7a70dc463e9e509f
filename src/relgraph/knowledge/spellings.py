"""How Persian news spells the letters of Latin names: of English, French, German, Spanish, Slavic, Turkish, Arabic, Chinese.

Each Latin letter group has its Persian renderings, folded as `squeeze` does (آ and ا are one, ئ is ی). `-` is a letter
that isn't written; `~` stands before what is seldom.
"""

_RARE = 0.3

_CONSONANTS = """
b ب ~پ | bh ب | c ک س ~چ ~ج ~تس ~ص | cc ک کس چ ~ق | ch چ ش خ ک ~ح ~کس | ck ک | cq ک | cs ش چ | cz چ | ç چ س | č چ ~ج | ć چ
d د ~ض ~ط ~ت ~- | dd د ظ ~ذ | dh ذ ض ظ د ده | dj ج | dt ت د | dz دز ز | dzh ج | dž ج | dg ج دگ
f ف ~و | ff ف | g گ ج غ ژ ق ~ک ~خ | gg گ ج | gh غ گ ق ~- ~ف | gi ج جی گی | gk گ ک | gli لی گل | gn نی گن ن | gu گ گو گی | ğ غ گ ی - ~و
h ه ح خ - ~ع | hh ح | hs س ش | hu هو وا و
j ج ژ ی خ ~ه ~ز | jj ج | k ک ق گ ~خ | kh خ ک ~ق ~ح ~غ | kk ک | kn کن ن | ks کس ~خ
l ل ~- | ll ل ی لی | lh ل لی | lj لی ل | ł ل و | m م | mm م | n ن | nn ن | ng نگ ن | nh ن نی ین | nj نی ن | nk نک نگ | ny نی
p پ ب ~ف | ph ف پ | pf ف پف | pp پ | q ق ک چ ~غ ~گ | qu ک کو ق ~کی | r ر ~غ | rh ر | rr ر | ř رژ ژ ر | rs ر رس رز | rz رز ژ ر
s س ص ش ز ث - | sc س سک ش ~- | sch ش شک ~اسک | sh ش سه ~ژ | shch شچ ش | shh سح صح | sj ش سی | sk سک شک | sp اسپ سپ شپ | ss س ش ص | st ست شت
sz ش س ز | š ش ~س ~ز | t ت ط د ~- ~تس | tch چ | th ت ث د تس ط ~ذ ~ز ~س ~ته | ti تی سی | tj ت چ تی | ts تس تز تص ~س ~ز | tsch چ | tt ت ط | tz تس تز ز ~ص
v و ف ~ب ~- | w و ~ف ~- | wh و ه | wr ر | x کس ش گز خ س ~ز ~شی | xi شی سی خی | z ز ذ ض ظ ~تز ~س ~ص ~ژ ~تس | zh ژ ج ~ز ~ژی | zz ز تز تس | ž ژ ~ز ~ج
' ع - ~ی ~ا
"""
_VOWELS = """
a ا - ه ع ~ی ~و ~ای ~عا ~اع | aa ا اا عا اع | ae ا ای ه ~ی | ai ای ی ایی - ~ه ~عی | aj ای ی | ao او ایو اءو ~و | au او و ا ~عو | aw او و | ay ای ی - | aya ایا یا ایه
e - ی ه ا ای ع ~و ~عی ~او | ea ی ا یا - ~ه ~یه ~ایا | eau و | ee ی ~- | eh ه ای ی | ei ای ی ایی ~- ~یی | ej ی | eo یو ه او ~و ~ئو | eu و وی یو او ~اوی ~ی | ew یو و | ey ی ای - | eigh ی
i ی - ای ا ~ع ~عی ~اع ~ایی | ia یا یه ا | ie ی یه ای ~یا | ih ی یه | ii ی یی | ij ای ی | io یو و | iou یو و | iu یو | iy ی یی ~یا ~ای | iya یه یا
o و ا - او ~ه ~ع ~عو ~وا | oa و وا وآ | oe و وی ~ه | oi وا وی و | oo و ~- ~او | ou و او ا - ~عو | ow او و | oy وی وا | oya ویا
u و - او ا ~ی ~یو ~ع ~عو ~ای | ua وا ~وئا | ue و وه - ~وی | ui وی ویی ~ی | uo وو و | uy وی | uu و | uw و
y ی ای - ~ا ~یی ~ج | ya یا یه ای ~ی | ye ی یه یی | yi یی ی | yo یو | yu یو و | yy ی
"""


def _parse(table: str) -> dict[str, tuple[tuple[str, float], ...]]:
    rules = {}
    for entry in table.replace("\n", "|").split("|"):
        if entry.strip():
            latin, *persian = entry.split()
            rules[latin] = tuple((p.lstrip("~").replace("-", ""), _RARE if p[0] == "~" else 0.0) for p in persian)
    return rules


# Latin letters → their Persian renderings, each with its cost beyond the usual.
RENDERINGS = _parse(_CONSONANTS) | _parse(_VOWELS)
LONGEST = max(map(len, RENDERINGS))

LATIN_VOWELS = frozenset("aeiouy'")
PERSIAN_VOWELS = frozenset("اویهع")
# Letters of Latin names that keep what distinguishes them; every other sign over a letter is dropped.
LETTERS = str.maketrans({
    "ı": "i", "İ": "i", "ş": "š", "ș": "š", "ś": "š", "ż": "ž", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe",
    "ø": "o", "ə": "a", "ñ": "ny", "ț": "ts", "ţ": "ts", "’": "'", "‘": "'", "ʿ": "'", "ʾ": "'", "ʻ": "'", "`": "'", "´": "'",
})  # fmt: skip
KEPT = frozenset("çčćğłřšž")
