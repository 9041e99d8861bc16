// Sorts and filters the tables of a report. The page says everything without this script; what the script adds, no printed page shows.
// Its words stand in the page's language as data attributes of the body. It asks nothing of any network and keeps nothing.
"use strict";

const words = document.body.dataset;
const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
const fewestToSort = 3, fewestToFilter = 9;

document.querySelectorAll(".cards table").forEach(table => {
  const rows = [...table.tBodies[0].rows];
  if (rows.length < fewestToSort) {
    return;
  }

  const sort = sorting(table, rows);
  if (rows.length >= fewestToFilter) {
    table.before(element("div", { className: "tools" }, filter(rows), sort.choice()));
  }
});

// Each head becomes a button: up, down, and back to the order in which the page lists the rows. A phone shows no heads and chooses from a list.
function sorting(table, rows) {
  const heads = [...table.tHead.rows[0].cells];
  const names = heads.map(head => head.textContent);
  let column = -1, sign = 1, select = null;

  const show = (nextColumn, nextSign) => {
    [column, sign] = [nextColumn, nextSign];
    table.tBodies[0].append(...sorted(rows, column, sign));
    heads.forEach((head, i) => i === column ? head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending") : head.removeAttribute("aria-sort"));
    if (select) {
      select.value = `${column} ${sign}`;
    }
  };

  heads.forEach((head, i) => {
    const button = element("button", { type: "button" }, ...head.childNodes);
    button.addEventListener("click", () => i !== column ? show(i, 1) : sign > 0 ? show(i, -1) : show(-1, 1));
    head.append(button);
  });

  const choice = () => {
    const option = (text, i, direction) => element("option", { value: `${i} ${direction}` }, text);
    select = element("select", {}, option(words.asListed, -1, 1), ...names.flatMap((name, i) => [
      option(words.ascending.replace("{column}", name), i, 1), option(words.descending.replace("{column}", name), i, -1)]));
    select.addEventListener("change", () => show(...select.value.split(" ").map(Number)));
    return element("label", { className: "narrow" }, words.sortBy, " ", select);
  };

  return { choice };
}

// Equal rows keep the order of the page; a row without a value stands last, up and down.
function sorted(rows, column, sign) {
  if (column < 0) {
    return rows;
  }

  const keyed = rows.map(row => ({ row, key: value(row.cells[column]) }));
  return keyed.sort((a, b) => (a.key === "") - (b.key === "") || sign * compare(a.key, b.key)).map(({ row }) => row);
}

// By value where both have a number, else as the page's language orders words, with the numbers in them by size.
function compare(a, b) {
  return typeof a === "number" && typeof b === "number" ? a - b : collator.compare(a, b);
}

function value(cell) {
  const given = cell.dataset.value ?? cell.textContent.trim();
  return given !== "" && Number.isFinite(Number(given)) ? Number(given) : given;
}

// A row stays where it holds every word that was typed, anywhere in it and in any order.
function filter(rows) {
  const status = element("output", {}), input = element("input", { type: "search", autocomplete: "off" });
  const texts = rows.map(row => [...row.cells].map(cell => cell.textContent).join(" ").toLowerCase());
  input.addEventListener("input", () => {
    const wanted = input.value.toLowerCase().split(/\s+/);
    rows.forEach((row, i) => { row.hidden = !wanted.every(word => texts[i].includes(word)); });
    const shown = rows.filter(row => !row.hidden).length;
    status.textContent = input.value.trim() ? words.shown.replace("{shown}", shown).replace("{all}", rows.length) : "";
  });
  return element("span", {}, element("label", {}, words.filter, " ", input), " ", status);
}

function element(name, properties, ...content) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...content);
  return made;
}
