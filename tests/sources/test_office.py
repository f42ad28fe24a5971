from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from clauseway.problems import Severity, UnreadableSource
from clauseway.sources.forms import Form
from clauseway.sources.office import to_docx
from tests.sources.made import word

# What stands in for LibreOffice: notes how it was called, and makes what the test laid beside it.
_STAND_IN = """#!{python}
import os, pathlib, shutil, subprocess, sys
home = pathlib.Path({home!r})
source, target = pathlib.Path(sys.argv[-1]), pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
profile = pathlib.Path(sys.argv[1].partition("file://")[2])
(home / "seen").write_text("\\n".join([*sys.argv[1:], source.read_text("latin-1"), *sorted(os.environ)]))
(home / "settings").write_text((profile / "user/registrymodifications.xcu").read_text())
if (home / "told").exists():
    told = os.open(home / "told", os.O_WRONLY)
    late = f"import os, time; time.sleep(30); os.write({{told}}, b'survived')"
    child = subprocess.Popen([sys.executable, "-c", late], pass_fds=[told])
    os.write(told, b"started")
    child.wait()
if (home / "made.docx").exists():
    target.mkdir()
    shutil.copy(home / "made.docx", target / (source.stem + ".docx"))
"""


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a program called `soffice`, the only one on the path."""
    program = tmp_path / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text(_STAND_IN.format(python=sys.executable, home=str(tmp_path)), encoding="utf-8")
    program.chmod(0o755)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("PATH", str(program.parent))
    monkeypatch.setenv("SECRET_TOKEN", "x")
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    return tmp_path


@pytest.mark.parametrize(
    ("form", "name", "says"),
    [
        pytest.param(Form.OLD_WORD, "policy.doc", "old Word", id="doc"),
        pytest.param(Form.RICH_TEXT, "policy.rtf", "Rich Text", id="rtf"),
    ],
)
def test_converted(form: Form, name: str, says: str, stand_in: Path) -> None:
    (stand_in / "made.docx").write_bytes(word("Staff must go."))
    made, problem = to_docx(b"old bytes", form, "a/p.doc")
    assert made == word("Staff must go.")
    assert (problem.code, problem.severity, problem.file) == ("read-through-libreoffice", Severity.INFO, "a/p.doc")
    assert says in problem.message
    assert "LibreOffice" in problem.message
    seen = (stand_in / "seen").read_text(encoding="utf-8").split("\n")
    assert seen[0].startswith("-env:UserInstallation=file:///")
    assert "--headless" in seen
    assert seen[seen.index("--convert-to") + 1].startswith("docx")
    assert (Path(seen[seen.index("old bytes") - 1]).name) == name


def test_nothing_is_left_behind_or_handed_over(stand_in: Path) -> None:
    (stand_in / "made.docx").write_bytes(word("x"))
    to_docx(b"x", Form.OLD_WORD, "a/p.doc")
    assert list((stand_in / "temporary").iterdir()) == []
    assert "SECRET_TOKEN" not in (stand_in / "seen").read_text(encoding="utf-8")


def test_neither_macros_nor_the_network_are_allowed(stand_in: Path) -> None:
    (stand_in / "made.docx").write_bytes(word("x"))
    to_docx(b"x", Form.OLD_WORD, "a/p.doc")
    settings = (stand_in / "settings").read_text(encoding="utf-8")
    for name, value in (("DisableMacrosExecution", "true"), ("MacroSecurityLevel", "3"), ("ooInetProxyType", "2")):
        assert f'oor:name="{name}" oor:op="fuse"><value>{value}</value>' in settings


@pytest.mark.parametrize(
    "made",
    [
        pytest.param(None, id="nothing"),
        pytest.param(b"", id="an empty file"),
        pytest.param(word("x")[:200], id="half a file"),
    ],
)
def test_what_comes_out_is_looked_at_and_not_the_status(made: bytes | None, stand_in: Path) -> None:
    if made is not None:
        (stand_in / "made.docx").write_bytes(made)
    with pytest.raises(UnreadableSource) as caught:
        to_docx(b"x", Form.OLD_WORD, "a/p.doc")
    problem = caught.value.problem
    assert (problem.code, problem.file) == ("source-format", "a/p.doc")
    assert "LibreOffice made nothing of it" in problem.message
    assert ".docx" in problem.advice
    assert list((stand_in / "temporary").iterdir()) == []


def test_a_conversion_that_hangs_is_ended_with_all_it_started(stand_in: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = stand_in / "told"
    os.mkfifo(told)
    reader = os.open(told, os.O_RDONLY | os.O_NONBLOCK)
    os.set_blocking(reader, True)
    held = os.open(told, os.O_WRONLY)
    heard: list[bytes] = []
    wait = subprocess.Popen.wait

    def time_out(process: subprocess.Popen[bytes], timeout: float | None = None) -> int:
        if timeout is None:
            return wait(process)
        heard.append(os.read(reader, 100))
        raise subprocess.TimeoutExpired(process.args, timeout)

    monkeypatch.setattr("subprocess.Popen.wait", time_out)
    with pytest.raises(UnreadableSource, match="within 60 seconds"):
        to_docx(b"x", Form.RICH_TEXT, "a/p.rtf")
    os.close(held)
    heard.append(os.read(reader, 100))  # ends when nobody is left who could write
    os.close(reader)
    assert heard == [b"started", b""]


@pytest.mark.parametrize("form", [Form.OLD_WORD, Form.RICH_TEXT])
def test_without_libreoffice_both_ways_are_told(form: Form, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableSource) as caught:
        to_docx(b"x", form, "a/p.doc")
    problem = caught.value.problem
    assert (problem.code, problem.severity) == ("source-format", Severity.ERROR)
    assert ".docx" in problem.advice
    assert "LibreOffice" in problem.advice


def test_a_program_that_cannot_be_started(stand_in: Path) -> None:
    (stand_in / "bin" / "soffice").write_bytes(b"\x7fELF nothing")
    with pytest.raises(UnreadableSource, match="made nothing"):
        to_docx(b"x", Form.OLD_WORD, "a/p.doc")
