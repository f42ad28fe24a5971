"""The guide says what the workflows and commands are called, and its examples are good."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from PIL import Image

from clauseway.cli import main
from clauseway.settings import read_school, read_sidecar
from tests.pictures.__main__ import LARGEST, PICTURES
from tests.pictures.sketches import SKETCHES, sketch

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
SETUP, GUIDE, CARD = (
    (DOCS / name).read_text(encoding="utf-8") for name in ("publishing-setup.md", "publishing.md", "publishing-card.md")
)


def titles() -> dict[str, str]:
    """Names of the workflows, and of what `pull_request` shows, as GitHub shows them."""
    found = {}
    for path in (ROOT / ".github" / "workflows").glob("*.yml"):
        workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
        found[path.stem] = workflow["name"]
        found |= {f"{path.stem}.{job}": one["name"] for job, one in workflow["jobs"].items()}
    return found


def test_workflows_are_called_by_their_names() -> None:
    names = titles()
    assert f"**{names['pages']}**" in SETUP
    assert f"**{names['start']}**" in SETUP
    assert all(f"**{names['preview.preview']}**" in page for page in (SETUP, GUIDE, CARD))


def test_commands_of_the_guide_are_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"`make ([a-z]+)", SETUP))
    assert targets == {"init", "site", "serve", "preview"}
    assert all(f"\n{target}: " in makefile for target in targets)
    named = set(re.findall(r"`\.venv/bin/clauseway ([a-z]+)", SETUP + GUIDE))
    assert named == {"check", "show", "diff"} <= set(main.commands)
    assert not re.findall(r"`clauseway ", SETUP + GUIDE), "a reader of the guide finds it only in .venv/bin"


SHOWN = re.findall(
    r"!\[([^\]]+)\]\(guide/([\w.-]+)\)\{: \.shown width=\"(\d+)\" height=\"(\d+)\" loading=\"lazy\" \}", SETUP + GUIDE
)


def test_every_picture_is_there_and_made_by_the_script() -> None:
    made = {*(f"{name}.webp" for name in PICTURES), *(f"{name}.svg" for name in SKETCHES)}
    assert {name for _, name, _, _ in SHOWN} == {path.name for path in (DOCS / "guide").iterdir()} == made
    assert len(SHOWN) == (SETUP + GUIDE).count("![")


@pytest.mark.parametrize(("alt", "name", "width", "height"), SHOWN, ids=[name for _, name, _, _ in SHOWN])
def test_pictures_are_small_and_have_their_size_and_words(alt: str, name: str, width: str, height: str) -> None:
    path = DOCS / "guide" / name
    assert path.stat().st_size <= LARGEST
    assert len(alt.split()) >= 6
    if path.suffix == ".svg":
        assert path.read_text(encoding="utf-8") == sketch(SKETCHES[path.stem])
        assert f'width="{width}" height="{height}"' in path.read_text(encoding="utf-8")
    else:
        with Image.open(path) as picture:
            assert picture.size == (int(width), int(height))


def test_sketches_say_what_the_guide_says() -> None:
    chosen = {part[1:].strip("● ") for rows in SKETCHES.values() for row in rows for part in row if part[0] == ">"}
    said = (SETUP + GUIDE).replace("for this commit and", "… and")
    assert {words for words in chosen if f"**{words}**" not in said} == set()


EXAMPLES = re.findall(r"```yaml\n(.*?)```", GUIDE + CARD, re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_of_settings_is_good(tmp_path: Path, example: str) -> None:
    folder = tmp_path / "oak"
    folder.mkdir()
    if re.search(r"^(name|review_notice):", example, re.MULTILINE):
        named = example if "name:" in example else f"name: Oak\n{example}"
        (folder / "school.yml").write_text(named, encoding="utf-8")
        assert read_school(folder, tmp_path)[1] == ()
    else:
        (folder / "a.yml").write_text(example, encoding="utf-8")
        assert read_sidecar(folder / "a.yml", tmp_path)[1] == ()


def test_words_of_a_summary_are_those_that_it_uses() -> None:
    source = (ROOT / "scripts" / "clauseway" / "show_preview.py").read_text(encoding="utf-8")
    assert all(f'"{words}' in source for words in ("a new edition", "Look at this", "Put this right", "Found"))
    assert all(words in GUIDE for words in ("a new edition", "Look at this", "Found: "))
    assert "Put this right" in CARD
