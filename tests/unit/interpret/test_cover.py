"""Title, authority, year, period, scope and day of publication."""

from datetime import date

import pytest

from nianbao.forms import FORMS
from nianbao.interpret import Reading, interpret
from nianbao.model import Paragraph, Period, Scope
from nianbao.read import read


def reading(*lines: str) -> Reading:
    text = "\n\n".join((*lines, "一、总体情况", "政府信息公开工作有序。"))
    return interpret(read(text.encode(), "a.txt"), FORMS)


@pytest.mark.parametrize(
    ("lines", "title", "name", "year"),
    [
        (["桃尧镇 2020 年政府信息公开工作年度报告"], "桃尧镇2020年政府信息公开工作年度报告", "桃尧镇", 2020),
        (
            ["# 苍台镇人民政府 2023 年政府信息公开工作年度报 告"],
            "苍台镇人民政府2023年政府信息公开工作年度报告",
            "苍台镇人民政府",
            2023,
        ),
        (
            ["尧都区人民政府", "2020年政府信息公开工作年报"],
            "尧都区人民政府2020年政府信息公开工作年报",
            "尧都区人民政府",
            2020,
        ),
        (
            ["某市民政局2020年政府信息公开工作", "年度报告"],
            "某市民政局2020年政府信息公开工作年度报告",
            "某市民政局",
            2020,
        ),
        (["2022年度螅镇政府信息公开工作报告"], "2022年度螅镇政府信息公开工作报告", "螅镇", 2022),
        (
            ["关于某县水利局2021年度政府信息公开工作年度报告"],
            "关于某县水利局2021年度政府信息公开工作年度报告",
            "某县水利局",
            2021,
        ),
        (
            ["某区人民政府外事办公室", "政府信息公开工作2022年度报告"],
            "某区人民政府外事办公室政府信息公开工作2022年度报告",
            "某区人民政府外事办公室",
            2022,
        ),
        (
            ["2025年公开招聘4名工作人员公告", "某镇2024年政府信息公开工作报告"],
            "某镇2024年政府信息公开工作报告",
            "某镇",
            2024,
        ),
        (["某镇信息公开2021年工作总结"], "某镇信息公开2021年工作总结", "某镇", 2021),
        (["某镇二〇二一年政府信息公开年度报告"], "某镇二〇二一年政府信息公开年度报告", "某镇", 2021),
        (
            ["青山县人民政府机关", "2021年政府信息公开工作年度报告"],
            "青山县人民政府机关2021年政府信息公开工作年度报告",
            "青山县人民政府",
            2021,
        ),
        (
            ["公开方式：主动公开 关于青山县水利局2021年政府信息公开工作情况的报告 青山县水利局"],
            "关于青山县水利局2021年政府信息公开工作情况的报告",
            "青山县水利局",
            2021,
        ),
        (
            ["有效性：有效青山县水利局2021年政府信息公开工作年度报告 青山县水利局"],
            "青山县水利局2021年政府信息公开工作年度报告",
            "青山县水利局",
            2021,
        ),
        (
            ["某镇关于2021年政府信息公开", "工作年度报告的报告"],
            "某镇关于2021年政府信息公开工作年度报告的报告",
            "某镇",
            2021,
        ),
        (
            ["首页 > 政务公开", "某镇2021年政府信息公开工作年度报告"],
            "某镇2021年政府信息公开工作年度报告",
            "某镇",
            2021,
        ),
    ],
)
def test_the_title_tells_authority_and_year(lines: list[str], title: str, name: str, year: int) -> None:
    found = reading(*lines)
    assert (found.title, found.authority_name, found.year) == (title, name, year)


def test_a_title_printed_twice_is_taken_once_and_the_rest_is_kept() -> None:
    title = "某镇2021年政府信息公开工作年度报告"
    found = reading(title, "来源：某镇", title, "本报告依法编制。")
    assert [block.text for block in found.lead if isinstance(block, Paragraph)] == [
        "来源：某镇",
        "本报告依法编制。",
    ]


