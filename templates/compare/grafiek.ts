// Charts of a comparison. What they show stands in the table, so they are a
// picture with a short name. Regions differ by marker, groups by the dashes of
// their line; colour says nothing.
import { lowerFirst } from "./cijfers";
import { type Row, type Table, withUnit, element } from "./tabel";
import { printed, say } from "../layout/taal";

const left = 26; // room for half a number
const markers = ["M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z", "M-4.5-4.5h9v9h-9z", "M0-5.5L5.5 4.5h-11z", "M0-6L6 0L0 6L-6 0z", "M0 5.5L5.5-4.5h-11z", "M-5-2h3v-3h4v3h3v4h-3v3h-4v-3h-3z"];
const dashes = ["", "7 4", "2 4", "11 4 2 4", "14 5", "2 2"];
export const mostRows = 12;

type Place = { marker: number; dash: number };

function draw(name: string, attributes: Record<string, string | number>, ...content: (Node | string)[]): SVGElement {
  const e = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) e.setAttribute(key, String(value));
  e.append(...content);
  return e;
}

const mark = (place: Place, x: number, y: number): SVGElement => draw("path", { class: `teken t${place.marker}`, d: markers[place.marker] ?? "", transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` });

// Scale places numbers on a line of pixels, with round ticks at their ends.
interface Scale { ticks: number[]; place: (v: number) => number }

function scaleOf(values: number[], from: number, to: number): Scale {
  let low = Math.min(...values), high = Math.max(...values);
  if (low === high) [low, high] = [low - 1, high + 1];
  const rough = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, (rough <= power ? 1 : rough <= 2 * power ? 2 : rough <= 5 * power ? 5 : 10) * power);
  const first = Math.floor(low / step), last = Math.ceil(high / step);
  const ticks = Array.from({ length: last - first + 1 }, (_, k) => (first + k) * step);
  return { ticks, place: (v) => from + (to - from) * (v - first * step) / ((last - first) * step) };
}

function places(rows: Row[]): Place[] {
  const regions = [...new Set(rows.map((r) => r.region.key))], groups = [...new Set(rows.map((r) => r.group))];
  return rows.map((r) => ({ marker: regions.indexOf(r.region.key), dash: groups.indexOf(r.group) }));
}

const cut = (text: string, room: number): string => text.length > room ? `${text.slice(0, room - 1)}…` : text;

function picture(label: string, wide: number, tall: number): SVGElement {
  return draw("svg", { class: "vergelijkbeeld", role: "img", "aria-label": label, viewBox: `0 0 ${wide} ${tall}`, width: wide, height: tall });
}

// dots sets the rows of one column under each other: a marker per figure, and
// its margin as a line with ends.
export function dots(t: Table, column: number, wide: number, country: string, words: (letter: string) => string): SVGElement | undefined {
  const c = t.columns[column];
  if (!c) return undefined;
  const about = c.about, print = (v: number): string => withUnit(printed(v, about.decimalen), about);
  const cells = t.rows.map((r) => r.cells[column]);
  const periods = new Set(cells.map((x) => x?.period));
  const land = about.land[cells[0]?.period ?? -1];
  const reference = periods.size === 1 && typeof land === "number" && cells.some((x) => x?.sign) ? land : undefined;
  const values = cells.flatMap((x) => [x?.value, x?.margin?.[0] == null ? undefined : x.margin[0] / 10, x?.margin?.[1] == null ? undefined : x.margin[1] / 10]).concat(reference).filter((v): v is number => v !== undefined);
  if (values.length === 0) return undefined;
  const scale = scaleOf(values, left, wide - 30), top = reference === undefined ? 4 : 22, tall = top + 44 * t.rows.length;
  const svg = picture(say`${about.titel}: een teken per gebied en groep. De tabel heeft dezelfde cijfers.`, wide, tall + 24);
  for (const v of scale.ticks) svg.append(draw("path", { class: "raster", d: `M${scale.place(v).toFixed(1)} ${top}V${tall}` }), draw("text", { x: scale.place(v).toFixed(1), y: tall + 16, "text-anchor": "middle" }, print(v)));
  if (reference !== undefined) {
    const x = scale.place(reference);
    svg.append(draw("path", { class: "land", d: `M${x.toFixed(1)} ${top - 4}V${tall}` }), draw("text", { x: x.toFixed(1), y: 13, "text-anchor": x > wide / 2 ? "end" : "start" }, `${country}: ${print(reference)}`));
  }
  const where = places(t.rows), single = new Set(t.rows.map((r) => r.group)).size === 1;
  t.rows.forEach((r, k) => {
    const y = top + 44 * k, cell = cells[k], place = where[k];
    if (!cell || !place) return;
    svg.append(draw("text", { class: "naam", x: 0, y: y + 14 }, cut(single ? r.region.name : `${r.region.name}: ${lowerFirst(r.label)}`, Math.floor(wide / 7))));
    if (cell.value === undefined) {
      svg.append(draw("text", { class: "leeg", x: left, y: y + 32 }, words(cell.gap ?? "")));
      return;
    }
    const [low, high] = cell.margin ?? [];
    if (cell.margin) {
      const from = low == null ? left : scale.place(low / 10), to = high == null ? wide - 30 : scale.place(high / 10);
      svg.append(draw("path", { class: "marge", d: `M${from.toFixed(1)} ${y + 28}H${to.toFixed(1)}${low == null ? "" : `M${from.toFixed(1)} ${y + 23}v10`}${high == null ? "" : `M${to.toFixed(1)} ${y + 23}v10`}` }));
    }
    svg.append(mark(place, scale.place(cell.value), y + 28));
  });
  return svg;
}

// lines draws a series per row; a gap or another way of measuring interrupts it.
export function lines(t: Table, wide: number): SVGElement | undefined {
  const first = t.columns[0], rows = t.rows.slice(0, mostRows);
  const values = rows.flatMap((r) => r.cells.map((c) => c.value)).filter((v): v is number => v !== undefined);
  if (!first || values.length === 0) return undefined;
  const about = first.about, tall = 260, edge = 58;
  const scale = scaleOf(values, tall - 28, 10), n = t.columns.length;
  const x = (k: number): number => n === 1 ? edge + 20 : edge + 10 + (wide - edge - 30) * k / (n - 1);
  const svg = picture(say`${about.titel}: een lijn per gebied en groep. De tabel heeft dezelfde cijfers.`, wide, tall);
  for (const v of scale.ticks) svg.append(draw("path", { class: "raster", d: `M${edge} ${scale.place(v).toFixed(1)}H${wide}` }), draw("text", { x: edge - 6, y: (scale.place(v) + 4).toFixed(1), "text-anchor": "end" }, withUnit(printed(v, about.decimalen), about)));
  const every = Math.ceil(44 * n / (wide - edge));
  t.columns.forEach((c, k) => {
    if ((n - 1 - k) % every === 0) svg.append(draw("text", { x: x(k).toFixed(1), y: tall - 6, "text-anchor": "middle" }, c.heading));
    if (k > 0 && about.breuken.includes(c.period)) svg.append(draw("path", { class: "breuk", d: `M${((x(k - 1) + x(k)) / 2).toFixed(1)} 4V${tall - 26}` }));
  });
  const where = places(rows);
  rows.forEach((r, row) => {
    const place = where[row];
    if (!place) return;
    let d = "", open = false;
    r.cells.forEach((c, k) => {
      if (about.breuken.includes(c.period)) open = false;
      if (c.value !== undefined) d += `${open ? "L" : "M"}${x(k).toFixed(1)} ${scale.place(c.value).toFixed(1)}`;
      open = c.value !== undefined;
    });
    svg.append(draw("path", { class: "reeks", d, "stroke-dasharray": dashes[place.dash] ?? "" }));
    r.cells.forEach((c, k) => { if (c.value !== undefined) svg.append(mark(place, x(k), scale.place(c.value))); });
  });
  return svg;
}

// legend says which marker and line is whose.
export function legend(rows: Row[]): HTMLElement {
  const list = element("ul", { class: "tekenlijst" });
  const where = places(rows.slice(0, mostRows));
  rows.slice(0, mostRows).forEach((r, k) => {
    const place = where[k];
    if (!place) return;
    const svg = draw("svg", { class: "vergelijkbeeld", "aria-hidden": "true", width: 46, height: 16, viewBox: "0 0 46 16" }, draw("path", { class: "reeks", d: "M0 8H46", "stroke-dasharray": dashes[place.dash] ?? "" }), mark(place, 23, 8));
    list.append(element("li", {}, svg, ` ${r.region.name}: ${lowerFirst(r.label)}`));
  });
  return list;
}
