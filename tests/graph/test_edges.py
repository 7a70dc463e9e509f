import pytest
from graph_samples import article, event, extraction, relation, two_outlets

from relgraph.graph.edges import direct_edges
from relgraph.graph.merge import merge


def _edges(*statements, published="2022-01-20"):
    told = article("a1", published=published)
    graph = merge([extraction(told, *(make(told) for make in statements))])
    return {(edge.subject, edge.name, edge.object) for edge in direct_edges(graph)}


def _attack(**facts):
    return lambda told: event(
        told, kind="ASSAULT", mode=None, actors=("russia",), recipients=("iran",), places=(), **facts
    )


def test_a_meeting_joins_parties_and_states_both_ways():
    """Mutual events give an edge in each direction, between the persons and between their countries."""
    assert _edges(event) == {
        ("ebrahim-raisi", "consulted", "vladimir-putin"),
        ("vladimir-putin", "consulted", "ebrahim-raisi"),
        ("iran", "consulted", "russia"),
        ("russia", "consulted", "iran"),
    }


@pytest.mark.parametrize("facts, drawn", [
    ({}, True),
    ({"speaker": "russia"}, True),
    ({"speaker": "vladimir-putin"}, True),
    ({"speaker": "iran"}, False),
    ({"speaker": "sco"}, False),
    ({"stance": "doubts"}, False),
    ({"status": "planned"}, False),
    ({"status": "negated"}, False),
])  # fmt: skip
def test_hearsay_draws_no_edge(facts, drawn):
    """One outlet suffices in its own voice or that of who acts (or speaks for him), not in that of the other side."""
    assert _edges(_attack(**facts)) == ({("russia", "assaulted", "iran")} if drawn else set())


def test_two_outlets_make_an_edge_of_hearsay():
    """What a third party says counts when two independent outlets pass it on."""
    told = [article("a1"), article("a2", source="ایرنا")]
    graph = merge(extraction(each, _attack(speaker="sco")(each)) for each in told)
    assert [edge.name for edge in direct_edges(graph)] == ["assaulted"]


@pytest.mark.parametrize("facts, drawn", [
    ({}, True),
    ({"end": "2021"}, False),
    ({"end": "2022"}, True),
    ({"start": "2023-05"}, False),
    ({"status": "called_for"}, False),
    ({"speaker": "sco"}, False),
    ({"predicate": "memberOf", "subject": "iran", "object": "sco", "qualifier": "observer"}, False),
    ({"predicate": "memberOf", "subject": "iran", "object": "sco", "qualifier": "full"}, True),
])  # fmt: skip
def test_a_relation_is_an_edge_while_it_holds(facts, drawn):
    """Offices that are over or not yet begun on the day of the newest article, and mere observers, have no edge."""
    assert bool(_edges(lambda told: relation(told, **facts))) is drawn


def test_edges_are_sorted_and_distinct():
    """However often a thing is told, its edge is drawn once."""
    edges = direct_edges(merge(two_outlets()))
    assert list(edges) == sorted(set(edges))
