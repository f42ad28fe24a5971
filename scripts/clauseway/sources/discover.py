"""Which files of the policies folder are sources, and what stands there that is none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

import msgspec

from clauseway.problems import Problem, Severity, UnreadableSource
from clauseway.sources.foreign import BY_ENDING, OTHERS, refusal
from clauseway.sources.sniff import ENDINGS

# Left behind by systems, office programs and shared drives; nobody put them there on purpose.
_LITTER_NAMES = frozenset(
    {"thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", "icon\r", "__macosx", "@eadir", "lost+found"}
    | {"$recycle.bin", "system volume information"}
)
_LITTER_STARTS = (".", "~$", "~wr")
_LITTER_ENDS = ("~", ".tmp")
_ICLOUD = ".icloud"  # .policy.docx.icloud stands for a document that is not on this machine

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Control, format (also right-to-left marks), surrogate (bytes that are no text), line and paragraph separator.
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


class Found(msgspec.Struct, frozen=True):
    """One source file of a school."""

    school: str
    """Slug of the school: the name of its folder."""
    path: Path
    """Where the file is."""
    file: str
    """Its path relative to the policies folder, with `/`."""
    sidecar: Path | None = None
    """The `<same name>.yml` beside it, where there is one."""


class Discovery(msgspec.Struct, frozen=True):
    """What the policies folder holds."""

    schools: tuple[str, ...] = ()
    """Slugs of the school folders that can be used, sorted; some may hold no source."""
    found: tuple[Found, ...] = ()
    """The sources, sorted by school and file name."""
    problems: tuple[Problem, ...] = ()
    """What was left out and why, in the same order."""


def discover(policies: Path) -> Discovery:
    """Find the sources of every school in the policies folder; opens none of them.

    A file that is no source is named in the problems, unless it is `school.yml`, a sidecar, or
    litter of an office program. Raises UnreadableSource when there is no such folder.
    """
    root = policies.resolve()
    entries, unreadable = _entries(policies, policies)
    if unreadable:
        raise UnreadableSource(unreadable)
    parts = [_top_level(entry, policies, root) for entry in entries]
    return Discovery(
        schools=tuple(school for part in parts for school in part.schools),
        found=tuple(found for part in parts for found in part.found),
        problems=tuple(problem for part in parts for problem in part.problems),
    )


def _top_level(entry: Path, policies: Path, root: Path) -> Discovery:
    """Look into a school's folder; speak up about anything else that stands beside the schools."""
    obstacle = _obstacle(entry, policies, root)
    if obstacle:
        return Discovery(problems=(obstacle,))
    if not entry.is_dir():
        known = entry.name.lower().startswith("readme.")
        return Discovery() if known else Discovery(problems=(_outside_school(entry, policies),))
    if not _SLUG.fullmatch(entry.name):
        return Discovery(problems=(_folder_name(entry, policies),))
    return _school(entry, policies, root)


def _school(folder: Path, policies: Path, root: Path) -> Discovery:
    """Sort out the files of one school's folder."""
    entries, unreadable = _entries(folder, policies)
    if unreadable:
        return Discovery(problems=(unreadable,))
    obstacles = {entry: _obstacle(entry, policies, root) for entry in entries}
    usable = [entry for entry in entries if obstacles[entry] is None]
    stems = {entry.stem for entry in entries if entry.suffix.lower() != ".yml" and not entry.is_dir()}
    sidecars = {entry.stem: entry for entry in usable if entry.suffix.lower() == ".yml"}
    problems = (obstacles[entry] or _misplaced(entry, policies, stems) for entry in entries)
    found = tuple(
        Found(folder.name, entry, _name(entry, policies), sidecars.get(entry.stem))
        for entry in usable
        if is_source(entry.name) and entry.is_file()
    )
    return Discovery(
        schools=(folder.name,),
        found=found,
        problems=(*(problem for problem in problems if problem is not None), *_twice(found)),
    )


def _entries(folder: Path, policies: Path) -> tuple[list[Path], Problem | None]:
    """List a folder in the order of names, without litter; or the problem why it cannot be listed."""
    try:
        return sorted((entry for entry in folder.iterdir() if not _is_litter(entry.name)), key=_by_name), None
    except OSError as error:
        message = f"The folder cannot be read ({error.strerror or error})."
        file = _name(folder, policies) if folder != policies else str(folder)
        return [], _problem("folder-unreadable", file, message, "Check that it is there and may be read.")


def _by_name(entry: Path) -> str:
    return entry.name


