"""How a sentence falls into clauses, and who their subjects are."""

from collections.abc import Callable

import pytest

from relgraph.extract import frame
from relgraph.extract.phrase import outer_refs
from relgraph.extract.speech import is_said
from relgraph.extract.view import view_of
from relgraph.knowledge.world import World
from relgraph.model import Article
from relgraph.pipeline import read

Parsed = list[tuple[str, str, tuple[str, ...]]]


@pytest.fixture(scope="session")
def parse(world: World) -> Callable[[str], Parsed]:
    """(link, verb, subjects as written) of each clause of a text, in its order."""

    def clauses(text: str) -> Parsed:
        reading = read(Article("clauses", "", text, published="2022-01-19", home="IR"), world)
        refs, shared, found = outer_refs(reading), {}, {}
        for clause in frame._parents_first(reading.clauses):
            view = view_of(reading, world, clause, refs, shared, reported=is_said(reading, world, clause))
            shared[clause.index] = view.lends()
            found[clause.index] = view
        return [
            (
                c.link,
                reading.text(reading.tokens[c.verb.first].start, reading.tokens[c.verb.last - 1].end) if c.verb else "",
                tuple(reading.text(u.ref.start, u.ref.end) for u in found[c.index].subject),
            )
            for c in reading.clauses
        ]

    return clauses


@pytest.mark.parametrize(
    "sentence, verb",
    [
        ("سخنگوی کرملین می‌گوید که روسیه آماده است.", "می‌گوید"),
        ("هیئت روسیه به تهران نیامد.", "نیامد"),
        ("ترکیه نیروهای خود را به عراق می‌آورد.", "می‌آورد"),
        ("چین به نگرانی‌ها نمی‌افزاید.", "نمی‌افزاید"),
        ("رئیس جمهور روسیه گفت: شما به ایران اعتماد دارید.", "گفت"),
        ("مصر اعلام کرده بود.", "کرده بود"),
        ("این پل ساخته خواهد شد.", "ساخته خواهد شد"),
    ],
)
def test_verb_forms_are_known_as_they_are_written(parse, sentence, verb):
    """Present stems that end in a vowel, ب and ن before آ and ا, compound tenses and passives are finite verbs."""
    assert parse(sentence)[0][1] == verb


@pytest.mark.parametrize(
    "sentence",
    [
        "مردم عراق از ترکیه کمک خواستند.",
        "نیروهای کرد سوریه از ترکیه کمک خواستند.",
        "روند صلح در عراق برای ترکیه و ایران اهمیت دارد.",
        "کشورهایی مانند ایران و ترکیه به عراق کمک کردند.",
        "نگرانی شدید روسیه از اقدام ترکیه ادامه دارد.",
        "در این حمله ۱۰ کشته و ۲۰ زخمی به بیمارستان رسیدند.",
        "دو طرف درباره شرایط گذشته و کنونی عراق مذاکره کردند.",
        "ایران و روسیه درباره گفت و گو با ترکیه توافق کردند.",
    ],
)
def test_nouns_and_adjectives_like_verbs_close_no_clause(parse, sentence):
    """Peoples, processes, severity, the dead and the past are no finite verbs."""
    assert len(parse(sentence)) == 1


def test_one_verb_serves_two_predicates(parse):
    """«دیدار و … گفت‌وگو کرد»: the first predicate has the verb of the second, and both one subject."""
    assert parse("وزیر خارجه مصر با وزیر خارجه عراق دیدار و درباره سوریه گفت‌وگو کرد.") == [
        ("main", "کرد", ("وزیر خارجه مصر",)),
        ("coordinate", "کرد", ("وزیر خارجه مصر",)),
    ]


def test_an_elided_verb_is_that_of_doing(tell):
    """«انتقاد و خواستار … شد»: who criticises does it, though the verb that is said is شد."""
    told = tell("ایران از ترکیه انتقاد و خواستار مذاکره با عراق شد.")
    blame = told.event("ACCUSE")
    assert (blame.actors, blame.recipients) == (("iran",), ("turkey",))


def test_the_evidence_of_an_elided_verb_ends_before_the_next_clause(tell):
    """The quote of the first of two predicates doesn't run on to their verb."""
    told = tell("وزیر خارجه مصر با وزیر خارجه عراق دیدار و درباره سوریه رایزنی کرد.")
    assert told.event("CONSULT", "meet").evidence.text == "وزیر خارجه مصر با وزیر خارجه عراق دیدار"


def test_nouns_joined_by_and_are_one_predicate(parse):
    """«دیدار و گفت‌وگو کرد» is one clause."""
    assert len(parse("وزیر خارجه مصر با وزیر خارجه عراق دیدار و گفت‌وگو کرد.")) == 1


