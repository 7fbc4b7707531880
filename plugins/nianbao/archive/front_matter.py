"""Strict YAML: every scalar is a string with a line, and nothing is coerced, repeated or referred to."""

from __future__ import annotations

from datetime import date
from typing import Any

import yaml

from nianbao.errors import ContentError

# The C parser is ten times faster; a browser's Python has only the pure one.
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Mapping:
    """A YAML mapping whose keys must each be asked for; errors name file and line."""

    def __init__(self, where: str, line: int, values: dict[str, Any], lines: dict[str, int]) -> None:
        self.where, self.line = where, line
        self._values, self._lines = values, lines

    def error(self, key: str, what: str) -> ContentError:
        """Return the error to raise about `key`."""
        return ContentError(f"{self.where}:{self._lines.get(key, self.line)}", f"{key}: {what}")

    def text(self, key: str, default: str | None = None) -> str:
        """Return a string; a missing key without a default is an error."""
        value = self._take(key, default)
        if not isinstance(value, str):
            raise self.error(key, "found a list or mapping, expected text")
        return value

    def integer(self, key: str, default: str | None = None) -> int:
        """Return a whole number written in plain digits."""
        value = self.text(key, default)
        if not (value.isascii() and value.isdigit() and str(int(value)) == value):
            raise self.error(key, f"found {value!r}, expected a whole number")
        return int(value)

    def day(self, key: str) -> date | None:
        """Return a date written YYYY-MM-DD, or None where the key is absent."""
        value = self.text(key, "")
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            raise self.error(key, f"found {value!r}, expected a date such as 2021-01-31") from None

    def choice(self, key: str, allowed: tuple[str, ...], default: str | None = None) -> str:
        """Return a string that is one of `allowed`."""
        value = self.text(key, default)
        if value not in allowed:
            raise self.error(key, f"found {value!r}, expected one of {', '.join(allowed)}")
        return value

    def mapping(self, key: str) -> Mapping | None:
        """Return a nested mapping, or None where the key is absent."""
        value = self._take(key, None, required=False)
        if value is None or isinstance(value, Mapping):
            return value
        raise self.error(key, "expected a mapping")

    def mappings(self, key: str) -> tuple[Mapping, ...]:
        """Return a list of mappings, empty where the key is absent."""
        values = self._take(key, None, required=False) or []
        if not isinstance(values, list) or not all(isinstance(value, Mapping) for value in values):
            raise self.error(key, "expected a list of mappings")
        return tuple(values)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of strings, empty where the key is absent."""
        values = self._take(key, None, required=False) or []
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            raise self.error(key, "expected a list of texts")
        return tuple(values)

    def finish(self) -> None:
        """Refuse keys that nobody asked for: a misspelt key must not be ignored."""
        for key in self._values:
            raise self.error(key, "unknown key")

    def _take(self, key: str, default: str | None, required: bool = True) -> Any:
        if key in self._values:
            return self._values.pop(key)
        if default is None and required:
            raise ContentError(f"{self.where}:{self.line}", f"key {key!r} is missing")
        return default


def parse_yaml(text: str, where: str, first_line: int = 1) -> Mapping:
    """Return the mapping in `text`, whose first line is `first_line` of the file `where`.

    Raises `ContentError` for YAML that does not parse, is not a mapping, repeats a key, or uses tags,
    anchors or aliases.
    """
    try:
        node = yaml.compose(text, Loader=_LOADER)
        tokens = yaml.scan(text, Loader=_LOADER) if "&" in text or "*" in text or "!" in text else ()
        for token in tokens:
            if isinstance(token, yaml.AnchorToken | yaml.AliasToken | yaml.TagToken):
                line = first_line + token.start_mark.line
                raise ContentError(f"{where}:{line}", "anchors, aliases and tags are not allowed here")
    except yaml.MarkedYAMLError as error:
        line = first_line + (error.problem_mark.line if error.problem_mark else 0)
        raise ContentError(f"{where}:{line}", f"not valid YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise ContentError(f"{where}:{first_line}", f"not valid YAML: {error}") from error
    value = _value(node, where, first_line) if node else Mapping(where, first_line, {}, {})
    if not isinstance(value, Mapping):
        raise ContentError(f"{where}:{first_line}", "expected keys and values")
    return value


def _value(node: Any, where: str, first_line: int) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_value(child, where, first_line) for child in node.value]
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for key_node, child in node.value:
        line = first_line + key_node.start_mark.line
        key = key_node.value
        if not isinstance(key, str):
            raise ContentError(f"{where}:{line}", "expected a plain key")
        if key in values:
            raise ContentError(f"{where}:{line}", f"key {key!r} occurs twice")
        values[key], lines[key] = _value(child, where, first_line), line
    return Mapping(where, first_line + node.start_mark.line, values, lines)
