"""What happens to the words of a table: H1–H11, one printed label for each official one."""

import re
from dataclasses import dataclass, field
from random import Random

VARIANTS = {  # H9
    "社会公益组织": "社会组织",
    "本年制发件数": "本年度制发数",
    "本年废止件数": "本年废止数",
    "对外公开总数量": "对外公开总数",
    "四、结转下年度继续办理": "四、结转下年度",
}
DEFINITIONS = {"规章": "规章：地方行政规章指各省、自治区、直辖市人民政府制定的规章"}  # H7
EXTRA = {"现行有效件数": "现行有效件数（历史累计）", "上一年项目数量": "上一年项目数量 2019年"}  # H8
SHORT = {  # H11
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请": "1.逾期不补正",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请": "2.逾期不缴费",
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）": "（二）部分公开",
}
CUT = {"4.无正当理由大量反复申请": "4.无正当理由大", "现行有效件数": "现行有效件"}  # H5
DROPPED = {"第二十条第（八）项": "第二十条第", "本年收费金额（单位：万元）": "本年收费金额单位:万元"}  # H6
HEADS_CUT = {"本年新制作数量": "本年新", "本年新公开数量": "本年新"}  # H1
TABLES = (
    ("H9", 0.10, VARIANTS),
    ("H7", 0.02, DEFINITIONS),
    ("H8", 0.03, EXTRA),
    ("H11", 0.04, SHORT),
    ("H5", 0.03, CUT),
    ("H6", 0.08, DROPPED),
)
ORDINALS = ("{}.", "{}、", "{}. ", "{}．", "{}、 ")
NARROW = str.maketrans("（）：，；．", "():,;.")


@dataclass(frozen=True)
class Words:
    """The wording of one report: variants of labels, its ordinals, its blanks inside words."""

    names: dict[str, str] = field(default_factory=dict)
    ordinal: str = "{}."
    group_gap: str = ""
    spaced: frozenset[str] = frozenset()
    narrow: bool = False
    done: tuple[str, ...] = ()

    def __call__(self, label: str) -> str:
        text = self.names.get(label, label)
        text = re.sub(r"^(\d)\.", lambda found: self.ordinal.format(found[1]), text)
        text = re.sub(r"^（([一二三四五六七])）", rf"（\1）{self.group_gap}", text)
        if label in self.spaced:
            text = re.sub(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", " ", text)
        return text.translate(NARROW) if self.narrow else text


SPACED = (
    *("自然人", "总计", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"),
    *("三、本年度办理结果", "（三）不予公开", "（四）无法提供", "结果维持", "尚未审结"),
)


def words(rng: Random, layout: str, form: str) -> Words:
    """Draw the wording of a report in this layout."""
    names: dict[str, str] = {}
    done: list[str] = []
    for name, share, table in TABLES:
        if rng.random() < share:
            names |= table
            done.append(name)
    if form == "2019-60" and layout in ("L3", "L4", "L5") and rng.random() < 0.8:
        names |= HEADS_CUT
        done.append("H1")
    mixed = rng.random() < 0.33
    spaced = layout in ("L7", "L8", "HTML", "MSO", "DOCX") and rng.random() < 0.2
    return Words(
        names,
        ordinal=rng.choice(ORDINALS) if mixed else "{}.",
        group_gap=rng.choice(("", " ")) if mixed else "",
        spaced=frozenset(SPACED) if spaced else frozenset(),
        narrow=rng.random() < 0.5,
        done=(*done, *(["H10"] if mixed else []), *(["H3"] if spaced else [])),
    )
