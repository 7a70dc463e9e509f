"""Groups and places that no table knows, and names that only their surroundings tell."""

import pytest


def named(told, type_):
    """The names of the article's own entities of a type."""
    return {m.text for e in told.extraction.entities if e.type == type_ and not e.seeded for m in e.mentions}


@pytest.mark.parametrize(
    "text, name",
    [
        ("نیروهای سوری وارد شهرک تل زنمیر شدند.", "تل زنمیر"),
        ("انفجاری در شهر «بندرنمونه» رخ داد.", "بندرنمونه"),
        ("جنگنده‌ها پالایشگاه زنمیر را بمباران کردند.", "پالایشگاه زنمیر"),
        ("سه نفر در روستای زنمیر کشته شدند.", "زنمیر"),
    ],
)
def test_a_head_names_a_place_that_no_table_knows(tell, text, name):
    """Behind «شهرک»، «شهر»، «پالایشگاه» guillemets or rare words are a place; a site keeps its head."""
    assert name in named(tell(text), "place")


@pytest.mark.parametrize(
    "text, name",
    [
        ("روزنامه زنمیر نوشت ایران با روسیه مذاکره کرد.", "زنمیر"),
        ("جنبش «فردای روشن» از آمریکا انتقاد کرد.", "فردای روشن"),
        ("شرکت زنمیر با ایران قرارداد امضا کرد.", "شرکت زنمیر"),
    ],
)
def test_a_head_names_a_group_that_no_table_knows(tell, text, name):
    """Behind «روزنامه»، «جنبش»، «شرکت» guillemets or rare words are an organization."""
    assert name in named(tell(text), "organization")


@pytest.mark.parametrize(
    "text",
    [
        "روزنامه تحلیلی نوشت ایران با روسیه مذاکره کرد.",
        "دو شهر بزرگ‌تر نیز بمباران شدند.",
        "وزیران در نشست شرکت کرده‌اند.",
        "شرکت‌کنندگان از منطقه هماهنگی‌های خوبی خواستند.",
        "مسائل منطقه قطعاً حل می‌شود.",
        "این گروه تحقیقاتی‌شان را منتشر کردند.",
    ],
)
def test_derived_and_inflected_words_name_nothing(tell, text):
    """A known word with endings, or an adverb, behind such a head is no name."""
    told = tell(text)
    assert named(told, "place") == named(told, "organization") == set()


@pytest.mark.parametrize(
    "text, name, whole",
    [
        ("شورای مرکزی حزب‌الله از آمریکا انتقاد کرد.", "شورای مرکزی حزب‌الله", "hezbollah"),
        ("کمیسیون حقوق بشر پارلمان عراق از ترکیه انتقاد کرد.", "کمیسیون حقوق بشر پارلمان عراق", "iraq"),
        ("وزارت شرایط اضطراری روسیه اعلام کرد سه نفر کشته شدند.", "وزارت شرایط اضطراری روسیه", "russia"),
        ("کمیته مشترک نظامی ایران و عراق نشست برگزار کرد.", "کمیته مشترک نظامی ایران و عراق", None),
    ],
)
def test_a_head_with_its_purpose_and_owner_names_a_body(tell, text, name, whole):
    """«شورای»، «کمیسیون»، «وزارت» with what they are for and belong to; «دولت» of what is no state."""
    told = tell(text)
    (body,) = told.meant(name)
    assert whole is None or (body, "partOf", whole) in {r[:3] for r in told.relations()}


@pytest.mark.parametrize(
    "text", ["این کمیته مشترک ایران است.", "کمیته خواستار خروج ایران شد.", "وزارت به ایران نامه نوشت."]
)
def test_a_head_without_purpose_names_no_body(tell, text):
    """A head that points back, or has a verb or preposition before the state, is no new name."""
    assert not [e for e in tell(text).extraction.entities if e.type == "organization"]


def test_a_body_keeps_its_name_without_its_owner(tell):
    """«وزارت نفت هند … وزارت نفت» is one ministry."""
    told = tell("وزارت نفت هند بیانیه داد. وزارت نفت از آمریکا انتقاد کرد.")
    assert {m.text for e in told.extraction.entities if e.type == "organization" for m in e.mentions} == {
        "وزارت نفت هند",
        "وزارت نفت",
    }


def test_who_holds_an_office_in_a_body_of_a_group(tell):
    """«عضو دفتر سیاسی حماس» is an office though the body's name begins in it."""
    told = tell("«نبیل زنمیر» عضو شورای مرکزی حزب‌الله از آمریکا انتقاد کرد.")
    assert told.meant("نبیل زنمیر") == told.meant("عضو شورای مرکزی حزب‌الله")


def test_guillemets_inside_a_known_name_change_nothing(tell):
    """«خبرگزاری «حوزه»» is the agency that the tables call so."""
    assert "hawzah-news-agency" in tell("به گزارش خبرگزاری «حوزه»، ایران با روسیه مذاکره کرد.").meant("حوزه")


