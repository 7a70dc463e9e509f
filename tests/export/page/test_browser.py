"""The page in a real browser: what is read in it. The `read` fixture also fails a test on any request or console message."""

import re
from dataclasses import replace

import pytest

from relgraph.export.page.links import links
from relgraph.graph.model import Claim, Graph, GraphEvent, GraphRelation, Node, Source
from relgraph.model import Mark, Quote

HOSTILE = "<script>window.hacked=1</script><img src=x onerror=window.hacked=1> href='#' \"q\" & \u2028 \u202e\u200f 😀 {{data}} __proto__ ,%2C"
SHOWN = "node => node.textContent"


def hostile_graph() -> Graph:
    """Two parties and a place, one event and one relation, with hostile text in every field that has free text."""
    ids = (f"a{HOSTILE}", f"b{HOSTILE}", f"p{HOSTILE}")
    sentence = Quote(5, 5 + len(HOSTILE), HOSTILE)
    claims = tuple(
        Claim(f"{kind}{HOSTILE}", HOSTILE, f"s{HOSTILE}", ids[0], (ids[1],), "doubts", HOSTILE, 0.5, sentence, sentence,
              (Mark("actor", 5, 9), Mark(HOSTILE, 9, 20)))
        for kind in "er"
    )  # fmt: skip
    nodes = [
        Node(key, kind, HOSTILE, HOSTILE, (HOSTILE,), wikidata=HOSTILE, iso2=HOSTILE, state=ids[0], latitude=30.0, longitude=n * 9.0)
        for n, (key, kind) in enumerate(zip(ids, ("country", "country", "place"), strict=True))
    ]  # fmt: skip
    return Graph(
        sources=(Source(f"s{HOSTILE}", HOSTILE, "2022-01-19", HOSTILE, f"javascript:alert(1)//{HOSTILE}", HOSTILE),),
        nodes=tuple(nodes),
        events=(GraphEvent(f"e{HOSTILE}", "ACCUSE", HOSTILE, ids[:1], ids[1:2], (), (), ids[2:], "2022-01-18", (), "actual", claims[:1]),),
        relations=(GraphRelation(f"r{HOSTILE}", ids[0], "represents", ids[1], HOSTILE, "actual", HOSTILE, HOSTILE, claims[1:]),),
    )  # fmt: skip


def single_event(graph: Graph, sentence: Quote, marks: tuple[Mark, ...], article: str = "s000") -> Graph:
    """The graph with but one event, Iran meets Russia, told in `sentence`."""
    claim = replace(graph.events[0].claims[0], sentence=sentence, marks=marks, evidence=sentence, article=article)
    event = replace(
        graph.events[0], type="CONSULT", mode="meet", actors=("iran",), recipients=("russia",), claims=(claim,)
    )
    return replace(graph, events=(event,), relations=())


def told(text: str, start: int) -> tuple[Quote, tuple[Mark, ...]]:
    """The sentence at an offset of its article, with Iran, Russia and their meeting marked."""
    marks = tuple(
        Mark(role, start + text.index(word), start + text.index(word) + len(word))
        for role, word in [("actor", "ایران"), ("recipient", "روسیه"), ("trigger", "دیدار کرد")]
    )
    return Quote(start, start + len(text), text), marks


def test_the_page_opens_from_a_file_alone(read, graph_of):
    """Opening the page asks for the file itself only, and nothing is said on the console."""
    reader = read(graph_of(20))
    assert [url for url in reader.requests if not url.startswith("data:")] == [reader.tab.url.split("#")[0]]
    assert reader.tab.evaluate("document.fonts.check('14px Vazirmatn')")


