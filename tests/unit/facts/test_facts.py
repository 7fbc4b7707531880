import dataclasses
from typing import NamedTuple

import pytest

from factory import zero_report
from nianbao.facts import Fact, Reach, Relation, facts_of, is_doubtful
from nianbao.facts.kinds import ASIDE
from nianbao.facts.lists import LISTED, PART
from nianbao.model import Authority, Heading, Paragraph, Report, Section


def _report(*texts: str, section: int = 1) -> Report:
    blocks = tuple(Heading(3, text) if text.startswith("（") else Paragraph(text) for text in texts)
    return dataclasses.replace(zero_report("2021-30"), lead=(), sections=(Section(section, "", blocks),))


def _kinds(*texts: str, section: int = 1) -> list[tuple[str, int]]:
    facts = facts_of(_report(*texts, section=section))
    return [(fact.kind, int(fact.value)) for fact in facts if fact.kind not in (LISTED, PART, ASIDE)]


class Said(NamedTuple):
    text: str
    facts: list[tuple[str, int]]


NOT_HELD = ("unable_to_provide.not_held", 2)
OVERDUE = ("other_outcome.correction_overdue", 3)
RECONSIDERATIONS = [("reconsideration.total", 5), ("reconsideration.pending", 4)]
LOST_IN_COURT = [("litigation.total", 2), ("litigation.upheld", 2)]
SAID = (
    Said(
        "因政府信息公开被行政复议5宗、行政诉讼0宗，其中2宗维持原答复，3宗结果纠正。",
        [
            ("reconsideration.total", 5),
            ("litigation.total", 0),
            ("reconsideration.upheld", 2),
            ("reconsideration.corrected", 3),
        ],
    ),
    Said(
        "收到政府信息公开申请7件，经审核均属于可公开范围，全部准予公开。", [("received", 7), ("granted", 7)]
    ),
    Said(
        "因政府信息公开被申请行政复议11件，没有因政府信息公开被提起行政诉讼。",
        [("reconsideration.total", 11), ("litigation.total", 0)],  # no word on others
    ),
    Said("因处罚被申请行政复议11件，均不涉及政府信息公开。", []),
    Said(
        "被申请政府信息公开行政复议3件，1件正在复议机关审理中。",
        [("reconsideration.total", 3), ("reconsideration.pending", 1)],
    ),
    Said("全年未新制发行政规范性文件。", [("normative_documents.issued", 0)]),
    Said("行政事业性收费项目收费金额为67.22万元。", [("administrative_charges", 672200)]),
    Said("行政事业性收费项目9个，免收0.2万元。", []),
    Said(
        "收到政府信息公开申请22件，企业及其他组织申请5件。",
        [("received", 22), ("applicant.organisations", 5)],
    ),
    Said(
        "受理政府信息公开申请129宗，14宗于12月下旬收到，结转2024年办理。",
        [("received", 129), ("carried_forward", 14)],
    ),
    Said("全县行政机关新收政府信息公开申请52件（我单位9件）。", [("received", 52), ("received", 9)]),
    Said(
        "办理结果：予以公开1件，部分公开2件，不予公开3件，其他处理9件（其中逾期不补正9件），总计15件。",
        [
            ("granted", 1),
            ("partially_granted", 2),
            ("denied", 3),
            ("other_outcome", 9),
            ("other_outcome.correction_overdue", 9),
            ("processed", 15),
        ],
    ),
    Said("区生态环境局共受理公民申请6件。", [("received", 6)]),
    Said("共收到政府信息公开网络申请9件。", [("received", 9)]),
    Said("共收到网上政府信息公开申请9件，信函申请3件。", []),  # neither is the whole
    Said("我厅共收到依申请公开信件5件，均为网络申请。", [("received", 5)]),
    Said("市水利局依申请公开政务信息数8件，已按要求办理。", [("received", 8)]),
    Said(
        "受理依申请公开8件，办结10件（含2022年转入2023年办结6件）。",
        [("received", 8), ("processed", 10), ("brought_forward", 6)],
    ),
    Said(
        "办结政府信息公开申请10件，2023年结转至2024年办理6件。", [("processed", 10), ("carried_forward", 6)]
    ),
    Said("累计处理依申请公开92件，其中，本年度新接收81件。", [("handled", 92), ("received", 81)]),
    Said(
        "受理依申请公开3件，3件依申请公开申请人均为自然人。",
        [("received", 3), ("applicant.natural_person", 3)],
    ),
    Said("受理依申请公开申请1件，申请主体为自然人。", [("received", 1), ("applicant.natural_person", 1)]),
    Said(
        "收到3件政府信息依申请公开件，申请人均为自然人。", [("received", 3), ("applicant.natural_person", 3)]
    ),
    Said(
        "收到依申请公开9件，商业企业申请政务公开信息3条。",
        [("received", 9), ("applicant.commercial_enterprise", 3)],
    ),
    Said("收到依申请公开4条，其中非本部门掌握2条。", [("received", 4), ("unable_to_provide.not_held", 2)]),
    Said(
        "主动公开行政许可2条，行政处罚本年处理决定数量803条。", [("administrative_penalties.decisions", 803)]
    ),
    Said(
        "共受理行政许可事项249件，做出行政许可审批决定书294件。", [("administrative_licenses.decisions", 294)]
    ),
    Said("共办结行政许可事项9101件。", [("administrative_licenses.decisions", 9101)]),
    Said(
        "处理行政处罚530宗，行政许可、行政强制0宗。",
        [
            ("administrative_penalties.decisions", 530),
            ("administrative_licenses.decisions", 0),
            ("administrative_compulsion.decisions", 0),
        ],
    ),
    Said("推进政策解读专栏建设，发布行政规范性文件12件。", [("normative_documents.issued", 12)]),
    Said("以县政府和县政府办公室名义印发的行政规范性文件11件。", [("normative_documents.issued", 11)]),
    Said("以县政府办公室名义印发的行政规范性文件11件。", []),  # others are the county's own
    Said("收到的9件依申请公开中，全部由自然人提交。", [("received", 9), ("applicant.natural_person", 9)]),
    Said(
        "同上年结转的政府信息公开申请3件一并办理，共办结59件。", [("brought_forward", 3), ("processed", 59)]
    ),
    Said("依法作出准予或不予行政许可决定共65件。", [("administrative_licenses.decisions", 65)]),
    Said(
        "收到政府信息公开申请41件，单位（法人或其他组织）申请24件，以其他方式处理六件。",
        [("received", 41), ("applicant.organisations", 24), ("other_outcome", 6)],
    ),
    Said("我镇收到村民的政府信息公开申请1件，已按时公开。", [("received", 1), ("granted", 1)]),
    Said("依申请公开办结7件：全部予以公开。", [("processed", 7), ("granted", 7)]),
    Said("我局没有收到政府信息依申请公开办理事项。", [("received", 0)]),
    Said("收到涉及征地拆迁、物业管理等领域的政府信息公开申请共51件。", [("received", 51)]),
    Said("发布行政规范性文件11件并全部配发解读材料。", [("normative_documents.issued", 11)]),
    Said("政府信息公开申请3件，另办理治安、交通等其他领域行政复议58件、行政应诉16件。", [("received", 3)]),
    Said(
        "答复政府信息公开申请9件，其中六件予以公开、部分公开的三件。",
        [("processed", 9), ("partially_granted", 3)],  # not both of them: 三件 are the second
    ),
    Said("收到政府信息公开申请6件，上年末结转申请1件。", [("received", 6), ("brought_forward", 1)]),
    Said(
        "答复政府信息公开申请14件，均因本机关不掌握相关政府信息而无法提供。",
        [("processed", 14), ("unable_to_provide.not_held", 14)],
    ),
    Said("依申请公开5件。涉及行政诉讼案件2件，均驳回诉讼请求。", [("received", 5), *LOST_IN_COURT]),
    Said(
        "行政许可2023年处理决定数量450项，行政处罚12项、行政强制0项。",
        [
            *(("administrative_licenses.decisions", 450), ("administrative_penalties.decisions", 12)),
            ("administrative_compulsion.decisions", 0),
        ],
    ),
    Said("推进行政执法公开，实施行政处罚52起，罚款64.2万元。", [("administrative_penalties.decisions", 52)]),
    Said("主动公开行政许可决定191件，行政处罚决定9件。", []),
    Said("收到政府信息公开申请74件，完成27件。", [("received", 74), ("processed", 27)]),
    Said(
        "受理政府信息公开申请90件，其中67项为自然人提交，20项为法人提交。",
        [("received", 90), ("applicant.natural_person", 67), ("applicant.organisations", 20)],
    ),
    Said(
        "受理政府信息公开申请8件，均已依法依规答复。",
        [("received", 8), ("processed", 8), ("all_finished", 100)],
    ),
    Said("全年办理信息公开答复86份。", [("processed", 86)]),
    Said("依法办理政府信息公开案件34件。", [("handled", 34)]),
    Said(
        "申请4件，申请内容涉及现行有效规范性文件目录等政策文件，均按规定答复。其中，予以公开3件、部分公开2件。",
        [("granted", 3), ("partially_granted", 2)],
    ),
    Said(
        "受理政府信息公开申请9件。经审核分类办理，予以公开2件，因属于行政查询范畴不予公开3件。",
        [("received", 9), ("granted", 2), ("denied.administrative_inquiry", 3)],
    ),
    Said(
        "因政府信息公开引起行政复议1件，截至目前，尚未审结。",
        [("reconsideration.total", 1), ("reconsideration.pending", 1)],
    ),
    Said(
        "涉及政府信息公开的行政诉讼案件2件，均经审理依法驳回原告诉讼请求。",
        [("litigation.total", 2), ("litigation.upheld", 2)],
    ),
    Said("无规范性文件，不涉及行政事业性收费。", [("administrative_charges", 0)]),
    Said(
        "收到政府信息公开申请2件，没有出现一起投诉、复议和诉讼案件。",
        [("received", 2), ("reconsideration.total", 0), ("litigation.total", 0)],
    ),
    Said(
        "未发生因信息公开引起的行政复议被改变或行政诉讼败诉情形。",
        [("reconsideration.corrected", 0), ("litigation.corrected", 0)],
    ),
    Said("未发生依申请公开提起行政诉讼举报投诉情况。", [("litigation.total", 0)]),
    Said(
        "去年未办结顺延至今年的申请16件，今年新收43件，办结44件，年末剩余5件。",
        [("brought_forward", 16), ("received", 43), ("processed", 44), ("carried_forward", 5)],
    ),
    Said(
        "新收申请52件，年初另有2022年未办完的9件，6件结转次年。",
        [("received", 52), ("brought_forward", 9), ("carried_forward", 6)],
    ),
    Said("收到申请22件，2022年度没有遗留待办件。", [("received", 22), ("brought_forward", 0)]),
    Said("收到申请22件，2023年度没有遗留待办件。", [("received", 22)]),
    Said("收到申请8件，没有跨年度的申请。", [("received", 8), ("carried_forward", 0)]),
    Said("收到申请8件，没有需要转入2024年继续办理的申请。", [("received", 8), ("carried_forward", 0)]),
    Said("新收申请17件，上年结转无。", [("received", 17), ("brought_forward", 0)]),
    Said("收到申请9件，2023年未办结2件。", [("received", 9), ("carried_forward", 2)]),
    Said(
        "新收申请26件，加上年1件，共办结24件，3件转入2024年继续办理。",
        [("received", 26), ("processed", 24), ("carried_forward", 3)],
    ),
    Said("3件申请均在规定时限内答复：2件公开。", []),
    Said("依申请公开5件，已全部办结，均予以公开。", [("received", 5), ("granted", 5), ("all_finished", 100)]),
    Said(
        "收到申请12件，一件来自律师事务所，5件为高校等科研机构申请。",
        [
            ("received", 12),
            ("applicant.legal_service_organization", 1),
            ("applicant.research_institution", 5),
        ],
    ),
    Said("予以公开66件，因各种原因无法提供的76件。", [("granted", 66), ("unable_to_provide", 76)]),
    Said("答复申请9件，无法提供的占三成多，共2件。", [("processed", 9), ("unable_to_provide", 2)]),
    Said(
        "答复申请9件，两件因本机关未制作或保存而无法提供。",
        [("processed", 9), ("unable_to_provide.not_held", 2)],
    ),
    Said("依申请公开方面，全部或部分公开183件，不予公开57件。", [("opened", 183), ("denied", 57)]),
    Said("新收政府信息公开申请47件，其中21件与企业职工安置有关。", [("received", 47)]),
    Said(
        "开展规范性文件清理，废止文件四件，继续有效17件。",
        [("normative_documents.repealed", 4), ("normative_documents.in_force", 17)],
    ),
    Said("没有收取信息处理费；政府采购项目27个，中标金额813.6万元。", [("fee", 0)]),
    Said(
        "因信息公开被提起的行政诉讼中，未申请复议、径行起诉的6件，复议后再起诉的3件。",
        [("litigation_direct.total", 6), ("litigation_after_reconsideration.total", 3)],
    ),
    Said("因处罚决定被申请行政复议66件、提起诉讼12件，但均不涉及政府信息公开。", []),
    Said("信息公开行政复议1起。另有治安处罚类复议17起、诉讼5起。", [("reconsideration.total", 1)]),
    Said("因审批决定引发的行政复议2件，与信息公开无关。", []),
    Said("因信息公开被申请行政复议3件，工伤认定复议37件。", [("reconsideration.total", 3)]),
    Said("收到申请9件，不处理2件，2件告知按行政查询程序办理。", [("received", 9), ("not_processed", 2)]),
    Said(
        "废止规范性文件3件，没有新制发，目前8件有效。",
        [
            ("normative_documents.repealed", 3),
            ("normative_documents.issued", 0),
            ("normative_documents.in_force", 8),
        ],
    ),
    Said("行政复议2件；没有发生行政诉讼案件。", [("litigation.total", 0)]),
    Said("没有发生因行政处罚引发的行政诉讼案件。", []),
    Said("区政府行政复议机构全年收案214件，其中不服信息公开答复26件，纠正5件。", []),
    Said("收到申请3件（含转来1件），均已办结：2件公开。", [("received", 3), ("all_finished", 100)]),
    Said("印发文件186份，其中行政规范性文件3件。", [("normative_documents.issued", 3)]),
    Said("全年许可处理决定21件，均在5个工作日内公示。", [("administrative_licenses.decisions", 21)]),
    Said("教育厅作为复议机关审理信息公开复议31件，维持26件。", []),
    Said("信息公开行政复议5件，截至年底尚未作出决定的4件。", RECONSIDERATIONS),
    Said(
        "因政府信息公开未经复议直接被提起行政诉讼3件，复议后被提起的行政诉讼2件。",
        [("litigation_direct.total", 3), ("litigation_after_reconsideration.total", 2)],
    ),
    Said("因政府信息公开被直接提起行政诉讼3件。", [("litigation_direct.total", 3)]),
    Said("受理政府信息公开申请十二件，较上年增加3件。", [("received", 12)]),
    Said(
        "新收政府信息公开申请12件，上年结转1件，共13件。",
        [("received", 12), ("brought_forward", 1), ("incoming", 13)],
    ),
    Said("3件政府信息公开申请已答复。", [("processed", 3)]),
    Said("全年共接到社会公众申请12件，上年结转1件。", [("received", 12), ("brought_forward", 1)]),
    Said(
        "受理依申请公开4件，上年没有结转；因信息公开引发行政复议1件，无行政诉讼。",
        [
            ("received", 4),
            ("brought_forward", 0),
            ("reconsideration.total", 1),
            ("litigation.total", 0),
        ],
    ),
    Said(
        "答复政府信息公开申请21件，其中予以公开9件，部分公开5件，不予公开1件，无法提供2件，不予处理1件，其他3件。",
        [
            ("processed", 21),
            ("granted", 9),
            ("partially_granted", 5),
            ("denied", 1),
            ("unable_to_provide", 2),
            ("not_processed", 1),
            ("other_outcome", 3),
        ],
    ),
    Said(  # 其他 may be any group that is not named
        "答复政府信息公开申请12件，其中予以公开9件，其他3件。",
        [("processed", 12), ("granted", 9)],
    ),
    Said(
        "因政府信息公开引发行政复议7件全部维持，行政诉讼2件均已审结。",
        [
            ("reconsideration.total", 7),
            ("reconsideration.upheld", 7),
            ("litigation.total", 2),
            ("litigation.pending", 0),
        ],
    ),
    Said("全镇不涉及依申请公开事项。", [("received", 0)]),
    Said("我镇未收到依申请公开来信。", [("received", 0)]),
    Said(
        "上年结转政府信息公开申请1件，下年度结转2件。",
        [("brought_forward", 1), ("carried_forward", 2)],
    ),
    Said("收到政府信息公开申请9件，无下年度结转。", [("received", 9), ("carried_forward", 0)]),
    Said("我镇未收到公民提出的政府信息公开申请。", [("received@natural_person|total", 0)]),
    Said("政府信息公开申请数量较少，全年仅两件。", [("received", 2)]),
    Said(
        "行政复议、行政诉讼零发生，均与信息公开有关。",
        [("reconsideration.total", 0), ("litigation.total", 0)],
    ),
    Said("依申请公开方面，上年度无未办结申请转入本年度。", [("brought_forward", 0)]),
    Said("未认定无正当理由大量反复申请。", [("not_processed.excessive", 0)]),
    Said(
        "2023年，行政许可、行政处罚决定均为3件。",
        [("administrative_licenses.decisions", 3), ("administrative_penalties.decisions", 3)],
    ),
    Said(
        "未发生政府信息公开行政复议被纠正、行政诉讼败诉的情况。",
        [("reconsideration.corrected", 0), ("litigation.corrected", 0)],
    ),
    Said("我镇未收到依申请公开咨询。", []),
    Said("未作出行政强制和行政征收、行政检查。", [("administrative_compulsion.decisions", 0)]),
    Said("收到并办结政府信息公开申请5件。", [("received", 5), ("processed", 5)]),
    Said("办理因政府信息公开申请引发的行政复议36起。", [("reconsideration.total", 36)]),
    Said(
        "政府信息公开行政复议、行政诉讼分别为3件、2件。",
        [("reconsideration.total", 3), ("litigation.total", 2)],
    ),
    Said("政府信息公开行政复议、行政诉讼均为0件。", [("reconsideration.total", 0), ("litigation.total", 0)]),
    Said("政府信息公开行政复议和行政诉讼共5件。", [("disputes.total", 5)]),
    Said("废止行政规范性文件2件，修改行政规范性文件3件。", [("normative_documents.repealed", 2)]),
    Said(
        "我局收办申请情况为：新收19件、上年结转4件、办结23件、结转下年0件。",
        [("received", 19), ("brought_forward", 4), ("processed", 23), ("carried_forward", 0)],
    ),
    Said(
        "政府集中采购项目9个，采购总金额103.5万元。",
        [("centralized_procurement.projects", 9), ("centralized_procurement.amount", 1035000)],
    ),
    Said("实施政府集中采购2项。", [("centralized_procurement.projects", 2)]),
    Said("发布集中采购信息12条，集中采购预算300万元，较预算节约12万元。", []),
    Said(
        "办理涉政府信息公开的行政复议答复5件、行政应诉9件。",
        [("reconsideration.total", 5), ("litigation.total", 9)],
    ),
    Said(
        "行政许可事项上一年为24项，全年作出处理决定178件。",
        [("administrative_licenses.items_prior_year", 24), ("administrative_licenses.decisions", 178)],
    ),
    Said(
        "行政许可上一年24项，行政处罚30项，作出处理决定178件。",
        [("administrative_licenses.items_prior_year", 24)],
    ),
    Said(
        "无人向镇政府申请获取政府信息，上年度也没有结转的申请件。", [("received", 0), ("brought_forward", 0)]
    ),
    Said(
        "收到政府信息公开申请8件，其中5件已按规定时限答复，3件结转下年。",
        [("received", 8), ("processed", 5), ("carried_forward", 3)],
    ),
    Said(
        "公开后可能危及“三安全一稳定”的申请为数不多，全年据此不予公开3件。",
        [("denied.security_and_stability", 3)],
    ),
    Said(
        "公开行政事业性收费项目、依据和标准，当年收费金额为12.5万元。", [("administrative_charges", 125000)]
    ),
    Said(
        "行政事业性收费金额9万元，上年为8万元；作出行政许可决定23件。",
        [
            ("administrative_charges", 90000),
            ("administrative_charges", 80000),
            ("administrative_licenses.decisions", 23),
        ],
    ),
    Said("行政规范性文件清理后保留（现行有效）58件。", [("normative_documents.in_force", 58)]),
    Said("申请人未在期限内补正又无正当理由的2件，不再处理。", [("other_outcome.correction_overdue", 2)]),
    Said(
        "规章现行有效42件，本年没有新制定的，也没有废止的。",
        [("rules.in_force", 42), ("rules.issued", 0), ("rules.repealed", 0)],
    ),
    Said("政府信息公开行政诉讼全部为未经复议直接起诉，计3件。", [("litigation_direct.total", 3)]),
    Said(
        "信息公开行政复议：维持，32件；其他结果，3件。",
        [("reconsideration.upheld", 32), ("reconsideration.other", 3)],
    ),
    Said(
        "三十一件行政规范性文件现行有效，另有五件在年内废止。",
        [("normative_documents.in_force", 31), ("normative_documents.repealed", 5)],
    ),
    Said("三十一件行政规范性文件废止前征求了意见。", []),
    Said(
        "依申请公开台账显示：（1）新收14件；（2）上年结转3件；（3）办理结果总计16件。",
        [("received", 14), ("brought_forward", 3), ("processed", 16)],
    ),
    Said("4件政府信息公开申请因期限未届满而结转下年度继续办理。", [("carried_forward", 4)]),
    Said(
        "商业企业本年新提申请10件，办结9件。",
        [("applicant.commercial_enterprise", 10), ("processed@commercial_enterprise|total", 9)],
    ),
    Said(
        "企业上年结转1件、新提8件政府信息公开申请，办结9件。",
        [
            ("brought_forward@commercial_enterprise", 1),
            ("processed@commercial_enterprise|total", 9),
        ],
    ),
    Said("商业企业新申请公开政府信息2件。", [("applicant.commercial_enterprise", 2)]),
    Said("经保密审查属于国家秘密而不予公开的4件。", [("denied.state_secret", 4)]),
    Said(
        "行政强制处理决定数量为7件，同期行政处罚处理决定数量为162件。",
        [("administrative_compulsion.decisions", 7), ("administrative_penalties.decisions", 162)],
    ),
    Said("规章制发、废止均为零。", [("rules.issued", 0), ("rules.repealed", 0)]),
    Said(
        "政府信息公开行政复议没有结果纠正案件，也没有以其他结果结案的案件。",
        [("reconsideration.corrected", 0), ("reconsideration.other", 0)],
    ),
    Said(
        "因过程性信息、行政执法案卷而不予公开的申请都是零。",
        [("denied.process_information", 0), ("denied.enforcement_case_file", 0)],
    ),
    Said("公开与部分公开两项相加为62宗。", [("opened", 62)]),
    Said(
        "许可、处罚、强制三类处理决定依次为10、856、58件。",
        [
            ("administrative_licenses.decisions", 10),
            ("administrative_penalties.decisions", 856),
            ("administrative_compulsion.decisions", 58),
        ],
    ),
    Said(
        "以政府信息公开为案由的复议、诉讼，全年分别为2起、4起。",
        [("reconsideration.total", 2), ("litigation.total", 4)],
    ),
    Said("决定不公开的申请合计二十七条。", [("denied", 27)]),
    Said(
        "行政复议、行政诉讼案件（均因政府信息公开引起）分别为8件和2件。",
        [("reconsideration.total", 8), ("litigation.total", 2)],
    ),
    Said(
        "政府信息公开行政复议6起，全年无被纠正的复议、诉讼案件。",
        [("reconsideration.total", 6), ("reconsideration.corrected", 0), ("litigation.corrected", 0)],
    ),
    Said("收到1份信息公开申请，已予以公开。", [("received", 1), ("granted", 1)]),
    Said("收到2份信息公开申请，已予以公开。", [("received", 2)]),
    Said(
        "上一年行政许可项目18项，本年作出处理决定593件。",
        [("administrative_licenses.items_prior_year", 18), ("administrative_licenses.decisions", 593)],
    ),
    Said(
        "其他对外管理服务事项上年项目5项，本年处理决定1174件。",
        [("other_external_services.items_prior_year", 5), ("other_external_services.decisions", 1174)],
    ),
    Said("行政事业性收费上年项目3项。", [("administrative_charges.items_prior_year", 3)]),
    Said(
        "全年无信息公开复议、无诉讼、无举报。",
        [("reconsideration.total", 0), ("litigation.total", 0)],
    ),
    Said(
        "政府信息公开类行政复议2件，复议机关均予以维持。",
        [("reconsideration.total", 2), ("reconsideration.upheld", 2)],
    ),
    Said(
        "申请人类型单一，410份新收申请全部由自然人提出。",
        [("received", 410), ("applicant.natural_person", 410)],
    ),
    Said(
        "从申请主体看，自然人27件，商业企业2件。",
        [("applicant.natural_person", 27), ("applicant.commercial_enterprise", 2)],
    ),
    Said("另办理与政府信息公开无关的行政复议案件44件、行政应诉案件24件。", []),
    Said("与信息公开无关的行政复议44件，涉及政府信息公开的行政复议2件。", [("reconsideration.total", 2)]),
    Said("全年没有制作规范性文件。", [("normative_documents.issued", 0)]),
    Said(
        "政府信息公开行政复议案件共2件，审理结果均为维持。",
        [("reconsideration.total", 2), ("reconsideration.upheld", 2)],
    ),
    Said("因第三方不同意且公开会损害其合法权益，不予公开10件。", [("denied.third_party_rights", 10)]),
    Said("没有个人或组织向镇政府提出政府信息公开申请。", [("received", 0)]),
    Said("共答复各类申请2件，未发生逾期答复。", [("processed", 2)]),
    Said("信息公开工作有序。以我局为被申请人的行政处罚类行政复议16件。", []),
    Said("复议机关对4件政府信息公开案件予以维持。", [("reconsideration.upheld", 4)]),
    Said(
        "其他处理的82件申请全部系申请人无正当理由逾期不补正。",
        [("other_outcome", 82), ("other_outcome.correction_overdue", 82)],
    ),
    Said("新收申请9件，加上从2022年接转的1件。", [("received", 9), ("brought_forward", 1)]),
    Said(
        "出台行政规范性文件五件，连同以前年度继续有效的，现行有效共九件。",
        [("normative_documents.issued", 5), ("normative_documents.in_force", 9)],
    ),
    Said("年末剩余两条申请，一并转到下年办理。", [("carried_forward", 2)]),
    Said("涉及过程稿、磋商信函等四类过程性信息的申请，不予公开3件。", [("denied.process_information", 3)]),
    Said("行政处罚处理决定里适用简易程序的35件、普通程序的42件。", []),
    Said("收取信息处理费1,200元，行政事业性收费3万元。", [("fee", 1200), ("administrative_charges", 30000)]),
    Said("政府信息公开申请12件中，网上申请10件，当面申请2件。", []),
    Said("政务服务热线受理99件，办结99件。", []),
    Said("如未收到政府信息公开申请的答复，可以申请行政复议。", []),
    Said("依申请公开工作规范，无一件超期，未收到投诉举报。", []),
    Said("制发公文9件，主动公开5件，依申请公开3件，不予公开1件。", []),
    Said("全年未收到行政许可申请。", []),
    Said("因属于国家秘密等原因不予公开政府信息公开申请3件。", [("denied", 3)]),
    Said(
        "收到政府信息公开申请10件。其中7件按时办结，另有3件申请按照规定延至下年度办理。",
        [("received", 10), ("processed", 7), ("carried_forward", 3)],
    ),
    Said("全年办理各类行政复议案件9件，行政诉讼案件3件，与政府信息公开无关。", []),
    Said("清理行政规范性文件，保留9件，废止3件。", [("normative_documents.repealed", 3)]),
    Said("公开规章9件（含制定5件，废止4件）。", [("rules.disclosed", 9)]),
    Said("抽查中有3件申请答复不规范。", []),
    Said(
        "政府信息公开复议、诉讼中被纠正的案件分别为3件、2件。",
        [("reconsideration.corrected", 3), ("litigation.corrected", 2)],
    ),
    Said("尚有4件政府信息公开行政复议案件未审结。", [("reconsideration.pending", 4)]),
    Said(
        "政府信息公开行政复议案件办理结果：维持3件，其他结果2件，总计5件。",
        [("reconsideration.upheld", 3), ("reconsideration.other", 2), ("reconsideration.total", 5)],
    ),
    Said("政府信息公开复议后起诉的行政诉讼案件2件。", [("litigation_after_reconsideration.total", 2)]),
    Said("政府信息公开行政复议、行政诉讼情况、其他需要报告的事项六个部分。", []),
    Said("全年未发生复议后起诉的政府信息公开行政诉讼。", [("litigation_after_reconsideration.total", 0)]),
    Said("收到网络提交的政府信息公开申请3件，未收到信函等其他方式提交的申请。", []),
    Said(
        "新收政府信息公开申请9件加上年结转1件，等于办结8件加结转下年2件。",
        [("received", 9), ("brought_forward", 1), ("processed", 8), ("carried_forward", 2)],
    ),
    Said("政府信息公开申请其余11件分别按部分公开、不予公开等情形处理。", []),
    Said("政府信息公开申请予以公开（含部分公开）9件。", [("opened", 9)]),
    Said("政府信息公开申请予以公开和部分公开共9件。", [("opened", 9)]),
    Said("政府信息公开申请不予公开和部分公开共9件。", []),
    Said("办结的政府信息公开申请因不属于本机关掌握，告知无法提供4件。", [("unable_to_provide.not_held", 4)]),
    Said("政府信息公开申请9件因不掌握等原因无法提供。", [("unable_to_provide", 9)]),
    Said("政府信息公开申请不予公开9件，占办结总数12件的75%。", [("denied", 9), ("processed", 12)]),
    Said("全区新收政府信息公开申请9件，其中政府部门收到5件，乡镇收到4件。", [("received", 9)]),
    Said("政府信息公开申请因讨论稿、过程稿等过程性信息不予公开4件。", [("denied.process_information", 4)]),
    Said(
        "政府信息公开申请本年新收9件、上年结转1件；予以公开1件，部分公开1件，不予公开1件，无法提供4件，合计7件。",
        [
            *(("received", 9), ("brought_forward", 1), ("granted", 1), ("partially_granted", 1)),
            *(("denied", 1), ("unable_to_provide", 4), ("processed", 7)),
        ],
    ),
    Said("我总局新收政府信息公开申请9件。", [("received", 9)]),
    Said("全年我局未新制作规范性文件。", [("normative_documents.issued", 0)]),
    Said("申请人以自然人为主，共9件。", [("applicant.natural_person", 9)]),
    Said("行政处罚立案9件，作出处罚决定8件。", [("administrative_penalties.decisions", 8)]),
    Said("全年未作出行政处罚决定。", [("administrative_penalties.decisions", 0)]),
    Said("本年度无行政事业性收费。", [("administrative_charges", 0)]),
    Said("没有当事人因不服政府信息公开答复提起行政诉讼。", [("litigation.total", 0)]),
    Said("我局对外公开的规范性文件总量为9件。", [("normative_documents.total_disclosed", 9)]),
    Said("开展规范性文件清理，全年废止规范性文件2件。", [("normative_documents.repealed", 2)]),
    Said("征集规范性文件草案意见3次。", []),
    Said("收到政府信息公开申请3件。12345热线受理9件。其中8件按时办结。", [("received", 3)]),
    Said(
        "未发生政府信息公开举报、投诉、行政复议。",
        [("reconsideration.total", 0)],
    ),
    Said("政府信息公开申请予以公开3件，无法提供2件。", [("granted", 3), ("unable_to_provide", 2)]),
    Said(
        "政府信息公开申请的处理结果，予以公开、部分公开、无法提供分别为7件、3件和2件。",
        [("granted", 7), ("partially_granted", 3), ("unable_to_provide", 2)],
    ),
    Said("政府信息公开申请以网络为主、信函为辅，分别收到9件和5件。", []),
    Said(
        "因政府信息公开引发的行政诉讼6件，其中未经复议直接起诉4件，复议后起诉2件；被判决纠正的1件。",
        [
            *(("litigation.total", 6), ("litigation_direct.total", 4)),
            ("litigation_after_reconsideration.total", 2),
        ],
    ),
    Said("政府信息公开复议案件中有2件举行了听证。", []),
    Said("针对政府信息公开行政复议中反映的问题，下发提示函1份。", []),
    Said("由企业、律所等组织提出的政府信息公开申请共9件。", []),
    Said("政府信息公开申请答复中，公开或部分公开8件。", [("opened", 8)]),
    Said("我镇无政府信息依申请公开办理情况。", [("received", 0)]),
    Said(
        "办结政府信息公开申请8件，1件因收件时间临近年末转入下年度办理。",
        [("processed", 8), ("carried_forward", 1)],
    ),
    Said("从答复情况看：1件予以公开、5件不予公开。", [("granted", 1), ("denied", 5)]),
    Said("政府信息公开申请答复类型全部为予以公开，共3件。", [("granted", 3)]),
    Said(
        "公开申请中以信息公开名义进行信访、投诉、举报的9件。",
        [("not_processed.petition_or_complaint", 9)],
    ),
    Said("制定并主动公开行政规范性文件9件。", [("normative_documents.made_and_shown", 9)]),
    Said("政府信息公开申请不予公开（属于三类内部事务信息）1件。", [("denied.internal_affairs", 1)]),
    Said("收到政府信息公开申请9件，其中2件属于本机关不掌握的政府信息。", [("received", 9), NOT_HELD]),
    Said("街道未收到群众要求公开政府信息的书面或网上申请。", [("received", 0)]),
    Said(
        "无涉及政府信息公开行政复议、诉讼案件。",
        [("reconsideration.total", 0), ("litigation.total", 0)],
    ),
    Said("我局未向申请人收取任何费用。", [("fee", 0)]),
    Said("因属于行政查询事项不予公开5件。", [("denied.administrative_inquiry", 5)]),
    Said("本年度没有作出无法提供答复的政府信息公开申请。", [("unable_to_provide", 0)]),
    Said(
        "上年度结转申请1件已与本年新收的9件一并办理，尚有2件正在办理、结转下年度。",
        [("brought_forward", 1), ("received", 9), ("carried_forward", 2)],
    ),
    Said("全年有9件去年收到的公开申请结转本年办理。", [("brought_forward", 9)]),
    Said("公开申请人以个人为主，未收到法人或其他组织提出的申请。", [("applicant.organisations", 0)]),
    Said("办结的9件公开申请中，没有作出不予公开决定的情形。", [("processed", 9), ("denied", 0)]),
    Said("本年度未实施行政处罚。", [("administrative_penalties.decisions", 0)]),
    Said("对全年收到的9件政府信息公开申请逐件评查，评查结果纳入考核。", [("received", 9)]),
    Said(
        "收到的政府信息公开申请，自然人提出8件，法人或其他组织提出1件，共计9件。",
        [("applicant.natural_person", 8), ("applicant.organisations", 1), ("received", 9)],
    ),
    Said(
        "全年未制定、废止行政规范性文件。",
        [("normative_documents.issued", 0), ("normative_documents.repealed", 0)],
    ),
    Said("因本机关不掌握、没有现成信息等原因无法提供政府信息公开申请5件。", [("unable_to_provide", 5)]),
    Said("收取信息处理费10元，其余政府信息公开申请均未收费。", [("fee", 10)]),
    Said(
        "政府信息公开申请人中，自然人、科研机构分别9件、2件。",
        [("applicant.natural_person", 9), ("applicant.research_institution", 2)],
    ),
    Said("政府信息公开申请予以公开、其他情形、无法提供分别为7件、3件和2件。", []),
    Said(
        "政府信息公开申请不予公开7件（均属国家秘密）、无法提供3件。",
        [("denied", 7), ("unable_to_provide", 3)],
    ),
    Said("处理上年结转后新收到政府信息公开申请8件。", []),
    Said("收到依申请公开政府信息6件。", [("received", 6)]),
    Said("政府信息公开申请涉及3人次，申请事项14项。", []),
    Said("除政府信息公开申请以外，未收到政府信息公开申请以外的事项。", []),
    Said(
        "因政府信息公开被申请行政复议9件，7件作出复议决定，被提起行政诉讼4件，1件作出判决。",
        [("reconsideration.total", 9), ("litigation.total", 4)],
    ),
    Said("减免信息处理费150元。", []),
    Said(
        "因政府信息公开未经复议直接起诉的行政诉讼共4件，复议后起诉的行政诉讼共3件。",
        [("litigation_direct.total", 4), ("litigation_after_reconsideration.total", 3)],
    ),
    Said(
        "涉及政府信息公开等的行政复议60件、应诉70件，其中涉政府信息公开的复议4件、诉讼3件。",
        [("reconsideration.total", 4), ("litigation.total", 3)],
    ),
    Said(
        "受理政府信息公开申请9件，其中县政府为答复主体的5件，县政府办为答复主体的4件。",
        [("received", 9)],
    ),
    Said("以县政府名义答复政府信息公开申请5件，以县政府办公室名义答复4件。", []),
    Said("政府信息公开申请由上级转办3件，直接收到4件。", []),
    Said("行政机关不再处理其政府信息公开申请3件。", []),
    Said("现行有效的规章和行政规范性文件共18件。", []),
    Said("规章、行政规范性文件现行有效分别为3件、15件。", []),
    Said("未制定规章，制发行政规范性文件3件。", [("rules.issued", 0), ("normative_documents.issued", 3)]),
    Said("收取政府信息公开信息处理费1,200.00元。", [("fee", 1200)]),
    Said("政府信息公开申请发出收费通知5件，3件缴费。", []),
    Said("政府信息公开申请未按收费通知要求缴纳费用3件。", [("other_outcome.fee_unpaid", 3)]),
    Said(
        "政府信息公开申请受理（不含上年结转）8件，办结（含上年结转）9件。",
        [("received", 8), ("processed", 9)],
    ),
    Said("受理政府信息公开申请9件，其中本机关办理5件、转送4件。", [("received", 9)]),
    Said("受理政府信息公开申请9件，其中本年新收8件。", [("received", 9), ("received", 8)]),
    Said("每件政府信息公开申请平均答复用时9天。", []),
    Said("受理村务公开申请4件、政府信息公开申请3件。", [("received", 3)]),
    Said(
        "因政府信息公开等被申请行政复议60件，其中涉及政府信息公开的2件。",
        [("reconsideration.total", 2)],
    ),
    Said(
        "全年被申请行政复议60件，属政府信息公开案由的2件，未发生因信息公开引发的行政诉讼。",
        [("reconsideration.total", 2), ("litigation.total", 0)],
    ),
    Said(
        "本年新收和上年结转的政府信息公开申请共10件，已办结9件。",
        [("incoming", 10), ("processed", 9)],
    ),
    Said("上年结转和本年新收的政府信息公开申请共计10件。", [("incoming", 10)]),
    Said("政府信息公开申请因信息不存在无法提供4件，因材料不全不予公开2件。", []),
    Said(
        "政府信息公开申请因涉及保护第三方合法权益不予公开3件。",
        [("denied.third_party_rights", 3)],
    ),
    Said("政府信息公开申请因信息不存在等原因无法提供4件。", [("unable_to_provide", 4)]),
    Said("收到公民申请公开政府信息10件。", [("received", 10)]),
    Said(
        "收到政府信息公开申请10件，其中公民申请9件，企业申请1件。",
        [("received", 10), ("applicant.natural_person", 9), ("applicant.commercial_enterprise", 1)],
    ),
    Said(
        "政府信息公开申请全部公开3件，部分公开2件，因危及国家安全、公共安全不予公开1件。",
        [("granted", 3), ("partially_granted", 2), ("denied.security_and_stability", 1)],
    ),
    Said(
        "收到政府信息公开申请10件，其中8件已在法定期限内答复，2件因未到期限，结转至下一年度办理。",
        [("received", 10), ("processed", 8), ("carried_forward", 2)],
    ),
    Said(
        "办结政府信息公开申请40件，其中予以公开占75.0%，共30件，部分公开占比25%（10件）。",
        [
            ("processed", 40),
            ("share.granted", 75),
            ("granted", 30),
            ("share.partially_granted", 25),
            ("partially_granted", 10),
        ],
    ),
    Said(
        "收到政府信息公开申请40件。其中县政府办公室收到6件，县教育局收到9件。",
        [("received", 40)],
    ),
    Said(
        "有1件涉及政府信息公开工作的行政复议，2件政府信息公开行政诉讼。",
        [("reconsideration.total", 1), ("litigation.total", 2)],
    ),
    Said(
        "政府信息公开申请办结119件，属信访、重复申请等不予处理80件。",
        [("processed", 119), ("not_processed", 80)],
    ),
    Said("收到政府信息公开申请4件，信访举报30件，均不予处理。", [("received", 4)]),
    Said("做好政府信息公开工作。收到行政复议申请130件，受理118件，维持80件。", []),
    Said(
        "收到政府信息公开行政复议申请3件，维持2件。",
        [("reconsideration.total", 3), ("reconsideration.upheld", 2)],
    ),
    Said("县政府办公室制发行政规范性文件3件。", []),
    Said("现行有效县政府规范性文件26件、部门规范性文件5件。", []),
    Said("因政府信息公开旧存行政诉讼案件1件。", []),
    Said(
        "政府信息公开申请不予公开的6件申请中，自然人申请5件，企业申请1件。",
        [("denied", 6), ("denied@natural_person", 5), ("denied@commercial_enterprise", 1)],
    ),
    Said(
        "收到的10件政府信息公开申请中，自然人申请9件，企业申请1件。",
        [("received", 10), ("applicant.natural_person", 9), ("applicant.commercial_enterprise", 1)],
    ),
    Said("收到政府信息公开申请10件，其中撤回2件，实际办理8件。", [("received", 10)]),
    Said("收到向县政府提出的政府信息公开申请6件，向我办提出的4件。", []),
    Said("受理向某乡提出的政府信息公开申请6件。", [("received", 6)]),
    Said("政府信息公开申请纠正不规范答复1件。", []),
    Said("政府信息公开行政复议3件，其中撤销1件。", [("reconsideration.total", 3)]),
    Said("全年政府信息公开申请量为10件。", [("received", 10)]),
    Said(
        "政府信息公开申请收到9件，办结9件，其中自然人8件。",
        [("received", 9), ("processed", 9), ("received|processed@natural_person", 8)],
    ),
    Said(
        "收到政府信息公开申请9件，均予以公开。",
        [("received", 9), ("granted", 9)],
    ),
    Said("9件政府信息公开申请均为公民申请。", [("received", 9)]),
    Said(
        "政府信息公开申请部分公开2件，均为自然人申请。",
        [("partially_granted", 2), ("partially_granted@natural_person", 2)],
    ),
    Said(
        "政府信息公开行政复议2件、行政诉讼3件，均无被纠正情形。",
        [
            ("reconsideration.total", 2),
            ("litigation.total", 3),
            ("reconsideration.corrected", 0),
            ("litigation.corrected", 0),
        ],
    ),
    Said(
        "政府信息公开行政复议4件，全部维持原答复。",
        [("reconsideration.total", 4), ("reconsideration.upheld", 4)],
    ),
    Said("通过网站收到政府信息公开申请5件，通过信函收到4件，共计9件。", [("received", 9)]),
    Said("通过政府网站在线平台收到政府信息公开申请5件。", []),
    Said(
        "政府信息公开申请作出其他处理3件，具体为其他情形3件。",
        [("other_outcome", 3), ("other_outcome.other", 3)],
    ),
    Said(
        "政府信息公开申请予以公开5件、逾期不补正1件、其他2件。",
        [("granted", 5), ("other_outcome.correction_overdue", 1)],
    ),
    Said(
        "新收政府信息公开申请中，科研机构1件、社会公益组织2件、法律服务机构3件、其他组织提出4件。",
        [
            ("applicant.research_institution", 1),
            ("applicant.public_welfare_organization", 2),
            ("applicant.legal_service_organization", 3),
            ("received@other|other+commercial_enterprise", 4),
        ],
    ),
    Said("新收的9件政府信息公开申请中自然人5件。", [("received", 9), ("applicant.natural_person", 5)]),
    Said("全年依法作出并公开行政许可决定4470件。", [("administrative_licenses.decisions", 4470)]),
    Said(
        "行政处罚、行政强制处理决定数量分别为3件、9件。",
        [("administrative_penalties.decisions", 3), ("administrative_compulsion.decisions", 9)],
    ),
    Said(
        "行政规范性文件制发、废止、现行有效数分别为3件、1件、20件。",
        [
            ("normative_documents.issued", 3),
            ("normative_documents.repealed", 1),
            ("normative_documents.in_force", 20),
        ],
    ),
    Said("涉及我厅政府信息公开的行政诉讼案件为零。", [("litigation.total", 0)]),
    Said("无因保护第三方合法权益而不予公开的申请。", [("denied.third_party_rights", 0)]),
    Said("我乡无现行有效的行政规范性文件。", [("normative_documents.in_force", 0)]),
    Said("没有不予公开的政府信息。", []),
    Said("本年度未办理政府信息公开申请。", [("processed", 0)]),
    Said("没有上年结转办理的申请件。", [("brought_forward", 0)]),
    Said("我局没有行政事业性收费项目发生。", [("administrative_charges", 0)]),
    Said(
        "没有因政府信息公开被申请行政复议，被提起行政诉讼3件。",
        [("reconsideration.total", 0), ("litigation.total", 3)],
    ),
    Said("开展文件清理，废止行政规范性文件7件。", [("normative_documents.repealed", 7)]),
    Said("现行有效的20件行政规范性文件中尚有3件未解读。", [("normative_documents.in_force", 20)]),
    Said("按照要求公示，行政处罚信息488件、行政许可2件均上网公开。", []),
    Said(
        "落实执法公示制度，行政处罚4件、行政许可2件均已公示。",
        [("administrative_penalties.decisions", 4), ("administrative_licenses.decisions", 2)],
    ),
    Said("1.政府信息公开申请。全年收到政府信息公开申请48件。", [("received", 48)]),
    Said("结转下年度继续办理的政府信息公开申请有9件。", [("carried_forward", 9)]),
    Said("2023年结转下年度继续办理的政府信息公开申请9件。", [("carried_forward", 9)]),
    Said(
        "针对上年度反映的问题，上年结转的9件政府信息公开申请已全部办结。",
        [("all_finished", 100), ("brought_forward", 9)],
    ),
    Said(
        "政府信息公开申请申请人逾期不补正，视为放弃申请、不再处理3件。",
        [("other_outcome.correction_overdue", 3)],
    ),
    Said(
        "政府信息公开行政复议维持3件，占行政复议总数的75%。",
        [("reconsideration.upheld", 3), ("share.reconsideration.upheld/reconsideration.total", 75)],
    ),
    Said(
        "政府信息公开申请涉及国家秘密不予公开3件，占不予公开总数的75%。",
        [("denied.state_secret", 3), ("share.denied.state_secret/denied", 75)],
    ),
    Said(
        "收到政府信息公开申请9件，3件不予公开。申请信息属于人事管理、后勤管理等三类内部事务信息，不予公开的2件。",
        [("received", 9), ("denied", 3), ("denied.internal_affairs", 2)],
    ),
    Said(
        "经补正后申请内容仍不明确，无法提供的1份。",
        [("unable_to_provide.unclear_after_correction", 1)],
    ),
    Said(
        "收到政府信息公开申请9件，申请人申请公开行政执法案卷，依法告知不予公开4件。",
        [("received", 9), ("denied.enforcement_case_file", 4)],
    ),
    Said("收到政府信息公开申请9件，严格审查把关，不予公开4件。", [("received", 9), ("denied", 4)]),
    Said(
        "收到政府信息公开申请9件。有5件申请因属于讨论记录、过程稿等过程性信息，决定不予公开。",
        [("received", 9), ("denied.process_information", 5)],
    ),
    Said(
        "收到政府信息公开申请9件。共有2件申请因本机关不掌握等原因无法提供。",
        [("received", 9), ("unable_to_provide", 2)],
    ),
    Said(
        "收到政府信息公开申请9件。对4件申请，因申请人收到补正通知后逾期不补正且无正当理由，我部不再处理。",
        [("received", 9), ("other_outcome.correction_overdue", 4)],
    ),
    Said(
        "政府信息公开申请不予处理的18件中，属于信访举报投诉类的8件，其余10件属于重复申请等情形。",
        [("not_processed", 18), ("not_processed.petition_or_complaint", 8)],
    ),
    Said(
        "收到政府信息公开申请9件。属于信访举报投诉事项的4件、重复申请的3件，按规定不予处理。",
        [("received", 9), ("not_processed.petition_or_complaint", 4), ("not_processed.repeated", 3)],
    ),
    Said(
        "以政府信息公开申请形式进行信访、投诉、举报的3件，告知不作为政府信息公开申请处理。",
        [("not_processed.petition_or_complaint", 3)],
    ),
    Said(
        "本年度对146件政府信息公开申请作出处理，其中来自自然人的124件。",
        [("processed", 146), ("processed@natural_person", 124)],
    ),
    Said(
        "对自然人提出的政府信息公开申请作无法提供答复5件，全部无法提供答复6件。",
        [("unable_to_provide@natural_person", 5), ("unable_to_provide@natural_person|total", 6)],
    ),
    Said(
        "不予公开决定中，涉及自然人申请的91件，不予公开总数为108件。",
        [("denied@natural_person", 91), ("denied", 108)],
    ),
    Said(
        "新收政府信息公开申请4件，其中涉及企业管理类1件，通关监管类2件。",
        [("received", 4)],
    ),
    Said(
        "一是上年结转政府信息公开申请4件；二是法律服务机构提出新申请3件；三是科研机构提出申请1件。",
        [
            ("brought_forward", 4),
            ("applicant.legal_service_organization", 3),
            ("applicant.research_institution", 1),
        ],
    ),
    Said(
        "政府信息公开申请予以公开、部分公开、不予公开的数量依次为9件、5件、4件。",
        [("granted", 9), ("partially_granted", 5), ("denied", 4)],
    ),
    Said("政府信息公开申请中予以公开与部分公开两项合计24件。", [("opened", 24)]),
    Said(
        "依法答复政府信息公开申请4件，予以公开率为25%，即1件。",
        [("processed", 4), ("granted", 1)],
    ),
    Said(
        "依法处理政府信息公开申请。全年30件答复中，予以公开3件。",
        [("processed", 30), ("granted", 3)],
    ),
    Said(
        "收到政府信息公开申请9件，‘其他’类的法人或其他组织申请2件，其他处理类中的‘其他’情形1件。",
        [("received", 9), ("applicant.other", 2), ("other_outcome.other", 1)],
    ),
    Said(
        "政府信息公开行政复议6件，全部审结，其中维持3件、纠正1件、其他结果2件。",
        [
            ("reconsideration.total", 6),
            ("reconsideration.pending", 0),
            ("reconsideration.upheld", 3),
            ("reconsideration.corrected", 1),
            ("reconsideration.other", 2),
        ],
    ),
    Said("行政事业性收费金额为0。", [("administrative_charges", 0)]),
    Said(
        "收到政府信息公开申请10件，自然人8件和商业企业2件，分别占80%和20%。",
        [("received", 10), ("applicant.natural_person", 8), ("applicant.commercial_enterprise", 2)],
    ),
    Said(
        "政府信息公开申请予以公开25件、部分公开8件，两项合计占办结总数的54.1%。",
        [("granted", 25), ("partially_granted", 8), ("share.opened", 54)],
    ),
    Said(
        "因涉及国家秘密，我局对4件政府信息公开申请作出不予公开决定。",
        [("denied.state_secret", 4)],
    ),
    Said(
        "政府信息公开申请部分公开的3件，均为隐去个人身份信息后提供。",
        [("partially_granted", 3)],
    ),
    Said(
        "政府信息公开申请经一次性告知补正后申请内容仍不明确、因而无法提供的有9件。",
        [("unable_to_provide.unclear_after_correction", 9)],
    ),
    Said(
        "政府信息公开申请办理结果归入其他处理“3.其他”的有1件。",
        [("other_outcome.other", 1)],
    ),
    Said(
        "办结政府信息公开申请按申请人划分：自然人58件；商业企业4件。",
        [("processed@natural_person", 58), ("processed@commercial_enterprise", 4)],
    ),
    Said(
        "政府信息公开申请不予处理共4件，其中重复申请3件，占75%。",
        [
            ("not_processed", 4),
            ("not_processed.repeated", 3),
            ("share.not_processed.repeated/not_processed", 75),
        ],
    ),
    Said(
        "无法提供的政府信息公开申请占全年办结数的15%。",
        [("share.unable_to_provide/processed", 15)],
    ),
    Said(
        "政府信息公开申请予以公开类答复46件，其中答复给自然人29件。",
        [("granted", 46), ("granted@natural_person", 29)],
    ),
    Said(
        "新收政府信息公开申请79件，另有上年度转来继续办理的3件。",
        [("received", 79), ("brought_forward", 3)],
    ),
    Said(
        "收到政府信息公开申请46件，3件申请结转至下一年度办理，其余43件均已于年内办结。",
        [("received", 46), ("carried_forward", 3), ("processed", 43)],
    ),
    Said(
        "新收政府信息公开申请中自然人与商业企业分别提出16件和4件。",
        [("applicant.natural_person", 16), ("applicant.commercial_enterprise", 4)],
    ),
    Said(
        "有4件政府信息公开申请所要求的内容并无现成信息，需要另行制作，依法告知无法提供。",
        [("unable_to_provide.creation_required", 4)],
    ),
    Said("因政府信息公开参加行政复议听证4次。", []),
    Said(
        "政府信息公开直接起诉的案件4件，其中驳回原告诉讼请求、结果维持的3件。",
        [("litigation_direct.total", 4), ("litigation_direct.upheld", 3)],
    ),
    Said(
        "政府信息公开行政复议维持13件、纠正4件，两类合计占复议总数的94%。",
        [("reconsideration.upheld", 13), ("reconsideration.corrected", 4)],
    ),
    Said(
        "经复议后又提起行政诉讼的3件，其中，一是维持1件；二是纠正2件。",
        [
            ("litigation_after_reconsideration.total", 3),
            ("litigation_after_reconsideration.upheld", 1),
            ("litigation_after_reconsideration.corrected", 2),
        ],
    ),
    Said("没有被复议机关纠正的政府信息公开案件。", [("reconsideration.corrected", 0)]),
    Said(
        "本年度没有信访举报投诉类申请，依申请公开渠道畅通。",
        [("not_processed.petition_or_complaint", 0)],
    ),
    Said("全年未接到任何书面或者网上的政府信息公开申请。", [("received", 0)]),
    Said("本年废止的行政规范性文件一件也没有。", [("normative_documents.repealed", 0)]),
    Said("补正后申请内容仍不明确的申请未有一件。", [("unable_to_provide.unclear_after_correction", 0)]),
    Said("我局未以重复申请为由对任何一件申请不予处理。", [("not_processed.repeated", 0)]),
    Said("全年没有作不予处理的政府信息公开申请。", [("not_processed", 0)]),
    Said("我县未作出过不予公开的答复。", [("denied", 0)]),
    Said(
        "行政执法案卷、行政查询事项两类不予公开情形本年度均未出现。",
        [("denied.enforcement_case_file", 0), ("denied.administrative_inquiry", 0)],
    ),
    Said(
        "未发生因涉及国家秘密、法律行政法规禁止公开而不予公开申请的情况。",
        [("denied.state_secret", 0), ("denied.prohibited_by_law", 0)],
    ),
    Said(
        "以内部事务信息、过程性信息为由不予公开的均为3件。",
        [("denied.internal_affairs", 3), ("denied.process_information", 3)],
    ),
    Said("商业企业提出的申请无结转下年度的情况。", [("carried_forward@commercial_enterprise", 0)]),
    Said("全年无政府信息公开类行政复议案件发生。", [("reconsideration.total", 0)]),
    Said(
        "政府信息公开行政复议3件，无结果纠正和其他结果。",
        [("reconsideration.total", 3), ("reconsideration.corrected", 0), ("reconsideration.other", 0)],
    ),
    Said("未经复议直接起诉的政府信息公开案件已全部审结。", [("litigation_direct.pending", 0)]),
    Said("尚有4件政府信息公开行政复议案件未审结。", [("reconsideration.pending", 4)]),
    Said(
        "政府信息公开行政诉讼（未经复议直接起诉）8件，结果维持、结果纠正分别为5件、3件。",
        [
            ("litigation_direct.total", 8),
            ("litigation_direct.upheld", 5),
            ("litigation_direct.corrected", 3),
        ],
    ),
    Said("本年新收、上年结转申请分别为9件、3件。", [("received", 9), ("brought_forward", 3)]),
    Said("公开后可能危及国家安全、社会稳定而不予公开的，计三件。", [("denied.security_and_stability", 3)]),
    Said(
        "办结商业企业申请18件，其中予以公开2件、部分公开3件。",
        [
            ("processed@commercial_enterprise", 18),
            ("granted@commercial_enterprise", 2),
            ("partially_granted@commercial_enterprise", 3),
        ],
    ),
    Said("政府信息公开申请中，有3件申请，内容涉及征地补偿。", []),
    Said("商业企业的政府信息公开申请多涉及工程建设。该类申请人全年新收申请9件。", []),
    Said("政府信息公开行政复议和行政诉讼两项合计7件。", [("disputes.total", 7)]),
    Said("办结的政府信息公开申请中，‘予以公开’一项占多数。", []),
    Said(
        "办结的商业企业政府信息公开申请5件中，予以公开2件、部分公开3件。",
        [
            ("processed@commercial_enterprise", 5),
            ("granted@commercial_enterprise", 2),
            ("partially_granted@commercial_enterprise", 3),
        ],
    ),
    Said(
        "新收12件、办结11件、结转下年1件，是我县政府信息公开申请办理的三个基本数。",
        [("received", 12), ("processed", 11), ("carried_forward", 1)],
    ),
    Said(
        "商业企业申请办结1件，没有予以公开的。",
        [("processed@commercial_enterprise", 1), ("granted@commercial_enterprise|total", 0)],
    ),
    Said("全年无复议后又就政府信息公开提起诉讼的情形。", [("litigation_after_reconsideration.total", 0)]),
    Said("对复议决定仍不服而起诉的政府信息公开案件5件。", [("litigation_after_reconsideration.total", 5)]),
    Said("科研机构未提出政府信息公开申请。", [("applicant.research_institution", 0)]),
    Said(
        "因无正当理由大量反复申请而不予处理的政府信息公开申请，全年为3件。", [("not_processed.excessive", 3)]
    ),
    Said(
        "新收申请126件，加上年初尚在办理的2件，应办理总数为128件。",
        [("received", 126), ("brought_forward", 2), ("handled", 128)],
    ),
    Said(
        "科研机构和社会公益组织本年未向我局新提出政府信息公开申请。",
        [("applicant.research_institution", 0), ("applicant.public_welfare_organization", 0)],
    ),
    Said("因政府信息公开被提起行政诉讼2件，因其他行政行为被提起诉讼20件。", [("litigation.total", 2)]),
    Said("直接起诉的政府信息公开案件尚未审结4件。", [("litigation_direct.pending", 4)]),
    Said(
        "申请人未经行政复议直接向人民法院提起政府信息公开行政诉讼2件，结果维持2件，结果纠正0件。",
        [
            ("litigation_direct.total", 2),
            ("litigation_direct.upheld", 2),
            ("litigation_direct.corrected", 0),
        ],
    ),
    Said(
        "由2022年结转到2023年继续办理的政府信息公开申请共5件，其中自然人申请2件。",
        [("brought_forward", 5), ("brought_forward@natural_person", 2)],
    ),
    Said("政府信息公开行政复议案件中无以其他结果结案的。", [("reconsideration.other", 0)]),
    Said("公文394件，按公开属性划分：主动公开288件、依申请公开100件、不予公开6件。", []),
    Said("公开建议提案办理复文58件，不予公开6件。", []),
    Said(
        "《条例》第二十条第（五）项所列行政许可49件，第（八）项所列收费3.5万元。",
        [("administrative_licenses.decisions", 49), ("administrative_charges", 35000)],
    ),
    Said(
        "新收申请中，科研机构、社会公益组织分别提出申请二十三份、七份。",
        [("applicant.research_institution", 23), ("applicant.public_welfare_organization", 7)],
    ),
    Said(
        "政府信息公开行政复议4起：维持两起，纠正0起，其他一起，未审结一起。",
        [
            ("reconsideration.total", 4),
            ("reconsideration.upheld", 2),
            ("reconsideration.corrected", 0),
            ("reconsideration.other", 1),
            ("reconsideration.pending", 1),
        ],
    ),
    Said(
        "政府信息公开申请中，内部事务信息、过程性信息两类不予公开件数分别为41、39。",
        [("denied.internal_affairs", 41), ("denied.process_information", 39)],
    ),
    Said("接听咨询电话77次。因属于四类过程性信息不予公开一件。", [("denied.process_information", 1)]),
    Said("不予公开最多的情形是行政执法案卷，为5件。", [("denied.enforcement_case_file", 5)]),
    Said(
        "行政规范性文件“一出一进”：新制发十三件，清理废止五件，年末保留有效106件。",
        [
            ("normative_documents.issued", 13),
            ("normative_documents.repealed", 5),
            ("normative_documents.in_force", 106),
        ],
    ),
    Said(
        "新收申请的主体以自然人为主，达96份，商业企业次之，为26份。",
        [("applicant.natural_person", 96), ("applicant.commercial_enterprise", 26)],
    ),
    Said("推进执法公示，全年行政处罚448件。", [("administrative_penalties.decisions", 448)]),
    Said("政府信息公开申请全年3件，上年1件。", [("received", 3)]),
    Said("上年转来申请4件，当年收到13件。", [("brought_forward", 4), ("received", 13)]),
    Said(
        "经清理，决定废止行政规范性文件5件，继续有效的行政规范性文件62件。",
        [("normative_documents.repealed", 5), ("normative_documents.in_force", 62)],
    ),
    Said("予以公开的申请有十四件，部分公开的则没有。", [("granted", 14), ("partially_granted", 0)]),
    Said("信访投诉类申请3件，不予处理。", [("not_processed.petition_or_complaint", 3)]),
    Said(
        "本年度未出现依据《条例》第十五条、为保护第三方合法权益不予公开的情形。",
        [("denied.third_party_rights", 0)],
    ),
    Said(
        "政府信息公开行政复议：无；行政诉讼案件：没有。",
        [("reconsideration.total", 0), ("litigation.total", 0)],
    ),
    Said("政府信息公开复议1件，诉讼无。", [("reconsideration.total", 1), ("litigation.total", 0)]),
    Said("到年底，还有四件政府信息公开申请跨入2024年继续办理。", [("carried_forward", 4)]),
    Said(
        "因政府信息公开引发行政诉讼2件（未经复议直接起诉）、0件（复议后起诉）。",
        [("litigation_direct.total", 2), ("litigation_after_reconsideration.total", 0)],
    ),
    Said(
        "政府信息公开行政诉讼2件（其中复议后起诉1件）。",
        [("litigation.total", 2), ("litigation_after_reconsideration.total", 1)],
    ),
    Said("坚持“以公开为常态、不公开为例外”，予以公开申请6件。", [("granted", 6)]),
    Said(
        "因政府信息公开被申请行政复议53件，复议和诉讼中均没有被纠正的案件。",
        [("reconsideration.total", 53), ("reconsideration.corrected", 0), ("litigation.corrected", 0)],
    ),
    Said(
        "收到申请1428条，加上2022年结转的85条，待办申请共1513条。",
        [("received", 1428), ("brought_forward", 85)],
    ),
    Said(
        "收到政府信息公开申请65件，64件已按规定在法定期限内予以答复，2件结转下年答复。",
        [("received", 65), ("processed", 64), ("carried_forward", 2)],
    ),
    Said(
        "2023年共有2宗涉及政府信息公开行政复议案件，裁决结果均为维持。",
        [("reconsideration.total", 2), ("reconsideration.upheld", 2)],
    ),
    Said(
        "信息公开类行政诉讼1件，为未经复议直接起诉，法院经审理判决维持我镇答复。",
        [("litigation.total", 1), ("litigation.upheld", 1)],
    ),
    Said(
        "因政府信息公开产生的行政复议1件，维持0件，纠正1件。",
        [("reconsideration.total", 1), ("reconsideration.upheld", 0), ("reconsideration.corrected", 1)],
    ),
    Said(
        "因政府信息公开被申请行政复议2件（结果维持1件、其他10件）。",
        [("reconsideration.total", 2), ("reconsideration.upheld", 1), ("reconsideration.other", 10)],
    ),
    Said(
        "收到政府信息公开申请650起；均为自然人申请。",
        [("received", 650), ("applicant.natural_person", 650)],
    ),
    Said(
        "收到政府信息公开申请1件，并已依法答复完毕，申请人为自然人申请。",
        [("received", 1), ("applicant.natural_person", 1)],
    ),
    Said("收到政府信息公开申请1件，已按期办结。", [("received", 1), ("processed", 1)]),
    Said(
        "受理依申请公开事项7件，其中5件为自然人申请，2件为企业申请，年内办结申请6件。",
        [
            ("received", 7),
            ("applicant.natural_person", 5),
            ("applicant.commercial_enterprise", 2),
            ("processed", 6),
        ],
    ),
    Said(
        "共受理依申请公开47件，其中，已主动公开和同意公开的32件，不予公开2件，结转下年办理3件。",
        [("received", 47), ("granted", 32), ("denied", 2), ("carried_forward", 3)],
    ),
    Said(
        "收到依申请公开19件，2件办理结果为主动公开，8件办理结果为本机关不掌握相关政府信息。",
        [("received", 19), ("unable_to_provide.not_held", 8)],
    ),
    Said(
        "新收政府信息公开申请22条，主要涉及规划审批15条、低保7条，均依法处理，全年办结20条。",
        [("received", 22), ("processed", 20)],
    ),
    Said("受理政府信息公开申请0件。社区共议事31件、办结29件。", [("received", 0)]),
    Said("收到政府信息公开申请，网上申请8件，信函及当面申请2件。", []),
    Said("收到申请5件，无2022年结转申请。", [("received", 5), ("brought_forward", 0)]),
    Said("今年街道受理并登记的申请为24件。", [("received", 24)]),
    Said(
        "今年共收42件、结转2件、办结41件、结转下年3件；不予公开的6件。",
        [("transferred", 2), ("processed", 41), ("carried_forward", 3), ("denied", 6)],
    ),
    Said("收到申请3件，另有3件因申请人无正当理由逾期不补正。", [("received", 3), OVERDUE]),
    Said("全年以我局名义制发行政规范性文件十三件。", [("normative_documents.issued", 13)]),
    Said("全年新增行政规范性文件14件。", [("normative_documents.issued", 14)]),
    Said("清理后对外公开的规范性文件共114件。", [("normative_documents.total_disclosed", 114)]),
    Said("不予行政处罚案件1件。", []),
    Said(
        "涉政府信息公开行政复议4件，年末均尚未审结。",
        [("reconsideration.total", 4), ("reconsideration.pending", 4)],
    ),
    Said(
        "就行政处罚、行政登记等其他事项，本局全年被申请行政复议11件，未收到信息公开申请。", [("received", 0)]
    ),
    Said(
        "无因政府信息公开问题被提起行政诉讼或复议情况。",
        [("litigation.total", 0), ("reconsideration.total", 0)],
    ),
)


