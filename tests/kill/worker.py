"""Builds that are killed, each in a process of its own: `python -m tests.kill.worker FOLDER SEED TIMES`.

Every fourth build is the first of its folder, the others have a good site before them. A build is killed at the moment before it would change a file or folder for the n-th time; where that would write a
file, half of something stands in it. Which time, is drawn at random. The renderer is a plain copy: what is written aside is of no
matter here. After each kill the site is looked at; then a build that is let alone must heal whatever was left. For each
kill a line of JSON tells what was found.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from clauseway import pipeline
from clauseway.cache import Cache, version
from clauseway.problems import Problem
from clauseway.render import DOCS
from clauseway.render.swap import aside
from tests.folders import PHONES, make_policies

CHANGING = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "ctypes.dlsym", "os.utime", "os.truncate"}
"""Events of the interpreter's audit before a file or folder is changed; `open` counts if it is for writing."""
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT

RULES = ("must", "should")
"""What pupils do with their phones, in turn: so that every build has something to do."""


def policies(folder: Path, turn: int) -> Path:
    text = PHONES.replace("must", RULES[turn % 2])
    return make_policies(folder, {"oak/school.yml": "name: Oak\n", "oak/a.txt": text, "oak/b.txt": PHONES})


def copied(docs: Path, site: Path, **_options: object) -> tuple[Problem, ...]:
    """In the place of a renderer."""
    with aside(site) as folder:
        shutil.copytree(docs, folder, dirs_exist_ok=True)
    return ()


def build(folder: Path) -> None:
    pipeline.build(
        folder / "policies", folder / "site", 1, lambda *_: None, date(2026, 11, 30), Cache(folder / "build" / "cache")
    )


class Changes:
    """Counts changes of the file system, and kills this process before one of them."""

    def __init__(self, last: int | None = None) -> None:
        self.number = 0
        self._last = last

    def __call__(self, event: str, args: tuple[Any, ...]) -> None:
        writes = event == "open" and isinstance(args[2], int) and args[2] & WRITES
        if not writes and event not in CHANGING:
            return
        self.number += 1
        if self.number == self._last:
            self._last = None
            if writes and isinstance(args[0], str):
                Path(args[0]).write_bytes(b"half of some")
            os.kill(os.getpid(), signal.SIGKILL)


def in_a_process(work: Callable[[], int]) -> int:
    """Do `work` in a copy of this process, which has one thread; gives its answer, or -1 if it was killed."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.write(writer, str(work()).encode())
            status = 0
        finally:
            os._exit(status)
    os.close(writer)
    answer = os.read(reader, 100)
    os.close(reader)
    _, ended = os.waitpid(child, 0)
    assert answer or os.WIFSIGNALED(ended), "the build failed"
    return int(answer) if answer else -1


def counted(folder: Path, last: int | None = None) -> int:
    changes = Changes(last)
    sys.addaudithook(changes)
    build(folder)
    return changes.number


def site(folder: Path) -> dict[str, str]:
    root = folder / "site"
    return {path.relative_to(root).as_posix(): path.read_text() for path in root.rglob("*") if path.is_file()}


def main() -> None:
    folder, seed, times = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    pages = folder / "pages"
    pages.mkdir()
    shutil.copy(DOCS / "index.md", pages)
    vars(pipeline).update(render=copied, DOCS=pages)
    version()
    drawn = random.Random(seed)
    good: list[dict[str, str]] = [{}, {}, {}]
    for turn in range(4):  # the last ones find all documents in the cache, as those that are killed
        policies(folder, turn)
        steps = in_a_process(lambda: counted(folder))
        good[turn % 2] = site(folder)
    for turn in range(4, times + 4):
        policies(folder, turn)
        first = turn % 4 == 3
        for name in ("site", "build") if first else ():
            shutil.rmtree(folder / name)
        place = drawn.randint(1, steps)
        killed = in_a_process(lambda place=place: counted(folder, place)) < 0  # type: ignore[misc]
        left = site(folder)
        again = in_a_process(lambda: counted(folder))
        found = {
            "place": place,
            "steps": steps,
            "killed": killed,
            "last_good": left in good if first else left in good[:2],
            "healed": site(folder) == good[turn % 2] and again >= 0,
            "beside": sorted(path.name for path in folder.iterdir()),
            "built": sorted(path.name for path in (folder / "build").iterdir()),
            "unfinished": [path.name for path in (folder / "build" / "cache").iterdir() if path.suffix],
        }
        sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main()
