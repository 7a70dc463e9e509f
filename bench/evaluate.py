"""The evaluation gate: scores the annotated articles and holds the figures to the floors in floors.json.

    python bench/evaluate.py            # exit 1 where a figure is below its floor, or the annotations changed
    python bench/evaluate.py --raise    # lifts the floors to what was measured now; never lowers one

A floor is lowered only by editing floors.json, so that the change is seen in review.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from corpus import SHARED, digest, extractions, gold_path, rows, scorer
from relgraph.knowledge.world import load_world

FLOORS = Path(__file__).parent / "floors.json"
SETS = ("seed", "dev")
Figures = dict[str, dict[str, float]]


def measure() -> Figures:
    """{set: {figure: value}}: precision and F1 of what is found, the share right of what is matched."""
    score, world = scorer(), load_world()
    out: Figures = {}
    for name in SETS:
        found = rows(name)
        figures, _ = score.score(found, extractions(found, world))
        out[name] = dict(_flat(figures))
    return out


def _flat(figures: dict[str, dict[str, Any]]) -> list[tuple[str, float]]:
    return [
        (f"{key} {part}", float(values[part]))
        for key, values in figures.items()
        for part in ("p", "f1", "share")
        if values.get(part) is not None
    ]


def hashes() -> dict[str, str]:
    """What the floors were measured on."""
    files = {name: gold_path(name) for name in SETS} | {"scorer": SHARED / "eval" / "score.py"}
    return {name: digest(path) for name, path in files.items()}


def shortfalls(measured: Figures, floors: Figures) -> list[str]:
    """One line for every figure below its floor."""
    return [
        f"{name}: {figure} is {measured[name].get(figure, 0.0):.3f}, its floor {floor:.3f}"
        for name, each in floors.items()
        for figure, floor in each.items()
        if measured[name].get(figure, 0.0) < floor
    ]


def raised(measured: Figures, floors: Figures) -> Figures:
    """The floors, each lifted to what was measured where that is higher."""
    return {
        name: {key: max(value, floors.get(name, {}).get(key, 0.0)) for key, value in sorted(each.items())}
        for name, each in measured.items()
    }


def show(measured: Figures, floors: Figures) -> None:
    """Prints every figure beside its floor."""
    for name, each in measured.items():
        print(f"{name}")
        for figure, value in each.items():
            print(f"  {figure:22} {value:.3f}   floor {floors.get(name, {}).get(figure, 0.0):.3f}")


def main() -> int:
    """Runs the gate; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to what was measured")
    arguments = parser.parse_args()
    if not gold_path("dev").exists():
        print(f"no annotated articles at {SHARED}: nothing is measured", file=sys.stderr)
        return 0
    kept = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {"measured_on": hashes(), "floors": {}}
    measured = measure()
    show(measured, kept["floors"])
    if kept["measured_on"] != hashes():
        print("the annotations or the scorer changed: measure anew and set floors.json by hand", file=sys.stderr)
        return 1
    short = shortfalls(measured, kept["floors"])
    print(*short, sep="\n", file=sys.stderr)
    if arguments.lift:
        kept["floors"] = raised(measured, kept["floors"])
        FLOORS.write_text(json.dumps(kept, indent=2, sort_keys=True) + "\n", "utf-8")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
