from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from pyvis.network import Network

from relgraph.export.page.links import links
from relgraph.export.page.network import OPTIONS, network, vis_network
from relgraph.export.page.selection import weights
from relgraph.export.page.settle import settle


def test_the_fast_way_gives_what_pyvis_itself_would(graph_of):
    """Nodes and edges put into a pyvis network one by one, by its own methods, come out the same."""
    graph = graph_of(40)
    lines = links(graph)
    ours = vis_network(graph, lines, weights(graph))
    theirs = Network(directed=False)
    theirs.options = OPTIONS
    for node in ours.nodes:
        looks = {key: value for key, value in node.items() if key not in ("id", "label", "shape")}
        theirs.add_node(node["id"], node["label"], shape=node["shape"], **looks)
    for number, line in enumerate(lines):
        theirs.add_edge(line.source, line.target, id=number)
    assert ours.get_network_data() == theirs.get_network_data()
    assert ours.get_nodes() == theirs.get_nodes()
    assert ours.get_adj_list() == theirs.get_adj_list()
    assert ours.num_edges() == len(lines) == theirs.num_edges()


def test_the_page_gets_what_pyvis_holds(graph_of):
    """The rows on the page are pyvis's nodes and edges, in the order of the graph's."""
    graph = graph_of(40)
    lines = links(graph)
    rows = network(graph, lines, weights(graph))
    held = vis_network(graph, lines, weights(graph))
    assert [tuple(row) for row in rows["nodes"]] == [(n["x"], n["y"], n["size"], n["shape"]) for n in held.nodes]
    ids = [node.id for node in graph.nodes]
    assert [(ids[one], ids[other]) for one, other in rows["edges"]] == [(e["from"], e["to"]) for e in held.edges]


def test_no_label_is_blank(graph_of):
    """Where a node has no label pyvis shows its id; ours does so too."""
    graph = graph_of(20)
    bare = replace(graph, nodes=(replace(graph.nodes[0], label_fa=None, label_en=None), *graph.nodes[1:]))
    held = vis_network(bare, links(bare), weights(bare))
    assert held.nodes[0]["label"] == bare.nodes[0].id


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 8), st.integers(0, 120), st.data())
def test_who_is_settled_gets_a_spot_of_his_own(core, count, data):
    """However many want to stand beside the same neighbour, each gets a free spot, and always the same."""
    placed = {node: (node * 200, 0) for node in range(core)}
    nodes = list(range(core, core + count))
    ends = st.integers(0, max(0, core + count - 1))
    edges = [
        (one, other, 1.0) for one, other in data.draw(st.lists(st.tuples(ends, ends), max_size=80)) if one != other
    ]
    spots = settle(nodes, edges, placed)
    assert len(set(spots.values())) == count
    assert settle(nodes, edges, placed) == spots


def test_who_has_one_neighbour_stands_near_it():
    """A leaf is set closer to its own hub than to another."""
    placed = {0: (0, 0), 1: (4000, 0)}
    spots = settle(range(2, 42), [(leaf % 2, leaf, 1.0) for leaf in range(2, 42)], placed)
    for leaf, (x, _) in spots.items():
        assert (x < 2000) == (leaf % 2 == 0)
