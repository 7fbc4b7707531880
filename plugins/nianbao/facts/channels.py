"""Which figures count the applications of one channel only: 网上 9 件，信函 3 件，共 12 件."""

from __future__ import annotations

import re
from itertools import pairwise

_CHANNEL = re.compile(
    r"网上|网络|纸质|在线|互联网|线上|网站|平台|邮寄|信函|来信|邮件|邮箱|当面|现场|传真|窗口|书面(?!(?:政府|政务)?(?:信息公开)?的?申请)|线下"
    r"|电话|快递|信件|挂号|微信|当场|口头|(?<!政府|行政)(?<!全)系统"
)
_ALL_CHANNELS = re.compile(r"等|各种|各类|多种|不同|通过[^，]{0,20}[、和及]")
_BOTH = re.compile(r"线上线下|网上网下|线下线上")
_AND = re.compile(r"[、和及与或]")
_RECEIVED = re.compile(r"收到|受理|接收|提交|提出|申请")
_FIGURE = re.compile(r"\d{1,9}[件宗份条例次]")
_FEWEST = 2


def counts_one_channel(clause: str, prefix: str, rest: str) -> bool:
    """Return whether a figure counts what one channel of several brought.

    `clause` are the words of the figure, `prefix` and `rest` the sentence before and behind it.

    >>> counts_one_channel("网站在线平台收到", "网站在线平台收到", "")
    True
    >>> counts_one_channel("网站、信函等渠道收到", "网站、信函等渠道收到", "")
    False
    """
    return _names_one(clause) and not _is_only(prefix, rest)


def _names_one(clause: str) -> bool:
    found = list(_CHANNEL.finditer(clause))
    if not found or _ALL_CHANNELS.search(clause) or _BOTH.search(clause):
        return False
    return not any(_AND.search(clause[left.end() : right.start()]) for left, right in pairwise(found))


def _is_only(prefix: str, rest: str) -> bool:
    """Return whether a sentence tells how many came in all and names no other: 共收到网络申请 9 件."""
    counted = "共" in prefix and not _FIGURE.search(prefix)
    return counted and not _CHANNEL.search(_ALL_BY.sub("", rest))


_ALL_BY = re.compile(r"(?:均|全部|都)[为是通经由][^，；。]*")  # 均为网络申请


def goes_on_with_channels(prefix: str, clause: str) -> bool:
    """Return whether a clause names channels behind the figure of one: 网上申请 9 件，信函及当面申请 3 件."""
    pieces = [piece for piece in re.split("[，、；]", prefix.removesuffix(clause)) if piece]
    told = bool(pieces) and bool(_FIGURE.search(pieces[-1])) and _names_one(pieces[-1])
    return told and bool(_CHANNEL.search(clause)) and not _ALL_CHANNELS.search(clause)


def sums_channels(prefix: str) -> bool:
    """Return whether nothing but figures of channels stands before a sum."""
    pieces = [piece for piece in re.split("[，、；]", prefix) if _FIGURE.search(piece)]
    told = all(_names_one(piece) for piece in pieces)
    return len(pieces) >= _FEWEST and told and bool(_RECEIVED.search(prefix))


__all__ = ["counts_one_channel", "goes_on_with_channels", "sums_channels"]