@pytest.mark.parametrize("language", ["fa", "en"])
def test_hostile_text_stays_text(read, language):
    """Markup, script ends, direction marks and emoji in every field are shown in every view, and run nowhere."""
    graph = hostile_graph()
    text = f"{HOSTILE[:4]}\n{HOSTILE}\n{HOSTILE}"
    reader = read(graph, f"#lang={language}", texts={f"s{HOSTILE}": text})
    tab = reader.tab
    reader.click_link(graph.nodes[0].id, graph.nodes[1].id)
    assert tab.locator("#panel blockquote").first.evaluate(SHOWN) == HOSTILE
    tab.locator("#panel .whole").first.click()
    assert HOSTILE in tab.locator("#panel .sentence.whole").evaluate(SHOWN)
    tab.click("#panel [data-act=undo]")
    tab.locator("#panel .entity").first.click()
    assert HOSTILE in tab.locator("#panel h2").evaluate(SHOWN)
    for view in ("table", "timeline", "map", "matrix"):
        tab.click(f"#view-{view}")
        assert HOSTILE in tab.locator(f"#{view}").evaluate(SHOWN)
    tab.fill("#search", "script")
    assert HOSTILE in tab.locator("#found").evaluate(SHOWN)
    tab.click("#view-graph")
    tab.hover("#canvas")
    tab.reload()
    assert tab.evaluate("window.hacked === undefined && document.images.length === 0 && document.scripts.length === 4")
    assert tab.locator("a[href^=javascript]").count() == 0


def test_a_hostile_view_survives_its_address(read):
    """Ids with commas, percent signs and direction marks come back from the address as they were."""
    graph = hostile_graph()
    reader = read(graph)
    reader.click_at(*reader.spot(graph.nodes[0].id).values())
    for act in ("expand", "focus1"):
        reader.tab.click(f"#panel [data-act={act}]")
    keep = "[...relgraph.store.state.added, relgraph.store.state.focus, relgraph.store.state.selection.id]"
    before = reader.tab.evaluate(keep)
    assert graph.nodes[0].id in before
    reader.tab.reload()
    reader.ready()
    assert sorted(reader.tab.evaluate(keep)) == sorted(before)


def test_a_click_on_a_line_shows_the_sentence_with_its_marks(read, graph_of):
    """The marks stand on the right characters, also behind characters that scripts count as two."""
    text = "😀 ایران در نشست 🕊️ با روسیه دیدار کرد."
    reader = read(single_event(graph_of(20), *told(text, 100)))
    reader.click_link("iran", "russia")
    quote = reader.tab.locator("#panel blockquote")
    assert quote.evaluate(SHOWN) == text
    assert quote.evaluate("node => getComputedStyle(node).direction") == "rtl"
    for role, word in [("actor", "ایران"), ("recipient", "روسیه"), ("trigger", "دیدار کرد")]:
        assert quote.locator(f"mark.{role}").all_text_contents() == [word]


def test_the_whole_article_is_one_click_away_with_its_marks(read, graph_of):
    """Where the page carries the text, all of it is shown, its marks where they belong; else its quotes in order."""
    sentence = "ایران با روسیه دیدار کرد."
    text = f"گزارش 😀 شماره 0\nدیروز هیچ نشد. {sentence} سپس باران آمد."
    quote, marks = told(sentence, text.index(sentence))
    graph = single_event(graph_of(20), quote, marks)
    graph = replace(graph, sources=(replace(graph.sources[0], title="گزارش 😀 شماره 0"), *graph.sources[1:]))
    reader = read(graph, f"#lang=fa&event={graph.events[0].id}", texts={"s000": text})
    reader.tab.click("#panel .whole")
    body = reader.tab.locator("#panel .sentence.whole")
    assert body.evaluate(SHOWN) == text.partition("\n")[2]
    assert body.locator("mark.trigger").all_text_contents() == ["دیدار کرد"]
    body.locator("mark.trigger").click()
    assert reader.tab.locator("#panel .card").count() == 1
    bare = read(graph, f"#lang=fa&article={graph.sources[0].id}")
    assert bare.tab.locator("#panel .quotes blockquote").all_text_contents() == [sentence]


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


