"""Shows what was read of a page as lines that a person can compare with the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from clauseway.sources.flow import Content, Flow, Paragraph, Table
from clauseway.sources.html import read_html
from clauseway.words import words


def read(page: str | bytes, file: str = "page.html") -> Content:
    """Read a page, and prove that no word is lost or made up."""
    content = read_html(page if isinstance(page, bytes) else page.encode(), file)
    assert Counter(flow_words(content.flow)) == Counter(word for word, _ in content.words)
    return content


def flow_words(flow: Flow) -> Iterator[str]:
    for part in flow:
        if isinstance(part, Paragraph):
            yield from words("".join(run.text for run in part.runs))
        else:
            for row in part.rows:
                for cell in row:
                    yield from flow_words(cell.content)


def shown(content: Content) -> list[str]:
    return [line for part in content.flow for line in _part(part, "")]


def text(page: str | bytes) -> list[str]:
    """Give the lines of a page without its title."""
    return shown(read(page))


def _part(part: Paragraph | Table, margin: str) -> Iterator[str]:
    if isinstance(part, Paragraph):
        yield margin + _paragraph(part)
        return
    for row in part.rows:
        yield f"{margin}| " + " | ".join(
            ("!" if cell.header else "")
            + (f"<{cell.columns}>" if cell.columns > 1 else "")
            + " / ".join(line for content in cell.content for line in _part(content, ""))
            for cell in row
        )


def _paragraph(part: Paragraph) -> str:
    head = f"{'#' * part.level} " if part.level else ""
    mark = f"[{part.marker}{'' if part.numbered else '~'}] " if part.marker else "[] " if part.listed else ""
    aside = f"<{part.aside}> " if part.aside else ""
    body = "".join(
        ("*" if run.bold else "")
        + ("/" if run.italic else "")
        + run.text.replace("\n", "\\n")
        + (f"{{{run.href}}}" if run.href else "")
        for run in part.runs
    )
    return f"{'  ' * part.depth}{head}{mark}{aside}{body}"
