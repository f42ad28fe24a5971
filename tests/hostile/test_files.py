"""A file that cannot be used gets one clear error; everything else is built; nothing outside is touched."""

from __future__ import annotations

import io
import os
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from clauseway.sources import discover
from tests.hostile.conftest import Built, build

GOOD = "Good Policy\n\n1. Rules\n\n1.1 Staff must be good.\n\n1.2 Staff must not be bad.\n"
SECRET = "Secret Policy\n\n1. Secrets\n\n1.1 Nobody must read this secret.\n"


def zipped(name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, "<w:document/>")
    return buffer.getvalue()


def holds(data: bytes, name: str = "") -> Callable[[Path], None]:
    """A maker of a file; `name` is its real name where messages must show another."""

    def make(path: Path) -> None:
        (path.with_name(name) if name else path).write_bytes(data)

    return make


def leads_to(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


def large(path: Path) -> None:
    with path.open("wb") as handle:
        handle.write(GOOD.encode())
        handle.truncate(200 * 1024 * 1024)


# Each makes one entry of the school's folder that cannot be used. The name is what the message must show.
UNUSABLE: dict[str, Callable[[Path], None]] = {
    "empty.txt": holds(b""),
    "blank.txt": holds(b" \n\t\r\n\f\n"),
    "only-marks.md": holds(b"---\n\n***\n\n- - -\n"),
    "only-a-mark-of-order.txt": holds(b"\xef\xbb\xbf"),
    "nul.txt": holds(b"Nul Policy\n\n1.1 Staff must\x00 not.\n"),
    "picture.txt": holds(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8),
    "photograph.md": holds(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8),
    "word.txt": holds(zipped("word/document.xml")),
    "archive.txt": holds(zipped("a.txt")),
    "pdf.txt": holds(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"),
    "old-word.txt": holds(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512),
    "noise.txt": holds(bytes(range(256)) * 40),
    "half-a-pair.txt": holds(b"\xff\xfe\x00"),
    "large.txt": large,
    "outside.txt": leads_to("../../secret.txt"),
    "outside-folder": leads_to("../../outside"),
    "etc.txt": leads_to("/etc/passwd"),
    "nowhere.txt": leads_to("not-there.txt"),
    "round.txt": leads_to("round.txt"),
    "pipe.txt": os.mkfifo,
    "table.xlsx": holds(zipped("xl/workbook.xml")),
    "program.exe": holds(b"MZ"),
    "new\\nline.txt": holds(GOOD.encode(), name="new\nline.txt"),
    "turned\\u202etxt.txt": holds(GOOD.encode(), name="turned\u202etxt.txt"),
    "bell\\x07.txt": holds(GOOD.encode(), name="bell\x07.txt"),
}

# Settings that cannot be used: the school's folder and what its `school.yml` holds.
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
BAD_SETTINGS: dict[str, str] = {
    "bad-website": "name: Bad Website School\nwebsite: javascript:alert(1)\n",
    "bad-data-website": "name: Bad Website School\nwebsite: data:text/html,x\n",
    "bad-yaml": "name: [never, closed\n",
    "bad-tag": "name: !!python/object/apply:os.system [touch evil]\n",
    "bad-bomb": BOMB + "name: *i\n",
    "bad-keys": "name: Bad Keys School\ntemplate: evil.html\n",
    "bad-list": "- name\n- school\n",
    "bad-empty": "",
    "bad-binary": "\x00\x01\x02",
    "bad-depth": "name: " + "[" * 5000 + "\n",
}
BAD_SIDECARS: dict[str, str] = {
    "slug.yml": "slug: ../../../evil\n",
    "clause.yml": 'clauses:\n  "c-1\\" onclick=\\"alert(1)": {duty: must}\n',
    "tagged.yml": "title: !!python/object/apply:os.system [touch evil]\n",
    "duty.yml": "clauses:\n  c-1-1: {duty: perhaps}\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("files")
    school = folder / "policies" / "mixed"
    school.mkdir(parents=True)
    (school / "school.yml").write_text("name: Mixed School\n", encoding="utf-8")
    (school / "good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "secret.txt").write_text(SECRET, encoding="utf-8")
    (folder / "outside").mkdir()
    (folder / "outside" / "secret.txt").write_text(SECRET, encoding="utf-8")
    for name, make in UNUSABLE.items():
        make(school / name)
    (school / "folder.txt").mkdir()
    for slug, settings in BAD_SETTINGS.items():
        (folder / "policies" / slug).mkdir()
        (folder / "policies" / slug / "school.yml").write_text(settings, encoding="utf-8")
        (folder / "policies" / slug / "good.txt").write_text(GOOD, encoding="utf-8")
    stated = folder / "policies" / "stated"
    stated.mkdir()
    (stated / "school.yml").write_text(yaml.safe_dump({"name": "Stated School"}), encoding="utf-8")
    for name, sidecar in BAD_SIDECARS.items():
        (stated / name).write_text(sidecar, encoding="utf-8")
        (stated / name).with_suffix(".txt").write_text(GOOD, encoding="utf-8")
    return build(folder)


def errors(site: Built, file: str) -> list[str]:
    """The lines of the output that report an error of a file."""
    return [line for line in site.output.splitlines() if file in line and "error" in line.lower()]


def test_the_rest_is_built_and_the_status_says_that_something_is_wrong(site: Built) -> None:
    assert site.status == 1, site.output
    assert "mixed/good.txt" in site.entries
    assert "1.1" in site.page("mixed/good.txt")


def test_there_is_no_traceback(site: Built) -> None:
    assert "Traceback" not in site.output


@pytest.mark.parametrize("name", UNUSABLE)
def test_unusable_file_gets_exactly_one_error(name: str, site: Built) -> None:
    assert len(errors(site, f"mixed/{name}")) == 1, site.output
    assert f"mixed/{name}" not in site.entries


def test_a_folder_among_the_files_is_named_and_left_alone(site: Built) -> None:
    assert len([line for line in site.output.splitlines() if "mixed/folder.txt" in line]) == 1, site.output


@pytest.mark.parametrize("slug", BAD_SETTINGS)
def test_unusable_settings_are_named(slug: str, site: Built) -> None:
    assert 1 <= len(errors(site, f"{slug}/school.yml")) <= 12, site.output


@pytest.mark.parametrize("name", BAD_SIDECARS)
def test_unusable_sidecar_is_named_with_its_line(name: str, site: Built) -> None:
    assert len(errors(site, f"stated/{name}:")) == 1, site.output


def test_nothing_from_outside_is_published(site: Built) -> None:
    published = b"".join(path.read_bytes() for path in site.site.rglob("*") if path.is_file())
    assert b"Nobody must read this secret" not in published
    assert b"root:x:" not in published


def test_nothing_is_written_outside_the_site(site: Built) -> None:
    assert {path.name for path in site.site.parent.iterdir()} == {
        "policies",
        "site",
        "build",
        "elsewhere",
        "secret.txt",
        "outside",
    }
    assert not any(path.name in ("evil", "alert(1)") for path in site.site.parent.rglob("*"))


def test_output_has_no_control_characters(site: Built) -> None:
    assert not any(unicodedata.category(letter) in ("Cc", "Cf") for letter in site.output if letter not in "\n\t")


@pytest.mark.parametrize("slug", ["Big Letters", "<script>", "a..b", "-a", "ümlaut", "a_b", "new\nline"])
def test_folder_names_that_cannot_be_a_web_address_are_refused(slug: str, tmp_path: Path) -> None:
    for school in (slug, "good"):
        (tmp_path / "policies" / school).mkdir(parents=True)
        (tmp_path / "policies" / school / "school.yml").write_text("name: A School\n", encoding="utf-8")
        (tmp_path / "policies" / school / "good.txt").write_text(GOOD, encoding="utf-8")
    found = discover(tmp_path / "policies")
    assert found.schools == ("good",)
    assert len(found.problems) == 1


def test_a_policies_folder_that_is_not_there_is_one_clear_message(tmp_path: Path) -> None:
    built = build(tmp_path)
    assert built.status == 2
    assert "Traceback" not in built.output
    assert len(built.output.strip().splitlines()) <= 3
    assert not built.site.exists()
