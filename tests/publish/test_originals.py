"""Which copy of a document is published, and when there is none."""

from __future__ import annotations

import json

import msgspec
import pytest

from clauseway.model import LeftOut, Source
from tests.publish.samples import FULL, collection, published

FOLDER = "schools/oak-hill/phones/"


def files_of(source: Source) -> tuple[list[str], str]:
    """Names of the originals, and what the panel says of them."""
    files = published(collection(msgspec.structs.replace(FULL, source=source)))
    panel = str(files[f"{FOLDER}index.md"]).split("<dt>Original</dt>")[1].split("</dl>")[0]
    return [name for name in files if "original" in name], panel


@pytest.mark.parametrize("ending", [".docx", ".pdf", ".odt"])
def test_the_copy_bears_the_ending_of_what_it_is(ending: str) -> None:
    names, panel = files_of(msgspec.structs.replace(FULL.source, copied_as=ending))
    assert names == [f"{FOLDER}original{ending}"]
    kind = ending[1:].upper()
    assert panel == f'<dd><a href="original{ending}">The document as the school gave it ({kind})</a></dd>\n'


@pytest.mark.parametrize("what", ["comment", "deleted text", "hidden text", "macro"])
def test_no_copy_of_a_file_that_holds_what_nobody_meant_to_publish(what: str) -> None:
    left = (LeftOut("picture", 2), LeftOut(what, 1, "She was late again"))
    names, panel = files_of(msgspec.structs.replace(FULL.source, copied_as=".docx", left_out=left))
    assert names == []
    assert f"Not published: the file also holds {what}" in panel
    assert "late again" not in panel


def test_a_file_of_an_old_kind_is_not_handed_on() -> None:
    names, panel = files_of(msgspec.structs.replace(FULL.source, copied_as=""))
    assert (names, "Ask the school for a copy." in panel) == ([], True)


def test_what_is_private_is_counted_and_not_quoted_in_the_data() -> None:
    left = (LeftOut("picture", 2, "The school gate"), LeftOut("comment", 1, "She was late again"))
    site = collection(msgspec.structs.replace(FULL, source=msgspec.structs.replace(FULL.source, left_out=left)))
    content = published(site)[f"{FOLDER}policy.json"]
    assert isinstance(content, bytes)
    report = json.loads(content)["report"]["left_out"]
    assert [(one["what"], one["count"], one["sample"]) for one in report] == [
        ("picture", 2, "The school gate"),
        ("comment", 1, ""),
    ]