def test_parallel_events_are_one_line_split_by_type_in_the_panel(read, graph_of):
    """Two entities have one line however much lies between them; the panel counts it by type."""
    graph = graph_of(60)
    link = max(links(graph), key=lambda link: len(link.events))
    reader = read(graph, f"#lang=en&node={link.source}&with={link.target}")
    assert reader.tab.evaluate("new Set(relgraph.picture.drawn.links.map(({ link }) => link.id)).size") == reader.tab.evaluate(
        "new Set(relgraph.picture.drawn.links.map(({ link }) => [link.from.id, link.to.id].sort().join('\\n'))).size"
    )  # fmt: skip
    types = [graph.events[number].type for number in link.events]
    groups = reader.tab.locator("#panel .group").evaluate_all(
        "groups => groups.map(group => [group.dataset.type, group.querySelector('summary .count').textContent])"
    )
    assert {kind: int(size) for kind, size in groups} == {kind: types.count(kind) for kind in types}


def test_what_did_not_happen_looks_different(read, graph_of):
    """Lines of planned events are dashed, of negated ones dotted with a cross, of what happened full; cards say so too."""
    graph = graph_of(20)
    event = next(event for event in graph.events if event.recipients)
    pairs = {"actual": "russia", "planned": "china", "negated": "france"}
    events = tuple(
        replace(event, id=status, actors=("iran",), recipients=(other,), status=status, topics=(), places=())
        for status, other in pairs.items()
    )
    reader = read(replace(graph, events=events, relations=()), "#lang=en")
    scene = "relgraph.picture.scene().lines.map(({ look }) => [look.dashes === null ? 'full' : look.dashes.join(), look.negated])"
    looks = reader.tab.evaluate(scene)
    assert len({dashes for dashes, _ in looks}) == 3
    assert [negated for _, negated in looks].count(True) == 1
    reader.go("#lang=en&node=iran")
    styles = reader.tab.locator("#panel .card").evaluate_all(
        "cards => cards.map(card => getComputedStyle(card).borderInlineStartStyle)"
    )
    assert sorted(styles) == ["dashed", "dotted", "solid"]


def test_the_language_turns_words_direction_digits_and_calendar(read, graph_of):
    """One button turns the whole page from Persian to English and back; no word is left in the other language."""
    graph = graph_of(20)
    event = next(event for event in graph.events if event.date == "2022-01-19")
    reader = read(graph, f"#event={event.id}")
    tab = reader.tab
    assert tab.evaluate("document.documentElement.dir") == "rtl"
    assert "۲۹ دی ۱۴۰۰" in tab.locator("#panel").text_content()
    assert "۱۹ ژانویه" in tab.locator("#panel").text_content()
    assert "۲۰" in tab.locator("#summary").text_content()
    words = "#filters legend, #filters .what, #views button, #panel dt, #panel h4, #panel .badge, #hint, th"
    shown = [text for text in tab.locator(words).all_text_contents() if text.strip()]
    assert not [text for text in shown if re.search(r"[A-Za-z]{2}", text)]
    tab.click("#language")
    assert tab.evaluate("[document.documentElement.dir, document.documentElement.lang]") == ["ltr", "en"]
    assert "19 January 2022 (29 Dey 1400)" in tab.locator("#panel").text_content()
    assert "20 entities" in tab.locator("#summary").text_content()
    shown = [
        text
        for text in tab.locator(words).all_text_contents()
        if text not in ("خبرنامه‌ی نمونه", "روزنامه‌ی آزمون", "پیک جهان")
    ]
    assert not [text for text in shown if re.search("[\u0600-\u06ff]", text)]
    assert "lang=en" in tab.url


def test_the_theme_follows_the_system_until_chosen(read, graph_of):
    """A dark system gives a dark page; the button turns it light, and the address keeps that."""
    reader = read(graph_of(20), color_scheme="dark")
    assert reader.tab.evaluate("document.documentElement.dataset.theme") == "dark"
    reader.tab.click("#theme")
    reader.tab.reload()
    assert reader.tab.evaluate("document.documentElement.dataset.theme") == "light"