@pytest.mark.parametrize(("signed", "year"), [("2023年1月5日", 2022), ("2024年1月5日", None), ("", 2022)])
def test_without_title_and_preamble_the_beginning_and_the_signature_tell_the_year(
    signed: str, year: int | None
) -> None:
    text = ("报告", "一、总体情况", "2022 年，桃溪镇主动公开政府信息9条。", "六、其他需要报告的事项", "无。")
    found = reading(*text, "桃溪镇人民政府", signed)
    assert (found.authority_name, found.year) == ("桃溪镇人民政府", year)


@pytest.mark.parametrize(
    ("path", "begins", "published", "year"),
    [
        ("首页 >> 政府信息公开年报 >> 2022年", "政府信息公开工作有序。", "2023-01-11", 2022),
        ("首页 > 法定主动公开内容 > 年报2022", "政府信息公开工作有序。", "2023-01-11", 2022),
        ("首页 > 2022年度信息公开年度报告", "政府信息公开工作有序。", "2023-01-11", 2022),
        ("首页", "2022年，全镇公开政府信息9条。", "2023-01-11", 2022),
        ("首页", "2022年，全镇公开政府信息9条。", "2024-01-11", None),
        ("首页 > 年报2022", "政府信息公开工作有序。", "2024-01-11", None),
    ],
)
def test_without_a_title_the_path_or_the_beginning_tells_the_year_before_that_of_publication(
    path: str, begins: str, published: str, year: int | None
) -> None:
    meta = f"发布时间：{published} 10:51  来源：桃溪镇人民政府"
    found = reading(path, meta, "根据要求，桃溪镇人民政府编制本报告。", "一、总体情况", begins)
    assert (found.authority_name, found.year) == ("桃溪镇人民政府", year)


def test_without_a_title_the_preamble_tells_authority_and_year() -> None:
    found = reading(
        "本报告由卜集镇人民政府按照《政府信息公开条例》编制，数据自2021年1月1日起至2021年12月31日止。"
    )
    assert (found.title, found.authority_name, found.year) == ("", "卜集镇人民政府", 2021)
    assert "title-missing" in [note.code for note in found.notes]


def test_without_title_and_preamble_the_signature_tells_the_authority() -> None:
    data = "一、总体情况\n\n政府信息公开工作有序。\n\n临汾市尧都区人民政府办公室  \n "
    assert interpret(read(data.encode(), "a.txt"), FORMS).authority_name == "临汾市尧都区人民政府办公室"


