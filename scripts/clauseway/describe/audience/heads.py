"""Which of the groups named in a stretch of text is the one that acts, apart from those merely mentioned."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from clauseway.describe.reading import Mention
from clauseway.describe.reading import grammar as g
from clauseway.describe.reading.mentions import BELONGINGS, PREPOSITIONS, start_of
from clauseway.vocabulary import load

_DATA: dict[str, Any] = load("roles")
_FOR, OF = frozenset(_DATA["heading_for"]), frozenset(_DATA["heading_of"])
_BETWEEN = frozenset({"and", "or", ",", "&", "nor", "/", "(", "both", "as", "well", "their"})
_AFTER_A_HEAD = g.BE | g.JOINS | g.COMMAS | g.RELATIVES | PREPOSITIONS | frozenset(_DATA["after_a_head"])
_BEFORE_A_HEAD = g.DETERMINERS | frozenset(_DATA["before_a_head"])


def heads(
    tokens: Sequence[str], mentions: Sequence[Mention], begin: int, end: int, loose: bool = False
) -> list[Mention]:
    """Give the first group in [begin, end) that is no mere mention, with the groups joined to it.

    A group behind a preposition ("contact with pupils", "parents of pupils") or in front of a thing ("pupil
    records") is a mention; one that owns what it is answerable for ("pupils' phones") is not. With `loose`,
    standing in front of a thing does no harm: headings are written so ("Staff training").
    """
    chain: list[Mention] = []
    if not mentions:
        return chain
    mentioned_until = -1
    for place in range(bisect_left(mentions, begin, key=start_of), len(mentions)):
        mention = mentions[place]
        if mention.end > end:
            break
        named_on = place + 1 < len(mentions) and mentions[place + 1].start == mention.end
        if mention.role == "visitors" or (mention.role == "school" and named_on):
            continue
        if chain and not _joined(tokens, chain[-1].end, mention.start):
            break
        if chain:
            chain.append(mention)
        elif (mentioned_until >= 0 and _joined(tokens, mentioned_until, mention.start)) or not (
            _free(tokens, begin, mention.start)
            and not _described(tokens, begin, mention.start)
            and (loose or named_on or acts(tokens, mention.end, end))
        ):
            mentioned_until = mention.end
        else:
            chain.append(mention)
    return chain


def _joined(tokens: Sequence[str], end: int, start: int) -> bool:
    """Tell whether nothing but "and", "or", a comma or an article stands between two groups."""
    return all(t in _BETWEEN or t in g.DETERMINERS or g.is_adverb(t) for t in tokens[end:start])


def _described(tokens: Sequence[str], begin: int, start: int) -> bool:
    """Tell whether the group only describes a thing: "Pictures that include other children must"."""
    return any(t in g.RELATIVES for t in tokens[begin + 1 : start])


def _free(tokens: Sequence[str], begin: int, start: int) -> bool:
    """Tell whether no preposition governs the group; "responsibilities of parents" makes it the one who acts."""
    k = start - 1
    while k >= begin and tokens[k] in _BEFORE_A_HEAD:
        k -= 1
    if k < begin or tokens[k] not in PREPOSITIONS:
        return True
    named_for = tokens[k] in {"of", "for", "from"} and k > begin and tokens[k - 1] in OF
    return named_for or (tokens[k] in _FOR and k == begin)


def acts(tokens: Sequence[str], place: int, end: int) -> bool:
    """Tell whether the group itself stands there and not a thing named after it."""
    if place >= end:
        return True
    word = tokens[place]
    if word in {"'s", "'"} and place + 1 < end:
        return tokens[place + 1] in BELONGINGS or tokens[place + 1] in g.COMMAS
    if word in _AFTER_A_HEAD or word in BELONGINGS or word in g.SUBORDINATORS or word.endswith("ing"):
        return True
    return g.is_adverb(word) or g.is_participle(word) or _is_verb(word)


def _is_verb(word: str) -> bool:
    """Tell a present tense by its base form; a noun in -s has no such base, or a known ending."""
    plain = word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "tions", "ments")) else word
    return plain in g.IMPERATIVES
