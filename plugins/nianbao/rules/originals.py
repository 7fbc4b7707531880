"""Rules on the original as it was published or came to us: unread tables, leftovers, lost text (FMT, SRC)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from nianbao.cells import Cell, State
from nianbao.model import Report
from nianbao.rules.prose import found, quoted, texts
from nianbao.rules.rule import Doubt, Outcome, Rule, Severity, Verdict
from nianbao.rules.tables import number_without_unit, tables, without_number

_PLACEHOLDER = re.compile(
    r"(?=[（(具XＸx×_年])(?:"  # far quicker than trying each of them at every character
    r"[（(]文字描述[^）)]{0,40}[）)]|具体网址|[XＸx×]{2,4}(?:年|月|日|件|条|项|次|元|镇|乡|县|市|区|局)"
    r"|_{3,}|(?:^|(?<=[，。：:；（( 　]))年[ 　]*月[ 　]*日)",
    re.MULTILINE,
)
# Names of betting sites that stand on domains which offices have given up. Words of everyday police work
# (赌博, 彩票) are not among them.
_BRANDS = re.compile(
    r"bet365|188bet|betway|yabo|亚博|开云体育|华体会|必威|乐鱼体育|爱游戏体育|半岛体育|威尼斯人|澳门新葡京"
    r"|金沙娱乐|真人娱乐|娱乐城|百家乐|九游体育|米兰体育|星空体育",
    re.IGNORECASE,
)
_READING = re.compile(r"[\u4e00-\u9fff][(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ\u0370-\u03ff]{1,6}[)）]")
_LEAST_READINGS = 3  # one may be an abbreviation
# Brackets, 月, 年 or a clause number that a converter dropped because they stood alone in their element.
_DROPPED = re.compile(
    r"(?=[2〔第])(?:(?<!\d)20\d{2}\d{1,2}日|(?<!\d)20\d{2}年\d{3,4}日|〔20\d{2}\s*\d+号|第二十条第(?=[，。；、]|$))",
    re.MULTILINE,
)
_LEAST_DROPPED = 2  # one is a slip of the pen
_DIGITS = re.compile(r"[0-9０-９]{2}|[0-9０-９][^0-9０-９]+[0-9０-９]")


def _noted(
    rule: str, severity: Severity, codes: tuple[str, ...], clean: str, doubt: Doubt, report: Report
) -> Iterator[Outcome]:
    """Yield a failure for every note of these codes that the reader left, or that there is none."""
    notes = [note for note in report.notes if note.code in codes]
    for note in notes:
        yield Outcome(rule, Verdict.FAILS, severity, (), f"{note.text.rstrip('。')}。", doubt=doubt)
    if not notes:
        yield Outcome(rule, Verdict.HOLDS, severity, (), clean)


def _check_notes(
    rule: str, severity: Severity, codes: tuple[str, ...], clean: str, doubt: Doubt = Doubt.AUTHORITY
) -> Callable[[Report], Iterator[Outcome]]:
    return partial(_noted, rule, severity, codes, clean, doubt)


def _filled_in(report: Report) -> Iterator[Outcome]:
    words = found(report, _PLACEHOLDER)
    if words:
        message = f"模板里的“{quoted(report, words[0])}”没有改成实际内容。"
        yield Outcome("FMT-11", Verdict.FAILS, Severity.WARNING, (), message, words=words)
    elif not report.sections:
        message = "没有读到正文，无法核对。"
        yield Outcome("FMT-11", Verdict.NOT_ASSESSABLE, Severity.WARNING, (), message)
    else:
        yield Outcome("FMT-11", Verdict.HOLDS, Severity.WARNING, (), "没有留下模板里的空格和说明。")


def _not_hijacked(report: Report) -> Iterator[Outcome]:
    cover = " ".join((report.title, *(text.text for text in texts(report) if not text.section)))
    brand = _BRANDS.search(cover)
    if brand:
        message = f"标题或开头出现“{brand[0]}”，原网页可能已被他人占用，内容不可靠。"
        yield Outcome("SRC-01", Verdict.FAILS, Severity.ERROR, (), message, doubt=Doubt.READING)
    else:
        yield Outcome("SRC-01", Verdict.HOLDS, Severity.ERROR, (), "标题和开头没有外来的广告。")


def _not_converted(report: Report) -> Iterator[Outcome]:
    words = found(report, _READING)
    if len(words) >= _LEAST_READINGS:
        message = (
            f"正文有 {len(words)} 处在汉字后注了读音，如“{quoted(report, words[0])}”，是转载网页加上的。"
        )
        yield Outcome("SRC-02", Verdict.FAILS, Severity.NOTICE, (), message, words=words, doubt=Doubt.READING)
    else:
        yield Outcome("SRC-02", Verdict.HOLDS, Severity.NOTICE, (), "正文没有转载网页加注的读音。")


def _nothing_dropped(report: Report) -> Iterator[Outcome]:
    words = found(report, _DROPPED)
    if len(words) >= _LEAST_DROPPED:
        message = f"正文有 {len(words)} 处丢了字，如“{quoted(report, words[0])}”，别处的数字也可能丢失。"
        yield Outcome(
            "SRC-03", Verdict.FAILS, Severity.WARNING, (), message, words=words, doubt=Doubt.READING
        )
    else:
        yield Outcome("SRC-03", Verdict.HOLDS, Severity.WARNING, (), "正文没有成批丢字的迹象。")


def _one_reading(report: Report) -> Iterator[Outcome]:
    lacking = without_number(report)
    for table in tables(report):
        glued = tuple(
            address
            for address in table.cells
            if address in lacking and _glued(report.cells[address], address in table.unit_not_printed)
        )
        if glued:
            message = f"{table.name}：{len(glued)} 格印有数字，但有几种读法都说得通，没有取用。"
            yield Outcome("SRC-05", Verdict.FAILS, Severity.WARNING, glued, message, doubt=Doubt.READING)
        else:
            yield Outcome(
                "SRC-05", Verdict.HOLDS, Severity.WARNING, (), f"{table.name}：没有几种读法都说得通的数字。"
            )


def _glued(cell: Cell, unit_not_printed: bool) -> bool:
    """Whether a cell prints several figures; an amount that only lacks its unit is ADB-06's."""
    several = cell.state is State.AMBIGUOUS and _DIGITS.search(cell.raw) is not None
    return several and not (unit_not_printed and number_without_unit(cell))


