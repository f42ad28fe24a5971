"""Addresses in the text that lead nowhere, and pictures that say nothing to those who cannot see them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote, urlsplit

from clauseway.model import LeftOut, Piece, Place, Source
from clauseway.problems import Problem, Severity

_MAIL = re.compile(r"[^\s@<>,;]+@[\w-]+(?:\.[\w-]+)+")
_NUMBER = re.compile(r"\+?[\d().\s-]{5,20}(?:;ext=\d+)?")
_HOST = re.compile(r"(?:[\w-]+\.)+(?:xn--[\w-]+|[^\W\d_]{2,})\.?")
_BADGE = re.compile(r"\b(?:logo|crest|badge|emblem|arfbais)\b", re.IGNORECASE)
_HEAD = 3  # paragraphs, or pages, in which a picture alone is a crest


def check_links(pieces: Sequence[Piece], file: str) -> Iterator[Problem]:
    """Tell of each link whose address cannot be right, once."""
    seen: set[str] = set()
    for piece in pieces:
        for link in piece.links:
            if link.href not in seen and (wrong := _fault(link.href)):
                seen.add(link.href)
                message = f"The link on “{link.text}” cannot work: “{link.href}” {wrong}."
                yield _problem(
                    "link-address", Severity.WARNING, message, piece.place, file, "Correct it in the document."
                )


def _fault(href: str) -> str:
    """What is wrong with an address, or nothing."""
    scheme, _, rest = href.partition(":")
    if scheme.lower() == "mailto":
        addresses = unquote(rest.partition("?")[0]).split(",")
        good = all(_MAIL.fullmatch(one.strip()) for one in addresses) or (addresses == [""] and "?" in rest)
        return "" if good else "is no e-mail address"
    if scheme.lower() == "tel":
        return "" if _NUMBER.fullmatch(unquote(rest)) else "is no telephone number"
    return _website_fault(href)


def _website_fault(href: str) -> str:
    try:
        parts = urlsplit(href)
        host = parts.hostname or ""
    except ValueError:
        return "is no address of a website"
    if re.search(r"\s", href.strip()):
        return "holds a space"
    return "" if _HOST.fullmatch(host) else "names no website"


def check_pictures(source: Source) -> Iterator[Problem]:
    """Tell of pictures without a description, unless it is one alone at the head, as a crest is."""
    for left in source.left_out:
        if left.what == "picture" and not _is_crest(left):
            number = "A picture is" if left.count == 1 else f"{left.count} pictures are"
            message = f"{number} left out, and what it shows is not said in words."
            if left.count > 1:
                message = f"{number} left out, and what they show is not said in words."
            advice = "If there are rules in a picture, such as a chart or a poster, say them in the text, too."
            yield _problem("picture-without-text", Severity.INFO, message, left.place, source.file, advice)


def _is_crest(left: LeftOut) -> bool:
    where = left.place.paragraph or left.place.page or left.place.line or 1
    return bool(left.count == 1 and (left.sample or where <= _HEAD)) or bool(_BADGE.search(left.sample))


def _problem(code: str, severity: Severity, message: str, place: Place, file: str, advice: str) -> Problem:
    return Problem(code, severity, message, file, place.line, place.page, advice, paragraph=place.paragraph)
