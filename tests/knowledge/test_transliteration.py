"""Persian names find the Latin names that they render, whatever language these are in, and no others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.knowledge.transliteration import THRESHOLD, Match, best_match, score

MINISTERS = (
    ("tajani", "Antonio Tajani"),
    ("di-maio", "Luigi Di Maio"),
    ("moavero", "Enzo Moavero Milanesi"),
    ("alfano", "Angelino Alfano"),
    ("gentiloni", "Paolo Gentiloni"),
    ("mogherini", "Federica Mogherini"),
)
RENDERED = (
    ("آنتونیو تاجانی", "Antonio Tajani"),
    ("جورجیا ملونی", "Giorgia Meloni"),
    ("جانی وینیولو", "Gianni Vignolo"),
    ("ژان ایو لودریان", "Jean-Yves Le Drian"),
    ("فرانسوا فیون", "François Fillon"),
    ("ژاک شیراک", "Jacques Chirac"),
    ("فرانک والتر اشتاین‌مایر", "Frank-Walter Steinmeier"),
    ("گرهارد شرودر", "Gerhard Schröder"),
    ("خوزه ماریا آسنار", "José María Aznar"),
    ("پدرو سانچز", "Pedro Sánchez"),
    ("بولنت اجویت", "Bülent Ecevit"),
    ("الکساندر لوکاشنکو", "Alexander Lukashenko"),
    ("سرگئی لاوروف", "Sergey Lavrov"),
    ("الهام علی‌اف", "Ilham Aliyev"),
    ("شی جین‌پینگ", "Xi Jinping"),
    ("آنگ سان سوچی", "Aung San Suu Kyi"),
    ("فومیو کیشیدا", "Fumio Kishida"),
    ("استیو ویتکاف", "Steve Witkoff"),
    ("حسین امیر عبداللهیان", "Hossein Amir-Abdollahian"),
    ("مقتدی صدر", "Muqtada al-Sadr"),
    ("شیخ تمیم بن حمد", "Tamim bin Hamad Al Thani"),
    ("ملک عبدالله دوم", "Abdullah II of Jordan"),
    ("محمد حنیف اتمر", "Haneef Atmar"),
)
# Pairs that share a name, or sound alike, and are two people.
STRANGERS = (
    ("علی لاریجانی", "Sadeq Larijani"),
    ("اکبر هاشمی رفسنجانی", "Mohammad Hashemi Rafsanjani"),
    ("محمدرضا عارف", "Mohammad Reza Naqdi"),
    ("جان کری", "John Kelly"),
    ("فهد بن عبدالعزیز", "Sultan bin Abdulaziz"),
    ("نیکی هیلی", "Michelle Obama"),
    ("استیو بنن", "B. J. Penn"),
    ("ابراهیم رئیسی", "Ebrahim Yazdi"),
)
PERSIAN = st.text(alphabet="ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی \u200c", max_size=30)
LATIN = st.text(alphabet="abcdefghijklmnopqrstuvwxyzéçğşñ '-.,", max_size=40)


@pytest.mark.parametrize("persian, latin", RENDERED)
def test_a_persian_rendering_is_found(persian: str, latin: str) -> None:
    """News spellings of names from many languages are linked, beside a name that has nothing to do with them."""
    assert best_match(persian, [("other", "Peter Wells"), ("meant", latin)]) == Match(
        "meant", latin, score(persian, latin)
    )


@pytest.mark.parametrize("persian, latin", STRANGERS)
def test_a_shared_name_is_not_enough(persian: str, latin: str) -> None:
    """Somebody else with the same surname, or with the same first name, isn't linked."""
    assert best_match(persian, [("other", latin)]) is None


@pytest.mark.parametrize("persian", ["تاجانی", "آنتونیو تاجانی", "آقای تاجانی", "آنتونيو تاجاني"])
def test_surname_title_and_arabic_letters(persian: str) -> None:
    """A surname alone, a title before it and Arabic letters lead to the same person."""
    match = best_match(persian, MINISTERS)
    assert match is not None
    assert match.id == "tajani"


def test_two_who_fit_alike_are_nobody() -> None:
    """Where two people fit about as well, none is chosen; two names of one person are no rivals."""
    assert best_match("کلینتون", [("bill", "Bill Clinton"), ("hillary", "Hillary Clinton")]) is None
    match = best_match("کلینتون", [("bill", "Bill Clinton"), ("bill", "William Clinton")])
    assert match is not None
    assert match.id == "bill"


def test_the_order_of_candidates_says_nothing() -> None:
    """The same candidates in another order give the same match."""
    assert best_match("پائولو جنتیلونی", MINISTERS) == best_match("پائولو جنتیلونی", MINISTERS[::-1])


def test_surname_first_fits_nearly_as_well() -> None:
    """A Latin name with the surname first is read too, a little below the other order."""
    straight, turned = score("ویکتور اوربان", "Viktor Orbán"), score("ویکتور اوربان", "Orbán Viktor")
    assert THRESHOLD < turned < straight


@given(PERSIAN, LATIN)
def test_a_score_is_a_share(persian: str, latin: str) -> None:
    """Whatever is compared, the score lies in 0..1, and the same question gets the same answer."""
    value = score(persian, latin)
    assert 0.0 <= value <= 1.0
    assert value == score(persian, latin)


@given(PERSIAN, LATIN, st.floats(0.5, 0.95))
def test_a_floor_only_hides_what_is_below_it(persian: str, latin: str, floor: float) -> None:
    """With a floor, a score is what it is without, or 0 where it couldn't reach the floor."""
    full, floored = score(persian, latin), score(persian, latin, floor)
    assert floored == full or (floored <= full < floor)


@pytest.mark.parametrize("nothing", ["", "  ", "«»", "۱۲۳"])
def test_without_letters_nothing_matches(nothing: str) -> None:
    """A string without letters is nobody's name, in either script."""
    assert best_match(nothing, MINISTERS) is None
    assert score("تاجانی", nothing) == 0.0
