"""What passes between the formats and the articles: raw records, and refusals that name their place."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What to assume where an input says nothing: a date (ISO or Jalali), a source, a country (ISO2), a language."""

    published: str | None = None
    source: str | None = None
    home: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Refused:
    """An input that didn't become an article. `where` is a file, or file:line, as the user would name it."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class Record:
    """The fields of one article as its file gives them, unchecked; `fallback` holds what is only surmised."""

    where: str
    fields: Mapping[str, object]
    fallback: Mapping[str, str] = MappingProxyType({})
