import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from relgraph.text.fold import HALF_SPACE, LINE, NO_GAP, SPACE, fold, joints, squeeze

LETTERS = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآأإئؤيكةۀىھABzİß"
MARKS = '0۴٤.,:؛؟«»"“/-+()'
GAPS = " \u00a0\u2009\t\n\r\u2028\u200c\u200d\u00ad\u200b\ufeff"
SILENT = "ًَُِّْٰءـ\u200e\u200f\u202b\u2067"
words = st.text(st.sampled_from(LETTERS + SILENT + "\u200c"), min_size=1, max_size=12)
texts = st.lists(
    st.one_of(words, st.text(st.sampled_from(LETTERS + MARKS + GAPS + SILENT), max_size=8), st.text(max_size=4))
).map("".join)


def _mended(chars: str) -> bool:
    return "الله" in chars  # the one place where characters change their order


@given(texts)
def test_a_fold_keeps_its_text_and_measures(text):
    """The text stands untouched beside its fold, with one origin and gap for each character and one for the end."""
    folded = fold(text)
    assert folded.text is text
    assert len(folded.origin) == len(folded.gap) == len(folded.chars) + 1
    assert folded.origin[-1] == len(text)
    assert set(folded.gap) <= {NO_GAP, HALF_SPACE, SPACE, LINE}


@given(texts)
def test_every_folded_character_knows_its_origin(text):
    """Each character is the fold of the one at its origin, the origins run forward, and what is skipped has no letters."""
    folded = fold(text)
    origins = list(folded.origin)
    assert origins[:-1] == sorted(set(origins[:-1]))
    assume(not _mended(folded.chars))
    for char, origin in zip(folded.chars, origins, strict=False):
        assert char == ("-" if text[origin] == "ـ" else fold(text[origin]).chars)
    skipped = set(range(len(text))) - set(origins)
    assert not "".join(fold(text[i]).chars for i in skipped)


@given(texts, st.data())
def test_spans_of_the_fold_are_spans_of_the_text(text, data):
    """Any run of folded characters is a stretch of the text that folds to that run, and its neighbours don't overlap it."""
    folded = fold(text)
    assume(folded.chars and not _mended(folded.chars))
    first = data.draw(st.integers(0, len(folded.chars) - 1))
    last = data.draw(st.integers(first + 1, len(folded.chars)))
    start, end = folded.start(first), folded.end(last)
    assert 0 <= start < end <= len(text)
    assert end <= folded.start(last)
    assert fold(text[start:end]).chars.replace("-", "") == folded.chars[first:last].replace("-", "")


@given(texts)
def test_a_gap_says_what_stood_before(text):
    """Where the fold says that nothing stood between two characters, no space of any kind did."""
    folded = fold(text)
    for i in range(1, len(folded.chars)):
        between = text[folded.origin[i - 1] + 1 : folded.origin[i]]
        assert (folded.gap[i] >= SPACE) == any(c.isspace() for c in between)
        assert (folded.gap[i] == LINE) == any(c in "\n\r" for c in between)


@given(words)
def test_a_word_alone_folds_to_its_key(word):
    """`squeeze` of a word is the fold's characters without the way back."""
    assume(not _mended(squeeze(word)))
    assert squeeze(word) == fold(word).chars == joints(word)[0]


@given(words)
def test_folding_twice_changes_nothing_more(word):
    """The key of a key is the key."""
    assert squeeze(squeeze(word)) == squeeze(word)


@pytest.mark.parametrize(
    "one, other",
    [
        ("همکاری‌های", "همکاریهای"),
        ("همکاری‌های", "همکاری های"),
        ("ريیس", "رییس"),
        ("رئیس", "رییس"),
        ("كویت", "کویت"),
        ("ایرانى", "ایرانی"),
        ("جبهۀ", "جبهه"),
        ("جبهةٔ", "جبهه"),
        ("مأمور", "مامور"),
        ("آمریکا", "امریکا"),
        ("مؤتلفه", "موتلفه"),
        ("۲۲۳۱", "2231"),
        ("٢٢٣١", "2231"),
        ("ایرانِ", "ایران"),
        ("محمّد", "محمد"),
        ("ایـــران", "ایران"),
        ("امضاء", "امضا"),
        ("عبد\u200fاللهیان", "عبداللهیان"),
        ("BRICS", "brics"),
        ("“شانگهای”", '"شانگهای"'),
    ],
)
def test_spellings_that_mean_the_same_fold_to_the_same(one, other):
    """Letters of Arabic keyboards, digits, vowel signs, tatweel, half-spaces and spaces make no difference."""
    assert squeeze(one) == squeeze(other)
    assert fold(one).chars == fold(other).chars


@pytest.mark.parametrize("one, other", [("ایران", "عراق"), ("پوتین", "بوتین"), ("گرجستان", "کرجستان"), ("چین", "جین")])
def test_letters_that_differ_stay_apart(one, other):
    """The fold joins spellings, not letters."""
    assert squeeze(one) != squeeze(other)


@pytest.mark.parametrize("damaged", ["عبداالهیان", "عبداهللیان"])
def test_a_damaged_ligature_is_mended_in_place(damaged):
    """What copies from a PDF make of الله is read as الله, with spans of the damaged text."""
    folded = fold(f"امیر {damaged} گفت")
    at = folded.chars.index(squeeze("عبداللهیان"))
    assert folded.text[folded.start(at) : folded.end(at + len(damaged))] == damaged


def test_a_span_takes_the_signs_that_its_last_letter_carries():
    """A vowel sign belongs to the letter before it; a half-space or mark of direction behind a word doesn't."""
    folded = fold("ایرانِ\u200c\u200f ما")
    assert folded.text[folded.start(0) : folded.end(5)] == "ایرانِ"


def test_the_joints_of_a_name_are_where_it_may_be_written_apart():
    """A name's spaces and half-spaces, no other places, are its joints."""
    assert joints("سازمان همکاری‌های شانگهای") == ("سازمانهمکاریهایشانگهای", frozenset({6, 12, 15}))
