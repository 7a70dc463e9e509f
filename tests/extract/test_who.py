"""Who fills the roles: lists of names, weapons and documents that stand for whose they are, whose deed is condemned."""


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
