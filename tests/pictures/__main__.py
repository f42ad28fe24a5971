"""Makes the pictures of the guide anew, in `docs/guide`: `python -m tests.pictures`.

They are of a made-up school, on a day that is set, so that the same pages give the same pictures with the same browser.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner
from markdown_it import MarkdownIt
from PIL import Image
from playwright.sync_api import Browser, Page

from clauseway import pipeline
from clauseway.cache import Cache
from clauseway.cli import main as command
from clauseway.preview import preview
from clauseway.show_preview import preview_in_words
from tests.browsing import chromium, serving
from tests.pictures.school import SCHOOL, TODAY, in_use, just_started, merged
from tests.pictures.sketches import SKETCHES, sketch

FOLDER = Path(__file__).parents[2] / "docs" / "guide"
LARGEST = 60_000
"""Bytes of the largest picture."""
PICTURES = ("first-home", "summary", "policy", "changes", "reviews", "check")
"""Names of the pictures of pages of ours."""

_WIDTH, _SCALE = 800, 1.25
_SHEET = """\
body { margin: 0; padding: 20px 28px; font: 15px/1.5 "Liberation Sans", Arial, sans-serif; color: #1f2328; background: #fff }
h2, h3 { line-height: 1.25; margin: 18px 0 10px } h2 { font-size: 21px; border-bottom: 1px solid #d1d9e0 } h3 { font-size: 18px }
code { background: #eff1f3; padding: 1px 5px; border-radius: 4px } ins { background: #dafbe1 } del { background: #ffebe9 }
pre { margin: 0; font: 14px/1.5 "Liberation Mono", monospace; white-space: pre-wrap }
"""


def main() -> None:
    """Make all of them."""
    FOLDER.mkdir(exist_ok=True)
    for name, rows in SKETCHES.items():
        (FOLDER / f"{name}.svg").write_text(sketch(rows), encoding="utf-8")
    with TemporaryDirectory(prefix="clauseway-pictures-") as folder, chromium() as browser:
        for name, picture in _pictures(Path(folder), browser):
            content = _packed(picture)
            (FOLDER / f"{name}.webp").write_bytes(content)
            sys.stderr.write(f"{name}: {len(content):,} bytes\n")


def _pictures(folder: Path, browser: Browser) -> Iterator[tuple[str, bytes]]:
    """Each picture by its name, as PNG."""
    with _site(just_started(folder / "started"), folder / "started", browser) as page:
        page.goto(page.url)
        yield "first-home", _shot(page, 700)
    made = in_use(folder / "used")
    yield "summary", _text_shot(browser, _summary(made.policies))
    yield "check", _text_shot(browser, _checked(made.policies))
    with _site(merged(made), folder / "used", browser) as page:
        home = page.url
        for name, path, height in (
            ("policy", f"schools/{SCHOOL}/mobile-phones-policy/", 860),
            ("changes", f"schools/{SCHOOL}/mobile-phones-policy/changes/", 720),
            ("reviews", "reviews/", 720),
        ):
            page.goto(home + path)
            yield name, _shot(page, height)


@contextmanager
def _site(policies: Path, folder: Path, browser: Browser) -> Iterator[Page]:
    """A page that shows the home page of the site of some policies, on the day that is set."""
    pipeline.build(policies, folder / "site", 1, lambda *_: None, date.fromisoformat(TODAY))
    with (
        serving(folder / "site") as address,
        browser.new_context(
            viewport={"width": _WIDTH, "height": 900},
            device_scale_factor=_SCALE,
            reduced_motion="reduce",
            locale="en-GB",
        ) as context,
    ):
        page = context.new_page()
        page.clock.set_fixed_time(datetime.fromisoformat(f"{TODAY}T12:00:00"))
        page.goto(address, wait_until="networkidle")
        yield page


def _shot(page: Page, height: int) -> bytes:
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    return page.screenshot(clip={"x": 0, "y": 0, "width": _WIDTH, "height": height}, full_page=True)


def _text_shot(browser: Browser, body: str) -> bytes:
    """A text of ours as plain HTML."""
    with browser.new_context(viewport={"width": _WIDTH, "height": 100}, device_scale_factor=_SCALE) as context:
        page = context.new_page()
        page.set_content(f"<!doctype html><html lang=en><style>{_SHEET}</style><body>{body}")
        return page.screenshot(full_page=True)


def _summary(policies: Path) -> str:
    """What a pull request with the change shows."""
    collection = pipeline.gather(policies, 1, lambda *_: None)
    found = preview(collection, pipeline.all_problems(collection), policies, "HEAD", Cache())
    return str(MarkdownIt("commonmark").render(preview_in_words(found)))


def _checked(policies: Path) -> str:
    """What `clauseway check` says, as it stands on a terminal."""
    arguments = ["check", "--policies", str(policies), "--today", TODAY]
    said = CliRunner().invoke(command, arguments, catch_exceptions=False).output
    return f"<pre>$ .venv/bin/clauseway check\n{escape(said.replace(f'{policies.parent}/', ''))}</pre>"


def _packed(picture: bytes) -> bytes:
    """A picture as small as it reads well."""
    made = io.BytesIO()
    Image.open(io.BytesIO(picture)).convert("RGB").save(made, "WEBP", quality=62, method=6)
    return made.getvalue()


if __name__ == "__main__":
    main()
