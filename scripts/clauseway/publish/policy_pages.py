"""What is published of one policy: its page, its data, and what changed in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

import msgspec

from clauseway.memory import Ground, Memory, Standing
from clauseway.model import Collection, History, Piece, Policy, References, Role, School
from clauseway.publish.anchors import anchors
from clauseway.publish.body import Part, body
from clauseway.publish.change_data import changes_file
from clauseway.publish.changes_page import changed_line, changes_page
from clauseway.publish.data import page_url, policy_file, to_json
from clauseway.publish.front import front_matter, yaml_block
from clauseway.publish.glance import glance
from clauseway.publish.others import Others
from clauseway.publish.records import FrontMatter, PolicyFile
from clauseway.publish.references import Referring
from clauseway.publish.summary import summary
from clauseway.publish.text import markdown


class _Files(msgspec.Struct, frozen=True):
    """The files of one policy, or their digests."""

    files: dict[str, bytes]
    """By path."""


class PolicyPages:
    """One policy as it is published; what is not asked for is not worked out."""

    def __init__(
        self, policy: Policy, school: School, collection: Collection, others: Others, titles: Mapping[str, str]
    ) -> None:
        """`others` gives what stands after each clause; `titles` are those of policies, by `<school>/<policy>`."""
        self.policy = policy
        self._school, self._collection, self._others = school, collection, others
        self._name = f"{policy.school}/{policy.slug}"
        self._references = collection.references.get(self._name, ())
        self._history = collection.histories.get(self._name)
        self._titles = {name: titles[name] for name in _referred(self._references)}

    def files(self, memory: Memory, stands: Callable[[str], bytes]) -> Mapping[str, bytes | Standing]:
        """Its files by path, all but the original; `stands` gives the digest of what stands at a path."""
        grounds = [*self.grounds(), *self._others_grounds()]

        def made() -> dict[str, bytes]:
            return memory.made(grounds, _Files, lambda: _Files(self._made())).files

        def digests() -> dict[str, bytes]:
            return {name: memory.digest(content) for name, content in made().items()}

        if memory.keeps:
            known = memory.made([b"digests", *grounds], _Files, lambda: _Files(digests())).files
            if all(stands(name) == digest for name, digest in known.items()):
                return {name: Standing(digest) for name, digest in known.items()}
        return made()

    def grounds(self) -> Iterator[Ground]:
        """All that `file` depends on but for the relations of its clauses."""
        yield self.policy
        yield self._school
        yield _encode((self._references, self._titles))

    @cached_property
    def file(self) -> PolicyFile:
        """The policy as data."""
        return policy_file(self.policy, self._front, self._parts, self._collection.relations)

    def _others_grounds(self) -> Iterator[Ground]:
        yield _encode(self._history)
        yield b"".join(part for one in self.policy.ids if one for part in self._others.grounds(f"{self._name}#{one}"))

    @cached_property
    def _front(self) -> FrontMatter:
        return front_matter(self.policy, self._school)

    @cached_property
    def _parts(self) -> tuple[Part, ...]:
        """Its pieces, each with its anchors, what is found about it, and what it refers to."""
        policy, named = self.policy, _anchors(self.policy)
        findings = policy.findings or (None,) * len(policy.pieces)
        formerly = _formerly(self._history, named)
        referring = Referring(policy, self._references, named, self._titles)
        return tuple(
            Part(
                piece,
                anchor,
                found,
                referring.below(place),
                referring.of(place) if piece.role is Role.CLAUSE else (),
                formerly.get(anchor, ()),
                self._front.language,
            )
            for place, (piece, anchor, found) in enumerate(zip(policy.pieces, named, findings, strict=True))
        )

    def _with_others(self) -> Iterator[Part]:
        """The same, and what others say."""
        for part in self._parts:
            after = self._others.after(f"{self._name}#{part.anchor}")
            yield msgspec.structs.replace(part, after=part.after + after) if after else part

    def _made(self) -> dict[str, bytes]:
        front, history = self._front, self._history
        folder = page_url(self.policy.school, self.policy.slug)
        head = [
            yaml_block(front),
            f"# {markdown(front.title)}\n",
            glance(front, self._school, self.policy.source),
            changed_line(history) if history else "",
            summary(self.file.clauses),
        ]
        files = {
            f"{folder}index.md": "\n".join(
                [*filter(None, head), body(tuple(self._with_others()), front.title)]
            ).encode(),
            f"{folder}policy.json": to_json(self.file),
        }
        if history:
            files[f"{folder}changes/index.md"] = changes_page(front, history).encode()
            files[f"{folder}changes.json"] = to_json(changes_file(self.policy, history))
        return files


_encode = msgspec.msgpack.Encoder().encode


def _referred(references: References) -> list[str]:
    """The policies that references lead to."""
    return sorted({one.policy for some in references for one in some if one.policy})


def _formerly(history: History | None, taken: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The earlier anchors of each clause; one that something else on the page has today is left to that."""
    found: dict[str, tuple[str, ...]] = {}
    for old, new in history.aliases.items() if history else ():
        if old not in taken:
            found[new] = (*found.get(new, ()), old)
    return found


def _anchors(policy: Policy) -> tuple[str, ...]:
    """The anchor of each piece; empty for what cannot be linked to."""
    named = iter(anchors([piece for piece in policy.pieces if _is_anchored(piece)]))
    return tuple(
        next(named) if _is_anchored(piece) else clause for piece, clause in zip(policy.pieces, policy.ids, strict=True)
    )


def _is_anchored(piece: Piece) -> bool:
    """Whether `piece` is no clause but can be linked to."""
    return piece.role is Role.HEADING or (piece.role is Role.LEAD_IN and piece.number != "")
