"""The page in a real browser: filters, and the views beside the graph."""

import csv
import io
import re
from collections import Counter
from dataclasses import replace

import pytest

from relgraph.graph.pairs import is_mutual


def passing(graph, holds):
    return sorted(event.id for event in graph.events if holds(event))


def rows(tab):
    """The ids of all events in the table."""
    while tab.locator("#table .more").count() > 0:
        tab.locator("#table .more").first.click()
    return sorted(tab.locator("#table tbody tr").evaluate_all("rows => rows.map(row => row.dataset.event)"))


def outlets(graph, event):
    names = {source.id: source.source for source in graph.sources}
    return {names[claim.article] for claim in event.claims}


def states(event):
    countries = {"iran", "russia", "united-states", "china", "france", "saudi-arabia", "turkey", "iraq"}
    parties = {*event.actors, *event.recipients, *event.actor_states, *event.recipient_states}
    return parties & countries


def test_filters_combine_and_the_address_keeps_them(read, graph_of):
    """Class, type, status, confidence, source, country and words each narrow what the others left; a reload shows the same."""
    graph = graph_of(60)
    reader = read(graph, "#lang=en&view=table")
    tab = reader.tab
    left = list(graph.events)

    def narrow(holds):
        nonlocal left
        left = [event for event in left if holds(event)]
        assert rows(tab) == sorted(event.id for event in left)

    tab.locator("[id='filter-quad.4']").uncheck()
    narrow(lambda event: event.type not in ("SANCTION", "ASSAULT", "MOBILIZE", "PROTEST", "COERCE"))
    tab.locator("[id='fold-quad.3']").click()
    tab.locator("[id='filter-event.ACCUSE']").uncheck()
    narrow(lambda event: event.type != "ACCUSE")
    tab.locator("[id='filter-status.planned']").uncheck()
    narrow(lambda event: event.status != "planned")
    tab.evaluate(
        "() => { const s = document.getElementById('filter-confidence'); s.value = 80; s.dispatchEvent(new Event('change')); }"
    )
    narrow(lambda event: max(claim.confidence for claim in event.claims) >= 0.8)
    tab.locator("[id='filter-outlets-پیک جهان']").check()
    narrow(lambda event: "پیک جهان" in outlets(graph, event))
    tab.locator("[id='filter-countries-iran']").check()
    narrow(lambda event: "iran" in states(event))
    tab.locator("[id='filter-type.place']").uncheck()
    assert left
    tab.fill("#table-text", "روسیه")
    assert len(rows(tab)) < len(left)
    shown = rows(tab)
    tab.reload()
    reader.ready()
    assert rows(tab) == shown
    tab.click("#reset")
    assert rows(tab) == sorted(event.id for event in graph.events)
    assert not re.search("off=|confidence=|outlets=|countries=|text=", tab.url)


def test_the_legend_counts_what_each_switch_holds(read, graph_of):
    """Beside each class and status stands how many events it has, after all other filters."""
    graph = graph_of(60)
    reader = read(graph, "#lang=en&off=status.planned,quad.1")
    count = "key => document.getElementById(`filter-${key}`).closest('label').querySelector('.count').textContent"
    by_status = Counter(
        event.status for event in graph.events if event.type not in ("AGREE", "CONSULT", "SUPPORT", "CONCEDE")
    )
    for status in ("actual", "planned", "negated", "conditional", "called_for"):
        assert int(reader.tab.evaluate(count, f"status.{status}")) == by_status[status]
    sanctions = sum(event.type == "SANCTION" and event.status != "planned" for event in graph.events)
    reader.tab.click("[id='fold-quad.4']")
    assert int(reader.tab.evaluate(count, "event.SANCTION")) == sanctions


def test_a_type_switched_off_leaves_the_picture(read, graph_of):
    """Entities of a type that is off are not drawn, nor are their lines."""
    graph = graph_of(20)
    reader = read(graph, "#lang=en&off=type.country")
    types = {node.id: node.type for node in graph.nodes}
    assert reader.drawn()
    assert "country" not in {types[key] for key in reader.drawn()}


