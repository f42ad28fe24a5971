"""Git repositories for tests: fixed dates, a fixed author, nobody's settings."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path


class Repository:
    """A repository with a policies folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.policies = folder / "policies"
        self.policies.mkdir(parents=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, date: str = "2020-01-01") -> str:
        """Run git; what is committed bears `date`."""
        when = f"{date}T12:00:00+00:00"
        surroundings = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "GIT_CONFIG_NOSYSTEM": "1",
            **{f"GIT_{who}_NAME": "A. Bell" for who in ("AUTHOR", "COMMITTER")},
            **{f"GIT_{who}_EMAIL": "office@oakhill.example" for who in ("AUTHOR", "COMMITTER")},
            "GIT_AUTHOR_DATE": when,
            "GIT_COMMITTER_DATE": when,
        }
        command = ["git", "-C", str(self.folder), *arguments]
        return subprocess.run(command, env=surroundings, check=True, capture_output=True, text=True).stdout

    def write(self, files: Mapping[str, str | bytes | None]) -> None:
        """Write files by path within the policies folder; None takes one away."""
        for name, content in files.items():
            path = self.policies / name
            if content is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)

    def commit(self, date: str, files: Mapping[str, str | bytes | None]) -> str:
        """Write files and commit everything; gives the commit's name."""
        self.write(files)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "Change", date=date)
        return self.git("rev-parse", "HEAD").strip()
