"""What works things out: this program, its word lists, the libraries under it. Another version may find otherwise."""

from __future__ import annotations

import sys
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

from clauseway.cache.digests import digest, folder_digest

_PACKAGE = Path(__file__).resolve().parents[1]


@cache
def version() -> bytes:
    """Stands for all code and data of the program as it was when first asked, and for what it runs on."""
    return version_of(_PACKAGE)


def version_of(package: Path) -> bytes:
    """The version of a package in this environment: its files, the interpreter, every installed library."""
    libraries = sorted(f"{one.metadata['Name']} {one.version}" for one in distributions())
    system = f"{sys.implementation.cache_tag} {sys.version} {sys.platform}"
    return digest([folder_digest(package, ["__pycache__"]), *(line.encode() for line in (system, *libraries))])
