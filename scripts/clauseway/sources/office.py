"""Old Word and Rich Text files, turned into .docx by LibreOffice where it is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from clauseway.problems import Problem, Severity, UnreadableSource
from clauseway.sources.archive import Archive
from clauseway.sources.foreign import OLD_WORD, RICH_TEXT, Foreign, refusal
from clauseway.sources.forms import Form
from clauseway.sources.refusals import refuse

SECONDS = 60
"""How long LibreOffice may take over one document; it needs about three."""

_PROGRAMS = ("soffice", "libreoffice")
_KINDS: dict[Form, tuple[Foreign, str]] = {
    Form.OLD_WORD: (OLD_WORD, "policy.doc"),
    Form.RICH_TEXT: (RICH_TEXT, "policy.rtf"),
}

# A profile of its own, in which nothing is run, no link is followed, and every request goes to a closed port.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}
</oor:items>
"""
_ITEM = '<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
_SETTINGS = (
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def converter() -> str:
    """What stands for the LibreOffice that old files are read by way of; empty where there is none."""
    program = _program()
    if program is None:
        return ""
    path = Path(program).resolve()
    state = path.stat()
    return f"{path} {state.st_size} {state.st_mtime_ns}"


def to_docx(data: bytes, form: Form, file: str) -> tuple[bytes, Problem]:
    """Turn an old Word or Rich Text file into a .docx; gives its bytes, and the problem that says so.

    `file` is only for messages. Raises UnreadableSource (`source-format`) where there is no LibreOffice on
    this machine, or where it makes nothing of the file.
    """
    foreign, name = _KINDS[form]
    program = _program()
    if program is None:
        raise refusal(foreign, file)
    with tempfile.TemporaryDirectory(prefix="clauseway-", ignore_cleanup_errors=True) as folder:
        made = _convert(program, data, name, Path(folder))
    if made is None:
        raise _failed(foreign, file)
    return made, _read_through(foreign, file)


def _program() -> str | None:
    return next(filter(None, map(shutil.which, _PROGRAMS)), None)


def _convert(program: str, data: bytes, name: str, folder: Path) -> bytes | None:
    """Run the conversion in an empty folder; gives what it made, or None: its exit status is 0 either way."""
    source, made = folder / name, folder / "made" / "policy.docx"
    source.write_bytes(data)
    _write_profile(folder / "profile")
    options = ["--headless", "--invisible", "--nologo", "--norestore", "--nolockcheck", "--nodefault"]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    target = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(made.parent), str(source)]
    _run([program, profile, *options, *target], folder)
    try:
        result = made.read_bytes()
        Archive(result, name)
    except (OSError, UnreadableSource):
        return None
    return result


def _run(command: list[str], folder: Path) -> None:
    """Run a command to its end or for SECONDS; nothing that it started goes on after it."""
    kept = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if key in os.environ}
    settings = {**kept, "HOME": str(folder), "TMPDIR": str(folder), "LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(
            command, cwd=folder, env=settings, start_new_session=True, stdin=quiet, stdout=quiet, stderr=quiet
        )
    except OSError:
        return
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        pass
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process with all that it started; the program's launcher is not what does the work."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (AttributeError, OSError):  # no groups on this system, or all are gone
        process.kill()
    process.wait()


def _write_profile(profile: Path) -> None:
    user = profile / "user"
    user.mkdir(parents=True)
    items = "\n".join(_ITEM.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
    (user / "registrymodifications.xcu").write_text(_PROFILE.format(items=items), encoding="utf-8")


def _read_through(foreign: Foreign, file: str) -> Problem:
    message = f"This is {foreign.name}; it was read by way of LibreOffice, as installed on this machine."
    advice = "Look at the numbers of its clauses, and save it as a Word document (.docx) when you can."
    return Problem("read-through-libreoffice", Severity.INFO, message, file, advice=advice)


def _failed(foreign: Foreign, file: str) -> UnreadableSource:
    message = f"This is {foreign.name}, and LibreOffice made nothing of it within {SECONDS} seconds."
    advice = "Open it in Word, choose Save As, Word Document (.docx), and put that here instead."
    return refuse("source-format", file, message, advice)