@pytest.mark.parametrize("text, name", [
    ("عبدالله بن سعود العنزی سفیر عربستان در ایران سخنرانی کرد.", "عبدالله بن سعود العنزی"),
    ("شیخ حسین دیهی از ایران انتقاد کرد.", "حسین دیهی"),
])  # fmt: skip
def test_names_go_on_behind_ben_and_given_names(tell, text, name):
    """«بن» stands inside a name, and behind a given name an ordinary word with ی is a surname."""
    assert name in {m.text for e in tell(text).extraction.entities if e.type == "person" for m in e.mentions}


@pytest.mark.parametrize(
    "text", ["وزیر خارجه ایران سلام کرد.", "ذخیره اورانیوم غنی شده افزایش یافت.", "میلی به گفت‌وگو نداشت."]
)
def test_ordinary_words_are_no_surnames(tell, text):
    """«سلام»، «غنی»، «میلی» name nobody where neither a title nor the full name tells that they do."""
    assert {e.id for e in tell(text).extraction.entities if e.type == "person"} <= {"hossein-amir-abdollahian"}


@pytest.mark.parametrize(
    "text, city",
    [
        ("تهران - ایرنا - وزیر خارجه ایران با همتای روس خود دیدار کرد.", "tehran"),
        ("ایرنا - مسکو - وزیر خارجه ایران با همتای روس خود دیدار کرد.", "moscow"),
        ("به گزارش ایسنا از پکن، وزیر خارجه ایران با همتای چینی خود دیدار کرد.", "beijing"),
        ("حمله‌ای در نزدیکی بغداد رخ داد.", "baghdad"),
    ],
)
def test_where_an_outlet_writes_from_is_a_city(tell, text, city):
    """The capital of a dateline, or behind «به گزارش … از», is the city and not its government."""
    assert city in {e.id for e in tell(text).extraction.entities}


def test_an_agency_opens_a_line(tell):
    """«فارس:» at the head of a line is the agency; in the middle of one it is nothing."""
    assert tell("فارس: وزیر خارجه ایران به مسکو رفت.").meant("فارس") == {"fars-news-agency"}
    assert tell("وزیر خارجه ایران در فارس: سفر خوب بود.").meant("فارس") != {"fars-news-agency"}


def test_a_title_leaves_out_what_the_text_says(tell):
    """An office without a country in the title is the one that the text tells first."""
    told = tell("رئیس جمهور سوریه با هیات آمریکایی دیدار کرد.", "دیدار هیات آمریکایی با رئیس جمهور")
    assert told.meant("رئیس جمهور") == {"bashar-al-assad"}


def test_a_resolution_is_known_by_its_number(tell):
    """A resolution of the Security Council has its facts; a number of later days, or of another body, has not."""
    told = {e.id: e for e in tell("قطعنامه ۲۲۳۱ شورای امنیت درباره ایران است.").extraction.entities}
    assert told["resolution-2231"].seeded
    early = tell("قطعنامه ۲۲۳۱ درباره ایران است.", published="2014-01-01").extraction.entities
    assert not any(e.seeded for e in early if e.id.startswith("resolution-2231"))


def test_who_is_elected_does_not_hold_the_office_yet(tell):
    """A president-elect represents nobody."""
    told = tell("جو بایدن رئیس جمهور منتخب آمریکا از ایران انتقاد کرد.", published="2020-12-01")
    assert not [r for r in told.relations() if r[0] == "joe-biden"]


def test_an_office_that_names_its_body_takes_no_other_state(tell):
    """«سخنگوی کاخ سفید ایران را …»: Iran is whom he threatens."""
    assert tell("سخنگوی کاخ سفید ایران را تهدید کرد.").meant("ایران") == {"iran"}


def test_the_name_beside_an_office_is_its_holders(tell):
    """A name that the tables don't know beside an office that they give to another is the holder's: news is newer."""
    told = tell("«رضا نمونه‌پور» وزیر نیرو ایران با همتای عراقی خود دیدار کرد.", published="2026-06-01")
    (person,) = told.meant("وزیر نیرو ایران")
    assert told.meant("رضا نمونه‌پور") == {person}


@pytest.mark.parametrize(
    "text, name",
    [
        ("آمریکا سردار رمضان زنمیر و سردار منصور دالگون را تحریم کرد.", "رمضان زنمیر"),
        ("آمریکا سردار رمضان زنمیر و سردار منصور دالگون را تحریم کرد.", "منصور دالگون"),
        ("سردار محبی: آمریکا باید از منطقه خارج شود.", "محبی"),
        ("به گفته سرتیپ پاسدار قاسم زنمیر، ایران رزمایش برگزار می‌کند.", "قاسم زنمیر"),
    ],
)
def test_behind_a_rank_stands_a_name_though_its_words_mean_something(tell, text, name):
    """A given name that is also a word, with a surname; a surname alone before a colon; honours are passed over."""
    assert name in named(tell(text), "person")


@pytest.mark.parametrize("text", ["هر ژنرال فراری بازداشت می‌شود.", "به ناخدا نامه نوشتند که کشتی را تحویل دهد."])
def test_behind_a_rank_an_ordinary_word_is_no_name(tell, text):
    """An adjective or an act behind a rank names nobody."""
    assert named(tell(text), "person") == set()
