"""The lists of offices and titles are sound: each wording once, every value one of those that are understood."""

import csv

from relgraph.lang.reader import read_language
from relgraph.resources import LANG, SEEDS
from relgraph.text.fold import squeeze


def rows(name: str) -> list[dict[str, str]]:
    with (LANG / "fa" / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def ids(*tables: str) -> set[str]:
    found = set()
    for table in tables:
        with (SEEDS / "knowledge" / f"{table}.csv").open(encoding="utf-8", newline="") as handle:
            found |= {row["id"] for row in csv.DictReader(handle)}
    return found


def test_every_office_wording_stands_once() -> None:
    """Two wordings that the matcher can't tell apart would make the office depend on the order of lines."""
    wordings = [squeeze(t) for r in rows("roles.csv") for t in r["titles_fa"].split("|")]
    assert len(set(wordings)) == len(wordings)
    assert all(wordings)
    keys = [r["role"] for r in rows("roles.csv")]
    assert len(set(keys)) == len(keys)


def test_office_columns_hold_what_is_understood() -> None:
    """Who holds an office, what it belongs to, its rank and whether it needs a complement are closed lists."""
    for r in rows("roles.csv"):
        assert r["holder"] in {"unique", "several"}, r
        assert r["of"] in {"country", "organization", "body"}, r
        assert r["rank"] in {"1", "2", "3", "4"}, r
        assert r["needs_country"] in {"yes", "no"}, r
        assert (r["needs_country"] == "no") == bool(r["default_of"]), r
        assert r["title_en"].strip(), r


def test_what_an_office_means_alone_exists() -> None:
    """The country or organization that an office means without a complement is in the seed tables."""
    assert {r["default_of"] for r in rows("roles.csv") if r["default_of"]} <= ids("countries", "organizations")


def test_every_dated_office_has_wordings() -> None:
    """No holder is kept for an office that no wording names."""
    with (SEEDS / "knowledge" / "offices.csv").open(encoding="utf-8", newline="") as handle:
        held = {row["role"] for row in csv.DictReader(handle)}
    assert held <= {r["role"] for r in rows("roles.csv")}


def test_titles_stand_once_and_are_no_offices() -> None:
    """Honorifics stand before names; offices, which may be somebody, are not among them, but «سناتور» and nobles are both."""
    titles = rows("titles.csv")
    keys = [squeeze(r["title"]) for r in titles]
    assert len(set(keys)) == len(keys)
    assert {r["kind"] for r in titles} == {"honorific", "military", "religious", "noble"}
    offices = {squeeze(t) for r in rows("roles.csv") for t in r["titles_fa"].split("|")}
    assert set(keys) & offices == {squeeze(w) for w in ("سناتور", "ملکه", "سلطان")}


def test_the_language_reads_them() -> None:
    """Plural offices are made by rule, and titles of several words are known word by word."""
    language = read_language(LANG / "fa")
    wordings = {squeeze(text): name for text, name in language.role_wordings()}
    assert wordings[squeeze("وزرای خارجه")].plural
    assert wordings[squeeze("وزیر امور خارجه")].role == "foreign-minister"
    assert {squeeze("حجت‌الاسلام"), squeeze("والمسلمین")} <= language.titles
