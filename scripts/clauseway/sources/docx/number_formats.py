"""Numbers written in the ways that Word knows: letters, Roman figures, words."""

from __future__ import annotations

import re
from collections.abc import Callable

from clauseway.sources.counters import printed, repeated

_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_FOOTNOTE_SIGNS = "*†‡§"
_ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_PADDED = re.compile(r"0*1$")


def write_number(count: int, style: str, pattern: str = "") -> str | None:
    """Write a number as Word's `numFmt` says; `pattern` is that of a custom one (`001, 002, ...`).

    Gives None where it cannot be written in that way: a format that is not known, or a number beyond it.
    """
    if style == "custom":
        return _padded(count, pattern)
    writer = _WRITERS.get(style)
    return None if writer is None or count < 0 else writer(count)


def _padded(count: int, pattern: str) -> str | None:
    """A number with zeros before it, as wide as the first example of a custom format."""
    first = pattern.partition(",")[0].strip()
    return f"{count:0{len(first)}d}" if count >= 0 and _PADDED.match(first) else None


def _printed(format: str) -> Callable[[int], str | None]:
    return lambda count: printed(count, format) or None


def _letter(alphabet: str) -> Callable[[int], str | None]:
    return lambda count: repeated(count, alphabet) or None


def _ordinal(count: int) -> str:
    ending = "th" if count % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{ending}"


def _spelt(count: int) -> str:
    """A number below a million in words, as a list: `twenty-one`, `one hundred five`."""
    if count < 20:
        return _ONES[count]
    if count < 100:
        tens, ones = divmod(count, 10)
        return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")
    size, name = (100, "hundred") if count < 1000 else (1000, "thousand")
    high, low = divmod(count, size)
    return f"{_spelt(high)} {name}" + (f" {_spelt(low)}" if low else "")


def _cardinal_text(count: int) -> str | None:
    return _spelt(count).capitalize() if count < 1_000_000 else None


def _ordinal_text(count: int) -> str | None:
    if count >= 1_000_000:
        return None
    head, mark, last = re.match(r"(?:(.*)([ -]))?(.*)", _spelt(count)).groups("")  # type: ignore[union-attr]
    return (head + mark + _ORDINALS.get(last, _regular_ordinal(last))).capitalize()


def _regular_ordinal(word: str) -> str:
    return f"{word[:-1]}ieth" if word.endswith("y") else f"{word}th"


def _circled(count: int) -> str:
    return chr(0x2460 + count - 1) if 0 < count <= 20 else str(count)


_WRITERS: dict[str, Callable[[int], str | None]] = {
    "decimal": str,
    "decimalZero": lambda count: f"{count:02d}",
    "decimalHalfWidth": str,
    "decimalFullWidth": str,
    "decimalFullWidth2": str,
    "arabicDash": lambda count: f"- {count} -",
    "numberInDash": lambda count: f"- {count} -",
    "decimalEnclosedParen": lambda count: f"({count})",
    "decimalEnclosedFullstop": lambda count: f"{count}.",
    "decimalEnclosedCircle": _circled,
    "lowerLetter": _printed("lower-letter"),
    "upperLetter": _printed("upper-letter"),
    "lowerRoman": _printed("lower-roman"),
    "upperRoman": _printed("upper-roman"),
    "russianLower": _letter(_RUSSIAN),
    "russianUpper": _letter(_RUSSIAN.upper()),
    "chicago": _letter(_FOOTNOTE_SIGNS),
    "ordinal": _ordinal,
    "cardinalText": _cardinal_text,
    "ordinalText": _ordinal_text,
    "hex": lambda count: f"{count:X}",
    "none": lambda count: "",
    "bullet": lambda count: "",
}
