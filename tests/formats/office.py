"""LibreOffice as a converter, in a profile of its own."""

from __future__ import annotations

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory


def convert(source: Path, wanted: str, folder: Path) -> Path:
    """Convert `source` into `folder`; `wanted` is an ending, or an ending and a filter (`txt:Text`).

    Raises:
        RuntimeError: LibreOffice wrote nothing (it ends with status 0 all the same).
    """
    made = folder / f"{source.stem}.{wanted.partition(':')[0]}"
    with TemporaryDirectory() as profile:
        subprocess.run(
            [
                "soffice",
                "--headless",
                f"-env:UserInstallation=file://{profile}",
                "--convert-to",
                wanted,
                "--outdir",
                str(folder),
                str(source),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
    if not made.exists():
        raise RuntimeError(f"LibreOffice made nothing of {source.name}")
    return made