@pytest.mark.parametrize(
    ("beginning", "name"),
    [
        ("2022年，二道区房屋征收工作管理办公室认真贯彻落实条例。", "二道区房屋征收工作管理办公室"),
        ("2022年度青山县水利局在县委、县政府的领导下开展工作。", "青山县水利局"),
        ("2022年，我区教育局认真贯彻落实条例。", ""),
        ("2022年，区政府办公室坚持公开为常态。", ""),
        ("2022年，全市各级政府坚持公开为常态。", ""),
        ("2022年，认真贯彻落实市政府办公室要求。", ""),
    ],
)
def test_the_first_words_tell_the_authority_where_nothing_else_does(beginning: str, name: str) -> None:
    text = "\n\n".join(("关于2022年度政府信息公开情况的报告", "一、总体情况", beginning))
    assert interpret(read(text.encode(), "a.txt"), FORMS).authority_name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("如有疑问，请与青山县柳林街道办事处办公室联系（地址：柳林路1号）。", "青山县柳林街道办事处"),
        ("如有疑问，请与青山县水利局党政综合办公室联系（电话：1234567）。", "青山县水利局"),
        ("如有疑问，请联系:青山县人民政府办公室,联系电话:1234567。", "青山县人民政府办公室"),
        ("如有疑问，请与景德镇市住房保障办公室联系。", "景德镇市住房保障办公室"),
        ("特编制青山县地方志办公室2022年政府信息公开工作年度报告。", "青山县地方志办公室"),
        ("青山县人民政府根据全县2022年度政府信息公开工作开展情况，编制本报告。", "青山县人民政府"),
        ("现将青山县水利局2022年度政府信息工作年度报告予以公开。", "青山县水利局"),
        ("按照规定，青山县水利局现将2022年政府信息公开工作情况公布如下。", "青山县水利局"),
        ("青山县水利局向社会公布2022年度政府信息公开工作年度报告。", "青山县水利局"),
        ("以下是青山县水利局2022年政府信息公开工作年度报告。", "青山县水利局"),
        ("本报告是青山县水利局按照条例编制的2022年政府信息公开工作年度报告。", "青山县水利局"),
        ("结合青山县水利局2022年政府信息公开工作实际，编制本报告。", "青山县水利局"),
        ("本报告由青山县水利局办公室负责解释。", "青山县水利局"),
        ("如有疑问，可致电青山县水利局咨询。", "青山县水利局"),
        ("如有疑问，请直接与沔县水利局综合股联系。", "沔县水利局"),
        ("如有疑问，请与青山县人民政府信息科联系。", "青山县人民政府"),
        ("现发布《青山县水利局2022年政府信息公开工作年度报告》。", "青山县水利局"),
        ("如有疑问，请与县水利局联系。更多信息请登录青山县水利局网站。", "青山县水利局"),
        ("青山县柳林镇政府编制本报告，请与青山县柳林镇人民政府联系。", "青山县柳林镇人民政府"),
        (
            "结合国家税务总局青山县税务局（以下简称“青山县税务局”）政府信息公开工作统计数据撰写。",
            "国家税务总局青山县税务局",
        ),
        ("欢迎与青山县柳林街道办事处联系（地址：柳林路1号）。", "青山县柳林街道办事处"),
        ("联系人：某某；联系单位：青山县水利局；电话：123。", "青山县水利局"),
    ],
)
@pytest.mark.parametrize("below", [False, True])
def test_the_preamble_tells_the_authority_above_or_below_the_first_heading(
    text: str, name: str, below: bool
) -> None:
    lines = ("一、总体情况", text) if below else (text, "一、总体情况")
    found = interpret(read("\n\n".join((*lines, "政府信息公开工作有序。")).encode(), "a.txt"), FORMS)
    assert found.authority_name == name


@pytest.mark.parametrize(
    ("paragraphs", "year"),
    [
        (["2022年，我镇有序公开。", "（一）主动公开。2022年，公开9条。", "2022年度，未收到申请。"], 2022),
        (["2022年，我镇有序公开。", "（一）主动公开。2021年，公开9条。", "2022年度，未收到申请。"], None),
        (["2022年，我镇有序公开。", "未收到申请。"], 2022),
        (["2022年，我镇有序公开。", "比2021年多收到申请1件。"], 2022),
        (["2022年，我镇有序公开。", "2021年收到申请1件。"], None),
        (["（一）主动公开。青山县水利局2022年公开《2021年要点》等政府信息9条。"], 2022),
        (["根据2019年修订的条例，我镇有序公开。"], None),
        (["截至2022年12月31日，公开9条。"], 2022),
        (["截至2022年12月31日，公开9条。", "2021年，我镇有序公开。"], None),
        (["本报告数据统计期限自2022年1月1日起至2022年12月31日止。"], 2022),
    ],
)
def test_without_a_title_the_paragraphs_tell_the_year_if_they_tell_one(
    paragraphs: list[str], year: int | None
) -> None:
    text = "\n\n".join(("政府信息公开工作年度报告", "一、总体情况", *paragraphs))
    assert interpret(read(text.encode(), "a.txt"), FORMS).year == year


