"""Word lists as data, and what is compiled from them; each file says where its words come from."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load(name: str) -> Any:  # noqa: ANN401 - what a YAML file holds
    """The content of `name`.yml of this package: mappings, lists, strings and numbers.

    It is read once and shared, so it must not be changed. Raises FileNotFoundError where there is no such list.
    """
    text = (files(__name__) / f"{name}.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=_Loader)
