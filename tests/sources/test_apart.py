from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from clauseway.problems import UnreadableSource
from clauseway.sources.apart import Apart
from tests.sources.made import portable

_HEAD = """
import os, pickle, signal, sys
from clauseway.model import Place
from clauseway.problems import Problem, Severity
from clauseway.sources.apart import _receive, _send
from clauseway.sources.flow import Content, Paragraph, Run
while (question := _receive(sys.stdin.buffer)) is not None:
    data, file = pickle.loads(question)
    content = Content((Paragraph((Run(data.decode()),), Place(page=os.getpid())),), ())
    problem = Problem("source-empty", Severity.ERROR, "Nothing.", file)
    answer = lambda what: _send(sys.stdout.buffer, pickle.dumps(what))
"""


def _apart(answers: str, seconds: float = 60) -> Apart:
    """One whose process answers by a program of the test's own."""
    lines = "".join(f"    {line}\n" for line in answers.splitlines())
    return Apart((sys.executable, "-c", _HEAD + lines), seconds)


@pytest.fixture
def pdf() -> Iterator[Apart]:
    apart = Apart()
    yield apart
    apart.close()


def test_a_pdf_is_read(pdf: Apart) -> None:
    content = pdf.read(portable("Staff must go."), "a/p.pdf")
    assert [word for word, _ in content.words] == ["Staff", "must", "go"]


def test_a_refusal_comes_through(pdf: Apart) -> None:
    with pytest.raises(UnreadableSource) as caught:
        pdf.read(b"%PDF-1.7", "a/p.pdf")
    assert (caught.value.problem.code, caught.value.problem.file) == ("source-damaged", "a/p.pdf")


def test_the_working_directory_holds_no_code(pdf: Apart, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "msgspec.py").write_text("raise SystemExit", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert pdf.read(portable("Staff must go."), "a/p.pdf").words


def test_one_process_serves_all() -> None:
    apart = _apart("answer(content)")
    first, second = (apart.read(text, "p").flow[0] for text in (b"one", b"two"))
    assert first.place == second.place  # type: ignore[union-attr]
    apart.close()
    assert apart.read(b"three", "p").flow[0].place != first.place  # type: ignore[union-attr]
    apart.close()


@pytest.mark.parametrize(
    ("program", "seconds"),
    [
        pytest.param("os.kill(os.getpid(), signal.SIGSEGV)", 60, id="crash"),
        pytest.param("signal.pause()", 0.01, id="hang"),
        pytest.param("sys.stdout.buffer.write(b'\\0' * 7 + b'\\x09abc'); sys.exit()", 60, id="half an answer"),
        pytest.param("sys.exit()", 60, id="end"),
    ],
)
def test_a_file_that_ends_the_process_is_given_up(program: str, seconds: float) -> None:
    apart = _apart(program, seconds)
    for _ in range(2):
        with pytest.raises(UnreadableSource) as caught:
            apart.read(b"x", "a/p.pdf")
        assert (caught.value.problem.code, caught.value.problem.file) == ("source-given-up", "a/p.pdf")


def test_the_next_file_gets_a_new_process() -> None:
    apart = _apart("os.kill(os.getpid(), signal.SIGKILL) if data == b'bad' else answer(content)")
    with pytest.raises(UnreadableSource):
        apart.read(b"bad", "p")
    assert apart.read(b"good", "p").flow
    apart.close()


def test_a_fault_of_the_reader_stays_one() -> None:
    apart = _apart("answer('ValueError in lines.py:7: odd')")
    with pytest.raises(RuntimeError, match=r"ValueError in lines\.py:7: odd"):
        apart.read(b"x", "p")
    apart.close()


def test_a_program_that_cannot_be_started() -> None:
    with pytest.raises(OSError, match="nothing-there"):
        Apart(("/nothing-there",)).read(b"x", "p")
