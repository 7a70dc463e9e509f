"""The common words of Persian, from hazm's lexicon: a word that is common is no name."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from relgraph.derived import derived
from relgraph.lang.data import read_toml
from relgraph.resources import LANG
from relgraph.text import fold
from relgraph.text.fold import squeeze

# hazm's counts are of a web corpus. Below this, its entries are mostly surnames and inflected rarities.
_COMMON = 20_000
# Below this an entry has hardly been seen at all.
_KNOWN = 500


@cache
def common_words() -> frozenset[str]:
    """The folded spellings of common words, read once a process."""
    return _words()[0]


@cache
def known_words() -> frozenset[str]:
    """The folded spellings of all words that hazm's corpus has seen more than now and then."""
    return _words()[1]


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    lexicon = _lexicon()
    common, known = derived("lexicon", [lexicon, Path(__file__), Path(fold.__file__)], lambda: _read(lexicon))
    ordinary = _ordinary(LANG / "fa" / "ordinary.toml")
    return ordinary.union(common.split("\n")), ordinary.union(known.split("\n"))


def _ordinary(path: Path) -> frozenset[str]:
    """The words that a person added to the lexicon, folded."""
    return frozenset(squeeze(word) for group in read_toml(path).values() for word in group.split())


def _lexicon() -> Path:
    """Hazm's list of words, found without importing hazm, which takes half a second."""
    spec = find_spec("hazm")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "data" / "words.dat"


def _read(path: Path) -> tuple[str, str]:
    """The common and the known words, folded, each as one text of a line a word: what loads fastest."""
    known: dict[str, int] = {}
    for line in path.read_text("utf-8").splitlines():
        word, count, _ = line.split("\t")
        if int(count) >= _KNOWN:
            known[squeeze(word)] = int(count)
    common = sorted(word for word, count in known.items() if count >= _COMMON)
    return "\n".join(common), "\n".join(sorted(known))
