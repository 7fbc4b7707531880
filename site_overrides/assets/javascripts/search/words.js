/** What the search says, in the panel and on its page. */

const LONG = 40; // characters of a query that a sentence repeats

export const notice = {
  loading: "正在载入搜索……",
  signs: "标点和表情符号查不到，请输入文字或数字。",
  failed: "搜索没有载入成功。请检查网络后再试一次，或按地区浏览。",
};

/** One sentence for the eye and the screen reader; `shown` are the hits that pass the filters. */
export function status(answer, shown = answer.hits) {
  const { query, soFar, unsearched } = answer;
  if (!query) return "";
  if (answer.parts.length === 0) return notice.signs;
  if (soFar) return `已找到 ${soFar} 份，继续查其余的……`;
  if (unsearched.length === 0) return complete(answer, shown);
  const parts = unsearched.map((year) => (year ? `${year} 年` : "本站的说明")).join("、");
  return `${incomplete(answer)}结果不完整：${parts}没有查到，那一部分没有载入成功。`;
}

function incomplete({ query, hits }) {
  return hits.length > 0 ? `已找到 ${hits.length} 条。` : `查过的部分里没有${said(query)}。`;
}

function complete({ query, hits, reference, kind }, shown) {
  if (hits.length === 0 && reference.length > 0) return "没有报告含有这些字，只在本站的说明里找到。";
  if (hits.length === 0) return `没有找到${said(query)}。`;
  if (shown.length === 0) return `找到 ${hits.length} 条，都不符合所选的筛选条件。`;
  const count = shown.length === hits.length ? `${hits.length}` : `${shown.length} / ${hits.length}`;
  if (kind === "near") return `没有完全相同的文字。下面 ${count} 条相近，开头或末尾的数字、字母可能只是一段。`;
  if (kind === "sentence") return `找到 ${count} 条，文字连续出现。`;
  return `找到 ${count} 条结果。`;
}

/** The query, or its beginning, in quotation marks, unless it has some. */
function said(query) {
  const short = query.length > LONG ? `${query.slice(0, LONG)}……` : query;
  return /["“”„＂「」『』]/.test(short) ? ` ${short} ` : `“${short}”`;
}

/** What stands over `count` pages that have most of the query. */
export function similarStatus(count) {
  return `下面 ${count} 条含有其中大部分字词，不是完全相同，仅供参考。`;
}

const START = [
  ["机关、地名、年份，或报告里的任何一段原文", ""],
  ["空格隔开的词要同时出现：", "行政复议 2020"],
  ["引号里的文字要连续出现：", "“依申请公开”"],
  ["减号排除一个词：", "行政诉讼 -行政复议"],
  ["繁体字、拼音也可以：", "xingzhengfuyi"],
];
const EMPTY = [
  ["少写几个字，只留地名或最要紧的词；去掉减号、引号或筛选条件", ""],
  ["地名请写现在的全称，例如“尧都区”；繁体字、拼音也可以", ""],
  ["数字要写全：80 不会找到 78.80 或 1804", ""],
];

/** Advice where there is nothing to show: how to ask, and where to look without asking. */
export function help(query, browse) {
  const box = document.createDocumentFragment();
  const tips = element("ul", "nb-search__tips");
  for (const [text, example] of query ? EMPTY : START) {
    const item = element("li", "", text);
    if (example) item.append(queryButton(example));
    tips.append(item);
  }
  const link = element("a", "nb-search__browse", "按地区浏览");
  link.href = browse;
  box.append(tips, link);
  return box;
}

/** What to ask for instead, never asked without the reader: names, and the words of the query alone. */
export function others({ candidates, alone }) {
  const found = ({ text, count }) => (count > 0 ? queryButton(text, `${text}（${count} 份）`) : `“${text}”没有`);
  return [
    line("您是不是要找：", candidates.map((name) => queryButton(name))),
    line("这些词没有同时出现，分开查：", alone.map(found)),
  ].filter(Boolean);
}

function line(text, choices) {
  if (choices.length === 0) return null;
  const box = element("p", "nb-search__candidates", text);
  box.append(...choices.flatMap((choice) => [choice, " "]));
  return box;
}

/** A button that asks another query: whoever shows it listens for `data-query`. */
function queryButton(query, label = query) {
  const button = element("button", "nb-search__example", label);
  button.type = "button";
  button.dataset.query = query;
  return button;
}

export function element(tag, className = "", text = "") {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
