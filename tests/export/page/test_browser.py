"""The page in a real browser. The `read` fixture also fails a test on any request or console message."""

from dataclasses import replace

import pytest

from relgraph.export.page.links import links
from relgraph.model import Claim, Graph, GraphEvent, GraphRelation, Mark, Node, Quote, Source

HOSTILE = "<script>window.hacked=1</script><img src=x onerror=window.hacked=1> href='#' \"q\" & \u2028 \u202e\u200f 😀 {{data}} __proto__"


def hostile_graph() -> Graph:
    """Two parties, one event and one relation, with hostile text in every field that has free text."""
    ids = (f"a{HOSTILE}", f"b{HOSTILE}")
    sentence = Quote(5, 5 + len(HOSTILE), HOSTILE)
    claims = tuple(
        Claim(f"{kind}{HOSTILE}", HOSTILE, f"s{HOSTILE}", ids[0], (ids[1],), "doubts", HOSTILE, 0.5, sentence, sentence,
              (Mark("actor", 5, 9), Mark(HOSTILE, 9, 20)))
        for kind in "er"
    )  # fmt: skip
    return Graph(
        sources=(Source(f"s{HOSTILE}", HOSTILE, HOSTILE, HOSTILE, f"javascript:alert(1)//{HOSTILE}", HOSTILE),),
        nodes=tuple(Node(key, "person", HOSTILE, HOSTILE, (HOSTILE,), wikidata=HOSTILE, state=ids[0]) for key in ids),
        events=(GraphEvent(f"e{HOSTILE}", "ACCUSE", HOSTILE, ids[:1], ids[1:], (), (), ids[:1], HOSTILE, ids, "actual", claims[:1]),),
        relations=(GraphRelation(f"r{HOSTILE}", ids[0], "represents", ids[1], HOSTILE, "actual", HOSTILE, HOSTILE, claims[1:]),),
    )  # fmt: skip


def single_event(graph: Graph, sentence: Quote, marks: tuple[Mark, ...]) -> Graph:
    """The graph with but one event, Iran meets Russia, told in `sentence`."""
    claim = replace(graph.events[0].claims[0], sentence=sentence, marks=marks, evidence=sentence)
    event = replace(
        graph.events[0], type="CONSULT", mode="meet", actors=("iran",), recipients=("russia",), claims=(claim,)
    )
    return replace(graph, events=(event,), relations=())


def test_the_page_opens_from_a_file_alone(read, graph_of):
    """Opening the page asks for the file itself only, and nothing is said on the console."""
    reader = read(graph_of(20))
    assert [url for url in reader.requests if not url.startswith("data:")] == [reader.tab.url.split("#")[0]]
    assert reader.tab.evaluate("document.fonts.check('14px Vazirmatn')")


@pytest.mark.parametrize("language", ["fa", "en"])
def test_hostile_text_stays_text(read, language):
    """Markup, script ends, direction marks and emoji in every field are shown, and run nowhere."""
    graph = hostile_graph()
    reader = read(graph, f"#lang={language}")
    reader.click_link(*(node.id for node in graph.nodes))
    tab = reader.tab
    assert tab.locator("#panel blockquote").first.evaluate("node => node.textContent") == HOSTILE
    tab.locator("#panel .entity").first.click()
    assert HOSTILE in tab.locator("#panel h2").evaluate("node => node.textContent")
    tab.click("#view-table")
    assert HOSTILE in tab.locator("#table tbody").evaluate("node => node.textContent")
    tab.fill("#search", "script")
    assert HOSTILE in tab.locator("#found").evaluate("node => node.textContent")
    assert tab.evaluate("window.hacked === undefined && document.images.length === 0 && document.scripts.length === 3")
    assert tab.locator("a[href^=javascript]").count() == 0


def test_a_click_on_a_line_shows_the_sentence_with_its_marks(read, graph_of):
    """The marks stand on the right characters, also behind characters that scripts count as two."""
    text = "😀 ایران در نشست 🕊️ با روسیه دیدار کرد."
    marks = tuple(
        Mark(role, 100 + text.index(word), 100 + text.index(word) + len(word))
        for role, word in [("actor", "ایران"), ("recipient", "روسیه"), ("trigger", "دیدار کرد")]
    )
    reader = read(single_event(graph_of(20), Quote(100, 100 + len(text), text), marks))
    reader.click_link("iran", "russia")
    quote = reader.tab.locator("#panel blockquote")
    assert quote.evaluate("node => node.textContent") == text
    assert quote.evaluate("node => getComputedStyle(node).direction") == "rtl"
    for role, word in [("actor", "ایران"), ("recipient", "روسیه"), ("trigger", "دیدار کرد")]:
        assert quote.locator(f"mark.{role}").all_text_contents() == [word]


