"""Chinese prose for generated reports: our own sentences, with the oddities of archived text now and then."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from nianbao.model import Block, Heading, Paragraph, Section, TableSlot

T = TypeVar("T")

SENTENCES = (
    "{year}年，{name}围绕{topic}，通过{channel}发布信息{n}条，比上一年{trend}",
    "{dept}牵头建立{thing}，明确{person}负责{topic}的信息更新，做到{standard}",
    "全年组织{activity}{k}次，参加人员{n}人次，收集意见建议{m}条，均已{done}",
    "对{topic}等群众关心的事项，{channel}设立专栏，集中公开{thing}和办理进度",
    "{dept}每季度检查{channel}的内容，发现{problem}{k}处，当月整改完毕",
    "依申请公开方面，{person}按照登记、审核、办理、答复、归档的流程，{standard}",
    "围绕{topic}制发解读材料{k}篇，其中图解{m}篇，采用{way}的方式，让群众{result}",
    "{month}月，{name}与{dept}联合开展{activity}，重点检查{thing}是否{standard}",
    "公开电话由专人接听，全年接听{n}次，咨询最多的是{topic}和{topic2}",
    "下一步，{name}将把{topic}作为重点，继续完善{thing}，提高{result2}",
    "个别{unit}对{topic}的公开不够及时，{thing}的内容偏笼统，{problem}仍有发生",
    "在{channel}之外，还在{place}设置公开查阅点{k}个，方便老年人{result}",
)
SLOT_WORDS = """
topic 危旧房改造 农村低保 义务教育招生 惠农补贴 征地补偿 安全生产 食品抽检
topic 财政预决算 公共法律服务 河道治理 公租房配租 疫苗接种
topic 营商环境 环境监测 就业培训 防汛抗旱 道路养护 养老服务 高标准农田 垃圾分类
channel 门户网站 微信公众号 政务公开栏 村务公开栏 政务服务大厅 广播村村响 政府公报 新闻发布会 短视频账号
dept 党政办 综合执法队 财政所 社会事务办 经济发展办 便民服务中心 司法所
dept 农业农村办 应急管理站
thing 公开目录 责任清单 审查台账 办事指南 服务事项表 会议纪要摘编 意见征集结果 政策问答库 主题分类表
person 分管负责同志 保密审查员 信息员 网格员 值班人员 档案员
standard 应公开尽公开 先审查后公开 有据可查 按期办结 一件一档 内容准确 格式统一
activity 政府开放日 业务培训 入户宣讲 专项检查 座谈会 问卷调查 案例评析
done 答复 采纳 整改 归档 转办 反馈
problem 链接失效 错别字 栏目空白 更新滞后 附件缺失 表述不一致
way 一图读懂 问答 动漫 方言广播 现场讲解 案例说明
result 看得懂 找得到 问得清 办得成 信得过
result2 办理质量 更新频次 解读水平 检索效率 群众知晓率
unit 站所 村居 科室 下属单位 窗口
place 图书馆 档案馆 社区服务站 集贸市场 卫生院 客运站
trend 增加两成 略有减少 基本持平 明显增长 减少一半
"""
ENDINGS = "。。。。。；！"
ODD_INSIDE = (
    "<script>alert('公开')</script>",
    "（见附件 a|b|c）",
    "**重点**和*一般*事项",
    "文件名为_年报_终稿_v2_",
    r"路径 C:\公文\2023\ 下的 \*.docx",
    "{{ page.title }}{% raw %}",
    "🎉满意率达到９８．５％",
    "Wi-Fi、OA 与 APP 三类渠道",
    "[点此](javascript:alert(1))",
    "![图](x.png)",
    "&lt;b&gt; 与 &amp;nbsp;",
    "`代码`与~~删除~~",
    "https://www.example.gov.cn/a_b_c?x=1&y=<2>",
    "<!-- table: applications -->",
    "政　务　公　开",
    "$a_1$、^上标^、[^1]",
    "𠮷林路与㐂善堂",
)
ODD_STARTS = (
    "# ",
    "- ",
    "1. ",
    "> ",
    "| 甲 | 乙 | ",
    "``` ",
    "=== ",
    "--- ",
    "<div> ",
    "+ ",
    "[甲]: ",
    ": ",
    "~~~ ",
)
TOPICS_OF_SECTION_1 = ("主动公开", "依申请公开", "政府信息管理", "平台建设", "监督保障")
NUMERALS = "一二三四五六七八九十"


def _slots() -> dict[str, list[str]]:
    slots: dict[str, list[str]] = {}
    for line in SLOT_WORDS.split("\n")[1:-1]:
        slot, *words = line.split(" ")
        slots[slot] = slots.get(slot, []) + words
    return slots


SLOTS = _slots()


def pick(rng: Random, items: Sequence[T]) -> T:
    """Return one of the items; several times faster than `Random.choice`."""
    return items[int(rng.random() * len(items))]


def statement(rng: Random, name: str, year: int) -> str:
    """Return a sentence without its end mark."""
    slots = {key: pick(rng, words) for key, words in SLOTS.items()}
    return pick(rng, SENTENCES).format(
        name=name,
        year=year,
        topic2=pick(rng, SLOTS["topic"]),
        n=int(rng.random() * 4000),
        m=int(rng.random() * 90),
        k=int(rng.random() * 30),
        month=1 + int(rng.random() * 12),
        **slots,
    )


def sentence(rng: Random, name: str, year: int) -> str:
    text = statement(rng, name, year)
    if rng.random() < 0.02:
        text += pick(rng, ODD_INSIDE)
    return text + pick(rng, ENDINGS)


def paragraph(rng: Random, name: str, year: int) -> Paragraph:
    start = pick(rng, ODD_STARTS) if rng.random() < 0.02 else ""
    return Paragraph(start + "".join(sentence(rng, name, year) for _ in range(2 + int(rng.random() * 4))))


def _subsection(rng: Random, name: str, year: int, number: int, title: str) -> list[Block]:
    blocks: list[Block] = [Heading(3, f"（{NUMERALS[number]}）{title}"), paragraph(rng, name, year)]
    if rng.random() < 0.3:
        for item in range(1, 3):
            blocks += [Heading(4, f"{item}. {pick(rng, SLOTS['topic'])}"), paragraph(rng, name, year)]
    return blocks


def lead(rng: Random, name: str, year: int) -> tuple[Block, ...]:
    period = f"本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"
    phone = f"0{int(rng.random() * 900 + 100)}-{int(rng.random() * 9_000_000 + 1_000_000)}"
    return (Paragraph(f"本报告由{name}编制。{period}如有疑问，请与{name}办公室联系（电话：{phone}）。"),)


def section(rng: Random, name: str, year: int, number: int, title: str, tables: Sequence[str]) -> Section:
    """Return a section, its tables after the first paragraph; six together have 1,500 to 4,000 characters."""
    blocks: list[Block] = [paragraph(rng, name, year), *(TableSlot(table) for table in tables)]
    if number == 1:
        for index, topic in enumerate(TOPICS_OF_SECTION_1):
            blocks += _subsection(rng, name, year, index, topic)
    elif number == 5:
        blocks += _subsection(rng, name, year, 0, "存在的主要问题")
        blocks += _subsection(rng, name, year, 1, "改进措施")
        if rng.random() < 0.2:
            blocks += [Heading(5, "附带说明"), paragraph(rng, name, year)]
    elif number == 6:
        blocks.append(Paragraph("本年度没有收取信息处理费。"))
    return Section(number, title, tuple(blocks))
