"""Hostile prose: the cost grows with the length, never with its square.

Measured is the ratio of CPU times of twice the text; what else the machine does may spoil one measurement,
hardly all of several.
"""

import dataclasses
import time

import pytest

from factory import zero_report
from nianbao.model import Paragraph, Section
from nianbao.rules import check
from nianbao.rules.narrative_rows import NARRATIVE

LENGTH = 5_000
GENEROUS = 3.2  # linear is 2, square is 4
ATTEMPTS = 4
PIECES = (
    *(
        "9",
        "一",
        "，",
        "、",
        "件",
        "未",
        "无",
        "申请",
        "（",
        "《",
        " ",
        "0 ",
        "1，",
        "1,234,",
        "结转",
        "复议",
        "〔1",
    ),
    *(
        "收到政府信息公开申请",
        "行政复议、行政诉讼",
        "规范性文件",
        "12件",
        "上年度",
        "全市",
        "均已",
        "未收到",
        "2020年",
    ),
    *(
        "主动公开",
        "局",
        "公民、",
        "直接起诉",
        "没有",
        "其中",
        "办结",
        "不予公开",
        "补正",
        "信息",
        "共",
        "通过网络",
    ),
    *("收到12件，", "未发生行政复议，", "2019年收到申请3件；", "本机关收到5件申请、"),
    *("收到申请5件。", "未收到申请。", "均已办结。", "公开信息12条。", "主动公开政府信息9条，其中1条，8条。"),
    *(
        "共12件（",
        "占3%，",
        "予以公开",
        "较上年",
        "信息处理费9元",
        "分别为",
        "现行有效",
        "共收到件",
        "\u3000",
    ),
)


def _seconds(text: str) -> float:
    report = dataclasses.replace(
        zero_report("2021-30"), sections=(Section(3, "", (Paragraph(f"依申请公开{text}"),)),)
    )
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        check(dataclasses.replace(report), NARRATIVE)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("piece", PIECES)
def test_twice_the_text_costs_about_twice_as_much(piece: str) -> None:
    assert any(_is_linear(piece) for _ in range(ATTEMPTS))


def _is_linear(piece: str) -> bool:
    short = _seconds(piece * (LENGTH // len(piece)))
    long = _seconds(piece * (2 * LENGTH // len(piece)))
    return long < max(GENEROUS * short, 0.2)
