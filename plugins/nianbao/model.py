"""The values that travel between the stages: a report, who wrote it, where it came from, what is in doubt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from nianbao.cells import Cell, Place


class Scope(StrEnum):
    """Whose figures a report holds: an authority may lawfully publish both for one year."""

    OWN = "own"
    AGGREGATE = "aggregate"  # 汇总: the government with its departments and lower levels


@dataclass(frozen=True, slots=True)
class Region:
    """A place in the administrative order; empty strings where a level does not apply or is not known.

    `code` is the six-digit division code of the lowest level down to the county. A township has no code
    of its own here: the two registries that number townships disagree (spec §7.2).
    """

    code: str = ""
    province: str = ""
    prefecture: str = ""
    county: str = ""
    township: str = ""


@dataclass(frozen=True, slots=True)
class Authority:
    """Who reports. `id` is `<code6>-<slug>`, assigned once and then kept; empty while undecided.

    `name` is the name as the report's title prints it, made whole by the text where the title leaves out the
    place or the body, `body` what is left of it without the region
    (财政局), empty for a people's government. `level` and `kind` are ids such as `township`, `county` and
    `government`, `department`, empty where the name does not tell.
    """

    name: str
    id: str = ""
    body: str = ""
    level: str = ""
    kind: str = ""
    region: Region = Region()


@dataclass(frozen=True, slots=True)
class Period:
    """The days the figures cover, both included."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Source:
    """The original file. `path` is relative to `content/raw/`, in posix form; `bytes` its size."""

    path: str
    sha256: str
    bytes: int
    media_type: str
    url: str = ""
    retrieved: date | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A sub-heading of a section. `level` 3 is （一）, 4 is 1., 5 is anything deeper or unnumbered."""

    level: int
    text: str
    at: Place | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of prose: plain text without markup or line breaks, otherwise as printed."""

    text: str
    at: Place | None = None


@dataclass(frozen=True, slots=True)
class TableSlot:
    """Where the report prints a table of its form; `table` is the table's id in the form."""

    table: str


Block = Heading | Paragraph | TableSlot


@dataclass(frozen=True, slots=True)
class Section:
    """One of the six sections. `number` is 1–6, `title` the heading as printed without its numeral."""

    number: int
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A doubt or a repair of the reader, for people: `code` is stable, `text` is a Chinese sentence."""

    code: str
    text: str
    at: Place | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One annual report, as read or as loaded from the archive.

    `form` is an id of `nianbao.forms.FORMS`, or empty where no table of a form was found; `cells` holds
    every cell of that form by its address `table.row.column`, in the form's order. `lead` is what stands
    between the title and the first section.
    """

    title: str
    authority: Authority
    year: int
    form: str
    source: Source
    lead: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    cells: Mapping[str, Cell] = field(default_factory=dict)
    scope: Scope = Scope.OWN
    period: Period | None = None
    published: date | None = None
    notes: tuple[Note, ...] = ()
    reader: str = ""

    def section(self, number: int) -> Section | None:
        """Return the section with this number, or None where the report has none."""
        return next((section for section in self.sections if section.number == number), None)
