"""The style sheet of a page, as far as it bears on what its text says: numbers, bullets, what is hidden or struck out.

Rules with selectors that are not understood are not guessed at: where they would count or draw something,
whom they might mean is remembered, so that no wrong number is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from clauseway.sources.html.tree import Node, ancestors

Style = Mapping[str, str]
"""Values by property, in lower case but for strings."""

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_AT_LINE = re.compile(r"@(?:import|charset|namespace)[^;{}]*;", re.IGNORECASE)
_DECLARATION = re.compile(
    r"""\s*([a-z-]+)\s*:\s*((?:"[^"]*"|'[^']*'|\([^)]*\)|[^;"'(]|["'(])*+)(?:;|\Z)""", re.IGNORECASE
)
_WANTED = frozenset(
    [
        "display",
        "visibility",
        "list-style",
        "list-style-type",
        "counter-reset",
        "counter-increment",
        "counter-set",
        "content",
        "font-weight",
        "font-style",
        "text-decoration",
        "text-decoration-line",
        "mso-list",
    ]
)
_PART = re.compile(r"(\*|[a-zA-Z][\w-]*)?((?:[.#](?:[\w-]|\\.)+)*)((?:::?[a-z-]+)?)")
_NAMES = re.compile(r"([.#])((?:[\w-]|\\.)+)")
_MARKS = {":before": "before", "::before": "before", "::marker": "marker"}
_MOST_RULES = 300  # for one name; a page with more was made to be slow
_MOST_PARTS = 6  # of one selector; those of pages have two or three
_DEEPEST_SEARCH = 60  # ancestors that are looked at for one selector


class _Part(msgspec.Struct, frozen=True, gc=False):
    """What one element has to be."""

    tag: str
    classes: tuple[str, ...]
    id: str
    child: bool
    """Whether it stands directly in the element that the part before means."""


class _Rule(msgspec.Struct, frozen=True):
    parts: tuple[_Part, ...]
    pseudo: str
    weight: tuple[int, int, int, int]
    style: Style


class Styles(msgspec.Struct, frozen=True):
    """The rules of a page by the class, id or name of the elements they mean."""

    rules: Mapping[str, Sequence[_Rule]]
    """By `.class`, `#id`, the name of an element or `*`."""
    unsure: frozenset[str] = frozenset()
    """The classes, ids and names of elements that rules might number that are not understood."""

    def of(self, nodes: Sequence[Node], index: int, pseudo: Literal["", "before", "marker"] = "") -> Style:
        """Give what is stated for an element, or for the text that is drawn before it or as its list mark."""
        node = nodes[index]
        found = sorted(
            (
                rule
                for key in _keys(node)
                for rule in self.rules.get(key, ())
                if rule.pseudo == pseudo and _matches(nodes, index, rule.parts)
            ),
            key=lambda rule: rule.weight,
        )
        own = node.attributes.get("style", "") if not pseudo else ""
        if not found:
            return declarations(own) if own else _NOTHING
        merged: dict[str, str] = {}
        for rule in found:
            merged.update(rule.style)
        return {**merged, **declarations(own)} if own else merged

    def is_unsure(self, nodes: Sequence[Node], index: int) -> bool:
        """Tell whether a rule that is not understood might number an element."""
        return bool(self.unsure) and any(key in self.unsure for key in _keys(nodes[index]) if key != "*")


_NOTHING: Style = {}


def read_styles(sheets: Sequence[str]) -> Styles:
    """Read the style sheets of a page."""
    rules: dict[str, list[_Rule]] = {}
    unsure: set[str] = set()
    for order, (selector, body) in enumerate(_all_rules(sheets)):
        style = declarations(body)
        if not style:
            continue
        for one in selector.split(","):
            rule = _rule(one.strip(), order, style)
            if rule:
                of_name = rules.setdefault(_key(rule.parts[-1]), [])
                if len(of_name) < _MOST_RULES:
                    of_name.append(rule)
            elif _counts(style):
                unsure.update(_subjects(one))
    return Styles(rules, frozenset(unsure))


def declarations(body: str) -> Style:
    """Give the wanted properties of a rule's body or of a `style` attribute."""
    if ":" not in body:
        return _NOTHING
    found: dict[str, str] = {}
    for name, value in _DECLARATION.findall(body):
        name = name.lower()
        if name in _WANTED:
            value = value.replace("!important", "").strip()
            found[name] = value if '"' in value or "'" in value or name.startswith("counter") else value.lower()
    return found


