"""What belongs to the page and not to the policy: told by words, place and repetition.

Each rule yields indices of blocks with the reason; the first reason given to a block stands. Titles and
cover lines are not told here but where the title is known (`titles`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from clauseway.model import Block, BlockKind
from clauseway.structure.metadata_lines import find_metadata
from clauseway.structure.numbers import read_number
from clauseway.structure.sentences import has_finite_verb
from clauseway.vocabulary import load

_PAGE_NUMBER = re.compile(
    r"(?:[-–—|]\s*)?(?:page|tudalen|p\.?)?\s*\d{1,3}(?:\s*(?:of|/|o)\s*\d{1,3})?\s*(?:\|\s*p\s*a\s*g\s*e)?(?:\s*[-–—|])?",
    re.IGNORECASE,
)
_FOOT_WITH_PAGE = re.compile(r".{0,80}\b(?:page|tudalen)\s+\d{1,3}(?:\s*(?:of|/|o)\s*\d{1,3})?", re.IGNORECASE)
_LEADER = re.compile(r"(?:(?<![.\s])\s?(?:\.\s?){4,}|(?<!…)…{2,}|(?<!_)_{4,})\s*\d{1,3}$")
_ENDS_IN_PAGE = re.compile(r"\s\d{1,3}$|\berror! bookmark not defined\.?$", re.IGNORECASE)
_EDGE_NUMBER = re.compile(r"^\d{1,3}\b|(?:page |tudalen )?\d{1,3}(?:\s*(?:of|/|o)\s*\d{1,3})?$")
_NOT_WORDS = re.compile(r"[\W\d_]+")
_FORM_LINE = re.compile(r"_{3,}|\.{6,}|…{3,}")
_SLIP = re.compile(
    r"\b(?:(?:reply|return|acceptance|tear.?off) slip|cut here|tear here|please return (?:this|to))\b", re.IGNORECASE
)
_SALUTATION = re.compile(r"(?:Dear|Annwyl)\b.*,")
_CLOSE = re.compile(
    r"(?:.{0,20}\s/\s)?(?:Yours (?:sincerely|faithfully)|Yn gywir|Kind regards|With best wishes)\b", re.IGNORECASE
)
_REFERENCE = re.compile(r"!?\[[^\]]*\](?:\[[^\]]*\]|:\s*<?(?:data|https?):\S*>?)")
_BLANK_LABELS = re.compile(r"(?:[A-Z][\w '’/]{1,30}:\s*){2,}")
_SCRIPTURE = re.compile(r"\(?(?:[1-3]\s)?[A-Z][a-z]+\s\d{1,3}[:v.]\s?\d{1,3}(?:\s?[-–]\s?\d{1,3})?\)?")
_QUOTED = re.compile(r"[\"“‘'].*[\"”’'][.!]?")


# What makes a line at the end more than a form or a web page's foot.
_DUTY_WORDS = frozenset({"must", "should", "shall", "not", "never", "cannot"})
_WEB_FOOT = 25  # blocks that a web page's foot has at most
_MOST_NAMES = 40
_LONGEST_SLIP = 14  # blocks of a slip to return
_LONGEST_HEAD = 120  # characters of a running head
_PAGE = frozenset({"page header", "page foot"})
_CONTENTS_ZONE = 60  # blocks in which a list of contents without a name may begin
_FEWEST_ENTRIES, _LONGEST_ENTRY = 3, 100
_HEAD = 6  # blocks that make the head of a file


def mark_furniture(blocks: Sequence[Block]) -> dict[int, str]:
    """Index of each block that is furniture or metadata, with the reason in a few words.

    Reasons that name metadata begin with `metadata: `.
    """
    found: dict[int, str] = {}
    for rule in (
        _asides,
        _leftovers,
        _page_numbers,
        _contents,
        _metadata,
        _form_lines,
        _slips,
        _letter_forms,
        _names,
        _mottoes,
    ):
        for index, reason in rule(blocks):
            found.setdefault(index, reason)
    for index, reason in _page_asides(blocks):
        found.setdefault(index, reason)
    for index, reason in _running_heads(blocks, frozenset(found)):
        found.setdefault(index, reason)
    return found


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Lower-case letters only: how repeated lines are told to be the same."""
    return _NOT_WORDS.sub(" ", text.lower()).strip()


