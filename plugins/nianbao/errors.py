"""What can stop a file or a build; everything else travels with the result.

    NianbaoError
    ├── SourceError    a raw file cannot be read, or its authority cannot be told
    ├── FormError      a form's YAML is wrong
    └── ContentError   a file of the archive breaks the contract

A doubt about a figure is a `model.Note`, a rule's result is a `rules.Outcome`; neither is an exception.
"""


class NianbaoError(Exception):
    """A failure at a known place: *where* · *what was found and expected* (with what to do)."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.where = where
        self.what = what


class SourceError(NianbaoError):
    """A raw file cannot be read, or who wrote it cannot be told."""


class FormError(NianbaoError):
    """A form's YAML breaks its own rules; `where` is file and key."""


class ContentError(NianbaoError):
    """A normalised report breaks the contract; `where` is file and line."""
