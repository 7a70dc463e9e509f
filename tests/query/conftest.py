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
from relgraph.model import Article
from relgraph.pipeline import extract
from relgraph.query.run import run_query
from relgraph.resources import SEEDS

sys.path.insert(0, str(Path(__file__).parents[1] / "graph"))

ARTICLES = (
    Article(
        "a1",
        "رئیسی به مسکو سفر کرد",
        "ابراهیم رئیسی رئیس جمهور ایران روز چهارشنبه در مسکو با ولادیمیر پوتین رئیس جمهور روسیه درباره برجام دیدار و "
        "گفت‌وگو کرد. حسین امیرعبداللهیان وزیر خارجه ایران گفت آمریکا ایران را تهدید کرده است.",
        "2022-01-20", "ایسنا", home="IR",
    ),
    Article(
        "a2",
        "دیدار در مسکو",
        "رئیس جمهور ایران روز چهارشنبه در مسکو با رئیس جمهور روسیه درباره برجام دیدار کرد. ایران عضو کامل سازمان همکاری "
        "شانگهای است.",
        "2022-01-21", "ایرنا", home="IR",
    ),
    Article(
        "a3",
        "جنگ",
        "روسیه روز پنجشنبه به اوکراین حمله کرد. آمریکا روسیه را محکوم کرد. اتحادیه اروپا روسیه را تحریم کرد. وزیر خارجه "
        "روسیه قرار است روز شنبه به تهران سفر کند.",
        "2022-02-25", "مهر", home="IR",
    ),
    Article(
        "a4",
        "واکنش‌ها",
        "اوکراین مدعی شد روسیه به اوکراین حمله کرد. ترکیه میان روسیه و اوکراین میانجیگری کرد. ایران از روسیه خواست به جنگ "
        "پایان دهد.",
        "2022-03-02", "تسنیم", home="IR",
    ),
    Article(
        "a5",
        "مذاکرات وین",
        "مذاکرات وین در وین برگزار شد. ایران و آژانس بین‌المللی انرژی اتمی در تهران توافق کردند. چین به برجام پیوست. روسیه "
        "به ایران حمله نکرد. روسیه در سال ۲۰۲۱ به ایران حمله کرد.",
        "2022-03-05", "ایسنا", home="IR",
    ),
    Article(
        "a6",
        "ادعای تازه",
        "آمریکا گفت ایران به عربستان حمله کرده است. ایران ادعای آمریکا را تکذیب کرد. حسن روحانی رئیس جمهور ایران با ولادیمیر "
        "پوتین دیدار کرد.",
        "2022-03-06", "مهر", home="IR",
    ),
)  # fmt: skip


@pytest.fixture(scope="session")
def story(world, tmp_path_factory) -> Path:
    """An output folder with the graph of a few articles, read by the real pipeline."""
    folder = tmp_path_factory.mktemp("story")
    tables = background_of(world, SEEDS / "knowledge")
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
