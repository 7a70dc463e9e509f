"""Saved web pages: the article's title, text and metadata without what surrounds them. Nothing is fetched."""

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO

from relgraph.read.decode import decode
from relgraph.read.published import date_in_name
from relgraph.read.record import Record, Refused

# Without an upper bound the extractor takes the day of the run; a page must read the same on every day.
_DATE_BOUNDS = {"original_date": True, "extensive_search": False, "min_date": "1995-01-01", "max_date": "2099-12-31"}
# The extractor deletes what can't be seen, but Persian spells with the half-space: each such character goes through it
# as a letter of a script that no news uses.
_INVISIBLE = "\u200c\u200d\u200e\u200f\u00ad"
_STAND_INS = "\U00010428\U00010429\U0001042a\U0001042b\U0001042c"
_HIDE = str.maketrans(_INVISIBLE, _STAND_INS)
_SHOW = str.maketrans(_STAND_INS, _INVISIBLE)
_HALF_SPACE_ENTITY = re.compile("&(?:zwnj|#8204|#x200c);", re.IGNORECASE)


def read_page(where: str, stream: BinaryIO) -> Iterator[Record | Refused]:
    """The one article of an HTML file."""
    try:
        html = decode(stream.read())
    except ValueError as e:
        yield Refused(where, str(e))
        return
    yield page_record(where, html)


def page_record(where: str, html: str) -> Record | Refused:
    """The fields of the article in a page, refused where no article text is found in it."""
    from trafilatura import bare_extraction  # noqa: PLC0415  a quarter of a second that only pages need

    page = bare_extraction(
        _HALF_SPACE_ENTITY.sub("\u200c", html).translate(_HIDE),
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params=_DATE_BOUNDS,
    )
    if page is None or isinstance(page, dict) or not page.text:
        return Refused(where, "no article text found in the page")
    fields = {
        "title": page.title,
        "text": page.text,
        "published": page.date,
        "source": page.sitename,
        "url": page.url,
        "language": page.language,
    }
    found = date_in_name(PurePath(where).stem)
    shown = {name: value.translate(_SHOW) for name, value in fields.items() if isinstance(value, str)}
    return Record(where, shown, {"published": found} if found else {})
