import random

from graph_samples import article, event, extraction
from hypothesis import given, settings
from hypothesis import strategies as st

from relgraph.graph.copies import find_copies, sketch
from relgraph.graph.edges import direct_edges
from relgraph.graph.independence import independent_outlets
from relgraph.graph.merge import merge

_LETTERS = "ابپتجچحخدرزسشعفقکگلمنوهی"
_OPENING = "رئیسی در مسکو با پوتین دیدار کرد. "


def _words(seed, count=150):
    """A text of its own for each seed."""
    draw = random.Random(seed)  # noqa: S311
    return " ".join("".join(draw.choices(_LETTERS, k=draw.randint(2, 7))) for _ in range(count))


def _copies(**texts):
    sketches = {name: sketch(text) for name, text in texts.items()}
    return find_copies(sketches, [set(texts)], {name: ("", name) for name in texts})


def test_the_same_report_with_another_frame_is_a_copy():
    """A new title, another dateline, half-spaces, a dropped end and an added paragraph don't hide a copy."""
    text = _words(1)
    framed = "عنوانی دیگر\nبه گزارش خبرگزاری ما، " + text.replace("ی", "ي") + " " + _words(2, 40)
    cut = " ".join(text.split()[:90])
    assert _copies(a=text, b=framed, c=cut) == {"b": "a", "c": "a"}


def test_reports_in_words_of_their_own_are_no_copies():
    """Texts that share a quotation and a boilerplate line are two sources."""
    quotation, boilerplate = _words(3, 25), _words(4, 12)
    assert _copies(a=f"{_words(5)} {quotation} {boilerplate}", b=f"{_words(6)} {quotation} {boilerplate}") == {}


def test_articles_that_tell_nothing_in_common_are_not_compared():
    """Copies are looked for among articles with a common statement."""
    text = _words(7)
    assert find_copies({"a": sketch(text), "b": sketch(text)}, [{"a"}, {"b"}], {"a": ("", "a"), "b": ("", "b")}) == {}


@settings(max_examples=50, deadline=None)
@given(st.permutations(["a", "b", "c", "d"]))
def test_the_first_published_is_the_original_whatever_the_order(order):
    """All copies point to the one original, the earliest, however the articles come."""
    text = _words(8)
    rank = {name: (day, name) for name, day in zip("abcd", ("2022", "2021", "2023", "2020"), strict=True)}
    sketches = {name: sketch(_words(9) if name == "d" else text) for name in order}
    assert find_copies(sketches, [order], rank) == {"a": "b", "c": "b"}


@given(st.text())
def test_any_text_has_a_sketch(text):
    """A sketch is sorted and the same each time, whatever the text holds."""
    assert list(sketch(text)) == sorted(sketch(text))
    assert sketch(text) == sketch(text)


def test_copies_are_one_source_of_hearsay():
    """Two outlets that print one text draw no edge from what a third party says; two that write their own do."""
    text, other = _OPENING + _words(10), _OPENING + _words(11)
    for second, sources in ((text, 1), (other, 2)):
        told = [article("a1", text=text), article("a2", text=second, source="ایرنا")]
        graph = merge(extraction(each, event(each, speaker="sco")) for each in told)
        (meeting,) = graph.events
        assert independent_outlets(meeting.claims, {each.id: each for each in graph.sources}) == sources
        assert bool(direct_edges(graph)) is (sources == 2)
        assert [each.copy_of for each in graph.sources] == [None, "a1" if sources == 1 else None]
