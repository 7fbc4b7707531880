"""Errors that nobody foresaw: each stops the one file it happened in, and says what to report."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nianbao.errors import NianbaoError, SourceError


@contextmanager
def contained(name: str) -> Iterator[None]:
    """Turn a defect of ours that the file `name` has brought to light into a `SourceError` about it.

    What a file cannot be blamed for stays as it is: our own errors, a full disk, Ctrl-C.
    """
    try:
        yield
    except (NianbaoError, OSError):
        raise
    except Exception as error:
        *_, last = traceback.extract_tb(error.__traceback__)
        found = f"{type(error).__name__}，{Path(last.filename).name} 第 {last.lineno} 行"
        why = f"程序出错（{found}），这个文件没有处理；这是程序的缺陷，请把原件和这句话报告给我们"
        raise SourceError(name, why) from error
