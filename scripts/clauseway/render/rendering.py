"""What every renderer is given, and how it says that it failed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from clauseway.problems import Problem

Schools = dict[str, list[dict[str, str]]]
"""The policies of each school by slug, as `title`, `policy` and `url`: for the navigation of its pages."""

Renderer = Callable[[Path, Path, Path, str | None, Schools], tuple[Problem, ...]]
"""Renders with given settings a folder of pages into an empty folder, as a site at an address; gives what it says.

Raises NotRendered where that fails, and OSError as the file system does.
"""


class NotRendered(Exception):
    """The renderer gave up; carries what it said before."""

    def __init__(self, why: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(why)
        self.problems = problems
