"""Places for the many light nodes of a large graph: each on the free spot nearest to the middle of its neighbours."""

from collections.abc import Mapping, Sequence
from functools import cache

type Edge = tuple[int, int, float]
type Cell = tuple[int, int]
type Spot = tuple[int, int]

# The room of a node; a name finds less of it than in the core, where all are drawn at once.
_WIDTH, _HEIGHT = 84, 48
_REACH = 160  # rows to search; who finds no free spot within shares one


def settle(nodes: Sequence[int], edges: Sequence[Edge], placed: Mapping[int, Spot]) -> dict[int, Spot]:
    """Places for `nodes`, in their order, beside those that are `placed` already."""
    neighbours: dict[int, list[tuple[int, float]]] = {}
    for one, other, pull in edges:
        neighbours.setdefault(one, []).append((other, pull))
        neighbours.setdefault(other, []).append((one, pull))
    spots = dict(placed)
    taken = {_cell(x, y) for x, y in placed.values()}
    searched: dict[Cell, int] = {}
    for node in nodes:
        wanted = _cell(*_middle(node, neighbours, spots))
        column, row = _free(wanted, taken, searched)
        taken.add((column, row))
        # Every other row is set off by half, so that names of neighbours don't stand in one line.
        spots[node] = (column * _WIDTH + (row % 2) * _WIDTH // 2, row * _HEIGHT)
    return {node: spots[node] for node in nodes}


def _cell(x: float, y: float) -> Cell:
    row = round(y / _HEIGHT)
    return round((x - (row % 2) * _WIDTH // 2) / _WIDTH), row


def _middle(
    node: int, neighbours: Mapping[int, Sequence[tuple[int, float]]], spots: Mapping[int, Spot]
) -> tuple[float, float]:
    """The middle of the neighbours that have a place, each by its pull; the origin where none has."""
    x = y = total = 0.0
    for other, pull in neighbours.get(node, ()):
        if other in spots:
            x, y, total = x + spots[other][0] * pull, y + spots[other][1] * pull, total + pull
    return (x / total, y / total) if total else (0.0, 0.0)


def _free(wanted: Cell, taken: set[Cell], searched: dict[Cell, int]) -> Cell:
    """The nearest free cell. `searched` says how far the search around each cell has come: what was taken stays so."""
    around = _around()
    for place in range(searched.get(wanted, 0), len(around)):
        cell = (wanted[0] + around[place][0], wanted[1] + around[place][1])
        if cell not in taken:
            searched[wanted] = place + 1
            return cell
    searched[wanted] = len(around)
    return wanted


@cache
def _around() -> tuple[Cell, ...]:
    cells = [
        (dx, dy)
        for dx in range(-_REACH, _REACH + 1)
        for dy in range(-_REACH, _REACH + 1)
        if (dx * _WIDTH) ** 2 + (dy * _HEIGHT) ** 2 <= (_REACH * _HEIGHT) ** 2
    ]
    return tuple(sorted(cells, key=lambda cell: ((cell[0] * _WIDTH) ** 2 + (cell[1] * _HEIGHT) ** 2, cell)))
