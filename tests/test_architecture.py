"""The house plan: who may import whom, and where printing and the clock may be."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "scripts" / "clauseway"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 400

BASE = {"dates", "memory", "model", "problems", "telling", "vocabulary", "words", "visible"}
READING = {"sources", "editions", "structure", "settings", "naming", "describe", "checks"}
STAGES = READING | {"changes", "relate", "publish", "search", "render"}
MAY_IMPORT = {
    "__init__": set[str](),
    "__main__": {"cli"},
    "cli": {
        "pipeline",
        "differences",
        "preview",
        "show_preview",
        "editions",
        "show",
        "show_changes",
        "serve",
        "settings",
        "cache",
    }
    | BASE,
    "pipeline": {"document", "documents", "histories", "cache"} | STAGES | BASE,
    "documents": {"document", "cache", "sources"} | BASE,
    "histories": {"documents", "history", "cache"} | STAGES | BASE,
    "cache": BASE,
    "document": STAGES | BASE,
    "history": {"documents", "cache"} | STAGES | BASE,
    "show": {"checks"} | BASE,
    "show_changes": BASE,
    "differences": {"pipeline", "history", "cache"} | STAGES | BASE,
    "preview": {"differences", "history", "cache"} | STAGES | BASE,
    "show_preview": {"preview", "differences", "publish"} | BASE,
    "serve": BASE,
    **dict.fromkeys(STAGES, BASE),
    **dict.fromkeys(BASE, BASE),
}
"""By part of the package (a module or folder at its top): the parts that it may import."""

PRINTS = {"cli", "__main__"}
CLOCKS = {("date", "today"), ("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today")} | {
    ("time", name) for name in ("time", "time_ns", "localtime", "gmtime", "strftime", "ctime")
}


def part(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def syntax(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> Iterator[str]:
    """Names of imported modules, with what is imported from the package itself."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the whole module"
            if node.module == "clauseway":
                yield from (f"clauseway.{alias.name}" for alias in node.names)
            else:
                yield node.module or ""


def imported_parts(tree: ast.Module) -> set[str]:
    names = (name.split(".") for name in imported(tree))
    return {name[1] for name in names if name[0] == "clauseway" and len(name) > 1 and not name[1].startswith("__")}


def forbidden(path: Path, tree: ast.Module) -> set[str]:
    return imported_parts(tree) - MAY_IMPORT[part(path)] - {part(path)}


def calls(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Every call or mention of `name.attribute`, and `("", name)` for every call of a bare name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield node.value.id, node.attr
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute):
            yield node.value.attr, node.attr
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield "", node.func.id


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def test_the_package_was_found() -> None:
    assert PACKAGE / "pipeline.py" in MODULES


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_imports_run_one_way(path: Path) -> None:
    assert not forbidden(path, syntax(path))


@pytest.mark.parametrize(
    ("module", "source", "found"),
    [
        ("structure/lists.py", "from clauseway.sources.text import read", {"sources"}),
        ("structure/lists.py", "from clauseway import pipeline", {"pipeline"}),
        ("model/policy.py", "import clauseway.describe", {"describe"}),
        ("serve.py", "def late():\n    from clauseway.cli import report", {"cli"}),
        ("cli/build.py", "from clauseway.sources import read", {"sources"}),
        ("structure/lists.py", "from clauseway.structure.units import units\nimport clauseway.model", set()),
    ],
)
def test_a_wrong_import_is_seen(module: str, source: str, found: set[str]) -> None:
    assert forbidden(PACKAGE / module, ast.parse(source)) == found


@pytest.mark.parametrize("path", [path for path in MODULES if part(path) not in PRINTS], ids=name)
def test_only_the_command_line_prints(path: Path) -> None:
    found = set(calls(syntax(path)))
    assert not found & {("", "print"), ("click", "echo"), ("sys", "stdout"), ("sys", "stderr"), ("sys", "exit")}


@pytest.mark.parametrize("path", [path for path in MODULES if part(path) != "cli"], ids=name)
def test_only_the_command_line_reads_the_clock(path: Path) -> None:
    tree = syntax(path)
    from_time = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "time"]
    assert not set(calls(tree)) & CLOCKS
    assert not from_time


@pytest.mark.parametrize(
    "source", ["date.today()", "datetime.datetime.now()", "time.time()", "f = date.today"], ids=lambda source: source
)
def test_a_clock_is_seen(source: str) -> None:
    assert set(calls(ast.parse(source))) & CLOCKS


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_module_is_too_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize(
    "file", ["requirements.lock", "pyproject.toml", "Makefile", ".ci/run", "tests/benchmarks/search/pagefind.lock"]
)
def test_nothing_names_where_packages_come_from(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert not re.search(r"https?://|index-url|find-links|trusted-host", text)
