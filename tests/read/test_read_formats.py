import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.model import Article
from relgraph.read import ReadOptions, Refused, read_inputs
from relgraph.read.decode import decode
from relgraph.read.json_files import read_lines
from relgraph.read.record import Record

NOTHING = ReadOptions()
TITLE = "گفت‌وگوی وزیران خارجه دو کشور"
BODY = "وزیر خارجه روز شنبه وارد پایتخت شد.\nاو با همتای خود دیدار کرد."
# All that UTF-8 can hold and that isn't blank: what is blank counts as absent.
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda s: s.strip())


def read(path: Path | str, options: ReadOptions = NOTHING) -> list[Article | Refused]:
    return list(read_inputs([str(path)], options))


def read_one(path: Path, options: ReadOptions = NOTHING) -> Article:
    (article,) = read(path, options)
    assert isinstance(article, Article), article
    return article


def refusals(path: Path) -> list[Refused]:
    return [item for item in read(path) if isinstance(item, Refused)]


def file(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


# ---- text


def test_text_file_is_title_then_body(tmp_path):
    """The first line is the title, and title, line break and text are the file without its last line end."""
    article = read_one(file(tmp_path, "a.txt", f"{TITLE}\n{BODY}\n"))
    assert (article.title, article.text) == (TITLE, BODY)
    assert article.full == f"{TITLE}\n{BODY}"


def test_single_line_is_text_without_title(tmp_path):
    """A file of one line has no title."""
    article = read_one(file(tmp_path, "a.txt", "وزیر خارجه وارد پایتخت شد.\n"))
    assert (article.title, article.text) == ("", "وزیر خارجه وارد پایتخت شد.")


def test_byte_order_mark_goes_and_line_ends_stay(tmp_path):
    """A byte order mark is no character of the text, and the body keeps the line ends of the file."""
    article = read_one(file(tmp_path, "a.txt", f"\ufeff{TITLE}\r\nیک\r\nدو\r\n"))
    assert (article.title, article.text) == (TITLE, "یک\r\nدو")


def test_characters_are_not_normalised(tmp_path):
    """Arabic letters, digits of all scripts, half-spaces and control characters come through as they are."""
    body = "كيك ي ۱٢3 می‌شود\u200f\x00\tة"
    assert read_one(file(tmp_path, "a.txt", f"{TITLE}\n{body}")).text == body


def test_front_matter_gives_the_fields(tmp_path):
    """Between --- lines stand the fields of the article, a title among them; the rest is the text."""
    front = f'---\ntitle: "{TITLE}"\npublished: ۱۴۰۰/۱۰/۲۹\nsource: میزان\nhome: ir\nweather: fine\n---\n'
    article = read_one(file(tmp_path, "a.md", front + BODY))
    assert (article.title, article.text) == (TITLE, BODY)
    assert (article.published, article.source, article.home) == ("2022-01-19", "میزان", "IR")


def test_front_matter_without_title_leaves_it_to_the_first_line(tmp_path):
    """Front matter that has no title is followed by one."""
    article = read_one(file(tmp_path, "a.txt", f"---\nsource: میزان\n---\n\n{TITLE}\n{BODY}"))
    assert (article.title, article.text, article.source) == (TITLE, BODY, "میزان")


def test_dashes_that_are_no_front_matter_are_text(tmp_path):
    """A block between dashes that isn't made of keys and values belongs to the text."""
    content = f"---\nبیانیه مشترک\n---\n{BODY}"
    assert read_one(file(tmp_path, "a.txt", content)).full == content


def test_windows_1256_is_read_where_it_gives_persian(tmp_path):
    """A file in the old Windows encoding is read if it decodes to Persian."""
    assert read_one(file(tmp_path, "a.txt", "وزير خارجه وارد تهران شد".encode("windows-1256"))).text.startswith("وزير")


@pytest.mark.parametrize(
    "data",
    ["Un été à la mer où l'on dîne".encode("latin-1"), ("دیدار رئیس‌جمهور با وزیر خارجه " * 5).encode()[:-2] + b"\xff", b"\xff\xfe\x00\x01"],
)  # fmt: skip
def test_other_bytes_are_refused(data):
    """French in Latin-1, damaged UTF-8 and binary data are refused rather than garbled."""
    with pytest.raises(ValueError, match="UTF-8"):
        decode(data)


# ---- json


@given(title=texts, text=texts)
def test_json_line_keeps_title_and_text_exactly(title, text):
    """Whatever a title and a text hold comes out of a JSON line unchanged, escaped or not."""
    for ascii_only in (True, False):
        line = json.dumps({"title": title, "text": text}, ensure_ascii=ascii_only).encode()
        (record,) = read_lines("x.jsonl", [line])
        assert isinstance(record, Record)
        assert record.fields == {"title": title, "text": text}


good_lines = st.builds(lambda n: json.dumps({"text": f"خبر {n}"}), st.integers(0, 10**9))
bad_lines = st.sampled_from(
    ['{"text": ', "[1]", "null", '{"title": "بی‌متن"}', '{"text": 5}', '{"text": " "}', '{"text": "\\ud800"}',
     '{"text": "x", "published": "yesterday"}', '{"text": "x", "published": 17}', '{"text": "x", "home": "Iran"}']
)  # fmt: skip


@given(lines=st.lists(st.tuples(st.booleans(), good_lines, bad_lines), max_size=12))
def test_every_bad_line_is_named_and_the_others_survive(lines, tmp_path_factory):
    """Each bad line is refused under its number, and each good one becomes an article, unless it was there before."""
    chosen = [good if is_good else bad for is_good, good, bad in lines]
    path = file(tmp_path_factory.mktemp("lines"), "news.jsonl", "\n".join(chosen))
    seen: set[str] = set()
    expected = []
    for number, (is_good, good, _) in enumerate(lines, 1):
        if not is_good or good in seen:
            expected.append(f"{path}:{number}")
        seen.add(good if is_good else "")
    items = read(path)
    assert [item.where for item in items if isinstance(item, Refused)] == expected
    assert len(items) == len(chosen)


@pytest.mark.parametrize(
    "line, reason",
    [
        ('{"text": }', "bad JSON at column 10"),
        ('{"title": "x"}', "no text"),
        ('{"text": null}', "no text"),
        ('{"text": "  "}', "the text is empty"),
        ('{"text": 5}', "text is int, not a string"),
        ('{"text": "a\\ud800"}', "half a surrogate pair"),
        ('{"text": "x", "published": "1400-13-01"}', "doesn't exist"),
        ('{"text": "x", "published": "soon"}', "give a date such as"),
        ('{"text": "x", "home": "Iran"}', "two-letter code"),
        ("[]", "list where an object"),
    ],
)
def test_reason_says_what_is_wrong(tmp_path, line, reason):
    """The reason of a refusal names the field or the column at fault."""
    (refused,) = refusals(file(tmp_path, "a.jsonl", line))
    assert reason in refused.reason


def test_unknown_keys_and_nulls_are_ignored(tmp_path):
    """A null and the empty string are absent, and keys that mean nothing here do no harm."""
    article = read_one(file(tmp_path, "a.jsonl", '{"text": "x", "title": null, "source": "", "likes": [1], "id": 7}'))
    assert (article.title, article.source, article.id) == ("", None, "7")


def test_separators_inside_a_line_do_not_break_it(tmp_path):
    """Only the line feed ends a JSON line; other separators of Unicode belong to the text."""
    text = "یک\u2028دو\x85سه"
    assert read_one(file(tmp_path, "a.jsonl", json.dumps({"text": text}, ensure_ascii=False))).text == text


def test_document_holds_an_object_or_an_array(tmp_path):
    """A .json file holds one article or many."""
    assert read_one(file(tmp_path, "one.json", '\n{"text": "x"}')).text == "x"
    items = read(file(tmp_path, "many.json", '[{"text": "x"}, 5, {"text": "y"}]'))
    assert [isinstance(item, Refused) for item in items] == [False, True, False]


def test_lines_in_a_document_get_advice(tmp_path):
    """A .json file that holds one article a line is refused with the name that it should have."""
    (refused,) = refusals(file(tmp_path, "a.json", '{"text": "x"}\n{"text": "y"}\n'))
    assert "call the file .jsonl" in refused.reason
    assert refused.where.endswith("a.json:2")


# ---- tables


@pytest.mark.parametrize("suffix, mark", [("csv", ","), ("tsv", "\t")])
def test_table_rows_are_articles(tmp_path, suffix, mark):
    """A row gives the fields that its header names, line breaks in quotes and unknown columns included."""
    content = (
        mark.join(("id", "text", "color", "title")) + "\r\n" + mark.join(("a1", '"یک\r\nدو"', "red", TITLE)) + "\r\n"
    )
    article = read_one(file(tmp_path, f"a.{suffix}", content))
    assert (article.id, article.title, article.text) == ("a1", TITLE, "یک\r\nدو")


def test_long_fields_are_no_error(tmp_path):
    """An article may be longer than the csv module's own limit."""
    text = "خبر " * 60_000
    assert read_one(file(tmp_path, "a.csv", f"text\n{text}\n")).text == text


def test_bad_rows_are_named_by_line(tmp_path):
    """A row without text is refused under the line that it begins on, also behind rows of several lines."""
    path = file(tmp_path, "a.csv", 'id,text\n1,"الف\nب"\n2,\n\n3,پ\n4,"ت" ث\n5,ج\n')
    items = read(path)
    assert [item.where for item in items if isinstance(item, Refused)] == [f"{path}:4", f"{path}:7"]
    assert [item.id for item in items if isinstance(item, Article)] == ["1", "3", "5"]


def test_table_without_text_column_is_refused(tmp_path):
    """A table needs a column named text, and the refusal shows what columns there are."""
    (refused,) = refusals(file(tmp_path, "a.csv", "id,body\n1,x\n"))
    assert "id, body" in refused.reason


def test_table_in_windows_1256(tmp_path):
    """A table in the old Windows encoding is read too."""
    content = "title,text\nسفر وزير,وزير خارجه وارد تهران شد\n".encode("windows-1256")
    assert read_one(file(tmp_path, "a.csv", content)).title == "سفر وزير"


# ---- pages

PARAGRAPH = "وزیر خارجه این کشور روز شنبه در دیدار با همتای خود بر گسترش همکاری‌های دو کشور تأکید کرد و گفت که گفت‌وگوها ادامه دارد."
PAGE = f"""<!DOCTYPE html><html lang="fa"><head><meta charset="utf-8"><title>{TITLE}</title>
<link rel="canonical" href="https://news.example/fa/1">
<meta property="og:site_name" content="خبرگزاری نمونه"><meta property="article:published_time" content="2022-01-19T10:00:00+03:30">
</head><body><nav><a href="/">خانه</a> <a href="/p">سیاست</a></nav><article><h1>{TITLE}</h1>
<p>{PARAGRAPH}</p><p>می&zwnj;گویند {PARAGRAPH}</p><p>{PARAGRAPH} پایان.</p></article><footer>همه حقوق محفوظ است</footer></body></html>"""


def test_page_gives_title_text_and_metadata(tmp_path):
    """A saved page becomes an article with its date, site and address, without menus; half-spaces stay."""
    article = read_one(file(tmp_path, "a.html", PAGE))
    assert (article.title, article.published, article.source) == (TITLE, "2022-01-19", "خبرگزاری نمونه")
    assert article.url == "https://news.example/fa/1"
    assert PARAGRAPH in article.text
    assert "می‌گویند" in article.text
    assert "خانه" not in article.text


def test_page_without_article_is_refused(tmp_path):
    """A page in which no text is found is refused."""
    (refused,) = refusals(file(tmp_path, "a.htm", "<html><body></body></html>"))
    assert "no article text" in refused.reason
