"""Laws, guidance, bodies and terms that are named: by the names that the register knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from clauseway.describe.reading.tokens import fold, tokenise
from clauseway.describe.references.text import Names, Text
from clauseway.describe.references.years import year_of_guidance, year_of_law
from clauseway.model import Mention, ReferenceType
from clauseway.vocabulary.register import Entry, names, register

Name = tuple[tuple[str, tuple[str, ...]], ...]
"""What bears a name: slugs, each with the capitals in which it counts (none: in any)."""

_ENOUGH_CAPITALS = 0.5
_NO_MORE = re.compile(r"[\W\d]*(?:\([^()]*\)[\W\d]*)?")  # behind a title that is the whole text
_SHORT = 4
_BEHIND_TITLE = re.compile(
    r"[\"'”’]?,?\s*(?:\(|(?:statutory |non-statutory )?(?:guidance|advice)\b|(?:19|20)\d\d)", re.IGNORECASE
)
_QUOTES = "\"'“‘*"


def find_named(text: Text) -> Iterator[Mention]:
    """Every name of the register in a text, in the order of the words."""
    done, last = 0, None
    for place in _names().starts(text):
        found = _names().longest(text, place) if place >= done else None
        mention = _mention(text, place, *found) if found else None
        # `Keeping Children Safe in Education (KCSIE) 2022` names one thing once.
        if mention and found and not (last and mention.start < last.end and mention.names == last.names):
            yield mention
            done, last = found[0], mention
    yield from _by_pattern(text)


@cache
def named_words() -> frozenset[str]:
    """Words of which one stands wherever there is something to find."""
    return _names().words | frozenset(_patterns())


def _mention(text: Text, start: int, end: int, name: Name) -> Mention | None:
    first, last = text.spans[start][0], text.spans[end - 1][1]
    words = text.text[first:last]
    borne = [register()[slug] for slug, capitals in name if _is_written(words, capitals)]
    borne = [entry for entry in borne if not entry.titled or _is_title(text, first, last)]
    if not borne:
        return None
    kind = borne[0].type
    year, behind = _year(kind, text.text, first, last)
    if kind is ReferenceType.LAW and year:
        borne = [entry for entry in borne if entry.year in (year, None)]
    return Mention(
        type=kind,
        words=text.text[first:behind],
        start=first,
        end=behind,
        names=tuple(entry.slug for entry in borne),
        year=year,
        past=text.speaks_of_past(first, behind),
    )


def _year(kind: ReferenceType, text: str, first: int, last: int) -> tuple[int | None, int]:
    if kind is ReferenceType.LAW:
        return year_of_law(text, first, last)
    if kind is ReferenceType.GUIDANCE:
        return year_of_guidance(text, first, last)
    return None, last


def _is_written(words: str, capitals: Sequence[str]) -> bool:
    """Whether words are in capitals that are asked for; the first letter may be one more."""
    return not capitals or words in capitals or f"{words[:1].lower()}{words[1:]}" in capitals


def _is_title(text: Text, first: int, last: int) -> bool:
    """Whether an everyday phrase stands as a title: in capitals, in quotation marks, alone, or before a year."""
    words = text.text[first:last]
    if not words[:1].isupper():
        return False
    long = [word for word in re.findall(r"[^\W\d_]+", words) if len(word) > _SHORT]
    capitals = sum(word[0].isupper() for word in long) / max(len(long), 1)
    quoted = text.text[max(0, first - 1) : first] in _QUOTES and first > 0
    alone = first == 0 and _NO_MORE.fullmatch(text.text, last) is not None
    behind = _BEHIND_TITLE.match(text.text, last) is not None
    return quoted or behind or alone or (capitals > _ENOUGH_CAPITALS and len(long) > 1 and first > 0)


def _by_pattern(text: Text) -> Iterator[Mention]:
    for token in _patterns().keys() & set(text.tokens):
        for entry, pattern in _patterns()[token]:
            for match in pattern.finditer(text.folded):
                yield Mention(
                    type=entry.type,
                    words=text.text[match.start() : match.end()],
                    start=match.start(),
                    end=match.end(),
                    names=(entry.slug,),
                    past=text.speaks_of_past(match.start(), match.end()),
                )


@cache
def _patterns() -> dict[str, list[tuple[Entry, re.Pattern[str]]]]:
    """The entries that are known by an expression, by the word that it needs."""
    found: dict[str, list[tuple[Entry, re.Pattern[str]]]] = {}
    for entry in register().values():
        if entry.token:
            found.setdefault(entry.token, []).append((entry, re.compile(entry.pattern)))
    return found


@cache
def _names() -> Names[Name]:
    phrases: dict[str, dict[str, tuple[str, ...]]] = {}
    for name, slugs in names().items():
        for way in _ways(name):
            for slug in slugs:
                entry = register()[slug]
                capitals = () if name in entry.names else tuple(one for one in entry.capitals if one.lower() == name)
                phrases.setdefault(way, {}).setdefault(slug, capitals)
    return Names((phrase, tuple(borne.items())) for phrase, borne in phrases.items())


def _ways(name: str) -> Sequence[str]:
    """The tokens of a name, also without the marks within it."""
    tokens = tokenise(fold(name))
    whole = " ".join(tokens)
    plain = " ".join(token for token in tokens if token not in {":", ","})
    return tuple(dict.fromkeys((whole, plain, plain.replace(" 's ", "s ").replace(" ' ", " "))))
