from dataclasses import replace

from relgraph.export.page.links import links, pairs
from relgraph.export.page.selection import select, weights


def test_every_event_with_two_parties_is_behind_a_link(graph_of):
    """However many events join the same two entities, each of them is behind their one link."""
    graph = graph_of(40)
    found = links(graph)
    assert len({(link.source, link.target) for link in found}) == len(found)
    behind = {index for link in found for index in link.events}
    assert behind == {index for index, event in enumerate(graph.events) if any(one != two for one, two in pairs(event))}


def test_an_event_with_one_party_is_joined_to_its_topics(graph_of):
    """A statement of one party about a topic makes a faint line between these two, and no act."""
    graph = graph_of(20)
    alone = replace(graph.events[0], actors=("iran",), recipients=(), topics=("jcpoa",))
    (link,) = links(replace(graph, events=(alone,), relations=()))
    assert (link.source, link.target, link.events, link.topics) == ("iran", "jcpoa", (), (0,))


def test_parties_of_a_symmetric_event_without_recipients_are_joined(graph_of):
    """Three who consult, all named as actors, are joined pair by pair."""
    event = replace(graph_of(20).events[0], type="CONSULT", actors=("china", "iran", "russia"), recipients=())
    assert list(pairs(event)) == [("china", "iran"), ("china", "russia"), ("iran", "russia")]


def test_nothing_is_linked_to_itself(graph_of):
    """An event of an entity with itself has no line."""
    graph = graph_of(20)
    event = replace(graph.events[0], actors=("iran",), recipients=("iran",), topics=())
    assert links(replace(graph, events=(event,), relations=())) == ()


def test_a_small_graph_is_shown_whole(graph_of):
    """Nothing is left out below the limits."""
    graph = graph_of(60)
    assert select(graph) is graph


def test_a_large_graph_keeps_what_weighs_most_and_names_all_it_keeps(graph_of):
    """The selection keeps the heaviest nodes, and every entity and article that a kept statement refers to."""
    graph = graph_of(120)
    part = select(graph, max_nodes=30, max_events=50)
    assert len(part.events) == 50
    weight = weights(graph)
    heaviest = sorted(graph.nodes, key=lambda node: (-weight[node.id], node.id))[:30]
    ids = {node.id for node in part.nodes}
    assert ids.issuperset(node.id for node in heaviest)
    for event in part.events:
        assert ids.issuperset(event.actors + event.recipients + event.places + event.topics)
        assert ids.issuperset(name for claim in event.claims for name in (claim.speaker, *claim.via) if name)
    articles = {claim.article for statement in (*part.events, *part.relations) for claim in statement.claims}
    assert {source.id for source in part.sources} == articles
