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
