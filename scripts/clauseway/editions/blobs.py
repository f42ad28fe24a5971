"""Contents of files as they were committed, one after the other from one running Git."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha1, sha256
from pathlib import Path
from typing import IO

from clauseway.editions.git import NoHistory, arguments, ask, surroundings

LARGEST = 100 * 1024 * 1024
"""Bytes of the largest content that is given."""
_CHUNK = 1024 * 1024
_SHA1 = 40  # digits of a name in most repositories; in the newer kind 64


class Blobs:
    """Gives contents by name, as long as its Git runs."""

    def __init__(self, questions: IO[bytes], answers: IO[bytes], prefix: str) -> None:
        self._questions, self._answers, self._prefix = questions, answers, prefix

    def of(self, blob: str) -> bytes | None:
        """The content that Git names `blob`; None where it is not there or too large."""
        return self._get(blob)

    def at(self, commit: str, file: str) -> bytes | None:
        """The content of `file` (relative to the policies folder) at `commit`; None where there was none."""
        return self._get(f"{commit}:{self._prefix}{file}")

    def _get(self, name: str) -> bytes | None:
        if "\n" in name:
            return None
        try:
            self._questions.write(f"{name}\n".encode("utf-8", "surrogateescape"))
            self._questions.flush()
            *_, kind, size = self._answers.readline().rstrip(b"\n").rsplit(b" ", 2)
            return self._content(kind, int(size)) if size.isdigit() else None
        except (OSError, ValueError) as failure:
            raise NoHistory from failure

    def _content(self, kind: bytes, size: int) -> bytes | None:
        wanted = kind == b"blob" and size <= LARGEST
        content = self._answers.read(size) if wanted else b""
        for start in range(0, 0 if wanted else size, _CHUNK):
            self._answers.read(min(_CHUNK, size - start))
        self._answers.read(1)
        return content if wanted else None


@contextmanager
def open_blobs(folder: Path) -> Iterator[Blobs]:
    """The contents that the repository of `folder` holds. Raises NoHistory where there is none."""
    place = folder.resolve()
    prefix = ask(place, "rev-parse", "--show-prefix").decode("utf-8", "surrogateescape").rstrip("\n")
    command = arguments(place, "cat-file", "--batch")
    try:
        running = subprocess.Popen(
            command,
            env=surroundings(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as failure:
        raise NoHistory from failure
    with running as process:
        questions, answers = process.stdin, process.stdout
        if questions is None or answers is None:
            raise NoHistory
        yield Blobs(questions, answers, prefix)
        questions.close()


def blob_name(path: Path, commit: str) -> str:
    """How Git would name the content of the file `path`, by the kind of name that `commit` has; empty if unreadable."""
    try:
        data = path.read_bytes()
    except OSError:
        return ""
    made = sha1(usedforsecurity=False) if len(commit) == _SHA1 else sha256()
    made.update(b"blob %d\0" % len(data))
    made.update(data)
    return made.hexdigest()
