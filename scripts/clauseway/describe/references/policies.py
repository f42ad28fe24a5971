"""Other policies: known names before or behind `policy`, names written as titles, and those that are only described."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec

from clauseway.describe.reading.tokens import fold, tokenise
from clauseway.describe.references.text import Names, Text
from clauseway.model import Mention, ReferenceType
from clauseway.vocabulary import load
from clauseway.vocabulary.policy_names import word_list

_MOST = 9  # words of a name
_UNKNOWN_NAME = 4  # words of a name that no list has
_JOINTS = frozenset({"and", ",", "or"})
_BEHIND = frozenset({"on", "for", "regarding", "concerning", "about", "in"})
_ARTICLES = frozenset({"the", "our", "their", "its", "school's"})
_OWNER_REACH = 4
_NAME_BEHIND = 40  # characters between somebody's policy and its name
_NAME_GOES_ON = re.compile(r"[\s:/“\"'(–-]*(?:[A-Z][\w-]*[\s/-]*)*")


def find_policies(text: Text) -> Iterator[Mention]:
    """Every mention of a policy, in the order of the words; one that speaks of this policy is none."""
    return _joined(text, _found(text))


def _found(text: Text) -> Iterator[Mention]:
    done = 0
    for place in sorted({*text.at(_heads()), *_documents().starts(text)}):
        if place < done:
            continue
        found = list(_at(text, place))
        yield from (mention for mention, _ in found)
        done = max((end for _, end in found), default=done)


@cache
def policy_words() -> frozenset[str]:
    """Words of which one stands wherever there is something to find."""
    return _heads() | _documents().words


def _at(text: Text, place: int) -> Iterator[tuple[Mention, int]]:
    """What is mentioned by the word at a place, each with the place behind it."""
    token = text.tokens[place]
    document = _documents().longest(text, place)
    if document and text.token(document[0]) not in _firm():
        if not _is_silent(text, place):
            yield _mention(text, place, document[0], " ".join(text.tokens[place : document[0]])), document[0]
    elif token in _firm():
        yield from _of_head(text, place, firm=True)
    elif token in _only_known():
        yield from _of_head(text, place, firm=False)
    elif token == "guidance" and text.token(place - 1) in word_list("own_guidance"):
        yield _mention(text, place - 1, place + 1, ""), place + 1


def _of_head(text: Text, head: int, *, firm: bool) -> Iterator[tuple[Mention, int]]:
    """The policies that a word such as `policies` names: by known names, as a title, by what they are on, or not."""
    end = _through(text, head)
    if known := _known_before(text, head):
        # `this behaviour policy` speaks of itself.
        if text.token(known[0][0] - 1) not in ("this", "these"):
            yield from ((_mention(text, *span, name), end) for span, name in _spans(known, head, end, text))
    elif text.tokens[head] != "guidelines" and (behind := _known_behind(text, head)):
        yield _mention(text, head, behind[0], behind[1]), behind[0]
    elif owner := _owner(text, head):
        first, last = text.spans[owner][0], text.spans[end - 1][1]
        yield Mention(ReferenceType.OTHER_POLICY, text.text[first:last], first, last), end
    elif firm and text.is_capital(head) and (title := _title_start(text, head)) is not None:
        yield _mention(text, title, end, _plain(text.tokens[title:head])), end
    else:
        yield from _described(text, head, end, firm)


def _described(text: Text, head: int, end: int, firm: bool) -> Iterator[tuple[Mention, int]]:
    """`our parking policy`, of which no list knows the name, and `other relevant policies`, which names none."""
    if text.token(head - 1) == "that" and text.token(head - 2) in ("of", "in", "under", "with", "by", "to"):
        yield _mention(text, head - 1, end, ""), end
        return
    start = head
    while start > 0 and head - start < _MOST and _describes(text, start - 1):
        start -= 1
    while start < head and text.tokens[start] == "and":
        start += 1
    # Whose it is says nothing of what it is called.
    words = [text.tokens[place] for place in range(start, head) if text.tokens[place] != "'s" != text.token(place + 1)]
    words = words or ["school"] * (start < head)
    name = [token for token in words if token not in word_list("generic") and token not in word_list("silent")]
    if name and firm and len(name) <= _UNKNOWN_NAME and (text.token(start - 1) in _ARTICLES or "school" in words[:1]):
        yield _mention(text, start, end, _plain(name)), end
    elif words and not name and not word_list("generic").isdisjoint(words) and not {"this", "these"} & set(words):
        yield _mention(text, start, end, ""), end


def _describes(text: Text, place: int) -> bool:
    token = text.tokens[place]
    return token == "'s" or (token[0].isalnum() and token not in word_list("breaks"))


def _through(text: Text, head: int) -> int:
    """The place behind `policy` and what goes on with it: `policy and procedures`."""
    more = text.token(head + 1) in ("and", "or") and text.token(head + 2) in _firm() | _only_known()
    return head + 3 if more else head + 1


def _known_before(text: Text, head: int) -> list[tuple[int, int]]:
    """The known names before a head, joined by `and` or commas, in order: the first place and the one behind."""
    found: list[tuple[int, int]] = []
    end = head - (text.token(head - 1) in ("-", "–"))
    while (start := _longest_ending(text, end)) is not None:
        found.insert(0, (start, end))
        joint = start - 1
        # `anti-bullying, attendance, SEND and safeguarding`; each may bear a word such as `staff` before its name
        while text.token(joint) in _JOINTS:
            joint -= 1
        if joint == start - 1:
            break
        end = joint + 1
    return found


def _longest_ending(text: Text, end: int) -> int | None:
    """The start of the longest known name that ends at a place."""
    return next((start for start in range(max(0, end - _MOST), end) if _names().ends(text, start, end)), None)


def _spans(known: Sequence[tuple[int, int]], head: int, end: int, text: Text) -> Iterator[tuple[tuple[int, int], str]]:
    """What each known name covers: several before a plural are several policies, before a singular one."""
    known = [(_name_start(text, known[0][0]), known[0][1]), *known[1:]]
    names = [_plain(text.tokens[start:last]) for start, last in known]
    if len(known) > 1 and text.tokens[head] not in _plurals():
        yield (known[0][0], end), " and ".join(names)
        return
    for (start, last), name in zip(known, names, strict=True):
        yield (start, end if last == known[-1][1] else last), name


def _name_start(text: Text, start: int) -> int:
    """Where a name begins that a known one ends: a `staff attendance policy` is no `attendance policy`."""
    first = start
    while first > 0 and start - first < _UNKNOWN_NAME and _says(text, first - 1):
        first -= 1
    return first


def _says(text: Text, place: int) -> bool:
    """Whether a word belongs to the name behind it."""
    token = text.tokens[place]
    never = word_list("breaks") | word_list("generic") | word_list("silent") | word_list("owners_elsewhere")
    parted = "/" in text.text[text.spans[place][1] : text.spans[place + 1][0]]
    return token[0].isalnum() and not parted and token not in never | _JOINTS and text.token(place + 1) != "'s"


def _known_behind(text: Text, head: int) -> tuple[int, str] | None:
    """The place behind a known name that says what a policy is on, and the name."""
    place = head + 1
    if text.token(place) in _BEHIND:
        place += 1
        while text.token(place) in _ARTICLES or text.token(place) == "'s":
            place += 1
    elif text.tokens[head] not in ("polisi", "polisïau", "polisiau"):
        return None
    found = _names().longest(text, place)
    return (found[0], _plain(text.tokens[place : found[0]])) if found else None


def _title_start(text: Text, head: int) -> int | None:
    """The token with which a name begins that is written in capitals as a title; None where it says nothing."""
    start, place = head, head - 1
    while place >= 0 and head - place <= _MOST:
        token = text.tokens[place]
        if not token[0].isalnum() and token not in ("'s", "'"):
            break
        if token[0].isalnum() and text.is_capital(place):
            start = place
        elif token not in ("and", "of", "for", "with", "'s", "'", "to", "in"):
            break
        place -= 1
    while start < head and text.tokens[start] in word_list("breaks"):
        start += 1
    said = [token for token in text.tokens[start:head] if token not in word_list("generic") | word_list("silent")]
    return start if any(token[0].isalnum() for token in said) else None


def _is_silent(text: Text, place: int) -> bool:
    """Whether what stands before a document's name makes it this one: `this code of conduct`."""
    return text.token(place - 1) in ("this", "these") or text.token(place - 2) == "this"


