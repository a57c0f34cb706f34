// The group switch: the radios change the wheel by themselves; this changes
// the tables too, with figures that stand ready on the page of all groups, and
// keeps the choice in the address.

import { load } from "../layout/laad";

const parameter = "groep";
let matrix: Promise<Document> | undefined;

function loadMatrix(link: string): Promise<Document> {
  matrix ??= load(link, (answer) => answer.text()).then((text) => new DOMParser().parseFromString(text, "text/html"));
  matrix.catch(() => { matrix = undefined; });
  return matrix;
}

type Row = { row: HTMLTableRowElement; own: string };

const words = new Map([["↓↓", "veel lager"], ["↓", "lager"], ["≈", "rond gemiddeld"], ["↑", "hoger"], ["↑↑", "veel hoger"]]);

// printed reads a figure as it is printed: a whole number of its last decimal.
function printed(text: string | undefined): { n: number; decimals: number } | undefined {
  const m = /^(−?)([\d.]+)(?:,(\d+))?/.exec(text?.trim() ?? "");
  if (!m) return undefined;
  const n = Number((m[2] ?? "").replaceAll(".", "") + (m[3] ?? ""));
  return { n: m[1] ? -n : n, decimals: (m[3] ?? "").length };
}

// minus writes the difference of two printed figures; "" where one lacks.
function minus(a: string | undefined, b: string | undefined): string {
  const x = printed(a);
  const y = printed(b);
  if (!x || !y || x.decimals !== y.decimals) return "";
  const d = x.n - y.n;
  const text = (Math.abs(d) / 10 ** x.decimals).toLocaleString("nl-NL", { minimumFractionDigits: x.decimals, maximumFractionDigits: x.decimals });
  return (d > 0 ? "+" : d < 0 ? "−" : "") + text;
}

// find returns the row and the cell of a group in the tables of all groups.
function find(page: Document, key: string, indicator: string): { row: HTMLTableRowElement; cell: HTMLTableCellElement } | undefined {
  for (const table of page.querySelectorAll<HTMLTableElement>("table.matrix")) {
    const at = (table.dataset["groepen"] ?? "").split(" ").indexOf(key);
    const row = at < 0 ? null : table.querySelector<HTMLTableRowElement>(`tr[data-i="${CSS.escape(indicator)}"]`);
    const cell = row?.cells[4 + at];
    if (row && cell) return { row, cell };
  }
  return undefined;
}

// fill shows a group's figure in a row of the page: number and margin, word and
// differences. The years are those of everybody: the style sheet hides them.
function fill(row: HTMLTableRowElement, from: { row: HTMLTableRowElement; cell: HTMLTableCellElement }, gaps: Map<string, string>): void {
  const [, figure, klasse, land, town] = row.cells;
  if (!figure || !klasse || !land || !town) return;
  // A number stands above its margin; a gap is a sign alone.
  const text = from.cell.firstChild?.textContent?.trim() ?? "";
  const gap = gaps.has(text);
  figure.className = gap ? "gat" : "";
  if (gap) {
    const link = document.createElement("a");
    link.href = `#${gaps.get(text)?.split(" ")[0] ?? ""}`;
    link.textContent = `${text} ${gaps.get(text)?.split(" ").slice(1).join(" ") ?? ""}`;
    figure.replaceChildren(link);
  } else {
    const margin = document.createElement("small");
    margin.textContent = from.cell.lastChild?.textContent?.trim() ?? "";
    const year = from.cell.querySelector("i") ?? from.row.cells[0]?.querySelector("i");
    figure.replaceChildren(text.replace(/ [↓≈↑]+/, ""), ...(year ? [" ", document.importNode(year, true)] : []), ...(margin.textContent ? [margin] : []));
  }
  const sign = gap ? undefined : /[↓≈↑]+/.exec(text)?.[0];
  klasse.className = sign ? from.cell.className : "";
  klasse.textContent = words.get(sign ?? "") ?? "";
  land.textContent = gap ? "" : minus(text, from.row.cells[1]?.textContent ?? "");
  town.textContent = gap ? "" : minus(text, from.row.cells[2]?.textContent ?? "");
}

