"""The statutory tables as HTML: read back with a parser and compared with the form and the report."""

from collections import Counter
from dataclasses import dataclass, field, replace
from decimal import Decimal
from html.parser import HTMLParser

import pytest

from factory import make_report, with_places, zero_report
from nianbao.cells import Cell, Place, State
from nianbao.forms import FORMS, TableForm
from nianbao.model import Report
from nianbao.render.findings import findings, marks
from nianbao.render.table_layout import LAYOUTS
from nianbao.render.tables import Setting, TableView, table_html, table_view
from nianbao.rules import Outcome, Severity, Verdict

SETTING = Setting("../../../../", linked=True)
TABLES = [(form.id, table.id) for form in FORMS.values() for table in form.tables]


@dataclass
class HtmlCell:
    """A `th` or `td` as a browser sees it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""
    href: str = ""


@dataclass
class HtmlTable(HTMLParser):
    """The cells of one table, row by row."""

    rows: list[list[HtmlCell]] = field(default_factory=list)
    tags: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        super().__init__()
        self.open: HtmlCell | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        attributes = {name: value or "" for name, value in attrs}
        if tag == "tr":
            self.rows.append([])
        elif tag in ("th", "td"):
            self.open = HtmlCell(tag, attributes)
            self.rows[-1].append(self.open)
        elif tag == "a" and self.open:
            self.open.href = attributes["href"]

    def handle_endtag(self, tag: str) -> None:
        if tag in ("th", "td"):
            self.open = None

    def handle_data(self, data: str) -> None:
        if self.open:
            self.open.text += data

    def by_id(self) -> dict[str, HtmlCell]:
        return {cell.attributes["id"]: cell for row in self.rows for cell in row if cell.attributes.get("id")}

    def figures(self) -> list[HtmlCell]:
        return [cell for row in self.rows for cell in row if cell.tag == "td"]


def shown(report: Report, table_id: str, failed: tuple[Outcome, ...] = ()) -> TableView:
    found = findings(failed, report.form)
    layout = next(layout for layout in LAYOUTS[report.form] if layout.table.id == table_id)
    return table_view(layout, report.cells, found, marks(found), SETTING)


def parsed(report: Report, table_id: str, failed: tuple[Outcome, ...] = ()) -> HtmlTable:
    table = HtmlTable()
    table.feed(shown(report, table_id, failed).html)
    return table


def form_table(form: str, table_id: str) -> TableForm:
    table = FORMS[form].table(table_id)
    assert table
    return table


def with_cell(report: Report, address: str, cell: Cell) -> Report:
    return replace(report, cells={**report.cells, address: cell})


@pytest.mark.parametrize(("form", "table_id"), TABLES)
def test_every_figure_resolves_to_the_headers_of_its_row_and_column(form: str, table_id: str) -> None:
    official = form_table(form, table_id)
    table = parsed(zero_report(form), table_id)
    by_id = table.by_id()
    for row in official.rows:
        for column in official.columns:
            figure = by_id[official.address(row.id, column.id)]
            headers = [by_id[name] for name in figure.attributes["headers"].split()]
            labels = [header.text for header in headers]
            wanted = {*row.path, row.label, *column.path, column.label}
            assert wanted <= set(labels)
            assert {header.tag for header in headers} == {"th"}
            scopes = {header.attributes["scope"] for header in headers}
            assert "row" in scopes
            assert "col" in scopes


@pytest.mark.parametrize(("form", "table_id"), TABLES)
def test_spans_fill_a_rectangle(form: str, table_id: str) -> None:
    table = parsed(zero_report(form), table_id)
    taken: set[tuple[int, int]] = set()
    for y, row in enumerate(table.rows):
        x = 0
        for cell in row:
            while (y, x) in taken:
                x += 1
            for down in range(int(cell.attributes.get("rowspan", "1"))):
                for right in range(int(cell.attributes.get("colspan", "1"))):
                    assert (y + down, x + right) not in taken
                    taken.add((y + down, x + right))
    height, width = (max(place[axis] for place in taken) + 1 for axis in (0, 1))
    assert height == len(table.rows)
    assert len(taken) == height * width


@pytest.mark.parametrize(
    ("form", "table_id", "height", "width"),
    [
        ("2019-60", "applications", 26, 10),
        ("2021-30", "applications", 28, 10),
        ("2019-60", "disputes", 4, 16),  # 15 printed columns and the unit
        ("2021-30", "disputes", 4, 16),
        ("2019-60", "art20_5", 3, 4),
        ("2021-30", "art20_5", 2, 2),
    ],
)
def test_a_table_has_the_shape_of_the_printed_form(form: str, table_id: str, height: int, width: int) -> None:
    table = parsed(zero_report(form), table_id)
    assert len(table.rows) == height
    assert sum(int(cell.attributes.get("colspan", "1")) for cell in table.rows[0]) == width


@pytest.mark.parametrize("form", FORMS)
def test_every_cell_of_the_form_is_shown_once(form: str) -> None:
    shown_ids = [
        cell.attributes["id"]
        for table in FORMS[form].tables
        for cell in parsed(zero_report(form), table.id).figures()
    ]
    assert shown_ids == list(FORMS[form].addresses())


def test_the_row_group_of_the_outcomes_spans_as_on_paper() -> None:
    for form, span in (("2019-60", "20"), ("2021-30", "22")):
        header = next(
            cell
            for row in parsed(zero_report(form), "applications").rows
            for cell in row
            if cell.text == "三、本年度办理结果"
        )
        assert (header.attributes["scope"], header.attributes["rowspan"]) == ("rowgroup", span)


@pytest.mark.parametrize("seed", range(12))
def test_a_cell_shows_0_only_where_the_report_says_0(seed: int) -> None:
    report = make_report(seed, year=2020 + seed % 3)
    for table in FORMS[report.form].tables:
        for figure in parsed(report, table.id).figures():
            cell = report.cells[figure.attributes["id"]]
            reads_zero = figure.text.split("万元")[0].strip() == "0"
            assert reads_zero == (
                cell.value is not None and cell.value.is_zero() and not cell.value.as_tuple()[2]
            )


@pytest.mark.parametrize(
    ("cell", "text", "kind"),
    [
        (Cell(State.BLANK), "未填", "is-blank"),
        (Cell(State.MISSING), "缺失", "is-missing"),
        (Cell(State.AMBIGUOUS, raw="1 7", why="可以读作 17，也可以读作两格"), "存疑", "is-ambiguous"),
        (Cell(State.MARK, raw=" — "), "—", "is-mark"),
        (
            Cell(State.INFERRED, Decimal(17), raw="170", by="APP-02", why="与下一格粘连"),
            "17推",
            "is-inferred",
        ),
    ],
)
def test_a_state_is_told_in_words(cell: Cell, text: str, kind: str) -> None:
    report = with_cell(zero_report("2021-30"), "applications.new.total", cell)
    figure = parsed(report, "applications").by_id()["applications.new.total"]
    assert figure.text == text
    assert kind in figure.attributes["class"].split()
    (note,) = shown(report, "applications").notes
    assert note.count == 1
    assert "一、本年新收政府信息公开申请数量" in note.places[0]
    assert "总计" in note.places[0]
    assert note.explanation.endswith(cell.why)


def test_rows_in_doubt_for_one_reason_share_a_note() -> None:
    cell = Cell(State.AMBIGUOUS, raw="0 0", why="缺一栏")
    report = zero_report("2021-30")
    for row in ("new", "granted"):
        for column in form_table("2021-30", "applications").columns:
            report = with_cell(report, f"applications.{row}.{column.id}", cell)
    (note,) = shown(report, "applications").notes
    assert note.count == 14
    assert note.places == ("一、本年新收政府信息公开申请数量、（一）予以公开（整行，原文为“0 0”）",)


def test_a_cell_that_the_report_does_not_hold_is_lost_not_zero() -> None:
    cells = dict(zero_report("2021-30").cells)
    del cells["applications.new.total"]
    report = replace(zero_report("2021-30"), cells=cells)
    assert parsed(report, "applications").by_id()["applications.new.total"].text == "缺失"


def test_a_table_without_any_cell_in_the_source_is_absent() -> None:
    lost = dict.fromkeys(FORMS["2021-30"].addresses(), Cell(State.MISSING))
    view = shown(replace(zero_report("2021-30"), cells=lost), "disputes")
    assert view.absent
    assert view.html == ""


def test_a_blank_total_tells_what_it_would_have_to_be() -> None:
    report = with_cell(zero_report("2021-30"), "applications.denied.state_secret.total", Cell(State.BLANK))
    (note,) = shown(report, "applications").notes
    assert note.places == ("1.属于国家秘密（总计，按勾稽关系应为 0）",)


def test_a_blank_in_an_equation_with_another_unknown_is_not_filled() -> None:
    report = with_cell(zero_report("2021-30"), "applications.new.total", Cell(State.BLANK))
    report = with_cell(report, "applications.new.other", Cell(State.MISSING))
    report = with_cell(report, "applications.carried_forward.total", Cell(State.MISSING))
    assert "应为" not in "".join(
        place for note in shown(report, "applications").notes for place in note.places
    )


def test_figures_keep_sign_unit_and_decimals_as_printed() -> None:
    report = zero_report("2019-60")
    report = with_cell(report, "art20_5.administrative_licenses.items_change", _figure("+32"))
    report = with_cell(report, "art20_5.other_external_services.items_change", _figure("-415"))
    report = with_cell(report, "art20_9.centralized_procurement.amount", _figure("78.80"))
    shown_ids = parsed(report, "art20_5").by_id() | parsed(report, "art20_9").by_id()
    assert shown_ids["art20_5.administrative_licenses.items_change"].text == "+32"
    assert shown_ids["art20_5.other_external_services.items_change"].text == "-415"
    assert shown_ids["art20_9.centralized_procurement.amount"].text == "78.80 万元"


def test_every_figure_leads_to_its_line_in_the_original() -> None:
    report = with_places(zero_report("2021-30"))
    for table in FORMS[report.form].tables:
        for figure in parsed(report, table.id).figures():
            place = report.cells[figure.attributes["id"]].at
            assert place
            assert figure.href == f"original/#L{place.line}"


def test_without_the_original_no_figure_is_a_link() -> None:
    report = with_places(zero_report("2021-30"))
    html = table_html(LAYOUTS["2021-30"][-1], report.cells, {}, Setting("", linked=False))
    assert "original/" not in html


def test_row_labels_lead_to_the_glossary_from_where_the_page_stands() -> None:
    header = next(
        cell
        for row in parsed(zero_report("2021-30"), "applications").rows
        for cell in row
        if cell.text == "（一）予以公开"
    )
    assert header.href == "../../../../glossary/#applications.granted"


def test_what_a_source_printed_is_escaped() -> None:
    hostile = '<script>alert("1")</script>'
    report = with_cell(
        zero_report("2021-30"), "applications.new.total", Cell(State.MARK, raw=hostile, at=Place(3))
    )
    table = parsed(report, "applications")
    assert table.by_id()["applications.new.total"].text == hostile
    assert table.tags["script"] == 0


def test_a_failing_cell_is_outlined_numbered_and_described() -> None:
    failed = (_outcome("applications.new.natural_person", "applications.new.total"),)
    report = zero_report("2021-30")
    figure = parsed(report, "applications", failed).by_id()["applications.new.total"]
    assert figure.text == "0✕1"
    assert figure.attributes["aria-describedby"] == "finding-1"
    assert "error" in figure.attributes["class"].split()
    assert [finding.message for finding in shown(report, "applications", failed).findings] == [
        "和不等于总计。"
    ]


def test_of_a_long_equation_only_the_last_cell_is_outlined() -> None:
    cells = tuple(f"applications.{row.id}.total" for row in form_table("2021-30", "applications").rows[2:])
    by_id = parsed(zero_report("2021-30"), "applications", (_outcome(*cells),)).by_id()
    outlined = [name for name, cell in by_id.items() if "error" in cell.attributes.get("class", "").split()]
    assert outlined == ["applications.carried_forward.total"]
    assert "part" in by_id["applications.granted.total"].attributes["class"].split()


def test_the_flat_list_holds_exactly_the_rows_that_say_something() -> None:
    report = with_cell(zero_report("2021-30"), "applications.new.natural_person", _figure("15"))
    report = with_cell(report, "applications.new.total", _figure("15"))
    report = with_cell(report, "applications.denied.state_secret.total", Cell(State.BLANK))
    first, second = shown(report, "applications").flat
    assert (first.label, first.total, first.parts) == (
        "一、本年新收政府信息公开申请数量",
        "15",
        (("自然人", "15"),),
    )
    assert (second.group, second.total, second.known) == ("（三）不予公开", "未填", False)


def _figure(raw: str) -> Cell:
    return Cell(State.REPORTED, Decimal(raw), raw)


def _outcome(*cells: str) -> Outcome:
    return Outcome("APP-02", Verdict.FAILS, Severity.ERROR, cells, "和不等于总计。")
