from graph_samples import article, event, extraction, relation, two_outlets

from relgraph.graph.merge import merge
from relgraph.graph.network import to_networkx


def _network(*statements):
    told = article()
    return to_networkx(merge([extraction(told, *(make(told) for make in statements))]))


def test_a_meeting_is_one_edge_with_its_claims():
    """Two outlets that tell of one meeting give one edge, whose key is the event's id and which holds both claims."""
    graph = merge(two_outlets())
    network = to_networkx(graph)
    (meeting,) = [each for each in graph.events if each.type == "CONSULT"]
    edge = network.edges["ebrahim-raisi", "vladimir-putin", meeting.id]
    assert edge["claims"] == meeting.claims
    assert (edge["type"], edge["mode"], edge["quad"], edge["n_sources"]) == ("CONSULT", "meet", 1, 2)
    assert (edge["date"], edge["places"], edge["speakers"]) == ("2022-01-19", ("moscow",), ("iran",))
    assert not network.has_edge("vladimir-putin", "ebrahim-raisi", meeting.id)


def test_parallel_events_stay_apart():
    """A meeting and a call of the same two are two edges: nothing is fused by its ends."""
    network = _network(event, lambda told: event(told, mode="call"))
    assert network.number_of_edges("ebrahim-raisi", "vladimir-putin") == 2


def test_three_parties_are_three_edges():
    """Of an event of several parties every two are joined once."""
    network = _network(lambda told: event(told, actors=("iran", "russia"), recipients=("sco",)))
    assert sorted(network.edges()) == [("iran", "russia"), ("iran", "sco"), ("russia", "sco")]


def test_one_party_is_joined_to_the_topics():
    """An event with one party is an edge to what it is about."""
    network = _network(
        lambda told: event(told, kind="REQUEST", mode=None, actors=("iran",), recipients=(), topics=("sco", "iran"))
    )
    assert [(one, other, kind) for one, other, kind in network.edges(data="kind")] == [("iran", "sco", "event_topic")]


def test_an_event_that_joins_nothing_is_a_node():
    """Without a second party or a topic the event stands for itself."""
    network = _network(lambda told: event(told, kind="PROTEST", mode=None, actors=("iran",), recipients=()))
    ((party, own),) = network.edges()
    assert party == "iran"
    assert network.nodes[own]["kind"] == "event"
    assert network.nodes[own]["type"] == "PROTEST"


def test_relations_are_edges_of_their_own():
    """An office is an edge from the person to the country, with its qualifier."""
    network = _network(relation)
    ((_, _, attributes),) = network.edges(data=True)
    assert (attributes["kind"], attributes["type"], attributes["qualifier"]) == ("relation", "represents", "president")


def test_nodes_carry_what_is_known():
    """Labels, type, link and coordinates of an entity are attributes of its node."""
    node = _network().nodes["moscow"]
    assert (node["label_fa"], node["label_en"], node["type"], node["wikidata"]) == ("مسکو", "Moscow", "place", "Q649")
    assert (node["latitude"], node["longitude"]) == (55.75, 37.62)
