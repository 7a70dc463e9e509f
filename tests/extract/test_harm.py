"""What states do to others, whoever or whatever the words name beside it."""

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
