"""Identity: content hashes for statements, and a reversible way from any id to a readable IRI and back."""

import json
import re
from hashlib import sha256
from string import ascii_letters, digits
from urllib.parse import quote, unquote

# Nearly every id; the slow way leaves it as it is, too.
_SAFE = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9._~-]*")
_PLAIN = frozenset(ascii_letters + digits + "-._~")
# Where RFC 3987 allows letters beyond ASCII, as far as names need it (no private use, no specials).
_IRI_RANGES = ((0xA0, 0xD7FF), (0xF900, 0xFDCF), (0xFDF0, 0xFFEF), (0x10000, 0x1FFFD), (0x20000, 0x2FFFD))


def digest(*content: object) -> str:
    """The first 12 hex digits of the sha256 of `content`, which is whatever JSON can hold."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def quote_id(identifier: str) -> str:
    """The id as one path segment of an IRI: letters of any script stay, all else is percent-encoded."""
    if _SAFE.fullmatch(identifier):
        return identifier
    if identifier.strip(".") == "":
        return identifier.replace(".", "%2E")
    return "".join(char if _is_plain(char) else quote(char, safe="", errors="surrogatepass") for char in identifier)


def unquote_id(segment: str) -> str:
    """The id that `quote_id` was given."""
    return unquote(segment, errors="surrogatepass")


def _is_plain(char: str) -> bool:
    if char in _PLAIN:
        return True
    return char.isalnum() and any(low <= ord(char) <= high for low, high in _IRI_RANGES)
