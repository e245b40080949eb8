"""A child process for parsers that can hang or blow up: one bad page never takes the run with it.

The parent writes requests to the child's standard input and reads answers from its standard output, both msgpack behind
a length; only plain values cross, so that a hostile document cannot hand the parent an object. A child that does not
answer in time is ended and the next request starts a new one. The time is that of the processor, so that a page is read
or given up alike on a busy machine and on an idle one.
"""

import importlib
import inspect
import os
import signal
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable
from typing import IO, Any, TypeVar, get_type_hints

import msgspec

from dateline.errors import StageError

A = TypeVar("A")
R = TypeVar("R")
MEMORY_LIMIT = 4 << 30
"""Address space of the child, bytes: far above what the largest page that we accept needs."""
PATIENCE = 20
"""How many times its processor time a call may take by the clock: what does nothing at all is ended too."""
BY_PROCESSOR = hasattr(signal, "setitimer")


class Answer(msgspec.Struct):
    """The result as msgpack, or the error that the function raised."""

    value: bytes = b""
    error: str = ""
    trace: str = ""


class Child:
    """Calls functions of one argument in a child process. `seconds`: how long a call may work."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._running: subprocess.Popen[bytes] | None = None

    def call(self, function: Callable[[A], R], argument: A) -> R:
        """`function(argument)`. StageError when it raises, runs out of time or kills its process."""
        running = self._running or self._start()
        assert running.stdin is not None
        assert running.stdout is not None
        late = threading.Timer(self.seconds * PATIENCE if BY_PROCESSOR else self.seconds, running.kill)
        late.start()
        try:
            request = (name_of(function), self.seconds, msgspec.msgpack.encode(argument))
            send(running.stdin, msgspec.msgpack.encode(request))
            raw = receive(running.stdout)
        except BrokenPipeError:
            raw = None
        finally:
            timed_out = not late.is_alive()
            late.cancel()
        if raw is None:
            timed_out |= BY_PROCESSOR and running.wait() == -signal.SIGPROF
            self.close()
            why = f"took longer than {self.seconds:g} seconds" if timed_out else "ended its process"
            raise StageError(f"{why} and was given up")
        answer = msgspec.msgpack.decode(raw, type=Answer)
        if answer.error:
            error = StageError(answer.error)
            error.add_note(answer.trace)
            raise error
        result: R = msgspec.msgpack.decode(answer.value, type=get_type_hints(function)["return"])
        return result

    def _start(self) -> subprocess.Popen[bytes]:
        self._running = subprocess.Popen(
            [sys.executable, "-m", "dateline.child"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        return self._running

    def close(self) -> None:
        """End the child, if one runs."""
        if self._running is not None:
            self._running.kill()
            self._running.communicate()
            self._running = None


def name_of(function: Callable[[Any], Any]) -> str:
    """How the child finds a function again."""
    return f"{function.__module__}:{function.__qualname__}"


def send(pipe: IO[bytes], message: bytes) -> None:
    """Write one message behind its length."""
    pipe.write(len(message).to_bytes(8, "big") + message)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes | None:
    """The next message, or None at the end."""
    head = pipe.read(8)
    length = int.from_bytes(head, "big")
    message = pipe.read(length) if len(head) == 8 else b""
    return message if len(head) == 8 and len(message) == length else None


def serve() -> None:
    """The child's loop: answer requests until the parent closes the pipe."""
    limit_memory()
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a parser prints must not get into the answers
    while (request := receive(requests)) is not None:
        name, seconds, argument = msgspec.msgpack.decode(request, type=tuple[str, float, bytes])
        try:
            module, function = name.split(":")
            call = getattr(importlib.import_module(module), function)
            (parameter,) = inspect.signature(call).parameters
            limit_time(seconds)
            value = call(msgspec.msgpack.decode(argument, type=get_type_hints(call)[parameter]))
            answer = Answer(value=msgspec.msgpack.encode(value))
        except Exception as error:
            answer = Answer(error=f"{type(error).__name__}: {error}", trace=traceback.format_exc())
        limit_time(0)
        send(answers, msgspec.msgpack.encode(answer))


def limit_time(seconds: float) -> None:
    """Let the system end this process after so much work, where it can; 0 takes the limit away."""
    if BY_PROCESSOR:
        signal.setitimer(signal.ITIMER_PROF, seconds)


def limit_memory() -> None:
    """Bound the child's memory where the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))


if __name__ == "__main__":
    serve()
