"""The copy of a source beside its page, where nothing in the file is meant for other eyes."""

from __future__ import annotations

import msgspec

from clauseway.model import LeftOut, Source

# What a file can hold that is not shown and that whoever wrote it did not mean to publish, in readers' words.
_PRIVATE = {
    "comment": "comments",
    "deleted text": "deleted text",
    "hidden text": "hidden text",
    "macro": "macros",
}


def original_name(source: Source) -> str:
    """Name of the copy of the source beside its page; empty where none is published."""
    return f"original{source.copied_as}" if source.copied_as and not withheld_for(source) else ""


def withheld_for(source: Source) -> tuple[str, ...]:
    """What the file holds besides its text for which no copy is published, in plain words."""
    held = {left.what for left in source.left_out}
    return tuple(words for what, words in _PRIVATE.items() if what in held)


def without_private_words(source: Source) -> tuple[LeftOut, ...]:
    """What was left out of the text, for everybody to read: of what is private only that it is there."""
    return tuple(
        msgspec.structs.replace(left, sample="") if left.what in _PRIVATE else left for left in source.left_out
    )