@pytest.mark.parametrize("view", ["graph", "table", "timeline", "map", "matrix"])
def test_on_a_phone_nothing_runs_over_the_side(read, graph_of, view):
    """At 360 pixels every view fits, the filters open by their button, and the panel is a sheet below the view."""
    reader = read(graph_of(60), f"#lang=fa&node=iran&view={view}", viewport={"width": 360, "height": 740})
    tab = reader.tab
    assert tab.evaluate("document.documentElement.scrollWidth") == 360
    assert not tab.locator("#filters").is_visible()
    tab.click("#toggle-filters")
    assert tab.locator("#filters").is_visible()
    shown, panel = tab.locator(f"#{view}").bounding_box(), tab.locator("#panel").bounding_box()
    assert shown["height"] > 150
    assert shown["y"] + shown["height"] <= panel["y"] + 1


def test_a_relation_is_shown_with_its_office_and_time(read, graph_of):
    """A standing relation reads as a sentence of its own, with the qualifier and since when."""
    reader = read(graph_of(20), "#lang=en&node=laleh-bahrami&with=iran&off=quad.1,quad.2,quad.3,quad.4")
    card = reader.tab.locator("#panel .card.relation").first.text_content()
    assert "Laleh Bahrami represents (foreign minister) Iran" in card
    assert "since 25 August 2021" in card


def test_an_empty_graph_is_a_page_too(read):
    """A graph of nothing opens in every view and says that it has nothing."""
    reader = read(Graph((), (), (), ()), "#lang=en")
    assert reader.tab.locator("#hint").text_content() == "This graph has no entities."
    for view in ("table", "timeline", "matrix"):
        reader.tab.click(f"#view-{view}")
        assert reader.tab.locator(f"#{view} .empty").is_visible()


def test_the_printed_page_has_no_controls(read, graph_of):
    """On paper there is the view and the evidence, not what one clicks on; it is light, and nothing runs over the side."""
    reader = read(graph_of(20), "#lang=fa&node=iran&theme=dark")
    theme = "document.documentElement.dataset.theme"
    reader.tab.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert reader.tab.evaluate(theme) == "light"
    reader.tab.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert reader.tab.evaluate(theme) == "dark"
    reader.tab.emulate_media(media="print")
    assert reader.tab.evaluate("document.documentElement.scrollWidth") <= 1280
    for control in ("#filters", "#tools", "#finder", "#hand", "#panel .actions"):
        assert not reader.tab.locator(control).is_visible()
    assert reader.tab.locator("#panel .card").first.is_visible()


def test_denials_copies_and_the_tables_are_told(read, graph_of):
    """A denial leads to what it denies and back; a repeated text says so; what the tables know stands beside a relation."""
    graph = graph_of(20)
    first, second = [event for event in graph.events if event.recipients][:2]
    denial = replace(first, claims=(replace(first.claims[0], denies=(second.id,), article="s001"),))
    relation = replace(graph.relations[0], agrees=("k1",), contradicts=("k2",))
    known = (
        GraphRelation("k1", relation.subject, relation.predicate, relation.object, "foreign minister", "actual", "2021-08-25", None, (), "wikidata", open=True),
        GraphRelation("k2", relation.subject, relation.predicate, relation.object, "president", "actual", "2013", "2021", (), "wikidata"),
    )  # fmt: skip
    sources = (graph.sources[0], replace(graph.sources[1], copy_of="s000"), *graph.sources[2:])
    events = tuple(denial if event.id == first.id else event for event in graph.events)
    graph = replace(graph, sources=sources, events=events, relations=(relation, *graph.relations[1:]), known=known)
    reader = read(graph, f"#lang=en&event={first.id}")
    panel = reader.tab.locator("#panel")
    assert "the same text as of" in panel.locator(".source").first.text_content()
    panel.locator(".others .entity").first.click()
    assert f"event={second.id}" in reader.tab.url
    assert "Denied by" in panel.text_content()
    reader.go(f"#lang=en&node={relation.subject}&with={relation.object}&off=quad.1,quad.2,quad.3,quad.4")
    card = panel.locator(".card.relation").first.text_content()
    assert "Agrees with the tables" in card
    assert "since 25 August 2021 · wikidata" in card
    assert "Contradicts the tables" in card
    reader.tab.click("#language")
    assert "(رئیس‌جمهور)" in panel.locator(".card.relation").first.text_content()
