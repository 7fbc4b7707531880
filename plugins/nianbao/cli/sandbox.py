"""Reading what may be hostile: formats whose libraries can hang or eat the machine, in a process of its own.

One child serves file after file, since starting Python for each would take longer than most files. The
system ends it where a file takes too much memory or time; then that file is refused, and a new child
reads the next one.
"""

from __future__ import annotations

import io
import os
import pickle
import signal
import subprocess
import sys
import threading
from types import TracebackType
from typing import IO, Any, NamedTuple

import click

from nianbao.errors import SourceError
from nianbao.read import Document, read, reader_of

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

MEMORY = 1_500_000_000  # bytes of address space; a PDF of 60 pages needs 0.4 of them
CPU_SECONDS = 30  # for one file; the slowest report seen took 4
WALL_SECONDS = 60
FILES_A_CHILD = 100  # then a new one: what libraries leave behind counts as the memory of the next file
LARGE_TEXT = 2_000_000  # bytes; such texts and pages are a hundred times the usual ones

_DIRECT = frozenset(
    ("HTML", "文本", "文本夹表格", "DOC", "RTF")
)  # read in linear time, by `preflight`'s limits
# Modules whose classes an answer may hold.
_SAFE = frozenset(("nianbao.read.document", "nianbao.cells", "nianbao.cli.sandbox"))
_TOO_LARGE = "读取需要的内存超过上限，已中止；文件可能过大或有意构造"
_UNLIMITED = "△ 本系统不能限制内存和处理器时间；读取 PDF 和 DOCX 时只限制总用时"


class Answer(NamedTuple):
    """What a child says of a file: the document, or the reason why there is none."""

    document: Document | None
    why: str = ""


class Sandbox:
    """Reads files, the risky ones in a child process; to be closed after use.

    Limits are for one file: seconds of processor and of the clock, bytes of address space. `child` is
    the process, None while none is needed.
    """

    def __init__(
        self, cpu_seconds: float = CPU_SECONDS, wall_seconds: float = WALL_SECONDS, memory: int = MEMORY
    ) -> None:
        self._cpu_seconds, self._wall_seconds, self._memory = cpu_seconds, wall_seconds, memory
        self.child: subprocess.Popen[bytes] | None = None
        self._served = 0

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(self, data: bytes, name: str) -> Document:
        """Return the document in `data`, like `nianbao.read.read`.

        Raises `SourceError` also where reading took too much memory or time, or broke the child.
        """
        if reader_of(data).name in _DIRECT and len(data) <= LARGE_TEXT:
            return read(data, name)
        answer = self._ask(data, name)
        if answer.document is None:
            raise SourceError(name, answer.why)
        return answer.document

    def close(self) -> None:
        """End the child, if there is one."""
        if self.child:
            self.child.kill()
            self.child.communicate()
            self.child = None

    def _ask(self, data: bytes, name: str) -> Answer:
        child = self.child = self.child or _start(self._memory)
        assert child.stdin and child.stdout  # both are pipes
        late = threading.Event()

        def end() -> None:
            late.set()
            child.kill()

        timer = threading.Timer(self._wall_seconds, end)
        timer.start()
        try:
            pickle.dump((data, name, self._cpu_seconds), child.stdin)
            child.stdin.flush()
            answer = load_answer(child.stdout)
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            if isinstance(error, pickle.UnpicklingError):  # it has answered, and lives
                child.kill()
            status = child.wait()
            self.close()
            return Answer(None, self._why(status, late.is_set()))
        except BaseException:  # Ctrl-C: the answer to this file must not be taken for that to the next
            self.close()
            raise
        finally:
            timer.cancel()
        self._served += 1
        if self._served % FILES_A_CHILD == 0 or answer.why == _TOO_LARGE:
            self.close()
        return answer

    def _why(self, status: int, late: bool) -> str:
        if late:
            return f"读取超过 {self._wall_seconds:g} 秒，已中止；文件可能过大或有意构造"
        if status == -getattr(signal, "SIGXCPU", 0):
            return f"读取占用处理器超过 {self._cpu_seconds:g} 秒，已中止；文件可能过大或有意构造"
        return "读取程序被这个文件中止：需要的内存超过上限，或文件已损坏、有意构造"


class _Documents(pickle.Unpickler):
    """Loads an answer; a child that a file has taken over can name nothing but documents."""

    def find_class(self, module: str, name: str) -> Any:
        found = super().find_class(module, name) if module in _SAFE and "." not in name else None
        if isinstance(found, type) and found.__module__ == module:
            return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def load_answer(stream: IO[bytes]) -> Answer:
    """Return the next answer of a child.

    Raises `EOFError` where the child has ended, `UnpicklingError` for anything that is no answer.
    """
    try:
        answer = _Documents(stream).load()
    except EOFError:
        raise
    except Exception as error:  # what arbitrary bytes make of a pickle
        raise pickle.UnpicklingError("not an answer") from error
    if not isinstance(answer, Answer):
        raise pickle.UnpicklingError("not an answer")
    return answer


def _start(memory: int) -> subprocess.Popen[bytes]:
    if resource is None:
        click.echo(_UNLIMITED, err=True)
    paths = os.pathsep.join(path for path in sys.path if path)
    return subprocess.Popen(
        [sys.executable, "-c", f"from {__name__} import serve; serve({memory})"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": paths},
    )


def serve(memory: int) -> None:
    """Answer the files that come on standard input until it ends, in `memory` bytes; runs in the child."""
    questions = sys.stdin.buffer
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # a library that prints must not answer
    if resource:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while True:
        try:
            data, name, seconds = pickle.load(questions)
        except EOFError:
            return
        answers.write(_reply(data, name, seconds))
        answers.flush()


def _reply(data: bytes, name: str, seconds: float) -> bytes:
    if resource:
        used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (int(used + seconds) + 1, hard))
    try:
        return _packed(Answer(read(data, name)))
    except SourceError as error:
        return _packed(Answer(None, error.what))
    except MemoryError:
        return _packed(Answer(None, _TOO_LARGE))
    except Exception as error:  # a library's error on a damaged file stops this file only
        return _packed(Answer(None, f"读取时出错（{type(error).__name__}）；文件可能已损坏"))


def _packed(answer: Answer) -> bytes:
    packed = io.BytesIO()
    pickle.dump(answer, packed)
    return packed.getvalue()
