import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.errors import UsageError
from relgraph.model import Article
from relgraph.read import ReadOptions, Refused, count_skipped, read_inputs
from relgraph.read.article import content_id
from relgraph.read.published import date_in_name, parse_published

NOTHING = ReadOptions()
GIVEN = Path(__file__).parents[3] / "shared" / "articles" / "mizan-2022-01-19.txt"


def read(*inputs: Path | str, options: ReadOptions = NOTHING) -> list[Article | Refused]:
    return list(read_inputs([str(name) for name in inputs], options))


def write(path: Path, content: str = "متن خبر") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def texts_of(items: list[Article | Refused]) -> list[str]:
    return [item.text for item in items if isinstance(item, Article)]


names = st.lists(st.sampled_from(["a.txt", "b.txt", "c/a.txt", "c/d/z.txt", "A.md", "۱.txt", "x.pdf"]), unique=True)


@given(names=names, order=st.randoms(use_true_random=False))
def test_folder_order_does_not_depend_on_creation(names, order, tmp_path_factory):
    """A folder is read sorted by path, in whatever order its files were made."""
    folder = tmp_path_factory.mktemp("news")
    shuffled = list(names)
    order.shuffle(shuffled)
    for name in shuffled:
        write(folder / name, f"متن {name}")
    readable = sorted((name for name in names if name != "x.pdf"), key=lambda name: name.split("/"))
    assert texts_of(read(folder)) == [f"متن {name}" for name in readable]
    assert count_skipped([str(folder)]) == len(names) - len(readable)


def test_unknown_kind_is_refused_only_when_named(tmp_path):
    """A file of an unknown kind is passed over in a folder and refused when it is named."""
    path = write(tmp_path / "a.pdf")
    assert read(tmp_path) == []
    (refused,) = read(path)
    assert isinstance(refused, Refused)
    assert ".txt" in refused.reason


def test_pattern_is_expanded_in_order(tmp_path):
    """A pattern names files and folders, each file read once."""
    for name in ("b/1.txt", "a/2.txt", "a/3.txt"):
        write(tmp_path / name, name)
    assert texts_of(read(tmp_path / "*")) == ["a/2.txt", "a/3.txt", "b/1.txt"]
    assert texts_of(read(tmp_path / "**")) == ["a/2.txt", "a/3.txt", "b/1.txt"]


@pytest.mark.parametrize("name", ["nothing.txt", "nothing-*.txt"])
def test_missing_input_is_refused(tmp_path, name):
    """A path or a pattern that leads nowhere is refused under its name, and other inputs go on."""
    good = write(tmp_path / "good.txt")
    refused, article = read(tmp_path / name, good)
    assert isinstance(refused, Refused)
    assert refused.where == str(tmp_path / name)
    assert isinstance(article, Article)


def test_file_named_like_a_pattern_is_a_file(tmp_path):
    """A file whose name holds brackets is read as the file that it is."""
    assert len(texts_of(read(write(tmp_path / "news [1].txt")))) == 1


def test_id_is_a_hash_of_the_content(tmp_path):
    """An article without id gets one that depends on title and text alone."""
    (article,) = read(write(tmp_path / "a.txt", "عنوان\nمتن"))
    assert isinstance(article, Article)
    assert article.id == content_id("عنوان", "متن")
    assert len(article.id) == 16


def test_same_article_twice_is_refused(tmp_path):
    """The second copy of an article in one run is refused and says where the first stands."""
    first, second = write(tmp_path / "a.txt"), write(tmp_path / "b.txt")
    _, refused = read(tmp_path)
    assert refused == Refused(str(second), f"same article twice: first in {first}")


def test_same_id_with_other_content_is_refused(tmp_path):
    """An id stands for one content in a run."""
    lines = [json.dumps({"id": "n1", "text": text}) for text in ("یک", "دو")]
    path = write(tmp_path / "a.jsonl", "\n".join(lines))
    _, refused = read(path)
    assert refused == Refused(f"{path}:2", f"the id n1 is taken by another article, in {path}:1")


