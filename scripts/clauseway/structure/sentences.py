"""Sentences and stems: where a paragraph becomes the lead-in of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from clauseway.vocabulary import load

_BREAK = re.compile(r"(?<=[.!?])[\"'’”)]*\s+(?=[\"'‘“(]?[A-Z0-9])")
_LAST_WORD = re.compile(r"([\w.'’]+)[\s\"'’”)]*$")
_WORD = re.compile(r"[\w'’]+")
# A clause opens with these, a title hardly: 'This policy:', 'We:'.
_SUBJECTS = frozenset({"this", "these", "those", "it", "we", "they", "you", "i"})
# Behind a noun these begin a clause about it: 'Steps the school will take:', 'Behaviour that is not tolerated:'.
_DETERMINERS = frozenset({"all", "the", "our", "any", "every", "each", "those"})
_ARTICLES = frozenset({"the", "a", "an", "each", "every", "our", "this", "his", "her"})
_RELATIVES = frozenset({"that", "which", "who", "the", "we", "you", "our", "they", "a", "to"})
# Within a line before a colon these make it a sentence: 'A complaint becomes unreasonable if the person:'.
# Behind these, within a few words, people are only spoken of.
_GOVERNING = frozenset({"about", "and", "between", "by", "for", "from", "of", "on", "to", "towards", "with"})
_CONDITIONS = frozenset({"if", "unless", "whether", "because"})
_ANNOUNCES = re.compile(r"\b(?:the following|as follows|any of these|these things|listed below)\b", re.IGNORECASE)
_CLOSED = re.compile(r"[.!?;][\"'’”)\]]*$")


@lru_cache(maxsize=1)
def _stem_words() -> tuple[frozenset[str], frozenset[str], frozenset[str], tuple[str, ...], frozenset[str]]:
    data = load("structure")
    endings = frozenset(data["stem_endings"])
    return (
        frozenset(data["finite_verbs"]),
        endings,
        frozenset(data["heading_nouns"]),
        tuple(data["stem_openers"]),
        frozenset(data["abbreviations"]),
    )


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph; joined with single spaces they are the paragraph again."""
    abbreviations = _stem_words()[4]
    found, start = [], 0
    for gap in _BREAK.finditer(text):
        before = _LAST_WORD.search(text[start : gap.start()].rstrip(".!?"))
        if before and text[gap.start() - 1] == "." and _is_abbreviation(before[1], abbreviations):
            continue
        found.append(text[start : gap.end()].rstrip())
        start = gap.end()
    found.append(text[start:])
    return found


def _is_abbreviation(word: str, abbreviations: frozenset[str]) -> bool:
    return word.lower() in abbreviations or (len(word) == 1 and word.isupper())


def ends_closed(text: str) -> bool:
    """Whether a text ends as a sentence or list item does: with a stop, not with a colon."""
    return bool(_CLOSED.search(text))


def ends_like_stem(text: str) -> bool:
    """Whether the last word wants a continuation (`must`, `to`, `the following`)."""
    last = text.rstrip(" :–—-…(").lower().rsplit(None, 2)[-2:]
    return bool(last) and (last[-1] in _stem_words()[1] or " ".join(last) in _stem_words()[1])


def has_finite_verb(text: str) -> bool:
    """Whether a verb that makes a sentence stands in the text, past its first word."""
    words = [w.lower() for w in _WORD.findall(text)]
    return any(w in _stem_words()[0] for w in words[1:])


def starts_with_verb(text: str) -> bool:
    """Whether the first word is a verb that makes a sentence (`may`, `must`, `keeps`)."""
    first = _WORD.match(text)
    return first is not None and (first[0].lower() in _stem_words()[0] or does_something(text))


def does_something(text: str) -> bool:
    """Whether the first word says what somebody does (`keeps`, `Reports`)."""
    first = _WORD.match(text)
    return first is not None and first[0].lower() in load("structure")["role_verbs"]


