from hypothesis import given, settings
from hypothesis import strategies as st

from relgraph.export.page.layout import layout


@st.composite
def networks(draw):
    count = draw(st.integers(1, 70))
    ends = st.integers(0, count - 1)
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=150))
    edges = sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})
    return count, [(one, other, 1.0) for one, other in edges]


@settings(max_examples=25, deadline=None)
@given(networks())
def test_every_node_has_a_place_of_its_own(network):
    """No two nodes stand on the same spot, and the same input gives the same places."""
    count, edges = network
    weights = [sum(node in edge[:2] for edge in edges) for node in range(count)]
    places = layout(weights, edges)
    assert len(places) == len(set(places)) == count
    assert layout(weights, edges) == places


def test_linked_nodes_stand_nearer_than_others():
    """Two tight groups that one line joins come apart: neighbours are nearer than strangers on average."""
    groups = [range(12), range(12, 24)]
    edges = [(one, other, 1.0) for group in groups for one in group for other in group if one < other]
    places = layout([12] * 24, [*edges, (0, 12, 1.0)])

    def mean(pairs):
        lengths = [((places[a][0] - places[b][0]) ** 2 + (places[a][1] - places[b][1]) ** 2) ** 0.5 for a, b in pairs]
        return sum(lengths) / len(lengths)

    inside = mean([(one, other) for one, other, _ in edges])
    across = mean([(one, other) for one in groups[0] for other in groups[1]])
    assert inside < 0.75 * across


def test_labels_have_room():
    """On a star of forty, no two names cover each other."""
    places = layout([40] + [1] * 40, [(0, leaf, 1.0) for leaf in range(1, 41)])
    for number, (x, y) in enumerate(places):
        for other_x, other_y in places[:number]:
            assert abs(x - other_x) > 110 or abs(y - other_y) > 55


def test_a_graph_without_links_stands_in_rows():
    """Loose nodes are set in rows, an empty graph is nothing."""
    assert layout([], []) == []
    assert len({y for _, y in layout([0] * 20, [])}) > 1
