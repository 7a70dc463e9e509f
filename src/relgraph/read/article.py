"""From the raw fields of a record to an article: the one place where fields are checked."""

import hashlib
import re
from dataclasses import replace

from relgraph.errors import InputError, UsageError
from relgraph.model import Article
from relgraph.read.published import parse_published
from relgraph.read.record import ReadOptions, Record

# What a record may hold; all else in it is ignored.
FIELDS = ("text", "title", "id", "published", "source", "url", "language", "home")
_ID_LENGTH = 16
_COUNTRY = re.compile("[A-Za-z]{2}")
_SURROGATE = re.compile("[\ud800-\udfff]")


def content_id(title: str, text: str) -> str:
    """The id of an article that brings none: 16 hexadecimal digits of the SHA-256 of its title, line break and text."""
    return hashlib.sha256(f"{title}\n{text}".encode()).hexdigest()[:_ID_LENGTH]


def check_options(options: ReadOptions) -> ReadOptions:
    """The options with date and country in their normal form. UsageError where one makes no sense."""
    try:
        published = options.published and parse_published(options.published)
        home = options.home and _country(options.home)
    except ValueError as e:
        raise UsageError(str(e)) from e
    return replace(options, published=published or None, home=home or None)


def to_article(record: Record, options: ReadOptions) -> Article:
    """The article of a record, its gaps filled from the options, then from what is surmised. InputError if it is none."""
    try:
        return _article(record, options)
    except ValueError as e:
        raise InputError(record.where, str(e)) from e


def _article(record: Record, options: ReadOptions) -> Article:
    given = {name: _string(record, name) for name in FIELDS}
    text, title = given["text"], given["title"] or ""
    if text is None:
        raise ValueError("no text" if record.fields.get("text") is None else "the text is empty")
    published, home = given["published"], given["home"]
    return Article(
        id=given["id"] or content_id(title, text),
        title=title,
        text=text,
        published=parse_published(published) if published else options.published or record.fallback.get("published"),
        source=given["source"] or options.source,
        url=given["url"],
        language=given["language"] or options.language,
        home=_country(home) if home else options.home,
    )


def _string(record: Record, name: str) -> str | None:
    """A field as it is given, None where it is absent, null or blank."""
    value = record.fields.get(name)
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError(f"{name} is {type(value).__name__}, not a string")  # noqa: TRY004  the fault is the input's
    if _SURROGATE.search(value):
        raise ValueError(f"{name} has half a surrogate pair, which is no character")
    return value if value.strip() else None


def _country(code: str) -> str:
    code = code.strip()
    if not _COUNTRY.fullmatch(code):
        raise ValueError(f"home is {code!r}; give a country's two-letter code such as IR")
    return code.upper()