ORIGINALS = (
    Rule(
        id="FMT-05",
        title="各表用同一种格式",
        formula="第二十条各表的格式相同",
        severity=Severity.ERROR,
        reason="两种格式的栏目意义不同，混在一起，数字不能核对。",
        cause="只更新了一部分表格。",
        fix="用同一种格式重新填写不同的那张表。",
        source="国办公开办函〔2021〕30号附件",
        check=_check_notes("FMT-05", Severity.ERROR, ("hybrid-form",), "各表用的是同一种格式。"),
    ),
    Rule(
        id="FMT-07",
        title="没有格式以外的行",
        formula="表格的每一行都属于规定格式",
        severity=Severity.NOTICE,
        reason="自行增加的小计、备注等行不属于统一格式，读者不容易比较。",
        cause="本地增加了行或栏，或者我们没有认出这一行。",
        fix="发布前删去格式以外的行。",
        source="国办公开办函〔2021〕30号附件的表格",
        check=_check_notes("FMT-07", Severity.NOTICE, ("rows-unread",), "没有格式以外的行。", Doubt.READING),
    ),
    Rule(
        id="FMT-11",
        title="模板里的空格和说明都已填好",
        formula="正文没有“（文字描述…）”“××年”“____”一类的字样",
        severity=Severity.WARNING,
        reason="读者会看到没有填完的报告。",
        cause="模板里的文字没有替换。",
        fix="填上实际内容，或者删去。",
        source="国办公开办函〔2021〕30号附件中的提示文字；实际报告中多见",
        check=_filled_in,
    ),
    Rule(
        id="FMT-12",
        title="表格可以复制和检索",
        formula="表格是文字，不是图片",
        severity=Severity.WARNING,
        reason="条例要求便于检索、查阅和下载；图片里的数字无法核对。",
        cause="表格贴成了图片，或者报告是扫描件。",
        fix="用网页表格或者带文字的 PDF 公布。",
        source="《政府信息公开条例》第二十四条；实际报告中多见",
        check=_check_notes(
            "FMT-12", Severity.WARNING, ("tables-absent", "page-without-text"), "表格是可以读取的文字。"
        ),
    ),
    Rule(
        id="SEC-13",
        title="只有一份报告",
        formula="原文里的每个部分和每张表各有一次",
        severity=Severity.WARNING,
        reason="同一原文里有两份，就不知道以哪一份为准。",
        cause="粘贴时重复，或者网页把几份报告拼在一起。",
        fix="删去过时的一份。",
        source="实际报告中多见",
        check=_check_notes("SEC-13", Severity.WARNING, ("several-reports",), "原文只有一份报告。"),
    ),
    Rule(
        id="SRC-01",
        title="网页没有被他人占用",
        formula="标题和开头没有博彩网站的名称",
        severity=Severity.ERROR,
        reason="废弃的域名会被他人注册，上面的内容可能已被改动。",
        cause="域名过期后被他人注册。",
        fix="改用政府网站上的原件。",
        source="实际网页中所见",
        check=_not_hijacked,
    ),
    Rule(
        id="SRC-02",
        title="没有转载网页加注的读音",
        formula="正文里汉字后括注读音的少于 3 处",
        severity=Severity.NOTICE,
        reason="这是转载网页自动加上的，不是原文。",
        cause="收录的是转载的镜像网页。",
        fix="改用政府网站上的原件。",
        source="实际网页中所见",
        check=_not_converted,
    ),
    Rule(
        id="SRC-03",
        title="没有成批丢字",
        formula="日期、文号、条款中丢字的少于 2 处",
        severity=Severity.WARNING,
        reason="转换时丢掉了单独成节的字，一位的数字也可能一起丢失。",
        cause="网页转成文字的程序丢掉了短的片段。",
        fix="从原网页重新转换。",
        source="实际转换结果中所见",
        check=_nothing_dropped,
    ),
    Rule(
        id="SRC-04",
        title="原文没有中断",
        formula="表格和正文一直到末尾",
        severity=Severity.ERROR,
        reason="中断以后的内容不在我们手上，不能说报告没有。",
        cause="下载或转换时被截断。",
        fix="重新下载完整的原件。",
        source="实际文件中所见",
        check=_check_notes("SRC-04", Severity.ERROR, ("table-cut",), "没有中断的表格。", Doubt.READING),
    ),
    Rule(
        id="SRC-05",
        title="每个数字只有一种读法",
        formula="印有数字的格只有一种读法",
        severity=Severity.WARNING,
        reason="数字连在一起或者错了栏，就有几种读法；我们不猜，这些格不参加计算。",
        cause="转换时丢了分隔，或者合并了单元格。",
        fix="从原网页或原文件重新转换。",
        source="实际转换结果中所见",
        check=_one_reading,
    ),
    Rule(
        id="SRC-06",
        title="没有删去重复的行",
        formula="相同的文字每次都保留",
        severity=Severity.ERROR,
        reason="转换时同样的文字只留一次，许多个 0 就只剩一个，无法还原。",
        cause="转换程序删去了重复的行。",
        fix="从原网页或原文件重新转换。",
        source="实际转换结果中所见",
        check=_check_notes(
            "SRC-06", Severity.ERROR, ("lines-deduplicated",), "没有删去重复行的迹象。", Doubt.READING
        ),
    ),
)
