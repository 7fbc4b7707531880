"""Many originals on all processors: each becomes a report in the store, or a reason why not."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from nianbao.build import Claim, normalise
from nianbao.cli.defects import contained
from nianbao.cli.files import read_original
from nianbao.cli.sandbox import Sandbox
from nianbao.cli.store import Store, key_of
from nianbao.errors import NianbaoError
from nianbao.ingest import AssignedIds

_WORTH_IT = 48  # originals: below, starting processes takes longer than reading
_AT_ONCE = 8  # originals handed to a process together


class Kept(NamedTuple):
    """A report in the store, under `key`; `fresh` says that its original has been read for it."""

    claim: Claim
    key: str
    fresh: bool


class Failure(NamedTuple):
    """An original that gave no report, and why, in a sentence for a contributor."""

    source: str
    why: str


class Task(NamedTuple):
    """How originals below `raw` are read.

    `made` takes the reports; what it holds already is not read again. `compared` is a store whose reports
    must equal those read now, None where there is nothing to prove.
    """

    raw: Path
    made: Store
    compared: Store | None
    assigned: AssignedIds
    corrections: Mapping[str, str]


def read_all(task: Task, paths: Sequence[Path]) -> Iterator[Kept | Failure]:
    """Yield for each path its report in the store, or its failure, in the order of `paths`."""
    processes = min(_processors(), len(paths) // _WORTH_IT + 1)
    if processes == 1:
        with Sandbox() as sandbox:
            yield from (_read(task, sandbox, path) for path in paths)
        return
    pool = ProcessPoolExecutor(processes, initializer=_begin, initargs=(task,))
    try:
        yield from pool.map(_read_here, paths, chunksize=_AT_ONCE)
    finally:
        pool.shutdown(cancel_futures=True)  # after Ctrl-C too: what was read so far stays in the store


def _processors() -> int:
    affinity = getattr(os, "sched_getaffinity", None)  # what a container grants; not everywhere
    return len(affinity(0)) if affinity else os.cpu_count() or 1


_here: tuple[Task, Sandbox]  # of a process of the pool, which reads for one task only


def _begin(task: Task) -> None:
    global _here
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides, and lets a file be finished
    _here = task, Sandbox()


def _read_here(path: Path) -> Kept | Failure:
    return _read(*_here, path)


def _read(task: Task, sandbox: Sandbox, path: Path) -> Kept | Failure:
    name = path.relative_to(task.raw).as_posix()
    try:
        original = read_original(path, name)
        key = key_of(original)
        found = task.made.find(key)
        if found and found.stands(task.assigned, task.corrections):
            return Kept(found.claim, key, fresh=False)
        with contained(name):
            made = normalise(original, task.assigned, task.corrections, sandbox.read)
    except NianbaoError as error:
        return Failure(name, str(error))
    task.made.put(key, made)
    before = task.compared.find(key) if task.compared else None
    if before and before.stands(task.assigned, task.corrections) and before.files() != made.files():
        return Failure(name, f"{name}: 缓存的结果与重新读取的不同；请删除 .cache 目录后重试，并报告这个问题")
    return Kept(made.claim, key, fresh=True)
