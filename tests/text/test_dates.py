from datetime import date

import pytest

from relgraph.text.dates import DateMention, find_dates, full_date_of

THURSDAY = date(2019, 9, 5)  # 14 Shahrivar 1398


def found(text: str, published: date | None = THURSDAY) -> list[tuple[str, str | None]]:
    return [(mention.text, mention.value) for mention in find_dates(text, published)]


def only(text: str, published: date | None = THURSDAY) -> DateMention:
    (mention,) = find_dates(text, published)
    return mention


@pytest.mark.parametrize(
    "text, value",
    [
        ("۲۹ دی ۱۴۰۰", "2022-01-19"),
        ("۲۹ دی‌ماه سال ۱۴۰۰", "2022-01-19"),
        ("بیست و نهم دی ماه ۱۴۰۰", "2022-01-19"),
        ("29 ديماه 1400", "2022-01-19"),
        ("1400/10/29", "2022-01-19"),
        ("۱۴۰۰-۱۰-۲۹", "2022-01-19"),
        ("۲۹/۱۰/۱۴۰۰", "2022-01-19"),
        ("92/11/20", "2014-02-09"),
        ("۲۰ بهمن ماه 92", "2014-02-09"),
        ("۵ خرداد ۰۲", "2023-05-26"),
        ("۳۰ اسفند ۱۳۹۹", "2021-03-20"),
        ("۵ میزان ۱۳۹۷", "2018-09-27"),
        ("۱۹ ژانویه ۲۰۲۲", "2022-01-19"),
        ("8 می 2018", "2018-05-08"),
        ("هشتم ماه مِی سال ۲۰۱۸ میلادی", "2018-05-08"),
        ("یکم ژوئیهٔ ۲۰۱۵", "2015-07-01"),
        ("5 كانون الثاني 2011", "2011-01-05"),
        ("۳ حزیران ۲۰۱۴", "2014-06-03"),
        ("2018/05/08", "2018-05-08"),
        ("08.05.2018", None),
        ("28.05.2018", "2018-05-28"),
        ("ژانویه ۲۰۲۰", "2020-01"),
        ("اوایل ماه مه ۲۰۱۸", "2018-05"),
        ("سال ۲۰۱۵", "2015"),
        ("سال ۲۰۱۵ میلادی", "2015"),
        ("اردیبهشت ۱۳۹۷", "2018-05"),
    ],
)
def test_absolute_dates_need_no_publication(text, value):
    """A date with its year means the same whatever the day of the article, and none is needed."""
    expected = [(text, value)] if value else []
    assert found(f"مراسم {text} برگزار شد.", None) == expected
    assert found(f"مراسم {text} برگزار شد.") == expected
    assert all(not mention.relative for mention in find_dates(text, THURSDAY))


@pytest.mark.parametrize(
    "text, value",
    [
        ("۱۳ شهریور", "2019-09-04"),
        ("۱۶ سپتامبر", "2019-09-16"),
        ("۲۵ آگوست", "2019-08-25"),
        ("سوم دسامبر", "2018-12-03"),
        ("۱۱ سپتامبر جاری", "2019-09-11"),
        ("۱۱ سپتامبر گذشته", "2018-09-11"),
        ("۲۰ ماه جاری میلادی", "2019-09-20"),
        ("۲۰ ماه جاری شمسی", "2019-09-11"),
        ("۱۸ اردیبهشت سال گذشته", "2018-05-08"),
        ("اردیبهشت ماه امسال", "2019-05"),
        ("اردیبهشت‌ماه سال گذشته", "2018-05"),
        ("نوامبر گذشته", "2018-11"),
        ("فوریه سال آینده", "2020-02"),
        ("ماه ژانویه", "2019-01"),
        ("امروز", "2019-09-05"),
        ("صبح امروز", "2019-09-05"),
        ("دیشب", "2019-09-04"),
        ("شب گذشته", "2019-09-04"),
        ("روز گذشته", "2019-09-04"),
        ("روز جاری", "2019-09-05"),
        ("پریروز", "2019-09-03"),
        ("فردا شب", "2019-09-06"),
        ("پس‌فردا", "2019-09-07"),
        ("روز پنجشنبه", "2019-09-05"),
        ("پنج شنبه شب", "2019-09-05"),
        ("پنجشنبه گذشته", "2019-08-29"),
        ("سه‌شنبه گذشته", "2019-09-03"),
        ("عصر روز جمعه", "2019-08-30"),
        ("جمعه آینده", "2019-09-06"),
        ("دوشنبه هفته گذشته", "2019-08-26"),
        ("یکشنبه هفته آینده", "2019-09-08"),
        ("هفته گذشته", "2019-08"),
        ("این هفته", "2019-09"),
        ("ماه گذشته", "2019-08"),
        ("اوایل ماه جاری", "2019-09"),
        ("ماه میلادی آینده", "2019-10"),
        ("سال گذشته", "2018"),
        ("امسال", "2019"),
        ("پارسال", "2018"),
        ("سه روز پیش", "2019-09-02"),
        ("بیست و پنج روز قبل", "2019-08-11"),
        ("۱۰ روز دیگر", "2019-09-15"),
        ("دو هفته قبل", "2019-08"),
        ("سه ماه پیش", "2019-06"),
        ("حدود سه ماه پیش", "2019-06"),
        ("حدود ده روز پیش", "2019-08"),
        ("۴۰ سال پیش", "1979"),
    ],
)
def test_relative_dates_count_from_publication(text, value):
    """A relative date has a value when the day of the article is known, and none when it isn't."""
    assert found(f"مراسم {text} برگزار شد.") == [(text, value)]
    unknown = only(f"مراسم {text} برگزار شد.", None)
    assert (unknown.text, unknown.value, unknown.earliest, unknown.latest) == (text, None, None, None)
    assert unknown.relative


