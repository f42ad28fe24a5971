"""The schools that the labelled search queries ask about, put together from the documents under `tests/cases`.

`python -m tests.measure.search_schools DIR` makes the policies folder DIR, for `clauseway build --policies DIR`.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

TESTS = Path(__file__).parents[1]
CASES = TESTS / "cases"
LABELS = TESTS / "labels" / "search"
SCHOOLS = LABELS / "schools.yml"
OF_SAMPLES = ("seeds", "more", "fresh", "later", "newest")
OF_INVENTED = ("dev", "held", "unseen", "many", "many_held")
QUERIES = {split: LABELS / f"queries_{split}.yml" for split in (*OF_SAMPLES, *OF_INVENTED)}
"""Some ask about `policies/`, the others about the invented schools. `held`, `unseen`, `many_held` and
`later` are only scored, as are those of even number in `fresh` and `newest`."""


def assemble(folder: Path, schools: Path = SCHOOLS) -> Path:
    """Make `folder` the policies folder of the schools listed in `schools`, and give it."""
    for slug, school in yaml.safe_load(schools.read_text(encoding="utf-8")).items():
        _assemble_school(folder / slug, school)
    return folder


def _assemble_school(folder: Path, school: Mapping[str, Any]) -> None:
    """Write `school.yml` and copy the documents, each under the name the list gives it."""
    folder.mkdir(parents=True, exist_ok=True)
    about = {key: value for key, value in school.items() if key != "files"}
    (folder / "school.yml").write_text(yaml.safe_dump(about, allow_unicode=True), encoding="utf-8")
    for name, case in school["files"].items():
        source = source_of(CASES / case)
        shutil.copyfile(source, folder / f"{name}{source.suffix}")


def source_of(case: Path) -> Path:
    """The one document of a case."""
    (source,) = case.glob("source.*")
    return source


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.measure.search_schools", description=__doc__)
    parser.add_argument("folder", type=Path, help="becomes the policies folder")
    assemble(parser.parse_args().folder)


if __name__ == "__main__":
    main()
