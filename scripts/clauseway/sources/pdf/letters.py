"""Single letters: what a reader of the text is to see for what the file holds."""

from __future__ import annotations

from clauseway.sources.invisible import INVISIBLE
from clauseway.sources.symbols import DEFAULT_BULLET, is_private, unnamed_symbol

LINE_HYPHENS = "\x02\ufffe\u00ad\u2010\u2011"
"""What stands for a hyphen: PDFium's marks for one at a line's end, the soft one (many programs map the
plain glyph to it; one that is not drawn is in no PDF), and the typographic ones."""

UNKNOWN = "\ufffd"
"""What stands for a letter that nobody can tell."""

_SAME = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    **dict.fromkeys(map(chr, INVISIBLE), ""),
    **dict.fromkeys(LINE_HYPHENS, "-"),
    **dict.fromkeys("\u00a0\u2007\u202f\u2028\u2029", " "),
}

_SIGN_FONTS = ("wingdings", "webdings", "monotypesorts")


def letter(char: str, sign_font: bool = False) -> str:
    """What a character of the file stands for: none, one or more letters; a space for controls.

    `sign_font` tells that the font draws signs for Latin letters.
    """
    if sign_font and "!" <= char <= "ÿ":
        char = chr(0xF000 + ord(char))
    if char < " " and char != "\x02":
        return " "
    if is_private(char):
        return unnamed_symbol(char) or (DEFAULT_BULLET if sign_font else char)
    return _SAME.get(char, char)


def is_unreadable(char: str) -> bool:
    """Whether a character of a text font says nothing: none, a control, or a private code point."""
    return char in "\x00\ufffd" or ("\x02" < char < " " and char not in "\t\n\r\f\v") or is_private(char)


def draws_signs(font_name: str) -> bool:
    """Whether a font draws signs for Latin letters."""
    name = font_name.lower().replace(" ", "").replace("-", "")
    return any(sign in name for sign in _SIGN_FONTS)


def may_be_private(font_name: str) -> bool:
    """Whether private code points are to be expected of a font, because it holds signs and no letters."""
    return draws_signs(font_name) or "symbol" in font_name.lower()
