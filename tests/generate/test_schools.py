"""The made-up schools are the same for the same seed, are as long and as varied as promised, and tell the truth."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from statistics import mean
from typing import Any

import pytest

from tests.generate import make_schools
from tests.generate.matters import matters
from tests.generate.numbering import NUMBERINGS, letter

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    make_schools(6, 24, 7, folder)
    return folder


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def plain(text: str) -> str:
    """The words alone: emphasis, table bars and running heads and feet taken out, white space made single."""
    text = re.sub(r"\n\nPage \d+ of \d+\n\f.*\n\n", "\n", text)
    return " ".join(text.replace("*", "").replace("|", " ").split())


def test_same_seed_gives_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    for name, hash_seed in (("one", "1"), ("two", "2")):
        command = [sys.executable, "-m", "tests.generate", "--schools", "2", "--policies", "3", "--seed", "5"]
        environment = os.environ | {"PYTHONHASHSEED": hash_seed}
        subprocess.run([*command, str(tmp_path / name)], cwd=ROOT, env=environment, check=True)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_another_seed_gives_other_schools(tmp_path: Path) -> None:
    make_schools(1, 1, 1, tmp_path / "one")
    make_schools(1, 1, 2, tmp_path / "two")
    assert tree(tmp_path / "one").keys() != tree(tmp_path / "two").keys()


def test_asking_for_more_policies_leaves_the_first_as_they_are(tmp_path: Path) -> None:
    make_schools(1, 1, 1, tmp_path / "one")
    make_schools(2, 3, 1, tmp_path / "more")
    few, many = tree(tmp_path / "one" / "policies"), tree(tmp_path / "more" / "policies")
    assert few.items() <= many.items()


def test_plain_text_alone_can_be_asked_for(tmp_path: Path) -> None:
    make_schools(1, 12, 1, tmp_path, markdown=False)
    assert {path.suffix for path in (tmp_path / "policies").rglob("*.*")} == {".txt", ".yml"}


def test_every_school_has_its_policies_and_settings(made: Path) -> None:
    schools = sorted((made / "policies").iterdir())
    assert len(schools) == 6
    assert all((school / "school.yml").is_file() for school in schools)
    assert [len([*school.glob("*.txt"), *school.glob("*.md")]) for school in schools] == [24] * 6


def test_policies_have_20_to_120_clauses_about_60_on_average(made: Path) -> None:
    counts = Counter(line["file"] for line in read(made / "truth.jsonl"))
    assert len(counts) == 6 * 24
    assert min(counts.values()) >= 20
    assert max(counts.values()) <= 120
    assert 50 <= mean(counts.values()) <= 70


def test_clauses_stand_in_their_source_in_order_with_number_and_lead_in(made: Path) -> None:
    @cache
    def source(file: str) -> str:
        return plain((made / "policies" / file).read_text(encoding="utf-8"))

    position: dict[str, int] = defaultdict(int)
    for line in read(made / "truth.jsonl"):
        printed = f"{line['number']} {line['text']}".strip()
        found = source(line["file"]).find(printed, position[line["file"]])
        assert found >= 0, (line["file"], printed)
        position[line["file"]] = found + len(printed)
        for stem in line["lead_ins"]:
            assert stem in source(line["file"])[:found]


def test_all_numberings_forms_and_kinds_occur(made: Path) -> None:
    documents = read(made / "truth-policies.jsonl")
    assert {document["numbering"] for document in documents} == {numbering.name for numbering in NUMBERINGS}
    assert {Path(document["file"]).suffix for document in documents} == {".txt", ".md"}
    assert {document["kind"] for document in documents} == {matter.kind for matter in matters()}
    sources = [path.read_text(encoding="utf-8") for path in (made / "policies").rglob("*.txt")]
    assert any("\f" in text for text in sources)


def test_schools_rule_differently_on_the_same_matter_and_each_is_constant(made: Path) -> None:
    rulings: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for line in read(made / "truth.jsonl"):
        paragraph = not line["lead_ins"] and line["duty"] != "none"
        if paragraph:
            rulings[line["matter"]][line["school"]].add(line["duty"])
    assert all(len(duties) == 1 for schools in rulings.values() for duties in schools.values())
    differing = [matter for matter, schools in rulings.items() if len(set.union(*schools.values())) > 1]
    assert len(differing) > 40


def test_matters_are_about_150_and_have_unique_keys() -> None:
    assert len(matters()) >= 150
    assert len({matter.slug for matter in matters()}) == len(matters())


@pytest.mark.parametrize(("number", "expected"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (0, "")])
def test_letter(number: int, expected: str) -> None:
    assert letter(number) == expected
