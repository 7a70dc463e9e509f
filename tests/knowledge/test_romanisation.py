"""Latin labels for Persian names that no table has are readable, plain and always the same; first names are sound."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.knowledge.romanisation import romanise
from relgraph.resources import LANG
from relgraph.text.fold import squeeze

ORIGINS = {"iranian", "arab", "turkish", "western", "slavic", "asian"}
# Words of every article about foreign affairs, some of which are somebody's name.
PLAIN = (
    "پیمان دولت هند ریاض بندر سلطان جهاد نوروز اسلام ترکی شوکت پل تیم بن آن جان صلح سردار هرمز فتاح عماد ذوالفقار ایمن ماهر هنری بانکی"
    " کاملا مراد رسول سعود عمر"
)


def first_names() -> list[dict[str, str]]:
    with (LANG / "fa" / "first_names.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


@pytest.mark.parametrize(
    "persian, latin",
    [
        ("علی رضایی", "Ali Rezaei"),
        ("بهرام قاسمی", "Bahram Qasemi"),
        ("سید عباس موسوی", "Seyed Abbas Mousavi"),
        ("رضا نجفی", "Reza Najafi"),
        ("زهرا محمدی", "Zahra Mohammadi"),
        ("کاظم غریب‌آبادی", "Kazem Gharibabadi"),
        ("عباسعلی کریمی", "Abbasali Karimi"),
        ("آیت‌الله علوی", "Ayatollah Alavi"),
        ("محمد الراشد", "Mohammad al-Rashid"),
        ("الکساندر گروشکو", "Alexander Groshko"),
        ("میخائیل بوگدانف", "Mikhail Bogdanov"),
        ("۱۲ کارخانه", "12 Karkhaneh"),
    ],
)
def test_names_read_as_one_would_write_them(persian: str, latin: str) -> None:
    """First names have their usual spelling, surnames made of them follow it, and the rest can be pronounced."""
    assert romanise(persian) == latin


@pytest.mark.parametrize("one, other", [("علي رضايي", "علی رضایی"), ("غریب‌آبادی", "غریب‌ابادی"), ("«كريمي»", "کریمی")])
def test_spelling_differences_that_mean_nothing_make_no_difference(one: str, other: str) -> None:
    """Arabic letters and marks around a name don't change its Latin label."""
    assert romanise(one) == romanise(other)


@given(st.text(alphabet="ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآئءيك۱۲۳ \u200c«»", max_size=40) | st.text(max_size=20))
def test_labels_are_plain_ascii(persian: str) -> None:
    """Whatever is asked, the label has only Latin letters, digits, hyphens and single spaces, and begins no word empty."""
    label = romanise(persian)
    assert label.isascii()
    assert label == " ".join(label.split())


def test_first_names_are_listed_once_with_a_known_origin() -> None:
    """Every first name stands once, in order, with where it is from and how it is usually written in Latin letters."""
    rows = first_names()
    keys = [squeeze(r["name"]) for r in rows]
    assert len(rows) >= 1000
    assert len(set(keys)) == len(keys)
    assert {r["origin"] for r in rows} == ORIGINS
    assert [(r["origin"], squeeze(r["name"])) for r in rows] == sorted((r["origin"], squeeze(r["name"])) for r in rows)
    assert all(r["latin"].strip() and r["latin"][0].isupper() for r in rows)


def test_no_first_name_is_a_plain_word() -> None:
    """A word of foreign affairs is no cue for a person, even where people are called so."""
    assert not {squeeze(w) for w in PLAIN.split()} & {squeeze(r["name"]) for r in first_names()}
