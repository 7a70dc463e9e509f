"""What only sounds like an act towards another."""


def of(told, type_):
    """The acts of a type."""
    return [a for a in told.acts() if a[0] == type_]


def test_who_does_not_want_something_asks_nobody(tell):
    """Not to be for war is no demand; not to ask a named state still is told."""
    assert of(tell("وزیر خارجه عراق گفت: عراق خواهان جنگ با ترکیه نیست."), "REQUEST") == []
    assert tell("عراق از ترکیه درخواست کمک نکرد.").event("REQUEST").status == "negated"


def test_what_ones_own_state_should_do_is_a_position(tell):
    """A minister who says what his state must do asks no other state."""
    assert of(tell("وزیر خارجه فرانسه گفت: فرانسه باید از منافع خود دفاع کند."), "REQUEST") == []
    assert of(tell("وزیر خارجه فرانسه گفت: ایتالیا باید به تعهدات خود عمل کند."), "REQUEST")


def test_a_propaganda_attack_hits_nobody(tell):
    """Economic wars and attacks in the press are figures of speech."""
    assert of(tell("آمریکا وارد جنگ تجاری با چین شده است."), "ASSAULT") == []
    assert of(tell("آمریکا وارد جنگ با چین شده است."), "ASSAULT")
    told = tell("روسیه حملات تبلیغاتی گسترده‌ای را علیه اوکراین آغاز کرد.")
    assert of(told, "ASSAULT") == []
    assert told.event("ACCUSE").recipients == ("ukraine",)


def test_the_press_helps_nobody(tell):
    """A paper that gives its first page to a country has given it nothing."""
    assert tell("روزنامه واشنگتن پست به عراق کمک کرد.").acts() == []


def test_who_tells_of_victims_is_none(tell):
    """A broadcaster that reports deaths hasn't been hit."""
    assert "al-jazeera" not in str(of(tell("شبکه الجزیره اعلام کرد در پی انفجار ۲۰ نفر کشته شدند."), "ASSAULT"))


def test_an_attack_not_made_is_negated(tell):
    """A negated infinitive denies its noun, and it is the act of whose plan it is."""
    event = tell("نخست وزیر کانادا گفت با تصمیم رئیس جمهور فرانسه برای حمله نکردن به سوریه موافق است.").event("ASSAULT")
    assert event.status == "negated"
    assert "canada" not in str(event.actors)


def test_to_have_no_need_asks_for_nothing(tell):
    """The present of «داشتن» is no wish."""
    assert of(tell("وزیر خارجه آلمان گفت: لهستان نیازی به مشاوره ندارد."), "REQUEST") == []
