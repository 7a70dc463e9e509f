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


def test_what_others_claim_is_no_judgement(tell):
    """Who quotes a claim to refute it doesn't judge by it; nor does who answers a question."""
    told = tell("سفیر کوبا گفت: ادعای آمریکا مبنی بر اینکه ونزوئلا تهدیدی برای منطقه است، دروغ است.")
    assert "venezuela" not in str(of(told, "ACCUSE"))
    told = tell("سفیر کوبا در پاسخ به این پرسش که ونزوئلا خطرناک است، گفت: نمی‌دانم.")
    assert of(told, "ACCUSE") == []


def test_who_opposes_charging_a_state_opposes_no_act_of_its(tell):
    """For and against go with what is somebody's own."""
    assert "egypt" not in str(of(tell("ایتالیا مخالف متهم کردن مصر است."), "REJECT"))
    assert tell("ایتالیا مخالف سیاست‌های مصر است.").event("REJECT").recipients == ("egypt",)


def test_the_talk_in_which_something_is_refused_is_not_refused(tell):
    """A journalist who is told that a claim is false isn't turned down."""
    told = tell("وزیر خارجه قطر در گفت‌وگو با وزیر خارجه عمان گزارش‌ها را تکذیب کرد.")
    assert "oman" not in str(of(told, "REJECT"))


def test_who_meets_several_of_many_states_meets_each(tell):
    """Partners of a list haven't met each other; at one table they have."""
    told = tell("نخست وزیر عراق با وزیر خارجه فرانسه، وزیر خارجه هند و وزیر خارجه ژاپن دیدار کرد.")
    assert sorted(len(a[2] + a[3]) for a in of(told, "CONSULT")) == [2, 2, 2]
    told = tell("نخست وزیر عراق در نشستی سه‌جانبه با وزیر خارجه فرانسه، وزیر خارجه هند و وزیر خارجه ژاپن دیدار کرد.")
    assert max(len(a[2] + a[3]) for a in of(told, "CONSULT")) > 2


def test_separate_meetings_are_several(tell):
    """«جداگانه» says that two were met one after the other."""
    told = tell("نخست وزیر عراق دیدارهای جداگانه‌ای با امیر قطر و پادشاه اردن داشت.")
    assert [len(a[2] + a[3]) for a in of(told, "CONSULT")] == [2, 2]


def test_an_interview_has_one_partner(tell):
    """What stands behind a second «با» is not whom he talks to."""
    told = tell("نخست وزیر ژاپن در گفت‌وگو با یک روزنامه عربی با اشاره به جنگ با آمریکا گفت: صلح بهتر است.")
    assert of(told, "CONSULT") == []


def test_at_present_is_no_readiness(tell):
    """«در حال حاضر» is an adverb."""
    assert of(tell("نماینده مکزیک گفت: در حال حاضر هزینه زندگی در فرانسه بالا است."), "AGREE") == []


def test_the_two_sides_of_a_meeting_just_told_are_not_another(tell):
    """«طرفین» are the two ministers who met, not two states of the sentence before."""
    told = tell("وزیر خارجه اردن با وزیر خارجه مصر در عمان دیدار کرد. طرفین در این دیدار درباره امنیت گفت‌وگو کردند.")
    assert len(of(told, "CONSULT")) == 1


def test_what_is_asked_in_an_interview_is_not_told(tell):
    """The question is the journalist's; the answer is told."""
    told = tell("سخنگوی دولت مصر در پاسخ به این پرسش که اردن به سوریه حمله کرد، گفت: مصر این حمله را محکوم می‌کند.")
    assert of(told, "ASSAULT") == []


def test_what_hits_a_nameless_place_hits_no_name_beside_it(tell):
    """«به این دفاتر» is what was attacked, not who ordered it."""
    assert of(tell("به دستور قاضی، دادستان لبنان به این دفاتر حمله شد."), "ASSAULT") == []


def test_what_cannot_be_is_not_asked_for(tell):
    """«نمی‌تواند» and «شاید» are no «باید»."""
    assert of(tell("وزیر خارجه مصر گفت: ترکیه شاید به این نامه پاسخ ندهد."), "REQUEST") == []


def test_a_tanker_is_nobodys_own_seizure(tell):
    """«نفتکش» ends in ش by itself."""
    assert of(tell("انتقاد وزیر خارجه نروژ، آنیکن هویتفلت از توقیف نفتکش ایران"), "COERCE") == []


def test_a_fight_against_an_agreement_hits_nobody(tell):
    """Only words are attacked."""
    assert of(tell("نبرد نخست وزیر اسرائیل علیه برجام ادامه دارد."), "ASSAULT") == []


def test_what_befalls_a_state_is_no_fault_of_its(tell):
    """Who calls a state's partition a threat accuses whoever wants it."""
    told = tell("رئیس جمهور یونان گفت: تجزیه سوریه تهدیدی برای منطقه است.")
    assert "syria" not in str([a[3] for a in of(told, "ACCUSE")])
