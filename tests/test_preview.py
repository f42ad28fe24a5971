"""`clauseway preview`: what a proposed change does, in plain words."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from clauseway.cli import main
from tests.folders import PHONES
from tests.repository import Repository

NEW = PHONES.replace("must not use", "may use").replace("March 2026", "March 2028")
OTHER = PHONES.replace("Mobile Phones", "Uniform").replace("phones", "coats")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    monkeypatch.chdir(tmp_path)
    made = Repository(tmp_path / "repo")
    made.commit("2024-03-05", {"oak/school.yml": "name: Oak School\n", "oak/phones.txt": PHONES})
    made.git("checkout", "-q", "-b", "change")
    return made


def preview(repository: Repository, *more: str, **surroundings: str) -> Result:
    arguments = ["preview", "--policies", str(repository.policies), "--base", "main", "--today", "2025-01-01", *more]
    return CliRunner().invoke(main, arguments, env=surroundings, catch_exceptions=False)


def test_a_new_edition_is_told_clause_by_clause(repository: Repository) -> None:
    repository.commit("2024-04-05", {"oak/phones.txt": NEW})
    result = preview(repository)
    assert result.exit_code == 0
    assert "### Mobile Phones Policy" in result.stdout
    assert "Oak School · <code>oak/phones.txt</code>: a new edition." in result.stdout
    for line in (
        "- Approved: March 2024 by Governors",
        "- Next review: March 2028",
        "- For: pupils",
        "- Found: 3 clauses in 1 section",
        "**What changed:** 1 clause reworded.",
        "- Next review: <del>March 2026</del> <ins>March 2028</ins>",
        "- Reworded 1.2: **It now says “may”, before “must not”. “may” stands instead of “must, not”.** "
        "Pupils <del>must not</del> <ins>may</ins> use phones in lessons.",
    ):
        assert line in result.stdout.splitlines(), line


def test_what_others_changed_since_is_left_out(repository: Repository) -> None:
    repository.commit("2024-04-05", {"oak/uniform.txt": OTHER})
    repository.git("checkout", "-q", "main")
    repository.commit("2024-04-06", {"oak/phones.txt": NEW})
    repository.git("checkout", "-q", "change")
    result = preview(repository)
    assert "Uniform Policy" in result.stdout
    assert "Mobile Phones" not in result.stdout


def test_what_is_not_committed_counts(repository: Repository) -> None:
    repository.write({"oak/uniform.txt": OTHER})
    result = preview(repository)
    assert "<code>oak/uniform.txt</code>: new." in result.stdout
    assert "This policy is new here." in result.stdout


def test_a_new_file_of_the_same_title_is_a_new_edition(repository: Repository) -> None:
    repository.commit("2024-04-05", {"oak/phones.txt": None, "oak/phones 2025.txt": NEW})
    result = preview(repository)
    assert "1 document would change" in result.stdout
    assert "<code>oak/phones 2025.txt</code>, before <code>oak/phones.txt</code>" in result.stdout
    assert "1 clause reworded." in result.stdout


def test_what_is_taken_away_is_told(repository: Repository) -> None:
    repository.commit("2024-04-05", {"oak/uniform.txt": OTHER, "oak/phones.txt": None})
    result = preview(repository)
    assert "<code>oak/phones.txt</code>: taken away." in result.stdout
    assert "only if the policy is no longer in force" in result.stdout


def test_a_file_that_cannot_be_used_is_told_and_fails(repository: Repository) -> None:
    repository.commit("2024-04-05", {"oak/empty.docx": b"", "oak/table.xlsx": b"x"})
    result = preview(repository)
    assert "**1 of them cannot be used.**" in result.stdout
    assert "**This file cannot be used, so nothing of it would be shown.**" in result.stdout
    assert "- <code>oak/table.xlsx</code>: This is a spreadsheet" in result.stdout
    assert result.exit_code == 1


def test_problems_of_documents_that_did_not_change_are_left_out(repository: Repository) -> None:
    repository.git("checkout", "-q", "main")
    repository.commit("2024-04-05", {"oak/empty.txt": ""})
    repository.git("checkout", "-q", "change")
    repository.git("merge", "-q", "main")
    repository.commit("2024-04-06", {"oak/phones.txt": NEW})
    result = preview(repository)
    assert "empty" not in result.stdout
    assert result.exit_code == 0


def test_settings_beside_a_document_are_told(repository: Repository) -> None:
    repository.commit("2024-04-05", {"oak/phones.yml": "approved: 2025-01\nowner: A. Bell\n"})
    result = preview(repository)
    assert "the settings beside it were changed, not the document" in result.stdout
    assert "- Responsible: <ins>A&#46; Bell</ins>" in result.stdout or "<ins>A. Bell</ins>" in result.stdout


def test_faulty_settings_fail(repository: Repository) -> None:
    repository.commit("2024-04-05", {"oak/phones.yml": "approved: soon\n"})
    result = preview(repository)
    assert "`approved`" in result.stdout.replace("&#96;", "`")
    assert result.exit_code == 1


def test_nothing_changed_is_told(repository: Repository) -> None:
    (repository.folder / "notes.txt").write_text("x")
    repository.commit("2024-04-05", {})
    result = preview(repository)
    assert "No policy is added, changed or taken away." in result.stdout
    assert result.exit_code == 0


def test_in_a_workflow_it_is_the_summary_and_problems_are_marked(repository: Repository, tmp_path: Path) -> None:
    repository.commit("2024-04-05", {"oak/empty.txt": ""})
    summary = tmp_path / "summary.md"
    summary.write_text("Before.\n")
    result = preview(repository, GITHUB_STEP_SUMMARY=str(summary))
    assert summary.read_text().startswith("Before.\n## What this change does")
    assert f"::error file={repository.policies}/oak/empty.txt,title=source-empty::" in result.stdout


def test_text_of_a_policy_is_no_markup_of_the_summary(repository: Repository) -> None:
    nasty = (
        "Trips ![x](https://evil.example/a.png) <img src=x> @everyone\n\n1 Rules\n\n1.1 Pupils must | stay `here`.\n"
    )
    repository.commit("2024-04-05", {"oak/trips.txt": nasty})
    assert "![x]" not in preview(repository).stdout
    repository.git("checkout", "-q", "-B", "main")
    repository.git("checkout", "-q", "-b", "again")
    repository.commit(
        "2024-04-06", {"oak/trips.txt": nasty.replace("`here`", "`here` ![y](https://evil.example/b.png)")}
    )
    said = preview(repository).stdout
    assert "1 clause reworded" in said
    assert "![" not in said
    assert "<img" not in said


def test_an_unknown_revision_is_refused(repository: Repository) -> None:
    result = preview(repository, "--base", "--upload-pack=x")
    assert result.exit_code == 2
    assert preview(repository, "--base", "nowhere").exit_code == 2
    assert "Git knows no “nowhere”" in preview(repository, "--base", "nowhere").stderr
