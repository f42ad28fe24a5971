"""Whatever an office file, PDF or web page is made to do, it ends in a result or a clear error, within bounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from clauseway.problems import UnreadableSource
from clauseway.sources import read
from tests.fuzz.worker import Outcome, outcomes
from tests.hostile.rich import CASES, SECRET, noise

MOST_MEMORY = 600
"""Megabytes that any document may take, even one made to take as much as it can."""
SECONDS = 30
_REACHING_OUT = [name for name in CASES if name.startswith(("outside", "targets", "flat", "entities", "doctype"))]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The school's folder with all the files."""
    made = tmp_path_factory.mktemp("rich") / "school"
    made.mkdir()
    for name, (make, _) in CASES.items():
        (made / name).write_bytes(make())
    for name, data in noise().items():
        (made / name).write_bytes(data)
    return made


@pytest.fixture(scope="module")
def found(folder: Path) -> dict[str, Outcome]:
    """What came of each, by name."""
    return {outcome.name: outcome for outcome in outcomes(sorted(folder.iterdir()), SECONDS)}


@pytest.mark.parametrize("name", CASES)
def test_ends_as_it_may(name: str, found: dict[str, Outcome]) -> None:
    assert found[name].end in CASES[name][1], found[name]


@pytest.mark.parametrize("name", CASES)
def test_stays_within_its_memory(name: str, found: dict[str, Outcome]) -> None:
    assert found[name].peak <= MOST_MEMORY


@pytest.mark.parametrize("name", noise())
def test_noise_ends_in_a_result_or_a_clear_error(name: str, found: dict[str, Outcome]) -> None:
    assert found[name].end in ("read", "refused"), found[name]


@pytest.mark.parametrize("name", _REACHING_OUT)
def test_no_other_file_is_read(name: str, folder: Path) -> None:
    try:
        source = read(folder / name, folder.parent)
    except UnreadableSource as refusal:
        said = refusal.problem.message
    else:
        said = " ".join(block.text for block in source.blocks)
    assert SECRET not in said
    assert "lollollol" not in said
