"""From a page's own coordinates to those in which it is shown: turned by /Rotate, cut to its crop box."""

from __future__ import annotations

import ctypes
import math

from clauseway.sources.pdf import engine
from clauseway.sources.pdf.engine import Handle
from clauseway.sources.pdf.parts import Area


class Frame:
    """How a page is shown."""

    def __init__(self, left: float, bottom: float, right: float, top: float, turns: int) -> None:
        """Take the shown box in the page's coordinates, and by how many quarters it is turned clockwise."""
        self.left, self.bottom, self.right, self.top = left, bottom, right, top
        self.turns = turns % 4
        self.plain = self.turns == 0
        """Whether the page is shown as its coordinates say."""
        wide, high = right - left, top - bottom
        self.width, self.height = (wide, high) if self.turns % 2 == 0 else (high, wide)

    def angle(self, across: float, up: float) -> int:
        """Degrees by which letters are turned as shown, from the direction they run in on the page."""
        degrees = math.degrees(math.atan2(up, across)) - 90 * self.turns
        angle = round(degrees) % 360
        return 0 if angle in (1, 359) else angle

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page is shown, from the lower left corner."""
        if self.turns == 0:
            return x - self.left, y - self.bottom
        if self.turns == 1:
            return y - self.bottom, self.right - x
        if self.turns == 2:
            return self.right - x, self.top - y
        return self.top - y, x - self.left

    def place(self, x: float, y: float, angle: int) -> tuple[float, float]:
        """Where a point is shown once the page is turned back by `angle`, so that the letters stand upright."""
        x, y = self.point(x, y)
        if not angle:
            return x, y
        cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        return x * cosine + y * sine, y * cosine - x * sine

    def span(self, left: float, bottom: float, right: float, top: float, angle: int) -> tuple[float, float]:
        """Where a box begins and ends along its line."""
        if angle % 90:
            x, _ = self.place((left + right) / 2, (bottom + top) / 2, angle)
            half = min(right - left, top - bottom) / 2.5  # the box stands askew around the letter
            return x - half, x + half
        corners = [self.place(x, y, angle)[0] for x, y in ((left, bottom), (right, top))]
        return min(corners), max(corners)

    def area(self, left: float, bottom: float, right: float, top: float) -> Area:
        """A box of the page as shown."""
        (ax, ay), (bx, by) = self.point(left, bottom), self.point(right, top)
        return Area(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def frame_of(page: Handle) -> Frame:
    """How a page is shown; a page without a sensible size as A4."""
    box = engine.Box()
    engine.page_box(page, ctypes.addressof(box))
    turns = engine.page_rotation(page)
    if not (1 < box.right - box.left < 20_000 and 1 < box.top - box.bottom < 20_000):
        return Frame(0, 0, 595, 842, turns)
    return Frame(box.left, box.bottom, box.right, box.top, turns)
