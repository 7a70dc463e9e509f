"""Where the nodes stand: a force layout that gives the same places on every machine.

Forces as of Fruchterman and Reingold, with heavier nodes pushing harder so that hubs get room. Only +, -, *, / and
square roots are used: these round alike everywhere, whereas the sines and vectorised sums of numeric libraries differ
in the last bit from one processor to the next, and a layout is chaotic enough to turn a last bit into another picture.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import ceil, floor, sqrt

from relgraph.export.page.settle import settle

type Points = list[list[float]]
type Edge = tuple[int, int, float]
type Cell = tuple[int, int]

SPACING = 150.0  # the wanted length of a line between two light nodes, in the page's units at zoom 1
_STEPS = 120
# So many of the heaviest nodes are set by forces, as if alone: the page opens on them. The others are set around them.
CORE = 400
# Pull to the middle: nodes that nothing else moved would fill a disc of 0.9 SPACING times the root of their number.
_GRAVITY = 1.25
_EXACT_BELOW = 60  # so few nodes repel each other one by one; more of them, cell by cell beyond their neighbourhood
# One turn of the golden angle, cos and sin: points set so form an even spiral.
_TURN = (-0.7373688780783197, 0.6754902942615238)
_TIES = 2  # edges that a node is sure to be set by
_WIDEN = 1.4  # screens are wider than high
# The room that a node with its label below takes, and how often overlaps are pushed apart.
_ROOM = (120.0, 62.0)
_PUSHES = 60


def layout(weights: Sequence[int], edges: Sequence[Edge]) -> list[tuple[int, int]]:
    """Whole x and y for each node.

    `weights[i]` orders the nodes from the middle outwards; an edge is two node numbers and how strongly it pulls.
    """
    linked = {end for one, other, _ in edges for end in (one, other)}
    order = sorted(range(len(weights)), key=lambda node: (-weights[node], node))
    inner = [node for node in order if node in linked]
    points = _core(inner[:CORE], edges)
    placed = {node: _whole(point) for node, point in zip(inner, points, strict=False)}
    placed.update(settle(inner[CORE:], edges, placed))
    loose = [node for node in order if node not in placed]
    placed.update(zip(loose, _rows(len(loose), list(placed.values())), strict=True))
    return [placed[node] for node in range(len(weights))]


def _core(nodes: Sequence[int], edges: Sequence[Edge]) -> Points:
    place = {node: number for number, node in enumerate(nodes)}
    inner = [(place[one], place[other], pull) for one, other, pull in edges if one in place and other in place]
    inner = _strongest(inner)
    points = _spiral(len(nodes))
    _relax(points, _masses(len(nodes), inner), inner)
    _gather(points)
    for point in points:
        point[0] *= _WIDEN
    _push_apart(points)
    return points


def _strongest(edges: Sequence[Edge]) -> list[Edge]:
    """The edges that are among the strongest of one of their ends: all of them would draw everything to one heap."""
    found: dict[int, int] = {}
    kept = []
    for one, other, pull in sorted(edges, key=lambda edge: (-edge[2], edge[0] + edge[1], edge)):
        if min(found.get(one, 0), found.get(other, 0)) < _TIES:
            kept.append((one, other, pull))
            found[one], found[other] = found.get(one, 0) + 1, found.get(other, 0) + 1
    return kept


def _gather(points: Points) -> None:
    """Brings what strayed from the others to their rim: the picture is as wide as its farthest node."""
    lengths = sorted(sqrt(x * x + y * y) for x, y in points)
    rim = 1.15 * lengths[len(lengths) * 9 // 10] if lengths else 0.0
    for point in points:
        length = sqrt(point[0] * point[0] + point[1] * point[1])
        if length > rim > 0.0:
            point[0], point[1] = point[0] * rim / length, point[1] * rim / length


def _whole(point: Sequence[float]) -> tuple[int, int]:
    return round(point[0]), round(point[1])


def _spiral(count: int) -> Points:
    points: Points = []
    x, y = 1.0, 0.0
    for number in range(count):
        radius = SPACING * 0.6 * sqrt(number)
        points.append([radius * x, radius * y])
        x, y = x * _TURN[0] - y * _TURN[1], x * _TURN[1] + y * _TURN[0]
    return points


def _masses(count: int, edges: Sequence[Edge]) -> list[float]:
    degrees = [0] * count
    for one, other, _ in edges:
        degrees[one] += 1
        degrees[other] += 1
    return [sqrt(1.0 + degree) for degree in degrees]


def _relax(points: Points, masses: Sequence[float], edges: Sequence[Edge]) -> None:
    """Moves the points by the forces, each step by less."""
    count = len(points)
    reach = SPACING * 0.5 * (1.0 + sqrt(count))
    gravity = _GRAVITY * sum(masses) / max(1, count)
    for step in range(_STEPS):
        forces = [[-gravity * mass * x, -gravity * mass * y] for mass, (x, y) in zip(masses, points, strict=True)]
        _attract(points, edges, forces)
        _repel(points, masses, forces)
        cap = reach * (1.0 - step / _STEPS) * 0.25 + 1.0
        for point, (dx, dy) in zip(points, forces, strict=True):
            shrink = cap / max(cap, sqrt(dx * dx + dy * dy))
            point[0] += dx * shrink
            point[1] += dy * shrink


def _attract(points: Points, edges: Sequence[Edge], forces: Points) -> None:
    for one, other, pull in edges:
        dx = points[other][0] - points[one][0]
        dy = points[other][1] - points[one][1]
        strength = pull * sqrt(dx * dx + dy * dy) / SPACING
        forces[one][0] += dx * strength
        forces[one][1] += dy * strength
        forces[other][0] -= dx * strength
        forces[other][1] -= dy * strength


def _repel(points: Points, masses: Sequence[float], forces: Points) -> None:
    """All pairs repel each other: near ones one by one, far ones as the cells that they stand in."""
    cells = _cells(points, _cell_size(points))
    centres = {cell: _centre(points, masses, members) for cell, members in cells.items()}
    for cell, members in cells.items():
        for near in _around(cell):
            if near < cell or near not in cells:
                continue
            for one in members:
                for other in cells[near]:
                    if near != cell or one < other:
                        _repel_pair(points, masses, forces, one, other)
        push_x, push_y = _far_field(cell, centres)
        for one in members:
            forces[one][0] += push_x * masses[one]
            forces[one][1] += push_y * masses[one]


def _repel_pair(points: Points, masses: Sequence[float], forces: Points, one: int, other: int) -> None:
    dx = points[one][0] - points[other][0]
    dy = points[one][1] - points[other][1]
    strength = SPACING * SPACING * masses[one] * masses[other] / (dx * dx + dy * dy + 1.0)
    dx, dy = dx * strength, dy * strength
    forces[one][0] += dx
    forces[one][1] += dy
    forces[other][0] -= dx
    forces[other][1] -= dy


def _far_field(cell: Cell, centres: Mapping[Cell, tuple[float, float, float]]) -> tuple[float, float]:
    """The push on a unit mass at the centre of `cell` from all cells that don't touch it."""
    x, y, _ = centres[cell]
    push_x = push_y = 0.0
    for other, (other_x, other_y, mass) in centres.items():
        if abs(other[0] - cell[0]) > 1 or abs(other[1] - cell[1]) > 1:
            dx, dy = x - other_x, y - other_y
            strength = SPACING * SPACING * mass / (dx * dx + dy * dy)
            push_x += dx * strength
            push_y += dy * strength
    return push_x, push_y


