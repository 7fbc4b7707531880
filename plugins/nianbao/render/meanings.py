"""The plain meaning and the legal basis of every row and column, from `forms/meanings.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

import yaml

from nianbao.errors import FormError


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a row, a row group or a column of the tables means.

    `law` names the clause it rests on, `misread` what it is often taken for; both may be empty.
    """

    key: str
    meaning: str
    law: str = ""
    misread: str = ""


def parse_meanings(text: str, where: str) -> dict[str, Meaning]:
    """Return the meanings by key (`applications.new`, `applications.*.total`).

    Raises `FormError` for YAML that does not parse, an entry without a meaning, and unknown fields.
    """
    try:
        raw = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise FormError(where, f"not valid YAML: {error}") from error
    if not isinstance(raw, dict):
        raise FormError(where, f"found {type(raw).__name__}, expected a mapping")
    return {key: _meaning(f"{where}.{key}", key, value) for key, value in raw.items()}


def _meaning(where: str, key: str, value: object) -> Meaning:
    if not isinstance(value, dict) or not value.get("meaning"):
        raise FormError(where, f"found {value!r}, expected a mapping with `meaning`")
    unknown = set(value) - {"meaning", "law", "misread"}
    if unknown:
        raise FormError(where, f"unknown key {min(unknown)!r}")
    return Meaning(key, **{field: str(text).strip() for field, text in value.items()})


MEANINGS = parse_meanings((files("nianbao.forms") / "meanings.yml").read_text("utf-8"), "forms/meanings.yml")
