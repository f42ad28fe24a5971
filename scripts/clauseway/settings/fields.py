"""From YAML nodes to the fields of a record: every fault of a file is found, and what is sound is kept."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Generator, Iterable
from typing import Any

import msgspec
import yaml
from msgspec import UNSET, inspect

from clauseway.problems import Problem
from clauseway.settings.lines import error
from clauseway.settings.rules import AS_WRITTEN, RULES, clause_id_fault

Reading = Generator[Problem, None, Any]
"""Yields what is wrong and returns the sound value, or `UNSET` where nothing sound is left."""

_STRING = "tag:yaml.org,2002:str"
_NULL = "tag:yaml.org,2002:null"
_INTEGER = "tag:yaml.org,2002:int"
_STANDARD = "tag:yaml.org,2002:"


def drain(reading: Reading) -> tuple[Any, tuple[Problem, ...]]:
    """Run a reading to its end: its value and all problems on the way."""
    problems: list[Problem] = []
    while True:
        try:
            problems.append(next(reading))
        except StopIteration as end:
            return end.value, tuple(problems)


def entries(node: yaml.MappingNode, file: str) -> Generator[Problem, None, list[tuple[str, int, yaml.Node]]]:
    """The keys of a mapping, each with its line and value; a key that stands twice counts once."""
    found: dict[str, tuple[str, int, yaml.Node]] = {}
    for key_node, value in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            yield error("settings-syntax", "A field has no name.", file, line, "Write `name: value`.")
        elif key_node.value in found:
            first = found[key_node.value][1]
            message = f"`{key_node.value}` stands here again; it was first given on line {first}."
            yield error("settings-duplicate-key", message, file, line, "Keep one of the two.")
        else:
            found[key_node.value] = (key_node.value, line, value)
    return list(found.values())


def read_record(node: yaml.Node, record: type[msgspec.Struct], file: str, hidden: Iterable[str] = ()) -> Reading:
    """The sound fields of a mapping as a dictionary, for the fields of `record` but `hidden`."""
    described = inspect.type_info(record)
    assert isinstance(described, inspect.StructType)
    allowed = {field.name: field for field in described.fields if field.name not in set(hidden)}
    if not isinstance(node, yaml.MappingNode):
        yield _wrong_type("This", "fields, one a line", node, file)
        return UNSET
    values: dict[str, Any] = {}
    given: set[str] = set()
    for key, line, value in (yield from entries(node, file)):
        if key not in allowed:
            yield unknown_key(key, allowed, file, line)
        elif not _empty(value):
            given.add(key)
            sound = yield from _read_value(value, allowed[key].type, key, file)
            if sound is not UNSET:
                values[key] = sound
    for name in (name for name, field in allowed.items() if field.required and name not in given):
        line = node.start_mark.line + 1
        yield error("settings-missing-key", f"`{name}` is missing.", file, line, f"Add `{name}:` and its value.")
    return values


def unknown_key(key: str, allowed: Iterable[str], file: str, line: int) -> Problem:
    """The problem of a key that no field has."""
    names = sorted(allowed)
    return error("settings-unknown-key", f"`{key}` is no field here.", file, line, _allowed_values(key, names))


def _allowed_values(given: str, allowed: Iterable[str]) -> str:
    """`Did you mean …? Allowed: …`."""
    names = list(allowed)
    plain = re.sub(r"[ _-]+", "", given.lower())
    likeness = {re.sub(r"[_-]", "", name): name for name in names}
    near = difflib.get_close_matches(plain, likeness, n=1) or [
        name for name in likeness if len(plain) > 2 and plain in name
    ]
    hint = f"Did you mean `{likeness[near[0]]}`? " if near else ""
    return f"{hint}Allowed: {', '.join(names)}."


def _read_value(node: yaml.Node, kind: inspect.Type, key: str, file: str) -> Reading:
    """The value of one field of the type `kind`."""
    if isinstance(kind, inspect.UnionType):
        kind = next(choice for choice in kind.types if not isinstance(choice, inspect.NoneType))
    if isinstance(kind, inspect.VarTupleType):
        return (yield from _read_list(node, kind.item_type, key, file))
    if isinstance(kind, inspect.DictType):
        return (yield from _read_corrections(node, kind.value_type, key, file))
    if isinstance(kind, inspect.StructType):
        return (yield from _read_struct(node, kind, file))
    return (yield from _read_scalar(node, kind, key, file))


def _read_struct(node: yaml.Node, kind: inspect.StructType, file: str) -> Reading:
    values = yield from read_record(node, kind.cls, file)
    if values is UNSET or any(field.required and field.name not in values for field in kind.fields):
        return UNSET
    return kind.cls(**values)


def _read_list(node: yaml.Node, kind: inspect.Type, key: str, file: str) -> Reading:
    """The sound items of a list; one value alone counts as a list of one."""
    items = node.value if isinstance(node, yaml.SequenceNode) else [node]
    sound = []
    for item in items:
        value = yield from _read_value(item, kind, key, file)
        if value is not UNSET:
            sound.append(value)
    return tuple(sound) if sound or not items else UNSET


def _read_corrections(node: yaml.Node, kind: inspect.Type, key: str, file: str) -> Reading:
    """Values by clause id."""
    if not isinstance(node, yaml.MappingNode):
        yield _wrong_type(f"`{key}`", "clause ids, each with its corrections", node, file)
        return UNSET
    found: dict[str, Any] = {}
    for clause, line, value in (yield from entries(node, file)):
        advice = clause_id_fault(clause)
        if advice:
            yield error("settings-value", f"`{clause}` is no clause id.", file, line, advice)
            continue
        correction = yield from _read_value(value, kind, clause, file)
        if correction is not UNSET:
            found[clause] = correction
    return found


def _read_scalar(node: yaml.Node, kind: inspect.Type, key: str, file: str) -> Reading:
    """Text, a number or one of a few words."""
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.ScalarNode):
        yield _wrong_type(f"`{key}`", "one value", node, file)
        return UNSET
    text = " ".join(node.value.split())
    if not node.tag.startswith(_STANDARD):
        message = f"`{node.tag}` means nothing in a settings file."
        yield error("settings-wrong-type", message, file, line, "Put the whole value in double quotes.")
        return UNSET
    if isinstance(kind, inspect.EnumType):
        return (yield from _read_choice(text, kind, key, file, line))
    if isinstance(kind, inspect.StrType) and node.tag != _STRING and key not in AS_WRITTEN:
        yield error("settings-wrong-type", f"`{key}` should be words.", file, line, f'Put it in quotes: "{text}".')
        return UNSET
    if isinstance(kind, inspect.IntType) and node.tag != _INTEGER:
        advice = RULES[key](text) if key in RULES else "Write it in digits."
        yield error(
            "settings-wrong-type", f"`{key}` should be a number.", file, line, advice or "Take away the quotes."
        )
        return UNSET
    return (yield from _read_ruled(text, kind, key, file, line))


def _read_choice(text: str, kind: inspect.EnumType, key: str, file: str, line: int) -> Reading:
    """One of the words of an enumeration."""
    allowed = [str(member.value) for member in kind.cls]
    if text in allowed:
        return kind.cls(text)
    yield error("settings-value", f"`{key}` cannot be “{text}”.", file, line, _allowed_values(text, allowed))
    return UNSET


def _read_ruled(text: str, kind: inspect.Type, key: str, file: str, line: int) -> Reading:
    """A value for which its field's rule, if it has one, finds no fault."""
    rule: Callable[[str], str] | None = RULES.get(key)
    advice = rule(text) if rule else ""
    if advice:
        yield error("settings-value", f"`{key}` cannot be “{text}”.", file, line, advice)
        return UNSET
    return int(text) if isinstance(kind, inspect.IntType) else text


def _wrong_type(what: str, wanted: str, node: yaml.Node, file: str) -> Problem:
    given = "one value"
    if isinstance(node, yaml.CollectionNode):
        given = "a list" if isinstance(node, yaml.SequenceNode) else "a set of fields"
    message = f"{what} should be {wanted}, and is {given}."
    return error(
        "settings-wrong-type", message, file, node.start_mark.line + 1, "See the publisher's guide for its form."
    )


def _empty(node: yaml.Node) -> bool:
    """Whether nothing stands behind the colon: the field is then not stated."""
    return isinstance(node, yaml.ScalarNode) and (node.tag == _NULL or (node.tag == _STRING and not node.value.strip()))
