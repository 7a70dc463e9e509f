import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from graph_samples import two_outlets
from graph_strategies import extractions
from hypothesis import given, settings

from relgraph.errors import UsageError
from relgraph.read import Refused
from relgraph.store.articles import Articles
from relgraph.store.codec import decode, decode_article, encode, encode_article


@pytest.fixture
def articles(tmp_path):
    """An empty file of articles."""
    with Articles.open(tmp_path / "a.sqlite", "v1") as opened:
        yield opened


@settings(max_examples=60, deadline=None)
@given(extractions("a1"))
def test_an_extraction_comes_back_whole(extraction):
    """Every field survives, whatever characters an article holds."""
    article = decode_article(encode_article(extraction.article))
    assert decode(article, encode(extraction)) == extraction


def test_an_article_is_read_once(articles):
    """What is there as it is now is kept; another content, or other code and tables, must be read again."""
    one, _ = two_outlets()
    assert articles.keep(one.article) is None
    assert articles.put(one) == "new"
    assert articles.keep(one.article) == "unchanged"
    assert articles.keep(replace(one.article, published="2022-01-21")) is None
    assert replace(articles, made_with="v2").keep(one.article) is None
    assert articles.put(replace(one, article=replace(one.article, title="تازه"))) == "replaced"
    assert [each.article.title for each in articles.extractions()] == ["تازه"]


def test_the_stale_are_those_of_other_tables(articles):
    """After code or tables changed, exactly what was read before is stale."""
    one, two = two_outlets()
    articles.put(one)
    later = replace(articles, made_with="v2")
    later.put(two)
    assert [each.id for each in later.stale()] == [one.article.id]


def test_starting_over_counts_only_what_comes_again(articles):
    """Of an earlier build nothing counts but what the new one meets, and that needs no reading."""
    one, two = two_outlets()
    articles.put(one)
    articles.put(two)
    articles.refuse(Refused("x:1", "bad"))
    articles.start_over()
    assert articles.keep(two.article) == "unchanged"
    assert [each.article.id for each in articles.extractions()] == [two.article.id]
    assert articles.refused() == ()


def test_notes_of_refusals_take_any_file_name(articles):
    """A file name that is no UTF-8 is noted and found again; the last reason for a place stands."""
    for reason in ("first", "last"):
        articles.refuse(Refused("bad\udcff.txt", reason))
    assert articles.refused() == (Refused("bad\udcff.txt", "last"),)
    articles.forget_refused(["bad\udcff.txt"])
    assert articles.refused() == ()


def test_settings_are_remembered(articles):
    """What isn't given now is what was given last."""
    assert articles.setting("base") is None
    assert articles.setting("base", "https://example.org/") == "https://example.org/"
    assert articles.setting("base") == "https://example.org/"


def test_two_builds_don_t_share_a_file(articles, tmp_path):
    """While one build has the file, another is told so."""
    articles.put(two_outlets()[0])
    with pytest.raises(UsageError, match="in use by another build"), Articles.open(tmp_path / "a.sqlite", "v1"):
        pass


def test_another_file_is_not_overwritten(tmp_path):
    """A file that isn't ours, or of another version, is refused and left as it is."""
    (tmp_path / "text.sqlite").write_text("no database " * 1000, encoding="utf-8")
    with pytest.raises(UsageError, match="no file of articles"), Articles.open(tmp_path / "text.sqlite"):
        pass
    with closing(sqlite3.connect(tmp_path / "later.sqlite")) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(UsageError, match="another version"), Articles.open(tmp_path / "later.sqlite"):
        pass
