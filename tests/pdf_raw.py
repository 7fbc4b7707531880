"""PDFs written object by object: what no program exports, but a reader may be given."""

import zlib


def pdf_of(*objects: bytes) -> bytes:
    """Return a file of numbered objects, the first of which is the catalogue."""
    parts, offsets = [b"%PDF-1.7\n"], []
    for number, each in enumerate(objects, 1):
        offsets.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, each))
    start = sum(map(len, parts))
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    tail = b"trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, start)
    return b"".join((*parts, b"xref\n0 %d\n0000000000 65535 f \n" % size, table, tail))


def stream(content: bytes, extra: bytes = b"") -> bytes:
    packed = zlib.compress(content)
    return b"<</Length %d /Filter /FlateDecode %s>>\nstream\n%s\nendstream" % (len(packed), extra, packed)


def page_of(content: bytes, resources: bytes = b"", *more: bytes) -> bytes:
    page = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <<%s>>>>"
    return pdf_of(
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        page % resources,
        stream(content),
        *more,
    )
