import importlib.util
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relgraph.exchange import to_dict, to_json
from relgraph.knowledge.world import load_world
from relgraph.model import Article, EntityType, EventType, MentionKind, Predicate, Stance, Status
from relgraph.pipeline import extract
from relgraph.resources import SEEDS

SHARED = Path(__file__).resolve().parents[2] / "shared"
GOLD = sorted((SHARED / "gold").glob("*.jsonl"))
with_gold = pytest.mark.skipif(not GOLD, reason="the annotated articles are not beside the repository")
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def article_of(row):
    return Article(
        row["id"], row.get("title") or "", row["text"], row.get("published"), row.get("source"), row.get("url")
    )


def gold_rows(*names):
    return [
        json.loads(line)
        for path in GOLD
        if not names or path.stem in names
        for line in path.read_text("utf-8").splitlines()
    ]


def quotes(extraction):
    """All spans that an extraction quotes."""
    for entity in extraction.entities:
        yield from entity.mentions
    for statement in (*extraction.events, *extraction.relations):
        yield from (statement.evidence, statement.sentence)
    yield from extraction.refused


def used(extraction):
    """The ids of all entities that statements refer to."""
    for e in extraction.events:
        yield from (*e.actors, *e.recipients, *e.places, *e.topics, *e.via, *((e.speaker,) if e.speaker else ()))
    for r in extraction.relations:
        yield from (r.subject, r.object, *r.via, *((r.speaker,) if r.speaker else ()))


def unique(values):
    found = list(values)
    return len(found) == len(set(found))


def check_spans(extraction):
    """Everything quoted is what stands there, evidence is in its sentence, marks are in the article."""
    full = extraction.article.full
    for quote in quotes(extraction):
        assert 0 <= quote.start < quote.end <= len(full)
        assert full[quote.start : quote.end] == quote.text
    for statement in (*extraction.events, *extraction.relations):
        assert statement.sentence.start <= statement.evidence.start < statement.sentence.end
        assert all(0 <= mark.start < mark.end <= len(full) for mark in statement.marks)


def check_references(extraction):
    """Ids are given once, and whoever a statement names is mentioned."""
    assert unique(e.id for e in extraction.entities)
    assert unique(e.id for e in extraction.events)
    assert unique(r.id for r in extraction.relations)
    mentioned = {e.id for e in extraction.entities if e.mentions}
    assert set(used(extraction)) <= mentioned
    assert {e.id for e in extraction.entities} <= mentioned
    assert all(unique((m.start, m.end) for m in e.mentions) for e in extraction.entities)


def check_values(extraction):
    """Types, statuses, stances, dates and confidences are those of the contract; nobody acts on himself."""
    for entity in extraction.entities:
        assert entity.type in get_args(EntityType)
        assert {m.kind for m in entity.mentions} <= set(get_args(MentionKind))
    for event in extraction.events:
        assert event.type in get_args(EventType)
        assert event.actors or event.recipients
        assert not set(event.actors) & set(event.recipients)
        assert event.date is None or DATE.fullmatch(event.date)
    assert {r.predicate for r in extraction.relations} <= set(get_args(Predicate))
    assert not [r for r in extraction.relations if r.subject == r.object]
    for told in (*extraction.events, *extraction.relations):
        assert told.status in get_args(Status)
        assert told.stance is None or told.stance in get_args(Stance)
        assert 0 < told.confidence <= 1
    assert all(r.reason and r.rule for r in extraction.refused)


def check(extraction):
    check_spans(extraction)
    check_references(extraction)
    check_values(extraction)


@with_gold
@pytest.mark.parametrize("name", [path.stem for path in GOLD])
def test_extractions_of_real_articles_keep_the_contract(world, name):
    """Spans quote the text, whoever is used is mentioned, ids are unique, values are those of the contract."""
    for row in gold_rows(name):
        check(extract(article_of(row), world))


@pytest.mark.parametrize("path", sorted((SEEDS / "articles").glob("*.txt")), ids=lambda path: path.stem)
def test_extractions_of_the_sample_articles_keep_the_contract(world, path):
    """The shipped articles are read under the contract, and each says something."""
    title, _, text = path.read_text("utf-8").partition("\n")
    extraction = extract(Article(path.stem, title, text, path.stem[:10], home="IR"), world)
    check(extraction)
    assert extraction.events


@with_gold
def test_extraction_is_a_function_of_the_article(world):
    """The same article gives the same extraction, whatever was read before, and is itself unchanged."""
    rows = gold_rows("dev", "seed")
    first = [to_json(extract(article_of(row), world)) for row in rows]
    again = [to_json(extract(article_of(row), world)) for row in reversed(rows)]
    assert first == again[::-1]
    assert [extract(article_of(row), world).article.full for row in rows[:3]] == [article_of(r).full for r in rows[:3]]


