"""How long each stage of the pipeline takes: the pipeline's own names for its stages are replaced by timed ones."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from types import ModuleType
from typing import ParamSpec, TypeVar

_PACKAGE = "clauseway."
_P = ParamSpec("_P")
_R = TypeVar("_R")


class StageClock:
    """Adds up processor seconds by stage; time of a stage that is called within another counts for the inner one only."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._inner: list[float] = []

    def watch(self, module: ModuleType) -> None:
        """Time every function of a stage that `module` has imported by name."""
        for name, value in list(vars(module).items()):
            stage = stage_of(value)
            if stage and value.__module__ != module.__name__:
                setattr(module, name, self._timed(f"{stage}: {name}", value))

    def _timed(self, label: str, function: Callable[_P, _R]) -> Callable[_P, _R]:
        @wraps(function)
        def timed(*args: _P.args, **kwargs: _P.kwargs) -> _R:
            self._inner.append(0.0)
            start = time.process_time()
            try:
                return function(*args, **kwargs)
            finally:
                spent = time.process_time() - start
                self.seconds[label] += spent - self._inner.pop()
                if self._inner:
                    self._inner[-1] += spent

        return timed


def stage_of(value: object) -> str:
    """Name the stage a function belongs to (`structure`); empty for what is no function of a stage."""
    module = getattr(value, "__module__", "") or ""
    if isinstance(value, type) or not callable(value) or not module.startswith(_PACKAGE):
        return ""
    return module.removeprefix(_PACKAGE).split(".")[0]
