"""What a page prints around a report: breadcrumbs, meta data, buttons, footers (P7–P10, P13)."""

from random import Random

from damaged.paper import Line

CRUMBS = (
    "当前位置: 首页 > 政务公开 > 政府信息公开年报 > {y}",
    "您现在所在的位置: 网站首页 > 政府信息公开 > 政府信息公开年报",
    "首页 > 法定主动公开内容 > 政府信息公开年报",
)
META = (
    "发布日期:{n}-01-{d:02d}  来源:原创  浏览次数:次",
    "发布时间：{n}-01-{d:02d} 16:{d:02d}  信息来源：{source}  点击数:{d}",
    "作者: 管理员  归档时间:  背景色:",
    "【字体:   】  打印",
    "字号: 大 中 小  分享到:",
)
META_TABLE = (
    "索 引 号 | 014416330/{n}-0{d:02d}36 | 分 类 | 年度报告",
    "发布机构 | {source} | 发文日期 | {n}-01-{d:02d}",
    "文 号 | 无〔〕号",
)
BUTTONS = (
    "微信 微博 QQ空间 全真版 文字版 文件下载 相关链接： -->",
    "点击收听年报语音朗读",
    "【下载Word】 【下载PDF】",
    "长辈版",
    "无障碍",
    "登录 | 注册",
    "社会主义核心价值观: 富强 民主 文明 和谐",
)
FOOTER = (
    "附件下载",
    "扫一扫在手机打开当前页面",
    "主办单位：{source}  承办单位：信息中心  网站标识码：{n}000001",
    "网站地图",
    "上一篇：政府信息公开指南",
)
ADVERTS = ("365bet(中国)官方网站", "中国足彩网", "老虎机游戏")


def _lines(rng: Random, texts: tuple[str, ...], count: int, source: str, year: int) -> list[Line]:
    day = rng.randint(4, 28)
    return [Line(text.format(y=year, n=year + 1, d=day, source=source)) for text in rng.sample(texts, count)]


def before(rng: Random, source: str, year: int) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """Return what stands above the report, with the names of what was added."""
    lines: list[Line] = []
    done: list[str] = []
    for name, texts in (("P10", BUTTONS), ("P7", CRUMBS), ("P8", META), ("P9", META_TABLE)):
        if rng.random() < 0.5:
            lines += _lines(rng, texts, rng.randint(1, 2), source, year)
            done.append(name)
    return tuple(lines), tuple(done)


def after(rng: Random, source: str, year: int) -> tuple[Line, ...]:
    """Return what stands below the report."""
    return tuple(_lines(rng, FOOTER, rng.randint(1, 3), source, year))
