"""Draws a table as a picture: the states in the order of a file's life, the steps as arrows."""

from dataclasses import dataclass

from workflow.rows import NEW
from workflow.table import Workflow

WIDTH, HEIGHT, GAP, LEFT, TOP = 230, 44, 34, 20, 30
LANE = 22


@dataclass(frozen=True)
class Node:
    """A state as a box."""

    x: int
    y: int
    title: str
    end: bool


@dataclass(frozen=True)
class Edge:
    """Steps between two states as one arrow: straight down to the next, or around by a lane of its own."""

    path: str
    labels: list[str]
    x: int
    y: int


@dataclass(frozen=True)
class Drawing:
    """A picture with its size."""

    width: int
    height: int
    nodes: list[Node]
    edges: list[Edge]


def draw(workflow: Workflow) -> Drawing:
    """Lay out every state of a table in a column and every step that moves a file beside it."""
    places = {state.key: i for i, state in enumerate(workflow.states)}
    nodes = [Node(LEFT, _top(i), state.short, state.end) for i, state in enumerate(workflow.states)]
    edges: list[Edge] = []
    lanes: list[list[tuple[int, int]]] = []
    for source, dest, titles in _moves(workflow):
        start, stop = places[source], places[dest]
        if stop == start + 1:
            edges.append(_straight(start, stop, titles))
        else:
            edges.append(_around(start, stop, titles, _lane(lanes, start, stop)))
    width = LEFT + WIDTH + (len(lanes) + 1) * LANE + 20
    return Drawing(width, _top(len(nodes)), nodes, edges)


def _top(row: int) -> int:
    return TOP + row * (HEIGHT + GAP)


def _moves(workflow: Workflow) -> list[tuple[str, str, list[str]]]:
    moves: dict[tuple[str, str], list[str]] = {}
    for step in workflow.steps:
        for source in step.sources:
            dest = step.dest_from(source)
            if source not in (dest, NEW):
                moves.setdefault((source, dest), []).append(step.title)
    return [(source, dest, titles) for (source, dest), titles in moves.items()]


def _lane(lanes: list[list[tuple[int, int]]], start: int, stop: int) -> int:
    """Find the innermost lane in which nothing overlaps."""
    low, high = sorted((start, stop))
    for number, taken in enumerate(lanes):
        if all(high <= other_low or low >= other_high for other_low, other_high in taken):
            taken.append((low, high))
            return number
    lanes.append([(low, high)])
    return len(lanes) - 1


def _straight(start: int, stop: int, titles: list[str]) -> Edge:
    x, top, bottom = LEFT + 40, _top(start) + HEIGHT, _top(stop)
    return Edge(f"M{x} {top} V{bottom - 2}", titles, x + 8, (top + bottom) // 2 + 4)


def _around(start: int, stop: int, titles: list[str], lane: int) -> Edge:
    right, x = LEFT + WIDTH, LEFT + WIDTH + (lane + 1) * LANE
    shift = 12 if stop > start else -12
    y1, y2 = _top(start) + HEIGHT // 2 + shift, _top(stop) + HEIGHT // 2 - shift // 2
    return Edge(f"M{right} {y1} H{x} V{y2} H{right + 3}", titles, x, (y1 + y2) // 2)
