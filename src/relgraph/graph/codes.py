"""What an event is called elsewhere: PLOVER, CAMEO, GDELT's quad classes, Goldstein's scale.

The table is `ontology/codes.csv`: one row for (type, mode, status), an empty mode standing for every mode that has no
row of its own. What isn't an event there (not done, only wished, only supposed) has no codes.
"""

import csv
from dataclasses import dataclass
from functools import cache

from relgraph.model import EventType, Status
from relgraph.resources import ONTOLOGY


@dataclass(frozen=True, slots=True)
class Codes:
    """`plover` is a type of PLOVER 2 with its quad class, `cameo` a code with its root, quads run from 1 to 4."""

    plover: str
    plover_quad: int
    cameo: str
    cameo_root: str
    gdelt_quad: int
    goldstein: float


def codes(event_type: EventType, mode: str | None, status: Status) -> Codes | None:
    """The codes of an event, or None where the other schemes have no such event."""
    table = _table()
    return table.get((event_type, mode or "", status)) or table.get((event_type, "", status))


@cache
def _table() -> dict[tuple[str, str, str], Codes]:
    with (ONTOLOGY / "codes.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return {(row["type"], row["mode"], row["status"]): _codes(row) for row in rows if row["plover"]}


def _codes(row: dict[str, str]) -> Codes:
    return Codes(
        plover=row["plover"],
        plover_quad=int(row["plover_quad"]),
        cameo=row["cameo"],
        cameo_root=row["cameo_root"],
        gdelt_quad=int(row["gdelt_quad"]),
        goldstein=float(row["goldstein"]),
    )
