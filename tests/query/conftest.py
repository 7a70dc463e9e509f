"""Puts the hand-made extractions of tests/graph within reach, and a graph that is read from articles of our own."""

import csv
import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from relgraph.export.turtle import write_turtle
from relgraph.graph.background import background_of
from relgraph.graph.merge import merge
from relgraph.pipeline import extract
from relgraph.query.run import run_query

sys.path[:0] = [str(Path(__file__).parents[1] / "graph"), str(Path(__file__).parent)]

from story_articles import ARTICLES  # noqa: E402 - beside this file


@pytest.fixture(scope="session")
def story(world, tmp_path_factory) -> Path:
    """An output folder with the graph of a few articles, read by the real pipeline."""
    folder = tmp_path_factory.mktemp("story")
    tables = background_of(world)
    write_turtle(merge((extract(article, world) for article in ARTICLES), tables), folder / "graph.ttl")
    return folder


@pytest.fixture(scope="session")
def ask(story) -> Callable[..., list[dict[str, str]]]:
    """Asks the story a shipped query: its rows."""

    def rows(query: str, **parameters: str) -> list[dict[str, str]]:
        out = io.StringIO()
        assert run_query(story, query, "csv", parameters=parameters, out=out) == 0
        return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))

    return rows
