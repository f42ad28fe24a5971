"""What the search takes for a word, and which words it takes for one: forms, spellings, joined and split words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

import snowballstemmer

from clauseway.vocabulary import load
from clauseway.words import words

_STEMMER = snowballstemmer.stemmer("english")
_POSSESSIVE = re.compile(r"['’]s\b")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_JOINED = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)+")
_HYPHEN = re.compile("[-‐‑]")
_IZE = re.compile(r"([a-z]{3,})iz(e|es|ed|er|ers|ing|ation|ations)")


def terms(text: str) -> list[str]:
    """The words of a text in order, lower case: `It's the teacher's e-mail` gives `its the teacher e mail`."""
    plain = _POSSESSIVE.sub("", unicodedata.normalize("NFC", text.lower()))
    return words(_APOSTROPHE.sub("", plain))


def joined(text: str) -> list[str]:
    """The words that stand hyphenated in a text, written as one: `cyber-bullying` gives `cyberbullying`."""
    if not _HYPHEN.search(text):
        return []
    return [re.sub(r"\W", "", match) for match in _JOINED.findall(unicodedata.normalize("NFC", text.lower()))]


@lru_cache(maxsize=131072)
def family(word: str) -> str:
    """The key under which all forms and spellings of a word are found; `word` is one of those that `terms` gives."""
    british = _british(word)
    return str(_STEMMER.stemWord(_irregular().get(british, british)))


def _british(word: str) -> str:
    spellings = load("search/spellings")
    if word in spellings["pairs"]:
        return str(spellings["pairs"][word])
    for american in spellings["our"]:
        if word.startswith(american):
            return f"{american[:-2]}our{word[len(american) :]}"
    match = _IZE.fullmatch(word)
    return f"{match[1]}is{match[2]}" if match and word not in spellings["not_ise"] else word


def forms(real: Iterable[str]) -> dict[str, list[str]]:
    """By family: its words among `real`, their American spellings, and irregular forms that somebody may type."""
    found: dict[str, set[str]] = {}
    for word in set(real):
        found.setdefault(family(word), set()).add(word)
    return {key: sorted(some | _american(key, some) | _alike().get(key, set())) for key, some in sorted(found.items())}


def _american(key: str, words: Iterable[str]) -> set[str]:
    """The American spellings of some British words; what is none is told by its family."""
    spellings = load("search/spellings")["pairs"].items()
    made = {american for american, british in spellings if british in words}
    made |= {word.replace("our", "or", 1) for word in words}
    made |= {re.sub(r"is(e|es|ed|er|ers|ing|ation|ations)$", r"iz\1", word) for word in words}
    return {word for word in made if family(word) == key}


@cache
def _irregular() -> dict[str, str]:
    """The word that each irregular form belongs to."""
    return {form: word for word, some in load("search/spellings")["irregular"].items() for form in some}


@cache
def _alike() -> dict[str, set[str]]:
    """Irregular forms and their words by family."""
    found: dict[str, set[str]] = {}
    for form, word in _irregular().items():
        found.setdefault(family(word), set()).update((form, word))
    return found