def _counts(style: Style) -> bool:
    return "counter" in style.get("content", "") or any(name.startswith("counter-") for name in style)


def _all_rules(sheets: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give selector and body of the rules for screens, in order."""
    for sheet in sheets:
        yield from _rules(_AT_LINE.sub("", _COMMENT.sub("", sheet)))


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    position = 0
    while (opened := sheet.find("{", position)) >= 0:
        selector = sheet[position:opened].rpartition("}")[2].strip()
        closed = sheet.find("}", opened)
        closed = len(sheet) if closed < 0 else closed
        if not selector.startswith("@"):
            yield selector, sheet[opened + 1 : closed]
            position = closed + 1
        elif selector.lower().replace(" ", "") in ("@mediascreen", "@mediaall"):
            position = opened + 1
        else:
            position = _behind(sheet, opened)


def _behind(sheet: str, opened: int) -> int:
    """Give the offset behind a group in braces."""
    depth = 0
    for brace in re.compile(r"[{}]").finditer(sheet, opened):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return brace.end()
    return len(sheet)


def _rule(selector: str, order: int, style: Style) -> _Rule | None:
    """Read a selector of names, classes and ids; None where it has anything else in it."""
    parts: list[_Part] = []
    pseudo = ""
    words = selector.replace(">", " > ").split()
    child = False
    for word in words:
        if word == ">":
            child = True
            continue
        found = _PART.fullmatch(word)
        if pseudo or not found or not word or (found[3] and found[3] not in _MARKS):
            return None
        pseudo = _MARKS.get(found[3], "")
        names = _NAMES.findall(found[2])
        classes = tuple(name for sign, name in names if sign == ".")
        ids = [name for sign, name in names if sign == "#"]
        tag = (found[1] or "*").lower()
        parts.append(_Part("*" if tag == "html" else tag, classes, ids[-1] if ids else "", child))
        child = False
    if not 0 < len(parts) <= _MOST_PARTS or child:
        return None
    weight = (
        sum(bool(part.id) for part in parts),
        sum(len(part.classes) for part in parts),
        sum(part.tag != "*" for part in parts),
        order,
    )
    return _Rule(tuple(parts), pseudo, weight, style)


def _key(part: _Part) -> str:
    if part.id:
        return f"#{part.id}"
    return f".{part.classes[0]}" if part.classes else part.tag


def _subjects(selector: str) -> Iterator[str]:
    """Give the names in the last part of a selector that is not understood."""
    last = re.split(r"[\s>+~]+", selector.strip())[-1]
    names = [f"{sign}{name}" for sign, name in _NAMES.findall(last.partition(":")[0])]
    tag = re.match(r"[a-zA-Z][\w-]*", last)
    yield from names or ([tag[0].lower()] if tag else [])


def _keys(node: Node) -> Iterator[str]:
    yield node.tag
    yield "*"
    if node.attributes:
        if "class" in node.attributes:
            for name in node.attributes["class"].split():
                yield f".{name}"
        if "id" in node.attributes:
            yield f"#{node.attributes['id']}"


def _matches(nodes: Sequence[Node], index: int, parts: Sequence[_Part]) -> bool:
    if not _is(nodes[index], parts[-1]):
        return False
    if len(parts) == 1:
        return True
    above = [nodes[i] for i, _ in zip(ancestors(nodes, index), range(_DEEPEST_SEARCH), strict=False)]
    return _above(above, 0, parts, len(parts) - 1)


def _above(above: Sequence[Node], start: int, parts: Sequence[_Part], count: int) -> bool:
    """Tell whether the first `count` parts fit the ancestors from `start` on."""
    if not count:
        return True
    farthest = min(start + 1, len(above)) if parts[count].child else len(above)
    return any(
        _is(above[place], parts[count - 1]) and _above(above, place + 1, parts, count - 1)
        for place in range(start, farthest)
    )


def _is(node: Node, part: _Part) -> bool:
    if part.tag not in ("*", node.tag):
        return False
    if part.id and node.attributes.get("id") != part.id:
        return False
    return not part.classes or set(part.classes) <= set(node.attributes.get("class", "").split())