def _cell_size(points: Points) -> float:
    """Large enough that about as many cells are far as nodes are near; one cell for all when they are few."""
    width = max(max(abs(x), abs(y)) for x, y in points) * 2.0 if points else 0.0
    if len(points) < _EXACT_BELOW:
        return width + 1.0
    return width / ceil(1.2 * sqrt(sqrt(len(points)) * 4.0)) + 1.0


def _cells(points: Points, size: float) -> dict[Cell, list[int]]:
    cells: dict[Cell, list[int]] = {}
    for number, (x, y) in enumerate(points):
        cells.setdefault((floor(x / size), floor(y / size)), []).append(number)
    return cells


def _centre(points: Points, masses: Sequence[float], members: Sequence[int]) -> tuple[float, float, float]:
    mass = sum(masses[number] for number in members)
    x = sum(points[number][0] * masses[number] for number in members) / mass
    y = sum(points[number][1] * masses[number] for number in members) / mass
    return x, y, mass


def _around(cell: Cell) -> Iterator[Cell]:
    for column in (cell[0] - 1, cell[0], cell[0] + 1):
        for row in (cell[1] - 1, cell[1], cell[1] + 1):
            yield column, row


def _push_apart(points: Points) -> None:
    """Moves nodes whose labels overlap away from each other, along the shorter way."""
    room_x, room_y = _ROOM
    for _ in range(_PUSHES):
        moved = False
        cells = _cells(points, room_x)
        for cell, members in cells.items():
            for near in _around(cell):
                if near < cell or near not in cells:
                    continue
                for one in members:
                    for other in cells[near]:
                        if near != cell or one < other:
                            moved |= _push_pair(points[one], points[other], room_x, room_y)
        if not moved:
            return


def _push_pair(one: list[float], other: list[float], room_x: float, room_y: float) -> bool:
    dx, dy = other[0] - one[0], other[1] - one[1]
    lack_x, lack_y = room_x - abs(dx), room_y - abs(dy)
    if lack_x <= 0.0 or lack_y <= 0.0:
        return False
    axis, lack, way = (0, lack_x, dx) if lack_x < lack_y else (1, lack_y, dy)
    shift = (lack / 2.0 + 0.5) * (1.0 if way >= 0.0 else -1.0)
    one[axis] -= shift
    other[axis] += shift
    return True


def _rows(count: int, points: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Rows of places below the points, for the nodes that nothing links."""
    room_x, room_y = _ROOM
    left = min((x for x, _ in points), default=0.0)
    width = max((x for x, _ in points), default=0.0) - left
    columns = max(1, round(sqrt(count) * 1.5), int(width // room_x))
    top = max((y for _, y in points), default=0.0) + 2.0 * room_y
    return [
        (round(left + number % columns * room_x), round(top + number // columns * room_y)) for number in range(count)
    ]
