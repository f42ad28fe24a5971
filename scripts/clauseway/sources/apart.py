"""A reader in a process of its own, since its library may crash, hang or take all memory on a file made to do so.

The process is started at the first document and serves all further ones; one that ends it is refused, and the
next document gets a new process.
"""

from __future__ import annotations

import atexit
import os
import pickle
import subprocess
import sys
import threading
from typing import IO

from clauseway.problems import Problem, UnreadableSource
from clauseway.sources.flow import Content
from clauseway.sources.refusals import refuse

SECONDS = 120
"""How long one document may take; one of 1,000 pages needs a tenth of it."""
MEGABYTES = 1024
"""Memory that the process may have, code and libraries included."""

_SIZE = 8  # bytes of the length before each message
_COMMAND = (sys.executable, "-P", "-m", "clauseway.sources.apart")


class Apart:
    """The process, started on demand."""

    def __init__(self, command: tuple[str, ...] = _COMMAND, seconds: float = SECONDS) -> None:
        self._command = command
        self._seconds = seconds
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def read(self, data: bytes, file: str) -> Content:
        """Have a file read. Raises UnreadableSource: what the reader raises, or why there is no answer."""
        with self._lock:
            answer = self._ask(pickle.dumps((data, file)))
        if answer is None:
            raise _no_answer(file)
        result = pickle.loads(answer)
        if isinstance(result, Problem):
            raise UnreadableSource(result)
        if isinstance(result, str):
            raise RuntimeError(result)
        assert isinstance(result, Content)
        return result

    def close(self) -> None:
        """End the process."""
        if self._process and self._owner == os.getpid():
            self._process.kill()
            self._process.communicate()
        self._process = None

    def _ask(self, question: bytes) -> bytes | None:
        """Put a question; None where the process ends before it answers, or is ended for taking too long."""
        process = self._running()
        assert process.stdin
        assert process.stdout
        limit = threading.Timer(self._seconds, process.kill)
        limit.start()
        answer = None
        try:
            _send(process.stdin, question)
            answer = _receive(process.stdout)
        except OSError:  # it ended before it had the whole question
            pass
        finally:
            limit.cancel()
            if answer is None:  # nor may a late answer be taken for the next document's
                self.close()
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        """The process; a copy of this one that was forked off has its own."""
        if self._process is None or self._owner != os.getpid():
            quiet = subprocess.DEVNULL
            self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=quiet)
            self._owner = os.getpid()
            atexit.register(self.close)
        return self._process


def _send(pipe: IO[bytes], message: bytes) -> None:
    pipe.write(len(message).to_bytes(_SIZE, "big"))
    pipe.write(message)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> bytes | None:
    """Take a message; None where the other side has ended."""
    head = pipe.read(_SIZE)
    if len(head) < _SIZE:
        return None
    size = int.from_bytes(head, "big")
    message = pipe.read(size)
    return message if len(message) == size else None


def _no_answer(file: str) -> UnreadableSource:
    message = "Reading this file took far more time or memory than any policy needs, or failed; it was given up."
    advice = "Open it and print it to a new PDF, or better put the document it was made from (.docx) here instead."
    return refuse("source-given-up", file, message, advice)


def _answer(data: bytes, file: str) -> Content | Problem | str:
    from clauseway.sources.pdf import read_pdf

    try:
        return read_pdf(data, file)
    except UnreadableSource as refusal:
        return refusal.problem
    except MemoryError:
        return _no_answer(file).problem
    except Exception as failure:
        frame = failure.__traceback__
        while frame and frame.tb_next:
            frame = frame.tb_next
        where = f"{frame.tb_frame.f_code.co_filename.rpartition('/')[2]}:{frame.tb_lineno}" if frame else "?"
        return f"{type(failure).__name__} in {where}: {failure}"


def _bound_memory() -> None:
    """Bound the process's memory where the system can."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 1024 * 1024,) * 2)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, OSError, ValueError):  # not on this system, or bounded more closely already
        return


def _own_output() -> IO[bytes]:
    """Keep the way out for answers alone: what a library writes there goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return answers


def main() -> None:
    """Answer questions until there are no more."""
    _bound_memory()
    questions, answers = sys.stdin.buffer, _own_output()
    while (question := _receive(questions)) is not None:
        data, file = pickle.loads(question)
        _send(answers, pickle.dumps(_answer(data, file)))


if __name__ == "__main__":
    main()
