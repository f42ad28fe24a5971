"""When two texts say the same words: what a converter changes makes no difference, what a reader would notice does."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

# Currency and percent signs rule something ("5%", "£5"); other signs come and go with the format.
_WORD = re.compile(r"[^\W_]+|[£$€%]")
_NUMBER_STOPS = " .():[]–-"
_SAYS_ITS_PLACE = re.compile(r"\d+\.\d|[A-Za-z]+ *\d")
_LEADING_NUMBER = re.compile(r"\A(?:\d+(?:\.\d+)*[.)]?|[A-Za-z][.)]|\([a-z0-9]+\))\s+")


@lru_cache(maxsize=16384)
def key(text: str) -> str:
    """The letters and digits of `text` in a row, without capitals, spaces, hyphens and stops.

    So `e-mail` is `email` and a word divided by a converter is whole; only between digits the gap is kept, since
    1.5 is not 15. Texts with the same key say the same words.
    """
    found = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    joined = found[:1]
    for before, word in pairwise(found):
        joined += [" ", word] if before[-1].isdigit() and word[0].isdigit() else [word]
    return "".join(joined)


def plain_number(number: str) -> str:
    """`2.1.` and `2.1` are one number, as are `(a)` and `a)`."""
    return number.strip(_NUMBER_STOPS).casefold()


def full_number(number: str, path: tuple[str, ...]) -> str:
    """The number as printed, with those it stands in where it says only its place: `3.2 (a)`."""
    if not number or _SAYS_ITS_PLACE.match(number.strip(_NUMBER_STOPS)):
        return number
    return " ".join(path) or number


def without_number(heading: str, number: str) -> str:
    """The words of a heading without the number printed before them."""
    if number and heading.startswith(number) and heading != number:
        return heading[len(number) :].lstrip(_NUMBER_STOPS) or heading
    return _LEADING_NUMBER.sub("", heading) or heading