def test_a_subjunctive_without_that_hangs_on_its_verb(parse):
    """«قصد دارد … اعزام کند و …»: the intended act is governed, what comes after goes on from the main clause."""
    assert parse("دولت روسیه قصد دارد به سوریه نیرو اعزام کند و از ترکیه انتقاد کرد.") == [
        ("main", "دارد", ("روسیه",)),
        ("control", "کند", ("روسیه",)),
        ("coordinate", "کرد", ("روسیه",)),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "فرانسه از ایران خواست به مذاکرات بازگردد.",
        "فرانسه از ایران خواست تا به مذاکرات بازگردد.",
        "فرانسه از ایران خواست که به مذاکرات بازگردد.",
    ],
)
def test_who_is_asked_is_to_act(parse, sentence):
    """The subject of what is asked for is whom it is asked of."""
    assert parse(sentence)[1][1:] == ("بازگردد", ("ایران",))


def test_a_governed_verb_stays_in_its_relative_clause(parse):
    """«که قصد دارد … تشکیل شود، … رسید» leaves the last verb to the main clause."""
    links = parse("کمیته‌ای که قصد دارد ماه آینده تشکیل شود، با ترکیه به توافق رسید.")
    assert [(link, verb) for link, verb, _ in links] == [("relative", "دارد"), ("control", "شود"), ("main", "رسید")]


def test_what_is_arranged_is_one_clause(parse):
    """«قرار است» says only how its verb holds, wherever it stands before it."""
    links = parse("کمیته‌ای که قرار است ماه آینده تشکیل شود، با ترکیه به توافق رسید.")
    assert [(link, verb) for link, verb, _ in links] == [("relative", "شود"), ("main", "رسید")]


def test_that_behind_a_verb_is_its_complement(parse):
    """«گفته بود که» tells what was said, also inside a clause with «با وجود آنکه»."""
    links = parse("با وجود آنکه روسیه گفته بود که ترکیه حملات را متوقف می‌کند، مصر از عراق انتقاد کرد.")
    assert [(link, subjects) for link, _, subjects in links] == [
        ("content", ("روسیه",)),
        ("complement", ("ترکیه",)),
        ("main", ("مصر",)),
    ]


def test_a_relative_clause_describes_the_name_before_its_marks(parse):
    """A comma, a quotation mark or را between a name and «که» doesn't hide the name."""
    assert parse("وزیر خارجه مصر، که به بغداد سفر کرده است، از ترکیه انتقاد کرد.")[0] == (
        "relative", "کرده است", ("وزیر خارجه مصر",),
    )  # fmt: skip


def test_behind_a_quotation_the_reporting_clause_goes_on(parse):
    """«وی گفت: «…» و افزود»: who adds is who said, not who was spoken of."""
    links = parse("رئیس جمهور ترکیه گفت: «ایران آماده مذاکره است» و افزود: روسیه هم آماده است.")
    assert links[2] == ("coordinate", "افزود", ("رئیس جمهور ترکیه",))


def test_a_participle_closes_a_clause_while_another_verb_follows(parse):
    """«اعلام کرده به … حمله کرده است» are two clauses, the second what the first says."""
    assert parse("ارتش روسیه اعلام کرده به پایگاهی در سوریه حمله کرده است.") == [
        ("main", "کرده", ("ارتش روسیه",)),
        ("complement", "کرده است", ("ارتش روسیه",)),
    ]


@pytest.mark.parametrize(
    "sentence, subject",
    [
        ("از سوی دیگر وزیر خارجه مصر از ترکیه انتقاد کرد.", "وزیر خارجه مصر"),
        ("در این دیدار وزیر خارجه مصر از ترکیه انتقاد کرد.", "وزیر خارجه مصر"),
        ("پیش از این مقامات ایران از ترکیه انتقاد کردند.", "ایران"),
        ("روز شنبه در بغداد وزیر خارجه مصر از ترکیه انتقاد کرد.", "وزیر خارجه مصر"),
        ("به گزارش روزنامه الاهرام چاپ مصر، وزیر خارجه عراق این اقدام را محکوم کرد.", "وزیر خارجه عراق"),
        ("وزیر خارجه مصر (که در سفر است) از ترکیه انتقاد کرد.", "وزیر خارجه مصر"),
        ("به طور رسمی روسیه از ترکیه انتقاد کرد.", "روسیه"),
        ("سرویس جهان - روسیه از ترکیه انتقاد کرد.", "روسیه"),
    ],
)
def test_the_subject_stands_behind_openings(parse, sentence, subject):
    """Adverbs, dates, «این …», sources and datelines before a subject don't swallow it."""
    assert parse(sentence)[-1][2] == (subject,)


