"""The programs that print: Chromium and LibreOffice, each in a folder of its own that is taken away again."""

from __future__ import annotations

import functools
import subprocess
import tempfile
from pathlib import Path

from tests.formats.author import Document
from tests.formats.word import write_word

CHROMIUM = ("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")


@functools.lru_cache(maxsize=4)
def print_html(page: bytes) -> bytes:
    """Print a page to PDF with Chromium."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "page.html"), Path(folder, "page.pdf")
        source.write_bytes(page)
        command = [*CHROMIUM, f"--user-data-dir={folder}/profile", f"--print-to-pdf={target}", source.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=90)
        return target.read_bytes()


def convert(data: bytes, ending: str, wanted: str) -> bytes:
    """Convert a file with LibreOffice from `ending` to `wanted` ("pdf", "html")."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"page.{ending}")
        source.write_bytes(data)
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        command += ["--infilter=HTML (StarWriter)"] if ending == "html" else []
        command += ["--convert-to", wanted, "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return Path(folder, f"page.{wanted.partition(':')[0]}").read_bytes()


def print_word(document: Document) -> bytes:
    """Print a document to PDF with LibreOffice, from a Word file with real lists."""
    return convert(write_word(document), "docx", "pdf")


def page_by_office(document: Document) -> bytes:
    """Write a document as the page that LibreOffice makes of a Word file with real lists."""
    return convert(write_word(document), "docx", "html")
