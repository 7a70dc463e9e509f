"""Where an act takes place."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "ایران و ترکیه درباره تنش در خلیج فارس مذاکره کردند.",
        "ترکیه و آمریکا درباره نیروهای مستقر در سوریه به توافق رسیدند.",
        "وزیر خارجه عراق در تماس تلفنی با همتای اردنی خود در امان به او تبریک گفت.",
    ],
)
def test_where_what_is_talked_of_is_is_not_where_it_is_talked_of(tell, text):
    assert all(e.places == () for e in tell(text).extraction.events)


def test_where_talks_about_tension_elsewhere_are_held_is_their_place(tell):
    (event,) = tell("ایران و ترکیه درباره تنش در خلیج فارس در آنکارا مذاکره کردند.").extraction.events
    assert event.places == ("ankara",)


def test_who_attends_a_summit_visits_no_state(tell):
    """Who goes to a city for a summit is there, the state that it lies in is no host; so is he where the text says it again."""
    told = tell("رئیس جمهور لبنان برای شرکت در اجلاس مجمع عمومی سازمان ملل به نیویورک سفر کرد.")
    visit = told.event("CONSULT", "visit")
    assert (visit.recipients, visit.places) == ((), ("new-york",))
    told = tell("وزیر خارجه چین به وین سفر کرد. وزیر خارجه چین به منظور شرکت در نشست آژانس به وین سفر کرد.")
    assert not [a for a in told.acts() if "austria" in a[3]]


def test_who_goes_to_a_city_otherwise_visits_its_state(tell):
    """A journey to a capital without a summit has the state as its host."""
    assert tell("وزیر خارجه چین به وین سفر کرد.").event("CONSULT", "visit").recipients == ("austria",)
