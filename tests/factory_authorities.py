"""Authorities for generated reports: real counties and prefectures with their codes, made-up townships."""

from nianbao.model import Authority, Region

# Code of the county, its names downwards, slugs of prefecture and county; one county of each prefecture.
COUNTIES = (
    ("330106", "浙江省", "杭州市", "西湖区", "hangzhou", "xihu"),
    ("330212", "浙江省", "宁波市", "鄞州区", "ningbo", "yinzhou"),
    ("320106", "江苏省", "南京市", "鼓楼区", "nanjing", "gulou"),
    ("321302", "江苏省", "宿迁市", "宿城区", "suqian", "sucheng"),
    ("440106", "广东省", "广州市", "天河区", "guangzhou", "tianhe"),
    ("441403", "广东省", "梅州市", "梅县区", "meizhou", "meixian"),
    ("510704", "四川省", "绵阳市", "游仙区", "mianyang", "youxian"),
    ("511702", "四川省", "达州市", "通川区", "dazhou", "tongchuan"),
    ("141002", "山西省", "临汾市", "尧都区", "linfen", "yaodu"),
    ("140105", "山西省", "太原市", "小店区", "taiyuan", "xiaodian"),
    ("640381", "宁夏回族自治区", "吴忠市", "青铜峡市", "wuzhong", "qingtongxia"),
    ("341503", "安徽省", "六安市", "裕安区", "luan", "yuan"),
    ("350206", "福建省", "厦门市", "湖里区", "xiamen", "huli"),
    ("370102", "山东省", "济南市", "历下区", "jinan", "lixia"),
    ("420106", "湖北省", "武汉市", "武昌区", "wuhan", "wuchang"),
    ("430104", "湖南省", "长沙市", "岳麓区", "changsha", "yuelu"),
    ("610113", "陕西省", "西安市", "雁塔区", "xian", "yanta"),
    ("530102", "云南省", "昆明市", "五华区", "kunming", "wuhua"),
    ("110105", "北京市", "", "朝阳区", "beijing", "chaoyang"),
    ("500103", "重庆市", "", "渝中区", "chongqing", "yuzhong"),
)
DEPARTMENTS = (
    ("教育局", "jiaoyuju"),
    ("财政局", "caizhengju"),
    ("民政局", "minzhengju"),
    ("卫生健康委员会", "weishengjiankang"),
    ("交通运输局", "jiaotongyunshuju"),
    ("水利局", "shuiliju"),
    ("农业农村局", "nongyenongcunju"),
    ("市场监督管理局", "shichangjianguanju"),
)
SYLLABLES = (
    *(("桃", "tao"), ("柳", "liu"), ("清", "qing"), ("石", "shi"), ("龙", "long"), ("云", "yun")),
    *(("金", "jin"), ("白", "bai"), ("溪", "xi"), ("竹", "zhu"), ("枫", "feng"), ("东", "dong")),
    *(("南", "nan"), ("安", "an"), ("长", "chang"), ("新", "xin"), ("高", "gao"), ("双", "shuang")),
    *(("大", "da"), ("古", "gu"), ("兴", "xing"), ("永", "yong"), ("福", "fu"), ("银", "yin")),
)


def _government(code: str, name: str, slug: str, level: str, region: Region) -> Authority:
    return Authority(f"{name}人民政府", f"{code}-{slug}", "", level, "government", region)


def _township(number: int, code: str, region: Region, slug: str) -> Authority:
    # 7 has no factor in common with the number of pairs, so that no two townships of a county are the same.
    first, second = divmod(number * 7 % len(SYLLABLES) ** 2, len(SYLLABLES))
    street = number % 4 == 0
    name = SYLLABLES[first][0] + SYLLABLES[second][0] + ("街道" if street else "镇" if number % 3 else "乡")
    own = Region(region.code, region.province, region.prefecture, region.county, name)
    return Authority(
        name=f"{region.county}{name}{'办事处' if street else '人民政府'}",
        id=f"{code}-{slug}-{SYLLABLES[first][1]}{SYLLABLES[second][1]}",
        level="street" if street else "township",
        kind="government",
        region=own,
    )


def authority(number: int) -> Authority:
    """Return the authority with this number; 11,000 differ, from there on they repeat.

    Every county has its government, the government above it, eight departments, and townships.
    """
    code, province, prefecture, county, upper_slug, slug = COUNTIES[number % len(COUNTIES)]
    turn = number // len(COUNTIES)
    region = Region(code, province, prefecture, county)
    if turn == 0:
        return _government(code, county, slug, "county", region)
    if turn == 1 and prefecture:
        upper = Region(f"{code[:4]}00", province, prefecture)
        return _government(upper.code, prefecture, upper_slug, "prefecture", upper)
    if turn == 1:
        upper = Region(f"{code[:2]}0000", province)
        return _government(upper.code, province, upper_slug, "province", upper)
    department, rest = divmod(turn - 2, 3)
    if rest == 2 and department < len(DEPARTMENTS):
        name, suffix = DEPARTMENTS[department]
        return Authority(f"{county}{name}", f"{code}-{slug}-{suffix}", name, "county", "department", region)
    return _township(turn, code, region, slug)
