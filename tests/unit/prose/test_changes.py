"""What became of each sentence, and how the changes lead from one text to the other."""

from hypothesis import given, settings
from hypothesis import strategies as st

from nianbao.prose.changes import Fate, changes
from nianbao.prose.sentences import sentences
from nianbao.prose.words import changed_parts

_PIECES = st.sampled_from(
    (
        "2020年公开12条。",
        "2021年公开15条；",
        "举办培训。",
        "群众满意",
        "“好。”",
        "！",
        "  ",
        "<b>",
        "Wi-Fi 98.5%",
        "无",
    )
)
_TEXTS = st.lists(_PIECES, min_size=1, max_size=8).map("".join) | st.text(min_size=1, max_size=30)
_PROSE = st.dictionaries(st.integers(1, 6), st.lists(_TEXTS, max_size=4).map(tuple), max_size=4)


def fates(old: str, new: str) -> list[Fate]:
    return [change.fate for change in changes({1: (old,)}, {1: (new,)}).sections[1]]


@given(_TEXTS)
def test_sentences_joined_are_the_text(text: str) -> None:
    assert "".join(sentences(text)) == text


@given(_TEXTS, _TEXTS)
@settings(max_examples=200, deadline=None)
def test_the_parts_of_a_change_give_back_both_sentences(old: str, new: str) -> None:
    parts = changed_parts(old, new)

    assert "".join(part.gone for part in parts) == old
    assert "".join(part.new for part in parts) == new


@given(_PROSE, _PROSE)
@settings(max_examples=200, deadline=None)
def test_the_changes_give_back_the_new_text_and_use_each_old_sentence_once(old, new) -> None:
    found = changes(old, new)

    every = [change for section in found.sections.values() for change in section]
    for number, section in found.sections.items():
        kept = [change.new for change in section if change.fate is not Fate.GONE]
        assert "".join(kept) == "".join(new.get(number, ()))
    before = [sentence for number in old for part in old[number] for sentence in sentences(part)]
    assert sorted(change.old for change in every if change.old) == sorted(before)


def test_a_sentence_is_kept_moved_new_or_gone() -> None:
    old = {1: ("全年公开信息很多条。组织了三次业务培训。",), 5: ("个别科室更新不够及时。",)}
    new = {1: ("全年公开信息很多条。建成了政策问答平台。",), 5: ("组织了三次业务培训。",)}

    found = changes(old, new)

    assert [(c.fate, c.new or c.old) for c in found.sections[1]] == [
        (Fate.KEPT, "全年公开信息很多条。"),
        (Fate.NEW, "建成了政策问答平台。"),
    ]
    assert [c.fate for c in found.sections[5]] == [Fate.GONE, Fate.MOVED]


def test_figures_alone_and_words_are_told_apart() -> None:
    assert fates("2020年公开信息1,204条。", "2021年公开信息98条。") == [Fate.FIGURES]
    assert fates("我镇组织业务培训三次，效果良好。", "我镇组织业务培训三次，参加者多。") == [Fate.CHANGED]
    assert fates("我镇组织业务培训三次。", "我镇 组织业务培训，三次") == [Fate.KEPT]


def test_a_changed_figure_is_shown_as_a_figure() -> None:
    parts = changed_parts("公开信息1,204条，占98.5%。", "公开信息98条，占99%。")

    assert [(part.gone, part.new) for part in parts if part.figures] == [("1,204", "98"), ("98.5%", "99%")]
    assert all(part.kept or part.figures for part in parts)


def test_of_equally_similar_sentences_the_first_is_the_one_that_changed() -> None:
    same = "公开申请的受理和登记流程已经完善，由专人负责"
    old = "".join(f"{same}{last}。" for last in "甲乙丙丁戊己庚辛")

    found = changes({1: (old,)}, {1: (f"{same}子。",)}).sections[1]

    assert [change.old for change in found if change.fate is Fate.CHANGED] == [f"{same}甲。"]


def test_official_wording_marks_and_remarks_are_not_counted() -> None:
    law = "行政机关公开政府信息，应当坚持以公开为常态、不公开为例外，遵循公正、公平、合法、便民的原则。"
    found = changes({}, {1: (law + "无。" + "今年新建了一个政策问答平台。",)})

    assert found.count() == {Fate.NEW: 1}


def test_thousands_of_equal_and_of_similar_sentences_are_compared_in_short_time() -> None:
    old = "".join(f"第{number}次会议研究了公开工作。" for number in range(5000))
    new = "".join(f"第{number}次例会研究了公开工作。" for number in range(5000))

    assert changes({1: (old,)}, {1: (old,)}).count() == {Fate.KEPT: 5000}
    assert changes({1: (old,)}, {1: (new,)}).count().total() >= 5000
