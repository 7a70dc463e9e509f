def test_an_office_is_a_relation_with_its_title(tell):
    """Who holds an office represents its country; the title is the qualifier, the office the evidence."""
    told = tell("وزیر خارجه روسیه به باکو رسید.")
    assert told.relations() == {("sergey-lavrov", "represents", "russia", "foreign minister")}
    (relation,) = told.extraction.relations
    assert relation.evidence.text == "وزیر خارجه روسیه"


def test_a_spokesperson_represents_the_body_named(tell):
    """The ministry in the office is what its spokesperson represents, and it is part of its state."""
    relations = tell("سخنگوی وزارت خارجه روسیه به خبرنگاران پاسخ داد.").relations()
    assert ("maria-zakharova", "represents", "russia-mfa", "foreign ministry spokesperson") in relations
    assert ("russia-mfa", "partOf", "russia", None) in relations


def test_talks_are_held_where_their_name_says(tell):
    """The Vienna talks are held in Vienna."""
    assert ("vienna-talks", "heldIn", "vienna", None) in tell("مذاکرات وین با حضور ایران ادامه دارد.").relations()


def test_membership_has_its_sort(tell):
    """«عضو دائم» is full membership."""
    told = tell("ایران عضو دائم سازمان همکاری شانگهای است.")
    assert told.relations() == {("iran", "memberOf", "sco", "full")}


def test_a_member_may_stand_behind_the_word(tell):
    """«عضویت ایران در …» tells a membership too."""
    told = tell("عضویت ایران در سازمان همکاری شانگهای تصویب شد.")
    assert ("iran", "memberOf", "sco") in {r[:3] for r in told.relations()}


def test_a_relation_told_by_somebody_has_its_speaker(tell):
    """A relation in somebody's words is that person's claim."""
    told = tell("وزیر خارجه چین گفت ایران عضو سازمان همکاری شانگهای است.")
    (membership,) = [r for r in told.extraction.relations if r.predicate == "memberOf"]
    assert membership.speaker == "wang-yi"


def test_a_relation_is_told_once(tell):
    """The same office named three times is one relation."""
    told = tell("وزیر خارجه روسیه آمد. وزیر خارجه روسیه رفت. لاوروف وزیر خارجه روسیه است.")
    assert len(told.extraction.relations) == 1


def test_a_place_lies_in_the_country_behind_it(tell):
    """Quotation marks, directions and a region in between don't hide the country."""
    relations = tell("شهر «خمیس مشیط» در جنوب غرب عربستان هدف قرار گرفت.").relations()
    assert ("khamis-mushait", "locatedIn", "saudi-arabia", None) in relations


def test_who_is_bound_by_a_document_is_its_party(tell):
    """Duties under an agreement, and leaving it, tell a party; nobody is one whom the tables don't know as such."""
    relations = tell("تعهدات ایران در برجام روشن است. خروج آمریکا از برجام ادامه دارد.").relations()
    assert {("iran", "partyTo", "jcpoa", None), ("united-states", "partyTo", "jcpoa", "former")} <= relations
    assert not [r for r in tell("خروج اسرائیل از برجام ممکن نیست.").relations() if r[1] == "partyTo"]


def test_an_adjective_or_a_subject_far_off_is_no_member(tell):
    """«عضو آمریکایی القاعده» makes no state a member; nor does a killed member of a group."""
    assert tell("عضو آمریکایی القاعده کشته شد.").relations() == set()
    assert not [r for r in tell("اسرائیل یک عضو حزب‌الله لبنان را کشت.").relations() if r[1] == "memberOf"]


def test_an_apposition_tells_a_member(tell):
    """«ترکیه، عضو ناتو» is a member."""
    assert ("turkey", "memberOf", "nato", "full") in tell("ترکیه، عضو ناتو، این طرح را رد کرد.").relations()


def test_offices_have_the_name_their_country_gives_them(tell):
    """The American foreign minister is the secretary of state."""
    assert ("antony-blinken", "represents", "united-states", "secretary of state") in tell(
        "آنتونی بلینکن وزیر خارجه آمریکا به برلین رسید."
    ).relations()
    assert ("united-states", "secretary of state") not in tell("وزیر خارجه روسیه آمد.").relations()


def test_a_list_of_names_before_a_plural_office(tell):
    """«لاوروف و بلینکن، وزرای خارجه روسیه و آمریکا»: each represents his own state."""
    relations = tell("سرگئی لاوروف و آنتونی بلینکن، وزرای خارجه روسیه و آمریکا، دیدار کردند.").relations()
    assert ("sergey-lavrov", "represents", "russia", "foreign minister") in relations
    assert ("antony-blinken", "represents", "united-states", "secretary of state") in relations


def test_talks_are_held_where_the_clause_says(tell):
    """The place may stand far behind the name, before «برگزار شد»."""
    relations = tell("نشست سران گروه ۲۰ روز شنبه در لندن برگزار شد.").relations()
    assert [r[2] for r in relations if r[1] == "heldIn"] == ["london"]
