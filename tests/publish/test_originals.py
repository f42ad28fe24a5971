"""Which copy of a document is published, and when there is none."""

from __future__ import annotations

import json

import msgspec
import pytest

from clauseway.model import LeftOut, Source
from clauseway.sources.docx import read_docx
from clauseway.sources.flow import Content
from tests.publish.samples import FULL, collection, published
from tests.sources.docx.making import make, p, r, root

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
    assert panel == f'<dd><a href="original{ending}">The document as the school gave it ({kind})</a></dd></div>\n'


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


PRIVATE = "Unspeakable"


def words_nobody_meant_to_publish() -> Content:
    """A Word file with a change, a comment, hidden text and a number that cannot be resolved, all of private words."""
    author = 'w:id="1" w:author="A. Person"'
    hidden = r(PRIVATE, "<w:vanish/>")
    body = (
        p(runs=f"<w:ins {author}>{hidden}{r('All pupils sit.')}</w:ins>")
        + p(runs=f"<w:del {author}><w:r><w:delText>{PRIVATE}</w:delText></w:r></w:del>{r('They stand.')}")
        + p(runs=r("They walk.") + hidden, num=1)
        + p(runs=hidden, num=1, mark="<w:vanish/>")
        + p(runs=f'<w:commentRangeStart w:id="0"/>{r("They run.")}<w:commentReference w:id="0"/>')
    )
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="hebrew1"/><w:lvlText w:val="%1."/></w:lvl>'
    lists = f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
    numbering = f'{lists}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    comment = root("comments", f'<w:comment w:id="0" w:author="A. Person">{p(PRIVATE)}</w:comment>')
    return read_docx(make(body, numbering=numbering, parts={"comments.xml": comment}), "phones.docx")


def test_private_words_stand_in_nothing_that_is_published() -> None:
    content = words_nobody_meant_to_publish()
    codes = {problem.code for problem in content.problems}
    assert codes >= {"tracked-changes", "number-unresolved", "hidden-text", "comments"}
    source = msgspec.structs.replace(FULL.source, copied_as=".docx", left_out=content.left_out)
    files = published(collection(msgspec.structs.replace(FULL, source=source, problems=content.problems)))
    panel = str(files[f"{FOLDER}index.md"]).split("Good to know")[1].split("</section>")[0]
    assert panel.count("<li>") == 2
    assert [name for name, one in files.items() if PRIVATE in str(one) or "A. Person" in str(one)] == []
