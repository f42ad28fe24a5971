"""Sentences: actors, modals, acts, objects and conditions put together by a seeded choice."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.generate.matters import Matter

ACTORS = {
    "staff": ("staff", "all staff", "members of staff", "employees", "teachers and support staff", "colleagues"),
    "parents": ("parents", "parents and carers", "parents/carers", "families", "all parents"),
    "pupils": ("pupils", "all pupils", "children", "students", "learners"),
    "governors": ("governors", "members of the governing body", "trustees", "school governors"),
}
MODALS = {
    "must": ("must", "are required to", "have to", "need to", "have a duty to"),
    "must_not": ("must not", "must never", "are not permitted to", "are not allowed to", "may not"),
    "should": ("should", "are expected to", "are asked to", "are encouraged to", "ought to"),
    "should_not": ("should not", "are advised not to", "are asked not to", "ought not to"),
    "may": ("may", "are permitted to", "are allowed to", "are free to"),
}
CONDITIONS = {
    "must": (
        "at all times",
        "as soon as they can",
        "before the end of the day",
        "without being reminded",
        "every term",
    ),
    "must_not": ("at any time", "on school premises", "without the written agreement of the headteacher", "on visits"),
    "should": ("wherever possible", "as a matter of course", "in good time", "whenever they can"),
    "should_not": ("during the school day", "unless the headteacher has agreed", "while they are on the site"),
    "may": ("with the agreement of the headteacher", "outside school hours", "once a term", "if they wish"),
}
REASONS = (
    "This protects children and adults alike.",
    "The school keeps a record of what was decided and why.",
    "Further advice is available from the office, which is open from half past eight.",
    "Past experience has shown that clear rules, known to everyone, prevent most misunderstandings.",
    "The leadership team looks at each case on its merits and takes account of the age of those concerned.",
    "A copy of the form stands in the appendix to this document.",
    "This reflects national guidance as well as the views of families who answered our survey.",
    "It is one part of the wider care that the school takes of its community.",
)
BACKGROUND = (
    "The school recognises that {gerund} {object} has an effect on the whole community.",
    "In recent years {gerund} {object} has become more common, and families have asked for guidance.",
    "There are many views on {gerund} {object}, and the governing body has listened to them.",
    "Experience shows that {gerund} {object} can lead to misunderstandings.",
)
DETAILS = (
    "the date and the place",
    "the names of those concerned",
    "what was said and by whom",
    "any steps already taken",
    "a copy of earlier letters",
    "the view of the class teacher",
    "what would put the matter right",
)
TAILS = {
    "must": "This applies at home as well as in school.",
    "must_not": "unless the headteacher has agreed in writing beforehand.",
    "should": "so that everyone can learn in peace.",
    "should_not": "except in an emergency.",
    "may": "provided that nobody else is put at a disadvantage.",
}
_DOUBLED = frozenset({"ban", "get", "log", "plan", "put", "refer", "run", "set"})


@dataclass(frozen=True, slots=True)
class Saying:
    """Words with what was planted in them."""

    text: str
    """The words."""
    audience: str = ""
    """Who acts."""
    duty: str = "none"
    """The modality in effect, lead-in included."""
    matter: str = ""
    """Key of the matter; empty where there is none."""


def rule(rng: Random, matter: Matter, duty: str) -> Saying:
    """Make a full sentence that rules on a matter, sometimes with reasons after it."""
    if duty == "none":
        text = rng.choice(BACKGROUND).format(gerund=gerund(matter.verb), object=rng.choice(matter.objects))
    else:
        who = rng.choice(ACTORS[matter.actor])
        condition = f" {rng.choice(CONDITIONS[duty])}" if rng.random() < 0.4 else ""
        text = f"{capital(who)} {rng.choice(MODALS[duty])} {matter.verb} {rng.choice(matter.objects)}{condition}."
    reasons = rng.sample(REASONS, rng.choice((0, 0, 0, 1, 1, 2)))
    return Saying(" ".join((text, *reasons)), matter.actor, duty, matter.slug)


def background(rng: Random, matter: Matter) -> Saying:
    """Make a paragraph that speaks of a matter without ruling on it."""
    return rule(rng, matter, "none")


def lead_in(rng: Random, actor: str, duty: str) -> Saying:
    """Make the stem of a list whose items are rules on the same actor."""
    return Saying(f"{capital(rng.choice(ACTORS[actor]))} {rng.choice(MODALS[duty])}:", actor, duty)


def item(rng: Random, matter: Matter, duty: str, negated: bool) -> Saying:
    """Make a list item that reads on from a lead-in; `negated` turns the duty of a positive lead-in round."""
    words = f"{matter.verb} {rng.choice(matter.objects)}"
    if not negated:
        return Saying(words, matter.actor, duty, matter.slug)
    return Saying(f"not {words}", matter.actor, {"must": "must_not", "should": "should_not"}[duty], matter.slug)


def capital(words: str) -> str:
    """Give the words with a capital letter in front."""
    return words[:1].upper() + words[1:]


def gerund(verb: str) -> str:
    """Give the -ing form of a verb of the table."""
    if verb in _DOUBLED:
        return f"{verb}{verb[-1]}ing"
    if verb.endswith("e") and not verb.endswith(("ee", "ye")):
        return f"{verb[:-1]}ing"
    return f"{verb}ing"