@pytest.mark.parametrize("said", SAID, ids=[said.text for said in SAID])
def test_a_sentence_states_its_facts_and_no_others(said: Said) -> None:
    assert said.facts == _kinds(said.text)


def test_a_heading_tells_what_the_paragraph_is_about() -> None:
    assert [("received", 18)] == _kinds("（二）依申请公开情况", "2023年共受理18件。")
    assert [] == _kinds("（二）信访工作", "2023年共受理18件。")


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("2022年收到政府信息公开申请3件。", Relation.OTHER_YEAR),
        ("回看2022年，当年新收政府信息公开申请3件。", Relation.OTHER_YEAR),
        ("自2008年以来收到政府信息公开申请3件。", Relation.CUMULATIVE),
        ("上半年收到政府信息公开申请3件。", Relation.PART_OF_YEAR),
        ("累计收到政府信息公开申请30件，其中本年收到3件。", Relation.THIS_YEAR),
        ("十年来收到政府信息公开申请30件，本年度收到政府信息公开申请3件。", Relation.THIS_YEAR),
        ("政府信息公开申请较2022年增加5%，全部办结政府信息公开申请3件。", Relation.THIS_YEAR),
        ("收到政府信息公开申请9件（去年12件），办结政府信息公开申请3件。", Relation.THIS_YEAR),
        ("截至12月底，收到政府信息公开申请3件。", Relation.THIS_YEAR),
        ("截至十二月底，收到政府信息公开申请3件。", Relation.THIS_YEAR),
        ("截至11月底，收到政府信息公开申请3件。", Relation.PART_OF_YEAR),
        ("截至2月底，收到政府信息公开申请3件。", Relation.PART_OF_YEAR),
        ("上半年，收到政府信息公开申请8件，办结政府信息公开申请3件。", Relation.PART_OF_YEAR),
        ("上半年，收到政府信息公开申请8件，全年办结政府信息公开申请3件。", Relation.THIS_YEAR),
        ("1月1日至12月31日，收到政府信息公开申请3件。", Relation.THIS_YEAR),
        ("1—12月，收到政府信息公开申请3件。", Relation.THIS_YEAR),
        ("于2022年收到政府信息公开申请3件。", Relation.OTHER_YEAR),
        ("2021年、2022年分别收到政府信息公开申请3件。", Relation.OTHER_YEAR),
        ("与2022年相比，政府信息公开申请减少3件，2023年收到政府信息公开申请3件。", Relation.THIS_YEAR),
        ("对照来看，2021年全年收到政府信息公开申请3件。", Relation.OTHER_YEAR),
    ],
)
def test_a_fact_knows_its_time(text: str, relation: Relation) -> None:
    assert relation == facts_of(_report(text))[-1].relation


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "政府信息公开行政复议、行政诉讼分别为5件和2件，较上年分别减少1件和3件。",
            [Relation.THIS_YEAR, Relation.THIS_YEAR],
        ),
        (
            "一是2021年收到政府信息公开申请3件；二是政府信息公开行政复议7件。",
            [Relation.OTHER_YEAR, Relation.THIS_YEAR],
        ),
        (
            "2021年，一是收到政府信息公开申请3件；二是政府信息公开行政复议7件。",
            [Relation.OTHER_YEAR, Relation.OTHER_YEAR],
        ),
        ("2021年至2023年三年间，累计收到政府信息公开申请35件。", [Relation.CUMULATIVE]),
        ("累计制发行政规范性文件35件，其中本年制发6件。", [Relation.CUMULATIVE, Relation.THIS_YEAR]),
        (
            "行政事业性收费9万元，上年为8万元；作出行政许可决定23件。",
            [Relation.THIS_YEAR, Relation.OTHER_YEAR, Relation.THIS_YEAR],
        ),
        ("收到政府信息公开申请从3件增加到9件。", [Relation.OTHER_YEAR, Relation.THIS_YEAR]),
        ("2021年收到政府信息公开申请从3件增加到9件。", [Relation.OTHER_YEAR] * 2),
        ("政府信息公开行政复议由上年的8件变为6件。", [Relation.OTHER_YEAR, Relation.THIS_YEAR]),
        ("政府信息公开申请予以公开件数由上年13份减少至5份。", [Relation.OTHER_YEAR, Relation.THIS_YEAR]),
        ("全年累计收到政府信息公开申请35件，其中本年新收6件。", [Relation.THIS_YEAR] * 2),
    ],
)
def test_each_figure_of_a_sentence_has_its_own_time(text: str, relations: list[Relation]) -> None:
    assert relations == [fact.relation for fact in facts_of(_report(text))]