def test_all_parallel_events_can_be_reached(read, graph_of):
    """The busiest line leads to every one of its events, and says how many they are."""
    graph = graph_of(20)
    event = next(event for event in graph.events if event.recipients)
    many = replace(graph, events=tuple(replace(event, id=f"p{n:03}") for n in range(130)))
    (link,) = [link for link in links(many) if link.events]
    reader = read(many, f"#lang=en&node={link.source}&with={link.target}")
    while reader.tab.locator("#panel .more").count() > 0:
        reader.tab.locator("#panel .more").first.click()
    shown = reader.tab.locator("#panel .card[data-event]").evaluate_all(
        "cards => cards.map(card => card.dataset.event)"
    )
    assert sorted(shown) == [event.id for event in many.events]
    assert "130" in reader.tab.locator("#panel h3").first.text_content()


def test_the_language_turns_words_direction_digits_and_calendar(read, graph_of):
    """One button turns the whole page from Persian to English and back."""
    graph = graph_of(20)
    event = next(event for event in graph.events if event.date == "2022-01-19")
    reader = read(graph, f"#event={event.id}")
    tab = reader.tab
    assert tab.evaluate("document.documentElement.dir") == "rtl"
    assert "۲۹ دی ۱۴۰۰" in tab.locator("#panel").text_content()
    assert "۲۰" in tab.locator("#summary").text_content()
    tab.click("#language")
    assert tab.evaluate("[document.documentElement.dir, document.documentElement.lang]") == ["ltr", "en"]
    assert "19 January 2022" in tab.locator("#panel").text_content()
    assert "20 entities" in tab.locator("#summary").text_content()
    assert "lang=en" in tab.url


def test_the_search_finds_names_in_both_scripts(read, graph_of):
    """However a name is typed (Arabic yeh, English, lower case, a stray ZWNJ), Enter selects it in the middle of the picture."""
    reader = read(graph_of(20), "#lang=fa")
    spot = next(node for node in reader.data()["network"]["nodes"] if node["id"] == "iran")
    for typed in ("ايران", "Iran", "iran", "ایرا\u200cن"):
        reader.tab.keyboard.press("/")
        reader.tab.keyboard.type(typed)
        reader.tab.keyboard.press("Enter")
        assert reader.tab.locator("#panel h2").text_content() == "ایران"
        assert "node=iran" in reader.tab.url
        centre = reader.tab.evaluate("window.relgraph.network.getViewPosition()")
        assert abs(centre["x"] - spot["x"]) < 2
        assert abs(centre["y"] - spot["y"]) < 2
        reader.tab.keyboard.press("Escape")
        assert "node=" not in reader.tab.url


def test_a_word_inside_of_another_comes_last(read, graph_of):
    """The search lists exact names before names that merely hold the letters."""
    reader = read(graph_of(20), "#lang=en")
    reader.tab.fill("#search", "ira")
    assert reader.tab.locator("#found .name").all_text_contents()[:2] == ["Iran", "Iraq"]


def test_filters_hide_events_everywhere(read, graph_of):
    """Switching a class or status off takes its events out of panel and table, and the address keeps it."""
    graph = graph_of(20)
    reader = read(graph, "#lang=en&view=table")
    tab = reader.tab
    for key in ("quad.4", "status.planned"):
        tab.locator(f"[id='filter-{key}']").uncheck()
    left = [event for event in reader.data()["events"] if event["quad"] != 4 and event["status"] != "planned"]
    assert tab.locator("#table caption").text_content() == f"{len(left)} events"
    tab.reload()
    assert tab.locator("#table caption").text_content() == f"{len(left)} events"
    tab.click("#reset")
    assert tab.locator("#table caption").text_content() == f"{len(graph.events)} events"


def test_a_type_switched_off_leaves_the_picture(read, graph_of):
    """Entities of a type that is off are not drawn, nor are their lines."""
    reader = read(graph_of(20), "#lang=en&off=type.country")
    drawn = reader.tab.evaluate(
        "Object.values(window.relgraph.network.body.nodes).filter(n => !n.options.hidden).map(n => n.id)"
    )
    types = {node["id"]: node["type"] for node in reader.data()["nodes"]}
    assert drawn
    assert "country" not in {types[key] for key in drawn if key in types}


