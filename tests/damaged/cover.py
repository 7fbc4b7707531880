"""Who reports and for which year: titles, preambles and signatures in all their ways (P1–P6, P11, P12)."""

from dataclasses import dataclass
from random import Random

from damaged.paper import Line
from nianbao.model import Authority

WORDINGS = (
    "政府信息公开工作年度报告",
    "政府信息公开工作年度报告",
    "政府信息公开工作年度报告",
    "政府信息公开年度报告",
    "政府信息公开工作报告",
    "政府信息公开工作年报",
    "信息公开工作报告",
)
BASES = ("〔2021〕30号", "〔2019〕60号", "〔2021〕30 号")
PERIODS = (
    "自{y}年1月1日起至{y}年12月31日止",
    "{y}年1月1日至12月31日",
    "{y}年1月1日到12月31日",
    "{y}年1月1日至{y}年12月31日",
    "自 {y} 年 1 月 1 日起至 {y} 年 12 月 31 日止",
)
DAMAGED_PERIODS = ("{y}111231日", "{y}11日至{y}1231日")
TITLE_WAYS = ("P1", "P1", "P1", "P1-spaced", "P2", "P2", "P3", "P6", "P6-about")


@dataclass(frozen=True)
class Cover:
    """The lines above section 一, those after the last section, and what they tell."""

    lines: tuple[Line, ...]
    signature: tuple[Line, ...]
    names: frozenset[str]
    year: int | None
    done: tuple[str, ...]


def short_names(authority: Authority) -> tuple[str, ...]:
    """Return the names under which an authority heads its report."""
    region = authority.region
    if authority.kind == "department":
        return (authority.name, authority.name, f"{region.prefecture}{authority.name}")
    if region.township:
        office = authority.name.removeprefix(region.county)
        return (authority.name, office, office, region.township)
    return (authority.name, authority.name.removesuffix("人民政府"))


def cover(rng: Random, authority: Authority, year: int) -> Cover:
    """Draw title, preamble and signature; where a title is missing something else tells the name."""
    name = rng.choice(short_names(authority))
    missing = rng.random() < 0.2
    way = "P5" if missing else rng.choice(TITLE_WAYS)
    title, names = ((), frozenset({name})) if missing else _title(rng, way, name, year)
    preamble, period = _preamble(rng, name, year, wanted=missing or rng.random() < 0.65)
    signed = rng.random() < 0.4
    done = [way, *(["P12-damaged"] if preamble and not period else [])]
    repeated = not missing and rng.random() < 0.15
    if repeated:
        title = (Line(f"{name}{year}年度政府信息公开工作年度报告", 1), *title)
        done.append("P4")
    return Cover(
        lines=(*title, *preamble),
        signature=_signature(rng, name, year) if signed else (),
        names=names | {authority.name},  # where the text has the whole name too, as a portal does
        year=year if title or period else None,
        done=tuple(done),
    )


def _title(rng: Random, way: str, name: str, year: int) -> tuple[tuple[Line, ...], frozenset[str]]:
    degree = rng.choice(("年", "年", "年度"))
    words = rng.choice(WORDINGS)
    whole = f"{name}{year}{degree}{words}"
    lines = {
        "P1": (whole,),
        "P1-spaced": (f"{name} {year} {degree}{words}",),
        "P2": (name, f"{year}{degree}{words}"),
        "P3": (whole[:-2], whole[-2:]) if rng.random() < 0.5 else (f"{whole[:-1]} {whole[-1]}",),
        "P6": (f"{year}年度{name}{words}",),
        "P6-about": (f"{name}关于{year}{degree}{words}",),
    }[way]
    names = {name, name.removesuffix("人民政府")} if way == "P6" else {name}
    return tuple(Line(text, 1) for text in lines), frozenset(names)


def _preamble(rng: Random, name: str, year: int, *, wanted: bool) -> tuple[tuple[Line, ...], bool]:
    """Return the preamble and whether it tells the period."""
    if not wanted:
        return (), False
    damaged = rng.random() < 0.03
    period = rng.choice(DAMAGED_PERIODS if damaged else PERIODS).format(y=year)
    law = "《中华人民共和国政府信息公开条例》（以下简称《条例》）"
    first = rng.choice(
        (
            f"本报告由{name}根据{law}和国办公开办函{rng.choice(BASES)}文件要求编制。",
            f"根据{law}规定，由{name}编制本报告。",
            f"本报告由{name}按照{law}编制。",
        )
    )
    parts = "、".join(
        ("总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况")[: rng.randint(2, 3)]
    )
    lines = [
        first,
        f"全文由{parts}等{rng.choice('五六七')}个部分组成。" if rng.random() < 0.5 else "",
        f"本报告所列数据的统计期限{period}。",
        _contact(rng, name),
    ]
    text = [line for line in lines if line]
    return tuple(map(Line, text if rng.random() < 0.5 else ["".join(text)])), not damaged


def _contact(rng: Random, name: str) -> str:
    if rng.random() < 0.4:
        return ""
    phone = f"0{rng.randint(310, 999)}-{rng.randint(2_000_000, 8_999_999)}"
    return (
        f"如对本报告有任何疑问，请联系{name}办公室（地址：人民路{rng.randint(1, 300)}号，"
        f"邮编：{rng.randint(100000, 800000)}，电话：{phone}，电子邮箱：xxgk{rng.randint(1, 99)}@163.com）。"
    )


def _signature(rng: Random, name: str, year: int) -> tuple[Line, ...]:
    day = rng.choice((f"{year + 1}年1月{rng.randint(4, 28)}日", "二〇二四年一月十二日"))
    return (Line(f"{name}    "), Line(day))
