"""The page in a real browser: ways through a graph that is too large to see at once."""

import pytest

from relgraph.export.page.html import render
from relgraph.export.page.links import links
from relgraph.export.page.payload import Start, payload


def near(graph, entity):
    """An entity and those that a line joins with it."""
    return {end for link in links(graph) for end in (link.source, link.target) if entity in (link.source, link.target)}


def test_the_search_finds_names_in_both_scripts(read, graph_of):
    """However a name is typed (Arabic yeh, English, lower case, a stray ZWNJ), Enter selects it in the middle of the picture."""
    reader = read(graph_of(20), "#lang=fa")
    spot = reader.spot("iran")
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


def test_a_large_graph_opens_on_its_backbone(read, graph_of):
    """Of 600 entities at most 200 are drawn at first; the slider and the search bring others."""
    reader = read(graph_of(600), "#lang=en")
    shown = reader.drawn()
    assert 100 < len(shown) <= 200
    stranger = next(node for node in graph_of(600).nodes if node.id not in shown)
    reader.tab.fill("#search", stranger.label_en)
    reader.tab.press("#search", "Enter")
    assert stranger.id in reader.drawn()
    reader.go("#lang=en&top=600")
    assert len(reader.drawn()) == 600


def test_neighbours_come_and_go_by_click(read, graph_of):
    """Expanding adds what is linked, hiding takes away, undo takes either back, and the address keeps all of it."""
    graph = graph_of(300)
    reader = read(graph, "#lang=en&top=10")
    tab = reader.tab
    few = set(reader.drawn())
    start = min(few)
    reader.go(f"#lang=en&top=10&node={start}")
    tab.click("#panel [data-act=expand]")
    more = set(reader.drawn())
    assert few < more
    assert more - few <= near(graph, start)
    tab.click("#panel [data-act=hide]")
    assert start not in reader.drawn()
    tab.reload()
    reader.ready()
    assert set(reader.drawn()) == more - {start}
    reader.go(f"#lang=en&top=10&node={start}")
    tab.click("#panel [data-act=expand]")
    tab.click("#undo")
    assert set(reader.drawn()) == few


@pytest.mark.parametrize("hops", [1, 2])
def test_the_focus_shows_what_lies_around_an_entity(read, graph_of, hops):
    """One hop is the neighbours, two are theirs as well; the second press of the button shows everything again."""
    graph = graph_of(60)
    reader = read(graph, "#lang=en&node=x030")
    before = reader.drawn()
    reader.tab.click(f"#panel [data-act=focus{hops}]")
    around = near(graph, "x030")
    if hops == 1:
        assert set(reader.drawn()) == around
    else:
        assert around < set(reader.drawn()) <= {end for one in around for end in near(graph, one)}
    places = [tuple(reader.spot(entity).values()) for entity in reader.drawn()]
    assert len(set(places)) == len(places)
    reader.tab.click(f"#panel [data-act=focus{hops}]")
    assert reader.drawn() == before


def test_a_path_is_shown_with_the_evidence_of_each_step(read, graph_of):
    """Between two entities the page finds a chain in which each line exists, and quotes what each step rests on."""
    graph = graph_of(300)
    lines = {frozenset((link.source, link.target)) for link in links(graph)}
    far = next(node.id for node in graph.nodes if node.id.startswith("x2") and frozenset((node.id, "yemen-war")) not in lines
               and len(near(graph, node.id)) > 1)  # fmt: skip
    reader = read(graph, f"#lang=en&node={far}")
    tab = reader.tab
    tab.click("#panel [data-act=path]")
    tab.keyboard.type("Yemen war")
    tab.keyboard.press("Enter")
    steps = tab.locator("#panel .path > li")
    assert steps.count() >= 2
    for number in range(steps.count()):
        assert steps.nth(number).locator("blockquote").count() >= 1
    names = tab.locator("#panel .path h3 .entity").all_text_contents()
    ids = {node.label_en: node.id for node in graph.nodes}
    chain = [ids[name] for name in names]
    assert (chain[0], chain[-1]) == (far, "yemen-war")
    assert all(frozenset(chain[n : n + 2]) in lines for n in range(0, len(chain), 2))
    assert "path=1" in tab.url
    assert set(chain) <= set(reader.drawn())


def test_names_keep_their_size_and_never_cover_each_other(read, graph_of):
    """At any zoom names are as large on the screen, in their own direction, and no two overlap."""
    reader = read(graph_of(300), "#lang=fa")
    sizes = []
    for scale in (0.15, 0.6, 1.4):
        names = reader.tab.evaluate(
            "scale => { relgraph.network.moveTo({ scale }); relgraph.network.redraw();"
            " return relgraph.picture.names.map(({ id, left, top, width, height, size }) => ({ id, left, top, width, height, size })); }",
            scale,
        )
        sizes.append({name["id"]: name["size"] for name in names})
        assert names
        for number, one in enumerate(names):
            for other in names[:number]:
                apart_x = abs(one["left"] - other["left"]) >= (one["width"] + other["width"]) / 2
                apart_y = one["top"] + one["height"] <= other["top"] or other["top"] + other["height"] <= one["top"]
                assert apart_x or apart_y
    assert all(sizes[0][key] == sizes[2][key] for key in sizes[0].keys() & sizes[2].keys())