@pytest.mark.parametrize(
    "text",
    [
        "2022年，青山县水利局共收到政府信息公开申请3件，我局均已答复。",
        "（一）主动公开。2022年度，青山县水利局共公开政府信息9条。",
        "截至2022年12月31日，青山县水利局通过网站公开政府信息9条。",
        "今年以来，青山县水利局在县委、县政府的领导下，有序公开。",
        "青山县水利局2022年主动公开政府信息9条。",
    ],
)
def test_a_paragraph_that_begins_with_a_body_tells_the_authority(text: str) -> None:
    lines = ("一、总体情况", "我局政府信息公开工作有序。", text, "（二）依申请公开。", "未收到。")
    assert interpret(read("\n\n".join(lines).encode(), "a.txt"), FORMS).authority_name == "青山县水利局"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("首页 > 政务公开 > 部门 > 青山县水利局 > 政府信息公开年报", "青山县水利局"),
        ("来源：青山县水利局 发布时间：2023-01-15 09:00 浏览次数：12", "青山县水利局"),
        ("索引号：123/2023-1 发布机构：青山县水利局 发文日期：2023年01月15日", "青山县水利局"),
        ("来源：青山县人民政府办公室 发布时间：2023-01-15", ""),  # 我局 is no 办公室
        ("来源：水利局 发布时间：2023-01-15", ""),
        ("首页 > 青山县人民政府 > 政府信息公开年报", ""),
    ],
)
def test_the_page_tells_the_authority_where_nothing_else_does(line: str, name: str) -> None:
    lines = (line, "2022年政府信息公开工作年度报告", "一、总体情况", "我局有序公开。")
    assert interpret(read("\n\n".join(lines).encode(), "a.txt"), FORMS).authority_name == name


OTHER_YEARS = [f"青山县{year}年政府信息公开年度报告" for year in (2023, 2022, 2021)]
PREAMBLE_OF_2022 = "本报告由青山县水利局编制，统计期限为2022年1月1日到1231日。"


@pytest.mark.parametrize("tail", ["", "汇总"])
def test_titles_that_differ_in_their_year_alone_are_links(tail: str) -> None:
    found = reading(*(title + tail for title in OTHER_YEARS), PREAMBLE_OF_2022)
    assert (found.authority_name, found.year) == ("青山县水利局", 2022)


def test_the_link_that_is_printed_once_more_is_the_title() -> None:
    found = reading(*OTHER_YEARS, OTHER_YEARS[1], "本报告依法编制。")
    assert (found.authority_name, found.year) == ("青山县", 2022)


@pytest.mark.parametrize(
    "text",
    [
        "经青田县水利局党组会议研究同意，现将本单位2022年执行条例情况公布如下。",
        "编者按：以下内容由青田县水利局提供，反映该单位2022年政府信息公开工作的基本情况。",
        "公众如需咨询，可到青田县水利局。2022年我局有序公开，见青田县人民政府门户网站。",
        "按照青田县人民政府《关于做好年报的通知》，青田县水利局完成了2022年报告的编制。",
        "本报告中，“本机关”系指青田县水利局，“本年度”系指2022年1月1日至12月31日。",
        "青田县水利局有6个内设机构，2022年共有专职人员3名。",
        "下面公布的是青田县水利局在二〇二二年度内执行条例的情况。",
    ],
)
def test_a_body_named_with_a_known_place_reports_where_the_text_names_no_other(text: str) -> None:
    lines = ("政府信息公开工作年度报告", text, "一、总体情况", "我局有序公开。")
    found = interpret(read("\n\n".join(lines).encode(), "a.txt"), FORMS)
    assert (found.authority_name, found.year) == ("青田县水利局", 2022)


def test_two_bodies_named_as_often_leave_open_which_reports() -> None:
    lines = (
        "政府信息公开工作年度报告",
        "青田县水利局和青田县司法局密切配合。",
        "一、总体情况",
        "我局有序公开。",
    )
    assert interpret(read("\n\n".join(lines).encode(), "a.txt"), FORMS).authority_name == ""


def test_the_year_of_publication_must_follow_the_only_year_that_is_named() -> None:
    lines = ("发布日期：2024-01-15", "政府信息公开工作年度报告", "一、总体情况", "我局2022年有序公开。")
    assert interpret(read("\n\n".join(lines).encode(), "a.txt"), FORMS).year is None


