import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.knowledge.gazetteer import Gazetteer
from relgraph.text.fold import fold, squeeze

NAMES = Gazetteer(
    (name, name) for name in ("ایران", "روسیه", "حماس", "وین", "مذاکرات وین", "سازمان همکاری شانگهای", "ام‌الفحم", "گروه ۷")
)  # fmt: skip
letters = st.text(st.sampled_from("ابتدرسیشنومه"), min_size=1, max_size=5)


def found(text, names=NAMES):
    return [text[hit.start : hit.end] for hit in names.find(fold(text))]


@pytest.mark.parametrize(
    "text",
    [
        "ایرانیان در خیابان بودند",
        "ایرانی‌ها آمدند",
        "شعری «حماسه‌ای» خواند",
        "گروه ایران‌شناسی دانشگاه",
        "کشورهای ضدایران",
        "یک نیروی حماس‌محور",
        "گروه ۷۷ نشست داشت",
        "چه ا یران است",
        "رو سیه بود",
        "از سرا ایرا نرفت",
    ],
)
def test_a_name_is_not_found_inside_other_words(text):
    """A longer word, a compound or two words that happen to spell a name are not the name."""
    assert found(text) == []


@pytest.mark.parametrize(
    "text, name",
    [
        ("«ایران‌»", "ایران"),
        ("(ایران)", "ایران"),
        ("ایران، روسیه", "ایران"),
        ("ایرانِ بزرگ", "ایرانِ"),
        ("ایران را دید", "ایران"),
        ("ایران‌را دید", "ایران"),
        ("ايران آمد", "ايران"),
        ("روسیه‌ها", "روسیه"),
        ("روسیه‌های", "روسیه"),
        ("روسیه‌ای", "روسیه"),
        ("حماس‌ها", "حماس"),
        ("در گروه 7 است", "گروه 7"),
    ],
)
def test_a_name_is_found_with_what_may_stand_at_it(text, name):
    """Quotes, marks, vowel signs, half-space plurals and clitics don't hide a name, and are no part of it."""
    assert found(text)[0] == name


@pytest.mark.parametrize(
    "text",
    ["سازمان همکاری شانگهای", "سازمان‌همکاری‌شانگهای", "سازمانهمکاریشانگهای", "سازمان همکاری‌شانگهای", "سازمان\u00a0همكاري  شانگهاي"],
)  # fmt: skip
def test_a_name_of_several_words_is_found_however_it_is_joined(text):
    """Spaces in a name may be half-spaces or nothing in the text."""
    assert text in found(f"نشست {text} آغاز شد")


@pytest.mark.parametrize("text", ["ام‌الفحم", "امالفحم", "ام الفحم"])
def test_a_half_space_in_a_name_is_a_joint_too(text):
    """A name that is written with a half-space is found with a space or nothing there."""
    assert found(text) == [text]


def test_names_within_names_are_found():
    """Overlapping names are all told; which of them stands is decided elsewhere."""
    assert sorted(found("مذاکرات وین ادامه یافت")) == ["مذاکرات وین", "وین"]


def test_a_wording_may_have_several_meanings():
    """One wording of two entities is one hit with both, in the order of the table."""
    names = Gazetteer([("گرجستان", "country"), ("گرجستان", "state"), ("گرجستان", "country")])
    (hit,) = names.find(fold("گرجستان"))
    assert hit.values == ("country", "state")


def test_an_empty_gazetteer_finds_nothing():
    """No names, no hits, no error."""
    assert found("ایران", Gazetteer([])) == []


@given(letters, letters, letters)
def test_a_name_is_found_as_a_word_and_not_as_its_end(before, name, after):
    """Between spaces a name is always found; glued to letters before it, never."""
    names = Gazetteer([(name, name)])
    assert name in found(f"{before} {name} {after}", names)
    assert len(before) not in [hit.start for hit in names.find(fold(before + name))]


@given(st.text(st.sampled_from("ایرانروسهحمگ ۷\u200cِ.«»\n"), max_size=30))
def test_a_hit_quotes_a_spelling_of_its_name(text):
    """Whatever the text, what is found there folds to the name that it is said to be."""
    for hit in NAMES.find(fold(text)):
        assert {squeeze(value) for value in hit.values} == {squeeze(text[hit.start : hit.end])}
