"""ReDoS: no pattern of facts and rules costs more than the length of what it reads."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from itertools import pairwise

import pytest

import nianbao.facts
import nianbao.rules
from nianbao.facts.kinds import Vocabulary

LENGTH = 2_500
TIMES = 4
GENEROUS = 9  # linear is 4, square is 16
NOISE = 0.02  # seconds of CPU below which a ratio says nothing
PIECES = (
    "9",
    "一",
    "，",
    "、",
    "。",
    "（",
    "《",
    " ",
    "a",
    "政",
    "2020年",
    "1,234",
    "\n",
    "—",
    "·",
    "|",
    "20",
)
WORDS = re.compile("[\u4e00-\u9fff]+")


def _patterns(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, Vocabulary):
        yield value._pattern
    elif isinstance(value, tuple | list | frozenset):
        for each in value:
            yield from _patterns(each)
    elif isinstance(value, dict):
        yield from _patterns(tuple(value.values()))


def _all_patterns() -> dict[str, re.Pattern[str]]:
    modules = [
        importlib.import_module(module.name)
        for package in (nianbao.facts, nianbao.rules)
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
    ]
    named = (
        (f"{module.__name__}.{name}", value) for module in modules for name, value in vars(module).items()
    )
    return {f"{name}{at}": each for name, value in named for at, each in enumerate(_patterns(value))}


PATTERNS = {each.pattern: (name, each) for name, each in _all_patterns().items()}


def _adversaries(pattern: re.Pattern[str]) -> Iterator[str]:
    """Yield what is repeated: its own words, each with the next one, and what stands between words."""
    words = WORDS.findall(pattern.pattern)
    yield from PIECES
    yield from dict.fromkeys(words)
    yield from dict.fromkeys(map("".join, pairwise(words)))


def _seconds(pattern: re.Pattern[str], text: str) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        pattern.fullmatch(text)
        for _found in pattern.finditer(text):
            pass
        best = min(best, time.process_time() - start)
    return best


def _is_dear(pattern: re.Pattern[str], piece: str) -> bool:
    times = LENGTH // len(piece)
    long = _seconds(pattern, piece * times * TIMES)
    return long > NOISE and long > GENEROUS * _seconds(pattern, piece * times)


@pytest.mark.parametrize("source", PATTERNS, ids=[name for name, _ in PATTERNS.values()])
def test_a_pattern_reads_four_times_the_text_in_four_times_the_time(source: str) -> None:
    _, pattern = PATTERNS[source]
    assert [] == [piece for piece in _adversaries(pattern) if _is_dear(pattern, piece)]
