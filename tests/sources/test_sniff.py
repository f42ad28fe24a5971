from __future__ import annotations

import codecs

import pytest

from clauseway.problems import Severity, UnreadableSource
from clauseway.sources.forms import Form
from clauseway.sources.sniff import ENDINGS, misnamed, sniff
from tests.sources.made import compound, odt, odt_parts, word, word_parts, zipped

PAGE = b"<!DOCTYPE html>\n<html><head><title>Policy</title></head><body><p>Staff must go.</p></body></html>"
WORD = word("Staff must go.")
ODT = odt("Staff must go.")
RTF = rb"{\rtf1\ansi Staff must go.}"
OLD = compound("WordDocument", "1Table")
PDF = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
TEXT = b"Phone Policy\n\nStaff must go.\n"
EXPORT = b"<p>Phone Policy</p>\n<ul><li>Staff must go.</li><li>Pupils must stay.</li></ul>\n"
BOM = codecs.BOM_UTF8


@pytest.mark.parametrize(
    ("ending", "data", "form"),
    [
        pytest.param(".txt", TEXT, Form.TEXT, id="text"),
        pytest.param(".md", b"# Policy\n\nStaff <b>must</b> go.\n", Form.MARKDOWN, id="Markdown with tags"),
        pytest.param(".md", EXPORT, Form.MARKDOWN, id="Markdown of nothing but tags"),
        pytest.param(".txt", b"Policy\n\n<p>Staff</p><p>must</p><p>go.</p>", Form.TEXT, id="text with tags"),
        pytest.param(".txt", b"<html> is how a page begins.", Form.TEXT, id="text about tags"),
        pytest.param(".md", b"<!-- draft -->\n\n# Policy\n", Form.MARKDOWN, id="Markdown with a comment first"),
        pytest.param(
            ".md", b"<!-- a -->\n" * 900 + b"# Policy\n", Form.MARKDOWN, id="Markdown with many comments first"
        ),
        pytest.param(".txt", b"From: the Head\nTo: all staff\nSubject: Phones\n\nStaff must go.", Form.TEXT, id="memo"),
        pytest.param(".txt", b"BM and GIF and MZ and ID3 are letters.", Form.TEXT, id="letters as in binary files"),
        pytest.param(".txt", b"A policy may begin with %PDF-1.4.", Form.TEXT, id="text about PDF"),
        pytest.param(".txt", b'{"doc_id": 1}' + TEXT * 900, Form.TEXT, id="long text in braces"),
        pytest.param(".txt", "Staff must go.".encode("utf-16"), Form.TEXT, id="UTF-16"),
        pytest.param(".docx", WORD, Form.WORD, id="Word"),
        pytest.param(".docm", WORD, Form.WORD, id="Word with macros"),
        pytest.param(".dotx", WORD, Form.WORD, id="Word template"),
        pytest.param(".docx", zipped(word_parts("", main="word/document2.xml")), Form.WORD, id="main part renamed"),
        pytest.param(
            ".dotm",
            zipped(word_parts("", "d.xml", "application/vnd.ms-word.template.macroEnabledTemplate.main+xml")),
            Form.WORD,
            id="template with macros by its type",
        ),
        pytest.param(".odt", ODT, Form.OPENDOCUMENT, id="OpenDocument"),
        pytest.param(
            ".odt",
            zipped({k: v for k, v in odt_parts("").items() if k != "mimetype"}),
            Form.OPENDOCUMENT,
            id="OpenDocument packed again without its type",
        ),
        pytest.param(".fodt", b'<?xml version="1.0"?>\n<office:document>', Form.OPENDOCUMENT, id="flat OpenDocument"),
        pytest.param(".pdf", PDF, Form.PDF, id="PDF"),
        pytest.param(".pdf", b"HTTP/1.1 200 OK\r\n\r\n" + PDF, Form.PDF, id="PDF after other lines"),
        pytest.param(".html", PAGE, Form.HTML, id="web page"),
        pytest.param(".htm", b"<p>Staff must go.</p>", Form.HTML, id="piece of a web page"),
        pytest.param(".html", BOM + PAGE, Form.HTML, id="web page with a mark"),
        pytest.param(".doc", OLD, Form.OLD_WORD, id="old Word"),
        pytest.param(".rtf", RTF, Form.RICH_TEXT, id="RTF"),
    ],
)
def test_a_file_is_what_its_name_says(ending: str, data: bytes, form: Form) -> None:
    assert sniff(data, ending, "a/p") is form
    assert misnamed(form, ending, "a/p") == ()


