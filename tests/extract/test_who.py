"""Who fills the roles: lists of names, weapons and documents that stand for whose they are, whose deed is condemned."""

import pytest


def test_a_list_goes_on_over_ranks_and_offices(tell):
    """«سردار …، فرمانده …، سردار …، و سردار … را»: all of them are the object."""
    told = tell(
        "آمریکا سردار حاجی‌زاده، فرمانده نیروی هوافضای سپاه پاسداران، سردار تنگسیری فرمانده نیروی دریایی سپاه "
        "پاسداران، و سردار پاکپور را تحریم کرد."
    )
    event = told.event("SANCTION")
    assert event.actors == ("united-states",)
    assert len(event.recipients) == 3


def test_a_weapon_strikes_for_its_state(tell):
    """«توسط یک موشک ایرانی»: Iran did it."""
    event = tell("یک کشتی جنگی اسرائیل توسط یک موشک ایرانی هدف قرار گرفت.").event("ASSAULT")
    assert (event.actors, event.recipients) == (("iran",), ("israel",))


def test_who_refuses_needs_no_partner(tell):
    """«از پیوستن به … خودداری کرد»: he refuses, whoever wanted it."""
    told = tell("ترکیه در آخرین لحظه از پیوستن به این پیمان خودداری کرد.")
    assert told.event("REJECT").actors == ("turkey",)


def test_a_document_speaks_for_its_author(tell):
    """«بیانیه شورای امنیت از لبنان خواست …»: the council asks."""
    event = tell("بیانیه شورای امنیت از لبنان خواست مذاکره کند.").event("REQUEST")
    assert (event.actors, event.recipients) == (("un-security-council",), ("lebanon",))


def test_an_example_names_who_does_it(tell):
    """«مورد انتقاد برخی کشورها از جمله آمریکا قرار گرفت»: America criticises."""
    event = tell("سیاست‌های مسکو مورد انتقاد برخی کشورها از جمله آمریکا قرار گرفت.").event("ACCUSE")
    assert (event.actors, event.recipients) == (("united-states",), ("russia",))


def test_who_condemns_a_deed_accuses_its_doer(tell):
    """«توقیف کشتی ایران توسط انگلیس را محکوم کرد»: Britain is blamed, not the victim."""
    event = tell("ترکیه توقیف نفتکش ایران توسط نیروهای دریایی انگلیس را محکوم کرد.").event("ACCUSE")
    assert (event.actors, event.recipients) == (("turkey",), ("united-kingdom",))


def test_the_doer_stands_behind_the_deeds_object(tell):
    """«حمله به سوریه از سوی اسرائیل را محکوم کرد»: a verb without another recipient takes the doer."""
    event = tell("عراق حمله به سوریه از سوی اسرائیل را محکوم کرد.").event("ACCUSE")
    assert (event.actors, event.recipients) == (("iraq",), ("israel",))


def test_a_victim_is_not_blamed(tell):
    """«با انتقاد از توقیف نفتکش ایران»: nobody says who did it."""
    assert ("ACCUSE", None, ("european-union",), ("iran",)) not in tell(
        "اروپا با انتقاد از توقیف نفتکش ایران خواستار آزادی آن شد."
    ).acts()


def test_a_noun_with_its_doer_names_its_victim(tell):
    """«تحریم ایران از سوی آمریکا»: done to Iran by America."""
    event = tell("تحریم ایران از سوی آمریکا ادامه دارد.").event("SANCTION")
    assert (event.actors, event.recipients) == (("united-states",), ("iran",))


@pytest.mark.parametrize(
    "sentence",
    [
        "ترکیه قصد حمله به سوریه را دارد.",
        "ترکیه در صدد حمله به سوریه است.",
        "ترکیه از تصمیم خود برای حمله به سوریه خبر داد.",
        "ترکیه پیش از اجرای تصمیمش برای حمله به سوریه بیانیه داد.",
    ],
)
def test_who_has_a_plan_is_to_carry_it_out(tell, sentence):
    """Intention, plan, decision: the subject's own, and still to come."""
    event = tell(sentence).event("ASSAULT")
    assert (event.actors, event.recipients, event.status) == (("turkey",), ("syria",), "planned")


@pytest.mark.parametrize(
    "sentence",
    [
        "ترکیه به بمباران سوریه ادامه داد.",
        "ترکیه دست به حمله علیه سوریه زد.",
        "ترکیه اقدام به حمله به سوریه کرد.",
    ],
)
def test_a_verb_with_to_carries_the_act_behind_it(tell, sentence):
    """Going on with an act, resorting to it, setting about it: the clause's subject does it."""
    event = tell(sentence).event("ASSAULT")
    assert (event.actors, event.recipients, event.status) == (("turkey",), ("syria",), "actual")


def test_who_leads_a_group_acts_for_it(tell):
    """«غرب و در صدر آن آمریکا، …»: America is named for the West."""
    event = tell("غرب و در صدر آن آمریکا، ایران را به دروغگویی متهم می‌کنند.").event("ACCUSE")
    assert (event.actors, event.recipients) == (("united-states",), ("iran",))


def test_an_example_before_ra_is_the_object(tell):
    """«هشت فرمانده از جمله سردار … را تحریم کرد»: he is who is sanctioned."""
    event = tell("آمریکا هشت فرمانده از جمله سردار حاجی‌زاده را تحریم کرد.").event("SANCTION")
    assert event.recipients == ("amir-ali-hajizadeh",)