def test_options_fill_only_what_is_absent(tmp_path):
    """What the article says of itself goes before the options."""
    lines = [json.dumps({"text": "یک"}), json.dumps({"text": "دو", "published": "2020-02-03", "home": "RU"})]
    options = ReadOptions(published="۱۴۰۰-۱۰-۲۹", source="میزان", home="ir", language="fa")
    first, second = read(write(tmp_path / "a.jsonl", "\n".join(lines)), options=options)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.published, first.source, first.home, first.language) == ("2022-01-19", "میزان", "IR", "fa")
    assert (second.published, second.source, second.home) == ("2020-02-03", "میزان", "RU")


@pytest.mark.parametrize("options", [ReadOptions(home="Iran"), ReadOptions(published="2022-02-30")])
def test_options_that_make_no_sense_are_a_usage_error(options):
    """A wrong option stops the command before anything is read."""
    with pytest.raises(UsageError):
        read_inputs([], options)


@pytest.mark.parametrize(
    "given_date, iso",
    [
        ("2022-01-19", "2022-01-19"),
        ("2022/1/19", "2022-01-19"),
        ("2022-01-19T23:59:01.5+03:30", "2022-01-19"),
        ("2022-01-19 08:00", "2022-01-19"),
        ("1400-10-29", "2022-01-19"),
        ("۱۴۰۰/۱۰/۲۹", "2022-01-19"),
        ("١٤٠٠/١٠/٢٩ - ١٤:٣٠", "2022-01-19"),
        ("1399/12/30", "2021-03-20"),
    ],
)
def test_published_is_iso_or_jalali(given_date, iso):
    """A date of publication may be Gregorian or Jalali, in three sets of digits, with a time."""
    assert parse_published(given_date) == iso


@pytest.mark.parametrize(
    "wrong", ["", "2022", "2022-1", "1400/12/30", "19/01/2022", "2022-01/19", "2022-01-190", "دیروز"]
)
def test_other_dates_are_no_dates(wrong):
    """What isn't a whole day that exists is refused, never guessed."""
    with pytest.raises(ValueError, match="published"):
        parse_published(wrong)


@pytest.mark.parametrize(
    "name, iso",
    [
        ("mizan-2022-01-19", "2022-01-19"),
        ("1400-10-29_khabar", "2022-01-19"),
        ("۱۴۰۰-۱۰-۲۹", "2022-01-19"),
        ("2022-13-01", None),
        ("2022-01-19-to-2022-01-20", None),
        ("12022-01-199", None),
    ],
)
def test_file_name_may_hold_the_date(name, iso):
    """A file name that holds exactly one date gives it."""
    assert date_in_name(name) == iso


def test_date_in_the_name_comes_last(tmp_path):
    """The date of a text file's name counts where neither the file nor the options give one."""
    path = write(tmp_path / "2022-01-19.txt")
    (by_name,), (by_option,) = read(path), read(path, options=ReadOptions(published="2022-01-20"))
    assert isinstance(by_name, Article)
    assert isinstance(by_option, Article)
    assert (by_name.published, by_option.published) == ("2022-01-19", "2022-01-20")


@pytest.mark.parametrize(
    "content, expected",
    [
        ('\n {"text": "یک"}\n{"text": "دو"}\n', ["یک", "دو"]),
        ("عنوان\nمتن خبر\n", ["متن خبر"]),
    ],
)
def test_standard_input_is_recognised(monkeypatch, content, expected):
    """Standard input is one article a line if it begins with a brace, else a text."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    assert texts_of(read("-")) == expected


def test_standard_input_may_be_a_page(monkeypatch):
    """Standard input that looks like a page is read as one."""
    paragraph = "وزیر خارجه روز شنبه در دیدار با همتای خود بر گسترش همکاری‌های دو کشور تأکید کرد. " * 4
    page = f"<html><body><article><h1>دیدار</h1><p>{paragraph}</p></article></body></html>"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(page.encode())))
    (text,) = texts_of(read("-"))
    assert "همکاری‌های" in text


@pytest.mark.skipif(not GIVEN.exists(), reason="the real articles are not beside the checkout")
def test_given_article_is_its_file():
    """Title, line break and text of a real article are its file without the last line end."""
    (article,) = read(GIVEN)
    assert isinstance(article, Article)
    assert article.full == GIVEN.read_bytes().decode().rstrip("\n")
    assert article.published == "2022-01-19"
