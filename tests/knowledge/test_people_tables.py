"""The seed tables of people and their offices are sound, speak of the other tables, and know who held what when."""

import csv
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from relgraph.knowledge.offices import Offices
from relgraph.knowledge.seeds import Seeds, read_seeds
from relgraph.resources import LANG, SEEDS
from relgraph.text.fold import squeeze

KNOWLEDGE = SEEDS / "knowledge"
ROOT = Path(__file__).resolve().parents[2]
FACTS = ROOT.parent / "shared" / "facts"
type Lines = list[dict[str, str]]


def read(path: Path) -> Lines:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


@pytest.fixture(scope="module")
def people() -> Lines:
    return read(KNOWLEDGE / "people.csv")


@pytest.fixture(scope="module")
def spells() -> Lines:
    return read(KNOWLEDGE / "offices.csv")


@pytest.fixture(scope="module")
def seeds() -> Seeds:
    return read_seeds(KNOWLEDGE)


@pytest.fixture(scope="module")
def offices(seeds: Seeds) -> Offices:
    return Offices(seeds.spells)


def test_enough_people_are_known(people: Lines, spells: Lines) -> None:
    """Thousands of people have a Persian name, tens of thousands of offices are dated."""
    assert sum(bool(line["name_fa"]) for line in people) >= 3000
    assert sum(bool(line["start"]) for line in spells) >= 25000


def test_a_wikidata_id_names_one_person(people: Lines) -> None:
    """No Wikidata id stands twice."""
    twice = [q for q, n in Counter(line["wikidata"] for line in people if line["wikidata"]).items() if n > 1]
    assert not twice


def test_a_full_name_means_one_person(people: Lines) -> None:
    """No alias that is safe alone is that of two people."""
    bearers = Counter(w for p in people for w in {squeeze(w) for w in p["aliases_fa"].split("|") if w})
    assert not [wording for wording, n in bearers.items() if n > 1]


def test_a_single_word_is_safe_only_for_the_famous(people: Lines) -> None:
    """Surnames that are words, first names or other people's need their bearer introduced."""
    alone = {
        squeeze(w) for p in people for c in ("name_fa", "aliases_fa") for w in p[c].split("|") if w and " " not in w
    }
    assert {squeeze(w) for w in ("پوتین", "ترامپ", "نتانیاهو", "لاوروف", "زلنسکی")} <= alone
    common = ("رئیسی", "صالحی", "مبارک", "بوش", "رحمان", "جانسون", "کری", "روحانی", "ظریف", "موسوی", "کلینتون", "اسد")
    assert not {squeeze(w) for w in common} & alone


def test_a_wording_of_a_person_means_nothing_else(people: Lines) -> None:
    """No country, nationality, place or organization bears the name of a person."""
    others = {
        squeeze(w)
        for table in ("countries", "places", "organizations", "agreements", "negotiations", "conflicts")
        for line in read(KNOWLEDGE / f"{table}.csv")
        for cell in ("name_fa", "aliases_fa", "adjectives_fa")
        for w in line.get(cell, "").split("|")
    }
    wordings = {squeeze(w) for p in people for c in ("name_fa", "aliases_fa", "short_fa") for w in p[c].split("|") if w}
    assert not wordings & others


def test_persian_cells_hold_persian(people: Lines) -> None:
    """Persian names are written in Persian letters, English ones in Latin letters."""
    for line in people:
        assert not re.search(r"[A-Za-z]", line["name_fa"] + line["aliases_fa"] + line["short_fa"]), line
        assert not line["name_en"] or re.search(r"[A-Za-z]", line["name_en"]), line
        assert bool(line["name_fa"]) == bool(line["fa_source"]), line


def test_an_office_has_a_wording(spells: Lines) -> None:
    """Every office is one that the Persian role table knows, in a country or organization."""
    roles = {line["role"] for line in read(LANG / "fa" / "roles.csv")}
    assert {line["role"] for line in spells} <= roles
    owners = {line["id"] for t in ("countries", "organizations") for line in read(KNOWLEDGE / f"{t}.csv")}
    assert {line["of"] for line in spells} <= owners


