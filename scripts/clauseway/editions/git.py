"""Asks Git about a repository that may be anybody's: nothing of it is run, nothing is written, nothing is fetched.

What a repository, a person or a system has configured is not listened to where it could start a program: no hook,
pager, file monitor, signature check, diff driver or text filter. Only what is stored is read.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

_LONGEST = 120.0
"""Seconds after which an answer is given up, as that of a repository without end."""
_SWITCHED_OFF = (
    *("core.fsmonitor=false", f"core.hooksPath={os.devnull}", "core.pager=cat", "core.attributesFile="),
    *("log.showSignature=false", "diff.external=", "credential.helper=", "gc.auto=0", "maintenance.auto=false"),
)


class NoHistory(Exception):
    """There is no Git, no repository, or no answer."""


def ask(folder: Path, *question: str) -> bytes:
    """What `git QUESTION` prints in `folder`. Raises NoHistory where it fails."""
    command = arguments(folder, *question)
    try:
        done = subprocess.run(
            command,
            env=surroundings(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_LONGEST,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as failure:
        raise NoHistory from failure
    return done.stdout


def arguments(folder: Path, *question: str) -> list[str]:
    """The command line that asks in `folder`."""
    # Whoever builds from a folder trusts its files as policies; as nothing of its settings is run, it does not
    # matter to whom the folder belongs.
    settings = [part for one in (*_SWITCHED_OFF, "safe.directory=*") for part in ("-c", one)]
    return ["git", "--no-pager", "--literal-pathspecs", *settings, "-C", str(folder), *question]


def surroundings() -> dict[str, str]:
    """The fixed environment in which Git is asked: nobody's settings, no prompt, no network."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "LC_ALL": "C",
        "HOME": os.devnull,
        "XDG_CONFIG_HOME": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_ATTR_NOSYSTEM": "1",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "none",
        **{name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ},  # Windows starts nothing without
    }
