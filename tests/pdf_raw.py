"""PDFs written object by object: what no program exports, but a reader may be given."""

import re
import zlib


def pdf_of(*objects: bytes, root: int = 1) -> bytes:
    """Return a file of objects numbered from 1; the catalogue is number `root`."""
    parts, offsets = [b"%PDF-1.7\n"], []
    for number, each in enumerate(objects, 1):
        offsets.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, each))
    start = sum(map(len, parts))
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    tail = b"trailer\n<</Size %d /Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, root, start)
    return b"".join((*parts, b"xref\n0 %d\n0000000000 65535 f \n" % size, table, tail))


def stream(content: bytes, extra: bytes = b"") -> bytes:
    packed = zlib.compress(content)
    return b"<</Length %d /Filter /FlateDecode %s>>\nstream\n%s\nendstream" % (len(packed), extra, packed)


def with_inherited_box(data: bytes) -> bytes:
    """Return the file with the media box of its pages at the node above them, as some programs write it."""
    box, root = re.search(rb"/MediaBox \[[^\]]*\]", data), re.search(rb"/Root (\d+) 0 R", data)
    assert box and root
    objects = re.findall(rb"\d+ 0 obj\s(.*?)\sendobj", data, re.DOTALL)
    moved = (
        each.replace(box[0], b"").replace(b"/Type /Pages", box[0] + b" /Type /Pages") for each in objects
    )
    return pdf_of(*moved, root=int(root[1]))


def page_of(content: bytes, resources: bytes = b"", *more: bytes) -> bytes:
    page = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <<%s>>>>"
    return pdf_of(
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        page % resources,
        stream(content),
        *more,
    )
