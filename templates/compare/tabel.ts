// Tables of a comparison, and the same as a file.
import { type About, type Cell, marginText, type Region, unclear } from "./cijfers";
import { printed, say, wordOf } from "../layout/taal";
import { quote, spreadsheet } from "../parts/bestand";

export interface Row { region: Region; group: string; label: string; cells: Cell[] }
export interface Column { about: About; source: string; period: number; heading: string }
// A Table has regions and groups as rows, and indicators or years as columns.
export interface Table { title: string; unit: string; columns: Column[]; rows: Row[]; against: string; series: boolean }
export interface Gap { sign: string; word: string; text: string }
export interface Signs { gaps: Map<string, Gap>; years: string[] }

export function element<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Record<string, string> = {}, ...content: (Node | string)[]): HTMLElementTagNameMap[K] {
  const e = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) e.setAttribute(key, value);
  e.append(...content);
  return e;
}

export const withUnit = (text: string, about: About): string => about.eenheid === "%" ? `${text}%` : text;
export const unitOf = (about: About): string => about.eenheid === "%" ? "%" : about.eenheid || say`aantal`;

// figure is what a cell says: number, mark of a provisional figure, sign.
export function figure(cell: Cell, about: About): string {
  return `${withUnit(printed(cell.value ?? 0, about.decimalen), about)}${about.voorlopig.includes(cell.period) ? "*" : ""}`;
}

// comparedIn says in words what a sign means.
const comparedIn = (sign: string): string => sign === "≈" ? wordOf(sign) : say`${wordOf(sign)} dan gemiddeld`;

function fill(td: HTMLTableCellElement, cell: Cell, column: Column, signs: Signs): void {
  const about = column.about;
  if (cell.value === undefined) {
    const gap = signs.gaps.get(cell.gap ?? "");
    td.className = "gat";
    td.append(element("a", { href: `#teken-${cell.gap || "geen"}` }, `${gap?.sign ?? ""} ${gap?.word ?? ""}`));
    return;
  }
  td.append(figure(cell, about));
  if (cell.sign) td.append(" ", element("abbr", { title: comparedIn(cell.sign) }, cell.sign));
  if (column.period < 0) td.append(" ", element("i", {}, signs.years[cell.period] ?? ""));
  const margin = marginText(cell.margin, about.decimalen, cell.value);
  if (margin) td.append(element("small", {}, margin));
  if (cell.flag) td.append(element("small", { class: cell.flag === unclear() ? "vlag" : "vlag duidelijk" }, cell.flag));
}

export function tableOf(t: Table, signs: Signs): HTMLElement {
  const head = element("tr", {}, element("th", { scope: "col" }, say`Gebied en groep`));
  for (const c of t.columns) {
    const th = element("th", { scope: "col" }, c.heading);
    if (!t.series) th.append(element("small", {}, unitOf(c.about) + (c.period >= 0 ? `, ${signs.years[c.period] ?? ""}` : "")));
    head.append(th);
  }
  const body = element("tbody");
  for (const r of t.rows) {
    const row = element("tr", {}, element("th", { scope: "row" }, element("a", { href: r.region.href }, r.region.name), element("small", {}, r.region.kind), element("small", { class: "groep" }, r.label)));
    r.cells.forEach((cell, k) => {
      const td = element("td");
      const column = t.columns[k];
      if (column) fill(td, cell, column, signs);
      if (t.series && column?.about.breuken.includes(column.period)) td.classList.add("breuk");
      row.append(td);
    });
    body.append(row);
  }
  const caption = element("caption", {}, element("span", {}, t.title, element("small", {}, [t.series ? t.unit : "", t.against].filter(Boolean).join(". "))));
  const table = element("table", { class: t.series ? "vergelijking jaarkolommen" : "vergelijking" }, caption, element("thead", {}, head), body);
  return element("section", { class: "breed", tabindex: "0", "aria-label": say`Tabel: ${t.title}` }, table);
}

// explain lists what the signs in the tables mean.
export function explain(tables: Table[], signs: Signs): HTMLElement | string {
  const seen = new Set<string>();
  let provisional = false;
  for (const t of tables) {
    for (const r of t.rows) {
      r.cells.forEach((cell, k) => {
        if (cell.value === undefined) seen.add(cell.gap ?? "");
        else provisional ||= t.columns[k]?.about.voorlopig.includes(cell.period) ?? false;
      });
    }
  }
  const list = element("dl", { class: "tekens" });
  for (const [letter, gap] of signs.gaps) {
    if (seen.has(letter)) list.append(element("div", { id: `teken-${letter || "geen"}` }, element("dt", {}, `${gap.sign} ${gap.word}`), element("dd", {}, gap.text)));
  }
  if (provisional) list.append(element("div", {}, element("dt", {}, say`* voorlopig cijfer`), element("dd", {}, say`De bron kan dit cijfer nog veranderen.`)));
  return list.children.length > 0 ? list : "";
}

const plain = (n: number | null | undefined, decimals: number): string => n == null ? "" : printed(n, decimals, "", ",").replace("−", "-");

// csv is what the tables show, a row per figure, in the form of the site's own
// files: semicolons, decimal commas, the sign of a gap in place of a number.
export function csv(tables: Table[], signs: Signs, site: string): string {
  const rows = ["regio_code;regio_naam;soort;groep;onderwerp;eenheid;periode;cijfer;voorlopig;marge_van;marge_tot;klasse;verschil;bron"];
  for (const t of tables) {
    for (const r of t.rows) {
      r.cells.forEach((cell, k) => {
        const c = t.columns[k];
        if (!c) return;
        const decimals = c.about.decimalen;
        const number = cell.value === undefined ? signs.gaps.get(cell.gap ?? "")?.sign ?? "" : plain(cell.value, decimals);
        const texts = [r.region.code, r.region.name, r.region.kind, r.label, c.about.titel, unitOf(c.about), signs.years[cell.period] ?? ""];
        const numbers = [number, cell.value !== undefined && c.about.voorlopig.includes(cell.period) ? say`ja` : "", plain(cell.margin?.[0], decimals + 1), plain(cell.margin?.[1], decimals + 1)];
        const tail = [wordOf(cell.sign ?? ""), cell.flag ? `${cell.flag} (${t.against})` : "", `${c.source} ${site}`];
        rows.push([...texts.map(quote), ...numbers, ...tail.map(quote)].join(";"));
      });
    }
  }
  return spreadsheet(rows);
}
