from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.text.fold import fold, squeeze
from relgraph.text.segment import is_wrapped, split_sentences, tokenize

PIECES = [
    *(
        "ایران",
        "روسیه",
        "همکاری‌های",
        "همکاریهای",
        "های",
        "می",
        "کند",
        "نمی",
        "رفته",
        "اند",
        "خانه",
        "ای",
        "گفت‌وگو",
        "الله",
    ),
    *("ق.م.", "ا.", "U.S.", "5.4", "۱+۵", "۱۴۰۰/۱۰/۲۹", "😀", "ـ", "\u200c", "ِ", "\u200f"),
    *':؛.؟!…«»()"/-',
]
texts = st.lists(
    st.one_of(st.sampled_from(PIECES), st.sampled_from([" ", "\n", "\r\n", "\t", "", "\u00a0"]), st.text(max_size=3)),
    max_size=40,
).map("".join)


def sentences(text):
    tokens = tokenize(fold(text))
    return [text[s.start : s.end] for s in split_sentences(tokens, text)]


def keys(text):
    return [t.key for t in tokenize(fold(text))]


@given(texts)
def test_tokens_cover_the_text_in_order(text):
    """Tokens come in order, don't overlap, are never empty, and leave out nothing that the fold keeps."""
    folded = fold(text)
    tokens = tokenize(folded)
    assert all(0 <= t.start < t.end <= len(text) and t.key for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert "".join(t.key for t in tokens) == folded.chars
    assert all(any(t.start <= origin < t.end for t in tokens) for origin in folded.origin[:-1])


@given(texts)
def test_sentences_partition_the_tokens(text):
    """Each token is in exactly one sentence, sentences are in order and span their tokens."""
    tokens = tokenize(fold(text))
    found = split_sentences(tokens, text)
    assert [i for s in found for i in range(s.first, s.last)] == list(range(len(tokens)))
    assert all((s.start, s.end) == (tokens[s.first].start, tokens[s.last - 1].end) for s in found)


@pytest.mark.parametrize(
    "text",
    ["همکاری‌های دو کشور", "همکاریهای دو کشور", "همکاری های دو کشور", "همكاري هاي دو كشور"],
)
def test_an_ending_belongs_to_its_word_however_it_is_written(text):
    """Half-space, nothing, space: three spellings, one token."""
    assert keys(text) == ["همکاریهای", "دو", "کشور"]


@pytest.mark.parametrize(
    "text, key", [("می کند", "میکند"), ("نمی‌شود", "نمیشود"), ("رفته اند", "رفتهاند"), ("بزرگ ترین", "بزرگترین")]
)
def test_prefixes_and_endings_of_verbs_belong_to_them(text, key):
    """A verb or superlative written apart is one token."""
    assert keys(text) == [key]


@pytest.mark.parametrize("number", ["5.4", "1+5", "1400/10/29", "۵٫۴", "۲۲۳۱"])
def test_a_number_is_one_token(number):
    """A point, plus or slash between digits parts no number."""
    (token,) = tokenize(fold(number))
    assert (token.kind, token.key) == ("number", squeeze(number))


def test_kinds_of_tokens():
    """Words, numbers and marks are told apart, and whether a space stood before."""
    tokens = tokenize(fold("«مسکو» 20 ساله"))
    assert [t.kind for t in tokens] == ["punctuation", "word", "punctuation", "number", "word"]
    assert [t.spaced for t in tokens] == [True, False, False, True, True]


@pytest.mark.parametrize(
    "text",
    [
        "سقراط در سال ۳۹۹ ق.م. درگذشت.",
        "ا. رئیسی با هیات همراه به مسکو رفت.",
        "م. ج. ظریف در این نشست حاضر بود.",
        "پیمان در سال ۱۳۱۶ ه.ش. در تهران امضا شد.",
        "نرخ رشد 5.4 درصد بود.",
        "او گفت «آماده‌ایم.»",
        "سند الف/ب هنوز محرمانه است.",
    ],
)
def test_no_sentence_ends_there(text):
    """Initials, abbreviations, decimals, a stop inside closing quotes and a slash without spaces end no sentence."""
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "text, count",
    [
        ("وزیر آمد. سفیر رفت.", 2),
        ("سفر وزیر به باکو / امضای سه سند / گفت‌وگو درباره نفت", 3),
        ("عنوان خبر\nوزیر آمد", 2),
        ("آیا می‌آید؟! بله.", 2),
        ("وزیر آمد؛ سفیر رفت", 2),
        ("او گفت: «می‌رویم.» سپس رفت.", 2),
        ("وزیر آمد\r\n\r\nسفیر رفت", 2),
        ("", 0),
        (" \n ", 0),
    ],
)
def test_sentences_end_there(text, count):
    """Full stops, question marks, «؛», line ends and the slashes of headlines end sentences."""
    assert len(sentences(text)) == count


def test_lines_of_fixed_width_are_no_sentences():
    """A text whose lines are broken at a fixed width is read across its line ends, its title apart."""
    line = "وزیر امور خارجه در جمع خبرنگاران درباره روند مذاکرات و همکاری با همسایگان"
    text = "عنوان خبر\n" + "\n".join([line] * 6) + " سخن گفت."
    assert is_wrapped(text)
    assert sentences(text) == ["عنوان خبر", text.partition("\n")[2]]
