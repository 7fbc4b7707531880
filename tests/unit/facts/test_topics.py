"""The one test of a character that spares most places all patterns must let every pattern begin."""

import re._constants as constants
import re._parser as parser
from collections.abc import Iterable

from nianbao.facts.topics import _FIRST, _WORDS

_NO_WIDTH = (constants.ASSERT, constants.ASSERT_NOT, constants.AT)
_REPEATED = (constants.MAX_REPEAT, constants.MIN_REPEAT, constants.POSSESSIVE_REPEAT)


def _beginnings(nodes: Iterable[tuple[object, object]]) -> tuple[set[str], bool]:
    """Return the characters that a pattern can begin with, and whether it can be empty."""
    found: set[str] = set()
    for kind, node in nodes:
        if kind in _NO_WIDTH:
            continue
        letters, empty = _of_node(kind, node)
        found |= letters
        if not empty:
            return found, False
    return found, True


def _of_node(kind, node) -> tuple[set[str], bool]:  # type: ignore[no-untyped-def]  # trees of `re`
    if kind is constants.LITERAL:
        return {chr(node)}, False
    if kind is constants.IN:
        assert {each for each, _ in node} == {constants.LITERAL}  # a range would need its characters listed
        return {chr(code) for _, code in node}, False
    if kind is constants.SUBPATTERN:
        return _beginnings(node[3])
    if kind is constants.BRANCH:
        parts = [_beginnings(each) for each in node[1]]
        return set().union(*(letters for letters, _ in parts)), any(empty for _, empty in parts)
    assert kind in _REPEATED, kind
    letters, empty = _beginnings(node[2])
    return letters, empty or node[0] == 0


def test_every_word_begins_with_a_character_that_is_looked_at() -> None:
    for topic, pattern in _WORDS:
        letters, empty = _beginnings(parser.parse(pattern))
        assert not empty, topic
        assert letters <= {*_FIRST}, (topic, letters - {*_FIRST})
