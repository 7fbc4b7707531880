"""Reports made of originals, kept on disk: an original is read again only when something has changed."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path

from nianbao.build import Claim, Normalised, Original
from nianbao.cli.files import write_atomically
from nianbao.errors import NianbaoError
from nianbao.model import Region

# Libraries whose answers a reading depends on; another release may read otherwise.
_LIBRARIES = ("markdown-it-py", "pyyaml", "pdfplumber", "pdfminer.six", "pypdfium2", "mammoth", "selectolax")


class StoreError(NianbaoError):
    """A report that was kept a moment ago is no longer there."""


class Store:
    """A folder of reports by the hash of what they were made of: original, sidecar, name and reader.

    Whatever cannot be loaded from it counts as absent, so that a torn or foreign file only costs time.
    """

    def __init__(self, folder: Path) -> None:
        self._parent = folder
        self._folder = folder / reader_version()

    def find(self, key: str) -> Normalised | None:
        """Return what the original with this key became, None where that is not known."""
        try:
            kept = json.loads(self._path(key).read_text("utf-8"))
            kept |= {"claim": Claim(*kept["claim"]), "region": Region(**kept["region"])}
            return Normalised(**kept)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def take(self, key: str) -> Normalised:
        """Return what was put in this run; raises `StoreError` where it is gone."""
        found = self.find(key)
        if found is None:
            raise StoreError(str(self._path(key)), "缓存文件在运行中被改动；请重新运行 nianbao build")
        return found

    def put(self, key: str, made: Normalised) -> None:
        """Keep what the original with this key became."""
        write_atomically(self._path(key), json.dumps({**made._asdict(), "region": asdict(made.region)}))

    def keep_only(self, keys: Iterable[str]) -> None:
        """Remove everything else, also what other versions of the reader have left."""
        wanted = set(map(self._path, keys))
        for folder in self._parent.iterdir() if self._parent.is_dir() else ():
            if folder != self._folder:
                shutil.rmtree(folder)
        for path in self._folder.glob("*/*"):
            if path not in wanted:
                path.unlink()

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.json"


def key_of(original: Original) -> str:
    """Return the key of an original: a hash of its name, its sidecar and its bytes."""
    key = hashlib.sha256()
    for part in (original.path.encode(errors="replace"), original.sidecar.encode(), original.data):
        key.update(len(part).to_bytes(8, "big") + part)
    return key.hexdigest()


@cache
def reader_version() -> str:
    """Return a hash of all that decides how an original is read: this package and the libraries it uses."""
    version = hashlib.sha256()
    for name, data in sorted(_sources(resources.files("nianbao"), "")):
        version.update(name.encode() + b"\0" + hashlib.sha256(data).digest())
    for library in _LIBRARIES:
        version.update(f"{library} {metadata.version(library)}\n".encode())
    return version.hexdigest()[:16]


def _sources(folder: Traversable, above: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        name = f"{above}/{entry.name}"
        if entry.is_dir():
            yield from _sources(entry, name)
        elif entry.name.endswith((".py", ".yml", ".tsv")):
            yield name, entry.read_bytes()
