"""How much each message matters, as the site's settings have it."""

from __future__ import annotations

from pathlib import Path

import pytest

from clauseway.problems import Problem, Severity, weighed
from clauseway.render import MKDOCS_CONFIG
from clauseway.settings import read_severities

HEAD = "site_name: X\nsite_url: !ENV [SITE_URL, '']\nextra:\n  clauseway:\n    severities:\n"


def read(folder: Path, text: str) -> tuple[dict[str, Severity | None], list[tuple[int | None, str, str]]]:
    path = folder / "mkdocs.yml"
    path.write_text(text)
    found, problems = read_severities(path)
    assert all(problem.file == "mkdocs.yml" for problem in problems)
    return dict(found), [(problem.line, problem.message, problem.advice) for problem in problems]


def test_each_word_is_read(tmp_path: Path) -> None:
    text = (
        f"{HEAD}      reading-hard: off\n      date-missing: error\n      placeholder: 'info'\n      ledger: warning\n"
    )
    assert read(tmp_path, text) == (
        {
            "reading-hard": None,
            "date-missing": Severity.ERROR,
            "placeholder": Severity.INFO,
            "ledger": Severity.WARNING,
        },
        [],
    )


@pytest.mark.parametrize(
    ("line", "message", "advice"),
    [
        ("reading-hrad: off", "`reading-hrad` is no code of a message.", "Did you mean `reading-hard`? docs/messages.md lists all codes."),
        ("xyzzy: off", "`xyzzy` is no code of a message.", "docs/messages.md lists all codes."),
        ("placeholder: loud", "`placeholder` cannot be “loud”.", "Allowed: off, info, warning, error."),
        ("placeholder: [off]", "`placeholder` cannot be “”.", "Allowed: off, info, warning, error."),
        ("placeholder: yes", "`placeholder` cannot be “yes”.", "Allowed: off, info, warning, error."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_line_and_the_rest_is_used(
    tmp_path: Path, line: str, message: str, advice: str
) -> None:
    found, problems = read(tmp_path, f"{HEAD}      {line}\n      date-missing: error\n")
    assert found == {"date-missing": Severity.ERROR}
    assert problems == [(6, message, advice)]


@pytest.mark.parametrize("text", ["site_name: X\n", "extra:\n", "extra:\n  clauseway: 3\n", HEAD, "extra: [1]\n"])
def test_nothing_need_be_set(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == ({}, [])


def test_a_list_is_no_severities(tmp_path: Path) -> None:
    found, problems = read(tmp_path, f"{HEAD}      - reading-hard\n")
    assert found == {}
    assert [line for line, _, _ in problems] == [6]


def test_the_settings_of_this_site_are_sound() -> None:
    assert read_severities(MKDOCS_CONFIG)[1] == ()


def test_problems_are_weighed() -> None:
    problems = [Problem(code, Severity.INFO, "x", "a.txt") for code in ("a-a", "b-b", "c-c")]
    told = weighed(problems, {"a-a": None, "b-b": Severity.ERROR})
    assert [(problem.code, problem.severity) for problem in told] == [("b-b", "error"), ("c-c", "info")]
