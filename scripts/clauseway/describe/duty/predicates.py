"""What stands behind a word of duty and in front of it: its verb, the participle of a passive, a person as subject."""

from __future__ import annotations

from clauseway.describe.reading import Cue, Reading
from clauseway.describe.reading import grammar as g


def verb_of(cue: Cue, reading: Reading, offset: int = 0) -> str:
    """Give the word at the verb of a cue or `offset` tokens behind it, else nothing."""
    place = cue.verb + offset
    return reading.tokens[place] if place < len(reading.tokens) else ""


def participle_of(cue: Cue, reading: Reading) -> str:
    """Give the participle of a passive ("may be used"), else nothing."""
    if verb_of(cue, reading) != "be":
        return ""
    offset = 1
    while g.is_adverb(verb_of(cue, reading, offset)) or verb_of(cue, reading, offset) in g.NEGATORS:
        offset += 1
    word = verb_of(cue, reading, offset)
    return word if g.is_participle(word) else ""


def of_a_person(cue: Cue, reading: Reading) -> bool:
    """Tell whether its subject is a person or group; one that follows from the cue before counts as such."""
    return (
        cue.subject in {"person", "same"}
        or (cue.subject == "none" and cue.verb < len(reading.tokens))
        or cue.note == "inverted"
    )
