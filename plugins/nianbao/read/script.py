"""Converted script: mirrors print reports in traditional characters, often with readings (`數(shù)`)."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from nianbao.cells import Place
from nianbao.read.document import Step

# Characters that every report has and no text in simplified characters; one alone may stand in a name.
_MARKS = ("開", "報", "數", "據", "務", "關", "與", "時")
_FEWEST_MARKS = 3
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_READING = re.compile(
    rf"[(（](?<=[\u3400-\u9fff].)(?:(?:[zcs]h|[b-df-hj-np-tw-z])?[aeiouüv{_TONED}]{{1,3}}(?:ng?|r)?|[\u3105-\u312f]+)[)）]"
)
_FEWEST_READINGS = 2  # with a tone: one alone may be the reading of a rare character
_FEWEST_PLAIN = 5  # without one, in a text that was converted
# Each pair is a traditional character and its simplified one: what reports and the names of places use.
_PAIRS = """
萬万 與与 專专 業业 東东 絲丝 丟丢 兩两 嚴严 喪丧 個个 豐丰 臨临 為为 麗丽 舉举 麼么 義义 烏乌 樂乐 喬乔
習习 鄉乡 書书 買买 亂乱 爭争 於于 虧亏 雲云 亞亚 產产 畝亩 親亲 億亿 僅仅 從从 倉仓 儀仪 們们 價价 眾众
優优 會会 傘伞 偉伟 傳传 傷伤 倫伦 偽伪 體体 餘余 傭佣 俠侠 側侧 僑侨 儉俭 債债 傾倾 償偿 儲储 兒儿 黨党
蘭兰 關关 興兴 養养 獸兽 內内 岡冈 冊册 寫写 軍军 農农 馮冯 沖冲 決决 況况 凍冻 淨净 準准 涼凉 減减 湊凑
幾几 鳳凤 憑凭 凱凯 擊击 劃划 劉刘 則则 剛刚 創创 刪删 別别 劑剂 劍剑 劇剧 勸劝 辦办 務务 動动 勵励 勁劲
勞劳 勢势 勳勋 區区 醫医 華华 協协 單单 賣卖 盧卢 衛卫 卻却 廠厂 廳厅 曆历 歷历 壓压 廈厦 縣县 參参 雙双
發发 髮发 變变 敘叙 葉叶 號号 嘆叹 後后 嚇吓 聽听 啟启 啓启 吳吴 員员 響响 問问 喚唤 噴喷 團团 園园 圍围
國国 圖图 圓圆 聖圣 場场 壞坏 塊块 堅坚 壇坛 壩坝 墳坟 墜坠 壟垄 墾垦 墊垫 塵尘 牆墙 壯壮 聲声 殼壳 處处
備备 複复 復复 夠够 頭头 誇夸 奪夺 獎奖 奮奋 婦妇 媽妈 孫孙 學学 寧宁 寶宝 實实 審审 憲宪 寬宽 賓宾 對对
尋寻 導导 壽寿 將将 爾尔 嘗尝 盡尽 層层 屬属 歲岁 嶺岭 嶽岳 島岛 崗岗 峽峡 幣币 帥帅 師师 帳帐 帶带 幫帮
幹干 並并 廣广 莊庄 慶庆 廬庐 庫库 應应 廟庙 廢废 開开 異异 棄弃 張张 彌弥 彎弯 彈弹 強强 歸归 當当 錄录
徹彻 徑径 憶忆 憂忧 懷怀 態态 總总 戀恋 懇恳 惡恶 懸悬 驚惊 慣惯 憤愤 願愿 懶懒 戲戏 戰战 戶户 撲扑 執执
擴扩 掃扫 揚扬 擾扰 撫抚 搶抢 護护 擔担 擬拟 擁拥 擇择 掛挂 揮挥 損损 換换 據据 擄掳 攜携 攝摄 擺摆 搖摇
攤摊 撐撑 擋挡 擠挤 敵敌 斂敛 數数 齊齐 斷断 無无 舊旧 時时 曠旷 曉晓 暫暂 顯显 晉晋 術术 機机 殺杀 雜杂
權权 條条 來来 楊杨 極极 構构 樞枢 樣样 標标 棟栋 欄栏 樹树 橋桥 檔档 楓枫 檢检 樓楼 橫横 歡欢 歐欧 殘残
毀毁 畢毕 氣气 匯汇 彙汇 漢汉 湯汤 溝沟 滬沪 淚泪 瀘泸 潔洁 濟济 漸渐 漁渔 濱滨 溫温 灣湾 濕湿 滿满 滯滞
灘滩 潰溃 淵渊 澤泽 滅灭 燈灯 靈灵 災灾 爐炉 點点 煉炼 煙烟 煩烦 熱热 愛爱 爺爷 牽牵 犧牺 狀状 獨独 獄狱
獲获 穫获 貓猫 環环 現现 瑪玛 琺珐 瓊琼 電电 畫画 暢畅 療疗 瘋疯 癥症 癢痒 監监 蓋盖 盤盘 盜盗 礦矿 碼码
磚砖 確确 礙碍 禮礼 禍祸 禪禅 離离 種种 積积 稱称 穩稳 窮穷 竊窃 窯窑 豎竖 競竞 筆笔 築筑 簡简 籌筹 簽签
籤签 類类 糧粮 緊紧 糾纠 紀纪 約约 級级 紅红 純纯 紗纱 綱纲 納纳 縱纵 紛纷 紙纸 紋纹 紡纺 線线 組组 細细
織织 終终 紹绍 經经 綁绑 結结 給给 絡络 絕绝 統统 繼继 績绩 續续 維维 綜综 綠绿 編编 緩缓 緣缘 縮缩 繳缴
網网 罰罚 羅罗 聯联 聰聪 職职 肅肃 腸肠 膚肤 腫肿 脹胀 勝胜 腦脑 臉脸 膠胶 臟脏 臘腊 艦舰 藝艺 節节 蘇苏
蘆芦 蔣蒋 薦荐 莖茎 藥药 薩萨 藍蓝 薊蓟 蕭萧 營营 萊莱 蓮莲 獻献 虛虚 蟲虫 雖虽 蠶蚕 蠻蛮 補补 襲袭 裝装
製制 見见 觀观 規规 視视 覽览 覺觉 觸触 計计 訂订 認认 討讨 讓让 訓训 議议 訊讯 記记 講讲 許许 論论 設设
訪访 證证 証证 評评 識识 訴诉 診诊 詞词 譯译 試试 詩诗 誠诚 話话 該该 詳详 語语 誤误 說说 請请 諸诸 諾诺
讀读 課课 誰谁 調调 談谈 謀谋 謝谢 謠谣 譽誉 訟讼 貝贝 貞贞 負负 財财 責责 賢贤 敗败 賬账 貨货 質质 販贩
貪贪 貧贫 購购 貫贯 賀贺 貴贵 貸贷 貿贸 費费 資资 賠赔 賦赋 賞赏 賜赐 贈赠 贊赞 贛赣 趕赶 趙赵 趨趋 躍跃
踐践 車车 軌轨 軒轩 轉转 輪轮 軟软 輕轻 載载 較较 輔辅 輛辆 輯辑 輸输 轄辖 辭辞 邊边 遼辽 達达 遷迁 過过
運运 還还 這这 進进 遠远 違违 連连 遲迟 適适 選选 遺遗 鄧邓 鄭郑 鄰邻 鄲郸 醬酱 釋释 裏里 裡里 鑒鉴 鑑鉴
針针 釘钉 鐘钟 鍾钟 鋼钢 錢钱 鉛铅 銀银 銅铜 鐵铁 銷销 鎖锁 鋪铺 鏈链 錦锦 鍵键 鎮镇 鏡镜 長长 門门 閃闪
閉闭 間间 閔闵 聞闻 閩闽 閱阅 闊阔 隊队 陽阳 陰阴 陣阵 階阶 際际 陸陆 陳陈 險险 隨随 隱隐 難难 靜静 韓韩
頁页 頂顶 項项 順顺 須须 預预 領领 頻频 題题 額额 顧顾 風风 飛飞 飯饭 飲饮 館馆 馬马 驅驱 駐驻 駕驾 驗验
騙骗 魚鱼 魯鲁 鮮鲜 鳥鸟 雞鸡 鴨鸭 鵬鹏 鹽盐 麥麦 黃黄 齡龄 龍龙 龜龟 徵征 採采 範范 係系 繫系 週周 誌志
佈布 佔占 託托 註注 衆众 羣群 臺台 併并 隻只 捨舍 蹤踪 閑闲 鬥斗 麵面 衝冲 鹼碱 濰潍 濼泺 滎荥 滄沧 潁颍
瀏浏 瀾澜 澗涧 淶涞 漣涟 漵溆 鄖郧 酈郦 隴陇 鞏巩 贑赣 綏绥 絳绛 綿绵 縉缙 缽钵 膽胆 荊荆 蒼苍 薌芗 藺蔺
詔诏 諒谅 譚谭 豬猪 報报 遊游 産产 爲为 説说 閲阅 嚮向 稅税
"""
# Converters look up a glyph's character backwards and find the radical that shares the glyph (⼯ for 工).
# The glyph is the same, so nothing printed changes; NFKC has no mapping for the block U+2E80, and an old
# form for ⼾ and ⾭, which mainland fonts print as 户 and 青.
RADICALS = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)} | dict(
    zip(
        map(ord, "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⼾⾭"),
        "母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟户青",
        strict=True,
    )
)
_RADICAL = re.compile("[\u2e80-\u2fd5]")
_SIMPLE = str.maketrans({pair[0]: pair[1] for pair in _PAIRS.split()})


class Plain(NamedTuple):
    """A text in simplified characters without readings, and what was done to it."""

    text: str
    steps: tuple[Step, ...] = ()


def in_simplified_script(text: str) -> Plain:
    """Return a text of converted script as it was before; any other text as it is.

    Radicals become the characters they stand for. One character becomes one, so that places keep;
    readings go, which moves the rest of a line.

    >>> in_simplified_script("政府信息公開(kāi)，數(shù)據(jù)0件").text
    '政府信息公开，数据0件'
    """
    steps: list[Step] = []
    if _RADICAL.search(text):
        text = text.translate(RADICALS)
    marks = [mark for mark in _MARKS if mark in text]
    converted = len(marks) >= _FEWEST_MARKS
    readings = [found[0] for found in _READING.finditer(text)]
    toned = [reading for reading in readings if not reading.strip("()（）").isascii()]
    if len(toned) >= _FEWEST_READINGS or (converted and len(readings) >= _FEWEST_PLAIN):
        text = _READING.sub("", text)
        steps.append(Step("drop_readings", Place(1), (toned or readings)[0], None))
    if converted:
        text = text.translate(_SIMPLE)
        steps.append(Step("simplify_script", Place(1), marks[0], marks[0].translate(_SIMPLE)))
    return Plain(text, tuple(steps))
