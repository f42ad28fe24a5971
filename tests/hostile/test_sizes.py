"""Texts far larger than any policy are built whole, in time that does not explode."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.conftest import Built, build
from tests.hostile.page import essence, read_page

CLAUSES = 100_000
LONG_WORD = "w" * 200_000


def a_line_of_a_megabyte() -> str:
    sentence = "Staff must not <b>forget</b> {{ what }} they have read [before](javascript:alert(1)). "
    return f"Long Line Policy\n\n1. Rules\n\n1.1 {sentence * (2**20 // len(sentence) + 1)}\n\n1.2 Staff must rest.\n"


def framed(name: str, text: str) -> str:
    return f"{name.title()} Policy\n\n1. Rules\n\n1.1 Staff must read on.\n\n{text}\n\n1.2 Staff must end.\n"


def deep_list() -> str:
    items = "\n".join(f"{'  ' * depth}- go down to level {depth}" for depth in range(300))
    return f"Deep List Policy\n\n1. Rules\n\n1.1 Staff must:\n\n{items}\n\n1.2 Staff must come up again.\n"


# Shapes on which a pattern of text that goes back and forth would take hours.
REPEATED: dict[str, str] = {
    "stars": "*" * 20_000 + " a",
    "stars-apart": "*a " * 20_000,
    "brackets": "[" * 20_000 + "a",
    "brackets-closed": "[" * 5_000 + "a" + "]" * 5_000,
    "parentheses": "[a](" * 10_000,
    "less-than": "<" * 20_000 + "a",
    "comments": "<!-- a " * 10_000,
    "ampersands": "&a " * 20_000,
    "backticks": "`a" * 10_000,
    "underscores": "_" * 20_000 + "a_" * 5_000,
    "braces": "{{ a " * 10_000,
    "numbers": "1." * 20_000 + " a",
    "numbers-apart": "1.1.1 " * 20_000,
    "parenthesised": "(a) " * 20_000,
    "spaces": "a" + " " * 200_000 + "b",
    "tabs": "a\t" * 20_000,
    "pipes": "| a " * 20_000 + "|",
    "dots": "a " + "." * 100_000 + " 4",
    "dates": "12/12/2012 " * 20_000,
    "colons": "a: " * 20_000,
    "quotes": "> " * 5_000 + "a",
    "hashes": "#" * 20_000 + " a",
    "hyphens": "-" * 20_000 + " a",
    "exclamations": "![" * 20_000 + "a",
    "form-feeds": "a\f" * 5_000,
    "empty-lines": "a" + "\n" * 200_000 + "b",
    "long-word": LONG_WORD,
}


def school(folder: Path) -> Path:
    """A school's folder, made."""
    made = folder / "policies" / "large"
    made.mkdir(parents=True)
    (made / "school.yml").write_text("name: Large School\n", encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("sizes")
    home = school(folder)
    for ending in ("txt", "md"):
        (home / f"line-{ending}.{ending}").write_text(a_line_of_a_megabyte(), encoding="utf-8")
        for name, text in REPEATED.items():
            (home / f"{name}-{ending}.{ending}").write_text(framed(name, text), encoding="utf-8")
    return build(folder)


def test_is_built_without_an_error(site: Built) -> None:
    assert site.status == 0, site.output
    assert len(site.entries) == 2 * (len(REPEATED) + 1)


@pytest.mark.parametrize("ending", ["txt", "md"])
def test_a_line_of_a_megabyte_is_shown_whole(ending: str, site: Built) -> None:
    text = essence(read_page(site.page(f"large/line-{ending}.{ending}")).text)
    assert text.count("<b>forget</b>{{what}}") >= 2**20 // 100
    assert "Staffmustrest." in text


@pytest.mark.parametrize("ending", ["txt", "md"])
def test_a_list_of_300_levels_is_shown_whole(ending: str, tmp_path: Path) -> None:
    (school(tmp_path) / f"deep.{ending}").write_text(deep_list(), encoding="utf-8")
    built = build(tmp_path)
    assert built.status == 0, built.output
    text = essence(read_page(built.page(f"large/deep.{ending}")).text)
    assert [level for level in range(300) if f"godowntolevel{level}" not in text] == []


@pytest.mark.parametrize("ending", ["txt", "md"])
def test_a_word_of_200000_letters_is_shown_whole(ending: str, site: Built) -> None:
    assert LONG_WORD in essence(read_page(site.page(f"large/long-word-{ending}.{ending}")).text)


def test_100000_clauses_are_built(tmp_path: Path) -> None:
    clauses = "\n\n".join(
        f"{number // 200 + 1}.{number % 200 + 1} Staff must do deed {number}." for number in range(CLAUSES)
    )
    (school(tmp_path) / "many.txt").write_text(f"Many Clauses Policy\n\n{clauses}\n", encoding="utf-8")
    built = build(tmp_path)
    assert built.status == 0, built.output
    assert built.entries["large/many.txt"]["counts"]["clauses"] == CLAUSES
    html = built.page("large/many.txt")
    assert all(f'id="c-{part}-200"' in html for part in (1, 250, 500))
