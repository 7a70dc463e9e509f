"""Where the data that ships with relgraph lies: in the wheel under `_data`, in a checkout at the top level."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def _data(name: str) -> Path:
    packed = _PACKAGE / "_data" / name
    return packed if packed.is_dir() else _PACKAGE.parents[1] / name


SEEDS = _data("seeds")
ONTOLOGY = _data("ontology")
LANG = _PACKAGE / "lang"
