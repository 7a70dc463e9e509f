"""Whom words hit: judgements, demands and threats about what others do."""


def test_who_did_a_condemned_deed_is_condemned(tell):
    """«حمله به … توسط … را محکوم کرد»: its doer."""
    event = tell("وزارت خارجه لبنان بمباران یک بندر توسط نیروهای اسرائیل را محکوم کرد.").event("ACCUSE")
    assert event.recipients == ("israel",)


def test_the_victim_of_a_condemned_deed_is_not_condemned(tell):
    """«بازداشت دیپلمات‌های … را محکوم کرد»: no reproach to them."""
    assert not tell("وزیر خارجه ترکیه بازداشت دیپلمات‌های عراق را محکوم کرد.").acts()


def test_whom_an_opposed_act_would_hit_is_not_turned_down(tell):
    """«مخالف متهم کردن … است»: it is somebody else whom that refuses."""
    event = tell("وزیر خارجه روسیه مخالف متهم کردن ایران به این حمله است.").event("REJECT")
    assert event.recipients == ()


def test_whom_the_held_out_deed_would_hit_is_threatened(tell):
    """«تهدید … به اعمال تحریم علیه …»: the deed says whom."""
    event = tell("تهدید رئیس جمهور آمریکا به اعمال تحریم علیه ترکیه بی‌پاسخ نماند.").event("THREATEN")
    assert event.recipients == ("turkey",)
