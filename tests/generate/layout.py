"""A made-up policy's outline printed as plain text or Markdown: wrapped or not, with or without pages."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from textwrap import TextWrapper

from tests.generate.outline import Element

_SECTIONS = ("section", "subsection")


@dataclass(frozen=True, slots=True)
class Form:
    """How a document is printed."""

    markdown: bool
    """Whether it is a Markdown file."""
    headings: str
    """`plain`, `capitals`, `bold` or `hash`."""
    width: int
    """Characters a line for hard-wrapped text; 0 for one paragraph a line."""
    page_lines: int
    """Lines a page, with running head and foot and a form feed between; 0 for no pages."""
    contents: str
    """`none`, `plain`, `dots` or `tabs`."""
    spaced_items: bool
    """Whether an empty line stands between list items."""
    stress: bool
    """Whether the negation of a lead-in is set in bold."""


def form(rng: Random, numbered: bool, allow_markdown: bool) -> Form:
    """Choose a form; headings without numbers are set apart by capitals or emphasis."""
    markdown = rng.random() < 0.5 and allow_markdown
    if markdown:
        headings = rng.choice(("hash", "hash", "bold"))
    else:
        headings = rng.choice(("plain", "capitals")) if numbered else rng.choice(("capitals", "bold"))
    return Form(
        markdown=markdown,
        headings=headings,
        width=0 if markdown else rng.choice((0, 0, 76, 88, 100)),
        page_lines=0 if markdown else rng.choice((0, 0, 0, 46, 54)),
        contents=rng.choice(("none", "none", "plain", "dots", "tabs")),
        spaced_items=rng.random() < 0.2,
        stress=markdown and rng.random() < 0.3,
    )


def print_policy(elements: tuple[Element, ...], cover: tuple[str, ...], school: str, form: Form) -> str:
    """Print a policy; `school` is the name that stands on the cover and in the running head."""
    title = elements[0].text
    lines = [*_title(school, title, form), "", *cover, "", *_contents(elements, form), *_body(elements[1:], form)]
    if form.page_lines:
        lines = _pages(lines, f"{school} - {title}", form.page_lines)
    return "\n".join(lines).strip("\n") + "\n"


def _title(school: str, title: str, form: Form) -> list[str]:
    return [f"# {title}", "", school] if form.headings == "hash" else [school, "", title]


def _contents(elements: tuple[Element, ...], form: Form) -> list[str]:
    """Print a contents list in the chosen form."""
    if form.contents == "none":
        return []
    heads = [f"{e.number} {e.text}".strip() for e in elements if e.role == "section"]
    joined = {"plain": "{}", "dots": "{} ........ {}", "tabs": "{}\t{}"}[form.contents]
    listed = [joined.format(head, page) for page, head in enumerate(heads, start=2)]
    between = "\n\n" if form.markdown else "\n"
    return ["Contents", "", *between.join(listed).split("\n"), "", ""]


def _body(elements: tuple[Element, ...], form: Form) -> list[str]:
    lines: list[str] = []
    before = ""
    for element in elements:
        if _gap(before, element.role, form):
            lines.append("")
        if element.role == "row" and before == "head_row" and form.markdown:
            lines.append("| --- | --- | --- |")
        lines.extend(_printed(element, form))
        before = element.role
    return lines


def _gap(before: str, role: str, form: Form) -> bool:
    """Say whether an empty line stands between two elements."""
    if role == "row":
        return False
    if role == "item" and before in ("item", "lead_in"):
        return form.spaced_items or (form.markdown and before == "lead_in")
    return True


def _printed(element: Element, form: Form) -> list[str]:
    if element.role in _SECTIONS:
        return [_heading(element, form)]
    if element.cells:
        return ["| " + " | ".join(element.cells) + " |" if form.markdown else "\t".join(element.cells)]
    mark = element.number or element.marker
    indent = "    " * element.depth
    text = element.text.replace(" not ", " **not** ") if form.stress and element.role == "lead_in" else element.text
    words = f"{mark} {text}" if mark else text
    hang = " " * (len(mark) + 1) if element.role == "item" else ""
    return _wrapped(words, indent, hang, form.width)


def _heading(element: Element, form: Form) -> str:
    words = f"{element.number} {element.text}".strip()
    if form.headings == "hash":
        return f"{'##' if element.role == 'section' else '###'} {words}"
    if form.headings == "bold":
        return f"**{words}**"
    if form.headings == "capitals" and element.role == "section":
        return words.upper()
    return words


def _wrapped(words: str, indent: str, hang: str, width: int) -> list[str]:
    if not width or len(indent) + len(words) <= width:
        return [indent + words]
    wrapper = TextWrapper(
        width, initial_indent=indent, subsequent_indent=indent + hang, break_long_words=False, break_on_hyphens=False
    )
    return wrapper.wrap(words)


def _pages(lines: list[str], running: str, page_lines: int) -> list[str]:
    """Cut the lines into pages with a running head, a foot and a form feed; a page may cut a paragraph in two."""
    pages = [lines[start : start + page_lines] for start in range(0, len(lines), page_lines)]
    printed: list[str] = []
    for number, page in enumerate(pages, start=1):
        head = [f"\f{running}", ""] if number > 1 else []
        printed.extend((*head, *page, "", f"Page {number} of {len(pages)}"))
    return printed
