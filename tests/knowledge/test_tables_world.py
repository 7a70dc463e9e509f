"""The seed tables of countries, places, organizations and what happens between them are sound and speak of each other."""

import csv
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from relgraph.resources import SEEDS
from relgraph.text.fold import squeeze

KNOWLEDGE = SEEDS / "knowledge"
FACTS = Path(__file__).resolve().parents[2].parent / "shared" / "facts"
WITH_IDS = ("countries", "places", "organizations", "agreements", "negotiations", "conflicts")
STATUS = {"full", "observer", "candidate", "temporary", "former"}
type Lines = list[dict[str, str]]


def read(name: str, folder: Path = KNOWLEDGE) -> Lines:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def values(cell: str) -> list[str]:
    return [v for v in cell.split("|") if v]


def names(line: dict[str, str]) -> list[str]:
    return [v for c in ("name_fa", "aliases_fa", "adjectives_fa") for v in values(line.get(c, ""))]


@pytest.fixture(scope="module")
def tables() -> dict[str, Lines]:
    return {name: read(name) for name in WITH_IDS}


@pytest.fixture(scope="module")
def ids(tables: dict[str, Lines]) -> dict[str, set[str]]:
    return {name: {line["id"] for line in lines} for name, lines in tables.items()}


def test_enough_of_the_world_is_there(tables: dict[str, Lines]) -> None:
    """The tables hold every country, thousands of places, and the bodies and events that news names."""
    assert len(tables["countries"]) == 250
    assert sum(1 for line in tables["places"] if line["latitude"]) >= 5000
    assert sum(1 for line in tables["organizations"] if line["name_fa"]) >= 400
    assert sum(len(tables[n]) for n in ("agreements", "negotiations", "conflicts")) >= 250


def test_an_id_names_one_thing_in_all_tables(tables: dict[str, Lines]) -> None:
    """No id is used twice, within a table or across tables."""
    seen = [line["id"] for lines in tables.values() for line in lines]
    assert sorted(seen) == sorted(set(seen))


def test_a_wikidata_id_names_one_thing(tables: dict[str, Lines]) -> None:
    """No Wikidata id stands in two lines."""
    seen = [line["wikidata"] for lines in tables.values() for line in lines if line["wikidata"]]
    assert sorted(seen) == sorted(set(seen))


@pytest.mark.parametrize("name", [path.stem for path in sorted(KNOWLEDGE.glob("*.csv"))])
def test_a_table_is_clean_text(name: str) -> None:
    """Every table is UTF-8 with LF line ends, and no cell has blanks around its values."""
    path = KNOWLEDGE / f"{name}.csv"
    assert b"\r" not in path.read_bytes()
    assert all(v == v.strip() for line in read(name) for cell in line.values() for v in cell.split("|"))


def test_every_reference_has_its_line(tables: dict[str, Lines], ids: dict[str, set[str]]) -> None:
    """Countries, states, parents, headquarters, places and parties are ids of the right tables."""
    countries, organizations, places = ids["countries"], ids["organizations"], ids["places"]
    for line in tables["places"]:
        for column in ("country", "administered_by", "claimed_by"):
            assert set(values(line[column])) <= countries, line
    for line in tables["organizations"]:
        assert set(values(line["state"])) <= countries, line
        assert set(values(line["part_of"])) <= organizations, line
        assert set(values(line["headquarters"])) <= places, line
    for name in ("agreements", "negotiations", "conflicts"):
        for line in tables[name]:
            assert set(values(line["places"])) <= places | countries, line
            assert set(values(line["parties"])) <= countries | organizations, line


def test_tables_without_ids_refer_to_known_things(ids: dict[str, set[str]]) -> None:
    """Metonyms, memberships, outlets, resolutions and contexts speak of things that the other tables hold."""
    people = read("people") if (KNOWLEDGE / "people.csv").exists() else []
    anything = set().union(*ids.values(), {line["id"] for line in people})
    assert {line["entity"] for line in read("context")} <= anything
    for line in read("metonyms"):
        assert line["country"] in ids["countries"] | ids["organizations"], line
        assert line["place"] in ids["places"] | {""}, line
    for line in read("memberships"):
        assert line["member"] in ids["countries"], line
        assert line["organization"] in ids["organizations"], line
        assert line["status"] in STATUS, line
    assert all(line["organization"] in ids["organizations"] for line in read("sources"))
    assert all(line["body"] in ids["organizations"] for line in read("resolutions"))


def test_a_contested_place_lies_in_no_single_country(tables: dict[str, Lines]) -> None:
    """Where a state administers what another claims, the place has no country of its own."""
    contested = [line for line in tables["places"] if line["claimed_by"]]
    assert contested
    assert not [line["id"] for line in contested if line["country"]]


def test_coordinates_lie_on_the_globe(tables: dict[str, Lines]) -> None:
    """Latitude and longitude come together and in range."""
    for line in tables["places"] + tables["countries"]:
        assert bool(line["latitude"]) == bool(line["longitude"]), line
        if line["latitude"]:
            assert -90 <= float(line["latitude"]) <= 90, line
            assert -180 <= float(line["longitude"]) <= 180, line


def test_dates_run_forward(tables: dict[str, Lines]) -> None:
    """Nothing ends before it starts."""
    dated = [line for n in ("agreements", "negotiations", "conflicts") for line in tables[n]] + read("memberships")
    wrong = [line for line in dated if line["start"] and line["end"] and line["start"][:4] > line["end"][:4]]
    assert not wrong


def test_a_wording_means_one_thing_or_asks_for_context(tables: dict[str, Lines]) -> None:
    """A wording that two entities share is free for at most one of them; the others stand in context.csv."""
    bound = {(squeeze(line["alias"]), line["entity"]) for line in read("context")}
    free: dict[str, set[str]] = defaultdict(set)
    for lines in tables.values():
        for line in lines:
            for name in names(line):
                if (squeeze(name), line["id"]) not in bound:
                    free[squeeze(name)].add(line["id"])
    assert not {name: owners for name, owners in free.items() if len(owners) > 1}


def test_no_wording_is_too_short_to_be_safe(tables: dict[str, Lines]) -> None:
    """A wording of one or two letters never stands free of context."""
    bound = {line["alias"] for line in read("context")}
    assert not [n for lines in tables.values() for line in lines for n in names(line) if len(n) < 3 and n not in bound]


def test_every_context_can_be_read() -> None:
    """A condition is one of the kinds that the loader knows, and an alias has one line for each entity."""
    lines = read("context")
    kinds = {c.partition(":")[0] for line in lines for c in values(line["require"])}
    assert kinds <= {"before", "after", "near", "article", "title", "dateline"}
    pairs = [(line["alias"], line["entity"]) for line in lines]
    assert len(pairs) == len(set(pairs))


def test_a_publisher_is_named_once() -> None:
    """No name or domain of an outlet belongs to another outlet, whatever the case of its letters."""
    outlets = [{v.casefold() for v in values(line["names"] + "|" + line["domains"])} for line in read("sources")]
    assert sum(len(own) for own in outlets) == len(set().union(*outlets))


@pytest.mark.skipif(not FACTS.is_dir(), reason="the folder of checked facts is not beside the repository")
def test_wikidata_ids_are_those_of_the_facts(tables: dict[str, Lines]) -> None:
    """Every Wikidata id stands in a `qid` column of the checked facts."""
    checked = {line["qid"] for name in ("countries", "places", "organizations", "events") for line in read(name, FACTS)}
    ours = {line["wikidata"] for lines in tables.values() for line in lines if line["wikidata"]}
    assert ours <= checked


@pytest.mark.skipif(not FACTS.is_dir(), reason="the folder of checked facts is not beside the repository")
def test_filling_from_the_facts_changes_nothing(tmp_path: Path) -> None:
    """The tables are complete: filling them once more from the facts gives the same bytes."""
    before = {path.name: path.read_bytes() for path in KNOWLEDGE.glob("*.csv")}
    for name, content in before.items():
        (tmp_path / name).write_bytes(content)
    command = (sys.executable, str(SEEDS / "tools" / "from_facts.py"), str(FACTS), str(tmp_path))
    subprocess.run(command, check=True)
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.csv")} == before
