"""Sentences with slots, as a clerk would write them."""

from pathlib import Path
from string import Formatter
from typing import NamedTuple

FOLDER = Path(__file__).parent
WORDS = ("year", "last", "next", "self", "we", "whole")


class Template(NamedTuple):
    """`text` has slots such as {new}; `denied` names the slots that the words say are zero.

    `section` is where such a sentence stands. A slot that starts with `x` is some figure that no cell
    holds; {year}, {last}, {self}, {we} and {whole} are words.
    """

    section: int
    text: str
    denied: tuple[str, ...] = ()

    @property
    def slots(self) -> tuple[str, ...]:
        """Return the names of the slots that state a cell, without their style (`new.bare` is `new`)."""
        names = [name.partition(".")[0] for _, name, _, _ in Formatter().parse(self.text) if name]
        return tuple(name for name in names if name not in WORDS and not name.startswith("x"))


class Source(NamedTuple):
    """The templates of one file: sentences about the tables, and sentences about other things."""

    sentences: tuple[Template, ...]
    distractors: tuple[Template, ...]


def source(name: str) -> Source:
    """Read a file of this folder: two blocks of lines `section | text | denied slots`."""
    blocks = (FOLDER / f"{name}.txt").read_text("utf-8").strip().split("\n\n")
    return Source(
        *(tuple(_template(line) for line in block.splitlines() if line[0] != "#") for block in blocks)
    )


def _template(line: str) -> Template:
    number, text, *denied = line.split(" | ")
    return Template(int(number), text, tuple(" ".join(denied).split()))
