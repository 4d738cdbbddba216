"""Readers of files in a process of their own, which is ended where it takes too long or too much."""

from __future__ import annotations

import atexit
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import IO, Any

from ..._core import KebiError
from .limits import Limits, way_out
from .parts import Parts

Job = tuple[Callable[[bytes], Parts], bytes]
_START = "import sys; sys.path[:] = sys.argv[2:]; from kebi.reports.formats.apart import serve; serve(int(sys.argv[1]))"
_SECONDS_TO_LEAVE = 2
_idle: dict[tuple[int, int], list[_Process]] = {}  # by this process, which may be a fork, and the memory of each


def read_apart(reader: Callable[[bytes], Parts], data: bytes, name: str, limits: Limits) -> Parts:
    """Return what a reader finds, read in another process within the limits.

    Parameters
    ----------
    reader : function
        A function of a module of kebi, from the bytes of a file to its parts.
    data : bytes
        The file.
    name : str
        Its name, for the sentence.
    limits : Limits
        The seconds and the memory; without seconds, and where no process can be started, the file is
        read in this process.

    Returns
    -------
    list of str or CellGrid
        The parts.

    Raises
    ------
    KebiError
        Where the time is over or the process ended.
    Exception
        What the reader raises.

    Examples
    --------
    >>> from .web_page import html_of_bytes
    >>> read_apart(html_of_bytes, "<p>增长6%".encode(), "a.html", Limits(seconds=60))
    ['增长6%']
    """
    if limits.seconds is None or not sys.executable:
        return reader(data)
    waiting = _idle.setdefault((os.getpid(), limits.memory_bytes), [])
    try:
        process = waiting.pop()
    except IndexError:
        try:
            process = _Process(limits.memory_bytes)
        except OSError:  # a system without processes
            return reader(data)
    try:
        said = process.ask((reader, data), limits.seconds)
    except BaseException:  # Ctrl-C among them
        process.end()
        raise
    if said is None:
        process.end()
        raise KebiError(
            f"{name} was not read within {limits.seconds:g} seconds: {way_out('seconds')}"
            if process.is_late
            else f"the process that read {name} ended, as where it needs more than {limits.memory_bytes} bytes of memory: "
            f"{way_out('memory_bytes')}"
        )
    if process.is_late:  # by a hair
        process.end()
    else:
        waiting.append(process)
    if isinstance(said, BaseException):
        raise said
    parts: Parts = said
    return parts


class _Process:
    """A process that reads one file after another."""

    def __init__(self, memory_bytes: int) -> None:
        self.is_late = False
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START, str(memory_bytes), *sys.path],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def ask(self, job: Job, seconds: float) -> Any:
        """Return what came of a file, an exception if it was refused; None where the process ended."""
        clock = threading.Timer(seconds, self._stop)
        clock.daemon = True
        clock.start()
        to, back = self._process.stdin, self._process.stdout
        assert to is not None and back is not None
        try:
            pickle.dump(job, to, pickle.HIGHEST_PROTOCOL)
            to.flush()
            return pickle.load(back)
        except (OSError, EOFError, pickle.UnpicklingError):
            return None
        finally:
            clock.cancel()

    def _stop(self) -> None:
        self.is_late = True
        self._process.kill()

    def end(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            try:
                assert stream is not None
                stream.close()
            except OSError:  # what it did not take
                pass


    def leave(self) -> None:
        """End the process while it waits: it ends by itself where nobody asks any more."""
        try:
            assert self._process.stdin is not None
            self._process.stdin.close()
            self._process.wait(_SECONDS_TO_LEAVE)
        except (OSError, subprocess.TimeoutExpired):
            pass
        self.end()


@atexit.register
def _end_all() -> None:
    for (parent, _), processes in _idle.items():
        if parent == os.getpid():
            for process in processes:
                process.leave()


def serve(memory_bytes: int) -> None:
    """Read files as they are asked for, until nobody asks any more.

    Parameters
    ----------
    memory_bytes : int
        The memory that this process may use.

    Examples
    --------
    >>> serve.__name__  # takes the standard streams of its process
    'serve'
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever asked ends it
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    except (ImportError, OSError, ValueError):  # Windows, and systems that limit nothing
        pass
    back = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    while job := _next_job(sys.stdin.buffer):
        reader, data = job
        said: Any
        try:
            said = reader(data)
        except MemoryError:
            return
        except Exception as refused:  # noqa: BLE001  # raised again by whoever asked
            said = _as_told(refused)
        pickle.dump(said, back, pickle.HIGHEST_PROTOCOL)
        back.flush()


def _next_job(stream: IO[bytes]) -> Job | None:
    try:
        job: Job = pickle.load(stream)
    except EOFError:
        return None
    return job


def _as_told(refused: Exception) -> Exception:
    """Return an exception of kebi as it is, one of a library as its sentence."""
    if isinstance(refused, KebiError):
        return type(refused)(*refused.args)
    return ValueError(str(refused) or type(refused).__name__)
