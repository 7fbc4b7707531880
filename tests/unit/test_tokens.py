import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.tokens import tokens

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "tokens.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["why"] for vector in VECTORS])
def test_a_shared_vector_gives_its_words(vector: dict) -> None:
    assert tuple(vector["tokens"]) == tokens(vector["text"])


@given(st.text())
def test_a_word_is_its_own_only_word(text: str) -> None:
    words = tokens(text)
    alone = [tokens(word) for word in words if "d" not in word[1:]]
    assert [(word,) for word in words if "d" not in word[1:]] == alone


@given(st.text("桃尧镇年報𠀀〇々"), st.text("桃尧镇年報𠀀〇々"), st.text("桃尧镇年報𠀀〇々"))
def test_any_piece_of_han_text_is_a_run_of_its_words(before: str, piece: str, after: str) -> None:
    words = tokens(before + piece + after)
    start = len(tokens(before))
    assert tokens(piece) == words[start : start + len(tokens(piece))]


@given(st.text("0123456789,. 年"))
def test_no_digit_is_lost(text: str) -> None:
    digits = [char for char in text if char.isdigit()]
    assert digits == [char for word in tokens(text) for char in word if char.isdigit()]