@pytest.mark.parametrize(
    ("ending", "data", "form", "usual"),
    [
        pytest.param(".pdf", WORD, Form.WORD, ".docx", id="Word named PDF"),
        pytest.param(".doc", WORD, Form.WORD, ".docx", id="new Word named old"),
        pytest.param(".odt", WORD, Form.WORD, ".docx", id="Word named OpenDocument"),
        pytest.param(".txt", WORD, Form.WORD, ".docx", id="Word named text"),
        pytest.param(".docx", ODT, Form.OPENDOCUMENT, ".odt", id="OpenDocument named Word"),
        pytest.param(".docx", PDF, Form.PDF, ".pdf", id="PDF named Word"),
        pytest.param(".docx", b"\xef\xbb\xbf\r\n" + PDF, Form.PDF, ".pdf", id="PDF after a mark, named Word"),
        pytest.param(".docx", RTF, Form.RICH_TEXT, ".rtf", id="RTF named Word"),
        pytest.param(".doc", RTF, Form.RICH_TEXT, ".rtf", id="RTF named old Word"),
        pytest.param(".docx", OLD, Form.OLD_WORD, ".doc", id="old Word named new"),
        pytest.param(".doc", PAGE, Form.HTML, ".html", id="web page named Word"),
        pytest.param(".doc", b"<p class=MsoNormal>Staff must go.", Form.HTML, ".html", id="piece of a page named Word"),
        pytest.param(".pdf", PAGE, Form.HTML, ".html", id="web page named PDF"),
        pytest.param(".txt", PAGE, Form.HTML, ".html", id="web page named text"),
        pytest.param(".md", PAGE.upper(), Form.HTML, ".html", id="web page named Markdown"),
        pytest.param(".txt", b"<?xml version='1.0'?>\n" + PAGE, Form.HTML, ".html", id="XHTML named text"),
        pytest.param(".txt", b"<!-- saved from -->\n" + PAGE, Form.HTML, ".html", id="comment before the page"),
        pytest.param(".txt", EXPORT, Form.HTML, ".html", id="export of nothing but tags, named text"),
        pytest.param(".txt", PAGE.decode().encode("utf-16"), Form.HTML, ".html", id="web page in UTF-16"),
        pytest.param(".txt", PAGE.replace(b"<p>", b"<p>x " * 9000), Form.HTML, ".html", id="long web page"),
        pytest.param(".docx", TEXT, Form.TEXT, ".txt", id="text named Word"),
        pytest.param(".html", TEXT, Form.TEXT, ".txt", id="text named web page"),
    ],
)
def test_content_goes_before_the_ending(ending: str, data: bytes, form: Form, usual: str) -> None:
    assert sniff(data, ending, "a/p") is form
    (problem,) = misnamed(form, ending, "a/p")
    assert (problem.code, problem.severity, problem.file) == ("source-ending", Severity.WARNING, "a/p")
    assert ending in problem.message
    assert usual in problem.advice


MAIL = b"Received: from a\r\n\tby b\r\nSubject: Policy\r\nMIME-Version: 1.0\r\n\r\nStaff must go."
SAVED = b"From: <Saved by Blink>\r\nSubject: Policy\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=x\r\n"
LFS = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"
LOCKED_ODT = {**odt_parts(""), "META-INF/manifest.xml": "<manifest:encryption-data/>"}
TYPED = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


