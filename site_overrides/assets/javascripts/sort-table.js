// Makes the tables marked `data-nb-sort` sortable by their headers; without it the default order stays.

const STATES = { ascending: "升序", descending: "降序" };

/** The value a cell sorts by: a number where `data-sort` holds one, null where it is empty, else its text. */
export function sortKey(cell) {
  const { sort } = cell.dataset;
  if (sort === undefined) return cell.textContent.trim();
  return sort === "" ? null : Number(sort);
}

/** Orders two keys; what is not known (null) stands last in both directions. */
export function compare(one, other, direction) {
  if (one === null || other === null) return (one === null) - (other === null);
  const order = typeof one === "number" ? one - other : one.localeCompare(other, "zh-CN");
  return direction === "descending" ? -order : order;
}

function sortBy(table, header, column) {
  // Figures are asked for "the most" first, names from the beginning.
  const first = header.classList.contains("num") ? "descending" : "ascending";
  const second = first === "ascending" ? "descending" : "ascending";
  const direction = header.getAttribute("aria-sort") === first ? second : first;
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  header.setAttribute("aria-sort", direction);
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row) => [sortKey(row.cells[column]), row]);
  rows.sort(([one], [other]) => compare(one, other, direction));
  body.append(...rows.map(([, row]) => row));
  return direction;
}

function makeSortable(table) {
  const status = document.createElement("p");
  status.className = "nb-hidden";
  status.setAttribute("role", "status");
  table.parentElement.after(status);
  [...table.tHead.rows[0].cells].forEach((header, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...header.childNodes);
    header.append(button);
    button.addEventListener("click", () => {
      const direction = sortBy(table, header, column);
      status.textContent = `已按${button.textContent.trim()}${STATES[direction]}排列`;
    });
  });
}

if (typeof document !== "undefined") {
  for (const table of document.querySelectorAll("table[data-nb-sort]")) makeSortable(table);
}
