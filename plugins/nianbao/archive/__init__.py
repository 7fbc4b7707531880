"""Report ⇄ normalised Markdown: the contract between reading and publishing."""

from nianbao.archive.dump import dump, dump_trace
from nianbao.archive.load import load, load_figures, load_head, load_prose
from nianbao.archive.paragraphs import Prose, load_paragraphs
from nianbao.archive.paths import report_path, text_path, trace_path

__all__ = [
    "Prose",
    "dump",
    "dump_trace",
    "load",
    "load_figures",
    "load_head",
    "load_paragraphs",
    "load_prose",
    "report_path",
    "text_path",
    "trace_path",
]
