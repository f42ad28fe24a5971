"""What is laid over a page: links, comments, form fields."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

from clauseway.sources.pdf import engine
from clauseway.sources.pdf.engine import Handle
from clauseway.sources.pdf.frame import Frame
from clauseway.sources.pdf.parts import Area

_MOST = 5_000  # links, comments and fields of a page that are looked at
_COMMENTS = frozenset({1, 3, 9, 10, 11, 12, 13, 14})
"""Sticky notes, typed text, highlights and the like, stamps and carets, by the library's numbers."""
_FIELD = 20


def read_links(document: Handle, page: Handle, frame: Frame) -> list[tuple[Area, str]]:
    """The areas of a page that lead to an address, with the address as the file states it."""
    found: list[tuple[Area, str]] = []
    position, link = ctypes.c_int(0), ctypes.c_void_p()
    for _ in range(_MOST):
        if not engine.next_link(page, ctypes.addressof(position), ctypes.addressof(link)) or not link.value:
            break
        address = _address(document, engine.link_action(link.value) or 0)
        if address:
            found.extend((area, address) for area in _areas(link.value, frame))
    return found


def _address(document: Handle, action: int) -> str:
    if not action:
        return ""
    return engine.read_string(engine.action_address, document, action).rstrip(b"\0").decode("utf-8", "replace")


def _areas(link: int, frame: Frame) -> Iterator[Area]:
    quad = engine.Quad()
    count = min(engine.link_quad_count(link), _MOST)
    for index in range(max(count, 0)):
        if engine.link_quad(link, index, ctypes.addressof(quad)):
            xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            yield frame.area(min(xs), min(ys), max(xs), max(ys))
    box = engine.Box()
    if count <= 0 and engine.link_box(link, ctypes.addressof(box)):
        low, high = sorted((box.bottom, box.top))
        yield frame.area(box.left, low, box.right, high)


def read_notes(page: Handle) -> tuple[list[str], list[str]]:
    """The texts of a page's comments, and what is filled into its form fields (empty texts included)."""
    comments, fields = [], []
    for index in range(max(min(engine.annotation_count(page), _MOST), 0)):
        note = engine.get_annotation(page, index)
        if not note:
            continue
        try:
            kind = engine.annotation_type(note)
            if kind in _COMMENTS:
                comments.append(_string(note, b"Contents"))
            elif kind == _FIELD:
                fields.append(_string(note, b"V"))
        finally:
            engine.close_annotation(note)
    return comments, fields


def _string(note: int, key: bytes) -> str:
    data = engine.read_string(engine.annotation_text, note, key)
    return " ".join(data.decode("utf-16-le", "replace").rstrip("\0").split())
