"""YAML of the package, read strictly: every key is asked for, and an error names the file and the key."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import yaml

from nianbao.errors import FormError

_T = TypeVar("_T")


class Node:
    """A mapping of the YAML with the place it stands at, so that every error can name its key."""

    def __init__(self, where: str, value: object) -> None:
        if not isinstance(value, dict):
            raise FormError(where, f"found {value!r}, expected a mapping")
        self.where, self._value, self._asked = where, value, set[str]()

    def take(self, key: str, kind: type, default: object = ...) -> Any:
        """Return the value of `key`; missing without a default, or of another type, is an error."""
        self._asked.add(key)
        if key not in self._value:
            if default is ...:
                raise FormError(self.where, f"key {key!r} is missing")
            return default
        value = self._value[key]
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise FormError(f"{self.where}.{key}", f"found {value!r}, expected {kind.__name__}")
        return value

    def strings(self, key: str) -> tuple[str, ...]:
        """Return a list of strings, empty where the key is absent."""
        values = self.take(key, list, [])
        for value in values:
            if not isinstance(value, str):
                raise FormError(f"{self.where}.{key}", f"found {value!r}, expected a string")
        return tuple(values)

    def nodes(self, key: str, read: Callable[[Node], _T], default: object = ...) -> tuple[_T, ...]:
        """Read a list of mappings with `read`."""
        values = self.take(key, list, default)
        return tuple(read(Node(f"{self.where}.{key}[{index}]", value)) for index, value in enumerate(values))

    def finish(self) -> None:
        """Refuse keys that nobody asked for: a misspelt key must not be ignored."""
        unknown = set(self._value) - self._asked
        if unknown:
            raise FormError(self.where, f"unknown key {min(map(str, unknown))!r}")


def read_yaml(text: str, where: str) -> Node:
    """Return the mapping in `text`; `where` names the file in errors. Raises `FormError`."""
    try:
        raw = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise FormError(where, f"not valid YAML: {error}") from error
    return Node(where, raw)


def unique(where: str, what: str, values: Iterable[str]) -> None:
    """Refuse a value that occurs twice; `what` names it in the error."""
    seen = set[str]()
    for value in values:
        if value in seen:
            raise FormError(where, f"{what} {value!r} occurs twice")
        seen.add(value)
