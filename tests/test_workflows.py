"""The workflows for GitHub: pinned, with few rights, and made of the commands that people use."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
RIGHTS = {
    ("pages.yml", "build"): {"contents": "read", "pages": "read"},
    ("pages.yml", "publish"): {"pages": "write", "id-token": "write"},
    ("preview.yml", "preview"): {"contents": "read"},
    ("start.yml", "start"): {"contents": "write", "actions": "write"},
}
"""All that each job may do."""
PINS = {
    "actions/cache": ("9255dc7a253b0ccc959486e2bca901246202afeb", "v5.0.1"),
    "actions/checkout": ("08c6903cd8c0fde910a37f88322edcfb5dd907a8", "v5.0.0"),
    "actions/configure-pages": ("45bfe0192ca1faeb007ade9deae92b16b8254a0d", "v6.0.0"),
    "actions/deploy-pages": ("cd2ce8fcbc39b97be8ca5fce6e763baed58fa128", "v5.0.0"),
    "actions/setup-python": ("e797f83bcb11b83ae66e0230d6156d7c80228e7c", "v6.0.0"),
    "actions/upload-pages-artifact": ("fc324d3547104276b827a68afc52ff2a11cc49c9", "v5.0.0"),
}
"""The commits of the actions in use, each as many public workflows name it for its version."""


def read(workflow: Path) -> dict[Any, Any]:
    found = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def jobs() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for workflow in WORKFLOWS:
        yield from ((workflow.name, name, job) for name, job in read(workflow)["jobs"].items())


def steps() -> list[dict[str, Any]]:
    return [step for _, _, job in jobs() for step in job["steps"]]


def test_there_are_the_three() -> None:
    assert [workflow.name for workflow in WORKFLOWS] == ["pages.yml", "preview.yml", "start.yml"]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.name)
def test_every_action_is_pinned_to_a_known_commit_and_says_its_version(workflow: Path) -> None:
    lines = [line for line in workflow.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert lines
    for line in lines:
        match = re.search(r"uses: ([\w/-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)$", line)
        assert match, line
        assert PINS[match[1]] == (match[2], match[3])


def test_nothing_is_allowed_but_what_a_job_needs() -> None:
    assert all(read(workflow)["permissions"] == {} for workflow in WORKFLOWS)
    assert {(file, name): job["permissions"] for file, name, job in jobs()} == RIGHTS


def test_a_proposed_change_is_only_read() -> None:
    preview = ROOT / ".github" / "workflows" / "preview.yml"
    assert list(read(preview)[True]) == ["pull_request"]  # YAML takes `on` for a truth value
    assert not any("pull_request_target" in workflow.read_text(encoding="utf-8") for workflow in WORKFLOWS)
    assert "secrets" not in preview.read_text(encoding="utf-8")


def test_no_shell_command_holds_an_expression() -> None:
    assert not [step["run"] for step in steps() if "${{" in step.get("run", "")]


def test_every_job_ends_some_time() -> None:
    assert all(job["timeout-minutes"] <= 30 for _, _, job in jobs())


def test_what_is_checked_out_keeps_no_key() -> None:
    checkouts = [step for step in steps() if step.get("uses", "").startswith("actions/checkout@")]
    assert len(checkouts) == 3
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_the_whole_history_is_there_where_editions_are_told() -> None:
    whole = [
        job["steps"][0]["with"].get("fetch-depth") == 0 for file, name, job in jobs() if name in ("build", "preview")
    ]
    assert whole == [True, True]


def test_the_commands_are_those_that_people_use() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    used = {match for step in steps() for match in re.findall(r"^make ([a-z]+)", step.get("run", ""), re.MULTILINE)}
    assert used == {"publish", "preview", "init"}
    assert all(re.search(rf"^{target}: \$\(READY\)$", makefile, re.MULTILINE) for target in used)


def test_a_linter_finds_nothing_that_could_be_misused() -> None:
    zizmor = Path(sys.executable).with_name("zizmor")
    command = [str(zizmor), "--offline", "--no-progress", "--persona", "pedantic", str(ROOT / ".github" / "workflows")]
    found = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert found.returncode == 0, found.stdout + found.stderr
