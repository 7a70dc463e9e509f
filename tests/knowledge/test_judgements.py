from dataclasses import replace
from pathlib import Path

import pytest

from relgraph.errors import DataError
from relgraph.extract.person import new_person
from relgraph.extract.reading import Reading
from relgraph.knowledge.judgements import Judgements, read_judgements
from relgraph.knowledge.tables import Row
from relgraph.model import Article
from relgraph.pipeline import extract

TEXT = "کارلا ویزوتی، وزیر بهداشت آرژانتین با وزیر خارجه ایران دیدار کرد."


def judge(*lines, seeded=("b", "a")):
    rows = [
        Row(Path("judgements.csv"), n, dict(zip(("decision", "first", "second"), line.split(), strict=True)))
        for n, line in enumerate(lines, 2)
    ]
    return read_judgements(rows, seeded)


def test_same_ids_go_by_one():
    """Chains of the same are one; a table's id is the one that stays, the earlier of two, else the smallest."""
    judged = judge("same x y", "same y z", "same q b", "same a b")
    assert {judged.name_of(i) for i in "xyz"} == {"x"}
    assert {judged.name_of(i) for i in "abq"} == {"b"}
    assert judged.name_of("nobody") == "nobody"


def test_different_and_unsure_pairs_stay_apart():
    """Both keep two ids from being linked, in either order, and neither says anything of other pairs."""
    judged = judge("different x y", "unsure p q")
    assert judged.are_apart("y", "x")
    assert judged.are_apart("p", "q")
    assert not judged.are_apart("x", "q")
    assert judged.same == {}


@pytest.mark.parametrize(
    "lines, line",
    [(("same x x",), 2), (("same x y", "same y z", "different x z"), 4), (("unsure x y", "same y x"), 2)],
)
def test_contradictions_are_faults(lines, line):
    """A pair of one id, and one that is judged both ways, are told with the line."""
    with pytest.raises(DataError, match=rf"judgements\.csv:{line}: "):
        judge(*lines)


@pytest.fixture
def read(world):
    """Reads a text with judgements."""

    def run(text, *lines, article="a"):
        judged = judge(*(line.replace(",", " ") for line in lines), seeded=world.seeds.entities)
        with_them = replace(world, seeds=replace(world.seeds, judgements=judged))
        return extract(Article(article, "", text, published="2021-05-01", home="IR"), with_them)

    return run


def people(extraction):
    return {e.id for e in extraction.entities if e.type == "person"}


def test_the_same_is_one_in_every_article(read):
    """Two unknown people of two articles who are judged to be one have one id, with their mentions and acts."""
    texts = ("آقای نمونه‌پور به تهران سفر کرد.", "آقای نمونه‌پور با وزیر خارجه روسیه دیدار کرد.")
    ids = [people(read(t, article=str(n))) - {"sergey-lavrov"} for n, t in enumerate(texts)]
    (first,), (second,) = ids
    assert first != second
    judged = [read(t, f"same,{second},{first}", article=str(n)) for n, t in enumerate(texts)]
    stays = min(first, second)
    assert all(stays in people(e) for e in judged)
    assert not any({first, second} - {stays} & people(e) for e in judged)
    used = {p for e in judged for v in e.events for p in (*v.actors, *v.recipients)}
    assert {first, second} & used <= {stays}


def test_a_seeded_entity_takes_over(read):
    """An unknown person who is judged to be a known one is that one, with its facts."""
    plain = read("آقای نمونه‌پور به تهران سفر کرد.")
    (unknown,) = people(plain)
    judged = read("آقای نمونه‌پور به تهران سفر کرد.", f"same,{unknown},sergey-lavrov")
    (entity,) = [e for e in judged.entities if e.type == "person"]
    assert (entity.id, entity.wikidata, entity.mentions[0].text) == ("sergey-lavrov", "Q58217", "نمونه‌پور")


def test_a_statement_about_one_and_the_same_is_refused(read):
    """Two parties that become one by a judgement make no event, and the ledger says why."""
    judged = read("وزیر خارجه روسیه با وزیر خارجه چین دیدار کرد.", "same,sergey-lavrov,wang-yi")
    assert judged.events == ()
    assert "both parties are the same by a judgement" in {r.reason for r in judged.refused}


@pytest.mark.parametrize("decision", ["different", "unsure"])
def test_a_link_that_is_judged_away_is_not_made(read, decision):
    """A name that a spelling would link to an office-holder stays its own person where that was judged wrong or unsure."""
    linked = read(TEXT)
    assert "carla-vizzotti" in people(linked)
    unknown = new_person(Reading(linked.article), "کارلا ویزوتی", "argentina", "health-minister").id
    own = read(TEXT, f"{decision},carla-vizzotti,{unknown}")
    assert unknown in people(own)
    assert "carla-vizzotti" not in people(own)


def test_no_judgements_change_nothing():
    """An empty table leaves every id as it is."""
    assert Judgements().name_of("x") == "x"
    assert not Judgements().are_apart("x", "y")
