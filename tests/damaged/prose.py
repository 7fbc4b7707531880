"""The sections of a generated report: headings in all their ways, prose with figures that are no cells."""

from random import Random

import factory_prose
from damaged.paper import Line, Paper, Table
from nianbao.forms import Form, SectionForm
from nianbao.model import TableSlot

NUMERALS = "一二三四五六七八九十"
DISTRACTING = (
    "{y}年，共收到政府信息公开申请{a}件，其中自然人{b}件，予以公开{c}件，答复率100%。",
    "全年制发规范性文件{a}件，废止{b}件，现行有效{c}件，规章{b}件。",
    "行政许可{a}件，行政处罚{b}件，较{p}年增长{c}.5%，收费{c}.{b}万元。",
    "主动公开政府信息{a}条（见第{b}页表{c}），其中政务微博{b}条。",
    "本年度被申请行政复议{b}件，结果维持{c}件，行政诉讼{b}件，总计{a}件。",
    "截至{y}年12月31日，结转下年度继续办理{b}件；{p}年结转{c}件。",
    "共主动公开条，现行有效的规范性文件。",
)
FREE_FORM = (
    "本年制发规范性文件{a}件，规章{b}件，办理行政许可{c}件。",
    "本年新收政府信息公开申请数量{b}件，上年结转{c}件，均已答复。",
)


def distraction(rng: Random, year: int, sentences: tuple[str, ...] = DISTRACTING) -> Line:
    a, b, c = rng.randint(10, 1900), rng.randint(0, 30), rng.randint(0, 12)
    return Line(rng.choice(sentences).format(y=year, p=year - 1, a=a, b=b, c=c))


def sections(
    rng: Random, form: Form, tables: dict[int, Table], name: str, year: int
) -> tuple[Paper, list[str]]:
    """Return the six sections with their tables, and the names of what is unusual about them."""
    done: list[str] = []
    long, between = rng.random() < 0.12, rng.random() < 0.3
    sixth = rng.random() > 0.06
    blocks: list[Line | Table] = [Line("目录")] if rng.random() < 0.02 else []
    mark = rng.choice(("{}、{}",) * 8 + ("{}、 {}", "{}. {}"))
    for part in form.sections:
        if part.number == 6 and not sixth:
            continue
        blocks.append(Line(mark.format(NUMERALS[part.number - 1], _title(rng, part, long)), 2))
        table = tables.get(part.number)
        if table and between:
            blocks.append(distraction(rng, year))
        blocks += [table] if table else _prose(rng, part.number, name, year)
    if rng.random() < 0.03:
        blocks += [Line(f"七、{year + 1}年工作思路", 2), distraction(rng, year)]
        done.append("S2")
    done += [*(["S3"] if long else []), *(["S7"] if between else []), *([] if sixth else ["S1"])]
    return tuple(blocks), done


def _title(rng: Random, part: SectionForm, long: bool) -> str:
    if long and part.long:
        return part.long
    return rng.choice(part.variants) if part.variants and rng.random() < 0.1 else part.title


def _prose(rng: Random, number: int, name: str, year: int) -> list[Line | Table]:
    made = factory_prose.section(rng, name, year, number, "", ())
    lines: list[Line | Table] = [
        Line(block.text, getattr(block, "level", 0))
        for block in made.blocks
        if not isinstance(block, TableSlot)
    ]
    lines.insert(rng.randint(1, len(lines)), distraction(rng, year))
    return lines


def free_form(rng: Random, year: int) -> Paper:
    """Return a report without any table: its figures stand in sentences (S4)."""
    return (
        Line("一、主动公开情况", 2),
        *(distraction(rng, year, FREE_FORM) for _ in range(2)),
        Line("二、依申请公开情况", 2),
        *(distraction(rng, year) for _ in range(2)),
        Line("三、下一步打算", 2),
        Line("进一步提高认识，做好政府信息公开工作。"),
    )
