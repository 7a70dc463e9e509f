"""What becomes no event, and why."""


def test_coming_home_is_no_visit(tell):
    """A president who lands in his own capital visits nobody."""
    told = tell("رئیس جمهور عراق وارد بغداد شد.")
    assert told.acts() == []
    assert "coming home is no visit" in told.reasons().values()


def test_an_outlet_only_reports(tell):
    """The agency that a report comes from accuses nobody; a newspaper that a verb makes ask does ask."""
    assert not [
        a
        for a in tell("به گزارش رویترز، پس از عدم پایبندی آمریکا به برجام قیمت‌ها بالا رفت.").acts()
        if "reuters" in a[2]
    ]


def test_a_rhetorical_must_asks_nobody(tell):
    """«باید دید» and «باید گفت» turn to the reader."""
    assert tell("وزیر خارجه روسیه گفت: باید دید نتیجه چه خواهد شد.").acts() == []
    assert tell("وزیر خارجه روسیه گفت: آمریکا باید به برجام بازگردد.").event("REQUEST").recipients == ("united-states",)


def test_a_question_claims_nothing(tell):
    """What is asked has not happened."""
    told = tell("آیا ایران و آمریکا توافق کردند؟")
    assert {e.status for e in told.extraction.events} <= {"conditional"}
    told = tell("هنوز مشخص نیست که آیا آمریکا به ایران حمله کرد.")
    assert {e.status for e in told.extraction.events} <= {"conditional"}


def test_the_opposition_is_not_the_state(tell):
    """Who meets a state's opposition leader, or its former president, has not met the state."""
    assert not [a for a in tell("دبیرکل سازمان ملل با رهبر مخالفان اوکراین دیدار کرد.").acts() if "ukraine" in a[3]]


def test_talks_say_who_not_where(tell):
    """«در مذاکرات ایران و فرانسه»: both are parties, neither is the place."""
    told = tell("در مذاکرات ایران و فرانسه موضوعات مهمی مطرح شد.")
    assert told.event("CONSULT", "negotiate").places == ()


def test_a_purpose_without_a_partner_pairs_nobody(tell):
    """Ministers who travel for consultations don't consult each other."""
    told = tell("وزیران خارجه انگلیس و فرانسه برای رایزنی به تهران سفر کردند.")
    assert {a[1] for a in told.acts()} == {"visit"}


def test_a_headline_about_another_president(tell):
    """The bare office of a headline is that of the only country whose office the text tells."""
    told = tell("یک هیات آمریکایی با بشار اسد رئیس جمهور سوریه دیدار کرد.", title="دیدار هیات آمریکایی با رئیس جمهور")
    assert "ebrahim-raisi" not in {p for a in told.acts() for p in (*a[2], *a[3])}
