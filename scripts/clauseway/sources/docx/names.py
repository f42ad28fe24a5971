"""Names of the elements and attributes of Word's XML, and how their values are read."""

from __future__ import annotations

from lxml import etree

W_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
M_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/math"
A_SPACE = "http://schemas.openxmlformats.org/drawingml/2006/main"
MC_SPACE = "http://schemas.openxmlformats.org/markup-compatibility/2006"

W = f"{{{W_SPACE}}}"
R = f"{{{R_SPACE}}}"
M = f"{{{M_SPACE}}}"
A = f"{{{A_SPACE}}}"
MC = f"{{{MC_SPACE}}}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
V = "{urn:schemas-microsoft-com:vml}"

VAL = W + "val"
P, P_PR, R_PR, RUN, TEXT = W + "p", W + "pPr", W + "rPr", W + "r", W + "t"
TABLE, ROW, CELL = W + "tbl", W + "tr", W + "tc"
DEL, INS, MOVE_FROM, MOVE_TO = W + "del", W + "ins", W + "moveFrom", W + "moveTo"
BODY, BOX = W + "body", W + "txbxContent"
ALTERNATE, CHOICE, FALLBACK = MC + "AlternateContent", MC + "Choice", MC + "Fallback"
MATH_TEXT, DRAWN_TEXT = M + "t", A + "t"

_ON = frozenset({"1", "true", "on"})
_TWIPS = {"pt": 20.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 144 / 2.54, "pc": 240.0, "pi": 240.0}
_LARGEST = 1_000_000


def value(element: etree._Element | None) -> str | None:
    """Give the `w:val` of an element, None where there is neither."""
    return None if element is None else element.get(VAL)


def switched_on(setting: str | None) -> bool:
    """Tell what the `w:val` of an on-off element that is there says; without one it is on."""
    return setting is None or setting.lower() in _ON


def switch(element: etree._Element | None) -> bool | None:
    """Tell what an on-off element says, None where it is not there."""
    return None if element is None else switched_on(element.get(VAL))


def number(text: str | None) -> int | None:
    """Read a whole number, None for anything that is none or is beyond every use in Word."""
    try:
        found = int(text or "")
    except ValueError:
        return None
    return found if abs(found) <= _LARGEST else None


def twips(text: str | None) -> int | None:
    """Read a length in twentieths of a point; `12pt` and the like stand in files of the strict kind."""
    if not text:
        return None
    factor = _TWIPS.get(text[-2:])
    try:
        length = float(text[:-2]) * factor if factor else float(text)
    except ValueError:
        return None
    return round(length) if abs(length) <= _LARGEST else None