@pytest.mark.parametrize(
    "name", ["——青山县水利局", "【青山县水利局】", "（青山县水利局）", "[发布单位] 青山县水利局"]
)
def test_a_name_beside_the_title_may_be_dressed(name: str) -> None:
    assert reading("2022年政府信息公开工作年度报告", name).authority_name == "青山县水利局"


def test_a_title_broken_inside_its_year_is_whole() -> None:
    found = reading("青山县水利局20", "22年政府信息公开工作年度报告")
    assert (found.authority_name, found.year) == ("青山县水利局", 2022)


def test_a_ministry_needs_no_place() -> None:
    lines = ("一、总体情况", "2022年，水利部坚持政府信息公开。", "2022年，宣传部积极公开。")
    assert interpret(read("\n\n".join(lines).encode(), "a.txt"), FORMS).authority_name == "水利部"


def test_a_name_below_the_title_may_have_another_in_brackets() -> None:
    found = reading("政府信息公开工作年度报告", "青山经开区管委会（青山商务区管委会）", "2023年1月8日")
    assert found.authority_name == "青山经开区管委会（青山商务区管委会）"


def test_what_the_text_does_not_tell_stays_empty() -> None:
    found = interpret(read("政府信息公开工作有序。".encode(), "2021某镇.txt"), FORMS)
    assert (found.title, found.authority_name, found.year, found.form) == ("", "", None, "")


@pytest.mark.parametrize(
    "text",
    [
        "2022年1月1日起至2022年12月31日止",
        "自2022年1月1日起，至2022年12月31日止",
        "2022 年 1 月 1 日至 12 月 31 日",
        "2022年1月1日到12月31日",
    ],
)
def test_the_period_is_read(text: str) -> None:
    assert reading(f"统计期限为{text}。").period == Period(date(2022, 1, 1), date(2022, 12, 31))


@pytest.mark.parametrize(
    "text", ["2025111231日", "2022年13月1日至2022年12月31日", "2022年12月31日至2022年1月1日"]
)
def test_a_damaged_period_is_no_period(text: str) -> None:
    assert reading(f"统计期限为{text}。").period is None


def test_a_year_that_the_period_contradicts_is_noted() -> None:
    found = reading("某镇2020年政府信息公开工作年度报告", "数据自2019年1月1日起至2019年12月31日止。")
    assert found.year == 2020
    assert "year-conflict" in [note.code for note in found.notes]


def test_the_earliest_day_of_publication_counts() -> None:
    found = reading(
        "发布日期：2022-01-20", "发布时间：2021-12-30 10:11", "某镇2021年政府信息公开工作年度报告"
    )
    assert found.published == date(2021, 12, 30)


def test_an_aggregate_report_is_told_by_its_words() -> None:
    own = "本报告由某镇人民政府办公室汇总15个行政村政府信息公开工作情况编制而成。"
    whole = "本报告由市政府办公室汇总各县（市、区）人民政府和市级部门年度报告编制。"
    assert (reading(own).scope, reading(whole).scope) == (Scope.OWN, Scope.AGGREGATE)


