"""What is worked out from data files, kept on disk so that it is worked out once: a cache that nothing depends on.

Each value lies in a file of the user's cache folder whose name holds a digest of everything that it was made from, the
code that makes it included: it is never stale, only unused. A file that is missing, damaged or unwritable costs time and
nothing else. The values are pickled, but what is read back may hold plain values and relgraph's own dataclasses only, so
that a file which somebody else wrote there can run no code.
"""

import io
import os
import pickle
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import fields, is_dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

_MAGIC = b"relgraph derived value 1\n"
_DIGEST = 32
# How many versions of one value stay: those of a few sets of seed tables.
_KEPT = 4


def cache_folder() -> Path:
    """Where derived values lie: a folder of relgraph's own among the user's caches (on Linux $XDG_CACHE_HOME/relgraph)."""
    return user_cache_path("relgraph", appauthor=False)


def derived[T](name: str, sources: Iterable[Path], make: Callable[[], T]) -> T:
    """The value that `make` works out from the content of `sources`, read from the cache where an earlier run left it.

    The value is made of plain values and of relgraph's dataclasses. What `make` raises is raised; no cache file ever is.
    """
    path = cache_folder() / f"{name}-{_key(sources)}.bin"
    found: tuple[T] | None = _read(path)
    if found:
        return found[0]
    value = make()
    _write(path, name, value)
    return value


def _key(sources: Iterable[Path]) -> str:
    """A digest of names and contents, and of the Python that wrote the value."""
    digest = sha256(repr(sys.version_info).encode())
    for path in sources:
        try:
            content = path.read_bytes()
        except OSError:
            content = b""  # `make` will say what is wrong with it
        digest.update(f"{path.name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:24]


def _read(path: Path) -> tuple[Any] | None:
    """The value of a file, in a tuple; None if there is none, or a damaged one."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    head, payload = content[: len(_MAGIC) + _DIGEST], content[len(_MAGIC) + _DIGEST :]
    if head != _MAGIC + sha256(payload).digest():
        return None
    try:
        return (_Unpickler(io.BytesIO(payload)).load(),)
    except Exception:  # noqa: BLE001  whatever is wrong with a cache file, the value is made anew
        return None


class _Pickler(pickle.Pickler):
    """Writes a dataclass as a call with its fields, which is read back several times faster than its state."""

    def reducer_override(self, obj: Any) -> Any:
        """How a dataclass is made again; everything else as pickle does it."""
        if is_dataclass(obj) and not isinstance(obj, type):
            return type(obj), tuple(getattr(obj, f.name) for f in fields(obj))
        return NotImplemented


class _Unpickler(pickle.Unpickler):
    """Reads plain values and relgraph's dataclasses, which do nothing when they are made."""

    def find_class(self, module: str, name: str) -> Any:
        """A dataclass of relgraph by its name, and nothing else."""
        if module.partition(".")[0] == "relgraph" and module in sys.modules:
            found = getattr(sys.modules[module], name, None)
            if isinstance(found, type) and is_dataclass(found) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} has no place in a cache")


def _write(path: Path, name: str, value: object) -> None:
    """Leaves a value for the next run, whole or not at all; a folder that can't be written is left alone."""
    pickled = io.BytesIO()
    _Pickler(pickled, protocol=5).dump(value)
    payload = pickled.getvalue()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, part = tempfile.mkstemp(dir=path.parent, prefix=f"{name}-", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(_MAGIC + sha256(payload).digest() + payload)
            Path(part).replace(path)
        finally:
            Path(part).unlink(missing_ok=True)
        _forget(path, name)


def _forget(path: Path, name: str) -> None:
    """Removes the oldest values of the same name when there are many."""
    others = [p for p in path.parent.glob(f"{name}-*.bin") if p != path]
    for old in sorted(others, key=lambda p: p.stat().st_mtime, reverse=True)[_KEPT - 1 :]:
        old.unlink(missing_ok=True)
