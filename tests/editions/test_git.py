"""History is read, and nothing of a repository is run."""

from __future__ import annotations

from pathlib import Path

import pytest

from clauseway.editions import NoHistory, open_blobs, read_log, try_log
from clauseway.editions.git import ask
from tests.repository import Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repo")


def states(repository: Repository, file: str) -> list[tuple[str, str]]:
    return [(version.date, version.file) for version in read_log(repository.policies).versions.get(file, ())]


def test_the_states_of_a_file_newest_first(repository: Repository) -> None:
    repository.commit("2024-01-05", {"oak/a.txt": "one"})
    repository.commit("2024-02-05", {"oak/b.txt": "other"})
    repository.commit("2024-03-05", {"oak/a.txt": "two"})
    assert states(repository, "oak/a.txt") == [("2024-03-05", "oak/a.txt"), ("2024-01-05", "oak/a.txt")]


def test_of_one_day_the_last_state_counts(repository: Repository) -> None:
    repository.commit("2024-01-05", {"oak/a.txt": "one"})
    repository.commit("2024-01-05", {"oak/a.txt": "two"})
    (version,) = read_log(repository.policies).versions["oak/a.txt"]
    with open_blobs(repository.policies) as blobs:
        assert blobs.of(version.blob) == b"two"


def test_what_was_put_back_is_no_edition(repository: Repository) -> None:
    repository.commit("2024-01-05", {"oak/a.txt": "one"})
    repository.commit("2024-02-05", {"oak/a.txt": "two"})
    repository.commit("2024-02-05", {"oak/a.txt": "one"})
    assert states(repository, "oak/a.txt") == [("2024-01-05", "oak/a.txt")]


def test_a_file_is_followed_through_another_name_and_folder(repository: Repository) -> None:
    text = "".join(f"Line {number} of a policy.\n" for number in range(30))
    repository.commit("2024-01-05", {"oak/a.txt": text})
    repository.git("mv", "policies/oak/a.txt", "policies/oak/b é.txt")
    repository.commit("2024-02-05", {"oak/b é.txt": text + "More.\n"})
    (repository.policies / "elm").mkdir()
    repository.git("mv", "policies/oak/b é.txt", "policies/elm/c.txt")
    repository.commit("2024-03-05", {})
    assert states(repository, "elm/c.txt") == [("2024-02-05", "oak/b é.txt"), ("2024-01-05", "oak/a.txt")]


def test_what_was_taken_away_and_put_there_anew_is_kept_apart(repository: Repository) -> None:
    repository.commit("2024-01-05", {"oak/a.txt": "one", "oak/z.txt": "z"})
    repository.commit("2024-02-05", {"oak/a.txt": None})
    repository.commit("2024-03-05", {"oak/a.txt": "two"})
    log = read_log(repository.policies)
    assert [version.date for version in log.versions["oak/a.txt"]] == ["2024-03-05"]
    assert [[version.date for version in way] for way in log.gone] == [["2024-01-05"]]


def test_a_merge_is_one_step_on_its_own_day(repository: Repository) -> None:
    repository.commit("2024-01-05", {"oak/a.txt": "one"})
    repository.git("checkout", "-q", "-b", "draft")
    repository.commit("2024-01-20", {"oak/a.txt": "draft"})
    repository.commit("2024-01-25", {"oak/a.txt": "two"})
    repository.git("checkout", "-q", "main")
    repository.git("merge", "-q", "--no-ff", "-m", "Merge", "draft", date="2024-02-05")
    assert [date for date, _ in states(repository, "oak/a.txt")] == ["2024-02-05", "2024-01-05"]


def test_only_the_folder_counts(repository: Repository) -> None:
    (repository.folder / "notes.txt").write_text("x")
    repository.commit("2024-01-05", {"oak/a.txt": "one"})
    assert set(read_log(repository.policies).versions) == {"oak/a.txt"}


def test_contents_by_name(repository: Repository) -> None:
    commit = repository.commit("2024-01-05", {"oak/a b.txt": "one", "oak/a b.yml": "title: One\n"})
    with open_blobs(repository.policies) as blobs:
        assert blobs.at(commit, "oak/a b.yml") == b"title: One\n"
        assert blobs.at(commit, "oak/none.yml") is None
        assert blobs.at(f"{commit}^", "oak/a b.yml") is None
        assert blobs.of("0" * 40) is None
        assert blobs.at(commit, "oak") is None
        assert blobs.at(commit, "oak/a b.txt\noak/a b.yml") is None
        assert blobs.at(commit, "oak/a b.txt") == b"one"


def test_no_repository_is_no_history(tmp_path: Path) -> None:
    (tmp_path / "policies").mkdir()
    assert try_log(tmp_path / "policies") is None
    assert try_log(tmp_path / "nowhere") is None


def test_a_repository_without_a_commit_is_no_history(repository: Repository) -> None:
    assert try_log(repository.policies) is None


def test_no_git_is_no_history(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit("2024-01-05", {"oak/a.txt": "one"})
    monkeypatch.setenv("PATH", "")
    assert try_log(repository.policies) is None
    with pytest.raises(NoHistory):
        open_blobs(repository.policies).__enter__()


def test_a_part_of_the_history_is_told(repository: Repository, tmp_path: Path) -> None:
    repository.commit("2024-01-05", {"oak/a.txt": "one"})
    repository.commit("2024-02-05", {"oak/a.txt": "two"})
    shallow = tmp_path / "shallow"
    repository.git("clone", "-q", "--depth", "1", f"file://{repository.folder}", str(shallow))
    assert read_log(shallow / "policies").shallow
    assert not read_log(repository.policies).shallow


def test_nothing_that_a_repository_sets_is_run(repository: Repository, tmp_path: Path) -> None:
    mark = tmp_path / "was-run"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch '{mark}'\ncat\n")
    program.chmod(0o755)
    repository.commit("2024-01-05", {"oak/a.txt": "one", ".gitattributes": "*.txt diff=evil filter=evil\n"})
    repository.commit("2024-02-05", {"oak/a.txt": "two"})
    for name in (
        *(
            "core.fsmonitor",
            "core.pager",
            "pager.log",
            "core.sshCommand",
            "core.editor",
            "gpg.program",
            "diff.external",
        ),
        *("diff.evil.command", "diff.evil.textconv", "filter.evil.smudge", "filter.evil.clean", "core.askPass"),
        *("alias.log", "uploadpack.packObjectsHook", "credential.helper"),
    ):
        repository.git("config", name, f"!{program}" if name == "alias.log" else str(program))
    repository.git("config", "log.showSignature", "true")
    hooks = repository.folder / ".git" / "hooks"
    for name in ("post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman"):
        (hooks / name).write_text(program.read_text())
        (hooks / name).chmod(0o755)
    before = sorted(path.stat().st_mtime_ns for path in (repository.folder / ".git").rglob("*"))
    log = read_log(repository.policies)
    with open_blobs(repository.policies) as blobs:
        assert [blobs.of(version.blob) for version in log.versions["oak/a.txt"]] == [b"two", b"one"]
    assert not mark.exists()
    assert sorted(path.stat().st_mtime_ns for path in (repository.folder / ".git").rglob("*")) == before


def test_surroundings_of_the_caller_do_not_lead_elsewhere(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit("2024-01-05", {"oak/a.txt": "one"})
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    assert read_log(repository.policies).versions


def test_nothing_is_fetched(repository: Repository) -> None:
    repository.commit("2024-01-05", {"oak/a.txt": "one"})
    with pytest.raises(NoHistory):
        ask(repository.policies, "ls-remote", f"file://{repository.folder}")
