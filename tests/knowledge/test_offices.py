import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.knowledge.offices import Offices
from relgraph.knowledge.seeds import Spell


def spell(person, start, end=None, kind=None, role="president", of="iran"):
    return Spell(person, of, role, "president", start, end, kind or ("known" if end else "open"))


PRESIDENTS = Offices([
    spell("third", "2024-07-28"),
    spell("first", "2013-08-03", "2021-08-02"),
    spell("second", "2021-08-03", "2024-05-19"),
])  # fmt: skip
days = st.builds("{:04}-{:02}-{:02}".format, st.integers(1990, 2030), st.integers(1, 12), st.integers(1, 28))
spells = st.lists(
    st.builds(
        lambda person, start, end: spell(person, *sorted((start, end)), "known") if end else spell(person, start),
        st.sampled_from("abcd"), days, st.one_of(st.none(), days),
    ),
    max_size=4,
)  # fmt: skip


def holder(offices, day):
    found = offices.holder("president", "iran", day)
    return found.person if found else None


@pytest.mark.parametrize(
    "day, person",
    [
        ("2013-08-02", None),
        ("2013-08-03", "first"),
        ("2021-08-02", "first"),
        ("2021-08-03", "second"),
        ("2022-01-19", "second"),
        ("2022-01", "second"),
        ("2022", "second"),
        ("2024-05-19", "second"),
        ("2024-06-10", None),
        ("2024-07-28", "third"),
        ("2024-11", "third"),
    ],
)
def test_the_holder_of_a_day(day, person):
    """From the first to the last day of a spell its person holds the office; between two spells nobody is known."""
    assert holder(PRESIDENTS, day) == person


def test_what_is_open_goes_on():
    """An office that the tables call open is assumed to be held beyond their end."""
    assert holder(PRESIDENTS, "2031-01-01") == "third"


@pytest.mark.parametrize("day", ["2021", "2021-08"])
def test_a_month_or_year_of_a_change_has_no_certain_holder(day):
    """Where the day is known to the month or year only and two people held the office in it, none is told."""
    assert holder(PRESIDENTS, day) is None


def test_who_came_during_the_last_month_of_another_is_not_overlooked():
    """An end known to the month only doesn't keep the old holder in office when the new one has come."""
    offices = Offices([spell("old", "2018", "2020-08"), spell("new", "2020-08-18")])
    assert holder(offices, "2020-08-28") != "old"


def test_rival_holders_leave_the_office_unresolved():
    """Two authorities at once (as in Yemen or Libya): never a guess."""
    rivals = Offices([spell("one", "2012-02-27"), spell("other", "2012-02-27"), spell("heir", "2022-04-07")])
    assert holder(rivals, "2019-06-01") is None


def test_a_sourced_spell_wins_over_one_that_was_never_closed():
    """Where one holder's dates are known and another's end is missing, the known one held it."""
    offices = Offices([spell("stale", "2001", kind="unknown"), spell("sure", "2003-05-01", "2009-04-30")])
    assert holder(offices, "2004-01-01") == "sure"


def test_an_unknown_end_lasts_until_the_successor_comes():
    """Without a recorded end the next person's start ends a spell."""
    offices = Offices([spell("before", "2010-01-01", kind="unknown"), spell("after", "2012-06-01", kind="unknown")])
    assert holder(offices, "2011-01-01") == "before"
    assert holder(offices, "2013-01-01") == "after"


def test_an_unknown_end_does_not_last_for_ever():
    """Without a recorded end and a successor a spell is taken to last a few years, not decades."""
    offices = Offices([spell("lone", "1995-01-01", kind="unknown")])
    assert holder(offices, "1997-01-01") == "lone"
    assert holder(offices, "2024-01-01") is None


def test_an_unknown_start_tells_nothing():
    """A spell without start covers no day."""
    assert holder(Offices([spell("someone", None, "2010")]), "2005-01-01") is None


def test_dates_of_months_and_years_count_in_full():
    """A spell that ends in a month lasts to its last day; one that starts in a year starts with its first."""
    offices = Offices([spell("someone", "2010", "2012-03")])
    assert holder(offices, "2010-01-01") == holder(offices, "2012-03-31") == "someone"
    assert holder(offices, "2012-04-01") is None


def test_former_holders_are_those_who_left():
    """Who came before the day and doesn't hold the office on it; who comes later isn't former."""
    former = PRESIDENTS.former("president", "iran", "2022-01-19")
    assert [s.person for s in former] == ["first"]
    assert [s.person for s in PRESIDENTS.former("president", "iran", "2024-06-10")] == ["first", "second"]


def test_who_came_back_is_not_former():
    """A person in office again isn't a former holder."""
    offices = Offices([spell("back", "2001", "2005"), spell("other", "2006", "2010"), spell("back", "2011")])
    assert [s.person for s in offices.former("president", "iran", "2015-01-01")] == ["other"]


def test_offices_are_kept_apart():
    """Another role and another country are other offices; a person's offices of a day are all told."""
    offices = Offices([spell("a", "2010"), spell("a", "2012", role="party-leader"), spell("b", "2010", of="iraq")])
    assert holder(offices, "2013-01-01") == "a"
    assert [s.role for s in offices.in_office("a", "2013-01-01")] == ["president", "party-leader"]
    assert [s.role for s in offices.in_office("a", "2011-01-01")] == ["president"]
    assert offices.in_office("nobody", "2011-01-01") == offices.spells("king", "iran") == ()


@given(spells, days, st.randoms())
def test_the_order_of_the_table_says_nothing(told, day, random):
    """The holder of a day is the same however the table is sorted."""
    shuffled = list(told)
    random.shuffle(shuffled)
    assert holder(Offices(told), day) == holder(Offices(shuffled), day)


@given(spells, days)
def test_a_holder_has_a_spell_on_that_day(told, day):
    """Whoever is told has a spell that began by that day and isn't known to have ended before it."""
    found = Offices(told).holder("president", "iran", day)
    assert found is None or (found.start <= day and (found.end is None or day <= found.end))
