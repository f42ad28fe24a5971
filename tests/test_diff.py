"""`clauseway diff`: what it prints, and its exit status."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from clauseway.cli import main
from tests.folders import PHONES, make_policies
from tests.repository import Repository

NEW = PHONES.replace("must not use", "may use").replace("March 2026", "March 2028")
ROUND_TRIP = Path(__file__).parent / "formats" / "round_trip"
TWO = "Uniform Policy – Parents\n\n1 Shirts\n\n1.1 Parents must buy shirts.\n1.2 Parents must label shirts.\n"
TWO += TWO.replace("Parents", "Staff")


def diff(*files: object) -> Result:
    return CliRunner().invoke(main, ["diff", *map(str, files)], catch_exceptions=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_policies(tmp_path, {"oak/old.txt": PHONES, "oak/new.txt": NEW, "oak/empty.txt": ""}) / "oak"


def test_what_changed_is_printed_with_signs(folder: Path) -> None:
    result = diff(folder / "old.txt", folder / "new.txt")
    assert result.exit_code == 1
    assert result.stdout == (
        "Mobile Phones Policy\n1 clause reworded.\n"
        "Next review: [-2026-03-] {+2028-03+}\n\n"
        "Reworded 1.2, under 1 Pupils\n"
        "    It now says “may”, before “must not”. “may” stands instead of “must, not”.\n"
        "    Pupils [-must not-] {+may+} use phones in lessons.\n"
    )


def test_the_same_words_are_good(folder: Path) -> None:
    result = diff(folder / "old.txt", folder / "old.txt")
    assert (result.exit_code, result.stdout) == (0, "Mobile Phones Policy\nNo change in the words.\n")


@pytest.mark.parametrize("ending", ["docx", "pdf", "odt", "html", "md"])
def test_another_format_is_no_change(ending: str) -> None:
    result = diff(ROUND_TRIP / "policy.txt", ROUND_TRIP / f"policy.{ending}")
    assert "No change in the words." in result.stdout
    assert result.exit_code == 0


def test_a_file_that_cannot_be_used_is_named(folder: Path) -> None:
    result = diff(folder / "old.txt", folder / "empty.txt")
    assert result.exit_code == 2
    assert "empty.txt" in result.stderr


@pytest.mark.parametrize("number", [0, 3])
def test_one_or_two_files_are_compared(folder: Path, number: int) -> None:
    assert diff(*[folder / "old.txt"] * number).exit_code == 2


def test_policies_that_came_and_went_are_named(folder: Path) -> None:
    (folder / "two.txt").write_text(TWO)
    result = diff(folder / "two.txt", folder / "old.txt")
    assert "Mobile Phones Policy: this policy is new." in result.stdout
    assert "Uniform Policy – Staff: this policy is no longer there." in result.stdout
    assert result.exit_code == 1


def test_text_of_a_policy_does_not_act_on_the_terminal(folder: Path) -> None:
    (folder / "bad.txt").write_text(PHONES.replace("their phones", "their \u202e phones"))
    assert "\u202e" not in diff(folder / "old.txt", folder / "bad.txt").stdout


class TestHistory:
    @pytest.fixture
    def repository(self, tmp_path: Path) -> Repository:
        made = Repository(tmp_path / "repo")
        made.commit("2024-03-05", {"oak/school.yml": "name: Oak\n", "oak/phones.txt": PHONES})
        return made

    def test_a_file_is_compared_with_its_last_committed_edition(self, repository: Repository) -> None:
        repository.write({"oak/phones.txt": NEW})
        result = diff(repository.policies / "oak/phones.txt")
        assert result.stdout.startswith("Compared with the edition committed on 2024-03-05.\n\nMobile Phones Policy\n")
        assert result.exit_code == 1

    def test_where_nothing_is_new_with_the_one_before(self, repository: Repository) -> None:
        repository.commit("2025-03-05", {"oak/phones.txt": NEW})
        result = diff(repository.policies / "oak/phones.txt")
        assert "2024-03-05" in result.stdout
        assert "1 clause reworded." in result.stdout

    def test_without_an_earlier_edition_it_says_so(self, repository: Repository) -> None:
        result = diff(repository.policies / "oak/phones.txt")
        assert "Git knows no earlier edition" in result.stderr
        assert result.exit_code == 2

    def test_without_git_it_says_so(self, folder: Path) -> None:
        result = diff(folder / "old.txt")
        assert "not in a Git repository" in result.stderr
        assert result.exit_code == 2
