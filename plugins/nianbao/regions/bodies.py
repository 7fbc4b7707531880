"""Which bodies a text names with their place: the known places in it, each with the body behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nianbao.regions.printed import chain_of, without_spaces
from nianbao.regions.table import Table, table

_LOOK_AHEAD = 60  # characters
_TOWNSHIPS = "(?:镇|乡|街道|苏木)"
_ITS_BODY = "(?:人民政府|办事处)"
_TOWNSHIP = re.compile(rf"[\u4e00-\u9fff]{{1,8}}?{_TOWNSHIPS}(?![镇乡])")
_BODY = re.compile(
    r"[\u4e00-\u9fff·]{0,18}?(?:人民政府[\u4e00-\u9fff]{2,8}街道办事处|人民政府办公[室厅]|人民政府|办事处|委员会办公室|委员会|管委会|税务局|局|厅|办公[室厅]"
    r"|(?:[支总大]|调查|执法)队|海关|合作社联合社|联合[会社]|合作社|中心|法院|检察院|银行|大学|学院|医院)"
)
# Of a branch: 国家税务总局某县税务局.
_HEAD = re.compile(r"国家[\u4e00-\u9fff]{2,12}?总?局(?=[\u4e00-\u9fff]{2})")
_ALONE = re.compile(rf"(?P<name>[\u4e00-\u9fff]{{2,8}}{_TOWNSHIPS}){_ITS_BODY}")
_OF_TOWNSHIP = re.compile(_TOWNSHIPS + _ITS_BODY)
# 某县人民政府门户网站, 某县人民政府办公室《关于…》, 某县人民政府要求: named, but not as who reports.
_NOT_BEFORE = re.compile(
    r"官?网|门户|公报|印发|《|〔|\[|关于|微信|微博|(?:的|统一|有关)?(?:要求|通知|部署|安排|文件|领导|指导|规定)|办公[室厅][《〔\[关]"
)


def named_bodies(text: str) -> Iterator[str]:
    """Yield every body that the lines of a text name with a place of the table, each as often as it is named.

    >>> list(named_bodies("特向社会公布浙江省青田县水利局的情况，见青田县人民政府门户网站。"))
    ['浙江省青田县水利局']
    """
    places = table()
    for line in map(without_spaces, text.splitlines()):
        at, may_stand_alone = 0, bool(_OF_TOWNSHIP.search(line))
        while at < len(line):
            if not may_stand_alone:
                at = _next_place(line, at, places)
            name = _at(line[at : at + _LOOK_AHEAD], places)
            if name and not _NOT_BEFORE.match(line, at + len(name)):
                yield name
            at += len(name) or 1


def _next_place(line: str, at: int, places: Table) -> int:
    """Return where the next place or national body can begin, or the end of the line."""
    while found := places.first.search(line, at):
        at = found.start()
        if line[at : at + 2] in places.beginnings or line.startswith("国家", at):
            return at
        at += 1
    return len(line)


def _at(text: str, places: Table) -> str:
    """Return the name that a text begins with: places, a township among them or not, and the body."""
    head = _HEAD.match(text)
    if head and (branch := _at(text[head.end() :], places)):
        return head[0] + branch
    known = text[:2] in places.beginnings
    words = "".join(word for word, _ in chain_of(text, places)) if known else ""
    if not words:
        alone = _ALONE.match(text)
        return alone[0] if alone and places.with_township(alone["name"], ()) else ""
    township = _TOWNSHIP.match(text, len(words))
    end = township.end() if township and places.with_township(township[0], ()) else len(words)
    body = _BODY.match(text, end)
    if body:
        return text[: body.end()]
    return text[:end] if township and end > len(words) else ""
