"""One file to one Source: bytes, text, words and blocks."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from clauseway.model import Block, Source
from clauseway.problems import Problem, Severity, UnreadableSource
from clauseway.sources.decode import check_size, decode
from clauseway.sources.markdown import read_markdown_blocks
from clauseway.sources.text import read_text_blocks
from clauseway.sources.words import numbered_words

_Reader = Callable[[str], tuple[Block, ...]]

_FORMATS: dict[str, tuple[str, _Reader]] = {
    ".txt": ("text", read_text_blocks),
    ".text": ("text", read_text_blocks),
    ".md": ("markdown", read_markdown_blocks),
    ".markdown": ("markdown", read_markdown_blocks),
}
ENDINGS = frozenset(_FORMATS)
"""Endings of the files that can be read, in lower case."""


def read(path: Path, root: Path) -> Source:
    """Read one file; `root` is the policies folder, from which the source's `file` is counted.

    Raises UnreadableSource for a file that cannot be opened, is no text, empty, too large, or of
    another format.
    """
    file = path.relative_to(root).as_posix()
    name, blocks_of = _format(path, file)
    data = _bytes(path, file)
    text, problems = decode(data, file)
    return Source(
        file=file,
        sha256=hashlib.sha256(data).hexdigest(),
        format=name,
        blocks=blocks_of(text),
        words=numbered_words(text),
        pages=_pages(text),
        problems=problems,
    )


def _format(path: Path, file: str) -> tuple[str, _Reader]:
    try:
        return _FORMATS[path.suffix.lower()]
    except KeyError:
        message = "Clauseway reads .txt and .md files, and this is neither."
        raise _unusable("source-format", file, message, "Save it as plain text (.txt, UTF-8).") from None


def _bytes(path: Path, file: str) -> bytes:
    """Read the file whole, once its size is known to be sensible."""
    try:
        check_size(path.stat().st_size, file)
        return path.read_bytes()
    except OSError as error:
        message = f"The file cannot be opened ({error.strerror or error})."
        raise _unusable("source-unreadable", file, message, "Check that it is there and may be read.") from error


def _pages(text: str) -> int | None:
    """Count the pages between form feeds; a form feed that closes the last page opens none."""
    return text.rstrip().count("\f") + 1 if "\f" in text else None


def _unusable(code: str, file: str, message: str, advice: str) -> UnreadableSource:
    return UnreadableSource(Problem(code=code, severity=Severity.ERROR, message=message, file=file, advice=advice))
