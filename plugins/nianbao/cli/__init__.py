"""The command `nianbao`: the only part of the package that reads and writes files."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from nianbao import __version__
from nianbao.cli.add import run_add
from nianbao.cli.build import run_build
from nianbao.cli.check import FAIL_ON, FORMATS, Asked, run_check
from nianbao.cli.explain import run_explain
from nianbao.cli.read import run_read
from nianbao.model import Scope
from nianbao.rules import RULES
from nianbao.sidecar import Sidecar


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="nianbao")
def main() -> None:
    """年报库：读取、核对政府信息公开工作年度报告。"""


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="每个文件输出一行 JSON。")
def read(files: tuple[Path, ...], as_json: bool) -> None:
    """读取年报原件，显示读到了什么。有文件读不了时退出码为 1。"""
    sys.exit(run_read(files, as_json))


@main.command()
@click.option(
    "--content",
    default="content",
    show_default=True,
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="档案目录，内有 raw/ 与 reports/。",
)
@click.option("--check", is_flag=True, help="只比较，不写入；content/ 会有变化时显示差异，退出码为 1。")
def build(content: Path, check: bool) -> None:
    """把 content/raw/ 的原件整理成 content/reports/ 的规范 Markdown。"""
    sys.exit(run_build(content, check))


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE|FOLDER]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="给人看的表、每个文件一行 JSON、GitHub 标注，或 SARIF。",
)
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    default="error",
    show_default=True,
    help="有这一级或更重的问题时退出码为 1；never 只看能不能读。",
)
@click.option("--rule", "rules", multiple=True, type=click.Choice([rule.id for rule in RULES]), metavar="ID")
@click.option(
    "--against",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="档案以前的样子；只核对有变化的机关，摘要里列出变化的数字。",
)
def check(
    paths: tuple[Path, ...], form: str, fail_on: str, rules: tuple[str, ...], against: Path | None
) -> None:
    """核对年报原件，或整个档案（不写文件时是 content/）：表内、表间、前后年度、文字与表格。

    读不了的文件、对不上的说明，退出码总是 1。
    """
    chosen = paths or (Path("content"),)
    if not paths and not chosen[0].is_dir():
        raise click.UsageError("这里没有 content/；请写明要核对的文件或目录")
    if against and not (len(chosen) == 1 and chosen[0].is_dir()):
        raise click.UsageError("--against 只用于一个档案目录")
    sys.exit(run_check(Asked(paths=chosen, format=form, fail_on=fail_on, rules=rules, against=against)))


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
def explain(file: Path) -> None:
    """逐步显示一份原件是怎样读出来的：读入、修整、辨认、数字、核对。"""
    sys.exit(run_explain(file))


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--content",
    default="content",
    show_default=True,
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="档案目录。",
)
@click.option("--url", default="", help="原件的网址。")
@click.option("--region", default="", help="六位区划代码，正文没有写明是哪个县时用。")
@click.option("--authority", default="", help="机关名称，正文没有写明时用。")
@click.option("--year", type=click.IntRange(2008, 2100), help="报告年度，正文没有写明时用。")
@click.option("--scope", type=click.Choice([str(scope) for scope in Scope]), help="本机关或汇总。")
def add(
    file: Path, content: Path, url: str, region: str, authority: str, year: int | None, scope: str | None
) -> None:
    """把一份原件连同来源放进档案，并显示读到了什么。"""
    known = Sidecar(
        url=url, region=region, authority=authority, year=year, scope=Scope(scope) if scope else None
    )
    sys.exit(run_add(file, content, known))