@pytest.mark.parametrize(
    "text, earliest, latest",
    [
        ("۱۹ و ۲۰ بهمن ماه 92", "2014-02-08", "2014-02-09"),
        ("۵ تا ۸ مه", "2019-05-05", "2019-05-08"),
        ("9-16 اکتبر ۲۰۲۵", "2025-10-09", "2025-10-16"),
        ("روزهای سوم، چهارم و پنجم دسامبر ۲۰۱۹", "2019-12-03", "2019-12-05"),
        ("سال ۱۳۹۷", "2018-03-21", "2019-03-20"),
        ("سال ۹۲", "2013-03-21", "2014-03-20"),
        ("۱۳۹۷ هجری شمسی", "2018-03-21", "2019-03-20"),
        ("سال‌های ۲۰۱۵ تا ۲۰۱۸", "2015-01-01", "2018-12-31"),
        ("سال گذشته شمسی", "2018-03-21", "2019-03-20"),
        ("۱۵ رمضان ۱۴۴۳", "2022-04-16", "2022-04-18"),
        ("۴۸ ساعت گذشته", "2019-09-03", "2019-09-05"),
        ("سه ماه گذشته", "2019-06-05", "2019-09-05"),
        ("دو سه روز پیش", "2019-09-02", "2019-09-03"),
        ("دو هفته آینده", "2019-09-05", "2019-09-19"),
    ],
)
def test_several_days_are_a_range(text, earliest, latest):
    """Days that make no month or year of the Gregorian calendar are a range without a value."""
    mention = only(f"رزمایش {text} در دریا انجام شد.")
    assert (mention.text, mention.value, mention.precision) == (text, None, "range")
    assert (mention.earliest, mention.latest) == (earliest, latest)


def test_month_of_another_calendar_keeps_its_exact_days():
    """A Jalali month is called by the Gregorian one that holds most of it, and says from when to when it runs."""
    mention = only("فروردین ۱۳۹۴")
    assert (mention.value, mention.precision) == ("2015-04", "month")
    assert (mention.earliest, mention.latest) == ("2015-03-21", "2015-04-20")


def test_bare_weekday_offers_the_next_one():
    """A weekday alone is the last one, and says which the next would be; one with گذشته offers none."""
    assert only("روز جمعه دیدار می‌کنند").future_value == "2019-09-06"
    assert only("روز پنجشنبه دیدار می‌کنند").future_value == "2019-09-12"
    assert only("جمعه گذشته دیدار کردند").future_value is None