def _is_litter(name: str) -> bool:
    lower = name.lower()
    if lower.endswith(_ICLOUD):
        return False
    return lower in _LITTER_NAMES or lower.startswith(_LITTER_STARTS) or lower.endswith(_LITTER_ENDS)


def is_source(name: str) -> bool:
    """Whether a file of this name is taken for a policy."""
    return PurePosixPath(name).suffix.lower() in ENDINGS


def _obstacle(entry: Path, policies: Path, root: Path) -> Problem | None:
    """Tell why a file or folder must not be touched at all, whatever it holds."""
    if "\\" in entry.name or any(unicodedata.category(letter) in _HIDDEN_CATEGORIES for letter in entry.name):
        message = "The name holds characters that cannot be seen or do not belong in a name."
        return _problem("file-name", _name(entry, policies), message, "Give it a plain name of letters and digits.")
    try:
        inside = entry.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):  # a loop of links is a RuntimeError before Python 3.13
        message = "This link leads nowhere."
        return _problem("link-broken", _name(entry, policies), message, "Put the file itself here.")
    if not inside:
        message = "This is a link to something outside the policies folder, which is not followed."
        return _problem("link-outside", _name(entry, policies), message, "Put the file itself here.")
    if not (entry.is_file() or entry.is_dir()):
        message = "This is neither a file nor a folder."
        return _problem("file-special", _name(entry, policies), message, "Take it out of the folder.")
    return None


def _misplaced(entry: Path, policies: Path, stems: Iterable[str]) -> Problem | None:
    """Tell why a file of a school is not used; None for sources, sidecars and `school.yml`."""
    file, ending = _name(entry, policies), entry.suffix.lower()
    if entry.is_dir():
        message = "Folders inside a school's folder are not read."
        return _warning("folder-in-school", file, message, "Put its files into the school's folder itself.")
    if ending in ENDINGS or entry.name == "school.yml" or (ending == ".yml" and entry.stem in stems):
        return None
    if ending == ".yml":
        message = "There is no policy beside this file that has the same name."
        return _warning("sidecar-alone", file, message, "Give it the name of the policy it belongs to, ending in .yml.")
    if ending == ".yaml":
        message = "Settings files end in .yml; this one is not read."
        return _problem("sidecar-ending", file, message, f"Rename it to {_visible(entry.stem)}.yml.")
    if ending in BY_ENDING:
        return refusal(BY_ENDING[ending], file).problem
    message = f"Clauseway reads Word, PDF, OpenDocument, web, Markdown and text files; {_cannot_read(ending)}."
    return _problem("source-format", file, message, OTHERS)


def _cannot_read(ending: str) -> str:
    return f"it cannot read {ending}" if ending else "the name of this file has no ending that says what it is"


def _twice(found: Sequence[Found]) -> Iterator[Problem]:
    """Warn of sources whose names differ only in their endings, since they may be one policy twice."""
    first: dict[str, Found] = {}
    for entry in found:
        other = first.setdefault(entry.path.stem.casefold(), entry)
        if other is not entry:
            shared = f", and {entry.sidecar.name} counts for both" if entry.sidecar and other.sidecar else ""
            message = f"{other.path.name} and this file have the same name; both are read, as two policies{shared}."
            advice = "Take one of them out if they are the same policy, else give them different names."
            yield _warning("source-twice", entry.file, message, advice)


def _outside_school(entry: Path, policies: Path) -> Problem:
    message = "This file belongs to no school, so it is not read."
    return _warning("file-outside-school", _name(entry, policies), message, "Put it into the folder of its school.")


def _folder_name(entry: Path, policies: Path) -> Problem:
    message = "A school's folder is part of its address: lower-case letters and digits, joined by hyphens."
    slug = "-".join(re.findall(r"[a-z0-9]+", unicodedata.normalize("NFKD", entry.name).lower()))
    advice = f"Rename the folder, for example to {slug}." if slug else "Rename the folder."
    return _problem("folder-name", _name(entry, policies), message, advice)


def _name(entry: Path, policies: Path) -> str:
    return _visible(entry.relative_to(policies).as_posix())


def _visible(name: str) -> str:
    """Show a name on one line, with an escape for every character that cannot be seen or printed."""
    return "".join(
        letter.encode("unicode_escape").decode("ascii")
        if unicodedata.category(letter) in _HIDDEN_CATEGORIES
        else letter
        for letter in name
    )


def _problem(code: str, file: str, message: str, advice: str) -> Problem:
    return Problem(code=code, severity=Severity.ERROR, message=message, file=file, advice=advice)


def _warning(code: str, file: str, message: str, advice: str) -> Problem:
    return Problem(code=code, severity=Severity.WARNING, message=message, file=file, advice=advice)
