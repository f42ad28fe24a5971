"""What works things out: this program, its word lists, the libraries under it. Another version may find otherwise."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from clauseway.cache.digests import digest, folder_digest

_PACKAGE = Path(__file__).resolve().parents[1]


@cache
def version() -> bytes:
    """Stands for all code and data of the program as it was when first asked, and for what it runs on."""
    return version_of(_PACKAGE)


def version_of(package: Path) -> bytes:
    """The version of a package in this environment: its files, the interpreter, every installed library."""
    system = f"{sys.implementation.cache_tag} {sys.version} {sys.platform}"
    lines = (system, *sorted(_libraries()))
    return digest([folder_digest(package, ["__pycache__"]), *(line.encode() for line in lines)])


def _libraries() -> Iterator[str]:
    """Every installed library by the folder that describes it, whose name holds its version (`lxml-6.0.2.dist-info`).

    Reading what these folders say takes a tenth of a second.
    """
    for folder in filter(os.path.isdir, sys.path):
        with os.scandir(folder) as entries:
            yield from (one.name for one in entries if one.name.endswith((".dist-info", ".egg-info")))
