"""表二: a first row whose label has been dropped, right below the header and above the second row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nianbao.cells import State
from nianbao.forms import TableForm
from nianbao.interpret.lines import Item
from nianbao.interpret.recognise import Data, Header, Known
from nianbao.interpret.row_figures import Figures, row_figures
from nianbao.interpret.vocabulary import words_of
from nianbao.read import GridCell
from nianbao.read.layouts.shape import is_value

_FEWEST_COLUMNS = 2  # one figure alone may be anything
_WHY = "本行的名称没有印出；它在表头与“{below}”之间，按格式是“{row}”"


def unnamed_rows(items: Sequence[Item], mine: Sequence[Known], table: TableForm) -> Mapping[str, Figures]:
    """Return the figures of the first row of a table, `inferred`, by its id; nothing where it has its label.

    Portals drop short words (规章). Its figures, one for each column, stand right above the second row.
    """
    if table.has_totals or len(table.rows) < 2 or len(table.columns) < _FEWEST_COLUMNS:
        return {}
    first, second = table.rows[:2]
    printed = {each.row.id: each for each in mine if isinstance(each, Data)}
    if first.id in printed or second.id not in printed:
        return {}
    place = printed[second.id].item - 1
    headers = {each.item for each in mine if isinstance(each, Header)}
    cells = _behind_header(items[place], table) if place >= 0 else ()
    if not cells or not headers & {place - 1, place, place - 2}:
        return {}
    figures = row_figures(cells, table, first.id)
    if not all(figure.known or figure.state is State.MARK for figure in figures):
        return {}
    why = _WHY.format(below=second.label, row=first.label)
    return {
        first.id: tuple(
            each._replace(state=State.INFERRED, why=why) if each.known else each for each in figures
        )
    }


def _behind_header(item: Item, table: TableForm) -> tuple[GridCell, ...]:
    """Return the figures of a row that prints nothing else, or before them but names of the columns."""
    words = words_of(table)
    filled = [cell for cell in item.row if cell.text]
    figures = [cell for cell in filled if is_value(cell.text)]
    named = all(words.column(cell.text) for cell in filled if not is_value(cell.text))
    return tuple(figures) if named and len(figures) == len(table.columns) else ()
