"""Which repairs a reader should know of, each kind told once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nianbao.model import Note
from nianbao.read import Step

_NOTES = (
    ("simplify_script", "script-converted", "原文是繁体字（可能是转载），已逐字转为简体"),
    ("drop_readings", "readings-dropped", "略去原文在汉字后面加注的读音"),
    ("cut_end", "source-cut", "文件在一个字的中间中断，后面的内容不在原件中"),
    ("drop_page_marks", "page-marks-dropped", "略去 {count} 处页码"),
    ("join_split_grids", "table-joined", "表格在原文中有 {count} 处被分页断开，已按顺序接上"),
    ("drop_repeated_headers", "headers-dropped", "略去分页后重复印出的表头"),
    ("join_cut_paragraphs", "paragraphs-joined", "有 {count} 处段落在原文中被分页断开，已接上"),
    ("page_without_text", "page-without-text", "有 {count} 页是没有文字层的扫描图片，需要 OCR，没有读取"),
    ("incomplete_grid", "grid-incomplete", "有 {count} 处表格的框线不完整，请对照原件核对"),
    ("unruled_table", "table-unruled", "原文的表格没有框线，不能确定行列，按文字收录"),
)


def repair_notes(steps: Sequence[Step]) -> Iterator[Note]:
    """Yield a note for each kind of repair that moved or dropped text, at its first place."""
    for name, code, text in _NOTES:
        found = [step for step in steps if step.name == name and not _is_half(step)]
        if found:
            yield Note(code, text.format(count=len(found)), found[0].at)


def _is_half(step: Step) -> bool:
    """Return whether a dropped line lives on in the line it was joined to, which has a step of its own."""
    return step.name == "join_cut_paragraphs" and step.after is None
