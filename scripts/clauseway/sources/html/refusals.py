"""Pages that hold no text to read: each is refused with one message that says what to do."""

from __future__ import annotations

import re

from clauseway.sources.flow import Flow, Paragraph
from clauseway.sources.foreign import WEB_ARCHIVE, refusal
from clauseway.sources.html.elements import attribute
from clauseway.sources.html.tree import Page
from clauseway.sources.refusals import refuse
from clauseway.words import words

_MULTIPART = re.compile(
    rb"^[\w-]+:.{0,4000}?^content-type:\s*multipart/related", re.DOTALL | re.IGNORECASE | re.MULTILINE
)
_CODE = ("line-content", "html-tag", "html-attribute-name")
_FEW = 60  # words that a page has at most besides asking for a password
_PRINT = "Open the page in a browser, print it to a PDF file, and put that in its place."


def refuse_archive(data: bytes, file: str) -> None:
    """Refuse a page that is packed with its pictures into one file: raises UnreadableSource (`source-format`)."""
    if file.lower().endswith((".mht", ".mhtml")) or _MULTIPART.match(data[:8192].lstrip()):
        raise refusal(WEB_ARCHIVE, file)


def refuse_page(page: Page, flow: Flow, file: str) -> None:
    """Refuse a page without text of its own.

    Raises UnreadableSource with the code `source-frames`, `source-page-code`, `source-login` or `source-empty`.
    """
    tags = {node.tag for node in page.nodes}
    count = _shown(flow)
    if _is_code(page):
        message = "This is the code of a web page as a browser shows it, and not the page."
        raise refuse("source-page-code", file, message, "Save the page itself: open it, then use Save as.")
    if not count and "frameset" in tags:
        message = "This page only frames others, and holds no text itself."
        raise refuse("source-frames", file, message, "Open the frame with the policy alone, and save that.")
    if count <= _FEW and _asks_for_password(page):
        message = "This page asks for a password and holds no policy."
        raise refuse("source-login", file, message, "Log in first, then save the page with the policy.")
    if not count and "iframe" in tags | {"object" if "object" in tags else "", "embed" if "embed" in tags else ""}:
        message = "The page shows another document in a frame, and holds no text itself."
        raise refuse("source-empty", file, message, "Download the document that it shows, and put that in its place.")
    if not count and "script" in tags:
        message = "The page holds only programs: its text is fetched when someone opens it."
        raise refuse("source-empty", file, message, _PRINT)
    if not count:
        raise refuse("source-empty", file, "There is no text in this page.", "Put the right page in its place.")


def _shown(flow: Flow) -> int:
    """Count the words of a flow that are not the page's own."""
    count = 0
    pending = list(flow)
    while pending:
        part = pending.pop()
        if isinstance(part, Paragraph):
            count += 0 if part.aside else sum(len(words(run.text)) for run in part.runs)
        else:
            pending.extend(content for row in part.rows for cell in row for content in cell.content)
    return count


def _is_code(page: Page) -> bool:
    """Whether a browser's view of a page's code was saved."""
    if any(node.attributes.get("id") == "viewsource" for node in page.nodes):
        return True
    classes = {name for node in page.nodes for name in node.attributes.get("class", "").split()}
    return classes.issuperset(_CODE[:2])


def _asks_for_password(page: Page) -> bool:
    return any(node.tag == "input" and attribute(node.attributes, "type") == "password" for node in page.nodes)
