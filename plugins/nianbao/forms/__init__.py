"""The official forms, read from the YAML files beside this module."""

from __future__ import annotations

from importlib.resources import files

from nianbao.forms.form import Column, Equation, Form, Identity, Row, SectionForm, TableForm
from nianbao.forms.labels import normalise, split_ordinal, squeeze
from nianbao.forms.load import parse_form

__all__ = [
    "FORMS",
    "Column",
    "Equation",
    "Form",
    "Identity",
    "Row",
    "SectionForm",
    "TableForm",
    "normalise",
    "parse_form",
    "split_ordinal",
    "squeeze",
]


def _load(form_id: str) -> Form:
    name = f"{form_id}.yml"
    return parse_form((files(__name__) / name).read_text("utf-8"), f"forms/{name}")


FORMS: dict[str, Form] = {form_id: _load(form_id) for form_id in ("2019-60", "2021-30")}
