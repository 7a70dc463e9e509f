"""Spells in office are joined and cleaned without losing time or claiming what contradicts itself."""

import importlib.util
import sys
from itertools import pairwise
from types import ModuleType

from hypothesis import given
from hypothesis import strategies as st

from relgraph.resources import SEEDS


def _module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("spells", SEEDS / "tools" / "people" / "spells.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["spells"] = module
    spec.loader.exec_module(module)
    return module


spells = _module()
days = st.builds("{:04}-{:02}-{:02}".format, st.integers(2000, 2012), st.integers(1, 12), st.integers(1, 28))
dates = st.builds(lambda day, length: day[:length], days, st.sampled_from((4, 7, 10)))


def spell(start: str, end: str = "", kind: str = "unknown", person: str = "a"):
    return spells.Spell(person, "x", "president", "president", start, end, "known" if end else kind, "facts")


told = st.lists(
    st.builds(spell, dates, st.one_of(st.just(""), dates), st.sampled_from(("open", "unknown"))), max_size=6
)


@given(told)
def test_cleaning_twice_is_cleaning_once(given_spells) -> None:
    """What is clean stays as it is."""
    once = spells.clean(given_spells)
    assert spells.clean(once) == once


@given(told)
def test_clean_spells_follow_each_other(given_spells) -> None:
    """The spells of a person in an office don't overlap, and only the last may lack its end."""
    clean = sorted(spells.clean(given_spells), key=lambda s: s.start)
    for before, after in pairwise(clean):
        assert before.end
        assert before.end[:4] <= after.start[:4]


def test_a_known_end_is_kept_before_an_inferred_one() -> None:
    """Of two tellings of one spell, the sourced end stands."""
    known = spell("2021-08-03", "2024-05-19")
    inferred = spells.Spell("a", "x", "president", "president", "2021-08-03", "2024-07-28", "successor", "facts")
    assert spells.clean([inferred, known]) == [known]


def test_reappointments_without_a_break_are_one_spell() -> None:
    """Three cabinets in a row are one time in office; a return after years is another."""
    first, second = spell("2009-03-31", "2013-03-18"), spell("2013-03-18", "2021-06-13")
    later = spell("2022-12-29", kind="open")
    assert [(s.start, s.end) for s in spells.clean([later, second, first])] == [
        ("2009-03-31", "2021-06-13"),
        ("2022-12-29", ""),
    ]


def test_an_end_before_the_start_makes_a_stated_spell_unusable() -> None:
    """A spell that is said to end before it began is left out."""
    assert spells.clean([spell("2002-11-14", "2002-01-06")]) == []