def test_dates_are_dates_and_say_how_they_are_known(spells: Lines) -> None:
    """Dates are ISO at their precision; an end is known or a successor's start, an absent one open or unknown."""
    day = re.compile(r"(\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?)?")
    for line in spells:
        assert day.fullmatch(line["start"]), line
        assert day.fullmatch(line["end"]), line
        assert line["end_kind"] in ({"known", "successor"} if line["end"] else {"open", "unknown"}), line


def test_no_one_holds_an_office_twice_at_a_time(spells: Lines) -> None:
    """The spells of one person in one office don't overlap."""
    last: dict[tuple[str, ...], tuple[str, str]] = {}
    posted = {"ambassador", "permanent-representative", "special-envoy"}
    for line in sorted(spells, key=lambda s: s["start"]):
        key = (line["person"], line["of"], line["role"], line["title"] if line["role"] in posted | {"minister"} else "")
        if key in last and line["role"] not in posted | {"minister", "minister-of-state"}:
            start, end = last[key]
            assert end, (line, start)
            assert line["start"][:7] >= end[: len(line["start"])][:7], (line, start, end)
        last[key] = (line["start"], line["end"])


@pytest.mark.parametrize(
    "role,of,day,person",
    [
        ("president", "iran", "2024-04-01", "ebrahim-raisi"),
        ("president", "iran", "2006-01-05", "mahmoud-ahmadinejad"),
        ("chief-justice", "iran", "2020-01-01", "ebrahim-raisi"),
        ("foreign-minister", "iran", "2023-07-01", "hossein-amir-abdollahian"),
        ("foreign-minister", "iran", "2015-07-14", "mohammad-javad-zarif"),
        ("supreme-leader", "iran", "2012-02-03", "ali-khamenei"),
        ("snsc-secretary", "iran", "2023-03-10", "ali-shamkhani"),
        ("irgc-commander", "iran", "2019-05-01", "hossein-salami"),
        ("quds-force-commander", "iran", "2019-12-31", "qasem-soleimani"),
        ("aeoi-head", "iran", "2015-07-14", "ali-akbar-salehi"),
        ("speaker", "iran", "2006-02-02", "gholam-ali-haddad-adel"),
        ("director-general", "iaea", "2018-06-01", "yukiya-amano"),
        ("secretary-general", "nato", "2022-02-24", "jens-stoltenberg"),
        ("foreign-policy-chief", "european-union", "2015-07-14", "federica-mogherini"),
        ("king", "saudi-arabia", "2016-01-02", "salman-of-saudi-arabia"),
        ("emir", "qatar", "2017-06-05", "tamim-bin-hamad-al-thani"),
        ("sultan", "oman", "2013-08-25", "qaboos-bin-said"),
        ("chancellor", "germany", "2010-01-01", "angela-merkel"),
        ("prime-minister", "united-kingdom", "2022-10-01", "liz-truss"),
        ("foreign-minister", "united-states", "2018-05-08", "mike-pompeo"),
        ("foreign-minister", "russia", "2022-02-24", "sergey-lavrov"),
        ("president", "syria", "2024-11-01", "bashar-al-assad"),
        ("president", "russia", "2011-01-01", "dmitry-medvedev"),
        ("foreign-minister", "germany", "2002-10-01", "joschka-fischer"),
        ("prime-minister", "iraq", "2006-09-01", "nouri-al-maliki"),
        ("foreign-minister", "austria", "2015-07-14", "sebastian-kurz"),
        ("national-security-adviser", "united-states", "2019-01-01", "john-bolton"),
        ("foreign-ministry-spokesperson", "iran", "2021-05-01", "saeed-khatibzadeh"),
        ("foreign-minister", "india", "2022-06-01", "s-jaishankar"),
        ("foreign-minister", "china", "2023-05-01", "qin-gang"),
        ("foreign-minister", "united-kingdom", "2023-12-01", "david-cameron"),
        ("prime-minister", "france", "2024-02-01", "gabriel-attal"),
        ("president", "iran", "2024-06-10", "mohammad-mokhber"),
        ("secretary-general", "hezbollah", "2024-11-01", "naim-qassem"),
        ("chancellor", "germany", "2025-06-01", "friedrich-merz"),
    ],
)
def test_who_held_an_office_on_a_day(offices: Offices, role: str, of: str, day: str, person: str) -> None:
    """The offices that Persian news names most have the right holder on a day."""
    spell = offices.holder(role, of, day)
    assert spell is not None
    assert spell.person == person


