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


def test_a_threat_is_told_to_whom_its_condition_names(tell):
    """«تهدید کرد که اگر … کند»: who is not to do it."""
    told = tell("وزیر خارجه ژاپن تهدید کرد که اگر کره شمالی موشک آزمایش کند، توکیو پاسخ خواهد داد.")
    assert told.event("THREATEN").recipients == ("north-korea",)


def test_what_follows_an_attack_threatens_the_attacker(tell):
    """«اگر … حمله کند، … را هدف قرار می‌دهیم»."""
    told = tell("وزیر دفاع ترکیه گفت: اگر سوریه به نیروهای ما حمله کند، پایگاه‌های آن‌ها را نابود می‌کنیم.")
    assert told.event("THREATEN").recipients == ("syria",)


def test_what_follows_a_return_is_no_threat(tell):
    """«اگر … بازگردد، ما هم بازمی‌گردیم»."""
    told = tell("وزیر خارجه ایران گفت: اگر آمریکا به برجام بازگردد، ما هم به تعهدات خود بازمی‌گردیم.")
    assert not [a for a in told.acts() if a[0] == "THREATEN"]


def test_stressing_a_need_is_a_request(tell):
    """«بر ضرورت … تأکید کرد»: whoever can, is asked."""
    event = tell("وزیر خارجه چین بر ضرورت پایبندی آمریکا به برجام تأکید کرد.").event("REQUEST")
    assert (event.actors, event.recipients) == (("wang-yi",), ("united-states",))


def test_who_speaks_of_misconduct_accuses(tell):
    """«با اشاره به زیاده‌خواهی … گفت»: the speaker."""
    told = tell("وزیر خارجه چین با اشاره به زیاده‌خواهی آمریکا گفت که مذاکرات دشوار است.")
    assert told.event("ACCUSE").recipients == ("united-states",)
