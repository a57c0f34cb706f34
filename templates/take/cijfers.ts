// The figures of a table on the page, for a spreadsheet.
import { decimal, groups, say } from "../layout/taal";
import { quote, spreadsheet } from "../parts/bestand";

// textOf is what a cell says, without its small print.
function textOf(cell: Element): string {
  const copy = cell.cloneNode(true) as Element;
  copy.querySelectorAll("small, svg, i, b, .verborgen").forEach((e) => e.remove());
  return copy.textContent.replace(/\s+/g, " ").trim();
}

const isNumber = (text: string): boolean => /^[+−]?\d[\d.,]*%?\*?$/.test(text);

// plain writes a number as the site's own files do, with a decimal comma and
// nothing between the thousands.
const plain = (text: string): string => text.replace(/[%*+]/g, "").replaceAll(groups, "").replace(decimal, ",").replace("−", "-");

interface Field { text: string; low: string; high: string; year: string; provisional: boolean }

function fieldOf(cell: HTMLTableCellElement | undefined): Field {
  const field = { text: cell ? textOf(cell) : "", low: "", high: "", year: cell?.querySelector("i")?.textContent.trim() ?? "", provisional: false };
  if (!isNumber(field.text)) return field;
  const margin = [...(cell?.querySelectorAll("small") ?? [])].map((e) => /^([+−]?\d[\d.,]*)–([+−]?\d[\d.,]*)$/.exec(e.textContent.trim())).find((m) => m !== null);
  return { ...field, text: plain(field.text), low: plain(margin?.[1] ?? ""), high: plain(margin?.[2] ?? ""), provisional: field.text.endsWith("*") };
}

// figuresOf is a table as a file: a row for each of its rows, the part of the
// table that it stands in, its figures with their margins, and their source.
export function figuresOf(table: HTMLTableElement, source: string): string {
  const heads = [...table.querySelectorAll<HTMLTableCellElement>("thead tr:last-child > *")];
  const rows = [...table.querySelectorAll<HTMLTableRowElement>("tbody tr")];
  const cells = rows.map((row) => [...row.cells]);
  const fields = cells.map((row) => heads.map((_, k) => fieldOf(row[k])));
  const isPart = (k: number): boolean => (cells[k]?.length ?? 0) < heads.length;
  const shown = heads.map((_, k) => cells.some((row, at) => !isPart(at) && !row[k]?.querySelector("svg")) && fields.some((row, at) => !isPart(at) && row[k]?.text !== ""));
  const margins = heads.map((_, k) => fields.some((row) => row[k]?.low !== ""));
  const years = heads.map((_, k) => fields.some((row) => row[k]?.year !== ""));
  const first = [say`deel van de tabel`];
  heads.forEach((head, k) => {
    const name = head.textContent.replace(/\s+/g, " ").trim();
    if (!shown[k]) return;
    first.push(name);
    if (years[k]) first.push(say`${name}: jaar`);
    if (margins[k]) first.push(say`${name}: marge van`, say`${name}: marge tot`);
  });
  const lines = [[...first, say`voorlopig`, say`bron`].map(quote).join(";")];
  let part = "";
  fields.forEach((row, at) => {
    if (isPart(at)) {
      part = textOf(cells[at]?.[0] ?? document.createElement("td"));
      return;
    }
    const line = [quote(part)], provisional: string[] = [];
    row.forEach((field, k) => {
      if (!shown[k]) return;
      line.push(/^-?[\d,]+$/.test(field.text) ? field.text : quote(field.text));
      if (years[k]) line.push(field.year);
      if (margins[k]) line.push(field.low, field.high);
      if (field.provisional) provisional.push(heads[k]?.textContent.trim() ?? "");
    });
    lines.push([...line, quote(provisional.join(", ")), quote(source)].join(";"));
  });
  return spreadsheet(lines);
}
