"""Characters of symbol fonts, which mean something else than their codes, as ordinary ones."""

from __future__ import annotations

DEFAULT_BULLET = "•"
"""What stands for a bullet whose shape is not known."""

_PRIVATE = range(0xF000, 0xF100)
_SYMBOL_FONTS = frozenset({"symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "zapfdingbats"})
# By the low byte of the character. Only the shapes that lists and forms really use; the rest become a bullet.
_WINGDINGS = {
    0x20: " ", 0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6D: "○",
    0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9E: "·",
    0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "◻", 0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓",
    0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA3: "□"}
_GREEK = dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)) | dict(
    zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)
)
_SYMBOL = {code: chr(code) for code in range(0x20, 0x7F)} | _GREEK | {
    0x2D: "−", 0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈",
    0xBC: "…", 0xA8: "♦", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xDE: "⇒", 0xA5: "∞", 0xD2: "®", 0xD3: "©",
    0xD4: "™", 0xE2: "®", 0xE3: "©", 0xE4: "™",
}  # fmt: skip
# Of a private character whose font is not named: nearly always one of Wingdings', or a dash of Symbol's.
_UNNAMED = _WINGDINGS | {0x2D: "–", 0xB0: "°", 0xB7: "•", 0xBE: "–"}
_SHAPES = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


def is_symbol_font(font: str | None) -> bool:
    """Tell whether the codes of a font's characters say nothing of their shapes."""
    return font is not None and font.lower() in _SYMBOL_FONTS


def translate(text: str, font: str) -> str:
    """Give ordinary characters for text that is set in a symbol font."""
    shapes = _SHAPES.get(font.lower(), {})
    return "".join([_shape(character, shapes) for character in text])


def symbol(code: str | None, font: str | None) -> str:
    """Give the ordinary character for a symbol (`w:sym`); `code` is hexadecimal. Nothing where that is no code."""
    try:
        character = chr(int(code or "", 16))
    except (ValueError, OverflowError):
        return ""
    if "\ud800" <= character <= "\udfff":
        return ""
    return translate(character, font) if font and is_symbol_font(font) else _ordinary(character)


def is_private(character: str) -> bool:
    """Tell whether a character has no meaning but what its font gives it."""
    return "\ue000" <= character <= "\uf8ff"


def unnamed_symbol(character: str) -> str | None:
    """Give the ordinary character for a private one of a font that is not known, None where there is no telling."""
    return _UNNAMED.get(ord(character) & 0xFF) if ord(character) in _PRIVATE else None


def bullet(text: str, font: str) -> str:
    """Give the bullet of a list as an ordinary character; nothing where the list shows none."""
    mark = "".join(text.split())
    if is_symbol_font(font):
        mark = "".join(translate(mark, font).split())
    return "".join(_ordinary(character) for character in mark)


def _shape(character: str, shapes: dict[int, str]) -> str:
    code = ord(character)
    if code in _PRIVATE or code < 0x100:
        return shapes.get(code & 0xFF, DEFAULT_BULLET) if code & 0xFF > 0x1F else character
    return character


def _ordinary(character: str) -> str:
    """A private character without a font that would tell its shape as the bullet that it mostly is."""
    return DEFAULT_BULLET if is_private(character) else character