@pytest.mark.parametrize(
    ("text", "reach"),
    [
        ("收到政府信息公开申请3件。", Reach.UNSTATED),
        ("我镇收到政府信息公开申请3件。", Reach.OWN),
        ("全县各部门共收到政府信息公开申请3件。", Reach.WHOLE),
        ("县住房保障局收到政府信息公开申请3件。", Reach.OTHER),
    ],
)
def test_a_fact_knows_whose_it_is(text: str, reach: Reach) -> None:
    (fact,) = facts_of(_report(text))
    assert reach == fact.reach


@pytest.mark.parametrize(
    ("text", "reaches"),
    [
        ("全市收到政府信息公开申请9件。其中，予以公开3件。", [Reach.WHOLE, Reach.WHOLE]),
        ("全市收到政府信息公开申请9件。我局收到申请2件。", [Reach.WHOLE, Reach.OWN]),
        ("全市收到政府信息公开申请9件，市直部门收到申请4件。", [Reach.WHOLE, Reach.OTHER]),
        (
            "全县收到政府信息公开申请9件，县政府部门收到申请4件，各乡镇收到申请5件。",
            [Reach.WHOLE, Reach.OTHER, Reach.OTHER],
        ),
        ("我局收到政府信息公开申请9件，直属单位收到申请4件。", [Reach.OWN, Reach.OTHER]),
        ("我局收到政府信息公开申请9件，分局收到申请4件。", [Reach.OWN, Reach.OTHER]),
        ("全县收到公开申请9件，其中县本级收到2件；结转下年度1件。", [Reach.WHOLE, Reach.WHOLE]),
        ("全市收到政府信息公开申请9件（含市直部门4件），办结8件。", [Reach.WHOLE, Reach.WHOLE]),
        (
            "全县收到政府信息公开申请9件，各乡镇收到申请5件。办结8件。",
            [Reach.WHOLE, Reach.OTHER, Reach.WHOLE],
        ),
        (
            "政府信息公开申请中，我局收到5件，各乡镇收到4件。办结8件。",
            [Reach.OWN, Reach.OTHER, Reach.UNSTATED],
        ),
    ],
)
def test_figures_go_on_about_the_same_body_until_another_is_named(text: str, reaches: list[Reach]) -> None:
    assert reaches == [fact.reach for fact in facts_of(_report(text))]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("上年结转的企业申请9件。", "brought_forward@commercial_enterprise"),
        ("结转下年自然人申请9件。", "carried_forward@natural_person"),
        ("无法提供的，自然人申请9件。", "unable_to_provide@natural_person"),
        ("予以公开的申请共12件，申请人为自然人的9件。", "granted|received@natural_person"),
        ("自然人提出、需要结转下年度继续办理的申请为9件。", "carried_forward@natural_person"),
        ("从2022年转来的自然人申请4件，加上2023年自然人新提的9件。", "applicant.natural_person"),
        ("法律服务机构，本年新提出政府信息公开申请9件。", "applicant.legal_service_organization"),
        ("予以公开1件；信访举报投诉类不予处理，9件。", "not_processed.petition_or_complaint"),
        ("申请人要求加工的，因没有现成信息作无法提供处理，共计9件。", "unable_to_provide.creation_required"),
        ("4件系不掌握相关信息、无法提供，9件系其他处理。", "other_outcome"),
        ("行政许可处理决定2022年为4件，2023年为9件。", "administrative_licenses.decisions"),
    ],
)
def test_a_figure_is_of_the_row_and_applicants_that_its_sentence_names(text: str, kind: str) -> None:
    fact = facts_of(_report(text, section=3))[-1]
    assert (kind, 9, Relation.THIS_YEAR) == (fact.kind, fact.value, fact.relation)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("八类不予公开情形在2023年的办理结果中均未出现。", ["denied"]),
        ("“无法提供”三种情形，我县在办结的申请中均未出现。", ["unable_to_provide"]),
        ("政府信息公开类的复议、诉讼，2023年没有发生。", ["reconsideration.total", "litigation.total"]),
        ("政府信息公开行政复议没有出现其他结果（撤回、终止、驳回等）。", ["reconsideration.other"]),
        ("政府信息公开行政复议中未出现答复被撤销、变更等结果纠正的情形。", ["reconsideration.corrected"]),
        ("没有收到不予公开决定被撤销的情况。", []),
        ("2023年初没有从上年度结转过来的政府信息公开申请。", ["brought_forward"]),
        ("企业和科研机构的申请，本年都没有收到。", []),
    ],
)
def test_a_none_is_of_the_rows_that_its_sentence_names(text: str, kinds: list[str]) -> None:
    assert kinds == [fact.kind for fact in facts_of(_report(text)) if fact.none]


