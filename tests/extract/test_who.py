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
