"""Reading originals and writing the archive, safely: no links followed, no half-written file."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from nianbao.build import Original
from nianbao.errors import SourceError

# Larger than any report seen by a factor of twenty: a scan of a whole report stays below 20 MB.
MAX_BYTES = 100 * 1024 * 1024


def original_paths(raw: Path) -> Iterator[Path]:
    """Yield every file below `raw` that should be an original, in a stable order.

    Sidecars (`<original>.yml`) and hidden files are not; links are yielded, for `read_original` to refuse.
    """
    for folder, folders, names in os.walk(raw):
        here = Path(folder)
        folders.sort()
        yield from sorted(here / name for name in folders if (here / name).is_symlink())
        yield from sorted(
            here / name for name in names if not name.startswith(".") and not _sidecar(name, names)
        )


def _sidecar(name: str, names: list[str]) -> bool:
    return name.endswith(".yml") and (name.removesuffix(".yml") in names or name.count(".") > 1)


def read_original(path: Path, shown: str) -> Original:
    """Return the original at `path` with its sidecar's text; `shown` is its name in the archive.

    Raises `SourceError` for links, special files, files over the limit, and files that cannot be opened.
    """
    sidecar = path.with_name(f"{path.name}.yml")
    return Original(shown, read_bytes(path, shown), read_text(sidecar) if os.path.lexists(sidecar) else "")


def read_bytes(path: Path, shown: str) -> bytes:
    """Return the bytes of a regular file that is not a link."""
    if path.is_symlink():
        raise SourceError(shown, "是符号链接；为防止泄露构建机器上的文件，不予读取，请放入文件本身")
    try:
        if path.is_dir() or not path.is_file():
            raise SourceError(shown, "不是普通文件" if path.exists() else "文件不存在")
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise SourceError(shown, f"有 {size} 字节，超过上限 {MAX_BYTES} 字节")
        return path.read_bytes()
    except OSError as error:
        raise SourceError(shown, f"无法打开：{error.strerror}") from error


def read_text(path: Path) -> str:
    """Return the text of a small file written by a person, in UTF-8."""
    try:
        return read_bytes(path, path.name).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(path.name, "不是 UTF-8 编码；请另存为 UTF-8") from error


def write_atomically(path: Path, text: str) -> None:
    """Write a text file, in UTF-8, as `write_bytes_atomically` does."""
    write_bytes_atomically(path, text.encode())


def write_bytes_atomically(path: Path, data: bytes) -> None:
    """Write a file so that a reader, or a crash, sees the old bytes or the new ones, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def remove(path: Path, root: Path) -> None:
    """Remove a file and the folders below `root` that it leaves empty."""
    path.unlink()
    for folder in path.parents:
        if folder == root or any(folder.iterdir()):
            return
        folder.rmdir()
