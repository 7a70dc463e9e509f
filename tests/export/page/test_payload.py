import json

from hypothesis import given
from hypothesis import strategies as st

from relgraph.export.page.html import render
from relgraph.export.page.payload import browser_marks, payload
from relgraph.model import Quote


@given(st.text(min_size=1, max_size=60), st.data())
def test_marks_mean_the_same_characters_to_a_browser(text, data):
    """A mark in code points of the article, cut to its sentence, selects the same characters in UTF-16 units."""
    origin = data.draw(st.integers(0, 500))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    sentence = Quote(origin, origin + len(text), text)
    ((role, first, last),) = browser_marks(sentence, [("actor", origin + start, origin + end)])
    units = text.encode("utf-16-le", "surrogatepass")
    assert units[2 * first : 2 * last].decode("utf-16-le", "surrogatepass") == text[start:end]
    assert role == "actor"


def test_marks_outside_of_the_sentence_are_left_out():
    """What lies before or after the sentence isn't marked; what reaches beyond it is cut."""
    sentence = Quote(10, 15, "abcde")
    marks = browser_marks(sentence, [("actor", 0, 10), ("place", 15, 20), ("trigger", 8, 12), ("date", 14, 30)])
    assert marks == [("trigger", 0, 2), ("date", 4, 5)]


def test_the_same_graph_gives_the_same_bytes(graph_of):
    """Two renderings of equal graphs don't differ in a byte."""
    assert render(payload(graph_of(60))) == render(payload(graph_of(60)))


def test_a_page_of_thirty_nodes_is_small(graph_of):
    """A page of 30 nodes and 120 events stays below 700 kB, font and scripts included."""
    assert len(render(payload(graph_of(30)))) < 700_000


def test_data_survives_whatever_characters_it_has():
    """No character of the data can end its block, and all come back, lone surrogates too."""
    text = "</script><!-- & \u2028\u2029 {{style}} \ud800 😀 \u200f"
    page = render({"text": text}).decode("utf-8")
    block = page.split('id="data">')[1].split("</script>")[0]
    assert json.loads(block) == {"text": text}
    assert not set("<>&\u2028\u2029") & set(block)