@pytest.mark.parametrize(
    "text, value",
    [
        ("روز چهارشنبه (۱۳ شهریور)", "2019-09-04"),
        ("جمعه (۷ تیر)", "2019-06-28"),
        ("شنبه شب ۲۶ مرداد ماه", "2019-08-17"),
        ("چهارشنبه (دیروز)", "2019-09-04"),
        ("فردا جمعه ۶ سپتامبر (۱۵ شهریور)", "2019-09-06"),
        ("شنبه، ۱۵ رمضان ۱۴۴۳", "2022-04-16"),
        ("چهارشنبه ۲۹ دی ۱۴۰۰ - ۱۶ جمادی الثانی ۱۴۴۳ - ۱۹ ژانویه ۲۰۲۲", "2022-01-19"),
        ("۱۸ اردیبهشت (۸ مه ۲۰۱۷)", "2017-05-08"),
        ("۱۸ اردیبهشت ۱۳۹۷ مصادف با ۸ مه", "2018-05-08"),
    ],
)
def test_one_date_told_twice_is_one_mention(text, value):
    """Apposed dates are one mention, and what says most of itself decides."""
    assert found(f"نشست {text} پایان یافت") == [(text, value)]


def test_different_days_in_a_row_stay_apart():
    """Days of a list are mentions of their own."""
    assert found("دوشنبه، سه‌شنبه و ۸ مه ۲۰۱۸") == [
        ("دوشنبه", "2019-09-02"),
        ("سه‌شنبه", "2019-09-03"),
        ("۸ مه ۲۰۱۸", "2018-05-08"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "گروه 1+5 و نرخ 5.4 درصد و ساعت ۱۲:۳۰",
        "قطعنامه ۲۲۳۱ شورای امنیت",
        "نقشه راه ۲۰ ساله و سفر سه روزه",
        "به گزارش خبرگزاری مهر و روزنامه آذر",
        "تلفن 021-88-12345 و 0912/345/67",
        "او ۷ تیر شلیک کرد و دو تیر برق افتاد",
        "به من گفت که این مهم است",
        "تعداد به ۲۰ می رسد و هر ماه می گذرد",
        "پنج میزان از آرد و ۱۴ سرطان شناخته شده",
        "امام جمعه شهر در نماز جمعه",
        "هر شنبه و هر سال و شنبه‌ها",
        "چند روز پیش و چند سال گذشته و یک و نیم سال پیش",
        "در سال ۹۰ نفر و ۱۴۰۰ نفر",
        "سه روز قبل از سفر و سال قبل از انقلاب",
        "۳۱ مهر و ۳۰ فوریه و ۱۴۰۰/۱۲/۳۰",
        "جهان امروزی و مذاکرات دیروزی",
        "مه غلیظ و بهمن سنگین",
        "روزهای اول اسفند",
    ],
)
def test_what_is_no_date_stays_none(text):
    """Counts, clock times, names and verbs that look like dates are none."""
    assert found(text) == []


def test_month_that_is_a_name_needs_company():
    """The news agency Mehr is no month, not even before a bare verb; beside a day, a year or «ماه» it is one."""
    assert found("مهر گزارش داد و دی رفت") == []
    assert [value for _, value in found("۲ مهر، مهر ۱۳۹۷، مهرماه")] == ["2019-09-24", "2018-10", "2019-10"]


def test_narrative_distance_has_no_value():
    """«سه روز بعد» counts from what was told before, which isn't known here."""
    mention = only("سه روز بعد بازگشت")
    assert (mention.value, mention.relative) == (None, True)


def test_line_ends_part_dates():
    """A date doesn't run over the end of a line, such as the title's."""
    assert found("نشست ۲۹ دی\n۱۴۰۰ نفر آمدند") == [("۲۹ دی", "2019-01-19")]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("سفر وزیر\nخبرگزاری نمونه - ۲۹ دی ۱۴۰۰ - تهران", date(2022, 1, 19)),
        ("چهارشنبه ۲۹ دی ۱۴۰۰\nسفر وزیر", date(2022, 1, 19)),
        ("سفر وزیر\nپاریس، ۱۹ ژانویه ۲۰۲۲ (۲۹ دی ۱۴۰۰) -- وزیر آمد", date(2022, 1, 19)),
        ("سفر وزیر\n1400/10/29 14:30\nمتن", date(2022, 1, 19)),
        ("سفر وزیر\nتوافقی که ۱۸ اردیبهشت ۱۳۹۷ ترک شد", None),
        ("سفر وزیر\n۲۹ دی ۱۴۰۰ - تهران\n۱۹ مه ۲۰۲۰ - پاریس", None),
        ("سفر وزیر\nتهران - ۲۹ دی - وزیر آمد", None),
        ("", None),
    ],
)
def test_dateline_gives_the_day(text, expected):
    """Exactly one whole date, set off in the first lines, is the day of an undated article."""
    assert full_date_of(text) == expected
