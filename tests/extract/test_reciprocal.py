"""Acts that two sides do to each other."""

import pytest

from relgraph.model import Article
from relgraph.pipeline import extract


def _edges(text: str) -> set[tuple[tuple[str, ...], str, tuple[str, ...]]]:
    found = extract(Article("a", "", text, "2021-03-04")).events
    return {(e.actors, e.type, e.recipients) for e in found}


def test_who_clash_with_each_other_are_the_two_sides_of_one_event() -> None:
    edges = _edges("نظامیان ارمنستان و جمهوری آذربایجان در مرز با یکدیگر درگیر شدند.")
    assert edges == {(("armenia",), "ASSAULT", ("azerbaijan",))}


@pytest.mark.parametrize(
    "text, kind",
    [
        ("ترکیه و یونان یکدیگر را به نقض حریم هوایی متهم کردند.", "ACCUSE"),
        ("ترکیه و یونان علیه همدیگر تحریم وضع کردند.", "SANCTION"),
    ],
)
def test_what_each_does_to_the_other_is_told_both_ways(text: str, kind: str) -> None:
    assert _edges(text) == {(("turkey",), kind, ("greece",)), (("greece",), kind, ("turkey",))}


def test_together_with_a_third_is_not_against_each_other() -> None:
    assert _edges("ترکیه و یونان با هم از سیاست‌های روسیه انتقاد کردند.") == {
        (("turkey", "greece"), "ACCUSE", ("russia",))
    }
