/**
 * The words of a text as the search knows them: the same function as `plugins/nianbao/tokens.py`, which
 * gives the reasons. The two share `tests/vectors/tokens.json` and must change together.
 */

const HAN =
  "\\u3005\\u3007\\u3021-\\u3029\\u3038-\\u303b\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufad9" +
  "\\u{20000}-\\u{3ffff}";
const LETTERS =
  "\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02af\\u2c60-\\u2c7f\\u0370-\\u03ff\\u0400-\\u052f\\u0620-\\u064a\\u0671-\\u06d3" +
  "\\u0e01-\\u0e30\\u0f40-\\u0f6c\\u1820-\\u18aa\\u1950-\\u19ab\\u1e00-\\u1eff\\u3041-\\u3096\\u30a1-\\u30fa" +
  "\\u3105-\\u312f\\ua000-\\ua48c\\uac00-\\ud7a3";
const INVISIBLE = new RegExp(
  "[\\u0300-\\u036f\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u009f\\u00ad\\u200b-\\u200f\\u202a-\\u202e" +
    "\\u2060-\\u2064\\ufeff\\ufe00-\\ufe0f\\ue000-\\uf8ff\\u{e0000}-\\u{e0fff}\\u{f0000}-\\u{10ffff}]",
  "gu",
);
const LISTED_YEAR = /(^|[^0-9.,])([0-9]{1,2})\.(?=(?:19|20)[0-9]{2} *年)/g;
const WORD = new RegExp(`[0-9]+(?:[.,][0-9]+)*|[A-Za-z]+|[${HAN}]|[${LETTERS}]`, "gu");
const THOUSANDS = /^[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$/;
const DECIMAL = /^[0-9]+\.[0-9]+$/;

const FOLDED_FROM =
  "⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮" +
  "⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚" +
  "⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲○◯";
const FOLDED_TO =
  "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗" +
  "糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页" +
  "风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀〇〇";
const FOLDED = new Map([...FOLDED_FROM].map((character, i) => [character, [...FOLDED_TO][i]]));

/** One width and composition, without accents and invisible characters. */
export function normalise(text) {
  return text
    .normalize("NFKD")
    .replace(INVISIBLE, "")
    .normalize("NFC")
    .replace(/[\u2e80-\u2eff○◯]/g, (character) => FOLDED.get(character) ?? character)
    .replace(LISTED_YEAR, "$1$2. ");
}

/** The words of the text, lower-cased, in order. */
export function tokens(text) {
  const runs = normalise(text).match(WORD) ?? [];
  return runs.flatMap(wordsOf).map((word) => word.toLowerCase());
}

/** The words of one run of the text: a number without separators, a date in parts, or the run itself. */
export function wordsOf(run) {
  const whole = THOUSANDS.test(run) ? run.replaceAll(",", "") : run;
  return whole
    .split(",")
    .flatMap((part) => (DECIMAL.test(part) ? part.replace(".", "d") : part.split(".")));
}