@pytest.mark.parametrize("language", ["fa", "en"])
def test_a_stretch_of_time_is_brushed(read, graph_of, language):
    """Dragging over the bars leaves the events of that stretch, in either direction of reading; a click takes it back."""
    graph = graph_of(60)
    reader = read(graph, f"#lang={language}&view=table")
    tab = reader.tab
    box = tab.locator("#brush").bounding_box()
    middle = box["y"] + 15
    begin, end = (0.45, 0.02) if language == "en" else (0.55, 0.98)
    tab.mouse.move(box["x"] + box["width"] * begin, middle)
    tab.mouse.down()
    tab.mouse.move(box["x"] + box["width"] * end, middle, steps=4)
    tab.mouse.up()
    since, until = tab.evaluate("[relgraph.store.state.from, relgraph.store.state.to]")
    assert until is not None
    last = {None: "2022-01-20"}
    # Undated events count by the day on which their articles were published.
    days = {event.id: last.get(event.date) or event.date for event in graph.events}
    first_day = {key: (day + "-01-01"[len(day) - 4 :])[:10] for key, day in days.items()}
    assert rows(tab) == sorted(
        key
        for key, day in first_day.items()
        if day <= until and (since or "") <= (days[key] + "-12-31"[len(days[key]) - 4 :])[:10]
    )
    tab.locator("#brush").click()
    assert len(rows(tab)) == len(graph.events)


def test_the_table_sorts_and_opens_the_evidence_by_keyboard(read, graph_of):
    """A heading sorts by its column, both ways; a row's button opens the event in the panel."""
    reader = read(graph_of(20), "#lang=en&view=table")
    tab = reader.tab
    dates = "[...document.querySelectorAll('#table td.date:not(.told)')].map(cell => cell.textContent.slice(-4))"
    assert tab.evaluate(dates) == sorted(tab.evaluate(dates), reverse=True)
    tab.locator("th[data-column=date] button").press("Enter")
    assert tab.evaluate(dates) == sorted(tab.evaluate(dates))
    assert tab.locator("th[data-column=date]").get_attribute("aria-sort") == "ascending"
    assert tab.evaluate("document.activeElement.closest('th').dataset.column") == "date"
    tab.locator("#table tbody button.what").first.press("Enter")
    assert tab.locator("#panel .card").count() == 1
    assert tab.evaluate("document.activeElement.tagName") == "H2"
    tab.keyboard.press("Escape")
    assert not tab.locator("#panel").is_visible()


def test_the_table_can_be_taken_along(read, graph_of):
    """The CSV holds the filtered events with both calendars, and nothing in it is a formula."""
    graph = graph_of(60)
    graph = replace(
        graph, nodes=tuple(replace(node, label_en="=cmd()") if node.id == "iran" else node for node in graph.nodes)
    )
    reader = read(graph, "#lang=en&view=table&off=quad.1,quad.2")
    with reader.tab.expect_download() as download:
        reader.tab.click("#csv")
    text = download.value.path().read_bytes().decode("utf-8-sig")
    table = list(csv.DictReader(io.StringIO(text, newline="")))
    expected = passing(
        graph,
        lambda event: (
            event.type
            in ("REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")
        ),
    )
    assert sorted(row["id"] for row in table) == expected
    assert {row["date_jalali"] for row in table if row["date"] == "2022-01-19"} == {"1400-10-29"}
    assert not [cell for row in table for cell in row.values() if cell.startswith(("=", "+", "@"))]