PREAMBLE = "根据《中华人民共和国政府信息公开条例》规定，数据自2023年1月1日起至2023年12月31日止。"
WORDS = "2023年政府信息公开工作年度报告"
BUREAU = "西湖区民政局"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        *(
            (f"{name}{WORDS}", name)
            for name in (
                "国家税务总局杭州市西湖区税务局",
                "平潭综合实验区管委会",
                "温州经济技术开发区管理委员会",
                "长安街道办事处",
                "昆明市公安局盘龙分局",
                "西湖区法院",
                "财政部",
                "中国证监会",
                "中华人民共和国生态环境部",
                "国家发展和改革委员会",
                "鄂托克前旗人民政府",
                "杭州市第一中学",
                "新疆生产建设兵团第八师石河子市",
                "杭州市城市建设投资集团有限公司",
            )
        ),
        ("浙江大学2022-2023学年信息公开工作年度报告", "浙江大学"),
        ("平潭综合实验区管理委员会关于2023年政府信息公开工作情况的报告", "平潭综合实验区管理委员会"),
        (f"关于{BUREAU}2023年政府信息公开工作的报告", BUREAU),
        (f"{BUREAU}关于报送{WORDS}的函", BUREAU),
        (f"《{BUREAU}{WORDS}》", BUREAU),
        (f"{BUREAU}2023 年 政 府 信 息 公 开 工 作 年 度 报 告", BUREAU),
        (f"2023年度{BUREAU}政府信息公开工作年度报告", BUREAU),
        ("2023年西湖区人民政府信息公开工作年度报告", "西湖区人民政府"),
        ("杭州市人民政府信息公开工作年度报告（2023年）", "杭州市人民政府"),
        (f"{BUREAU}2023年政府信息公开工作年度自查报告", BUREAU),
        (f"{BUREAU}2023年依法公开政府信息工作年度报告", BUREAU),
        (f"{BUREAU}2023年法治政府建设暨政府信息公开工作年度报告", BUREAU),
        ("桃溪镇2023年政务公开工作总结", "桃溪镇"),
        *(
            (f"桃溪镇{year}年政府信息公开工作年度报告", "桃溪镇")
            for year in ("二〇二三", "二○二三", "二零二三", "二Ｏ二三", "2O23", "２０２３")
        ),
        ("杭州市西湖区\n人民政府2023年政府信息公开工作年度报告", "杭州市西湖区人民政府"),
        (f"杭州市西湖区人力资源和社会\n保障局{WORDS}", "杭州市西湖区人力资源和社会保障局"),
        (f"{BUREAU}2023年政府信\n息公开工作年度报告", BUREAU),
        (f"杭州市西湖区人民政府门户网站\n{BUREAU}{WORDS}", BUREAU),
        (f"2023年度\n{BUREAU}\n政府信息公开工作年度报告", BUREAU),
        (f"{BUREAU}\n政府信息公开工作年度报告\n2023年度", BUREAU),
        (f"{BUREAU}政府信息公开工作年度报告\n（2023年度）", BUREAU),
        (f"扫一扫\n{BUREAU}政府信息公开工作年度报告\n（2023年度）\n" * 2, BUREAU),
        (f"{BUREAU}\n政府信息公开工作年度报告\n（2023）", BUREAU),
        (f"{BUREAU}文件\n西民〔2024〕3号\n{BUREAU}{WORDS}", BUREAU),
        (f"{BUREAU}\n（2024年1月20日）\n{WORDS}", BUREAU),
        (f"{WORDS}\n{BUREAU}\n2024年1月20日", BUREAU),
        (f"{WORDS}\n（{BUREAU}）", BUREAU),
        (f"政府信息公开工作年度报告\n（2023年）\n{BUREAU}", BUREAU),
        (f"关于报送{WORDS}的报告\n{BUREAU}", BUREAU),
        (f"索引号：123/2024-001\n发布机构：{BUREAU}\n名称：{WORDS}", BUREAU),
        (f"现公布{BUREAU}{WORDS}。", BUREAU),
        (f"11/22/26, 5:31 PM   {BUREAU}{WORDS}", BUREAU),
        (f"根据有关规定，{BUREAU}编制了2023年度政府信息公开工作年度报告。", BUREAU),
        (f"为做好公开工作，{BUREAU}对照国办公开办函〔2021〕30号文件，结合实际形成2023年度报告。", BUREAU),
    ],
)
def test_a_cover_of_any_wording_tells_who_reports_for_which_year(title: str, name: str) -> None:
    found = reading(*title.split("\n"), PREAMBLE)
    assert (found.authority_name, found.year) == (name, 2023)


