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


def test_separate_meetings_are_a_meeting_with_each() -> None:
    """Whom somebody meets separately don't meet each other; whom he meets together do."""
    assert _edges("وزیر خارجه اوکراین دیدارهای جداگانه‌ای با نخست وزیر ژاپن و نخست وزیر هند داشت.") == {
        (("dmytro-kuleba",), "CONSULT", ("yoshihide-suga",)),
        (("dmytro-kuleba",), "CONSULT", ("narendra-modi",)),
    }


def test_who_attends_a_meeting_meets() -> None:
    assert _edges("نشست سه‌جانبه در قاهره با حضور وزیران خارجه ترکیه و ایران برگزار شد.") == {
        (("turkey",), "CONSULT", ("iran",))
    }


def test_ministers_told_in_one_plural_are_all_their_states() -> None:
    """One of them may be named elsewhere: the others are not, and talks have sides of one kind."""
    edges = _edges("مذاکرات میان وزرای خارجه مصر، سودان و اتیوپی برگزار شد. سامح شکری وزیر خارجه مصر خوشبین است.")
    assert edges == {(("egypt",), "CONSULT", ("sudan", "ethiopia"))}