def test_the_timeline_has_a_mark_for_each_event(read, graph_of):
    """Each event stands in the lane of all as a dot or in a pile that counts it; a dot opens the event, by keyboard too."""
    graph = graph_of(20)
    reader = read(graph, "#lang=en&view=timeline&off=quad.1,quad.3,quad.2")
    tab = reader.tab
    left = passing(graph, lambda event: event.type in ("SANCTION", "ASSAULT", "MOBILIZE", "PROTEST", "COERCE"))
    labels = tab.locator("#timeline .pile").evaluate_all(
        "piles => piles.filter(p => p.querySelector('rect').getBBox().y < 80).map(p => p.getAttribute('aria-label'))"
    )
    dots = tab.locator("#timeline .dot").evaluate_all(
        "dots => dots.filter(d => d.querySelector('.sign').getBBox().y < 80).map(d => d.dataset.event)"
    )
    assert len(dots) + sum(int(label.split()[0]) for label in labels) == len(left)
    assert set(dots) <= set(left)
    dot = tab.locator("#timeline .dot").first
    event = dot.get_attribute("data-event")
    dot.press("Enter")
    assert tab.locator("#panel .card").get_attribute("data-event") == event
    tab.click("#language")
    years = tab.locator("#timeline .tick").all_text_contents()
    assert any(re.search("[۰-۹]{4}", year) and "۱۳" <= year[-4:] <= "۱۴۹" for year in years)


def test_the_map_shows_countries_and_places(read, graph_of):
    """Countries that take part are shaded and places marked; choosing one opens it, an arc opens what lies between two."""
    reader = read(graph_of(60), "#lang=en&view=map")
    tab = reader.tab
    shaded = set(tab.locator("#map .land.busy").evaluate_all("lands => lands.map(land => land.dataset.state)"))
    assert {"iran", "russia", "united-states", "france"} <= shaded
    tab.locator("#map [data-state=iran]").press("Enter")
    assert tab.locator("#panel h2").text_content() == "Iran"
    tab.locator("#map [data-place=vienna]").press("Enter")
    assert tab.locator("#panel h2").text_content() == "Vienna"
    tab.locator("#map .arc").first.press("Enter")
    assert "states=1" in tab.url
    assert tab.locator("#panel .card").count() > 0
    width = "document.querySelector('#map svg').viewBox.baseVal.width"
    before = tab.evaluate(width)
    tab.click("#zoom-in")
    assert tab.evaluate(width) < before
    tab.click("#fit")
    assert abs(tab.evaluate(width) - before) < 1


def test_the_matrix_counts_what_states_do_to_each_other(read, graph_of):
    """A cell has the number of events from the row's country, or who acts for it, to the column's; it opens just these."""
    graph = graph_of(60)
    reader = read(graph, "#lang=en&view=matrix")
    tab = reader.tab

    def sides(event):
        return {*event.actors, *event.actor_states}, {*event.recipients, *event.recipient_states}

    def does(event, one, other):
        actors, recipients = sides(event)
        there = one in actors and other in recipients
        return there or (is_mutual(event.type, event.mode) and other in actors and one in recipients)

    cells = tab.locator("#matrix td button").evaluate_all(
        "cells => cells.map(cell => [cell.dataset.from, cell.dataset.to, cell.querySelector('.number').textContent])"
    )
    assert cells
    for one, other, size in cells:
        assert int(size) == len(passing(graph, lambda event, one=one, other=other: does(event, one, other)))
    one, other, size = max(cells, key=lambda cell: int(cell[2]))
    tab.locator(f"#matrix button[data-from={one}][data-to={other}]").click()
    assert size in tab.locator("#panel h3 .count").first.text_content()
    tab.click("#panel [data-act=reverse]")
    assert f"node={other}&with={one}" in tab.url


@pytest.mark.parametrize("view", ["graph", "timeline", "map"])
def test_the_view_can_be_saved_as_a_picture(read, graph_of, view):
    """PNG and SVG of the view, the SVG with the names in it and nothing from elsewhere."""
    reader = read(graph_of(60), f"#lang=fa&view={view}")
    with reader.tab.expect_download() as download:
        reader.tab.click("#png")
    assert download.value.suggested_filename == f"{view}.png"
    assert download.value.path().read_bytes().startswith(b"\x89PNG")
    with reader.tab.expect_download() as download:
        reader.tab.click("#svg")
    text = download.value.path().read_text("utf-8")
    assert text.startswith("<svg")
    assert view == "timeline" or "ایران" in text
    assert not re.search(r"(?:href|src)=|url\(", text)
