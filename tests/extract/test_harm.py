"""What states do to others, whoever or whatever the words name beside it."""

import pytest

from relgraph.model import Article
from relgraph.pipeline import extract


def _edges(text: str) -> set[tuple[tuple[str, ...], str, tuple[str, ...]]]:
    found = extract(Article("a", "", text, "2021-03-04")).events
    return {(e.actors, e.type, e.recipients) for e in found}


def test_leaving_an_agreement_is_no_part_of_imposing_sanctions() -> None:
    text = "آمریکا از برجام خارج شد. واشنگتن یک سال بعد ونزوئلا را تحریم کرد."
    assert _edges(text) == {(("united-states",), "SANCTION", ()), (("united-states",), "SANCTION", ("venezuela",))}


def test_sanctions_on_a_people_are_on_its_state_but_talks_with_it_are_not() -> None:
    assert _edges("کانادا علیه ملت ونزوئلا تحریم‌های سنگینی وضع کرد.") == {(("canada",), "SANCTION", ("venezuela",))}
    assert _edges("نخست وزیر کانادا با مردم ونزوئلا دیدار کرد.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "دو سرباز ترکیه در حملات هوایی سوریه کشته شدند.",
        "نیروگاه ساحلی ترکیه بر اثر حمله پهپادی سوریه آسیب دید.",
        "فرودگاه نظامی ترکیه به خاطر حملات سوریه تعطیل شده است.",
    ],
)
def test_whom_an_attack_hits_may_be_the_subject_of_what_he_suffers(text: str) -> None:
    assert (("syria",), "ASSAULT", ("turkey",)) in _edges(text)


def test_what_stops_in_the_days_of_an_attack_is_not_hit_by_it() -> None:
    assert _edges("سفیر ترکیه در پی حملات سوریه به کشور بازگشت.") == set()


@pytest.mark.parametrize(
    "text, kind",
    [
        ("حمله‌ای که ترکیه به سوریه انجام داد، بازتاب داشت.", "ASSAULT"),
        ("تحریم‌هایی که ترکیه علیه سوریه اعمال کرده، بی‌اثر ماند.", "SANCTION"),
        ("سفری که هیات ترکیه به سوریه داشت، کوتاه بود.", "CONSULT"),
    ],
)
def test_the_clause_behind_an_event_noun_may_name_its_parties(text: str, kind: str) -> None:
    assert (("turkey",), kind, ("syria",)) in _edges(text)


def test_a_clause_with_a_verb_of_its_own_names_no_parties_of_the_noun_before_it() -> None:
    assert _edges("حمله‌ای که رسانه‌های ترکیه درباره سوریه گزارش کردند، تأیید نشد.") == set()
