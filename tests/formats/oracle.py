"""What LibreOffice prints at the head of every paragraph: `python -m tests.formats.oracle` writes `oracle.json`.

For every Word and OpenDocument fixture LibreOffice's text export is taken, and for every labelled heading and every
clause and stem with a number, what LibreOffice prints in front of its text. `agreed` holds those with the label's
number, `different` the others (`printed` is null where the text is not found as one paragraph): each of them is one
of the known faults below, or the label is wrong.

Known faults of LibreOffice's export (7.4):
- `isLgl` (all figures plain) is not followed: "II.1" where Word prints "2.1";
- `lvlRestart` 0 (never begin again) is not followed: letters begin again where Word goes on;
- paragraphs that a tracked change has taken or moved away are printed, and counted;
- two paragraphs whose mark between them is deleted are printed, and counted, as two;
- hidden text and deleted words are printed, text boxes and notes are not;
- a Word list tied to heading styles loses the numbers of the paragraphs below them when it is saved as `.odt`;
- bullets of symbol fonts are printed as plain ones, so that which bullet it was cannot be told.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.formats.office import convert

TESTS = Path(__file__).parents[1]
RESULT = Path(__file__).with_name("oracle.json")


def numbers(expected: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Give number and text of every labelled clause and stem that has a number, and every heading as a whole."""
    for policy in expected["policies"]:
        for part in (*policy["lead_ins"], *policy["clauses"]):
            if part["number"] is not None:
                yield part["number"], part["text"]
        for path in policy["sections"]:
            yield "", path[-1]


def printed(lines: list[str], text: str) -> list[str]:
    """Give what stands in front of `text` on each line that begins with it; of a bare line, the line before."""
    start = _plain(text)[:60]
    found = []
    for before, line in zip(["", *lines], lines, strict=False):
        front = _FRONT.findall(line)[0]
        if _plain(line).startswith(start):
            found += ["", before.strip()]
        elif front.strip() and _plain(line[len(front) :]).startswith(start):
            found.append(front.strip())
    return found


_FRONT = re.compile(r"^\s*(?:(?:Article|Section|Stage|Part|Annex) \w+:?|\S+)?\s?")


def of_file(source: Path, expected: dict[str, Any]) -> dict[str, Any]:
    """Give the paragraphs with LibreOffice's numbers, and those whose label says otherwise."""
    with TemporaryDirectory() as folder:
        text = convert(source, "txt:Text", Path(folder)).read_text(encoding="utf-8-sig")
    lines = [line for line in text.splitlines() if line.strip()]
    kept: list[list[str]] = []
    different: list[dict[str, Any]] = []
    for number, words in numbers(expected):
        there = printed(lines, words)
        if not there:
            different.append({"text": words, "label": number, "printed": None})
        elif _plain(number) not in map(_plain, there):
            different.append({"text": words, "label": number, "printed": there[0]})
        else:
            kept.append([number, words])
    return {"agreed": kept, "different": different}


def main() -> None:
    """Ask LibreOffice about every fixture and write the answers."""
    found: dict[str, Any] = {}
    for source in sorted(TESTS.glob("cases/dev-*/source.[do][od][ct]*")):
        found[source.parent.name] = of_file(source, json.loads((source.parent / "expected.json").read_text("utf-8")))
    for source in sorted(TESTS.glob("formats/round_trip/policy.[do][od][ct]*")):
        expected = json.loads((source.parent / "expected.json").read_text("utf-8"))
        found[f"round_trip/{source.name}"] = of_file(source, expected)
    RESULT.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.replace("\u00ad", "").lower()))


if __name__ == "__main__":
    main()
