import pytest
from graph_samples import article, background, event, extraction, relation, spell

from relgraph.graph.background import background_of
from relgraph.graph.edges import direct_edges
from relgraph.graph.merge import merge

RAISI_TIME = spell("ebrahim-raisi", "2021-08-03", "2024-05-19")
ROUHANI_TIME = spell("hassan-rouhani", "2013-08-03", "2021-08-03")


def _graph(*statements, spells=(RAISI_TIME, ROUHANI_TIME), published="2022-01-20", as_of=None):
    told = article(published=published)
    return merge([extraction(told, *(make(told) for make in statements))], background(*spells), as_of=as_of)


def _office(qualifier="president", subject="ebrahim-raisi", **facts):
    return lambda told: relation(told, subject=subject, object="iran", qualifier=qualifier, **facts)


def _membership(qualifier):
    return lambda told: relation(told, subject="iran", predicate="memberOf", object="sco", qualifier=qualifier)


def _known(graph, predicate):
    return [(each.subject, each.object, each.start, each.end, each.open) for each in graph.known
            if each.predicate == predicate]  # fmt: skip


def test_people_come_with_their_dated_offices():
    """Each person of the graph has the offices of the tables with their dates, and no claim is invented for them."""
    graph = _graph(event, spells=(RAISI_TIME, ROUHANI_TIME, spell("vladimir-putin", "2012", None, "open", "russia")))
    assert sorted(_known(graph, "represents")) == [
        ("ebrahim-raisi", "iran", "2021-08-03", "2024-05-19", False),
        ("vladimir-putin", "russia", "2012", None, True),
    ]
    assert all(each.claims == () and each.source for each in graph.known)


def test_memberships_and_parties_join_what_the_graph_has():
    """What the tables know of two entities is in the graph where both of them are."""
    graph = _graph(event)
    assert [each[:2] for each in _known(graph, "memberOf")] == [("iran", "sco")]
    assert [each[:2] for each in _known(graph, "partyTo")] == [("iran", "vienna-talks")]
    told = article()
    alone = merge([extraction(told, entities=())], background())
    assert alone.known == ()


def test_what_the_tables_know_draws_no_edge():
    """Direct edges come from what articles tell alone."""
    names = {edge.name for edge in direct_edges(_graph(event))}
    assert names == {"consulted"}


@pytest.mark.parametrize("make, published, agrees, contradicts", [
    (_office(), "2022-01-20", ["ebrahim-raisi"], []),
    (_office(), "2020-01-20", [], ["hassan-rouhani"]),
    (_office(), None, [], []),
    (_office("former president", "hassan-rouhani"), "2022-01-20", [], []),
    (_office("former president"), "2022-01-20", [], ["ebrahim-raisi"]),
    (_office("head of something"), "2020-01-20", [], []),
    (_office(status="planned"), "2020-01-20", [], []),
    (_membership("observer"), "2022-01-20", ["iran"], []),
    (_membership(None), "2022-01-20", ["iran"], []),
    (_membership("full"), "2022-01-20", [], ["iran"]),
])  # fmt: skip
def test_text_and_tables_are_compared_on_the_day_of_the_article(make, published, agrees, contradicts):
    """What the tables bear out or know otherwise is marked on what the text says; both stay in the graph."""
    graph = _graph(make, published=published)
    whose = {each.id: each.subject for each in graph.known}
    (told,) = graph.relations
    if contradicts == ["hassan-rouhani"]:
        assert "hassan-rouhani" in {node.id for node in graph.nodes}
    assert [whose[each] for each in told.agrees] == agrees
    assert [whose[each] for each in told.contradicts] == contradicts


@pytest.mark.parametrize(
    "as_of, drawn", [(None, True), ("2024-05-19", True), ("2024-05-20", False), ("2021-01-01", False)]
)
def test_an_office_is_current_as_of_a_day(as_of, drawn):
    """An undated office of the text has its edge while the tables' dates for it cover the day asked for."""
    graph = _graph(_office(), as_of=as_of)
    assert graph.as_of == (as_of or "2022-01-20")
    assert (
        ("ebrahim-raisi", "represents", "iran") in {(e.subject, e.name, e.object) for e in direct_edges(graph)}
    ) is drawn


def test_a_former_office_is_no_edge():
    """Who is called former president represents nobody now."""
    assert direct_edges(_graph(_office("former president", "hassan-rouhani"))) == ()


def test_an_outlet_is_the_organization_that_the_tables_know():
    """The publisher of an article is linked to its entity, which is then a node."""
    graph = _graph(event)
    assert [source.outlet for source in graph.sources] == ["isna"]
    assert "isna" in {node.id for node in graph.nodes}


def test_the_shipped_tables_make_a_background(world):
    """The tables of the project give offices, memberships and outlets, every one between known entities."""
    shipped = background_of(world)
    putin = shipped.tenures("vladimir-putin")
    assert any(each.object == "russia" and each.qualifier == "president" and each.start for each in putin)
    assert {each.object for each in shipped.memberships["iran"]} >= {"united-nations", "opec"}
    assert shipped.outlet("ایسنا") == "isna"
    assert shipped.holder(shipped.roles["president"], "russia", "2022-01-19").subject == "vladimir-putin"
