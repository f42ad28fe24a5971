"""How often a policy is reviewed, as an ISO 8601 duration."""

from __future__ import annotations

import re

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "twelve": 12, "eighteen": 18,
    "dwy": 2, "ddwy": 2, "tair": 3, "dair": 3, "pedair": 4, "bedair": 4,
    "second": 2, "other": 2, "third": 3, "fourth": 4, "fifth": 5,
}  # fmt: skip
_COUNTED = re.compile(
    rf"\b(?:every |each |bob )?\(?(?P<number>\d{{1,2}}|{'|'.join(_NUMBERS)})\)?(?:st|nd|rd|th)?[\s-]*"
    r"(?P<unit>years?|yearly|months?|monthly|flynedd|blynedd|flwyddyn|mlynedd)\b",
    re.IGNORECASE,
)
_UNCLEAR = re.compile(r"\bbi-? ?(?:annual(?:ly)?|yearly)\b", re.IGNORECASE)
_WORDS = (
    (re.compile(r"\bbiennial(?:ly)?\b", re.IGNORECASE), "P2Y"),
    (re.compile(r"\btriennial(?:ly)?\b", re.IGNORECASE), "P3Y"),
    (re.compile(r"\b(?:half[- ]yearly|twice (?:a|each|every|per) year|six[- ]monthly)\b", re.IGNORECASE), "P6M"),
    (
        re.compile(
            r"\b(?:annual(?:ly)?|yearly|(?:every|each|once an?|per) (?:academic |school )?year|once a year|blynyddol"
            r"|flynyddol|bob blwyddyn)\b",
            re.IGNORECASE,
        ),
        "P1Y",
    ),
    (re.compile(r"\b(?:every|each|once a) month\b|\bmonthly\b", re.IGNORECASE), "P1M"),
)
_TERMLY = re.compile(r"(?<!half[- ])\b(?:termly|(?:every|each|once a) term|bob tymor)\b", re.IGNORECASE)


def review_cycle(words: str, terms_per_year: int | None = None) -> tuple[str, str]:
    """Duration (`P1Y`, `P18M`; empty where none is stated) and the words that state it.

    A number decides before a word, so that `bi-annually (every two years)` is clear; `bi-annually` alone
    is not, and gives its words without a duration. A term is a third of a year, or a sixth where
    `terms_per_year` says so.
    """
    if counted := _COUNTED.search(words):
        number = counted["number"].lower()
        amount = int(number) if number.isdigit() else _NUMBERS[number]
        return (_duration(amount, counted["unit"].lower()), counted[0]) if amount else ("", "")
    if unclear := _UNCLEAR.search(words):
        return "", unclear[0]
    for pattern, duration in _WORDS:
        if found := pattern.search(words):
            return duration, found[0]
    if termly := _TERMLY.search(words):
        return f"P{12 // (terms_per_year or 3)}M", termly[0]
    return "", ""


def _duration(amount: int, unit: str) -> str:
    if unit.startswith("month"):
        return f"P{amount // 12}Y" if amount % 12 == 0 else f"P{amount}M"
    return f"P{amount}Y"