def test_a_name_of_two_scripts_is_drawn_from_right_to_left(read, graph_of):
    """«برجام (JCPOA)» is handed to the canvas as one text from right to left: the abbreviation comes out on its left."""
    reader = read(graph_of(20), "#lang=fa")
    drawn = reader.tab.evaluate(
        """() => {
          const seen = [];
          const own = CanvasRenderingContext2D.prototype.fillText;
          CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
            seen.push([text, this.direction]);
            return own.call(this, text, ...rest);
          };
          document.getElementById('theme').click();
          relgraph.network.redraw();
          CanvasRenderingContext2D.prototype.fillText = own;
          return seen;
        }"""
    )
    (direction,) = {direction for text, direction in drawn if "برجام (JCPOA)" in text}
    assert direction == "rtl"


def test_the_picture_stands_still_and_is_the_same_each_time(read, graph_of):
    """Nodes stand where the builder put them, now and later."""
    first = read(graph_of(60), "#lang=en")
    places = {key: first.spot(key) for key in first.drawn()}
    first.tab.evaluate("() => new Promise(done => setTimeout(done, 400))")
    assert {key: first.spot(key) for key in first.drawn()} == places
    again = read(graph_of(60), "#lang=fa")
    assert {key: again.spot(key) for key in again.drawn()} == places


def test_the_picture_can_be_walked_by_keyboard(read, graph_of):
    """Arrow keys go from point to point, letters act on the one that is chosen, and each step is said aloud."""
    reader = read(graph_of(60), "#lang=en")
    tab = reader.tab
    tab.focus("#canvas")
    tab.keyboard.press("ArrowRight")
    first = tab.locator("#panel h2").text_content()
    assert first in tab.locator("#said").text_content()
    tab.keyboard.press("ArrowDown")
    second = tab.locator("#panel h2").text_content()
    assert second != first
    tab.keyboard.press("f")
    assert "focus=" in tab.url
    tab.keyboard.press("f")
    assert "focus=" not in tab.url
    entity = tab.evaluate("relgraph.store.state.selection.id")
    tab.keyboard.press("h")
    assert entity not in reader.drawn()
    tab.keyboard.press("u")
    assert entity in reader.drawn()
    tab.focus("#canvas")
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.tagName") == "H2"
    tab.keyboard.press("?")
    assert tab.locator("#help kbd").count() > 10
    tab.keyboard.press("Escape")
    tab.keyboard.press("2")
    assert tab.locator("#table").is_visible()


def test_every_control_has_a_name(read, graph_of):
    """Whatever can be reached by keyboard says what it is to those who don't see it."""
    reader = read(graph_of(60), "#lang=en&node=iran")
    nameless = """() => [...document.querySelectorAll('button, input, select, [tabindex="0"], [role=button]')]
      .filter(node => node.getClientRects().length > 0)
      .filter(node => !(node.getAttribute('aria-label') || node.textContent.trim() || node.closest('label')?.textContent.trim()))
      .map(node => node.outerHTML)"""
    for view in ("graph", "table", "timeline", "map", "matrix"):
        reader.tab.click(f"#view-{view}")
        assert reader.tab.evaluate(nameless) == []


def test_a_page_can_open_on_an_entity(read, graph_of, tmp_path):
    """A page made around an entity opens so, in its language; who leaves that finds the whole again after a reload."""
    graph = graph_of(60)
    path = tmp_path / "part.html"
    path.write_bytes(render(payload(graph, None, Start("en", "x030"))))
    reader = read(path)
    assert reader.tab.evaluate("document.documentElement.lang") == "en"
    assert set(reader.drawn()) == near(graph, "x030")
    reader.tab.keyboard.press("Escape")
    whole = reader.drawn()
    assert len(whole) > len(near(graph, "x030"))
    reader.tab.reload()
    reader.ready()
    assert reader.drawn() == whole


def test_a_pointer_over_a_point_names_it(read, graph_of):
    """What the pointer rests on is named beside it, with its type."""
    reader = read(graph_of(60), "#lang=en")
    spot = reader.tab.evaluate("relgraph.network.canvasToDOM(relgraph.network.getPosition('iran'))")
    box = reader.tab.locator("#canvas").bounding_box()
    reader.tab.mouse.move(box["x"] + spot["x"] - 1, box["y"] + spot["y"] - 1)
    reader.tab.mouse.move(box["x"] + spot["x"], box["y"] + spot["y"])
    reader.tab.locator("#tip").wait_for()
    assert reader.tab.locator("#tip").text_content() == "Iran · Country"
