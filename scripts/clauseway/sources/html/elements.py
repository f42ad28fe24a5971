"""What the names of elements mean for a text: which part words, which hold none of the page's own."""

from __future__ import annotations

from collections.abc import Mapping

from clauseway.sources.counters import whole_number

VOID = frozenset(
    [
        "area",
        "base",
        "basefont",
        "bgsound",
        "br",
        "col",
        "embed",
        "frame",
        "hr",
        "image",
        "img",
        "input",
        "keygen",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
"""Elements that have no content."""

RAW = frozenset(["script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp", "noscript"])
"""Elements whose content holds no elements, as browsers read it."""

FORMATS = frozenset(["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"])
"""Elements that only give words a look, and that browsers open again where another one was closed across them."""

CELLS = frozenset(["td", "th"])
"""Cells of tables."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}
"""Headings with their levels."""

LISTS = frozenset(["ol", "ul", "menu", "dir"])
"""Lists of items."""

SPACED = frozenset(
    [
        "br",
        "img",
        "image",
        "button",
        "input",
        "select",
        "option",
        "optgroup",
        "textarea",
        "svg",
        "object",
        "video",
        "audio",
        "canvas",
        "iframe",
        "embed",
        "label",
    ]
)
"""Elements within a line that part the words at their sides."""

_PARAGRAPHS = (
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext pre search section summary table ul xmp"
)
CLOSE_PARAGRAPH = frozenset(_PARAGRAPHS.split())
"""Elements that end a paragraph that was not ended."""

BLOCKS = CLOSE_PARAGRAPH | frozenset(
    [
        "html",
        "head",
        "body",
        "title",
        "caption",
        "colgroup",
        "col",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "td",
        "th",
        "legend",
        "frameset",
        "frame",
        "noframes",
        "noembed",
        "noscript",
        "template",
        "isindex",
        "marquee",
        "script",
        "style",
    ]
)
"""Elements that begin and end lines of their own."""

OUTSIDE = {
    "script": "",
    "style": "",
    "template": "template",
    "noscript": "text for browsers without scripts",
    "textarea": "form value",
    "svg": "drawing",
    "iframe": "embedded page",
    "noembed": "embedded page",
    "noframes": "text for browsers without frames",
    "object": "embedded page",
    "video": "film or sound",
    "audio": "film or sound",
    "canvas": "drawing",
    "datalist": "form value",
}
"""Elements whose content is not shown as text of the page, with what to call them; scripts and styles need no word."""


def is_block(tag: str) -> bool:
    """Tell whether an element parts words as a line of its own; those of web components do."""
    return tag in BLOCKS or "-" in tag


def parts_words(tag: str) -> bool:
    """Tell whether the words before, in and behind an element stay apart."""
    return tag in BLOCKS or tag in SPACED or "-" in tag


def shows_as_block(display: str) -> bool:
    """Tell whether a value of the style `display` puts something on lines of its own."""
    return display not in ("", "inline", "contents", "none", "inherit", "initial", "unset", "revert")


def level_of(tag: str, attributes: Mapping[str, str]) -> int:
    """Tell the level of a heading by its name or role; 0 for any other element."""
    if tag in HEADINGS:
        return HEADINGS[tag]
    if attributes and attribute(attributes, "role") == "heading":
        level = whole_number(attribute(attributes, "aria-level"), 0)
        return level if 1 <= level <= 9 else 2
    return 0


def attribute(attributes: Mapping[str, str], name: str) -> str:
    """Give an attribute's value in lower case without space around it; empty where there is none."""
    return attributes.get(name, "").strip().lower()
