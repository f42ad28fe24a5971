"""PDFium, as far as it is needed: typed entries into the library, and what must be closed again."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pypdfium2 import raw  # type: ignore[import-untyped, unused-ignore]

_POINTER = ctypes.c_void_p
_INT = ctypes.c_int
_FLOAT = ctypes.c_float

Handle = int
"""A pointer of the library as a number; 0 is none."""

FORMAT_ERROR, PASSWORD_ERROR, SECURITY_ERROR = 3, 4, 5
"""What `last_error` tells of a document that cannot be opened."""
TEXT, PATH, IMAGE, SHADING, FORM = 1, 2, 3, 4, 5
"""Kinds of page objects."""


class Box(ctypes.Structure):
    """A rectangle as the library fills it in, in points from the lower left corner."""

    _fields_ = (("left", _FLOAT), ("top", _FLOAT), ("right", _FLOAT), ("bottom", _FLOAT))


class Matrix(ctypes.Structure):
    """A transformation as the library fills it in."""

    _fields_ = tuple((name, _FLOAT) for name in "abcdef")


class Quad(ctypes.Structure):
    """Four corners as the library fills them in."""

    _fields_ = tuple((f"{axis}{corner}", _FLOAT) for corner in range(1, 5) for axis in "xy")


def _entry(name: str, result: Any, *arguments: Any) -> Any:  # noqa: ANN401 - ctypes has no better type
    """A function of the library that takes and gives plain numbers: a third of the time of its usual wrapper."""
    address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value or 0
    return ctypes.CFUNCTYPE(result, *arguments)(address)


load_document = _entry("FPDF_LoadMemDocument64", _POINTER, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p)
close_document = _entry("FPDF_CloseDocument", None, _POINTER)
last_error = _entry("FPDF_GetLastError", ctypes.c_ulong)
page_count = _entry("FPDF_GetPageCount", _INT, _POINTER)
form_type = _entry("FPDF_GetFormType", _INT, _POINTER)
script_count = _entry("FPDFDoc_GetJavaScriptActionCount", _INT, _POINTER)
attachment_count = _entry("FPDFDoc_GetAttachmentCount", _INT, _POINTER)

load_page = _entry("FPDF_LoadPage", _POINTER, _POINTER, _INT)
close_page = _entry("FPDF_ClosePage", None, _POINTER)
page_rotation = _entry("FPDFPage_GetRotation", _INT, _POINTER)
page_box = _entry("FPDF_GetPageBoundingBox", _INT, _POINTER, _POINTER)

load_text = _entry("FPDFText_LoadPage", _POINTER, _POINTER)
close_text = _entry("FPDFText_ClosePage", None, _POINTER)
count_chars = _entry("FPDFText_CountChars", _INT, _POINTER)
get_text = _entry("FPDFText_GetText", _INT, _POINTER, _INT, _INT, _POINTER)
get_unicode = _entry("FPDFText_GetUnicode", ctypes.c_uint, _POINTER, _INT)
char_object = _entry("FPDFText_GetTextObject", _POINTER, _POINTER, _INT)
char_box = _entry("FPDFText_GetLooseCharBox", _INT, _POINTER, _INT, _POINTER)
char_origin = _entry("FPDFText_GetCharOrigin", _INT, _POINTER, _INT, _POINTER, _POINTER)
char_matrix = _entry("FPDFText_GetMatrix", _INT, _POINTER, _INT, _POINTER)
char_size = _entry("FPDFText_GetFontSize", ctypes.c_double, _POINTER, _INT)
char_unmapped = _entry("FPDFText_HasUnicodeMapError", _INT, _POINTER, _INT)

object_count = _entry("FPDFPage_CountObjects", _INT, _POINTER)
object_at = _entry("FPDFPage_GetObject", _POINTER, _POINTER, _INT)
object_type = _entry("FPDFPageObj_GetType", _INT, _POINTER)
object_bounds = _entry("FPDFPageObj_GetBounds", _INT, _POINTER, *[_POINTER] * 4)
object_matrix = _entry("FPDFPageObj_GetMatrix", _INT, _POINTER, _POINTER)
fill_color = _entry("FPDFPageObj_GetFillColor", _INT, _POINTER, *[_POINTER] * 4)
form_count = _entry("FPDFFormObj_CountObjects", _INT, _POINTER)
form_object = _entry("FPDFFormObj_GetObject", _POINTER, _POINTER, ctypes.c_ulong)
text_font = _entry("FPDFTextObj_GetFont", _POINTER, _POINTER)
text_mode = _entry("FPDFTextObj_GetTextRenderMode", _INT, _POINTER)
font_name = _entry("FPDFFont_GetBaseFontName", ctypes.c_size_t, _POINTER, _POINTER, ctypes.c_size_t)
font_flags = _entry("FPDFFont_GetFlags", _INT, _POINTER)
segment_count = _entry("FPDFPath_CountSegments", _INT, _POINTER)
path_segment = _entry("FPDFPath_GetPathSegment", _POINTER, _POINTER, _INT)
segment_type = _entry("FPDFPathSegment_GetType", _INT, _POINTER)
segment_point = _entry("FPDFPathSegment_GetPoint", _INT, _POINTER, _POINTER, _POINTER)
segment_closes = _entry("FPDFPathSegment_GetClose", _INT, _POINTER)
draw_mode = _entry("FPDFPath_GetDrawMode", _INT, _POINTER, _POINTER, _POINTER)

next_link = _entry("FPDFLink_Enumerate", _INT, _POINTER, _POINTER, _POINTER)
link_action = _entry("FPDFLink_GetAction", _POINTER, _POINTER)
link_box = _entry("FPDFLink_GetAnnotRect", _INT, _POINTER, _POINTER)
link_quad_count = _entry("FPDFLink_CountQuadPoints", _INT, _POINTER)
link_quad = _entry("FPDFLink_GetQuadPoints", _INT, _POINTER, _INT, _POINTER)
action_address = _entry("FPDFAction_GetURIPath", ctypes.c_ulong, _POINTER, _POINTER, _POINTER, ctypes.c_ulong)
annotation_count = _entry("FPDFPage_GetAnnotCount", _INT, _POINTER)
get_annotation = _entry("FPDFPage_GetAnnot", _POINTER, _POINTER, _INT)
close_annotation = _entry("FPDFPage_CloseAnnot", None, _POINTER)
annotation_type = _entry("FPDFAnnot_GetSubtype", _INT, _POINTER)
annotation_text = _entry(
    "FPDFAnnot_GetStringValue", ctypes.c_ulong, _POINTER, ctypes.c_char_p, _POINTER, ctypes.c_ulong
)


@contextmanager
def opened_page(document: Handle, index: int) -> Iterator[tuple[Handle, Handle]]:
    """Open a page (from 0) and its text, and close them again; both are 0 where it cannot be opened."""
    page = load_page(document, index) or 0
    text = (load_text(page) or 0) if page else 0
    try:
        yield page, text
    finally:
        if text:
            close_text(text)
        if page:
            close_page(page)


def read_string(call: Any, *arguments: Any) -> bytes:  # noqa: ANN401 - any function that fills a buffer
    """What a function gives that takes a buffer and its size last and tells how many bytes it needs."""
    size = call(*arguments, None, 0)
    if not 0 < size < 1_000_000:
        return b""
    buffer = ctypes.create_string_buffer(size)
    call(*arguments, ctypes.addressof(buffer), size)
    return buffer.raw[:size]