@pytest.mark.parametrize(
    ("ending", "data", "code", "says"),
    [
        pytest.param(".docx", b"", "source-empty", "nothing", id="empty"),
        pytest.param(".txt", b" \r\n\t\f", "source-empty", "no text", id="white space"),
        pytest.param(".docx", bytes(4096), "source-empty", "nothing", id="nothing but zeros"),
        pytest.param(".docx", compound("EncryptionInfo", "EncryptedPackage"), "source-password", "password", id="Word"),
        pytest.param(".doc", compound("WordDocument", locked=True), "source-password", "password", id="old Word"),
        pytest.param(".odt", zipped(LOCKED_ODT), "source-password", "password", id="OpenDocument"),
        pytest.param(".odt", zipped({"encrypted-package": b"x"}), "source-password", "password", id="new OpenDocument"),
        pytest.param(".docx", compound("Workbook"), "source-format", "spreadsheet", id="old spreadsheet named Word"),
        pytest.param(".doc", compound("PowerPoint Document"), "source-format", "slides", id="old slides"),
        pytest.param(".doc", compound("Quill"), "source-format", "old Office", id="unknown old Office file"),
        pytest.param(".doc", compound("__properties_version1.0"), "source-format", "e-mail", id="Outlook message"),
        pytest.param(".docx", zipped(word_parts("", "x.xml", TYPED)), "source-format", "spreadsheet", id="spreadsheet"),
        pytest.param(".docx", zipped({"xl/workbook.xml": ""}), "source-format", "spreadsheet", id="spreadsheet part"),
        pytest.param(".docx", zipped({"ppt/presentation.xml": ""}), "source-format", "slides", id="slides"),
        pytest.param(".docx", zipped({"Index/Document.iwa": ""}), "source-format", "Pages", id="Pages"),
        pytest.param(".odt", zipped({"mimetype": "application/epub+zip"}), "source-format", "book", id="book"),
        pytest.param(
            ".docx", zipped({"policy.docx": WORD}), "source-format", "archive", id="zip with a document in it"
        ),
        pytest.param(".docx", WORD[: len(WORD) // 2], "source-damaged", "archive", id="cut-off archive"),
        pytest.param(".docx", b"\x00\x01\x02\x03" * 99, "source-damaged", "a Word document", id="noise named Word"),
        pytest.param(".pdf", b"\x00\x01\x02\x03" * 99, "source-damaged", "a PDF", id="noise named PDF"),
        pytest.param(".txt", b"\x89PNG\r\n\x1a\n\x00", "source-format", "picture", id="picture"),
        pytest.param(".txt", b"\x00\x00\x00\x18ftypheic", "source-format", "picture", id="picture of a telephone"),
        pytest.param(".txt", b"\x00\x00\x00\x18ftypM4A ", "source-format", "sound", id="recording"),
        pytest.param(".txt", b"\x1f\x8b\x08\x00", "source-format", "archive", id="gzip"),
        pytest.param(".doc", b"\xffWPC\x10\x00", "source-format", "another writing program", id="WordPerfect"),
        pytest.param(".txt", MAIL, "source-format", "e-mail", id="e-mail"),
        pytest.param(".html", SAVED, "source-format", "web archive", id="web page saved as one file"),
        pytest.param(
            ".doc",
            b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n",
            "source-format",
            "web archive",
            id="web archive named Word",
        ),
        pytest.param(
            ".html", b"bplist00\xd1WebMainResource", "source-format", "web archive", id="web archive of a Mac"
        ),
        pytest.param(".docx", LFS, "source-link", "Git", id="Git LFS"),
        pytest.param(".docx", b'{"url": "https://docs.google.com/open?id=1"}', "source-link", "link", id="Google Docs"),
        pytest.param(".docx", b"[InternetShortcut]\r\nURL=https://x.example\r\n", "source-link", "link", id="shortcut"),
        pytest.param(
            ".docx",
            b'<?xml version="1.0"?>\n<!DOCTYPE plist>\n<plist><dict><key>URL</key></dict></plist>',
            "source-link",
            "link",
            id="shortcut of a Mac",
        ),
        pytest.param(".doc", b"L\x00\x00\x00\x01\x14\x02\x00", "source-link", "link", id="shortcut of Windows"),
        pytest.param(
            ".doc",
            b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>',
            "source-format",
            "XML",
            id="Word 2003 XML",
        ),
        pytest.param(".txt", b'<?xml version="1.0"?><svg>', "source-format", "drawing", id="drawing"),
    ],
)
def test_refused(ending: str, data: bytes, code: str, says: str) -> None:
    with pytest.raises(UnreadableSource) as caught:
        sniff(data, ending, "a/p")
    problem = caught.value.problem
    assert (problem.code, problem.severity, problem.file) == (code, Severity.ERROR, "a/p")
    assert says in problem.message
    assert problem.advice.endswith(".")


@pytest.mark.parametrize("form", Form)
def test_every_form_has_an_ending(form: Form) -> None:
    assert form in ENDINGS.values()


def test_an_embedded_spreadsheet_does_not_make_a_document_one() -> None:
    assert sniff(compound("Workbook", "WordDocument"), ".doc", "a/p") is Form.OLD_WORD


@pytest.mark.parametrize("before", [b"", b"x"], ids=["no entry", "not where entries are"])
def test_the_name_of_a_stream_in_the_text_decides_nothing(before: bytes) -> None:
    name = "EncryptedPackage".encode("utf-16-le") + b"\x00\x00"
    entry = name.ljust(64, b"\x00") + len(name).to_bytes(2, "little") if before else name
    assert sniff(compound("WordDocument") + before + entry, ".doc", "a/p") is Form.OLD_WORD


def test_what_the_name_said_is_named_in_the_refusal() -> None:
    with pytest.raises(UnreadableSource, match=r"whatever its name ends in \(\.docx\)"):
        sniff(b"GIF89a", ".docx", "a/p")


def test_a_list_of_types_without_end_is_gone_through_once() -> None:
    types = "wordprocessingml." * 200_000
    with pytest.raises(UnreadableSource, match="archive"):
        sniff(zipped({"[Content_Types].xml": types}), ".docx", "a/p")