// explain adds what signs mean that the page itself does not have.
function explain(page: Document): void {
  const from = page.querySelector("dl.tekens");
  let list = document.querySelector(".cijfers dl.tekens");
  if (!from) return;
  if (!list) {
    list = document.createElement("dl");
    list.className = "tekens";
    document.querySelector(".cijfers")?.append(list);
  }
  for (const d of from.querySelectorAll(":scope > div")) {
    const there = d.id ? document.getElementById(d.id) : [...list.children].some((x) => !x.id);
    if (!there) list.append(document.importNode(d, true));
  }
}

export function startGroups(): void {
  const radios = [...document.querySelectorAll<HTMLInputElement>("input[name=groep]")];
  const link = document.querySelector<HTMLAnchorElement>(".taartvak .verder a[href$='groepen/'], .taartvak .verder a[href$='groepen/index.html']");
  const message = document.getElementById("groep-melding");
  if (radios.length === 0 || !link) return;
  const rows: Row[] = [...document.querySelectorAll<HTMLTableRowElement>('.cijfers tr[id^="i-"]')].map((row) => ({ row, own: row.innerHTML }));
  let turn = 0;

  const keep = (key: string): void => {
    const url = new URL(location.href);
    if (key === "totaal") url.searchParams.delete(parameter);
    else url.searchParams.set(parameter, key);
    history.replaceState(null, "", url);
    document.querySelectorAll<HTMLAnchorElement>(".gebieden a, .kruimels a").forEach((a) => {
      const to = new URL(a.href);
      if (key === "totaal") to.searchParams.delete(parameter);
      else to.searchParams.set(parameter, key);
      a.href = to.href;
    });
  };
  const change = async (radio: HTMLInputElement, first: boolean): Promise<void> => {
    const mine = ++turn;
    const key = radio.value;
    const name = radio.nextElementSibling?.textContent ?? key;
    if (!first || key !== "totaal") keep(key);
    const figure = radio.parentElement?.querySelector("figure");
    const heading = figure?.querySelector<HTMLElement>("[data-kop]")?.dataset["kop"] ?? figure?.querySelector("img")?.alt;
    const above = document.getElementById("taart-kop");
    if (heading && above) above.textContent = heading;
    if (rows.length === 0 || !message) return;
    document.querySelector(".cijfers")?.classList.toggle("van-groep", key !== "totaal");
    if (key === "totaal") {
      rows.forEach(({ row, own }) => { row.innerHTML = own; });
      message.textContent = "De tabellen tonen de totale bevolking.";
      return;
    }
    try {
      const page = await loadMatrix(link.href);
      if (mine !== turn) return;
      const gaps = new Map([...page.querySelectorAll<HTMLElement>("dl.tekens > div[id]")].map((d) => {
        const [sign, ...word] = (d.querySelector("dt")?.textContent ?? "").split(" ");
        return [sign ?? "", `${d.id} ${word.join(" ")}`];
      }));
      explain(page);
      rows.forEach(({ row }) => {
        const from = find(page, key, row.id.slice(2));
        if (from) fill(row, from, gaps);
      });
      message.textContent = `De tabellen tonen de groep: ${name}. Het verloop van groepen staat bij elk thema.`;
    } catch {
      if (mine === turn) message.textContent = "De cijfers van deze groep konden niet worden geladen. Ze staan op de pagina met alle groepen naast elkaar.";
    }
  };

  radios.forEach((radio) => radio.addEventListener("change", () => void change(radio, false)));
  const wanted = new URLSearchParams(location.search).get(parameter);
  const start = radios.find((r) => r.value === wanted) ?? radios.find((r) => r.checked);
  if (start) {
    start.checked = true;
    void change(start, true);
  }
}