def test_what_is_not_yet_all_closed_is_no_none() -> None:
    text = "政府信息公开行政复议9件尚未全部审结。"
    assert not [fact for fact in facts_of(_report(text)) if fact.none]


def test_a_span_from_one_day_of_another_year_is_no_figure_of_this() -> None:
    text = "自2019年5月15日新条例施行至2023年底，累计新收政府信息公开申请9件。"
    assert Relation.CUMULATIVE == facts_of(_report(text))[-1].relation


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("全年我局共收到政府信息公开申请9件。", False),
        ("本年度我们依法规范受理公民、法人和其他组织通过网络、信函等渠道提出的政府信息公开申请9件。", False),
        ("我校收到政府信息公开申请9件。", False),
        ("政府信息公开申请未到法定答复期限的2件。", False),
        ("政府信息公开申请受理量由7件变为9件。", False),
        ("新收量居前三位的单位合计收到政府信息公开申请9件。", True),
        ("政府信息公开申请办结12件中，出具实体答复9件。", True),
        ("收到政府信息公开申请书9份。", True),
        ("因属于国家秘密不予公开政府信息公开申请9件。", False),
        ("收到政府信息公开申请9件，其中企业名称核准申请3件。", True),
        ("走到听证一步的政府信息公开行政复议案件9件。", True),
        ("法院判决维持的政府信息公开直接起诉案件9件。", False),
        ("全年制发行政规范性文件9件。", False),
        ("全年新收政府信息公开申请12件，以8月收到的9件为最多。", True),
        ("收到政府信息公开申请9件，在法定期限内答复。", False),
        ("收到政府信息公开申请9件，均在法定期限内答复。", True),  # what was answered: of this year's at least
        ("未有申请人索要公开出版物的政府信息公开申请。", True),
        ("全年没有收到任何公民、法人或者其他组织的政府信息公开申请。", False),
        ("尚未审结的政府信息公开行政诉讼中，直接起诉2件，复议后起诉9件。", True),
        ("政府信息公开行政复议案件维持2件、纠正1件，复议后起诉9件。", False),
        ("企业提出的政府信息公开申请全部办结，无结转下年度的申请。", True),
        ("收到政府信息公开申请12件，其中企业3件，办结9件。", False),
        ("下级单位收到政府信息公开申请9件，未列入本报告统计。", True),
        ("累计新收政府信息公开申请已达9件。", True),
        ("年内累计收到政府信息公开申请9件，较上年减少3件。", False),
        ("收到申请表9份。", True),
        ("就商业企业而言，新收政府信息公开申请9件。", True),
        ("年初现行有效行政规范性文件9件。", True),
        ("现行有效行政规范性文件9件。", False),
        ("连同各部门承办的政府信息公开申请9件。", True),
        ("上年结转的政府信息公开申请中没有自然人申请。", True),
        ("政府信息公开案件年末未审结1件，包括行政复议1件、行政诉讼0件。", True),
    ],
)
def test_a_total_in_words_that_are_not_all_known_is_doubtful(text: str, vague: bool) -> None:
    report = _report(text)
    assert vague == is_doubtful(facts_of(report)[-1], report)