PARTIES = [
    *("ایران", "روسیه", "آمریکا", "مسکو", "کاخ سفید", "ناتو", "کشورمان", "این کشور", "دو کشور", "وی", "ایسنا", "برجام"),
    *("وزیر خارجه روسیه", "روسای جمهور ایران و روسیه", "وزرای خارجه", "همتای روس خود", "آقای تاجانی", "سفیر سوئد"),
    *(
        "ولادیمیرپوتین",
        "حسین امیر عبداالهیان وزیر خارجه کشورمان",
        "وزارت خارجه ترکیه",
        "سخنگوی کاخ سفید",
        "مقام ایرانی",
    ),
]
BETWEEN = [
    "با",
    "به",
    "از",
    "را",
    "و",
    "در",
    "علیه",
    "از سوی",
    "میان",
    "درباره",
    "که",
    "،",
    ":",
    "« ",
    "»",
    "دیروز",
    "فردا",
]
VERBS = [
    *("دیدار کرد", "سفر خواهد کرد", "حمله نکرد", "محکوم شد", "باید برگردد", "خواست", "توافق کردند", "تحریم کند"),
    *(
        "گفت",
        "گفت که",
        "مدعی شد",
        "به گزارش",
        "به نقل از",
        "اگر",
        "قرار است",
        "دیدار",
        "سفر",
        "مذاکره",
        "عضو",
        "تهدید به",
    ),
]
PREDICATES = [
    *("با وزیر خارجه عمان دیدار کرد.", "دیروز به سوریه سفر خواهد کرد؛", "از ترکیه و مصر انتقاد نکرد", "را محکوم کرد و"),
    *(
        "گفت آمریکا باید به برجام بازگردد.",
        "مدعی شد: «اروپا ایران را تحریم کرد.»",
        "از سوی آلمان اخراج شدند.",
        "حمله کرد\n",
    ),
    *("که در مسکو با همتای روس خود مذاکره کرد", "به گزارش رویترز به صنعا حمله کرد.", "عضو دائم سازمان ملل است.", "/"),
]
DATES = ["۱۵ اردیبهشت ۱۴۰۱", "سه ماه پیش", "1400/10/29", "روز دوشنبه", "20 ساله", "همکاریهای", "همكاري هاي", "ق.م."]
MARKS = [".", "،", "؛", ":", "«", "»", "/", "؟", "…", "(", ")", "-", '"', "\n", "\r\n", "\u2028", "\t"]
ODD = [
    "\u200c",
    "\u200f",
    "ـ",
    "ِ",
    "\ufeff",
    "😀",
    "\x00",
    "\x1c",
    "İ",
    "ﷲ",
    "\U0001ee00",
    "\u0301",
    "ء",
    "_",
    "<b>",
    "\ud7ff",
]
joins = st.sampled_from([" ", " ", " ", " ", "\u200c", "", "\u00a0", "\n"])
clauses = st.builds(
    "{} {} {} {}{} ".format, st.sampled_from(PARTIES), st.sampled_from(BETWEEN), st.sampled_from(PARTIES),
    st.sampled_from(VERBS), st.sampled_from(["", ".", "؛", "،", " و", "\n"]),
)  # fmt: skip
sentences = st.builds("{} {} ".format, st.sampled_from(PARTIES), st.sampled_from(PREDICATES))
pieces = st.one_of(
    sentences, clauses, st.sampled_from(PARTIES + BETWEEN + VERBS + DATES), st.sampled_from(MARKS), st.sampled_from(ODD), st.text(max_size=3)
)  # fmt: skip
texts = st.lists(st.tuples(pieces, joins).map("".join), max_size=25).map("".join)
articles = st.builds(
    Article, st.just("made"), st.one_of(st.just(""), texts), texts, st.sampled_from([None, "2022-01-19", "2015-07-14"]),
    st.sampled_from([None, "ایسنا", "nobody.example"]), home=st.sampled_from([None, "IR", "RU"]),
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(articles)
def test_extractions_of_any_text_keep_the_contract(article):
    """No text, however odd, breaks the reader or its promises."""
    extraction = extract(article, load_world())
    check(extraction)
    assert extraction.article == replace(article, published=extraction.article.published)
    assert json.loads(to_json(extraction)) == to_dict(extraction)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200c", ".", "«", "ا", "Only English here.", "😀" * 50])
def test_texts_that_say_nothing_give_nothing(world, text):
    """An empty or foreign text has no entities and no statements, and is no error."""
    extraction = extract(Article("a", "", text), world)
    assert (extraction.entities, extraction.events, extraction.relations) == ((), (), ())


def scorer():
    spec = importlib.util.spec_from_file_location("score", SHARED / "eval" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(not (SHARED / "eval" / "score.py").is_file(), reason="the scorer is not beside the repository")
def test_the_first_article_reads_as_its_annotation_says(world):
    """The article that the project began with gives the annotated pairs, mentions, entities and relations."""
    title, _, text = (SHARED / "articles" / "mizan-2022-01-19.txt").read_text("utf-8").partition("\n")
    (row,) = gold_rows("seed")
    article = Article(row["id"], title, text.rstrip("\n"), "2022-01-19", "خبرگزاری میزان", home="IR")
    figures, _ = scorer().score([row], {row["id"]: to_dict(extract(article, world))})
    assert figures["pairs"]["f1"] >= 0.80
    assert figures["pairs"]["p"] >= 0.85
    assert figures["mentions"]["f1"] >= 0.95
    assert figures["entities"]["f1"] >= 0.90
    assert figures["relations"]["f1"] >= 0.85