def test_a_death_in_office_ends_it(offices: Offices) -> None:
    """After 2024-05-19 the president who died that day holds no office."""
    assert not offices.in_office("ebrahim-raisi", "2024-06-01")


def test_one_man_spelt_two_ways_is_one_person(people: Lines) -> None:
    """Both English spellings of a foreign minister's name are one line with its Wikidata id."""
    (line,) = (p for p in people if p["wikidata"] == "Q17991320")
    assert line["name_en"] == "Hossein Amir-Abdollahian"
    assert squeeze(line["name_fa"]) == squeeze("حسین امیر عبداللهیان")


def test_a_wording_is_free_or_short(people: Lines) -> None:
    """No wording of a person is listed both as safe alone and as one that needs him introduced."""
    for line in people:
        free = {squeeze(w) for c in ("name_fa", "aliases_fa") for w in line[c].split("|") if w}
        assert not free & {squeeze(w) for w in line["short_fa"].split("|") if w}, line


def test_no_first_name_stands_alone(people: Lines) -> None:
    """No alias that is safe alone is a single first name."""
    first = {squeeze(line["name"]) for line in read(LANG / "fa" / "first_names.csv")}
    assert not [w for line in people for w in line["aliases_fa"].split("|") if w and squeeze(w) in first]


@pytest.mark.skipif(not FACTS.is_dir(), reason="the checked facts are not beside the repository")
def test_wikidata_ids_of_people_are_those_of_the_facts(people: Lines) -> None:
    """Every Wikidata id stands in the `qid` column of the checked facts."""
    checked = {line["qid"] for line in read(FACTS / "people.csv")}
    assert {line["wikidata"] for line in people if line["wikidata"]} <= checked


@pytest.mark.skipif(not FACTS.is_dir(), reason="the checked facts are not beside the repository")
def test_filling_adds_what_is_missing_and_changes_nothing_else(tmp_path: Path) -> None:
    """A line that was taken out comes back as it was; what a person wrote into a cell stays; all else is the same bytes."""
    for path in KNOWLEDGE.glob("*.csv"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    before = {name: (KNOWLEDGE / name).read_text(encoding="utf-8") for name in ("people.csv", "offices.csv")}
    edited = before["people.csv"].replace("سرگئی لاوروف", "سرگی لاوروف", 1)
    assert edited != before["people.csv"]
    (tmp_path / "people.csv").write_text(re.sub(r"(?m)^hans-blix,.*\n", "", edited), encoding="utf-8")
    (tmp_path / "offices.csv").write_text(re.sub(r"(?m)^hans-blix,.*\n", "", before["offices.csv"]), encoding="utf-8")
    tools = ROOT / "seeds" / "tools"
    command = [sys.executable, str(tools / "people" / "build.py"), str(FACTS), str(tmp_path)]
    subprocess.run(
        command, check=True, env={"PYTHONPATH": str(tools), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "7"}
    )
    assert (tmp_path / "people.csv").read_text(encoding="utf-8") == edited
    assert (tmp_path / "offices.csv").read_text(encoding="utf-8") == before["offices.csv"]
