from dataclasses import replace

import pytest
from click.testing import CliRunner

from relgraph.cli import main
from relgraph.errors import UsageError
from relgraph.export.page.part import Part, find_entity, neighbourhood, part_of
from relgraph.graph.pairs import pairs


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The graph of a few sentences, written by the real command."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "old.txt").write_text(
        "---\npublished: 2015-07-15\n---\nدیدار\nوزیر خارجه روسیه روز دوشنبه با وزیر خارجه ایران در وین دیدار کرد.\n",
        "utf-8",
    )
    (folder / "new.txt").write_text(
        "---\npublished: 2022-01-19\n---\nمحکومیت\nعراق حمله ترکیه را محکوم کرد.\n", "utf-8"
    )
    result = CliRunner().invoke(
        main, ["build", str(folder / "old.txt"), str(folder / "new.txt"), "-o", str(folder / "out")]
    )
    assert result.exit_code == 0, result.output
    return folder


def page(built, *options):
    target = built / "page.html"
    result = CliRunner().invoke(main, ["page", str(built / "out"), "-o", str(target), *options])
    return result, target.read_text("utf-8") if target.exists() else ""


def test_a_page_is_made_of_a_written_graph(built):
    """`relgraph page` makes of graph.ttl what `relgraph build` made of the articles, texts included if given."""
    articles = [option for name in ("old.txt", "new.txt") for option in ("--articles", str(built / name))]
    result, text = page(built, *articles)
    assert result.exit_code == 0
    assert text == (built / "out" / "graph.html").read_text("utf-8")
    assert result.stdout.strip() == str(built / "page.html")
    _, bare = page(built)
    assert len(bare) < len(text)


def test_time_and_focus_leave_only_what_they_ask_for(built):
    """--since keeps the newer article alone, Jalali or ISO; --focus opens the page around the entity."""
    for day in ("2020-01-01", "1398-10-11"):
        _, text = page(built, "--since", day, "--lang", "en")
        assert "محکوم" in text.partition('id="data">')[2].partition("</script>")[0]
        assert "دیدار کرد" not in text.partition('id="data">')[2].partition("</script>")[0]
        assert '"language":"en"' in text
    result, text = page(built, "--focus", "عراق")
    assert result.exit_code == 0
    assert '"focus":"iraq"' in text


@pytest.mark.parametrize(
    "options, words",
    [
        (("--focus", "Irak"), "did you mean"),
        (("--since", "دیروز"), "--since takes a day"),
        (("--lang", "de"), "--lang"),
    ],
)
def test_what_makes_no_sense_is_told(built, options, words):
    """A name that nobody has and a day that is none end with exit code 2 and what to do."""
    result, _ = page(built, *options)
    assert result.exit_code == 2
    assert words in result.output


def test_a_name_of_several_asks_for_the_id(graph_of):
    """Two entities of one name: the message lists their ids; with the id it works."""
    graph = graph_of(20)
    twins = replace(
        graph, nodes=tuple(replace(n, label_fa="دارا") if n.id in ("dara-kamali", "iraq") else n for n in graph.nodes)
    )
    with pytest.raises(UsageError, match=r"dara-kamali.*iraq"):
        find_entity(twins, "دارا")
    assert find_entity(twins, "iraq").id == "iraq"
    assert find_entity(graph, "ايران").id == "iran"


@pytest.mark.parametrize("hops", [1, 2])
def test_the_part_around_an_entity_is_whole(graph_of, hops):
    """Every event among those that are near is there, none of others, and nothing lacks its name or article."""
    graph = graph_of(300)
    part = part_of(graph, Part(focus="x100", hops=hops))
    near = neighbourhood(graph, "x100", hops)
    assert [e.id for e in part.events] == [e.id for e in graph.events if near.issuperset(e.actors + e.recipients)]
    known = {node.id for node in part.nodes}
    assert "x100" in known
    for event in part.events:
        assert known.issuperset(event.actors + event.recipients + event.places + event.topics)
        assert {claim.article for claim in event.claims} <= {source.id for source in part.sources}
    if hops == 1:
        assert near >= {end for event in graph.events for pair in pairs(event) if "x100" in pair for end in pair}


def test_events_count_by_their_day_or_else_by_that_of_telling(graph_of):
    """A month or a year lies in a stretch that it touches; an event without a date lies where it was published."""
    graph = graph_of(60)
    kept = {event.id for event in part_of(graph, Part(since="2020-11-15", until="2021-12-09")).events}
    assert {event.date for event in graph.events if event.id in kept} == {"2020-11", "2021-12-09"}
    dates = {event.date for event in part_of(graph, Part(since="2022-01-20")).events}
    assert None in dates
    assert "2022-01-19" not in dates
