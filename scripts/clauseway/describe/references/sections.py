"""Sections, clauses and appendices, of this policy or of another document that the same sentence names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from clauseway.describe.references.text import Names, Text
from clauseway.model import Mention, ReferenceType
from clauseway.vocabulary import load

_NUMBER = re.compile(r"(?:\d{1,3}[a-z]{0,2}|[a-z]\d{1,3})(?:\.\d{1,3})*")
_LETTER = re.compile(r"[a-z]|[ivx]{2,5}")
_BARE = re.compile(r"[a-z]?\d{1,2}(?:\.\d{1,3}){1,3}")
_STATUTE = re.compile(r"\d{3}|\d+[a-z]")  # no policy has a section 175 or 43B
_PART_OF = re.compile(
    r"\s*(?:[\"'“‘][^\"'”’]{1,80}[\"'”’]|\([^()]{1,60}\))?\s*(?:,\s*)?(?:of|in|to)\s+(?:the\s+|our\s+)?[\"'“‘]?",
    re.IGNORECASE,
)
_PART_OF_WHAT = re.compile(r".{0,60}\bof (?:the )?[\"'“‘]?")
_OF_THIS = re.compile(r"\s*(?:of|in|to)\s+(?:this|our|the (?:policy|document|procedure))\b", re.IGNORECASE)
_OF_OTHER = re.compile(
    r"\s*(?:of|in|to)\s+(?:the\s+|that\s+)?(?:[\w’'-]+\s+){0,3}?(?:act|regulations?|order|measure|schedule|"
    r"code of practice|statutory|guidance|convention|gdpr|handbook|framework|advice)\b",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+(?:of|on) (?:the|our|their) (?!policy\b|document\b|community|population|public)")
_JOINT_BEFORE = re.compile(r"[\s,:(–—-]*\Z")
_APPENDED = re.compile(r"(?:append|annex|schedule|atodiad)", re.IGNORECASE)
_FAR = 600  # characters around a section in which documents are looked for
_NEAR = 90  # characters between a section and the document it is a section of


def find_sections(text: Text, documents: Sequence[Mention]) -> Iterator[Mention]:
    """Every mention of a numbered part; `documents` are the laws, guidance and policies named, in order."""
    done, starts = 0, [one.start for one in documents]
    for place in text.at(_words()):
        word = _words()[text.tokens[place]]
        # `Key Stage 2` is a time of life.
        numbers = list(_numbers(text, place + 1)) if place >= done and text.token(place - 1) != "key" else []
        if place == 0 and numbers and _is_own_name(text, numbers[-1][1]):
            continue
        for order, (start, end, label) in enumerate(numbers):
            first = place if order == 0 else start
            offset = text.spans[first][0]
            near = documents[bisect_left(starts, offset - _FAR) : bisect_left(starts, offset + _FAR)]
            yield _placed(text, first, end, word, label, near)
            done = end
        if not numbers:
            yield from _unnumbered(text, place)


def find_bare(text: Text) -> Iterator[Mention]:
    """Every number of several levels without a word: `see 2.5.4`, `(2.1.3 above)`."""
    for place, token in enumerate(text.tokens):
        if "." in token and _BARE.fullmatch(token) and _leads(text, place):
            first, last = text.spans[place]
            yield Mention(ReferenceType.SECTION, text.text[first:last], first, last, ("", token))


def find_pointers(text: Text) -> Iterator[Mention]:
    """`as above`, `the following guidelines`: words that point to another place and do not name it."""
    for place in text.at(_list("pointers")):
        if text.token(place - 1) in _list("pointed_by"):
            yield _pointer(text, place - 1, place + 1)
    for place in _pointing().starts(text):
        if found := _pointing().longest(text, place):
            yield _pointer(text, place, found[0])


def _pointer(text: Text, start: int, end: int) -> Mention:
    first, last = text.spans[start][0], text.spans[end - 1][1]
    return Mention(ReferenceType.SECTION, text.text[first:last], first, last)


@cache
def pointing_words() -> frozenset[str]:
    """Words of which one stands wherever words point to another place."""
    return _list("pointers") | _pointing().words


@cache
def section_words() -> frozenset[str]:
    """Words that stand before the number of a section."""
    return frozenset(_words())


def _unnumbered(text: Text, place: int) -> Iterator[Mention]:
    """A part of another document that bears no number: `the “report abuse” section of the site`."""
    if text.tokens[place] in ("section", "sections") and _OF.match(text.folded, text.spans[place][1]):
        first, last = text.spans[place]
        yield Mention(ReferenceType.ELSEWHERE, text.text[first:last], first, last)


def _numbers(text: Text, place: int) -> Iterator[tuple[int, int, str]]:
    """The numbers behind a word for a section: `7`, `2.1.4(a)`, `449 to 462`; each with its tokens."""
    while (found := _number(text, place)) is not None:
        end, label = found
        yield place, end, label
        place = end
        if text.token(place) in (",", "and", "or", "to", "–", "-") and _number(text, place + 1):
            place += 1
        elif text.token(place) == "," and text.token(place + 1) == "and" and _number(text, place + 2):
            place += 2
        else:
            return


def _number(text: Text, place: int) -> tuple[int, str] | None:
    """The place behind a number and its label; a letter counts only as a capital."""
    token = text.token(place)
    if not token:
        return None
    token = _number_words().get(token, token)
    if not _NUMBER.fullmatch(token):
        if not _LETTER.fullmatch(token) or not text.is_capital(place):
            return None
        # `Section A pupil …` begins a sentence with an article.
        if (
            token in ("a", "i")
            and text.token(place + 1)[:1].isalpha()
            and text.token(place + 1) not in ("of", "and", "for", "to")
        ):
            return None
    label, end = token, place + 1
    while text.token(end) == "(" and text.token(end + 2) == ")" and _sub(text, end):
        label += f".{text.token(end + 1)}"
        end += 3
    return end, label


def _sub(text: Text, place: int) -> bool:
    """Whether a bracket holds a sub-number and stands close to what is before it."""
    close = text.spans[place][0] == text.spans[place - 1][1]
    return close and re.fullmatch(r"[a-z]{1,4}|\d{1,2}", text.token(place + 1)) is not None


def _leads(text: Text, place: int) -> bool:
    """Whether the words around a number make it one of a section, and no date, time or version."""
    before, behind = text.token(place - 1), text.token(place + 1)
    if before in _list("leads_to_number") or behind in _list("pointers"):
        return True
    if before == "to" and text.token(place - 2) in ("refer", "according", "reference"):
        return True
    return text.tokens[place].count(".") > 1 and before not in _list("dates")


def _placed(text: Text, start: int, end: int, word: str, label: str, documents: Sequence[Mention]) -> Mention:
    """A numbered part as one of this policy, or of the document that the words name."""
    first, last = text.spans[start][0], text.spans[end - 1][1]
    own = Mention(ReferenceType.SECTION, text.text[first:last], first, last, (word, label))
    if _OF_THIS.match(text.text, last):
        return own
    document = _document(text.text, first, last, documents)
    if document is not None:
        a, b = min(first, document.start), max(last, document.end)
        b += text.text[a:b].count("(") > text.text[a:b].count(")") and text.text[b : b + 1] == ")"
        names = document.names if document.type is not ReferenceType.POLICY else ()
        return msgspec.structs.replace(
            document,
            type=ReferenceType.ELSEWHERE,
            words=text.text[a:b],
            start=a,
            end=b,
            names=names,
            part=f"{word} {label}",
        )
    if _is_of_other(text, first, last, word, label, documents):
        return msgspec.structs.replace(own, type=ReferenceType.ELSEWHERE, names=(), part=f"{word} {label}")
    return own


def _is_of_other(text: Text, first: int, last: int, word: str, label: str, documents: Sequence[Mention]) -> bool:
    """Whether a part is one of a law or guidance that is not named there, or was named earlier in the sentence."""
    if (word == "section" and _STATUTE.match(label)) or _OF_OTHER.match(text.text, last):
        return True
    appended = _APPENDED.match(text.text, first) is not None
    sentence = text.sentence(first, last)
    before = sentence[: sentence.find(text.folded[first:last])]
    return "see" not in before.split() and any(
        text.folded[one.start : one.end] in before
        for one in documents
        if one.end <= first and not (appended and one.type is ReferenceType.POLICY)
    )


def _document(text: str, first: int, last: int, documents: Sequence[Mention]) -> Mention | None:
    """The law or guidance that a part is one of: `section 89 of the … Act`, `the … Act 2010, section 20`."""
    for one in documents:
        if one.start >= last and one.start - last <= _NEAR:
            between = text[last : one.start]
            if not between.strip() or _PART_OF.fullmatch(between) or _PART_OF_WHAT.fullmatch(between):
                return one
        # `the agreement (Appendix 3)` stands in an appendix of this policy, `the Act (section 3)` in none.
        joined = one.end <= first and _JOINT_BEFORE.fullmatch(text[one.end : first])
        if joined and not (one.type is ReferenceType.POLICY and _APPENDED.match(text, first)):
            return one
    return None


@cache
def _words() -> dict[str, str]:
    data = load("references")
    some = (*data["sections"]["place"], *data["sections"]["part"])
    return {word: data["same"].get(word, word) for word in some}


@cache
def _number_words() -> dict[str, str]:
    return {str(word): str(number) for word, number in load("references")["number_words"].items()}


def _is_own_name(text: Text, behind: int) -> bool:
    """Whether a text begins with a number that is its own: `Step 2. Ask early`; `behind` is the place behind it."""
    return text.tokens[0] in _loose() and text.token(behind) in ("", ".", ":", "–", "—", "-", ")")


@cache
def _loose() -> frozenset[str]:
    return frozenset(load("references")["loose"])


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(load("references")[name])


@cache
def _pointing() -> Names[str]:
    return Names((phrase, phrase) for phrase in load("references")["pointing"])