def test_the_name_of_the_body_tells_no_step_and_no_other_business() -> None:
    body = Authority("游仙区药品监督管理局")
    report = dataclasses.replace(_report("区药品监督管理局收到政府信息公开申请9件。"), authority=body)
    (fact,) = facts_of(report)
    assert (fact.kind, is_doubtful(fact, report)) == ("received", False)


def test_a_fact_points_at_its_words() -> None:
    text = "今年以来，我镇共收到政府信息公开申请 1,204 件。"
    (fact,) = facts_of(_report(text))
    assert (1, 0, "1,204 件") == (fact.section, fact.block, text[fact.start : fact.end])


def test_the_facts_of_one_report_are_never_those_of_another() -> None:
    first, second = _report("收到政府信息公开申请3件。"), _report("收到政府信息公开申请4件。")
    values = [int(fact.value) for report in (first, second, first) for fact in facts_of(report)]
    assert [3, 4, 3] == values


def test_a_rounded_fact_fits_what_rounds_to_it() -> None:
    (fact,) = facts_of(_report("收到政府信息公开申请120余件。"))
    assert isinstance(fact, Fact)
    assert [True, False] == [fact.fits(fact.value + 7), fact.fits(fact.value + 12)]


def test_disputes_below_a_heading_about_applications_are_about_open_information() -> None:
    dispute = "全年行政复议2件，行政诉讼1件。"
    found = [("reconsideration.total", 2), ("litigation.total", 1)]
    assert _kinds("（二）依申请公开情况", dispute) == found
    assert _kinds("（二）法治建设情况", dispute) == []
