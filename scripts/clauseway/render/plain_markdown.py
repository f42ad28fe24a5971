"""A Python-Markdown extension that takes away the constructs no page of this site uses.

What is not there cannot be set off by a policy's text, and costs nothing. Blocks of text that are published as HTML
are set aside whole: else they are parsed twice, and a page of 40 clauses renders three times as long.
Every page reads the same without it.
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import IMAGE_LINK_RE, ImageInlineProcessor
from markdown.preprocessors import Preprocessor

_INLINE = (
    *("reference", "short_reference", "image_reference", "short_image_ref"),
    *("autolink", "automail", "linebreak"),
)
_BLOCKS = ("setextheader", "hr", "quote", "code", "reference")

_TEXT = re.compile(r'^<div class="text">\n.*?^</div>$', re.MULTILINE | re.DOTALL)
# MkDocs looks through HTML at 21, Python-Markdown at 20; white space is put in order at 30.
_BEFORE_HTML = 22
_IMAGE_LINKS = 150  # as in Python-Markdown
_PICTURES = "guide/"
"""The folder of pictures beside the hand-written pages."""


class _ReadyText(Preprocessor):  # type: ignore[misc]  # Python-Markdown has no type hints
    """Sets blocks of finished text aside, as Python-Markdown does with all HTML."""

    def run(self, lines: list[str]) -> list[str]:
        """Give the lines with a placeholder for each block."""
        source: str = _TEXT.sub(lambda block: str(self.md.htmlStash.store(f"{block[0]}\n")), "\n".join(lines))
        return source.split("\n")


class _PicturesOfTheGuide(ImageInlineProcessor):  # type: ignore[misc]
    """Pictures, but none except those that come with the hand-written pages."""

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802
        """Read an address; what is no picture of the guide is no link."""
        found: tuple[str, str | None, int, bool] = super().getLink(data, index)
        return found if found[0].startswith(_PICTURES) else ("", None, index, False)


class PlainMarkdown(Extension):  # type: ignore[misc]  # Python-Markdown has no type hints
    """No pictures but the guide’s, no reference or automatic links, quotes, indented code, rules, underlined titles."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Take them away; the name is Python-Markdown's."""
        for name in _INLINE:
            md.inlinePatterns.deregister(name)
        md.inlinePatterns.register(_PicturesOfTheGuide(IMAGE_LINK_RE, md), "image_link", _IMAGE_LINKS)
        for name in _BLOCKS:
            md.parser.blockprocessors.deregister(name)
        md.preprocessors.register(_ReadyText(md), "ready_text", _BEFORE_HTML)


def makeExtension() -> PlainMarkdown:  # noqa: N802
    """What Python-Markdown calls to load the extension; the name is its."""
    return PlainMarkdown()
