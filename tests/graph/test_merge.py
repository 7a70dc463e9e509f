from dataclasses import replace

from graph_samples import PUTIN, RAISI, article, background, event, extraction, relation, two_outlets
from graph_strategies import corpora
from hypothesis import given, settings
from hypothesis import strategies as st

from relgraph.graph.independence import independent_outlets
from relgraph.graph.merge import merge
from relgraph.graph.model import Claim, Source


def _consults(graph):
    return [event for event in graph.events if event.type == "CONSULT"]


def test_two_tellings_of_a_meeting_are_one_event_with_two_claims():
    """A dated meeting told by two articles, the parties in another order, is one event."""
    (meeting,) = _consults(merge(two_outlets()))
    assert {claim.article for claim in meeting.claims} == {"a1", "a2"}
    assert (meeting.actors, meeting.recipients) == (("ebrahim-raisi",), ("vladimir-putin",))
    assert (meeting.actor_states, meeting.recipient_states) == (("iran",), ("russia",))


def test_a_visit_has_a_direction():
    """Guest and host in the other order are another visit."""
    one, two = article("a1"), article("a2")
    there = extraction(one, event(one, mode="visit"))
    back = extraction(two, event(two, mode="visit", actors=("vladimir-putin",), recipients=("ebrahim-raisi",)))
    assert len(merge([there, back]).events) == 2


def test_undated_events_stay_apart():
    """Two articles that tell of an undated meeting may mean two meetings."""
    told = [article("a1"), article("a2")]
    assert len(merge(extraction(each, event(each, date=None)) for each in told).events) == 2


def test_an_article_makes_one_claim_for_an_event():
    """Of two tellings in one article the outlet's own voice is kept, however sure the quoted one."""
    told = article("a1")
    quoted, own = event(told, speaker="iran", confidence=0.99), event(told, confidence=0.5)
    (meeting,) = merge([extraction(told, quoted, own)]).events
    assert [claim.speaker for claim in meeting.claims] == [None]


def test_seeded_facts_win_over_those_of_an_article():
    """A label from the seed tables stands, whatever an article made up; what only the article knows is added."""
    told = [article("a1"), article("a2")]
    guessed = replace(RAISI, label_en="Raeesi", romanised=True, seeded=False, sector="GOV")
    graph = merge([extraction(told[0], entities=(guessed,)), extraction(told[1], entities=(RAISI,))])
    (node,) = graph.nodes
    assert (node.label_en, node.romanised, node.seeded, node.sector) == ("Ebrahim Raisi", False, True, "GOV")


def test_states_that_nobody_names_become_nodes():
    """A country that a party acts for is a node, with the facts that are known of it, and no more of them than needed."""
    told = article(source=None)
    graph = merge([extraction(told, event(told, places=()), entities=(RAISI, PUTIN))], background())
    assert [node.id for node in graph.nodes] == ["ebrahim-raisi", "iran", "russia", "vladimir-putin"]
    assert graph.nodes[1].label_fa == "ایران"


def test_relations_merge_on_their_whole_content():
    """The same office told twice is one relation; with another start it is another."""
    told = [article("a1"), article("a2"), article("a3")]
    starts = [None, None, "2012"]
    graph = merge(extraction(each, relation(each, start=start)) for each, start in zip(told, starts, strict=True))
    assert sorted(len(relation.claims) for relation in graph.relations) == [1, 2]


@settings(max_examples=40, deadline=None)
@given(corpora(), st.randoms())
def test_order_and_repetition_change_nothing(extractions, random):
    """The graph is the same whatever the order of the articles, and if one comes twice."""
    shuffled = [*extractions, *extractions[:1]]
    random.shuffle(shuffled)
    assert merge(shuffled) == merge(extractions)


@settings(max_examples=40, deadline=None)
@given(corpora(), st.randoms())
def test_without_an_article_it_is_the_graph_of_the_others(extractions, random):
    """What an article added goes with it: the rest is as if it had never been there."""
    kept = [each for each in extractions if random.random() < 0.5]
    told = {each.article.id for each in kept}
    assert merge(each for each in extractions if each.article.id in told) == merge(kept[::-1])


@settings(max_examples=40, deadline=None)
@given(corpora())
def test_everything_is_sorted_and_named_once(extractions):
    """Ids are unique and every tuple of the graph is in their order."""
    graph = merge(extractions)
    for items in (graph.sources, graph.nodes, graph.events, graph.relations):
        names = [item.id for item in items]
        assert names == sorted(set(names))
    claims = [claim.id for told in (*graph.events, *graph.relations) for claim in told.claims]
    assert len(claims) == len(set(claims))


def test_copies_of_an_agency_are_one_source():
    """Articles that pass on one agency count once, those of one outlet too, articles of unknown outlets each."""
    (claim, *_) = merge(two_outlets()).events[0].claims
    sources = {name: Source(name, "", None, outlet, None, None) for name, outlet in
               (("a", "x"), ("b", "y"), ("c", "y"), ("d", None), ("e", None))}  # fmt: skip

    def told(name: str, *via: str) -> Claim:
        return replace(claim, article=name, via=via)

    assert independent_outlets([told("a", "reuters"), told("b", "reuters")], sources) == 1
    assert independent_outlets([told("b"), told("c")], sources) == 1
    assert independent_outlets([told("a"), told("b"), told("d"), told("e")], sources) == 4
