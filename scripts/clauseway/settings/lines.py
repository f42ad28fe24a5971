"""YAML as nodes that know their lines, with everything refused that a settings file has no use for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from clauseway.problems import Problem, Severity

LARGEST = 256 * 1024
"""Bytes of a settings file; a real one has a few hundred."""
DEEPEST = 20
"""Levels of nesting; a real file has four."""


def error(code: str, message: str, file: str, line: int | None, advice: str) -> Problem:
    """A problem of severity error in a settings file."""
    return Problem(code, Severity.ERROR, message, file, line, advice=advice)


def relative(path: Path, root: Path) -> str:
    """`path` as problems name it: relative to `root`, with `/`."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def read_nodes(path: Path, root: Path) -> tuple[yaml.MappingNode | None, tuple[Problem, ...]]:
    """The mapping in a YAML file under `root`, or nothing and the one problem that keeps it from being read."""
    file = relative(path, root)
    text, problem = _read_text(path, root, file)
    if problem is None:
        problem = next(_unwanted(text, file), None)
    if problem is not None:
        return None, (problem,)
    start = yaml.Mark(file, 0, 0, 0, None, 0)
    node = yaml.compose(text, Loader=yaml.SafeLoader) or yaml.MappingNode("tag:yaml.org,2002:map", [], start, start)
    if isinstance(node, yaml.MappingNode):
        return node, ()
    advice = "Write one field a line: its name, a colon, a space and its value."
    return None, (error("settings-not-fields", "The file holds no fields.", file, node.start_mark.line + 1, advice),)


def _read_text(path: Path, root: Path, file: str) -> tuple[str, Problem | None]:
    """The file's characters, or why they cannot be had."""
    if not path.is_file() or not path.resolve().is_relative_to(root.resolve()):
        advice = "Replace it by an ordinary file in the school's folder."
        return "", error("settings-no-file", "This is no ordinary file inside the policies folder.", file, None, advice)
    try:
        data = path.read_bytes()
    except OSError as failure:
        message = f"The file cannot be opened ({failure.strerror})."
        return "", error("settings-no-file", message, file, None, "Allow everyone to read it.")
    if len(data) > LARGEST:
        message = f"The file is too large for settings ({len(data)} bytes)."
        return "", error("settings-too-large", message, file, None, f"Keep it under {LARGEST} bytes.")
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding), None
    except UnicodeDecodeError as failure:
        line = data.count(b"\n", 0, failure.start) + 1
        return "", error("settings-encoding", "The file is not in UTF-8.", file, line, "Save it as UTF-8 text.")


def _unwanted(text: str, file: str) -> Iterator[Problem]:
    """Faults of syntax, and the parts of YAML that settings do without: links within the file, deep nesting."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            line = event.start_mark.line + 1 if event.start_mark else 1
            if isinstance(event, yaml.AliasEvent):
                message = f"`*{event.anchor}` points to another place of the file, which settings do not allow."
                yield error("settings-syntax", message, file, line, "Write the value out, or put it in quotes.")
            if depth > DEEPEST:
                yield error("settings-syntax", "The values are nested too deeply.", file, line, "Make it simpler.")
                return
            if isinstance(event, yaml.DocumentStartEvent) and event.explicit and line > 1 and _has_fields(text, line):
                yield error("settings-syntax", "`---` starts a second part of the file.", file, line, "Take it out.")
    except yaml.reader.ReaderError as failure:
        line = text.count("\n", 0, failure.position) + 1
        message = f"The character U+{ord(text[failure.position]):04X} cannot stand in a settings file."
        yield error("settings-syntax", message, file, line, "Delete it.")
    except yaml.MarkedYAMLError as failure:
        yield _syntax_problem(failure, text, file)


def _has_fields(text: str, line: int) -> bool:
    """Whether anything but comments and empty lines stands before `line` (1-based)."""
    before = text.splitlines()[: line - 1]
    return any(re.match(r"\s*[^\s#]", row) for row in before)


def _syntax_problem(failure: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    """One clear message for a fault of syntax."""
    mark = failure.problem_mark or failure.context_mark
    line = mark.line + 1 if mark else None
    what = failure.problem or "it cannot be read"
    row = text.splitlines()[mark.line] if mark and mark.line < len(text.splitlines()) else ""
    if "\t" in row[: len(row) - len(row.lstrip())] or "'\\t'" in what:
        return error("settings-syntax", "A tab stands where spaces are wanted.", file, line, "Use spaces only.")
    advice = 'Write `name: value`; put values with ": ", "#" or quotation marks in double quotes.'
    return error("settings-syntax", f"This is not YAML: {what}.", file, line, advice)
