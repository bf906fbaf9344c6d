"use strict";
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const told = document.getElementById("told");
const words = (kind) => {
  const input = document.querySelector(`input[data-filter="${kind}"]`);
  return input ? input.value.toLowerCase().split(/\s+/).filter(Boolean) : [];
};
const fits = (text, wanted) => wanted.every((word) => text.includes(word));
const texts = new Map();
const textOf = (element) => {
  if (!texts.has(element)) texts.set(element, element.textContent.toLowerCase());
  return texts.get(element);
};
const count = (kind, shown, of) => {
  const output = document.querySelector(`output[data-count="${kind}"]`);
  if (output) output.textContent = shown === of ? `${of}` : `${shown} of ${of}`;
};
const filterFindings = () => {
  const wanted = words("finding");
  const select = document.querySelector("select[data-verdict]");
  const items = all(".finding");
  let shown = 0;
  for (const item of items) {
    const visible = (!select.value || item.dataset.verdict === select.value) && fits(textOf(item), wanted);
    item.hidden = !visible;
    shown += visible;
  }
  count("finding", shown, items.length);
};
const filterRows = () => {
  const wanted = words("row");
  const state = document.querySelector("select[data-shown]").value;
  const narrowed = wanted.length > 0 || state !== "";
  let shown = 0, of = 0;
  for (const version of all("details[data-version]")) {
    let here = 0;
    for (const row of all("tbody tr", version)) {
      const visible =
        (!state || row.dataset.states.split(" ").includes(state)) && fits(textOf(row.cells[0]), wanted);
      row.hidden = !visible;
      here += visible;
      of += 1;
    }
    version.hidden = here === 0;
    if (narrowed && here > 0) version.open = true;
    shown += here;
  }
  count("row", shown, of);
};
const tell = (cell) => {
  told.textContent = cell ? cell.title : "";
  told.hidden = !cell;
};
document.addEventListener("input", (event) => {
  const kind = event.target.dataset.filter;
  if (kind === "finding" || "verdict" in event.target.dataset) filterFindings();
  if (kind === "row" || "shown" in event.target.dataset) filterRows();
});
document.addEventListener("click", (event) => tell(event.target.closest("td[title]")));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") tell(null);
  if (event.key === "Enter" && event.target.matches("td[title]")) tell(event.target);
});
const openTarget = () => {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  if (target && target.matches("details")) target.open = true;
};
addEventListener("hashchange", openTarget);
openTarget();
