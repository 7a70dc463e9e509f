from collections.abc import Iterator

import pytest

from relgraph.model import Article, Extraction
from relgraph.workers import extract_all

PARTIES = ("عربستان", "ترکیه", "مصر", "عراق", "قطر")
ARTICLES = [
    Article(
        f"a{n}", "", f"{PARTIES[n % 5]} روز دوشنبه با {PARTIES[(n + 1 + n // 5 % 4) % 5]} مذاکره کرد.", "2022-01-19"
    )
    for n in range(40)
]


def test_results_come_in_the_order_of_the_articles():
    """Whatever the number of workers, each article has its extraction, in the order given."""
    alone = list(extract_all(ARTICLES))
    assert [e.article.id for e in alone] == [a.id for a in ARTICLES]
    assert all(len(e.events) == 1 for e in alone)
    assert list(extract_all(ARTICLES, workers=2)) == alone


@pytest.mark.parametrize("workers", [1, 2])
def test_an_article_that_breaks_the_reader_is_told_and_the_rest_goes_on(workers):
    """A fault in one article is a result of its own, with the article and what went wrong."""
    broken = Article("broken", "", "عربستان با ایران مذاکره کرد.", published="some day")
    first, failure, last = extract_all([ARTICLES[0], broken, ARTICLES[1]], workers=workers)
    assert isinstance(first, Extraction)
    assert isinstance(last, Extraction)
    article, fault = failure
    assert article == broken
    assert "ValueError" in fault


def test_articles_are_taken_as_they_are_needed():
    """One process reads no further than what is asked for, so that memory stays flat."""
    taken = []

    def endless() -> Iterator[Article]:
        for n in range(1_000_000):
            taken.append(n)
            yield ARTICLES[n % len(ARTICLES)]

    results = extract_all(endless())
    next(results)
    next(results)
    assert len(taken) == 2


@pytest.mark.parametrize("workers", [1, 2])
def test_no_articles_give_no_results(workers):
    """An empty input is no error."""
    assert list(extract_all([], workers=workers)) == []
