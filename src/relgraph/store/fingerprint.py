"""What an extraction is made with, in short: code, language, seed tables and libraries. Another one, another extraction."""

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import relgraph
from relgraph.knowledge.overlay import files_of
from relgraph.resources import LANG, SEEDS

_PACKAGE = Path(relgraph.__file__).parent
_ROOMS = ("extract", "knowledge", "lang", "text")
_FILES = ("model.py", "pipeline.py", "store/codec.py")
_LIBRARIES = ("hazm", "persiantools", "pyahocorasick")
_IGNORED = frozenset({".pyc", ".pyo"})


@cache
def fingerprint(own: tuple[Path, ...] = ()) -> str:
    """The hash of everything that decides what is read out of an article, with tables of one's own over the seeds."""
    parts = sha256()
    for name in _LIBRARIES:
        parts.update(f"{name} {version(name)}\n".encode())
    tables = SEEDS / "knowledge"
    for root, files in ((_PACKAGE, _code()), (LANG, _inside(LANG)), (tables, _inside(tables)), (SEEDS, _judgements())):
        for file in files:
            parts.update(f"{file.relative_to(root).as_posix()} {sha256(file.read_bytes()).hexdigest()}\n".encode())
    for file in files_of(own):
        parts.update(f"{file.name} {sha256(file.read_bytes()).hexdigest()}\n".encode())
    return parts.hexdigest()


def _judgements() -> list[Path]:
    return [path for path in (SEEDS / "judgements.csv",) if path.exists()]


def _code() -> list[Path]:
    return sorted([file for room in _ROOMS for file in _inside(_PACKAGE / room)] + [_PACKAGE / name for name in _FILES])


def _inside(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file() and file.suffix not in _IGNORED)
