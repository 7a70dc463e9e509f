import pickle
from dataclasses import dataclass
from pathlib import Path

import pytest

from relgraph import derived as module
from relgraph.derived import cache_folder, derived
from relgraph.knowledge.seeds import Outlet


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """A cache of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return cache_folder()


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("a\n", "utf-8")
    return path


class Maker:
    """Makes a value and counts how often."""

    def __init__(self, value):
        self.value = value
        self.calls = 0

    def __call__(self):  # noqa: D102
        self.calls += 1
        return self.value


VALUE = {"names": (("ایران", 3), ("روسیه", 5)), "set": frozenset({"a", "b"}), "outlet": Outlet("irna", None)}


def test_a_value_is_made_once(cache, source):
    """What one run made the next one reads, equal in every part."""
    make = Maker(VALUE)
    assert derived("value", [source], make) == derived("value", [source], make) == VALUE
    assert make.calls == 1
    assert [p.name.partition("-")[0] for p in cache.iterdir()] == ["value"]


def test_a_changed_source_makes_it_anew(cache, source):
    """Another content of a source is another value, whatever the clock says."""
    make = Maker(1)
    derived("value", [source], make)
    source.write_text("b\n", "utf-8")
    derived("value", [source], make)
    assert make.calls == 2
    assert cache.is_dir()


@pytest.mark.parametrize("damage", [b"", b"nonsense", None], ids=["empty", "other", "cut"])
def test_a_damaged_file_is_made_anew(cache, source, damage):
    """An empty, foreign or cut file counts as none, and is replaced."""
    derived("value", [source], Maker(VALUE))
    (path,) = cache.iterdir()
    path.write_bytes(path.read_bytes()[:-3] if damage is None else damage)
    make = Maker(VALUE)
    assert derived("value", [source], make) == VALUE
    derived("value", [source], make)
    assert make.calls == 1


def test_an_unwritable_cache_costs_time_only(tmp_path, monkeypatch, source):
    """Where the cache can't be made, the value is made each time."""
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    make = Maker(VALUE)
    assert derived("value", [source], make) == derived("value", [source], make) == VALUE
    assert make.calls == 2


@dataclass(frozen=True)
class Stranger:
    """A dataclass that isn't relgraph's."""

    path: str


class Harm:
    """What runs a command when it is unpickled."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return Path.touch, (self.path,)


def test_a_cache_file_runs_no_code(cache, source, tmp_path):
    """A file with a right digest that names a function or a foreign class is not obeyed: the value is made anew."""
    derived("value", [source], Maker(VALUE))
    (path,) = cache.iterdir()
    for payload in (pickle.dumps(Harm(tmp_path / "harmed")), pickle.dumps(Stranger("x"))):
        path.write_bytes(module._MAGIC + module.sha256(payload).digest() + payload)
        make = Maker(VALUE)
        assert derived("value", [source], make) == VALUE
        assert make.calls == 1
    assert not (tmp_path / "harmed").exists()


def test_few_versions_of_a_value_stay(cache, source):
    """Old versions are removed, so that the cache doesn't grow with every edit."""
    for n in range(12):
        source.write_text(f"{n}\n", "utf-8")
        derived("value", [source], Maker(n))
    derived("other", [source], Maker(1))
    assert len(list(cache.glob("value-*"))) == module._KEPT
    assert derived("value", [source], Maker("again")) == 11


def test_what_making_raises_is_raised(cache, source):
    """A fault in the data is told, and leaves nothing behind."""

    def fail():
        raise ValueError("a fault")

    with pytest.raises(ValueError, match="a fault"):
        derived("value", [source], fail)
    assert not cache.exists()
