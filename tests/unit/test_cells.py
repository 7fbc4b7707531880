"""A number stands in a cell exactly where its state says that one was read."""

from decimal import Decimal

import pytest

from nianbao.cells import Cell, State

WITH_A_NUMBER = (State.REPORTED, State.INFERRED)


@pytest.mark.parametrize("state", State)
def test_a_state_and_a_value_that_disagree_make_no_cell(state: State) -> None:
    right, wrong = (Decimal(3), None) if state in WITH_A_NUMBER else (None, Decimal(3))
    cell = Cell(state, right)
    assert (cell.value, cell.known) == (right, state in WITH_A_NUMBER)
    with pytest.raises(ValueError, match=state):
        Cell(state, wrong)
    with pytest.raises(ValueError, match=state):
        cell._replace(value=wrong)
