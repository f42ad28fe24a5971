"""The one writer: a folder is made to hold the given files and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from clauseway.memory import Standing


def write(files: Mapping[str, str | bytes | Path | Standing], folder: Path, first: str = "") -> int:
    """Make `folder` hold exactly `files` (by path relative to it); give the number of files that were written.

    A file is given as its text, its bytes, the path of the file it is a copy of, or as one that stands there already.

    A file that already holds its content is not touched, so its time stays. The file named by `first` is written
    before all others. Raises OSError as the file system does.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _remove_others(folder, set(files))
    names = sorted(files, key=lambda name: (name != first, name))
    return sum(_write_one(folder / name, files[name]) for name in names)


def _write_one(path: Path, content: str | bytes | Path | Standing) -> bool:
    if isinstance(content, Standing):
        return False
    if isinstance(content, Path):
        content = content.read_bytes()
    data = content.encode() if isinstance(content, str) else content
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True


def _remove_others(folder: Path, names: set[str]) -> None:
    """Remove files that are not in `names`, then the folders that are empty."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in names:
            path.unlink()
