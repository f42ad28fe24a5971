"""What is drawn on a page besides letters: ruling lines, filled areas, pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from clauseway.sources.pdf import engine
from clauseway.sources.pdf.engine import Handle
from clauseway.sources.pdf.frame import Frame
from clauseway.sources.pdf.parts import Area, Rule

MOST_SHAPES = 20_000
"""Shapes of a page that are looked at; a page with more is a drawing."""

_DEEPEST = 6  # forms within forms
_MOST_POINTS = 400  # corners of a shape that can be made of ruling lines
_THIN = 3.2  # points; a filled shape as thin as this is a line
_SHORTEST = 4.0  # points
_SKEW = 0.6  # points that a straight line may be off
_LINE_TO, _BEZIER_TO, _MOVE_TO = 0, 1, 2

_Transform = tuple[float, float, float, float, float, float]
_SAME: _Transform = (1, 0, 0, 1, 0, 0)
_Point = tuple[float, float]


@dataclass(slots=True)
class Shapes:
    """What is drawn on a page, in the coordinates in which it is shown."""

    rules: list[Rule] = field(default_factory=list)
    fills: list[Area] = field(default_factory=list)
    """Whatever may lie behind letters: filled shapes, shadings, pictures."""
    pictures: list[Area] = field(default_factory=list)
    drawn: int = 0
    """How many shapes there are."""


def read_shapes(page: Handle, frame: Frame) -> Shapes:
    """Find what is drawn on a page."""
    shapes = Shapes()
    for thing, kind, transform in _things(page):
        if kind == engine.PATH:
            shapes.drawn += 1
            _read_path(thing, transform, frame, shapes)
        elif kind in (engine.IMAGE, engine.SHADING):
            area = _bounds(thing, transform, frame)
            shapes.fills.append(area)
            if kind == engine.IMAGE:
                shapes.pictures.append(area)
    return shapes


def _things(page: Handle) -> Iterator[tuple[int, int, _Transform]]:
    """Objects of a page that are no text, those within forms included, with what their coordinates undergo."""
    count = min(engine.object_count(page), MOST_SHAPES)
    stack = [(engine.object_at(page, i) or 0, _SAME, 0) for i in reversed(range(max(count, 0)))]
    seen = 0
    while stack and seen < 4 * MOST_SHAPES:
        thing, transform, depth = stack.pop()
        seen += 1
        kind = engine.object_type(thing) if thing else 0
        if kind == engine.FORM and depth < _DEEPEST:
            inner = _compose(_matrix(thing), transform)
            inside = range(max(min(engine.form_count(thing), MOST_SHAPES), 0))
            stack.extend((engine.form_object(thing, i) or 0, inner, depth + 1) for i in reversed(inside))
        elif kind in (engine.PATH, engine.IMAGE, engine.SHADING):
            yield thing, kind, transform


def _matrix(thing: int) -> _Transform:
    matrix = engine.Matrix()
    if not engine.object_matrix(thing, ctypes.addressof(matrix)):
        return _SAME
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _compose(first: _Transform, then: _Transform) -> _Transform:
    a, b, c, d, e, f = first
    ta, tb, tc, td, te, tf = then
    return (
        a * ta + b * tc,
        a * tb + b * td,
        c * ta + d * tc,
        c * tb + d * td,
        e * ta + f * tc + te,
        e * tb + f * td + tf,
    )


def _apply(transform: _Transform, x: float, y: float) -> _Point:
    a, b, c, d, e, f = transform
    return a * x + c * y + e, b * x + d * y + f


def _bounds(thing: int, transform: _Transform, frame: Frame) -> Area:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    engine.object_bounds(thing, *map(ctypes.addressof, (left, bottom, right, top)))
    ax, ay = _apply(transform, left.value, bottom.value)
    bx, by = _apply(transform, right.value, top.value)
    return frame.area(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def _read_path(thing: int, transform: _Transform, frame: Frame, shapes: Shapes) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    engine.draw_mode(thing, ctypes.addressof(fill), ctypes.addressof(stroke))
    if not fill.value and not stroke.value:
        return
    count = engine.segment_count(thing)
    if count > _MOST_POINTS:
        if fill.value:
            shapes.fills.append(_bounds(thing, transform, frame))
        return
    path = _compose(_matrix(thing), transform)
    for points in _subpaths(thing, count, path, frame):
        xs, ys = [x for x, _ in points], [y for _, y in points]
        area = Area(min(xs), min(ys), max(xs), max(ys))
        if fill.value and not stroke.value:
            shapes.rules.extend(_thin(area))
            shapes.fills.append(area)
        else:
            shapes.rules.extend(_edges(points))
            if fill.value:
                shapes.fills.append(area)


def _subpaths(thing: int, count: int, path: _Transform, frame: Frame) -> Iterator[list[_Point]]:
    """Corners of each part of a path; a part with curves in it gives none of its lines but its corners."""
    points: list[_Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(max(count, 0)):
        segment = engine.path_segment(thing, index)
        if not segment:
            continue
        engine.segment_point(segment, ctypes.addressof(x), ctypes.addressof(y))
        if engine.segment_type(segment) == _MOVE_TO and points:
            yield points
            points = []
        points.append(frame.point(*_apply(path, x.value, y.value)))
        if engine.segment_closes(segment):
            points.append(points[0])
    if points:
        yield points


def _thin(area: Area) -> Iterator[Rule]:
    """The line that a thin filled shape is."""
    wide, high = area.x1 - area.x0, area.y1 - area.y0
    if high <= _THIN and wide >= _SHORTEST and wide > 2 * high:
        yield Rule(True, (area.y0 + area.y1) / 2, area.x0, area.x1)
    elif wide <= _THIN and high >= _SHORTEST and high > 2 * wide:
        yield Rule(False, (area.x0 + area.x1) / 2, area.y0, area.y1)


def _edges(points: list[_Point]) -> Iterator[Rule]:
    for (ax, ay), (bx, by) in pairwise(points):
        if abs(ay - by) <= _SKEW and abs(ax - bx) >= _SHORTEST:
            yield Rule(True, (ay + by) / 2, min(ax, bx), max(ax, bx))
        elif abs(ax - bx) <= _SKEW and abs(ay - by) >= _SHORTEST:
            yield Rule(False, (ax + bx) / 2, min(ay, by), max(ay, by))
