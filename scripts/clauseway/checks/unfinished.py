"""Gaps that a template left, and people's own addresses and numbers: what nobody means to publish."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from clauseway.model import Piece, Place
from clauseway.problems import Problem, Severity
from clauseway.vocabulary import load

_BRACKET = re.compile(r"\[(?P<square>[^\[\]]{1,80})\]|<(?P<angle>[^<>@:/]{1,80})>|\{(?P<curly>[^{}]{1,80})\}")
_ROUND = re.compile(
    r"\((?:(?:insert|enter|add)\s[^()]{2,80}|[^().]{0,40}\bto (?:follow|be confirmed|be added|be agreed))\)",
    re.IGNORECASE,
)
_CROSSES = re.compile(r"(?<![\w-])(?:X{4,}|x{3,}|[Xx]{2,}[/.][Xx]{2,}(?:[/.][Xx]{2,})?|\?{3,})(?![\w-])")
_SAID = re.compile(
    r"\b(?:insert|enter) (?:name|date|school|number|details|your)\b[^.,;]{0,40}|\blorem ipsum\b", re.IGNORECASE
)
_MAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_MOBILE = re.compile(r"(?<![\d+])(?:\+44\s?\(?0?\)?\s?|0)7\d(?:[\s-]?\d){8}(?!\d)")
_NAMED = re.compile(r"[a-z]+\.[a-z]+")
_SHOWN = 60  # characters of a find that a message quotes


def check_unfinished(pieces: Sequence[Piece], file: str) -> Iterator[Problem]:
    """Tell of gaps to fill in, and of people's own e-mail addresses and mobile numbers, each once."""
    for code, find in _FINDERS:
        seen: dict[str, Place] = {}
        for piece in pieces:
            for words in find(piece.text):
                seen.setdefault(words, piece.place)
        yield from (_problem(code, words, place, file) for words, place in seen.items())


def _gaps(text: str) -> Iterator[str]:
    for match in _BRACKET.finditer(text):
        if _is_gap(next(filter(None, match.groups()))):
            yield match[0]
    rest = _BRACKET.sub(" ", text)
    yield from (match[0] for match in _ROUND.finditer(rest))
    rest = _ROUND.sub(" ", rest)
    yield from (match[0] for shape in (_CROSSES, _SAID) for match in shape.finditer(rest))


def _is_gap(inside: str) -> bool:
    """Whether the words in a bracket ask for others: `insert …`, `SCHOOL NAME`, `date`."""
    openers, names = _words()
    low = " ".join(inside.lower().replace("’", "'").split()).strip(" :.…")
    capitals = inside.isupper() and len(inside.split()) > 1
    return low in names or low.startswith(openers) or capitals or not low.strip("x_.- ")


@lru_cache(maxsize=1)
def _words() -> tuple[tuple[str, ...], frozenset[str]]:
    data = load("unfinished")
    return tuple(f"{word} " for word in data["gap_openers"]), frozenset((*data["gap_names"], *data["gap_openers"]))


def _home_mails(text: str) -> Iterator[str]:
    if "@" in text:
        homes = load("unfinished")["home_mail"]
        yield from (found for found in _MAIL.findall(text) if found.split("@")[1].lower() in homes)


def _named_mails(text: str) -> Iterator[str]:
    """Addresses of which the first part is a person's name: `j.hill@`, `jane.hill@`."""
    if "@" in text:
        data = load("unfinished")
        for found in _MAIL.findall(text):
            local, domain = found.lower().split("@")
            office = any(part in data["office_mail"] for part in re.split(r"[._\d-]", local))
            if domain not in data["home_mail"] and not office and _NAMED.fullmatch(local):
                yield found


def _mobiles(text: str) -> Iterator[str]:
    return (match[0] for match in _MOBILE.finditer(text))


_FINDERS: tuple[tuple[str, Callable[[str], Iterator[str]]], ...] = (
    ("placeholder", _gaps),
    ("personal-address", _home_mails),
    ("named-address", _named_mails),
    ("mobile-number", _mobiles),
)
_SAYS: dict[str, tuple[Severity, str, str]] = {
    "placeholder": (
        Severity.WARNING,
        "A gap seems not to be filled in: “{}”.",
        "Fill it in the document and put the new file here.",
    ),
    "personal-address": (
        Severity.WARNING,
        "This looks like somebody's private e-mail address, and would be published: {}.",
        "Put the school's own address there instead, unless the person agrees.",
    ),
    "named-address": (
        Severity.INFO,
        "A person's e-mail address will be published: {}.",
        "If it need not be, give the address of the office or the post instead.",
    ),
    "mobile-number": (
        Severity.WARNING,
        "A mobile number will be published: {}.",
        "Make sure that it is the school's and not a person's own.",
    ),
}


def _problem(code: str, words: str, place: Place, file: str) -> Problem:
    severity, message, advice = _SAYS[code]
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
    return Problem(
        code, severity, message.format(shown), file, place.line, place.page, advice, paragraph=place.paragraph
    )