@pytest.mark.parametrize(
    "end",
    [f"{BUREAU}\n2024年1月20日", f"{BUREAU} 2024年1月20日", f"附件：无\n{BUREAU}\n二〇二四年一月二十日"],
)
def test_a_name_that_only_the_signature_states_is_found_beside_its_date(end: str) -> None:
    text = f"{WORDS}\n{PREAMBLE}\n一、总体情况\n2023年有序，2024年继续。\n{end}\n"
    found = interpret(read(text.encode(), "a.txt"), FORMS)
    assert (found.authority_name, found.year) == (BUREAU, 2023)


def test_the_preamble_tells_who_reports_before_the_masthead_of_the_portal_does() -> None:
    found = reading("杭州市西湖区人民政府", "您的位置：首页", f"本报告由{BUREAU}编制。{PREAMBLE}")
    assert found.authority_name == BUREAU


@pytest.mark.parametrize(
    "title", ["杭州市2023年全市政府信息公开工作年度报告", "杭州市2023年政府信息公开工作年度报告（全市汇总）"]
)
def test_the_whole_city_in_a_title_is_scope_not_name(title: str) -> None:
    found = reading(title)
    assert (found.authority_name, found.scope) == ("杭州市", Scope.AGGREGATE)


@pytest.mark.parametrize(
    ("title", "maker", "name"),
    [
        ("某市2023年政府信息公开工作年度报告", "某市人民政府", "某市人民政府"),
        ("某街道2023年政府信息公开工作年度报告", "某区某街道办事处", "某区某街道办事处"),
        ("司法局2023年政府信息公开工作年度报告", "某县司法局", "某县司法局"),
        (
            "管理委员会2023年政府信息公开工作年度报告",
            "某市高新技术开发区管理委员会",
            "某市高新技术开发区管理委员会",
        ),
        ("某县司法局2023年政府信息公开工作年度报告", "某市某县司法局", "某县司法局"),
        ("某市2023年政府信息公开工作年度报告", "某市人民政府办公室", "某市"),
        ("司法局2023年政府信息公开工作年度报告", "某县财政局", "司法局"),
    ],
)
def test_a_name_without_its_place_or_its_body_is_made_whole(title: str, maker: str, name: str) -> None:
    assert name == reading(title, f"本报告由{maker}编制。").authority_name


def test_a_menu_with_pipes_is_no_part_of_the_title_below_it() -> None:
    menu = ("无障碍阅读 | 长辈版 | 繁體", "当前位置：首页 > 公开年报 > 2023年")
    title = f"{BUREAU}二〇二三年度政府信息公开工作年度报告"
    cells = (f"{cell} |" for row in ("规章", "行政规范性文件", "行政许可") for cell in (row, "0", "0", "0"))
    found = reading(*menu, title, "一、总体情况", "二、主动公开政府信息情况", *cells)
    assert (found.authority_name, found.year) == (BUREAU, 2023)


def test_reports_of_other_years_that_the_page_links_to_are_not_its_title() -> None:
    links = [f"·{BUREAU}{year}年政府信息公开工作年度报告" for year in (2021, 2022, 2024)]
    found = reading("公开指南", *links, f"{BUREAU}{WORDS}", PREAMBLE)
    assert (found.authority_name, found.year) == (BUREAU, 2023)


@pytest.mark.parametrize(
    "lines",
    [
        ("公开指南          西湖区民政局 2023 年政府信息公开工作年度报告",),
        ("公开指南                西湖区民政局2023年度", "公开目录                政府信息公开工作年度报告"),
        ("政策文件库          西湖区民政局2023年政府信息公开工作年度报告",),
    ],
)
def test_the_menu_left_of_a_title_is_no_part_of_it(lines: tuple[str, ...]) -> None:
    found = reading(*lines, PREAMBLE)
    assert (found.authority_name, found.year) == (BUREAU, 2023)


