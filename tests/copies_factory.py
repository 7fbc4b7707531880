"""An archive with copied sections of known identity, among texts that are alike without being copies.

Alike without being copies are: sentences from one template, official wording, a circular's sentence in all
reports of a county, an authority's own text of the year before, and a topic's words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from factory_authorities import authority
from factory_prose import SLOTS, pick, sentence
from nianbao.archive import Prose
from nianbao.model import Authority

_WORDS = """
机制 流程 数据 群众 窗口 热线 目录 清单 台账 栏目 图解 问答 专家 代表 企业 社区 学校 医院 道路 桥梁
水库 林场 校车 补贴 资金 预算 决算 采购 招标 合同 验收 评估 抽查 培训 例会 督查 考核 约谈 整改 回访
登记 受理 补正 征求 答复 送达 归档 更新 转载 链接 附件 视频 直播 海报 广播 公示 听证 座谈 调研 走访
建议 提案 诉求 咨询 投诉 反馈 满意 渠道 平台 账号 后台 备份 安全 保密 审查 定密 脱敏 隐私 产权 土地
房屋 征收 补偿 搬迁 安置 低保 救助 养老 托育 就业 创业 贷款 税费 减免 审批 许可 执法 处罚 检查 公文
纪要 规章 解读 负责 组织 推动 完善 梳理 优化 落实 细化 明确 健全 拓宽 强化 及时 逐项 全面 定期 分类
集中 主动 同步 统一 规范 依法 逐步 重点 持续 首次 联合 通过 围绕 针对 结合 依托 按照 对照 春季 夏季
秋季 冬季 月底 年初 上午 周末 村民 居民 商户 农户 职工 学生 教师 医生 司机 律师 干部 班子 专班 小组
支部 茶叶 柑橘 生猪 渔业 旅游 古镇 湿地 矿山 港口 机场 车站 园区 厂房 仓库 市场 超市 餐饮 物业 电梯
燃气 供水 供电 垃圾
"""
WORDS = _WORDS.split()
OFFICIAL = (
    "行政机关公开政府信息，应当坚持以公开为常态、不公开为例外，遵循公正、公平、合法、便民的原则。",
    "本报告所列数据的统计期限自1月1日起至12月31日止。",
    "本年度没有收取信息处理费，也没有因政府信息公开工作被申请行政复议、提起行政诉讼的情况。",
)
MODES = ("sentences", "moved", "words", "names")
IDENTITIES = (0.6, 0.7, 0.8, 0.9, 1.0)
YEARS = (2021, 2022)


@dataclass(frozen=True)
class Written:
    """A generated report: its path, who wrote it when, and its prose."""

    path: str
    authority: Authority
    year: int
    prose: Prose


@dataclass(frozen=True)
class Plant:
    """A copied section: the paths of both reports, how much of it was kept, and how it was changed."""

    paths: frozenset[str]
    identity: float
    mode: str


def archive(seed: int, authorities: int, plants: int) -> tuple[list[Written], list[Plant]]:
    """Return the reports of both years, and which pairs hold a planted copy; no report is in two plants."""
    rng = Random(seed)
    reports = [report for number in range(authorities) for report in _own_reports(rng, number)]
    chosen = rng.sample(range(authorities), 2 * plants)
    done = []
    for number, (source, target) in enumerate(zip(chosen[::2], chosen[1::2], strict=True)):
        mode, identity = MODES[number % len(MODES)], IDENTITIES[number // len(MODES) % len(IDENTITIES)]
        here = len(YEARS) * source + rng.randrange(2)
        there = len(YEARS) * target + rng.randrange(2)
        reports[there] = _with_copy(rng, reports[here], reports[there], identity, mode)
        done.append(Plant(frozenset((reports[here].path, reports[there].path)), identity, mode))
    return reports, done


def _own_reports(rng: Random, number: int) -> Iterator[Written]:
    """Yield the reports of an authority; half of the later one's sentences are those of the year before."""
    owner = authority(number)
    before: list[str] = []
    county = Random(owner.region.code)
    circular = free_sentence(county)[:50]
    for year in YEARS:
        own = [_own_sentence(rng, owner, year) for _ in range(40)]
        kept = [text if rng.random() < 0.5 else new for text, new in zip(before, own, strict=False)] or own
        before = kept
        paragraphs = ["".join(kept[at : at + 4]) for at in range(0, 40, 4)]
        prose = {
            1: (*paragraphs[:5], circular),
            3: (rng.choice(OFFICIAL),),
            5: tuple(paragraphs[5:]),
            6: OFFICIAL,
        }
        yield Written(f"reports/{owner.id[:2]}/{owner.id}/{year}.md", owner, year, prose)


def _own_sentence(rng: Random, owner: Authority, year: int) -> str:
    name = owner.region.township or owner.region.county or owner.name
    return sentence(rng, name, year) if rng.random() < 0.4 else free_sentence(rng)


def free_sentence(rng: Random) -> str:
    """Return a sentence of 20 to 50 letters that hardly any other equals."""
    clauses = ("".join(pick(rng, WORDS) for _ in range(rng.randint(4, 8))) for _ in range(rng.randint(2, 4)))
    topic = pick(rng, SLOTS["topic"])
    return f"{topic}方面，{'，'.join(clauses)}。"


def _with_copy(rng: Random, source: Written, target: Written, identity: float, mode: str) -> Written:
    copied = "\n".join(source.prose[5])
    if mode == "words":
        copied = _words_changed(rng, copied, identity)
    else:
        copied = _sentences_changed(rng, copied, identity)
    if mode == "moved":
        copied = "\n".join(reversed(copied.split("\n")))
    if mode == "names":
        copied = _swapped(copied, source, target)
    section = tuple(copied.split("\n"))
    return Written(target.path, target.authority, target.year, {**target.prose, 5: section})


def _words_changed(rng: Random, text: str, identity: float) -> str:
    pairs = re.findall(r"\w{1,2}|\W", text)
    return "".join(pick(rng, WORDS) if len(pair) == 2 and rng.random() > identity else pair for pair in pairs)


def _sentences_changed(rng: Random, text: str, identity: float) -> str:
    sentences = re.findall(r"[^。；！]+[。；！]?", text)
    replaced = set(rng.sample(range(len(sentences)), round((1 - identity) * len(sentences))))
    changed = (
        re.sub(r"[^\n]+", free_sentence(rng), part) if at in replaced else part
        for at, part in enumerate(sentences)
    )
    return "".join(changed)


def _swapped(text: str, source: Written, target: Written) -> str:
    """Return the text with the source's names and year replaced by the target's."""
    for name in ("township", "county"):
        old, new = getattr(source.authority.region, name), getattr(target.authority.region, name)
        if old and new:
            text = text.replace(old, new)
    return text.replace(str(source.year), str(target.year))
