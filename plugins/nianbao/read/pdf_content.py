"""Runs the content streams of a page: pdfminer's interpreter with a quicker lexer, and with a limit.

pdfminer reads a stream byte by byte, which takes nine tenths of a report's time. A stream in plain syntax,
as nearly all programs write it, is cut into tokens at once; any other one goes to pdfminer's own parser.
This module imports pdfminer; only the PDF reader loads it, when it reads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import PDFStream, stream_value
from pdfminer.psparser import LIT

_MOST_TOKENS = 1_000_000  # of a page with all its forms; a page full of 5 pt type has some 200,000
_STREAM = 50  # tokens that take as long as what a stream, a form say, needs before its first one
_SHORTEST_TOKENS = 4  # bytes of a short token and the blank behind it
_TOKEN = re.compile(
    rb"""\s*(?:(?P<number>[+-]?(?:\d+(?:\.\d*)?|\.\d+))(?=[\s/\[\]<(]|$)
    |(?P<operator>[A-Za-z][A-Za-z0-9*]*|['"])(?=[\s/\[\]<(]|$)
    |(?P<hex><(?:\s*[0-9A-Fa-f]\s*[0-9A-Fa-f])*\s*>)
    |(?P<string>\((?:[^()\\\r]|\\[0-7]{1,3}|\\[nrtbf()\\])*\))
    |(?P<name>/[A-Za-z0-9_.+-]*)(?=[\s/\[\]<>(]|$)
    |(?P<open>\[|<<)
    |(?P<close>\]|>>))""",
    re.VERBOSE,
)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|[nrtbf()\\])")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_METHODS = {"'": "do__q", '"': "do__w"}  # pdfminer's names
_OTHER_SYNTAX = frozenset(("BI", "true", "false", "null"))  # pictures between operators, rare constants

Operand = Any  # int, float, bytes, a name, or a list of operands


class TooMuchError(Exception):
    """A page, with all the forms it prints, has more operators and operands than any page needs."""


class Operator(str):
    """The name of an operator among the operands."""

    __slots__ = ()


class Interpreter(PDFPageInterpreter):
    """Interprets a page like its base class. Raises `TooMuchError` for an endless one.

    The forms of a page have interpreters of their own, and share the device: it counts for all of them.
    """

    def execute(self, streams: Sequence[object]) -> None:
        """Run content streams; called again for each form that they print."""
        whole = [stream_value(each) for each in streams]
        data = b"\n".join(stream.get_data() for stream in whole)
        tokens = _tokens(data) if self._is_new(whole) else None
        size = len(data) // _SHORTEST_TOKENS if tokens is None else len(tokens)
        spent = getattr(self.device, "spent", 0) + _STREAM + size
        if spent > _MOST_TOKENS:
            raise TooMuchError
        self.device.spent = spent  # type: ignore[attr-defined]
        if tokens is None:
            super().execute(streams)
        else:
            self._run(tokens)

    def _is_new(self, streams: Sequence[PDFStream]) -> bool:
        """Return whether no stream is being run already; if so they are noted as running."""
        ids = {stream.objid for stream in streams if stream.objid is not None}
        if len(ids) < len(streams) or ids & self.parent_stream_ids:
            return False
        self.stream_ids = ids
        return True

    def _run(self, tokens: Sequence[Operand]) -> None:
        known: dict[str, tuple[Any, int]] = {}
        for token in tokens:
            if not isinstance(token, Operator):
                self.push(token)
                continue
            if token not in known:
                method = getattr(self, _METHODS.get(token, f"do_{token.replace('*', '_a')}"), None)
                known[token] = method, method.__code__.co_argcount - 1 if method else 0
            method, count = known[token]
            operands = self.pop(count) if count else []
            if method and len(operands) == count:
                method(*operands)


def _tokens(data: bytes) -> list[Operand] | None:
    """Return operands and operators in order; None where the stream is not in plain syntax.

    Raises `TooMuchError` for an endless one.
    A dictionary becomes the list of its keys and values: no operator that is run here looks into one.
    """
    stack: list[list[Operand]] = [[]]
    end = 0
    for count, match in enumerate(_TOKEN.finditer(data)):
        if match.start() != end:
            return None
        if count > _MOST_TOKENS:
            raise TooMuchError
        end = match.end()
        kind = match.lastgroup
        if kind == "open":
            stack.append([])
        elif kind == "close":
            if len(stack) == 1:
                return None
            inner = stack.pop()
            stack[-1].append(inner)
        else:
            value = _value(kind, match[match.lastindex or 0])
            if kind == "operator" and (len(stack) > 1 or value in _OTHER_SYNTAX):
                return None
            stack[-1].append(value)
    return stack[0] if len(stack) == 1 and not data[end:].strip() else None


def _value(kind: str | None, text: bytes) -> Operand:
    if kind == "number":
        return float(text) if b"." in text else int(text)
    if kind == "operator":
        return Operator(text, "ascii")
    if kind == "name":
        return LIT(text[1:].decode())
    if kind == "hex":
        return bytes.fromhex(text[1:-1].decode())
    return _ESCAPE.sub(_unescaped, text[1:-1])


def _unescaped(match: re.Match[bytes]) -> bytes:
    text = match[1]
    if text.isdigit():
        return bytes((int(text, 8) & 255,))
    return _ESCAPED.get(text, text)
