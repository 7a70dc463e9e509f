from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate

from relgraph.text.dates import find_dates
from relgraph.text.dates.calendars import day_in, main_month, month_in, year_in, year_of
from relgraph.text.dates.words import date_words
from relgraph.text.fold import squeeze

MONTHS = ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"]
DIGITS = ("0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩")
days = st.dates(date(1971, 3, 21), date(2032, 3, 19))
# Words of Persian letters that begin no date, and marks that end a sentence.
fillers = st.lists(
    st.text("ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیي", min_size=2, max_size=8).filter(
        lambda w: squeeze(w) not in date_words().heads
    ),
    max_size=6,
).map(" ".join)
FORMATS = (
    "{d} {month} {y}",
    "{d} {month}‌ماه {y}",
    "{d} {month} ماه سال {y}",
    "{d} {month}ماه سال {y}",
    "{d}{month} {y}",
    "{y}/{m}/{d}",
    "{y}-{m:02}-{d:02}",
    "{d}/{m}/{y}",
    "{d} {month} ماه {short}",
)


def spelled(form: str, day: JalaliDate, digits: str, *, arabic: bool) -> str:
    text = form.format(d=day.day, m=day.month, y=day.year, month=MONTHS[day.month - 1], short=f"{day.year % 100:02}")
    text = text.translate(str.maketrans(DIGITS[0], digits))
    return text.replace("ی", "ي") if arabic else text


@given(
    day=days,
    form=st.sampled_from(FORMATS),
    digits=st.sampled_from(DIGITS),
    arabic=st.booleans(),
    before=fillers,
    after=fillers,
)
def test_every_jalali_day_is_found_as_written(day, form, digits, arabic, before, after):
    """Any day of 1350 to 1410, in any spelling, digits and letters, is found at its place with its Gregorian value."""
    jalali = JalaliDate(day)
    if form.endswith("{short}") and not (jalali.year % 100 >= 32 or 1400 <= jalali.year < 1410):
        form = FORMATS[0]
    written = spelled(form, jalali, digits, arabic=arabic)
    text = f"{before} {written} {after}"
    (mention,) = find_dates(text, None)
    start = len(before) + 1
    assert (mention.start, mention.end, mention.text) == (start, start + len(written), written)
    assert mention.value == mention.earliest == mention.latest == day.isoformat()


all_words = st.sampled_from(sorted({" ".join(parts) for parts in date_words().entries}))
numbers = st.one_of(st.integers(0, 40), st.integers(1200, 2100)).map(str)
marks = st.sampled_from(["،", "(", ")", "-", "\n", ".", "‌", "", "/", ":"])


@given(
    text=st.lists(st.one_of(all_words, numbers, marks), max_size=25).map(" ".join),
    published=st.one_of(st.none(), st.dates()),
)
def test_mentions_are_well_formed_in_any_jumble(text, published):
    """Whatever date words come in whatever order: mentions quote the text, don't overlap, and their days agree."""
    end = 0
    for mention in find_dates(text, published):
        assert end <= mention.start < mention.end
        assert mention.text == text[mention.start : mention.end]
        end = mention.end
        assert (mention.earliest is None) == (mention.latest is None)
        if mention.earliest is None or mention.latest is None:
            assert mention.value is None
            continue
        assert mention.earliest <= mention.latest
        if mention.value is not None:
            size = len(mention.value)
            assert size == {"day": 10, "month": 7, "year": 4}[mention.precision]
            assert mention.earliest[:size] <= mention.value <= mention.latest[:size]


@given(published=st.dates(date(1900, 1, 1), date(2090, 1, 1)), number=st.integers(1, 7))
def test_weekday_is_within_the_week(published, number):
    """A bare weekday is at most six days back, the next one at most seven ahead, and both are that day of the week."""
    names = ["دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه"]
    (mention,) = find_dates(f"روز {names[number - 1]}", published)
    assert mention.value is not None
    assert mention.future_value is not None
    last, following = date.fromisoformat(mention.value), date.fromisoformat(mention.future_value)
    assert timedelta(0) <= published - last <= timedelta(6)
    assert following - last == timedelta(7)
    assert last.isoweekday() == number


@given(year=st.integers(1, 1500), month=st.integers(1, 12))
def test_hijri_months_follow_each_other(year, month):
    """Months of the Hijri calendar have 29 or 30 days and leave no day out."""
    following = (year, month + 1) if month < 12 else (year + 1, 1)
    first, after = day_in("hijri", year, month, 1), day_in("hijri", *following, 1)
    assert (after[0] - first[0]).days in (29, 30)
    assert abs(year_of("hijri", first[1]) - year) <= 1


def test_hijri_days_that_are_known():
    """Days on which the calendar is attested lie within the day of doubt."""
    for (year, month, day), known in {
        (1400, 1, 1): date(1979, 11, 21),
        (1443, 9, 1): date(2022, 4, 3),
        (1439, 12, 10): date(2018, 8, 22),
    }.items():
        earliest, latest = day_in("hijri", year, month, day)
        assert earliest <= known <= latest


@given(year=st.integers(1300, 1450), month=st.integers(1, 12))
def test_main_month_holds_most_of_the_days(year, month):
    """The Gregorian month that a Jalali month is called by holds at least half of its days."""
    first, last = month_in("jalali", year, month)
    inside = [
        day
        for n in range((last - first).days + 1)
        if (day := first + timedelta(n)).isoformat()[:7] == main_month((first, last))
    ]
    assert 2 * len(inside) >= (last - first).days + 1
    assert year_in("jalali", year)[0] <= first
