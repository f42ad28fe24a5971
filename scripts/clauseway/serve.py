"""A site for the person who edits it: served on this machine, built again on a change, reloaded in the browser.

The reloading is added to what is sent and never to what is on disk.
"""

from __future__ import annotations

import os
import queue
import secrets
from collections.abc import Callable, Sequence
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition, Thread

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

ADDRESS = "127.0.0.1"
QUIET = 0.2
"""Seconds without a change after which a series of changes (an editor saving, a copy) is over."""

_CHANGES = "/-/changes"
_SCRIPT = "/-/reload.js"
_STILL_HERE = 15.0
_JAVASCRIPT = f"""\
const shown = document.currentScript.dataset.edition;
new EventSource("{_CHANGES}").onmessage = (event) => {{ if (event.data !== shown) location.reload(); }};
""".encode()
_CHANGING = frozenset({"created", "modified", "deleted", "moved"})


class Editions:
    """Which edition of the site is the newest; readers can wait for the next."""

    def __init__(self) -> None:
        self._change = Condition()
        self.newest = secrets.token_hex(4)

    def announce(self) -> None:
        """Tell all who wait that there is a new edition."""
        with self._change:
            self.newest = secrets.token_hex(4)
            self._change.notify_all()

    def wait(self, known: str, seconds: float) -> str:
        """The newest edition, as soon as it is another than `known` or the time is over."""
        with self._change:
            self._change.wait_for(lambda: self.newest != known, seconds)
            return self.newest


class Server(ThreadingHTTPServer):
    """Serves a site's folder; raises OSError where the port is taken."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, site: Path, port: int, editions: Editions) -> None:
        self.editions = editions
        super().__init__((ADDRESS, port), partial(_Handler, directory=str(site)))

    @property
    def url(self) -> str:
        """Address of the site's home page."""
        return f"http://{ADDRESS}:{self.server_address[1]}/"


class _Handler(SimpleHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        """Answer with a file, the stream of editions, or the script that listens to it."""
        path = self.path.partition("?")[0]
        if path == _CHANGES:
            self._stream()
        elif path == _SCRIPT:
            self._send(HTTPStatus.OK, "text/javascript", _JAVASCRIPT)
        elif not self._send_page(path):
            super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for problems of the policies."""

    def end_headers(self) -> None:
        """Let the browser ask again every time."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def _send_page(self, path: str) -> bool:
        """Send a page with the listening script; False for everything that is no page."""
        file = Path(self.translate_path(path))
        if file.is_dir() and not path.endswith("/"):
            return False
        file = file / "index.html" if file.is_dir() else file
        status = HTTPStatus.OK
        if not file.is_file():
            file, status = Path(self.directory) / "404.html", HTTPStatus.NOT_FOUND
        if file.suffix != ".html" or not file.is_file():
            return False
        self._send(status, "text/html; charset=utf-8", with_script(file.read_bytes(), self.server.editions.newest))
        return True

    def _send(self, status: HTTPStatus, content_type: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _stream(self) -> None:
        """Send the name of the newest edition now and whenever there is another, until the reader is gone."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        known = ""
        try:
            while True:
                newest = self.server.editions.wait(known, _STILL_HERE)
                self.wfile.write(b": still here\n\n" if newest == known else f"data: {newest}\n\n".encode())
                self.wfile.flush()
                known = newest
        except ConnectionError:
            return


def with_script(page: bytes, edition: str) -> bytes:
    """A page that reloads when there is another edition than `edition`."""
    script = f'<script src="{_SCRIPT}" data-edition="{edition}"></script>'.encode()
    before, end, after = page.rpartition(b"</body>")
    return before + script + end + after if end else page + script


class Changes(FileSystemEventHandler):
    """Collects changes below watched folders, and of single watched files."""

    def __init__(self, watched: Sequence[Path]) -> None:
        existing = [path.resolve() for path in watched if path.exists()]
        self.folders = [path for path in existing if path.is_dir()]
        self.files = [path for path in existing if not path.is_dir()]
        self._queue: queue.Queue[bool] = queue.Queue()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a change."""
        if self.counts(event):
            self._queue.put(True)

    def counts(self, event: FileSystemEvent) -> bool:
        """Whether it changes what is watched: reading a file does not, nor does what an editor puts beside it."""
        return event.event_type in _CHANGING and any(self._matters(Path(path)) for path in _paths(event))

    def stop(self) -> None:
        """End the waiting."""
        self._queue.put(False)

    def wait(self, quiet: float = QUIET) -> bool:
        """Wait for a change, and then until nothing has changed for `quiet` seconds; False if it is to stop."""
        going_on = self._queue.get()
        try:
            while going_on:
                going_on = self._queue.get(timeout=quiet)
        except queue.Empty:
            return True
        return False

    def _matters(self, path: Path) -> bool:
        if path.name.startswith((".", "~")) or path.name.endswith("~"):
            return False
        return path in self.files or any(folder in path.parents for folder in self.folders)


def _paths(event: FileSystemEvent) -> list[str]:
    return [os.fsdecode(path) for path in (event.src_path, event.dest_path) if path]


def serve(rebuild: Callable[[], bool], server: Server, changes: Changes) -> None:
    """Serve until `changes` are stopped; on a change `rebuild`, and if that gives True have open pages reloaded."""
    observer = Observer()
    for folder in changes.folders:
        observer.schedule(changes, str(folder), recursive=True)
    for folder in {file.parent for file in changes.files}:
        observer.schedule(changes, str(folder))
    observer.start()
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        while changes.wait():
            if rebuild():
                server.editions.announce()
    finally:
        observer.stop()
        observer.join()
        server.shutdown()
        server.server_close()
