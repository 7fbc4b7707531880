"""Plain text and Markdown: decode, choose the layout, split into blocks."""

from __future__ import annotations

import codecs
import html
import re
from itertools import pairwise
from typing import NamedTuple

from nianbao.cells import Place
from nianbao.errors import SourceError
from nianbao.read.document import UNSEEN, Document, Step
from nianbao.read.layouts import read_lines
from nianbao.read.layouts.shape import is_prose
from nianbao.read.script import in_simplified_script

MEDIA_TYPE = "text/plain"

# Longest mark first: the UTF-32 mark begins like the UTF-16 one.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_END = re.compile(r"\r\n|\r|\n")
_WITHOUT_UNSEEN = dict.fromkeys(map(ord, UNSEEN))
SUBJECT = "政府信息公开"


class Decoded(NamedTuple):
    """A text, and the step that tells where it was cut inside its last character, if it was."""

    text: str
    steps: tuple[Step, ...] = ()


def read_text(data: bytes, name: str) -> Document:
    """Return the document in `data`. Raises `SourceError` where it is no text, or not about this subject."""
    decoded = _decoded(data, name)
    text, steps = in_simplified_script(decoded.text)
    if SUBJECT not in "".join(text.split()):
        raise SourceError(name, f"文中没有“{SUBJECT}”一词，不像政府信息公开工作年度报告")
    blocks = read_lines(_without_margin(_LINE_END.split(text)), plain_line)
    steps = (*decoded.steps, *open_end(text), *steps)
    return Document(name, MEDIA_TYPE, text, blocks, steps)


def _without_margin(lines: list[str]) -> list[str]:
    """Return the lines with blanks for what a mail or an editor prints before each: `> `, or its number."""
    printed = [line for line in lines if line.strip()]
    if not any(line[0] == ">" or _NUMBERED.match(line) for line in printed[:1]):
        return lines
    if sum(line.startswith(">") for line in printed) > _NEARLY_ALL * len(printed):
        return [_QUOTED.sub(_blank, line, count=1) for line in lines]
    numbers = [int(found[1]) if (found := _NUMBERED.match(line)) else -1 for line in lines]
    in_turn = sum(after == before + 1 > 1 for before, after in pairwise(numbers))
    worded = sum(bool(_NUMBERED.sub("", line, count=1).strip()) for line in lines)
    if in_turn <= _NEARLY_ALL * len(lines) or worded < _FEWEST_NUMBERED:
        return lines
    return [_NUMBERED.sub(_blank, line, count=1) for line in lines]


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


_NEARLY_ALL = 0.8
_FEWEST_NUMBERED = 20
_QUOTED = re.compile(r"(?:> ?)+")
_NUMBERED = re.compile(r" *(\d{1,4})(?:[:：|.] ?|[ \t]{1,2}|$)")


def plain_line(line: str) -> str:
    """Return a line without characters of no width, and without marks of Markdown in labels and figures.

    So are characters that a page has left by their names (`&nbsp;`). In prose all this stays as it was
    printed, for the page shows it.
    """
    line = line.translate(_WITHOUT_UNSEEN)
    if not _MARKED.search(line):  # as nearly always
        return line
    plain = _ENTITY.sub(lambda found: html.unescape(found[0]), line.translate(_BARS))
    plain = _ESCAPED.sub(r"\1", _STRONG.sub(r"\2", without_tags(plain)))
    if _LISTED.fullmatch(plain):
        plain = _BETWEEN.sub("\N{IDEOGRAPHIC SPACE}", plain)
    return line if is_prose(plain) and not IN_PIPES.fullmatch(plain) else plain


def without_tags(line: str) -> str:
    """Return a line of Markdown without the tags of HTML that a converter leaves around words."""
    return _STYLED.sub("", _BREAK.sub(" ", line)) if "<" in line else line


IN_PIPES = re.compile(r"\s*\|(.*)\|\s*")
_BREAK = re.compile(r"<br ?/?>", re.I)
_STYLED = re.compile(r"</?(?:span|font|strong|b|em|i|u|o:p|div|p|center)(?: [^<>]{0,400})?>", re.I)
_STRONG = re.compile(r"(__|\*\*)(?=[^\s_*])([^_*\n]{1,80}?)(?<=[^\s_*])\1")
_BARS = dict.fromkeys(map(ord, "│┃¦｜"), "|")
_MARKED = re.compile(r"[<&_*\\;；│┃¦｜]|\d[、]\d")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#[xX][0-9a-fA-F]{1,5});")
_BETWEEN = re.compile("[;；、]")
_LISTED = re.compile(r"\s*[+\-]?\d[\d.,]*(?:\s*[;；、]\s*[+\-]?\d[\d.,]*)+")  # 3; 0; 0; 3
_ESCAPED = re.compile(r"\\([-\\`*_{}\[\]()#+.!|>~<])")


def open_end(text: str) -> tuple[Step, ...]:
    """Return the step that tells of a file which ends with a digit: the number may have gone on."""
    return (Step("open_end", Place(1), text[-1:], text[-1:]),) if text[-1:].isdigit() else ()


def decode(data: bytes, name: str) -> str:
    """Return the text of `data`: by its byte order mark, else UTF-8, else GB18030, each strictly.

    Only the last character may be cut; it is left out. Raises `SourceError` for an empty file, for binary
    content, and where no encoding fits every byte.
    """
    return _decoded(data, name).text


def _decoded(data: bytes, name: str) -> Decoded:
    if not data.strip():
        raise SourceError(name, "文件是空的")
    marked = next((codec for mark, codec in _MARKS if data.startswith(mark)), None)
    if not marked and b"\0" in data:
        raise SourceError(name, "不是文本文件（含有二进制内容），请提供文本原件")
    for codec in (marked,) if marked else ("utf-8", "gb18030"):
        decoder = codecs.getincrementaldecoder(codec)()
        try:
            text = decoder.decode(data)
        except UnicodeDecodeError:
            continue
        if not text.strip():
            raise SourceError(name, "文件是空的")
        rest = decoder.getstate()[0]  # the bytes of a character that has not ended
        return Decoded(text, (_cut(text),) if rest else ())
    raise SourceError(name, "编码无法识别：既不是 UTF-8，也不是 GB18030")


def _cut(text: str) -> Step:
    lines = _LINE_END.split(text)
    return Step("cut_end", Place(len(lines), max(len(lines[-1]), 1)), lines[-1], None)