def _mention(text: Text, start: int, end: int, name: str) -> Mention:
    first, last = text.spans[start][0], text.spans[end - 1][1]
    theirs = _is_elsewhere(text, start)
    kind = ReferenceType.OTHER_POLICY if theirs else ReferenceType.POLICY
    return Mention(kind, text.text[first:last], first, last, (name,) if name else ())


def _joined(text: Text, found: Iterable[Mention]) -> Iterator[Mention]:
    """The same; a name right behind somebody else's policy is the name of that: `the Council's policy – Safe Sites`."""
    last: Mention | None = None
    for one in found:
        near = (
            last is not None and 0 <= one.start - last.end <= _NAME_BEHIND and last.type is ReferenceType.OTHER_POLICY
        )
        if near and last is not None and _NAME_GOES_ON.fullmatch(text.text, last.end, one.start):
            one = msgspec.structs.replace(one, type=ReferenceType.OTHER_POLICY)
        yield one
        last = one


def _is_elsewhere(text: Text, start: int) -> bool:
    """Whether the words before a name say that the policy is somebody else's, and not the school's too."""
    before = text.tokens[max(0, start - _OWNER_REACH) : start]
    phrase = " ".join(before).replace(" 's", "'s")
    owned = phrase.endswith(_owners()) or any(
        f"{owner} 's" in " ".join(before[-2:]) for owner in word_list("owners_elsewhere")
    )
    return owned and not {"school", "schools", "our"} & set(before)


def _owner(text: Text, head: int) -> int | None:
    """Where words before `policy` begin that say only whose it is: `the Local Authority policy`."""
    starts = range(max(1, head - 2), head)
    return next((start for start in starts if " ".join(text.tokens[start:head]) in word_list("owners_elsewhere")), None)


@cache
def _owners() -> tuple[str, ...]:
    return tuple(owner for name in sorted(word_list("owners_elsewhere")) for owner in (f" {name}", f"the {name}"))


def _plain(tokens: Sequence[str]) -> str:
    return " ".join(token for token in tokens if token[0].isalnum())


@cache
def _firm() -> frozenset[str]:
    return frozenset(load("policy_names")["heads"]["firm"])


@cache
def _only_known() -> frozenset[str]:
    return frozenset(load("policy_names")["heads"]["only_known"])


@cache
def _plurals() -> frozenset[str]:
    return frozenset(word for word in _firm() | _only_known() if word.endswith("s") or word in ("policies", "polisïau"))


@cache
def _heads() -> frozenset[str]:
    return _firm() | _only_known() | {"guidance"}


def _tokens(names: Iterable[str]) -> Names[str]:
    phrases = {" ".join(tokenise(fold(name))) for name in names}
    return Names((phrase, phrase) for phrase in sorted(phrases))


@cache
def _names() -> Names[str]:
    data = load("policy_names")
    return _tokens(name for part in ("topics", "documents") for names in data[part].values() for name in names)


@cache
def _documents() -> Names[str]:
    return _tokens(name for names in load("policy_names")["documents"].values() for name in names)