def test_a_large_graph_opens_on_its_backbone_and_expands(read, graph_of):
    """Of 300 entities the heaviest are drawn at first; a neighbourhood or the slider brings the others."""
    drawn = "Object.values(window.relgraph.network.body.nodes).filter(n => !n.options.hidden && n.options.shape).length"
    reader = read(graph_of(300), "#lang=en")
    assert 50 < reader.tab.evaluate(drawn) <= 120
    reader.tab.evaluate("location.hash = '#lang=en&top=300'")
    reader.tab.wait_for_function(f"{drawn} === 300")
    reader.tab.evaluate("location.hash = '#lang=en&node=iaea&focus=1'")
    reader.tab.wait_for_function(f"{drawn} < 300")
    near = {
        end
        for link in links(graph_of(300))
        if "iaea" in (link.source, link.target)
        for end in (link.source, link.target)
    }
    assert reader.tab.evaluate(drawn) == len(near)


def test_the_table_sorts_and_opens_the_evidence_by_keyboard(read, graph_of):
    """A heading sorts by its column, both ways; a row's button opens the event in the panel."""
    reader = read(graph_of(20), "#lang=en&view=table")
    tab = reader.tab
    dates = "[...document.querySelectorAll('#table td.date')].map(cell => cell.textContent).filter(text => text !== '–').map(text => text.slice(-4))"
    assert tab.evaluate(dates) == sorted(tab.evaluate(dates), reverse=True)
    tab.locator("th[data-column=date] button").press("Enter")
    assert tab.evaluate(dates) == sorted(tab.evaluate(dates))
    assert tab.locator("th[data-column=date]").get_attribute("aria-sort") == "ascending"
    tab.locator("#table tbody button.what").first.press("Enter")
    assert tab.locator("#panel .card").count() == 1
    assert tab.evaluate("document.activeElement.tagName") == "H2"
    tab.keyboard.press("Escape")
    assert not tab.locator("#panel").is_visible()


def test_the_theme_follows_the_system_until_chosen(read, graph_of):
    """A dark system gives a dark page; the button turns it light, and the address keeps that."""
    reader = read(graph_of(20), color_scheme="dark")
    assert reader.tab.evaluate("document.documentElement.dataset.theme") == "dark"
    reader.tab.click("#theme")
    reader.tab.reload()
    assert reader.tab.evaluate("document.documentElement.dataset.theme") == "light"


def test_on_a_phone_nothing_runs_over_the_side(read, graph_of):
    """At 360 pixels the page fits, the filters open by their button, and the panel is a sheet below the picture."""
    reader = read(graph_of(20), "#lang=fa&node=iran", viewport={"width": 360, "height": 740})
    tab = reader.tab
    assert tab.evaluate("document.documentElement.scrollWidth") == 360
    assert not tab.locator("#filters").is_visible()
    tab.click("#toggle-filters")
    assert tab.locator("#filters").is_visible()
    picture, panel = tab.locator("#graph").bounding_box(), tab.locator("#panel").bounding_box()
    assert picture["height"] > 200
    assert picture["y"] + picture["height"] <= panel["y"] + 1


def test_a_relation_is_shown_with_its_office_and_time(read, graph_of):
    """A standing relation reads as a sentence of its own, with the qualifier and since when."""
    reader = read(graph_of(20), "#lang=en&node=laleh-bahrami&with=iran&off=quad.1,quad.2,quad.3,quad.4")
    card = reader.tab.locator("#panel .card.relation").first.text_content()
    assert "Laleh Bahrami represents (foreign minister) Iran" in card
    assert "since 25 August 2021" in card


def test_an_empty_graph_is_a_page_too(read):
    """A graph of nothing opens and says that it has nothing."""
    reader = read(Graph((), (), (), ()), "#lang=en")
    assert reader.tab.locator("#hint").text_content() == "This graph has no entities."


def test_the_picture_can_be_saved(read, graph_of):
    """The save button hands over a PNG."""
    reader = read(graph_of(20))
    with reader.tab.expect_download() as download:
        reader.tab.click("#png")
    assert download.value.suggested_filename == "graph.png"
    assert download.value.path().read_bytes().startswith(b"\x89PNG")
