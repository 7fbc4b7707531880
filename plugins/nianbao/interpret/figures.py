"""The text of one cell → a `Cell`: a number only where exactly one reading fits."""

from __future__ import annotations

import re
from decimal import Decimal

from nianbao.cells import Cell, Place, State
from nianbao.forms import Column, squeeze
from nianbao.read.document import UNSEEN, GridCell

# Full-width forms only: NFKC would also read ² as 2 and ① as 1.
NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x00A0: 0x20}
_INVISIBLE = re.compile(f"[{UNSEEN}]")
_AFTER_COMMA = re.compile(r"(?<=\d,)\s(?=\d{3}(?!\d))")  # a narrow cell breaks 1，/ 234 behind the comma
_MARK = re.compile(r"[-–—―−⸺]{1,2}|/|\\|\*|[○〇]|无|零")
_DIGITS = r"(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)"
_COUNT = re.compile(rf"({_DIGITS})\s*[件项条个次宗份]?")
_SIGNED = re.compile(rf"([+\-–—−]|增加?|减少?|[↑↓])?\s*({_DIGITS})\s*[件项条个]?")
_BOTH_ZERO = re.compile(r"\+\s*\(?0\)?\s*[/,]?\s*[-–—−]\s*\(?0\)?")
_MONEY = re.compile(rf"({_DIGITS}(?:\.\d+)?)\s*(?:\((万元|亿元|元)\)|(万元|亿元|元))?")
_MINUS = frozenset("-–—−↓减")
_PLAIN = {str(count): Decimal(count) for count in range(1000)}  # nearly all figures: they need no look
_LONGEST_COUNT = 9  # digits: no authority reports more; longer ones are several figures printed as one
_POWERS = {"元": -4, "万元": 0, "亿元": 4}  # of ten, to 万元


def parse_figure(raw: str, column: Column, at: Place | None = None, header: str = "") -> Cell:
    """Return the cell that `raw` prints in `column`; the value is in the column's unit.

    `header` is the column's header as printed, which may state the unit of an amount. What several
    readings fit is `ambiguous`, with the reason; a number is never completed or corrected.

    >>> from nianbao.forms import FORMS
    >>> prior, change = FORMS["2019-60"].table("art20_5").columns[:2]
    >>> parse_figure("1，204", prior).value, parse_figure("－415", change).value
    (Decimal('1204'), Decimal('-415'))
    >>> parse_figure("1 204", prior).state
    <State.AMBIGUOUS: 'ambiguous'>
    """
    raw = raw.strip()
    if raw in _PLAIN and not column.money:
        return Cell(State.REPORTED, _PLAIN[raw], raw, at)
    text = _AFTER_COMMA.sub("", _INVISIBLE.sub("", raw).translate(NARROW)).strip()
    if not text:
        return Cell(State.BLANK, raw="", at=at, why="原文此格为空")
    if _MARK.fullmatch(text):
        return Cell(State.MARK, raw=raw, at=at, why=f"原文此格印的是“{raw}”，不是数字")
    value, why = _value(text, column, header)
    if value is None:
        return Cell(State.AMBIGUOUS, raw=raw, at=at, why=why)
    return Cell(State.REPORTED, value, raw, at)


def read_figure(cell: GridCell, column: Column, header: str = "") -> Cell:
    """Return the same for a cell of a table, which its repair may have written in plain digits.

    A change in brackets may be less than nothing, as book-keepers print it, so it stays open.
    """
    found = parse_figure(cell.printed, column, cell.at, header)
    doubtful = column.signed and cell.printed[:1] in "（("
    if found.state is not State.AMBIGUOUS or cell.text == cell.printed or doubtful:
        return found
    plain = parse_figure(cell.text, column, cell.at, header)
    return plain._replace(raw=found.raw) if plain.known else found


def converted(cell: Cell, header: str = "") -> bool:
    """Return whether an amount was printed in another unit than 万元 and had to be converted."""
    unit = _money_unit(cell.raw) or _money_unit(squeeze(header))
    return cell.known and bool(cell.value) and unit in ("元", "亿元")


def _value(text: str, column: Column, header: str) -> tuple[Decimal | None, str]:
    if column.money:
        return _amount(text, column, header)
    if column.signed:
        return _change(text)
    found = _COUNT.fullmatch(text)
    if found:
        return _count(found.group(1))
    return None, _why_not(text)


def _count(digits: str) -> tuple[Decimal | None, str]:
    digits = digits.replace(",", "")
    if len(digits) > _LONGEST_COUNT:
        return None, "数字过长，可能是几个数字连在一起"
    return Decimal(digits), ""


def _change(text: str) -> tuple[Decimal | None, str]:
    if _BOTH_ZERO.fullmatch(text):
        return Decimal(0), ""
    found = _SIGNED.fullmatch(text)
    if not found:
        return None, _why_not(text)
    value, why = _count(found.group(2))
    if value and (found.group(1) or "+")[0] in _MINUS:
        value = -value
    return value, why


def _amount(text: str, column: Column, header: str) -> tuple[Decimal | None, str]:
    found = _MONEY.fullmatch(text.removesuffix("件") if text == "0件" else text)
    if not found:
        return None, _why_not(text)
    value = Decimal(found.group(1).replace(",", ""))
    unit = found.group(2) or found.group(3) or _money_unit(squeeze(header))
    if not unit and column.unit_printed:
        unit = column.unit
    if not value and (not unit or _POWERS[unit]):
        return Decimal(0), ""
    if not unit:
        return None, "原文未写明单位，不能确定是元还是万元"
    return value.scaleb(_POWERS[unit]) if _POWERS[unit] else value, ""


def _money_unit(text: str) -> str:
    found = re.search("万元|亿元|元", text)
    return found.group() if found else ""


def _why_not(text: str) -> str:
    reasons = (
        (r".*\(\?\)", "两个程序读出的数字不一致"),  # the marks of `read.pdf_cells`
        (r".*\(\?\?\)", "数字跨在两格之间或印在合并的格子里，不能确定属于哪一格"),
        (r"\d.*…", "文件在这个数字后面中断，数字可能不完整"),  # the mark of `cut_figure`
        (r"0\d+", "数字以 0 开头，可能是几个数字连在一起"),
        (r"\d+(?:\s+\d+)+", "数字中间有空格，不能确定是一个数还是几个数"),
        (r"[+\-–—−]\s*\d[\d,]*", "本栏不应有正负号"),
        (r"[1-9][\d,]*\.\d+", "本栏不应有小数"),
    )
    return next((why for pattern, why in reasons if re.fullmatch(pattern, text)), "不是可以确认的数字")
