"""A cache as the memory of the stages: what they made is known again while the program is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

import msgspec

from clauseway.cache.digests import digest
from clauseway.cache.store import Cache
from clauseway.cache.version import version
from clauseway.memory import Ground, Memory

_T = TypeVar("_T")


class Remembered(Memory):
    """Keeps values in a cache, under keys that hold the version of the program."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._digests: dict[int, tuple[msgspec.Struct, bytes]] = {}
        self._encode = msgspec.msgpack.Encoder().encode

    @property
    def keeps(self) -> bool:
        """Whether it keeps anything at all."""
        return self._cache.keeps

    def get(self, key: bytes, kind: type[_T]) -> _T | None:
        """What was kept under `key`, a value of type `kind`; None where nothing is."""
        return self._cache.get(self._versioned(kind.__qualname__, key), kind)

    def put(self, key: bytes, value: object) -> None:
        """Keep `value` under `key`."""
        self._cache.put(self._versioned(type(value).__qualname__, key), value)

    def made(self, grounds: Iterable[Ground], kind: type[_T], make: Callable[[], _T]) -> _T:
        """What `make` makes of `grounds` and of nothing else, a value of type `kind`: kept from before, or made."""
        if not self._cache.keeps:
            return make()
        key = digest(self.digest(one) for one in grounds)
        known = self.get(key, kind)
        if known is None:
            known = make()
            self.put(key, known)
        return known

    def digest(self, ground: Ground) -> bytes:
        """What stands for a value or record; of a record it is worked out once, since records do not change."""
        if isinstance(ground, bytes):
            return digest([ground])
        if id(ground) not in self._digests:
            self._digests[id(ground)] = ground, digest([self._encode(ground)])  # kept, so that its id stays its own
        return self._digests[id(ground)][1]

    def _versioned(self, kind: str, key: bytes) -> bytes:
        return digest([b"remembered", version(), kind.encode(), key])
