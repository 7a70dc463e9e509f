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


def test_an_interview_is_no_consultation(tell):
    """A president who talks to a presenter consults nobody."""
    told = tell("حسن روحانی رئیس جمهور در گفت و گو با کریستین امانپور مجری شبکه سی ان ان آمریکا را نقد کرد.")
    assert "CONSULT" not in {a[0] for a in told.acts()}


def test_a_subordinate_of_a_copula_is_not_the_speakers(tell):
    """«ایران کشوری است که خواهان صلح نیست»: it isn't the speaker who doesn't want peace."""
    told = tell("مشاور امنیت ملی آمریکا گفت که ایران کشوری است که خواهان صلح نیست.")
    assert {a[2] for a in told.acts()} <= {("iran",)}


def test_a_plural_verb_does_not_go_on_with_one_person(tell):
    """Who condemned it are several, not the president of the clause before."""
    told = tell("پزشکیان به این موضوع اشاره کرد و در بیانیه خود تجاوز اسرائیل را محکوم کردند.")
    assert "ACCUSE" not in {a[0] for a in told.acts()}


def test_who_is_to_blame_is_not_who_blames(tell):
    """«عامل … بودند» tells who did it; «مسئول … دانست» who says so."""
    assert tell("اعضای القاعده عامل این حمله بودند.").acts() == []
    assert tell("هند پاکستان را مسئول این حمله دانست.").event("ACCUSE").recipients == ("pakistan",)


def test_harm_that_others_reject_stays_done(tell):
    """The UN rejects America's sanctions; they are there."""
    told = tell("روسیه تحریم‌های آمریکا علیه ایران را رد کرد.")
    assert {e.status for e in told.extraction.events if e.type == "SANCTION"} <= {"actual"}


def test_a_party_of_a_country_is_not_the_country(tell):
    """Calling a party terrorist says nothing of its state."""
    assert not [a for a in tell("آمریکا حزب کارگران عراق را تروریستی خواند.").acts() if "iraq" in a[3]]


def test_what_should_have_been_done_is_no_request(tell):
    """«باید مذاکره می‌کرد» looks back."""
    assert not [a for a in tell("سخنگوی حماس گفت: عباس باید با حماس مذاکره می‌کرد.").acts() if a[0] == "REQUEST"]


def test_a_denial_stands_alone(tell):
    """Who denies an attack rejects the charge; no attack, not even a negated one, stands beside it."""
    told = tell("ایران حمله به عربستان را تکذیب کرد.")
    assert {a[0] for a in told.acts()} == {"REJECT"}
    assert "denied: the denial is the event" in told.reasons().values()


def test_before_a_visit_and_on_it_is_one_visit(tell):
    """«پیش از سفر» and «در سفر» tell of one journey; so do a call and the talk on the phone."""
    told = tell("نتانیاهو پیش از سفر به لندن سخنرانی کرد. نتانیاهو به لندن سفر کرد.")
    assert [a[1] for a in told.acts()] == ["visit"]
    told = tell("پوتین با مکرون تماس تلفنی گرفت. پوتین و مکرون درباره سوریه گفت‌وگو کردند.")
    assert [a[1] for a in told.acts()] == ["call"]


def test_a_match_is_no_meeting(tell):
    """Teams meet, attack and lose for their countries; no state does."""
    told = tell("بازیکنان تیم ملی فوتبال کویت در دیدار با عمان خوب بازی کردند. لیگ از فردا آغاز می‌شود.")
    assert told.acts() == []


def test_a_mayors_must_is_a_home_matter(tell):
    """What a local official asks of nobody in particular concerns no other state."""
    told = tell("احمد رضایی شهردار گفت: مسئولان باید از روزنامه‌های استان حمایت کنند.")
    assert told.acts() == []


def test_idioms_are_no_acts(tell):
    """«به دنیا آمد» is no visit, «از دست داد» no handshake."""
    assert tell("این فضانورد در آمریکا به دنیا آمد.").acts() == []
    assert tell("ایران توان رقابت با کشورهایی نظیر پاکستان را از دست داده است.").acts() == []


def test_what_is_only_supposed_has_not_happened(tell):
    """What others think will happen is no fact."""
    told = tell("آنها گمان می‌کردند که ارتش سوریه شکست می‌خورد و اسرائیل به لبنان حمله می‌کند.")
    assert "actual" not in {e.status for e in told.extraction.events}


def test_on_a_journey_to_come(tell):
    """A meeting told under a verb of the future is to come."""
    told = tell("مکرون در دیدار با ترامپ درباره ایران رایزنی خواهد کرد.")
    assert {e.status for e in told.extraction.events} == {"planned"}


def test_calling_in_an_envoy_is_a_complaint(tell):
    """Who calls in another state's ambassador accuses that state."""
    told = tell("وزارت خارجه ایران سفیر انگلیس در تهران را فراخواند.")
    assert "ACCUSE" in {a[0] for a in told.acts()}
    assert "REQUEST" not in {a[0] for a in told.acts()}


def test_a_noun_under_a_preposition_is_not_the_verbs(tell):
    """«پاسخی به این تقاضا نداده است» asks for nothing."""
    assert "REQUEST" not in {a[0] for a in tell("پاریس تاکنون پاسخ مشخصی به این تقاضا نداده است.").acts()}


def test_troops_leave_no_agreement(tell):
    """Leaving a country is no sanction; leaving an agreement is."""
    assert "SANCTION" not in {a[0] for a in tell("نیروهای ترکیه از سوریه خارج شدند.").acts()}
    assert tell("آمریکا از برجام خارج شد.").event("SANCTION").topics == ("jcpoa",)


def test_who_is_accused_accuses_nobody(tell):
    """«او متهم است» tells what is held against him."""
    assert not [a for a in tell("اولمرت در دادگاه‌های سوئیس متهم است.").acts() if a[2]]


def test_what_is_fended_off_is_others_doing(tell):
    """Two sides that agree on how to meet threats threaten nobody."""
    told = tell("ایران و روسیه درباره آمادگی برای مقابله با تهدیدهای آتی توافق کردند.")
    assert "THREATEN" not in {a[0] for a in told.acts()}


def test_a_state_goes_nowhere(tell):
    """Officials and delegations travel; a state that «goes to» another does so in a figure of speech."""
    assert tell("سوریه به لبنان نخواهد رفت.").acts() == []
    assert tell("هیات سوریه به لبنان سفر کرد.").event("CONSULT", "visit").actors == ("syria",)


def test_right_now_is_nobody_ready(tell):
    """«در حال حاضر» says when, not that somebody is ready."""
    told = tell("وزیر خارجه روسیه گفت: ژاپن در حال حاضر شریک چین است.")
    assert not [rule for rule in told.reasons() if rule.startswith("agree.ready")]
    assert told.acts() == []


def test_what_both_sides_of_a_meeting_want_is_asked_of_neither(tell):
    """«طرفین بر ضرورت … تأکید کردند» is no request; one side alone asks."""
    both = tell("وزیران خارجه ترکیه و عراق دیدار کردند. طرفین بر ضرورت پایان جنگ یمن تأکید کردند.")
    assert [act for act in both.acts() if act[0] == "REQUEST"] == []
    one = tell("ترکیه بر ضرورت پایان جنگ یمن تأکید کرد.")
    assert [act[2] for act in one.acts() if act[0] == "REQUEST"] == [("turkey",)]
