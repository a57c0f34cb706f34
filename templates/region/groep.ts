// The group switch: the radios change the wheel by themselves; this changes
// the tables too, with figures that stand ready on the page of all groups, and
// keeps the choice in the address.

import { load } from "../layout/laad";

const parameter = "groep";
let matrix: Promise<Matrix> | undefined;

function loadMatrix(link: string): Promise<Matrix> {
  matrix ??= load(link, (answer) => answer.text()).then((text) => read(new DOMParser().parseFromString(text, "text/html")));
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

// dutch writes a whole number of the last decimal: 12345 with one is 1.234,5.
function dutch(n: number, decimals: number): string {
  const digits = String(n).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ".");
  return decimals > 0 ? `${whole},${digits.slice(-decimals)}` : whole;
}

// minus writes the difference of two printed figures; "" where one lacks.
function minus(a: string | undefined, b: string | undefined): string {
  const x = printed(a);
  const y = printed(b);
  if (!x || !y || x.decimals !== y.decimals) return "";
  const d = x.n - y.n;
  const text = dutch(Math.abs(d), x.decimals);
  return (d > 0 ? "+" : d < 0 ? "−" : "") + text;
}

type Found = { row: HTMLTableRowElement; cell: HTMLTableCellElement };

// Matrix is the page of all groups, read once: what signs mean, and the cell of
// every group and indicator.
interface Matrix { page: Document; gaps: Map<string, string>; cells: Map<string, Map<string, Found>> }

function read(page: Document): Matrix {
  const gaps = new Map([...page.querySelectorAll<HTMLElement>("dl.tekens > div[id]")].map((d) => {
    const [sign, ...word] = (d.querySelector("dt")?.textContent ?? "").split(" ");
    return [sign ?? "", `${d.id} ${word.join(" ")}`];
  }));
  const cells = new Map<string, Map<string, Found>>();
  for (const table of page.querySelectorAll<HTMLTableElement>("table.matrix")) {
    (table.dataset["groepen"] ?? "").split(" ").filter(Boolean).forEach((key, at) => {
      const own = cells.get(key) ?? new Map<string, Found>();
      cells.set(key, own);
      for (const row of table.querySelectorAll<HTMLTableRowElement>("tr[data-i]")) {
        const cell = row.cells[4 + at];
        if (cell) own.set(row.dataset["i"] ?? "", { row, cell });
      }
    });
  }
  return { page, gaps, cells };
}

// fill shows a group's figure in a row of the page: number and margin, word and
// differences. The years are those of everybody: the style sheet hides them.
function fill(row: HTMLTableRowElement, from: Found, gaps: Map<string, string>): void {
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
      const all = await loadMatrix(link.href);
      if (mine !== turn) return;
      const own = all.cells.get(key);
      explain(all.page);
      rows.forEach(({ row }) => {
        const from = own?.get(row.id.slice(2));
        if (from) fill(row, from, all.gaps);
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
