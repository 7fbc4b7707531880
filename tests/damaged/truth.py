"""What a generated report really says: the yardstick for a reader that never saw how it was made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class TrueCell:
    """One cell as the paper prints it.

    `value` is the only number that a reader may give (万元 for money); None where the paper has none or
    does not decide it, so that any number is silently wrong. `readable`: a reader has to give the value.
    `state` is the state that fits best where there is no value.
    """

    printed: str
    value: Decimal | None
    readable: bool = True
    state: str = "reported"

    def doubtful(self) -> "TrueCell":
        """Return the cell whose number is right if given, but may be left open."""
        return TrueCell(self.printed, self.value, readable=False, state=self.state)


Cells = Mapping[str, TrueCell]


def without_number(printed: str, state: str) -> TrueCell:
    """Return a cell for which any number is wrong."""
    return TrueCell(printed, None, readable=False, state=state)


LOST = without_number("", "missing")


@dataclass(frozen=True, slots=True)
class Truth:
    """What a report says. `names` are the right names of its authority; empty where the text has none.

    `form` is empty where no table of a form is printed; `year` is None where the text does not tell.
    """

    layout: str
    form: str
    year: int | None
    names: frozenset[str]
    sections: tuple[int, ...]
    cells: Cells = field(default_factory=dict)
    damages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A generated file: its name, its bytes, and the truth about it.

    `authority` and `year` are what a sidecar would state where the text does not.
    """

    name: str
    data: bytes
    truth: Truth
    authority: str
    year: int

    @property
    def text(self) -> str:
        """The file as text, for people."""
        return self.data.decode(errors="replace")
