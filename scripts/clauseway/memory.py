"""What stages may keep between builds; the one here keeps nothing, the one of the cache lies in files."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import msgspec

_T = TypeVar("_T")

Ground = msgspec.Struct | bytes
"""Something that a value is made from."""


class Standing(msgspec.Struct, frozen=True):
    """A file that holds already what it is to hold, and so is left alone."""

    digest: bytes
    """Stands for its content (see `Memory.digest`)."""


class Memory:
    """Values by key, as long as the program is the same. Whatever is wrong with it costs time and never a result."""

    def get(self, key: bytes, kind: type[_T]) -> _T | None:
        """What was kept under `key`, a value of type `kind`; None where nothing is."""
        return None

    def put(self, key: bytes, value: object) -> None:
        """Keep `value` under `key`."""

    @property
    def keeps(self) -> bool:
        """Whether it keeps anything at all."""
        return False

    def digest(self, ground: Ground) -> bytes:
        """What stands for a value or record; empty where nothing is kept, and nothing compared."""
        return b""

    def made(self, grounds: Iterable[Ground], kind: type[_T], make: Callable[[], _T]) -> _T:
        """What `make` makes of `grounds` and of nothing else, a value of type `kind`: kept from before, or made."""
        return make()


@contextmanager
def no_cycles() -> Iterator[None]:
    """Spare the search for cycles, which records cannot form, while millions of them are made."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def set_aside() -> Iterator[None]:
    """Search for cycles only among what is made from now on, and not again and again in all that is there."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


NO_MEMORY = Memory()
"""Remembers nothing."""

_at_hand = [NO_MEMORY]


@contextmanager
def at_hand(memory: Memory) -> Iterator[None]:
    """Let `memory` keep what comes of the program's own word lists (see `lasting`) for the length of a block."""
    _at_hand.append(memory)
    try:
        yield
    finally:
        _at_hand.pop()


def lasting(name: str, kind: type[_T], make: Callable[[], _T]) -> _T:
    """What `make` makes of nothing but the program's own code and data, a value of type `kind`.

    It is worked out again in every process otherwise. `name` is that of this value alone.
    """
    return _at_hand[-1].made([name.encode()], kind, make)
