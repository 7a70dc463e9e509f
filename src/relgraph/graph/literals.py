"""RDF literals that every export and every store can hold and gives back unchanged."""

import re
from decimal import Decimal
from math import isfinite

from pyoxigraph import Literal

from relgraph.graph.periods import period
from relgraph.graph.terms import XSD_ANY_URI, XSD_BOOLEAN, XSD_DATE, XSD_DECIMAL, XSD_INTEGER, XSD_MONTH, XSD_YEAR

# What XML 1.0 forbids: it would make the Turtle legal but the GraphML, the page or a query's result unreadable.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE | re.ASCII)

TRUE = Literal("true", datatype=XSD_BOOLEAN)


def clean(text: str) -> str:
    """The text with U+FFFD for each character that XML forbids; as long as before, so that offsets stay."""
    return _FORBIDDEN.sub("\ufffd", text)


def string(text: str) -> Literal:
    """A string without language."""
    return Literal(clean(text))


def in_language(text: str, language: str | None) -> Literal:
    """A string in a language: Persian when that isn't known, "und" when the tag isn't one."""
    tag = language or "fa"
    return Literal(clean(text), language=tag if _LANGUAGE.fullmatch(tag) else "und")


def integer(value: int) -> Literal:
    """An integer; derived types such as nonNegativeInteger don't survive a store."""
    return Literal(str(value), datatype=XSD_INTEGER)


def decimal(value: float) -> Literal:
    """The shortest decimal that reads back as the same float, in canonical form ("0.9", never "0.90"); finite only."""
    if not isfinite(value):
        raise ValueError(f"{value} can't be written as a decimal")
    text = format(Decimal(repr(value)), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return Literal("0" if text == "-0" else text, datatype=XSD_DECIMAL)


def date(value: str) -> Literal:
    """An ISO date, typed by its precision."""
    types = {"day": XSD_DATE, "month": XSD_MONTH, "year": XSD_YEAR}
    return Literal(value, datatype=types[period(value).precision])


def uri(value: str) -> Literal:
    """An address as written, which may be no valid IRI."""
    return Literal(clean(value), datatype=XSD_ANY_URI)
