"""The forms in which a policy can come."""

from __future__ import annotations

from enum import StrEnum


class Form(StrEnum):
    """How a file is to be read."""

    TEXT = "text"
    MARKDOWN = "markdown"
    WORD = "word"
    PDF = "pdf"
    OPENDOCUMENT = "opendocument"
    HTML = "html"
    OLD_WORD = "old word"
    """Binary files of Word 97 to 2003: only by way of LibreOffice."""
    RICH_TEXT = "rich text"
    """RTF: only by way of LibreOffice."""
