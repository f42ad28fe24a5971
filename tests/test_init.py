"""`clauseway init`: the samples go, the first school comes, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from clauseway import pipeline
from clauseway.cli import main
from tests.folders import PHONES
from tests.repository import Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "repo")
    made.commit(
        "2024-03-05",
        {
            "README.md": "x",
            "oak/school.yml": "name: Oak School\n",
            "oak/phones.txt": PHONES,
            "elm/school.yml": "name: Elm\n",
        },
    )
    return made


def init(repository: Repository, *options: str, answers: str = "") -> Result:
    arguments = ["init", "--policies", str(repository.policies), *options]
    return CliRunner().invoke(main, arguments, input=answers, catch_exceptions=False)


def there(repository: Repository) -> list[str]:
    root = repository.policies
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


BEFORE = ["README.md", "elm/school.yml", "oak/phones.txt", "oak/school.yml"]


def test_it_asks_with_sensible_answers(repository: Repository) -> None:
    result = init(repository, answers="Moor  Lane Primary School\n\nAnytown\n\ny\n")
    assert result.exit_code == 0
    assert there(repository) == ["README.md", "moor-lane-primary-school/school.yml"]
    settings = repository.policies / "moor-lane-primary-school" / "school.yml"
    assert settings.read_text() == "name: Moor Lane Primary School\nplace: Anytown\n"
    assert "elm, oak. Git still has them." in result.stdout


def test_it_can_be_told_everything(repository: Repository) -> None:
    result = init(
        repository, "--yes", "--name", "Ysgol y Bryn: Cwm", "--slug", "bryn", "--website", "https://b.example"
    )
    assert result.exit_code == 0
    collection = pipeline.gather(repository.policies, 1, lambda *_: None)
    (school,) = collection.schools
    assert (school.slug, school.name, school.website) == ("bryn", "Ysgol y Bryn: Cwm", "https://b.example")


def test_no_is_taken_for_no(repository: Repository) -> None:
    assert init(repository, answers="Moor Lane\n\n\n\nn\n").exit_code == 1
    assert there(repository) == BEFORE


@pytest.mark.parametrize(
    "files", [{"oak/new.txt": PHONES}, {"oak/phones.txt": PHONES + "More.\n"}, {"elm/.draft.docx": "x"}]
)
def test_nothing_is_lost_that_git_does_not_have(repository: Repository, files: dict[str, str]) -> None:
    repository.write(files)
    result = init(repository, "--yes", "--name", "Moor Lane")
    assert result.exit_code == 2
    assert "not committed" in result.stderr
    assert set(there(repository)) == {*BEFORE, *files}


def test_without_git_nothing_is_taken_out(tmp_path: Path) -> None:
    (tmp_path / "policies" / "oak").mkdir(parents=True)
    (tmp_path / "policies" / "oak" / "school.yml").write_text("name: Oak\n")
    command = ["init", "--policies", str(tmp_path / "policies"), "--yes", "--name", "Moor Lane"]
    assert CliRunner().invoke(main, command, catch_exceptions=False).exit_code == 2
    assert (tmp_path / "policies" / "oak" / "school.yml").is_file()


def test_an_empty_folder_needs_no_git(tmp_path: Path) -> None:
    command = ["init", "--policies", str(tmp_path / "policies"), "--yes", "--name", "Moor Lane"]
    assert CliRunner().invoke(main, command, catch_exceptions=False).exit_code == 0
    assert (tmp_path / "policies" / "moor-lane" / "school.yml").is_file()


@pytest.mark.parametrize(
    "options",
    [
        ["--yes"],
        ["--yes", "--name", "Oak", "--slug", "Big Oak"],
        ["--yes", "--name", "Oak", "--slug", "../oak"],
        ["--yes", "--name", "Oak", "--website", "oak"],
        ["--yes", "--name", "!!!"],
    ],
)
def test_what_cannot_be_used_changes_nothing(repository: Repository, options: list[str]) -> None:
    assert init(repository, *options).exit_code == 2
    assert there(repository) == BEFORE


def test_a_site_is_built_before_the_first_policy_is_there(repository: Repository, tmp_path: Path) -> None:
    init(repository, "--yes", "--name", "Moor Lane")
    command = ["build", "--policies", str(repository.policies), "--site", str(tmp_path / "site"), "--quiet"]
    result = CliRunner().invoke(main, command, catch_exceptions=False)
    assert result.exit_code == 0, result.stderr
    page = (tmp_path / "site" / "schools" / "moor-lane" / "index.html").read_text()
    assert "No policy of this school is published here yet." in page
