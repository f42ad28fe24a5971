from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from clauseway.problems import Severity, UnreadableSource
from clauseway.sources import Discovery, discover


def _make(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text", encoding="utf-8")
    return root


def _found(discovery: Discovery) -> list[tuple[str, str, str]]:
    return [(f.school, f.file, f.sidecar.name if f.sidecar else "") for f in discovery.found]


def _said(discovery: Discovery) -> list[tuple[str, str, str]]:
    return [(p.code, p.severity.value, p.file) for p in discovery.problems]


def test_sources_are_sorted_and_have_their_sidecars(tmp_path: Path) -> None:
    names = ("b/z.txt", "b/a.md", "b/a.yml", "b/school.yml", "a/Policy 2.TXT", "a/x.markdown", "a/y.text")
    discovery = discover(_make(tmp_path, *names))
    assert _found(discovery) == [
        ("a", "a/Policy 2.TXT", ""),
        ("a", "a/x.markdown", ""),
        ("a", "a/y.text", ""),
        ("b", "b/a.md", "a.yml"),
        ("b", "b/z.txt", ""),
    ]
    assert discovery.schools == ("a", "b")
    assert discovery.problems == ()
    assert discovery.found[3].path == tmp_path / "b/a.md"


def test_a_school_without_sources_is_a_school(tmp_path: Path) -> None:
    assert discover(_make(tmp_path, "a/school.yml")).schools == ("a",)


@pytest.mark.parametrize(
    "name",
    [
        "~$policy.docx",
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        ".~lock.policy.odt#",
        "~WRL0005.tmp",
        "~WRO0000.doc",
        "._policy.docx",
        "Icon\r",
        "@eaDir/policy.docx",
        "$RECYCLE.BIN/policy.docx",
        ".hidden.txt",
        "policy.txt~",
        "__MACOSX/policy.txt",
        ".git/config.txt",
    ],
)
def test_litter_is_passed_over(tmp_path: Path, name: str) -> None:
    discovery = discover(_make(tmp_path, f"a/{name}", "a/p.txt"))
    assert _found(discovery) == [("a", "a/p.txt", "")]
    assert discovery.problems == ()


@pytest.mark.parametrize(
    ("names", "said"),
    [
        pytest.param(["a/p.xlsx"], [("source-format", "error", "a/p.xlsx")], id="spreadsheet"),
        pytest.param(["a/p.pages", "a/p.yml"], [("source-format", "error", "a/p.pages")], id="Pages with sidecar"),
        pytest.param(["a/p.WPD"], [("source-format", "error", "a/p.WPD")], id="WordPerfect"),
        pytest.param(["a/p.xyz"], [("source-format", "error", "a/p.xyz")], id="unknown ending"),
        pytest.param(["a/p.gdoc"], [("source-link", "error", "a/p.gdoc")], id="Google Docs"),
        pytest.param(["a/p.docx.url"], [("source-link", "error", "a/p.docx.url")], id="shortcut"),
        pytest.param(["a/.p.docx.icloud"], [("source-link", "error", "a/.p.docx.icloud")], id="iCloud"),
        pytest.param(["a/p"], [("source-format", "error", "a/p")], id="no ending"),
        pytest.param(["a/p.yml"], [("sidecar-alone", "warning", "a/p.yml")], id="sidecar without source"),
        pytest.param(["a/p.txt", "a/p.yaml"], [("sidecar-ending", "error", "a/p.yaml")], id="yaml"),
        pytest.param(["a/2019/p.txt"], [("folder-in-school", "warning", "a/2019")], id="folder in a school"),
        pytest.param(["a/p.md/q.txt"], [("folder-in-school", "warning", "a/p.md")], id="folder named like a source"),
        pytest.param(["p.txt"], [("file-outside-school", "warning", "p.txt")], id="outside a school"),
        pytest.param(["README.md"], [], id="a readme beside the schools"),
        pytest.param(["St Mary/p.txt"], [("folder-name", "error", "St Mary")], id="folder name is no slug"),
        pytest.param(["a/p\nq.txt"], [("file-name", "error", "a/p\\nq.txt")], id="newline in the name"),
        pytest.param(["a/\u202etxt.p.txt"], [("file-name", "error", "a/\\u202etxt.p.txt")], id="right-to-left mark"),
        pytest.param(["a/x\\p.txt"], [("file-name", "error", "a/x\\p.txt")], id="backslash"),
        pytest.param(["a\x1b[31m/p.txt"], [("file-name", "error", "a\\x1b[31m")], id="escape code in a folder name"),
    ],
)
def test_what_is_no_source_is_named(tmp_path: Path, names: list[str], said: list[tuple[str, str, str]]) -> None:
    discovery = discover(_make(tmp_path, *names))
    assert _said(discovery) == said
    assert all(problem.advice and "\n" not in problem.message for problem in discovery.problems)
    assert len(discovery.found) == names.count("a/p.txt")


@pytest.mark.parametrize(
    "ending",
    "txt text md markdown docx docm dotx dotm pdf odt ott fodt html htm xhtml xht doc dot rtf DOCX Pdf".split(),  # noqa: SIM905
)
def test_endings_that_are_read(ending: str, tmp_path: Path) -> None:
    discovery = discover(_make(tmp_path, f"a/p.{ending}"))
    assert _found(discovery) == [("a", f"a/p.{ending}", "")]
    assert discovery.problems == ()


@pytest.mark.parametrize(
    ("name", "message", "advice"),
    [
        ("p.pages", "Pages", "Export To, Word"),
        ("p.xlsx", "spreadsheet", "Word document (.docx)"),
        ("p.jpg", "picture", "document it was made from"),
        ("p.zip", "archive", "Unpack"),
        ("p.eml", "e-mail", "attached"),
        ("p.mht", "web archive", "HTML only"),
        ("p.gdoc", "link", "Microsoft Word"),
        (".p.docx.icloud", "placeholder", "Always keep"),
        ("p.mp3", "sound", "Take it out"),
        ("p.docx.crdownload", "download", "again"),
        ("p.xyz", ".xyz", "Word document (.docx)"),
        ("p", "no ending", "Word document (.docx)"),
    ],
)
def test_the_advice_fits_the_kind_of_file(name: str, message: str, advice: str, tmp_path: Path) -> None:
    (problem,) = discover(_make(tmp_path, f"a/{name}")).problems
    assert message in problem.message
    assert advice in problem.advice


@pytest.mark.parametrize(
    ("names", "said", "words"),
    [
        pytest.param(["p.docx", "p.pdf"], ["a/p.pdf"], "p.docx and this file", id="two"),
        pytest.param(["P.docx", "p.pdf"], ["a/p.pdf"], "P.docx and this file", id="capitals"),
        pytest.param(["p.docx", "p.odt", "p.pdf"], ["a/p.odt", "a/p.pdf"], "p.docx and this file", id="three"),
        pytest.param(["p.docx", "p.pdf", "p.yml"], ["a/p.pdf"], "p.yml counts for both", id="with a sidecar"),
        pytest.param(["p.docx", "q.pdf", "p.yml"], [], "", id="different names"),
        pytest.param(["p.docx", "p.v2.docx"], [], "", id="one name is part of the other"),
    ],
)
def test_the_same_name_twice(names: list[str], said: list[str], words: str, tmp_path: Path) -> None:
    discovery = discover(_make(tmp_path, *(f"a/{name}" for name in names)))
    assert len(discovery.found) == len([name for name in names if not name.endswith(".yml")])
    assert _said(discovery) == [("source-twice", "warning", file) for file in said]
    assert all(words in problem.message for problem in discovery.problems)


def test_the_same_name_in_two_schools_is_no_matter(tmp_path: Path) -> None:
    assert discover(_make(tmp_path, "a/p.docx", "b/p.pdf")).problems == ()


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    _make(tmp_path, "a/p.txt")
    (tmp_path / "a" / os.fsdecode(b"x\xff.txt")).write_text("text", encoding="utf-8")
    discovery = discover(tmp_path)
    assert _said(discovery) == [("file-name", "error", "a/x\\udcff.txt")]
    assert _found(discovery) == [("a", "a/p.txt", "")]


@pytest.mark.parametrize(
    ("link", "target", "code"),
    [
        pytest.param("a/p.txt", "../../outside/secret.txt", "link-outside", id="file"),
        pytest.param("a/q.yml", "../../outside/secret.txt", "link-outside", id="sidecar"),
        pytest.param("s", "../outside", "link-outside", id="school"),
        pytest.param("a/p.txt", "nowhere.txt", "link-broken", id="broken"),
        pytest.param("a/p.txt", "p.txt", "link-broken", id="loop"),
    ],
)
def test_links_that_are_not_followed(tmp_path: Path, link: str, target: str, code: str) -> None:
    root = _make(tmp_path / "policies", "a/q.txt")
    _make(tmp_path / "outside", "secret.txt")
    (root / link).symlink_to(target)
    discovery = discover(root)
    assert _said(discovery) == [(code, "error", link)]
    assert _found(discovery) == [("a", "a/q.txt", "")]


def test_links_inside_are_followed_also_below_a_link(tmp_path: Path) -> None:
    root = _make(tmp_path / "policies", "a/q.txt")
    (root / "a/r.txt").symlink_to("q.txt")
    (tmp_path / "way").symlink_to(root)
    discovery = discover(tmp_path / "way")
    assert [found.file for found in discovery.found] == ["a/q.txt", "a/r.txt"]
    assert discovery.problems == ()


def test_special_files_are_not_opened(tmp_path: Path) -> None:
    _make(tmp_path, "a/q.txt")
    os.mkfifo(tmp_path / "a/p.txt")
    assert _said(discover(tmp_path)) == [("file-special", "error", "a/p.txt")]


def test_a_folder_that_cannot_be_read_stops_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _make(tmp_path, "a/p.txt", "b/p.txt")
    listing = Path.iterdir

    def refuse(folder: Path) -> Iterator[Path]:
        if folder.name == "a":
            raise PermissionError(13, "Permission denied")
        return listing(folder)

    monkeypatch.setattr(Path, "iterdir", refuse)
    discovery = discover(tmp_path)
    assert _said(discovery) == [("folder-unreadable", "error", "a")]
    assert _found(discovery) == [("b", "b/p.txt", "")]


def test_no_policies_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource) as caught:
        discover(tmp_path / "policies")
    assert caught.value.problem.code == "folder-unreadable"
    assert caught.value.problem.severity is Severity.ERROR
    assert "policies" in caught.value.problem.file