def test_an_object_begins_before_its_prepositions(tell):
    """«با انتشار بیانیه‌ای اقدام آمریکا در … را محکوم کرد»: the object is the act, whoever publishes."""
    told = tell("وزارت خارجه روسیه با انتشار بیانیه‌ای اقدام آمریکا در تحریم ایران را محکوم کرد.")
    blame = told.event("ACCUSE")
    assert (blame.actors, blame.recipients) == (("russia-mfa",), ("united-states",))


def test_nationalities_in_a_list_are_one_phrase(tell):
    """«نیروهای آمریکایی، انگلیسی و فرانسوی»: each is who acts."""
    told = tell("نیروهای آمریکایی و انگلیسی به سوریه حمله کردند.")
    assert {a for _, _, actors, _ in told.acts() for a in actors} == {"united-states", "united-kingdom"}


def test_an_example_stands_for_its_kind(tell):
    """«از کشورهای منطقه از جمله ایران خواست»: Iran is asked."""
    told = tell("روسیه از کشورهای منطقه از جمله ایران خواست به مذاکرات بازگردند.")
    assert told.acts()[0] == ("REQUEST", None, ("russia",), ("iran",))


def test_what_a_we_verb_has_before_it_is_its_object(parse):
    """«ادعای آمریکا را رد می‌کنیم»: America is no subject of "we"."""
    links = parse("وزیر خارجه روسیه گفت: اتهام‌های آمریکا علیه ایران را رد می‌کنیم.")
    assert links[1] == ("quotation", "می‌کنیم", ("وزیر خارجه روسیه",))


def test_the_copula_as_an_ending_is_a_verb(parse):
    """«آمریکاست», «معتقدیم» hold a verb."""
    links = parse("وزیر خارجه روسیه گفت: این کار آمریکاست و ما معتقدیم ترکیه باید به مذاکرات بازگردد.")
    assert [verb for _, verb, _ in links] == ["گفت", "ست", "یم", "بازگردد"]


def test_an_administration_is_its_state(tell):
    """What «دولت ترامپ» does, America does; the president himself stays a mention."""
    told = tell("دولت دونالد ترامپ رئیس جمهور آمریکا از ایران انتقاد کرد.", published="2018-05-09")
    blame = told.event("ACCUSE")
    assert (blame.actors, blame.recipients) == (("united-states",), ("iran",))
    assert told.wordings("donald-trump", "name") == ["دونالد ترامپ"]


def test_kurds_are_not_the_state_they_live_in(tell):
    """Who calls «نیروهای کرد سوریه» terrorists doesn't accuse Syria."""
    assert not tell("ترکیه نیروهای کرد سوریه را تروریست خواند.").acts()


def test_who_threatens_is_to_act(parse):
    """«تهدید کرد که … لغو خواهد کرد»: whoever threatens would do it."""
    assert parse("ایران ترکیه را تهدید کرد که قرارداد گاز را لغو خواهد کرد.")[1] == (
        "complement", "خواهد کرد", ("ایران",),
    )  # fmt: skip


def test_a_courteous_plural_goes_on_with_one_person(parse):
    """«آقای پوتین … کردند و … داشتند»: the plural of courtesy keeps its subject."""
    links = parse("آقای پوتین از ایران قدردانی کردند و بر نقش ترکیه تاکید داشتند.")
    assert links[1] == ("coordinate", "داشتند", ("پوتین",))


def test_a_date_inside_a_visit_leaves_it_its_owner(tell):
    """«در سفر امروز وزیر خارجه مصر به بغداد»: the visit is his."""
    told = tell("در سفر امروز وزیر خارجه مصر به بغداد درباره سوریه گفت‌وگو شد.")
    assert told.event("CONSULT", "visit").actors == ("sameh-shoukry",)


def test_coordinated_subjects_have_an_object_of_their_own(parse):
    """«روسیه و کشورهای منطقه آمادگی خود را … اعلام کردند»: Russia is who declares."""
    assert parse("روسیه و کشورهای منطقه آمادگی خود را برای مذاکره اعلام کردند.")[0][2] == ("روسیه",)


def test_that_before_a_verb_is_a_pronoun(parse):
    """«خواستار آن شد که …» has its verb: no noun is spelt like it."""
    links = parse("مصر خواستار آن شد که ترکیه عقب‌نشینی کند.")
    assert [(link, verb) for link, verb, _ in links] == [("main", "شد"), ("complement", "کند")]


def test_what_is_arranged_takes_no_mark_or_number(tell):
    """«…: قرار است ۵ …» keeps the colon's speaker and the number."""
    told = tell("لاوروف: قرار است ۵ مقام ترکیه با عراق مذاکره کنند.")
    event = told.event("CONSULT", "negotiate")
    assert (event.speaker, event.status) == ("sergey-lavrov", "planned")
    assert "۵" in event.evidence.text
