"""Lists and forms that many office documents share."""

from __future__ import annotations

from tests.formats.author import Form, Level

BULLETS = (
    Level("bullet", "\uf0b7", font="Symbol"),
    Level("bullet", "o", font="Courier New"),
    Level("bullet", "\uf0a7", font="Wingdings"),
)
LETTERS = (Level("lowerLetter", "(%1)"), Level("lowerRoman", "(%2)"))

PAGE_FORMS = {
    "policy": Form("Title"),
    "front": Form(centred=True),
    "plain": Form(),
    "more": Form(indent=2),
    "bullet1": Form("List Paragraph", list="bullets"),
    "bullet2": Form("List Paragraph", list="bullets", level=1),
}
"""A title in its own style, plain paragraphs, two levels of bullets from a list called `bullets`."""
