"""The commands: what they print, and their exit status."""

from __future__ import annotations

import json
import socket
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from clauseway import pipeline
from clauseway.cli import main, report
from clauseway.problems import Problem, Severity
from clauseway.serve import Changes, Server
from tests.folders import PHONES, make_policies

GOOD = {"oak/school.yml": "name: Oak School\n", "oak/phones.txt": PHONES}
BAD = {**GOOD, "oak/bad.txt": "", "oak/phones.yml": "kind: phone\n"}


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


@pytest.fixture
def rendered_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out MkDocs, which these tests are not about."""
    monkeypatch.setattr(pipeline, "render", lambda *_args, **_options: ())


class TestHelp:
    @pytest.mark.parametrize(
        "command", [["build"], ["serve"], ["check"], ["show"], ["diff"], ["preview"], ["init"], ["new", "school"], []]
    )
    def test_help_teaches_with_examples_and_exit_statuses(self, command: list[str]) -> None:
        result = run(*command, "--help")
        assert result.exit_code == 0
        assert f"  clauseway {' '.join(command)}".rstrip() in result.output
        assert "Exit status:" in result.output

    def test_a_wrong_option_is_a_command_that_could_not_run(self) -> None:
        assert run("build", "--fast").exit_code == 2

    @pytest.mark.parametrize("day", ["2026-02-30", "29/03/2026"])
    def test_a_wrong_date_is_a_command_that_could_not_run(self, day: str) -> None:
        assert run("build", "--today", day).exit_code == 2


@pytest.mark.usefixtures("rendered_nowhere")
class TestBuild:
    def test_good(self, tmp_path: Path) -> None:
        result = run("build", "--policies", make_policies(tmp_path, GOOD), "--site", tmp_path / "site")
        assert result.exit_code == 0, result.output
        assert result.stdout == f"1 policy of 1 school in {tmp_path / 'site'} (0 errors, 0 warnings).\n"
        assert result.stderr.splitlines()[:4] == ["Reading 1 document", "Comparing", "Publishing", "Rendering"]

    def test_quiet_prints_only_problems(self, tmp_path: Path) -> None:
        policies = make_policies(tmp_path, GOOD)
        result = run("build", "--quiet", "--policies", policies, "--site", tmp_path / "site", "--today", "2030-01-01")
        assert (result.exit_code, result.output) == (0, "")

    def test_problems_are_named_with_file_and_line_and_the_rest_is_built(self, tmp_path: Path) -> None:
        policies = make_policies(tmp_path, BAD)
        result = run("build", "--quiet", "--policies", policies, "--site", tmp_path / "site")
        assert result.exit_code == 1
        assert result.stdout == ""
        lines = result.stderr.splitlines()
        assert any(line.startswith(f"{policies}/oak/bad.txt: error: ") for line in lines)
        assert f"{policies}/oak/phones.yml:1: error: `kind` cannot be “phone”. [settings-value]" in lines
        assert any("Did you mean `mobile-phones`?" in line for line in lines)
        assert (tmp_path / "build/docs/schools/oak/mobile-phones-policy/index.md").exists()

    def test_strict_makes_a_warning_fail(self, tmp_path: Path) -> None:
        policies = make_policies(tmp_path, {"oak/phones.txt": PHONES})
        assert run("build", "--policies", policies, "--site", tmp_path / "site").exit_code == 0
        assert run("build", "--strict", "--policies", policies, "--site", tmp_path / "site").exit_code == 1

    def test_an_overdue_review_is_told_as_of_the_day_given(self, tmp_path: Path) -> None:
        policies = make_policies(tmp_path, GOOD)
        arguments = ("build", "--strict", "--policies", policies, "--site", tmp_path / "site", "--today")
        assert "was due by 2026-03" not in run(*arguments, "2026-03-31").stderr
        result = run(*arguments, "2026-04-01")
        assert "was due by 2026-03" in result.stderr
        assert result.exit_code == 0

    def test_no_such_folder(self, tmp_path: Path) -> None:
        result = run("build", "--quiet", "--policies", tmp_path / "policies", "--site", tmp_path / "site")
        assert result.exit_code == 2
        assert "Traceback" not in result.output
        assert "policies" in result.stderr

    def test_a_site_that_cannot_be_written(self, tmp_path: Path) -> None:
        policies = make_policies(tmp_path, GOOD)
        (tmp_path / "build").write_text("a file where a folder should be")
        result = run("build", "--quiet", "--policies", policies, "--site", tmp_path / "site")
        assert result.exit_code == 2
        assert "error: The site cannot be written" in result.stderr

    def test_a_site_that_cannot_be_rendered_could_not_run(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        fault = Problem("site-not-rendered", Severity.ERROR, "The site could not be rendered.")
        monkeypatch.setattr(pipeline, "render", lambda *_args, **_options: (fault,))
        result = run("build", "--policies", make_policies(tmp_path, GOOD), "--site", tmp_path / "site")
        assert result.exit_code == 2
        assert "is as it was" in result.stdout

    def test_a_fault_of_the_program_is_one_message(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def failing(*_args: object, **_options: object) -> tuple[Problem, ...]:
            raise RecursionError("too deep")

        monkeypatch.setattr(pipeline, "render", failing)
        result = run("build", "--quiet", "--policies", make_policies(tmp_path, GOOD), "--site", tmp_path / "site")
        assert result.exit_code == 2
        assert result.stderr.startswith("error: Clauseway failed (RecursionError: too deep)")

    def test_the_day_is_today_where_none_is_given(self, tmp_path: Path) -> None:
        year = date.today().year
        for due, overdue in ((year - 1, True), (year + 1, False)):
            policies = make_policies(tmp_path, {**GOOD, "oak/phones.yml": f"review_date: {due}\n"})
            result = run("build", "--policies", policies, "--site", tmp_path / "site")
            assert (f"was due by {due}" in result.stderr) is overdue

    def test_what_a_build_kept_is_beside_the_site_and_can_be_left_alone(self, tmp_path: Path) -> None:
        policies = make_policies(tmp_path, GOOD)
        assert run("build", "--no-cache", "--policies", policies, "--site", tmp_path / "site").exit_code == 0
        assert not (tmp_path / "build" / "cache").exists()
        first = run("build", "--policies", policies, "--site", tmp_path / "site")
        assert list((tmp_path / "build" / "cache").iterdir())
        again = run("build", "--policies", policies, "--site", tmp_path / "site")
        assert (again.exit_code, again.stdout) == (first.exit_code, first.stdout)


class TestCheck:
    @pytest.mark.parametrize("arguments", [(), ("--no-cache",)], ids=["cache", "no cache"])
    def test_it_uses_what_a_build_kept_in_the_working_directory(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
    ) -> None:
        monkeypatch.chdir(tmp_path)
        policies = make_policies(tmp_path, BAD)
        without = run("check", "--policies", policies)
        (tmp_path / "build" / "cache").mkdir(parents=True)
        for _ in range(2):
            found = run("check", "--policies", policies, *arguments)
            assert (found.exit_code, found.stdout) == (without.exit_code, without.stdout)
        assert bool(list((tmp_path / "build" / "cache").iterdir())) is not bool(arguments)

    def test_good_builds_nothing(self, tmp_path: Path) -> None:
        result = run("check", "--policies", make_policies(tmp_path, GOOD), "--today", "2026-01-01")
        assert (result.exit_code, result.stdout) == (0, "1 policy checked (0 errors, 0 warnings).\n")
        assert [path.name for path in tmp_path.iterdir()] == ["policies"]

    def test_text(self, tmp_path: Path) -> None:
        policies = make_policies(tmp_path, BAD)
        result = run("check", "--policies", policies)
        assert result.exit_code == 1
        assert f"{policies}/oak/phones.yml:1: error: " in result.stdout
        assert "(2 errors, 0 warnings).\n" in result.stdout

    def test_json(self, tmp_path: Path) -> None:
        policies = make_policies(tmp_path, BAD)
        result = run("check", "--format", "json", "--policies", policies, "--today", "2026-01-01")
        assert (result.exit_code, result.stderr) == (1, "")
        found = json.loads(result.stdout)
        assert found["version"] == 1
        assert [(problem["file"], problem.get("line")) for problem in found["problems"]] == [
            (f"{policies}/oak/bad.txt", None),
            (f"{policies}/oak/phones.yml", 1),
        ]
        assert set(found["problems"][1]) == {"code", "severity", "message", "file", "line", "advice"}

    def test_github(self, tmp_path: Path) -> None:
        policies = make_policies(tmp_path, BAD)
        result = run("check", "--format", "github", "--policies", policies, "--today", "2026-01-01")
        lines = result.stdout.splitlines()
        assert len(lines) == 2
        assert lines[1].startswith(f"::error file={policies}/oak/phones.yml,line=1,title=settings-value::`kind`")

    @pytest.mark.parametrize("form", ["text", "json", "github"])
    def test_nothing_to_check(self, tmp_path: Path, form: str) -> None:
        result = run("check", "--format", form, "--policies", tmp_path)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "no policy to build from" in result.stderr


@pytest.mark.usefixtures("rendered_nowhere")
class TestServe:
    @pytest.fixture(autouse=True)
    def stopped_at_once(self, monkeypatch: pytest.MonkeyPatch) -> list[bool]:
        """In the place of serving: build twice more as after two changes, then press Ctrl+C."""
        rebuilt: list[bool] = []

        def interrupted(rebuild: Callable[[], bool], server: Server, _changes: Changes) -> None:
            server.server_close()
            rebuilt.extend((rebuild(), rebuild()))
            raise KeyboardInterrupt

        monkeypatch.setattr("clauseway.cli.serve.serve_site", interrupted)
        return rebuilt

    def test_builds_serves_and_stops_quietly(self, tmp_path: Path, stopped_at_once: list[bool]) -> None:
        result = run("serve", "--port", "0", "--policies", make_policies(tmp_path, GOOD), "--site", tmp_path / "site")
        assert result.exit_code == 0
        assert "http://127.0.0.1:" in result.stdout
        assert stopped_at_once == [True, True]

    def test_a_document_with_an_error_is_no_reason_to_stop(self, tmp_path: Path, stopped_at_once: list[bool]) -> None:
        result = run("serve", "--port", "0", "--policies", make_policies(tmp_path, BAD), "--site", tmp_path / "site")
        assert (result.exit_code, stopped_at_once) == (0, [True, True])

    def test_a_build_that_fails_later_keeps_the_site(
        self, tmp_path: Path, stopped_at_once: list[bool], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "site" / "data").mkdir(parents=True)
        (tmp_path / "site" / "data" / "policies.json").write_text("{}")
        result = run("serve", "--port", "0", "--policies", tmp_path / "policies", "--site", tmp_path / "site")
        assert (result.exit_code, stopped_at_once) == (0, [False, False])
        assert result.stderr.count("error:") == 3

    def test_nothing_to_serve(self, tmp_path: Path, stopped_at_once: list[bool]) -> None:
        result = run("serve", "--port", "0", "--policies", tmp_path / "policies", "--site", tmp_path / "site")
        assert (result.exit_code, stopped_at_once) == (2, [])

    def test_a_port_that_is_taken(self, tmp_path: Path) -> None:
        policies = make_policies(tmp_path, GOOD)
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            result = run("serve", "--port", port, "--policies", policies, "--site", tmp_path / "site")
        assert result.exit_code == 2
        assert f"port {port}" in result.stderr
        assert "--port" in result.stderr


def test_nothing_in_a_problem_acts_on_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    problem = Problem("a-b", Severity.WARNING, "a\x1b[31m", "b\u202e.txt", advice="c\nd\x07")
    report.print_problems([problem], Path("nowhere"), sys.stdout)
    assert capsys.readouterr().out == (
        "b\\u202e.txt: warning: a\\x1b[31m [a-b]\n    c\\nd\\x07\nWhat a [code] means: docs/messages.md#code\n"
    )


@pytest.mark.parametrize(
    ("address", "where"),
    [("", "docs/messages.md#code"), ("https://trust.example/p", "https://trust.example/p/messages/#code")],
)
def test_the_reader_is_told_once_where_messages_are_explained(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, address: str, where: str
) -> None:
    monkeypatch.setenv("SITE_URL", address)
    problems = [Problem("a-b", Severity.WARNING, text, "b.txt") for text in ("one", "two")]
    report.print_problems(problems, Path("nowhere"), sys.stdout)
    assert capsys.readouterr().out.count("What a [code] means: ") == 1
    report.print_problems(problems, Path("nowhere"), sys.stdout)
    assert capsys.readouterr().out.endswith(f"What a [code] means: {where}\n")
    report.print_problems([], Path("nowhere"), sys.stdout)
    report.print_problems(problems, Path("nowhere"), sys.stdout, quiet=True)
    assert "What a [code]" not in capsys.readouterr().out


def test_annotations_are_escaped() -> None:
    problem = Problem("a-b", Severity.WARNING, "50%: a,b\r\n::error::c", "x,y:1%.txt", 3, advice="Do.")
    assert report.as_annotations([problem], Path("nowhere")) == (
        "::warning file=x%2Cy%3A1%25.txt,line=3,title=a-b::50%25: a,b%0D%0A::error::c Do."
    )


class TestShow:
    def test_a_document_in_its_school(self, tmp_path: Path) -> None:
        text = PHONES + "\nStaff must not:\n\n- use phones in class\n- lend phones\n"
        policies = make_policies(tmp_path, {"oak/school.yml": "name: Oak School\n", "oak/a.txt": text})
        result = run("show", policies / "oak" / "a.txt")
        assert result.exit_code == 0
        for words in ("Oak School", "2026-03", "1.1", "Pupils must switch off their phones at the gate.", "#c-1-1"):
            assert words in result.stdout
        lines = [line.strip() for line in result.stdout.splitlines()]
        stem = lines.index("Staff must not:")
        assert lines[stem + 1].startswith("• use phones in class  #c-use-phones-in-class-")
        assert lines[stem + 2] == "must not · staff"
        assert "lead-ins" in result.stdout

    def test_why_shows_the_words_that_decided(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("Keys Policy\n\nStaff must not:\n\n- lend keys\n")
        plain, why = run("show", tmp_path / "a.txt").stdout, run("show", "--why", tmp_path / "a.txt").stdout
        assert "for whom" not in plain
        assert "for whom: “Staff” in the lead-in" in why
        assert "how strongly: “must" in why
        assert "lead-in-must_not" in why

    def test_why_shows_what_became_of_each_reference(self, tmp_path: Path) -> None:
        words = "Staff read section 9, the Parking Policy and Keeping Children Safe in Education 2019."
        (tmp_path / "a.txt").write_text(f"Keys Policy\n\n1 Aims\n\n1.1 {words}\n")
        (tmp_path / "school.yml").write_text("name: Oak\nnation: england\n")
        plain = run("show", tmp_path / "a.txt").stdout
        why = run("show", "--why", tmp_path / "a.txt", "--today", "2026-11-30").stdout
        assert "mentions" not in plain
        assert "mentions “Parking Policy” (policy): unpublished: No policy of the school" in why
        assert "mentions “section 9” (section): missing: No place of this policy bears that number." in why
        assert "It is out of date: Keeping children safe in education 2025" in why
        earlier = run("show", "--why", tmp_path / "a.txt", "--today", "2019-10-01").stdout
        assert "out of date" not in earlier

    def test_how_hard_it_is_to_read_for_those_it_addresses(self, tmp_path: Path) -> None:
        rule = "Pupils must hand in their phones at the school office before lessons start."
        (tmp_path / "a.txt").write_text("Phones\n\n" + "\n\n".join(f"1.{n} {rule}" for n in range(1, 9)) + "\n")
        shown = run("show", tmp_path / "a.txt").stdout
        assert "How hard it is to read" in shown
        assert "for pupils alone: like a text for readers of 15 (104 words)" in shown
        assert f"hard: “{rule}”" in shown
        (tmp_path / "b.txt").write_text(PHONES)
        assert "How hard" not in run("show", tmp_path / "b.txt").stdout

    def test_any_file_anywhere(self, tmp_path: Path) -> None:
        (tmp_path / "Phones!.txt").write_text(PHONES)
        result = run("show", tmp_path / "Phones!.txt")
        assert result.exit_code == 0
        assert "Mobile Phones Policy" in result.stdout

    def test_nothing_in_the_text_acts_on_the_terminal(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text(
            PHONES.replace("1 Pupils", "1 Pu\u202epils") + "1.3 Red \x1b[31m and \u202etxt [bold]x[/bold]\x07.\n"
        )
        result = run("show", tmp_path / "a.txt")
        assert not {"\x1b", "\u202e", "\x07"} & set(result.output)
        assert "[bold]x[/bold]" in result.stdout
        assert "\\u202e" in result.stdout

    def test_a_file_that_cannot_be_used(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_bytes(b"")
        result = run("show", tmp_path / "a.txt")
        assert (result.exit_code, result.stdout) == (1, "")
        assert "a.txt: error: " in result.stderr

    def test_no_such_file(self, tmp_path: Path) -> None:
        result = run("show", tmp_path / "a.txt")
        assert result.exit_code == 2
        assert "does not exist" in result.stderr


class TestNewSchool:
    def test_makes_settings_that_build(self, tmp_path: Path) -> None:
        result = run("new", "school", "st-mary", "--policies", tmp_path / "policies")
        assert result.exit_code == 0
        (tmp_path / "policies" / "st-mary" / "phones.txt").write_text(PHONES)
        assert run("check", "--strict", "--policies", tmp_path / "policies").exit_code == 0

    def test_a_folder_without_settings_gets_them(self, tmp_path: Path) -> None:
        policies = make_policies(tmp_path, {"oak/phones.txt": PHONES})
        assert run("new", "school", "oak", "--policies", policies).exit_code == 0
        assert (policies / "oak" / "school.yml").exists()

    def test_a_school_that_is_there_is_not_touched(self, tmp_path: Path) -> None:
        policies = make_policies(tmp_path, GOOD)
        result = run("new", "school", "oak", "--policies", policies)
        assert result.exit_code == 2
        assert "there already" in result.stderr
        assert (policies / "oak" / "school.yml").read_text() == GOOD["oak/school.yml"]

    @pytest.mark.parametrize("slug", ["St Mary's", "../st-marys", "St_Marys", "st--marys"])
    def test_a_bad_name_is_answered_with_a_good_one(self, tmp_path: Path, slug: str) -> None:
        result = run("new", "school", slug, "--policies", tmp_path / "policies")
        assert result.exit_code == 2
        assert "`st-marys`" in result.stderr
        assert not (tmp_path / "policies").exists()


class TestTerminal:
    def coloured(self, monkeypatch: pytest.MonkeyPatch, **environment: str) -> str:
        for name in ("NO_COLOR", "FORCE_COLOR"):
            monkeypatch.delenv(name, raising=False)
        for name, value in {"FORCE_COLOR": "1", "TERM": "xterm", **environment}.items():
            monkeypatch.setenv(name, value)
        result = run("new", "school", "A B")
        return result.stderr

    def test_colours_on_a_terminal(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert "\x1b[1;31merror" in self.coloured(monkeypatch)

    def test_no_color_is_honoured(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert "\x1b[31m" not in self.coloured(monkeypatch, NO_COLOR="1")
        assert "31m" not in self.coloured(monkeypatch, NO_COLOR="1")

    def test_no_colours_elsewhere(self) -> None:
        assert "\x1b" not in run("new", "school", "A B").output
