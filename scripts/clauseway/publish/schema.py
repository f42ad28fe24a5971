"""JSON Schemas of the published data, made from the records and their docstrings."""

from __future__ import annotations

import ast
import inspect
import json
from typing import Any

import msgspec

from clauseway import problems
from clauseway.model import changes, document, findings, policy, references
from clauseway.publish import change_records, records


def schemas() -> dict[str, str]:
    """`data/schema/<name>.json` for each kind of published JSON file."""
    roots: dict[str, type[msgspec.Struct]] = {"policies": records.PolicyList, "policy": records.PolicyFile}
    roots["changes"] = change_records.ChangesFile
    return {f"data/schema/{name}.json": _schema(name, root) for name, root in roots.items()}


def _schema(name: str, root: type[msgspec.Struct]) -> str:
    schema = msgspec.json.schema(root)
    described = _field_docstrings()
    for record, definition in schema["$defs"].items():
        for field, rule in definition.get("properties", {}).items():
            rule |= _description(described, record, field)
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": name, **schema}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _description(described: dict[tuple[str, str], str], record: str, field: str) -> dict[str, Any]:
    text = described.get((record, field)) or described.get((_BASES.get(record, ""), field))
    return {"description": text} if text else {}


_BASES = {"PolicyEntry": "FrontMatter"}


def _field_docstrings() -> dict[tuple[str, str], str]:
    """The docstring under each field of the records that are published."""
    return {
        (record.name, field.target.id): str(doc.value.value)
        for module in (change_records, changes, document, findings, policy, problems, records, references)
        for record in ast.parse(inspect.getsource(module)).body
        if isinstance(record, ast.ClassDef)
        for field, doc in zip(record.body, record.body[1:], strict=False)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(doc, ast.Expr) and isinstance(doc.value, ast.Constant)
    }
