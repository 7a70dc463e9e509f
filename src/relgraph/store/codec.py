"""Extractions as bytes and back, whole: every field of every value, which the exchange format doesn't have.

The form is our own and not stable; what another version wrote is made anew from its article (see `fingerprint`).
"""

import json
import zlib
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from relgraph.model import Article, Extraction


def encode_article(article: Article) -> str:
    """An article as JSON with the names of its fields, which another version can read."""
    return json.dumps({each.name: getattr(article, each.name) for each in fields(article)}, sort_keys=True)


def decode_article(text: str) -> Article:
    """The article that `encode_article` was given."""
    return Article(**json.loads(text))


def encode(extraction: Extraction) -> bytes:
    """What an article says, without the article."""
    rest = [getattr(extraction, name) for name, _ in _parts(Extraction) if name != "article"]
    return zlib.compress(json.dumps(_plain(rest), separators=(",", ":")).encode(), 1)


def decode(article: Article, data: bytes) -> Extraction:
    """The extraction that `encode` was given."""
    kinds = [kind for name, kind in _parts(Extraction) if name != "article"]
    values = json.loads(zlib.decompress(data))
    return Extraction(article, *(_typed(kind, value) for kind, value in zip(kinds, values, strict=True)))


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return [_plain(getattr(value, name)) for name, _ in _parts(type(value))]
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value


def _typed(kind: Any, value: Any) -> Any:
    if is_dataclass(kind):
        assert isinstance(kind, type)
        if value is None:
            return None
        return kind(*(_typed(part, each) for (_, part), each in zip(_parts(kind), value, strict=True)))
    if get_origin(kind) is tuple:
        part = get_args(kind)[0]
        return tuple(_typed(part, each) for each in value)
    return value


@cache
def _parts(kind: Any) -> tuple[tuple[str, Any], ...]:
    """Name and type of each field, in order."""
    hints = get_type_hints(kind)
    return tuple((each.name, hints[each.name]) for each in fields(kind))
