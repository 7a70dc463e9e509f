"""HTTP as far as SPARQL needs it: one request, one reply, and faults in words."""

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urlsplit, urlunsplit
from urllib.request import Request as _Request
from urllib.request import urlopen

from relgraph import __version__
from relgraph.errors import InputError

_WORDS = 300
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def is_address(target: str | Path) -> bool:
    """Whether a target is the address of a server rather than a path."""
    return isinstance(target, str) and _ADDRESS.fullmatch(target) is not None


@dataclass(frozen=True, slots=True)
class Request:
    """`url` may carry `user:password@`; a file as `body` is streamed, its headers must tell its Content-Length."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes | IO[bytes] | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """`where` is the address without a password, `media_type` in small letters without parameters."""

    where: str
    media_type: str
    body: bytes


def send(request: Request, timeout: float | None = None) -> Reply:
    """The reply to a request; InputError if the server can't be reached or refuses it. `timeout` in seconds."""
    where, signed = _credentials(request.url)
    headers = {"User-Agent": f"relgraph/{__version__}", **signed, **request.headers}
    outgoing = _Request(where, data=request.body, headers=headers, method=request.method)  # noqa: S310 - http(s) only
    try:
        with urlopen(outgoing, timeout=timeout) as reply:  # noqa: S310 - as above
            return Reply(where, reply.headers.get_content_type(), reply.read())
    except HTTPError as error:
        words = " ".join(error.read().decode(errors="replace").split())[:_WORDS]
        raise InputError(where, f"the server answers {error.code} {error.reason}: {words}".rstrip(": ")) from error
    except (URLError, HTTPException, OSError) as error:
        reason = error.reason if isinstance(error, URLError) else error
        raise InputError(where, f"no answer: {reason}") from error


def _credentials(url: str) -> tuple[str, dict[str, str]]:
    """The address without user and password, and the header that says them."""
    parts = urlsplit(url)
    user, sign, host = parts.netloc.rpartition("@")
    where = urlunsplit(parts._replace(netloc=host))
    if not sign:
        return where, {}
    token = base64.b64encode(unquote(user).encode()).decode()
    return where, {"Authorization": f"Basic {token}"}
