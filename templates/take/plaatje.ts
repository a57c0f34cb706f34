// A chart of the page as a picture that stands by itself: what the style sheet
// gives its shapes is written into them.

const space = "http://www.w3.org/2000/svg";
const properties = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "font-size", "font-weight", "text-anchor"];
const family = "system-ui,sans-serif";
const wide = 900, edge = 24;

// chartIn is what is drawn: a table with a drawing in each row, or a drawing.
export const chartIn = (place: Element): Element | null => place.querySelector("table.stippen, svg.verdeling, svg.reeksen");

function draw(name: string, attributes: Record<string, string | number>, ...content: (Node | string)[]): SVGElement {
  const e = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) e.setAttribute(key, String(value));
  e.append(...content);
  return e;
}

// standing copies a drawing with the looks that the page gives it.
function standing(svg: SVGElement, x: number, y: number, width: number, height: number): SVGElement {
  const copy = svg.cloneNode(true) as SVGElement;
  const [from, to] = [[svg, ...svg.querySelectorAll("*")], [copy, ...copy.querySelectorAll("*")]];
  from.forEach((e, k) => {
    const style = getComputedStyle(e), part = to[k];
    if (!part) return;
    for (const name of [...part.getAttributeNames()]) if (/^(class|role|tabindex|aria-)/.test(name)) part.removeAttribute(name);
    for (const p of properties) {
      if (p.startsWith("font") || p === "text-anchor" ? e.tagName === "text" : e !== svg) part.setAttribute(p, style.getPropertyValue(p));
    }
  });
  for (const [key, value] of Object.entries({ x, y, width, height, overflow: "visible" })) copy.setAttribute(key, String(value));
  return copy;
}

const canvas = document.createElement("canvas").getContext("2d");

function widthOf(text: string, size: number, bold: boolean): number {
  if (!canvas) return text.length * size * 0.55;
  canvas.font = `${bold ? 600 : 400} ${size}px ${family}`;
  return canvas.measureText(text).width;
}

// wrapped breaks a text into lines that fit.
function wrapped(text: string, size: number, bold: boolean, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((w) => w !== "")) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, size, bold) <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

// A Sheet is the picture as far as it has come.
class Sheet {
  readonly svg = draw("svg", { xmlns: space, "font-family": family, "text-anchor": "start" });
  y = edge;

  constructor(private readonly ink: string, private readonly soft: string) {}

  // text writes lines below each other, and goes on below them.
  text(text: string, size: number, bold = false, quiet = false): void {
    for (const line of wrapped(text, size, bold, wide - 2 * edge)) {
      this.y += size * 1.35;
      this.put(line, edge, this.y, size, bold, quiet);
    }
  }

  put(text: string, x: number, y: number, size: number, bold = false, quiet = false, end = false): void {
    this.svg.append(draw("text", { x, y: y.toFixed(1), "font-size": size, "font-weight": bold ? 600 : 400, fill: quiet ? this.soft : this.ink, ...(end ? { "text-anchor": "end" } : {}) }, text));
  }

  finish(paper: string): string {
    const height = Math.ceil(this.y + edge);
    for (const [key, value] of Object.entries({ viewBox: `0 0 ${wide} ${height}`, width: wide, height })) this.svg.setAttribute(key, String(value));
    this.svg.prepend(draw("rect", { width: wide, height, fill: paper }));
    return new XMLSerializer().serializeToString(this.svg);
  }
}

const said = (e: Element | null | undefined): string => e?.textContent.replace(/\s+/g, " ").trim() ?? "";

// apart is what a cell or a heading says, and its small print.
function apart(cell: Element | null | undefined): [string, string] {
  const copy = cell?.cloneNode(true) as Element | null | undefined;
  copy?.querySelectorAll(".verborgen").forEach((e) => e.remove());
  const small = [...(copy?.querySelectorAll("small") ?? [])].map((e) => { e.remove(); return said(e); });
  return [said(copy), small.join(" ")];
}

// rows sets the rows of a table below each other: who, figure, word, drawings.
function rows(sheet: Sheet, table: HTMLTableElement): void {
  const at = { figure: 320, margin: 332, word: 430, dots: 560, line: 772 };
  const heads = [...table.querySelectorAll("thead th")].map(said);
  sheet.y += 30;
  sheet.put(heads[0] ?? "", edge, sheet.y, 12, true, true);
  sheet.put(heads[1] ?? "", at.figure, sheet.y, 12, true, true, true);
  [at.word, at.dots, at.line].forEach((x, k) => { if (k < 2 || table.querySelector("svg.lijn")) sheet.put(heads[k + 2] ?? "", x, sheet.y, 12, true, true); });
  for (const row of table.querySelectorAll<HTMLTableRowElement>("tbody tr")) {
    const cells = [...row.cells], lines = wrapped(said(cells[0]), 14, false, 210);
    sheet.y += 28;
    if (cells.length === 1) {
      sheet.put(said(cells[0]), edge, sheet.y, 12, true, true);
      continue;
    }
    const middle = sheet.y;
    const inset = cells[0]?.querySelector(".deelgroep") ? 14 : 0;
    lines.forEach((line, k) => sheet.put(line, edge + inset, (sheet.y = middle + 16 * k), 14));
    const [figure, margin] = apart(cells[1]);
    if (cells[1]?.classList.contains("gat")) {
      sheet.put(figure, at.figure - 60, middle, 13, false, true);
      continue;
    }
    sheet.put(figure, at.figure, middle, 14, true, false, true);
    sheet.put(margin, at.margin, middle, 11, false, true);
    sheet.put(said(cells[2]), at.word, middle, 13);
    const dots = cells[3]?.querySelector<SVGElement>("svg"), line = cells[4]?.querySelector<SVGElement>("svg");
    if (dots) sheet.svg.append(standing(dots, at.dots, middle - 15, 200, 20));
    if (line) sheet.svg.append(standing(line, at.line, middle - 19, 104, 28));
  }
}

// drawing sets one drawing on the sheet, with the list of what its numbers are.
function drawing(sheet: Sheet, svg: SVGElement, place: Element): void {
  const [, , w = 1, h = 1] = (svg.getAttribute("viewBox") ?? "").split(/\s+/).map(Number);
  const width = 640, height = width * h / w;
  sheet.svg.append(standing(svg, edge + 20, sheet.y + 16, width, height));
  sheet.y += 16 + height;
  [...place.querySelectorAll("ol > li")].forEach((e, k) => sheet.text(`${k + 1}. ${said(e)}`, 14));
}

// pictureOf is the chart of a part of the page, with what it is above it and
// its source below it.
export function pictureOf(place: Element, source: string): string {
  const body = getComputedStyle(document.body), quiet = place.querySelector("small");
  const sheet = new Sheet(body.color, quiet ? getComputedStyle(quiet).color : body.color);
  sheet.text(apart(document.querySelector("h1"))[0], 20, true);
  const heading = place.querySelector("h2") ?? place.closest("section")?.querySelector("h2");
  const [title, unit] = apart(heading);
  sheet.text(title, 15, true);
  sheet.text(unit, 13, false, true);
  if (place.matches("figure")) sheet.text(said(place.querySelector("figcaption")), 14);
  const chart = chartIn(place);
  if (chart instanceof HTMLTableElement) rows(sheet, chart);
  else if (chart instanceof SVGElement) drawing(sheet, chart, place);
  sheet.y += 14;
  for (const words of document.querySelectorAll("main > .uitleg, main > .let-op")) sheet.text(said(words), 11, false, true);
  sheet.text(source, 11, false, true);
  return sheet.finish(body.backgroundColor);
}
