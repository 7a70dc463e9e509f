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
