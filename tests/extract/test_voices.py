"""In whose words events are told, and what is still to come."""

import pytest

from relgraph.knowledge.world import World, load_world
from relgraph.model import Article, Event
from relgraph.pipeline import read


@pytest.fixture(scope="module")
def world() -> World:
    """The seeds and the language."""
    return load_world()


def told(world: World, text: str, title: str = "") -> list[Event]:
    """The events of an article of 5 September 2019 by an outlet that none of the texts cites."""
    return list(read(Article("x", title, text, "2019-09-05", "IRNA"), world).events)


def speakers(world: World, text: str, kind: str, title: str = "") -> set[str | None]:
    """Who tells the events of a type."""
    return {e.speaker for e in told(world, text, title) if e.type == kind}


def test_a_statement_goes_on_in_its_paragraph(world: World) -> None:
    """The sentences behind a colon are still the speaker's, until the outlet speaks again."""
    text = "لاوروف گفت: روسیه به توافق پایبند است. آمریکا به سوریه حمله کرد. گفتنی است ترکیه به عراق حمله کرد."
    found = {e.actors: e.speaker for e in told(world, text) if e.type == "ASSAULT"}
    assert found == {("united-states",): "sergey-lavrov", ("turkey",): None}


def test_an_outlet_quotes_an_official(world: World) -> None:
    """What a newspaper writes as an official's word is his, through the newspaper."""
    text = "روزنامه هاآرتص به نقل از یک مقام آمریکایی نوشت: ترکیه به سوریه حمله کرد."
    [event] = [e for e in told(world, text) if e.type == "ASSAULT"]
    assert (event.speaker, event.via) == ("united-states", ("haaretz",))


def test_what_a_report_names_is_retold(world: World) -> None:
    """An act that a clause of saying only names is told by who says it."""
    assert speakers(world, "لاوروف از حمله ترکیه به سوریه خبر داد.", "ASSAULT") == {"sergey-lavrov"}


def test_he_who_goes_on_is_the_one_who_spoke(world: World) -> None:
    """«وی افزود» goes on with the main speaker, not with whom he quoted."""
    text = "لاوروف گفت که ماکرون تأکید کرد که آلمان از فرانسه حمایت می‌کند.\nوی افزود: آمریکا به سوریه حمله کرد."
    assert speakers(world, text, "ASSAULT") == {"sergey-lavrov"}


def test_the_points_under_a_headline_are_its_speakers(world: World) -> None:
    """The points below «ظریف: …» are his words."""
    text = "ظریف: ما به توافق پایبندیم\n🔹\nآمریکا به سوریه حمله کرد."
    assert speakers(world, text, "ASSAULT") == {"mohammad-javad-zarif"}


def test_a_condition_reports_nothing(world: World) -> None:
    """What is said under «اگر … تصور می‌کند» is still told by who speaks."""
    text = "لاوروف گفت: اگر ترکیه تصور کند که آمریکا به سوریه حمله کرد، اشتباه می‌کند."
    assert speakers(world, text, "ASSAULT") <= {"sergey-lavrov"}


@pytest.mark.parametrize(
    "text",
    [
        "ظریف امروز وارد مسکو می‌شود.",
        "ظریف فردا با لاوروف دیدار کرده و به تهران باز خواهد گشت.",
        "روسیه نیروهای خود را از سوریه خارج می‌کند.",
    ],
)
def test_what_is_still_to_come_is_planned(world: World, text: str) -> None:
    """A present tense with its day to come, and a participle joined to a future, tell plans."""
    found = {e.status for e in told(world, text) if e.type in ("CONSULT", "RETREAT")}
    assert found == {"planned"}


def test_a_meeting_on_a_journey_is_where_it_went(world: World) -> None:
    """«در سفر به لندن با … دیدار کرد» met him in London."""
    events = told(world, "ظریف در سفر به لندن با جانسون نخست‌وزیر انگلیس دیدار کرد.")
    assert [e.places for e in events if e.mode == "meet"] == [("london",)]


def test_an_act_of_speech_has_the_day_of_its_report(world: World) -> None:
    """Who warned on Thursday in a report of Thursday did so that day."""
    events = told(world, "لاوروف روز چهارشنبه گفت که آمریکا باید نیروهایش را از سوریه خارج کند.")
    assert {e.date for e in events if e.type == "REQUEST"} == {"2019-09-04"}


def test_the_day_of_a_named_act_is_not_the_day_of_its_condemnation(world: World) -> None:
    """«اقدام روز گذشته اسرائیل» says when Israel acted, not when somebody condemned it."""
    events = told(world, "ظریف اقدام روز گذشته اسرائیل را محکوم کرد.")
    assert [e.date for e in events if e.type == "ACCUSE"] == [None]


def test_who_spoke_last_says_we(world: World) -> None:
    """A sentence in the first person goes on with the last speaker, also in a new paragraph."""
    text = "لاوروف گفت: جنگ راه حل نیست.\nما از پیشنهاد قطر استقبال می‌کنیم."
    assert speakers(world, text, "SUPPORT") == {"sergey-lavrov"}


def test_a_meeting_on_a_planned_journey_is_planned(world: World) -> None:
    """«در این سفر دیدار می‌کند» is as much to come as the journey."""
    text = "لاوروف فردا به آنکارا سفر خواهد کرد. وی در این سفر با رئیس جمهور ترکیه دیدار می‌کند."
    assert {e.status for e in told(world, text) if e.mode == "meet"} == {"planned"}


@pytest.mark.parametrize("gap, speaker", [(" ", "reuters"), ("\n", None)])
def test_a_cited_report_goes_on_to_the_end_of_its_paragraph(world: World, gap: str, speaker: str | None) -> None:
    """What follows «به گزارش رویترز» in the same paragraph is still its report."""
    text = f"به گزارش رویترز لاوروف به آنکارا رفت.{gap}ترکیه به عراق حمله کرد."
    assert speakers(world, text, "ASSAULT") == {speaker}