def names_people(text: str) -> bool:
    """Whether a line only says who (`Staff:`, `Parents who come to help`), so that what they do may follow.

    A bare `Staff` is rather a heading.
    """
    words = [word.lower() for word in _WORD.findall(text)]
    while words and words[0] in _DETERMINERS:
        words = words[1:]
    alone = len(words) == 1 and text.endswith(":")
    return bool(words) and words[0] in load("structure")["people"] and (alone or "who" in words[1:3])


def ends_in_people(text: str) -> bool:
    """Whether a line before a colon ends in those who act: `Alongside any teaching, senior leaders:`.

    Behind a preposition they are only spoken of: `Guidance for parents:`.
    """
    words = [word.lower() for word in _WORD.findall(text)]
    if not text.endswith(":") or len(words) < 2 or words[-1] not in load("structure")["people"]:
        return False
    return _GOVERNING.isdisjoint(words[-4:-1]) and not has_finite_verb(text)


def announces(text: str) -> bool:
    """Whether a text says that a list comes (`any of the following`)."""
    return bool(_ANNOUNCES.search(text))


def is_question_title(text: str) -> bool:
    """Whether a short line asks a question, or without a stop answers one: `What we will not charge for`."""
    opener = text.split(" ", 1)[0].lower().rstrip("?")
    if opener not in load("structure")["question_words"]:
        return False
    return len(text.split()) <= 16 if text.endswith("?") else len(text.split()) <= 12 and not re.search(r"[.;:,]", text)


def is_stem(text: str) -> bool:
    """Whether a text that stands above a list governs it, and is not its heading.

    `Staff must:` and `It aims to:` are stems; `Pupil expectations:` and `Steps the school will take:`
    are noun phrases, and so headings.
    """
    _, _, nouns, openers, _ = _stem_words()
    body = text.rstrip(" :–—-")
    words = [w.lower() for w in _WORD.findall(body)]
    if ends_like_stem(body) or "following" in words:
        return True
    if not words:
        return False
    if words[0] in nouns and (words[1:2] == [] or words[1] in _RELATIVES or not has_finite_verb(body)):
        return False
    subject = words[0] in _SUBJECTS and not (body[:2].isupper() and len(words[0]) > 1)  # `IT staff` is none
    if subject or words[0] in load("structure")["stem_prepositions"]:
        return True
    if any(f"{body.lower()} ".startswith(f"{opener} ") for opener in openers):
        return True
    if text.endswith(":") and (words[-1] in load("structure")["taking_verbs"] or _CONDITIONS.intersection(words[1:])):
        return len(words) > 1 and not is_question_title(body)
    return has_finite_verb(body) or len(words) > 14 or (text.endswith(":") and _tells(words))


def _tells(words: Sequence[str]) -> bool:
    """Whether a thing, or people, and then what it does make a sentence: `the plan sets out`, `staff think about`."""
    data = load("structure")
    if words[0] in _ARTICLES:
        return any(word in _third_persons() for word in words[2:])
    return words[0] in data["people"] and any(word in _base_verbs() for word in words[1:3])


@lru_cache(maxsize=1)
def _base_verbs() -> frozenset[str]:
    """Verbs that are hardly ever nouns."""
    data = load("duties")
    return frozenset(data["imperatives"]).difference(data["noun_like"], load("structure")["nouns_in_headings"])


@lru_cache(maxsize=1)
def _third_persons() -> frozenset[str]:
    """The same as they stand behind `he` and `it`; the few that only tell, and never command, are added."""
    return frozenset(map(_third_person, _base_verbs())) | frozenset(load("structure")["telling_verbs"])


def _third_person(verb: str) -> str:
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{verb}s"


def split_stem(text: str) -> tuple[str, str]:
    """A paragraph that ends in a stem, as what it says before and the stem.

    The stem is the last sentence, with the one before it where the last is only a parenthesis; a mere label
    before it (`Live lessons. Staff should:`) belongs to it.
    """
    found = sentences(text)
    cut = len(found) - 1
    if cut and found[cut].startswith("("):
        cut -= 1
    if cut and announces(found[cut - 1]) and not announces(found[cut]) and ends_closed(found[cut]):
        cut -= 1
    if cut == 1 and len(found[0].split()) <= 3 and not has_finite_verb(found[0]):
        cut = 0
    return " ".join(found[:cut]), " ".join(found[cut:])
