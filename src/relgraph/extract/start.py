"""The first stages: the folded text, its tokens and sentences, and the dates it names."""

import datetime as dt
from dataclasses import replace

from relgraph.extract.reading import Reading
from relgraph.knowledge.world import World
from relgraph.text import fold as folding
from relgraph.text.dates import find_dates, full_date_of
from relgraph.text.segment import split_sentences, tokenize


def fold(reading: Reading, _world: World) -> Reading:
    """Adds the folded text."""
    return reading.but(folded=folding.fold(reading.article.full))


def segment(reading: Reading, world: World) -> Reading:
    """Adds tokens and sentences."""
    assert reading.folded is not None
    tokens = tokenize(reading.folded, world.language.verbs.contracted)
    return reading.but(tokens=tuple(tokens), sentences=tuple(split_sentences(tokens, reading.article.full)))


def date(reading: Reading, _world: World) -> Reading:
    """Adds dates; an article without a day of publication takes the full date of its dateline, if it has one."""
    article = reading.article
    published = dt.date.fromisoformat(article.published) if article.published else full_date_of(article.full)
    if published and not article.published:
        reading = reading.but(article=replace(article, published=published.isoformat()))
    return reading.but(dates=find_dates(article.full, published))
