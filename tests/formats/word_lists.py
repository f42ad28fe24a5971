"""The lists of a Word file: definitions and instances in `numbering.xml`, and what paragraphs say of them."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from tests.formats.author import Form, Level

FIRST = {"decimal": "1", "lowerLetter": "a", "lowerRoman": "i", "upperLetter": "A", "upperRoman": "I"}


class Lists:
    """The list definitions of one file, and which instance of each is in use."""

    def __init__(self, word: Any, levels: dict[str, tuple[Level, ...] | str]) -> None:
        self.levels = {name: _steps(levels, name) for name in levels}
        self.root: Any = word.part.numbering_part.element
        self.abstract = {name: at for at, name in enumerate(levels)}
        self.used: dict[str, int] = {}
        self.count = 0
        for name in levels:
            self.instance(name)

    def instance(self, name: str, level: int | None = None, start: int = 1) -> int:
        """Add an instance of a list, with a start override at `level`, and use it from here on."""
        self.count += 1
        override = ""
        if level is not None:
            override = f"<w:lvlOverride w:ilvl='{level}'><w:startOverride w:val='{start}'/></w:lvlOverride>"
        self.root.append(
            parse_xml(
                f"<w:num {nsdecls('w')} w:numId='{self.count}'><w:abstractNumId w:val='{self.abstract[name]}'/>"
                f"{override}</w:num>"
            )
        )
        self.used[name] = self.count
        return self.count

    def number(self, paragraph: Any, form: Form, printed: str, start: int) -> None:
        """Number a paragraph; a fresh instance where the printed number is a first one and the form asks for it."""
        level = self.levels[form.list][form.level]
        last = re.split(r"\W+", printed.strip("().:"))[-1]
        if start or (form.fresh and last == FIRST.get(level.fmt)):
            self.instance(form.list, form.level, start or 1)
            self._say(paragraph, form)
        elif not form.by_style:
            self._say(paragraph, form)

    def bullet(self, paragraph: Any, form: Form) -> None:
        """Give a paragraph a bullet of the list."""
        if not form.by_style:
            self._say(paragraph, form)

    def _say(self, paragraph: Any, form: Form) -> None:
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = form.level
        properties.get_or_add_numId().val = self.used[form.list]


def _steps(levels: dict[str, tuple[Level, ...] | str], name: str) -> tuple[Level, ...]:
    steps = levels[name]
    return _steps(levels, steps) if isinstance(steps, str) else steps


def write_lists(word: Any, levels: dict[str, tuple[Level, ...] | str]) -> Lists:
    """Replace the template's lists by `levels` and tie styles to them."""
    root = word.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    for style in word.styles.element.iter(qn("w:style")):
        for found in list(style.iter(qn("w:numPr"))):
            found.getparent().remove(found)
    linked = {steps for steps in levels.values() if isinstance(steps, str)}
    for at, (name, steps) in enumerate(levels.items()):
        root.append(_link(at, steps) if isinstance(steps, str) else _definition(at, steps, word, name, name in linked))
    lists = Lists(word, levels)
    for name, steps in levels.items():
        if name in linked:
            _list_style(word, name, lists.used[name])
        for depth, step in enumerate(steps if not isinstance(steps, str) else ()):
            if step.style:
                _tie(word, step.style, lists.used[name], depth)
    return lists


def _link(at: int, name: str) -> Any:
    return parse_xml(
        f"<w:abstractNum {nsdecls('w')} w:abstractNumId='{at}'><w:multiLevelType w:val='multilevel'/>"
        f"<w:numStyleLink w:val='List-{name}'/></w:abstractNum>"
    )


def _list_style(word: Any, name: str, number: int) -> None:
    word.styles.element.append(
        parse_xml(
            f"<w:style {nsdecls('w')} w:type='numbering' w:customStyle='1' w:styleId='List-{name}'>"
            f"<w:name w:val='List {name}'/><w:pPr><w:numPr><w:numId w:val='{number}'/></w:numPr></w:pPr></w:style>"
        )
    )


def _definition(at: int, steps: tuple[Level, ...], word: Any, name: str, linked: bool) -> Any:
    levels = "".join(_level(depth, step, word) for depth, step in enumerate(steps))
    link = f"<w:styleLink w:val='List-{name}'/>" if linked else ""
    return parse_xml(
        f"<w:abstractNum {nsdecls('w')} w:abstractNumId='{at}'><w:multiLevelType w:val='multilevel'/>{link}{levels}"
        f"</w:abstractNum>"
    )


def _level(depth: int, step: Level, word: Any) -> str:
    restart = f"<w:lvlRestart w:val='{step.restart}'/>" if step.restart is not None else ""
    style = f"<w:pStyle w:val='{word.styles[step.style].style_id}'/>" if step.style else ""
    legal = "<w:isLgl/>" if step.legal else ""
    suffix = f"<w:suff w:val='{step.suffix}'/>" if step.suffix else ""
    font = (
        f"<w:rPr><w:rFonts w:ascii='{step.font}' w:hAnsi='{step.font}' w:hint='default'/></w:rPr>" if step.font else ""
    )
    left = step.left or 567 * (depth + 1)
    return (
        f"<w:lvl w:ilvl='{depth}'><w:start w:val='{step.start}'/><w:numFmt w:val='{step.fmt}'/>{restart}{style}{legal}"
        f"{suffix}<w:lvlText w:val='{step.text}'/><w:lvlJc w:val='left'/>"
        f"<w:pPr><w:ind w:left='{left}' w:hanging='567'/></w:pPr>{font}</w:lvl>"
    )


def _tie(word: Any, name: str, number: int, depth: int) -> None:
    properties = word.styles[name].element.get_or_add_pPr()
    numbering = parse_xml(f"<w:numPr {nsdecls('w')}><w:ilvl w:val='{depth}'/><w:numId w:val='{number}'/></w:numPr>")
    properties.insert_element_before(
        numbering, "w:suppressLineNumbers", "w:pBdr", "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )
