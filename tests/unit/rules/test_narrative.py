"""Planted contradictions of prose and tables, in words of our own and in those of real reports."""

import pytest

from narrative.score import measure
from narrative.template import source

COUNT = 250
RECALL = 0.95
FALSE = 1 / 100


@pytest.mark.parametrize("name", ["known", "unseen", "observed"])
def test_contradictions_are_found_and_none_is_invented(name: str) -> None:
    score = measure(COUNT, 7, source(name))
    assert score.recall >= RECALL, score.lost
    assert len(score.false) <= FALSE * score.clean, score.false
