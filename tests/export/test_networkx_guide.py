"""docs/networkx.md: its examples run, and its table of attributes is what edges have."""

import contextlib
import io
import re

import pytest
from graph_samples import two_outlets

from relgraph.export.turtle import write_turtle
from relgraph.graph.merge import merge
from relgraph.graph.network import to_networkx
from relgraph.model import Article
from relgraph.pipeline import extract
from relgraph.resources import ONTOLOGY

GUIDE = (ONTOLOGY.parent / "docs" / "networkx.md").read_text("utf-8")
TEXTS = (
    "ابراهیم رئیسی رئیس جمهور ایران روز چهارشنبه در مسکو با ولادیمیر پوتین رئیس جمهور روسیه دیدار کرد.",
    "چین روز سه‌شنبه با روسیه مذاکره کرد. آمریکا روسیه را محکوم کرد. ترکیه از ایران حمایت کرد. چین تهدید کرد.",
)


@pytest.fixture(scope="module")
def output(world, tmp_path_factory):
    """A folder with an output folder of articles that were really read."""
    folder = tmp_path_factory.mktemp("guide")
    (folder / "output").mkdir()
    told = (Article(f"a{n}", "خبر", text, "2022-01-20", "ایسنا", home="IR") for n, text in enumerate(TEXTS))
    write_turtle(merge(extract(article, world) for article in told), folder / "output" / "graph.ttl")
    return folder


def test_the_examples_run(output, monkeypatch):
    """Each example runs after those before it and prints something; centrality and slices have the states in them."""
    monkeypatch.chdir(output)
    names = {}
    printed = []
    for block in re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL):
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            exec(compile(block, "docs/networkx.md", "exec"), names)  # noqa: S102 - our own guide
        printed.append(said.getvalue())
    assert all(printed)
    assert {"iran", "russia", "china", "united-states", "turkey"} <= set(names["dealings"])
    assert any(line.startswith("2022 ") for line in printed[-2].splitlines())
    assert names["means"]["united-states", "russia"] < 0 < names["means"]["turkey", "iran"]


def test_every_attribute_is_in_the_guide():
    """What edges and nodes have is what the guide says that they have."""
    network = to_networkx(merge(two_outlets()))
    named = set(re.findall(r"`(\w+)`", GUIDE))
    edges = {name for _, _, values in network.edges(data=True) for name in values}
    nodes = {name for _, values in network.nodes(data=True) for name in values}
    assert (edges | nodes) - named == set()


@pytest.mark.parametrize("name, kind", [
    ("quad", int), ("goldstein", float), ("earliest", str), ("published", str), ("actor_states", tuple), ("quotes", tuple),
    ("n_sources", int), ("confidence", float), ("places", tuple),
])  # fmt: skip
def test_attributes_are_typed(name, kind):
    """Numbers are numbers, lists are tuples, dates ISO texts."""
    network = to_networkx(merge(two_outlets()))
    (meeting,) = [values for _, _, values in network.edges(data=True) if values.get("mode") == "meet"]
    assert type(meeting[name]) is kind
