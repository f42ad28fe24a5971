"""Builds that several tests look at, made once."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.corpus import write_corpus


@dataclass(frozen=True)
class Built:
    """A site that the command line built, and what it said."""

    policies: Path
    site: Path
    status: int
    output: str

    @cached_property
    def entries(self) -> dict[str, dict[str, Any]]:
        """The published list of policies, by source file."""
        data = json.loads((self.site / "data" / "policies.json").read_text(encoding="utf-8"))
        return {entry["source"]["file"]: entry for entry in data["policies"]}

    def folder(self, file: str) -> Path:
        """Where the policy that a source file gave is published."""
        return self.site / str(self.entries[file]["url"]).strip("/")

    def page(self, file: str) -> str:
        """The HTML of the policy that a source file gave."""
        return (self.folder(file) / "index.html").read_text(encoding="utf-8")

    def data(self, file: str) -> dict[str, Any]:
        """The published data of the policy that a source file gave."""
        data: dict[str, Any] = json.loads((self.folder(file) / "policy.json").read_text(encoding="utf-8"))
        return data


def build(folder: Path, timeout: float = 600) -> Built:
    """Run `clauseway build` on `folder/policies`, from a working directory that holds nothing else."""
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    policies, site = folder / "policies", folder / "site"
    command = [sys.executable, "-m", "clauseway", "build", "--policies", str(policies), "--site", str(site)]
    done = subprocess.run(
        [*command, "--today", "2026-11-21"],
        cwd=elsewhere,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=timeout,
        check=False,
    )
    return Built(policies, site, done.returncode, done.stdout + done.stderr)


@pytest.fixture(scope="session")
def corpus_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The whole corpus, the odd file names and an ordinary school as one site."""
    folder = tmp_path_factory.mktemp("corpus")
    write_corpus(folder / "policies")
    built = build(folder)
    if not (built.site / "data" / "policies.json").is_file():
        pytest.fail(f"No site was built: {built.output}", pytrace=False)
    return built