@lru_cache(maxsize=1)
def _title_words() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, load('structure')['title_words']))})\b", re.IGNORECASE)


def names_document(text: str) -> bool:
    """Whether a line says what kind of document it heads (`policy`, `code of conduct`)."""
    return bool(_title_words().search(text))


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    data, shape = load("furniture"), load("structure")
    return (
        frozenset(data["leftovers"]),
        frozenset(data["school_words"]),
        frozenset(data["not_in_a_name"]),
        frozenset(shape["contents_heads"]),
    )


def _asides(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    return ((i, block.aside) for i, block in enumerate(blocks) if block.aside and block.aside not in _PAGE)


def _page_asides(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Heads and feet of pages, where nothing tells more: they may state dates."""
    return ((i, block.aside) for i, block in enumerate(blocks) if block.aside in _PAGE)


def _leftovers(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    known, reason = _vocabulary()[0], "left by the web page or converter"
    feet = [i for i, block in enumerate(blocks) if plain(block.text) in load("furniture")["web_feet"]]
    if feet and len(blocks) - feet[0] <= _WEB_FOOT and not any(_may_rule(block) for block in blocks[feet[0] :]):
        yield from ((i, reason) for i in range(feet[0], len(blocks)))
    for i, block in enumerate(blocks):
        if len(block.text) < 200 and (
            plain(block.text) in known or _is_web_foot(block.text) or _REFERENCE.fullmatch(block.text)
        ):
            yield i, reason


def _is_web_foot(text: str) -> bool:
    """The strip at a web page's foot: parts set off by bars, or a copyright line."""
    bars = sum(text.count(f" {bar} ") for bar in "|>»›")
    return text.startswith("©") or (
        bars >= 2 and not text.endswith(".") and any(w in text.lower() for w in load("furniture")["web_words"])
    )


def _page_numbers(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    for i, block in enumerate(blocks):
        if len(block.text) < 90 and block.kind is not BlockKind.HEADING:
            if _PAGE_NUMBER.fullmatch(f"{block.marker} {block.text}".strip()):
                yield i, "page number"
            elif _FOOT_WITH_PAGE.fullmatch(block.text):
                yield i, "page foot"


def _metadata(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    return ((i, f"metadata: {reason}") for i, reason in find_metadata(blocks).items())


def _form_lines(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    asked = [_asks_to_write(block) for block in (*blocks, None)]
    form = [_is_form_line(b) or (asked[i] and (asked[i - 1] or asked[i + 1])) for i, b in enumerate(blocks)]
    for i, block in enumerate(blocks):
        between = 0 < i < len(blocks) - 1 and form[i - 1] and len(block.text.split()) <= 4 and i > len(blocks) - _HEAD
        if form[i] or (between and not block.text.endswith(".")):
            yield i, "form line to fill in"


def _may_rule(block: Block) -> bool:
    """Whether a line at a document's end can be a clause: numbered, or with a word of duty in more than a few."""
    if read_number(block.text) is not None:
        return True
    return len(block.text.split()) > 3 and any(word in _DUTY_WORDS for word in plain(block.text).split())


def _signs(block: Block) -> bool:
    """Whether a line below a letter's close is a name or a post."""
    return not _may_rule(block) and len(block.text.split()) <= 6


def _slips(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """A slip to cut off and return, which ends the document."""
    start = next((i for i, b in enumerate(blocks) if len(b.text) < _LONGEST_HEAD and _SLIP.search(b.text)), None)
    if start is None or len(blocks) - start > _LONGEST_SLIP:
        return
    if not any(_may_rule(block) for block in blocks[start:]):
        yield from ((i, "slip to return") for i in range(start, len(blocks)))


def _letter_forms(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Salutation and close of a policy written as a letter, with the names below the close."""
    for i, block in enumerate(blocks):
        if len(block.text) < 80 and _SALUTATION.fullmatch(block.text):
            yield i, "salutation"
        elif len(block.text) < 80 and _CLOSE.match(block.text):
            last = i + 1
            while (
                last < len(blocks)
                and last <= i + 3
                and not _may_rule(blocks[last])
                and len(blocks[last].text.split()) <= 6
            ):
                last += 1
            yield from ((j, "close of a letter") for j in range(i, last))


def _asks_to_write(block: Block | None) -> bool:
    """Whether a line is only what to write beside it (`Signature`, `Print name`), as two together must be."""
    if block is None or len(block.text) > 40 or block.kind is BlockKind.HEADING:
        return False
    return block.text.lower().replace("’", "'").strip(" :*_.") in _form_labels()


@lru_cache(maxsize=1)
def _form_labels() -> frozenset[str]:
    return frozenset(load("furniture")["form_labels"])


def _is_form_line(block: Block) -> bool:
    """A label with a line to write on; the leaders of a contents list end in a page number."""
    text = block.text
    if text.endswith(":") and _BLANK_LABELS.fullmatch(text):
        return True
    if text[-1:].isdigit() or not any(mark in text for mark in ("___", "....", "…")):
        return False
    return bool(_FORM_LINE.search(text)) and len(plain(text).split()) <= 12


def _contents(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    heads = _vocabulary()[3]
    lines: _Lines | None = None
    yield from ((i, "contents list") for i in _unnamed_contents(blocks))
    for i, block in enumerate(blocks):
        if _has_leader(block.text):
            yield i, "contents list"
        elif len(block.text) < 40 and plain(block.text) in heads and not block.text.endswith("."):
            lines = lines or _Lines(blocks)
            yield i, "contents list"
            yield from ((j, "contents list") for j in _entries(blocks, i + 1, lines))


def _unnamed_contents(blocks: Sequence[Block]) -> list[int]:
    """Short lines at the head, three or more together, that all stand again below in the same order."""
    firsts: dict[str, list[int]] = defaultdict(list)
    for i, block in enumerate(blocks):
        if len(block.text) <= _LONGEST_ENTRY and block.kind is not BlockKind.ROW and (key := plain(block.text)):
            firsts[key].append(i)
    best: list[int] = []
    run: list[int] = []
    for i, block in enumerate(blocks[:_CONTENTS_ZONE]):
        again = firsts.get(plain(block.text), [])
        stands = i in again and len(again) == 2 and again[1] > i
        goes_on = stands and run and run[-1] == i - 1 and again[1] > firsts[plain(blocks[i - 1].text)][1]
        run = [*run, i] if goes_on else [i] if stands else []
        best = max(best, run, key=len)
    return best if len(best) >= _FEWEST_ENTRIES and _repeats_apart(best, firsts, blocks) else []


def _repeats_apart(run: Sequence[int], firsts: dict[str, list[int]], blocks: Sequence[Block]) -> bool:
    """Whether text stands between the repetitions, as it does between headings and not between items."""
    again = [firsts[plain(blocks[i].text)][1] for i in run]
    return again[0] > run[-1] and sum(after - before > 1 for before, after in pairwise(again)) * 2 >= len(again) - 1


def _has_leader(text: str) -> bool:
    return text[-1:].isdigit() and bool(_LEADER.search(text))


class _Lines:
    """Where each line stands last, to tell whether a contents entry comes again as a heading."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.last = {plain(block.text): i for i, block in enumerate(blocks)}
        self.sorted = sorted(self.last)

    def again(self, key: str, index: int) -> bool:
        """Whether the same line stands again below `index`."""
        return self.last.get(key, -1) > index

    def nearly(self, key: str, index: int) -> bool:
        """Whether a line below begins with the same words: entries are often shortened headings."""
        place = bisect_left(self.sorted, key)
        near = self.sorted[place : place + 20]
        return len(key) > 3 and any(line.startswith(key) and self.last[line] > index for line in near)


def _entries(blocks: Sequence[Block], start: int, lines: _Lines) -> Iterator[int]:
    """Entries of a contents list: lines that end in a page number, or that stand again further down.

    The list ends where its first entry is met again: that is the heading itself.
    """
    seen: set[str] = set()
    for j in range(start, len(blocks)):
        text, key = blocks[j].text, plain(blocks[j].text)
        if key in seen or len(text) > 140:
            return
        paged = bool(_ENDS_IN_PAGE.search(text) or _has_leader(text))
        if not (paged or lines.again(key, j) or (seen and lines.nearly(key, j))):
            return
        seen.add(key)
        yield j


def _running_heads(blocks: Sequence[Block], known: frozenset[int]) -> Iterator[tuple[int, str]]:
    """Lines that come again and again at the edges of pages, or cut a sentence in two.

    `known` furniture does not count: a contents entry is no first occurrence of its heading.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for i, block in enumerate(blocks):
        short = len(block.text) <= _LONGEST_HEAD and block.kind in (BlockKind.PARAGRAPH, BlockKind.ROW)
        if i not in known and short and (key := _without_page(block.text)):
            places[key].append(i)
    naming = next((i for i, b in enumerate(blocks) if b.kind is not BlockKind.ROW and names_document(b.text)), None)
    for indices in places.values():
        if len(indices) < 2 or not _may_run(blocks[indices[0]].text):
            continue
        edges = [_at_page_edge(blocks, i, known) for i in indices]
        if sum(edges) * 2 >= len(indices):
            # A first occurrence away from a page's edge is a heading; the first to name a document is the title.
            first = 0 if edges[0] and indices[0] != naming else 1
            yield from ((i, "running head or foot") for i in indices[first:])


def _may_run(text: str) -> bool:
    """Whether a repeated line has the form of a running head: no stem, no item of a list."""
    if text.endswith((":", ";")) or text[0].islower() or has_finite_verb(text):
        return False
    number = read_number(text)
    initial = number is not None and number.frame == "X."  # 'S. Wulfram's School'
    return number is None or initial or bool(_FOOT_WITH_PAGE.fullmatch(text))


def _without_page(text: str) -> str:
    numbered = text[:1].isdigit() or text[-1:].isdigit()
    return (_EDGE_NUMBER.sub("", text.lower()) if numbered else text.lower()).strip(" |-–—.")


def _at_page_edge(blocks: Sequence[Block], index: int, known: frozenset[int]) -> bool:
    """Whether a page seems to end or begin here, or the line stands beside the page's other furniture."""
    if index - 1 in known or index + 1 in known:
        return True
    before = blocks[index - 1] if index else None
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    if blocks[index].starts_page or after is None or after.starts_page:
        return True
    if any(b is not None and _PAGE_NUMBER.fullmatch(b.text) for b in (before, after)):
        return True
    return before is not None and before.text[-1:].isalpha() and after.text[:1].islower()


def _names(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """A line that is only the school's name: at the head, or where the text itself uses the name."""
    candidates = [i for i, block in enumerate(blocks) if _is_name(block)]
    if not candidates:
        return
    counts = Counter(plain(blocks[i].text) for i in candidates)
    running = "\n".join(block.text for block in blocks if len(block.text) > 60)
    # A document names few schools; where it seems to name many, the lines are something else.
    used = {text for text in {blocks[i].text for i in candidates[:_MOST_NAMES]} if text in running}
    for i in candidates:
        if i < _HEAD or counts[plain(blocks[i].text)] > 1 or blocks[i].text in used:
            yield i, "school name"


def _is_name(block: Block) -> bool:
    if block.kind in (BlockKind.ITEM, BlockKind.ROW) or len(block.text) > _LONGEST_HEAD:
        return False
    words = block.text.split()
    if not 2 <= len(words) <= 12 or _is_title_for_schools(block.text):
        return False
    _, school_words, never, _ = _vocabulary()
    bare = [w.strip("()'’\".,").lower() for w in words]
    if not (bare[-1] in school_words or bare[0] == "ysgol") or any(w in never for w in bare):
        return False
    return all(
        w[:1].isupper() or not w[:1].isalpha() or w in ("of", "and", "the", "for", "on", "de", "y", "yr") for w in words
    )


def _is_title_for_schools(text: str) -> bool:
    """Whether a line names a document for all schools, and no school: `Behaviour: Guidelines for Schools`."""
    return names_document(text) and ":" in text and text.lower().endswith(("for schools", "for academies"))


def _mottoes(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Quoted or italic lines, prayers and Bible places that open the file, and every later repetition of them."""
    said: set[str] = set()
    for i, block in enumerate(blocks[:20]):
        quoted = _QUOTED.fullmatch(block.text) and len(block.text.split()) <= 40
        openers = (*load("furniture")["prayer_openers"], *load("furniture")["mission_openers"])
        devout = block.text.lower().startswith(openers)
        spoken = quoted or devout or _SCRIPTURE.fullmatch(block.text) or _is_strapline(block)
        if block.kind is BlockKind.PARAGRAPH and spoken:
            said.add(plain(block.text))
            yield i, "motto"
    for i, block in enumerate(blocks):
        if plain(block.text) in said:
            yield i, "motto"


def _is_strapline(block: Block) -> bool:
    return block.italic and len(block.text.split()) <= 20 and not block.text.endswith((":", "."))
