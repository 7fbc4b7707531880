"""The id of an authority: `<code6>-<slug>`, assigned once and then kept."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256

from nianbao.model import Region

_LONGEST = 60  # characters of an id: it is the name of a folder
# Readings of place names that differ from the common reading of their characters (行政区划 pinyin of
# the 民政部), or that the phrase list of pypinyin cuts in the wrong place (尧都区, 覃塘区).
_PLACE_READINGS = {
    "单县": "shanxian", "浚县": "xunxian", "蔚县": "yuxian", "莘县": "shenxian", "六安": "luan",
    "六合": "luhe", "铅山": "yanshan", "台州": "taizhou", "番禺": "panyu", "东阿": "donge",
    "乐清": "yueqing", "乐亭": "laoting", "乐陵": "laoling", "洪洞": "hongtong", "繁峙": "fanshi",
    "涡阳": "guoyang", "荥阳": "xingyang", "荥经": "yingjing", "长子": "zhangzi", "长治": "changzhi",
    "长垣": "changyuan", "珲春": "hunchun", "朝阳": "chaoyang", "筠连": "junlian", "什邡": "shifang",
    "伽师": "jiashi", "宕昌": "tanchang", "召陵": "shaoling", "蚌埠": "bengbu", "蚌山": "bengshan",
    "大城县": "daichengxian", "阿勒泰": "aletai", "尧都": "yaodu", "覃塘": "qintang", "漯河": "luohe",
    "都昌": "duchang", "都兰": "dulan", "尼勒克": "nileke", "佛冈": "fogang", "佛坪": "foping",
    "曾都": "zengdu", "万柏林": "wanbailin", "泊头": "botou", "泌阳": "biyang", "尉犁": "yuli",
    "黄陂": "huangpi", "大埔": "dabu", "枞阳": "zongyang", "浒墅关": "xushuguan", "卜": "bu",
}  # fmt: skip
_EXCEPTION = re.compile("|".join(sorted(_PLACE_READINGS, key=len, reverse=True)))


def authority_id(region: Region, body: str = "", township: str = "") -> str:
    """Return `<code6>-<slug>`: code of the region, pinyin of what is named below it; empty while undecided.

    The slug is that of the township and the body, or of the place itself for its people's government:
    lower-case ASCII letters and digits, no tones, no separators; an id has at most 60 characters.

    >>> authority_id(Region("141002", "山西省", "临汾市", "尧都区"))
    '141002-yaoduqu'
    >>> authority_id(Region("321300", "江苏省", "宿迁市"), "财政局")
    '321300-caizhengju'
    """
    if not region.code:
        return ""
    place = region.county or region.prefecture or region.province
    name = (township or region.township) + body or place
    prefix = region.code.ljust(6, "0") + "-"
    return prefix + _shortened(_slug(name) or f"x{_digest(name)}", name, _LONGEST - len(prefix))


@lru_cache(maxsize=4096)  # an authority reports year by year, and departments are called alike
def _slug(name: str) -> str:
    parts, at = [], 0
    for found in _EXCEPTION.finditer(name):
        parts += [_pinyin(name[at : found.start()]), _PLACE_READINGS[found[0]]]
        at = found.end()
    return "".join([*parts, _pinyin(name[at:])])


def _pinyin(text: str) -> str:
    from pypinyin import lazy_pinyin

    return re.sub(r"[^a-z0-9]", "", "".join(lazy_pinyin(text)).lower())


def _shortened(slug: str, name: str, length: int) -> str:
    return slug if len(slug) <= length else slug[: length - 8] + _digest(name)


def _digest(name: str) -> str:
    return sha256(name.encode()).hexdigest()[:8]