@pytest.mark.parametrize(
    "lines",
    [
        ("首页/政府信息公开年报/2023年/市直部门2023年政府信息公开工作年度报告", f"{BUREAU}认真落实条例。"),
        (f"首页 / 年报 / 2023年 / 乡镇街道{BUREAU}{WORDS}",),
        (f"杭州市人民政府门户网站{BUREAU}{WORDS}",),
        (f"{BUREAU}门户网站", "2023年度政府信息公开工作报告"),
        ("首页 / 政府信息公开 / 西湖区民政局 / 政府信息公开年报", "2023年度政府信息公开年报"),
    ],
)
def test_what_a_portal_prints_around_a_title_is_no_name(lines: tuple[str, ...]) -> None:
    found = reading(*lines)
    assert (found.authority_name, found.year) == (BUREAU, 2023)


@pytest.mark.parametrize("line", ["首页/年报/2023年/部门", "首页»政务公开»政府信息公开»政府信息公开年报"])
def test_a_path_is_no_part_of_a_title(line: str) -> None:
    found = reading("2023年政府信息公开工作年度报告", line, f"来源：{BUREAU} 发布时间：2024-01-09")
    assert (found.title, found.authority_name) == ("2023年政府信息公开工作年度报告", BUREAU)


def test_whose_site_it_is_counts_only_for_a_body_that_can_speak_so() -> None:
    site, title = "杭州市人民政府门户网站", "2023年政府信息公开工作年度报告"
    zone = "杭州市自由贸易试验区管理委员会"
    assert zone == reading(site, title, f"一年来，{zone}紧紧围绕要点，推进公开。").authority_name
    assert reading(f"{BUREAU}门户网站", title, "2023年，我局推进公开。").authority_name == BUREAU
    assert not reading(site, title, "2023年，我局推进公开。").authority_name


def test_who_filled_in_a_table_tells_who_reports() -> None:
    text = (
        "2023年政府信息公开工作年度报告",
        "一、总体情况",
        "我局有序推进公开。",
        "三、收到和处理政府信息公开申请情况",
        f"填报单位：{BUREAU}　　　2023年度",
        "无。",
    )
    assert interpret(read("\n\n".join(text).encode(), "a.txt"), FORMS).authority_name == BUREAU


@pytest.mark.parametrize(
    "lines",
    [
        ("首页 >> 政务公开 >> 2023年", "二〇二三年政府信息公开工作年度报告", f"一年来，{BUREAU}坚持公开。"),
        (f"{WORDS}-杭州市人民政府", WORDS, f"{BUREAU}根据《条例》有关要求，编制本报告。"),
        (
            WORDS,
            f"为保障公民获取信息，{BUREAU}依据《条例》和通知编写此报告。",
            "如有疑问，请与我单位办公室联系。",
        ),
        (WORDS, "2024年1月9日电脑版返回顶部", f"版权所有{BUREAU}", f"来源：{BUREAU}"),
        ("首页>年报>市直部门 > 正文", "正文2023年政府信息公开工作年度报告", f"2023年，{BUREAU}推进公开。"),
        ("二〇二三年政府信息公开工作年度报告",) * 2 + (f"{BUREAU}根据《条例》有关要求，编制本报告。",),
        ("区县部门2023年政府信息公开工作年度报告", f"{BUREAU}根据《条例》有关要求，编制本报告。"),
    ],
)
def test_what_a_portal_adds_does_not_hide_who_reports(lines: tuple[str, ...]) -> None:
    found = reading(*lines)
    assert (found.authority_name, found.year) == (BUREAU, 2023)


@pytest.mark.parametrize(
    "above", ["雨花区永兴镇2022年政府信息公开工作年度报告", "2022年政府信息公开工作年度报告"]
)
def test_a_name_with_its_county_is_made_whole_with_its_city_and_its_body(above: str) -> None:
    signed = "长沙市雨花区永兴镇人民政府\n\n2023年1月12日"
    text = (
        f"{above}\n\n雨花区永兴镇\n\n一、总体情况\n\n工作有序。\n\n六、其他需要报告的事项\n\n无。\n\n{signed}"
    )
    found = interpret(read(text.encode(), "a.txt"), FORMS)
    assert found.authority_name == "长沙市雨花区永兴镇人民政府"
