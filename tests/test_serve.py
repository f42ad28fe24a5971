"""The site while it is edited: what is sent, what counts as a change, and when pages reload."""

from __future__ import annotations

import shutil
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from threading import Thread

import pytest
from watchdog.events import (
    DirCreatedEvent,
    FileClosedNoWriteEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileOpenedEvent,
    FileSystemEvent,
)

from clauseway.serve import Changes, Editions, Server, serve, with_script

WAIT = 10
PAGE = b"<html><body><p>Rule</p></body></html>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "schools").mkdir(parents=True)
    (folder / "index.html").write_bytes(PAGE)
    (folder / "schools" / "index.html").write_bytes(PAGE)
    (folder / "404.html").write_bytes(b"<html><body>Not here</body></html>")
    (folder / "policy.json").write_bytes(b"{}")
    (tmp_path / "secret.html").write_bytes(b"secret")
    return folder


@pytest.fixture
def server(site: Path) -> Iterator[Server]:
    running = Server(site, 0, Editions())
    thread = Thread(target=running.serve_forever, args=(0.01,))
    thread.start()
    yield running
    running.shutdown()
    running.server_close()
    thread.join(WAIT)


def get(server: Server, path: str) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(server.url + path, timeout=WAIT) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as failure:
        with failure:
            return failure.code, failure.read()


class TestServer:
    @pytest.mark.parametrize("path", ["", "index.html", "schools/", "schools", "schools/?q=1"])
    def test_pages_get_the_listening_script(self, server: Server, path: str) -> None:
        status, page = get(server, path)
        assert status == 200
        assert page == with_script(PAGE, server.editions.newest) != PAGE

    def test_nothing_is_written_to_the_site(self, server: Server, site: Path) -> None:
        get(server, "")
        assert (site / "index.html").read_bytes() == PAGE

    def test_other_files_are_sent_as_they_are(self, server: Server) -> None:
        assert get(server, "policy.json") == (200, b"{}")

    def test_the_script_is_there(self, server: Server) -> None:
        status, script = get(server, "-/reload.js")
        assert status == 200
        assert b"EventSource" in script

    def test_a_page_that_is_not_there(self, server: Server) -> None:
        status, page = get(server, "nowhere/")
        assert status == 404
        assert b"Not here" in page
        assert b"/-/reload.js" in page

    @pytest.mark.parametrize("path", ["../secret.html", "%2e%2e/secret.html", "schools/../../secret.html"])
    def test_nothing_outside_the_site_is_sent(self, server: Server, path: str) -> None:
        status, page = get(server, path)
        assert status == 404
        assert b"secret" not in page

    def test_only_this_machine_is_served(self, server: Server) -> None:
        assert server.server_address[0] == "127.0.0.1"

    def test_the_newest_edition_is_told_now_and_when_it_changes(self, server: Server) -> None:
        with urllib.request.urlopen(server.url + "-/changes", timeout=WAIT) as stream:
            assert stream.headers["Content-Type"] == "text/event-stream"
            first = server.editions.newest
            assert stream.readline() == f"data: {first}\n".encode()
            assert stream.readline() == b"\n"
            server.editions.announce()
            assert stream.readline() == f"data: {server.editions.newest}\n".encode()
            assert server.editions.newest != first


class TestChanges:
    @pytest.fixture
    def changes(self, tmp_path: Path) -> Changes:
        (tmp_path / "policies").mkdir()
        (tmp_path / "mkdocs.yml").touch()
        return Changes([tmp_path / "policies", tmp_path / "mkdocs.yml", tmp_path / "not-there"])

    @pytest.mark.parametrize(
        ("event", "counts"),
        [
            (FileModifiedEvent("policies/oak/a.txt"), True),
            (FileDeletedEvent("policies/oak/a.txt"), True),
            (DirCreatedEvent("policies/oak"), True),
            (FileModifiedEvent("mkdocs.yml"), True),
            (FileMovedEvent("policies/oak/.a.txt.swp", "policies/oak/a.txt"), True),
            (FileMovedEvent("elsewhere/a.txt", "policies/oak/a.txt"), True),
            (FileOpenedEvent("policies/oak/a.txt"), False),
            (FileClosedNoWriteEvent("policies/oak/a.txt"), False),
            (FileModifiedEvent("policies/oak/.a.txt.swp"), False),
            (FileModifiedEvent("policies/oak/a.txt~"), False),
            (FileModifiedEvent("policies/oak/~$a.docx"), False),
            (FileModifiedEvent("site/index.html"), False),
            (FileModifiedEvent("README.md"), False),
        ],
        ids=lambda value: f"{value.event_type} {value.src_path!r}" if isinstance(value, FileSystemEvent) else "",
    )
    def test_what_counts(self, changes: Changes, tmp_path: Path, event: FileSystemEvent, counts: bool) -> None:
        event.src_path = str(tmp_path / str(event.src_path))
        event.dest_path = str(tmp_path / str(event.dest_path)) if event.dest_path else ""
        assert changes.counts(event) is counts

    def test_a_series_of_changes_is_one(self, changes: Changes, tmp_path: Path) -> None:
        for number in range(5):
            changes.on_any_event(FileModifiedEvent(str(tmp_path / "policies" / f"{number}.txt")))
        assert changes.wait(quiet=0) is True
        changes.stop()
        assert changes.wait(quiet=0) is False


class Running:
    """`serve` in a thread, with every rebuild reported and answered."""

    def __init__(self, site: Path, watched: Path) -> None:
        self.changes = Changes([watched])
        self.server = Server(site, 0, Editions())
        self.started: Queue[None] = Queue()
        self.answers: Queue[bool] = Queue()
        self.thread = Thread(target=serve, args=(self.rebuild, self.server, self.changes))
        self.thread.start()

    def rebuild(self) -> bool:
        self.started.put(None)
        return self.answers.get(timeout=WAIT)

    def stop(self) -> None:
        self.answers.put(False)
        self.changes.stop()
        self.thread.join(WAIT)
        assert not self.thread.is_alive()


@pytest.fixture
def running(site: Path, tmp_path: Path) -> Iterator[Running]:
    (tmp_path / "policies").mkdir()
    one = Running(site, tmp_path / "policies")
    yield one
    one.stop()


def test_a_change_builds_again_and_reloads_open_pages(running: Running, tmp_path: Path) -> None:
    with urllib.request.urlopen(running.server.url + "-/changes", timeout=WAIT) as stream:
        first = [stream.readline(), stream.readline()][0]
        (tmp_path / "policies" / "a.txt").write_text("new")
        running.started.get(timeout=WAIT)
        running.answers.put(True)
        assert stream.readline() != first


def test_a_failed_build_reloads_nothing(running: Running, tmp_path: Path) -> None:
    assert get(running.server, "")[0] == 200  # it serves only once it watches
    edition = running.server.editions.newest
    (tmp_path / "policies" / "a.txt").write_text("bad")
    running.started.get(timeout=WAIT)
    running.answers.put(False)
    shutil.copy(tmp_path / "policies" / "a.txt", tmp_path / "policies" / "b.txt")
    running.started.get(timeout=WAIT)
    assert running.server.editions.newest == edition
    assert get(running.server, "")[0] == 200


def test_what_changes_while_a_build_runs_is_built_after_it(running: Running, tmp_path: Path) -> None:
    assert get(running.server, "")[0] == 200  # it serves only once it watches
    (tmp_path / "policies" / "a.txt").write_text("new")
    running.started.get(timeout=WAIT)
    (tmp_path / "policies" / "b.txt").write_text("meanwhile")
    running.answers.put(True)
    running.started.get(timeout=WAIT)
