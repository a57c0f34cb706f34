// The group switch: the radios change the wheel by themselves; this changes
// the tables too, with figures that stand ready on the page of all groups,
// turns the wheel of the page into that of the group, so that its slices lead
// to their rows, and keeps the choice in the address.

import { inTurn, pause } from "../layout/beurt";
import { load } from "../layout/laad";
import { startWheel, type Recolour, type Slice } from "./taart";
import { decimal, groups, printed, say, wordOf } from "../layout/taal";

const parameter = "groep";
let matrix: Promise<Matrix> | undefined;

function loadMatrix(link: string): Promise<Matrix> {
  matrix ??= load(link, (answer) => answer.text()).then(parse).then(async (page) => {
    const all = read(page);
    await pause();
    return all;
  });
  matrix.catch(() => { matrix = undefined; });
  return matrix;
}

// A Row of the page, with its cells of the whole population: figure, word and
// differences.
interface Row { row: HTMLTableRowElement; key: string; own: HTMLTableCellElement[] }

// parse reads a page bit by bit: all at once it would hold up the page that
// waits for it.
async function parse(text: string): Promise<Document> {
  const page = document.implementation.createHTMLDocument("");
  page.open();
  await inTurn(text.match(/[^]{1,8000}/g) ?? [], (part) => { page.write(part); });
  page.close();
  await pause(); // what it says is looked up in a task of its own
  return page;
}

const first = 1;
const last = 4;

const figure = new RegExp(`^(−?)([\\d${groups}]+)(?:[${decimal}](\\d+))?`);

// readFigure reads a figure as it is printed: a whole number of its last decimal.
function readFigure(text: string | undefined): { n: number; decimals: number } | undefined {
  const m = figure.exec(text?.trim() ?? "");
  if (!m) return undefined;
  const n = Number((m[2] ?? "").replaceAll(groups, "") + (m[3] ?? ""));
  return { n: m[1] ? -n : n, decimals: (m[3] ?? "").length };
}

// minus writes the difference of two printed figures; "" where one lacks.
function minus(a: string | undefined, b: string | undefined): string {
  const x = readFigure(a);
  const y = readFigure(b);
  if (!x || !y || x.decimals !== y.decimals) return "";
  const d = x.n - y.n;
  const text = printed(Math.abs(d), x.decimals);
  return (d > 0 ? "+" : d < 0 ? "−" : "") + text;
}

interface Found { row: HTMLTableRowElement; cell: HTMLTableCellElement }

// A Group is what the page of all groups says of one.
interface Group { cells: Map<string, Found>; scores: Map<string, string> }

// Matrix is the page of all groups, read once: what signs mean, the cell of
// every group and indicator, and the theme scores of every group.
interface Matrix { page: Document; gaps: Map<string, Gap>; groups: Map<string, Group> }
interface Gap { id: string; words: string }

function read(page: Document): Matrix {
  const gaps = new Map([...page.querySelectorAll<HTMLElement>("dl.tekens > div[id]")].map((d) => {
    const [sign, ...word] = (d.querySelector("dt")?.textContent ?? "").split(" ");
    return [sign ?? "", { id: d.id, words: word.join(" ") }];
  }));
  const groups = new Map<string, Group>();
  for (const table of page.querySelectorAll<HTMLTableElement>("table.matrix")) {
    const theme = table.dataset["thema"] ?? "";
    const scores = (table.dataset["scores"] ?? "").split(" ");
    const rows = [...table.querySelectorAll<HTMLTableRowElement>("tr[data-i]")];
    (table.dataset["groepen"] ?? "").split(" ").filter(Boolean).forEach((key, at) => {
      const own = groups.get(key) ?? { cells: new Map<string, Found>(), scores: new Map<string, string>() };
      groups.set(key, own);
      own.scores.set(theme, scores[at] ?? "gap");
      for (const row of rows) {
        const cell = row.cells[4 + at];
        if (cell) own.cells.set(row.dataset["i"] ?? "", { row, cell });
      }
    });
  }
  return { page, gaps, groups };
}

// textOf is a figure with its sign, or the sign of a gap.
const textOf = (found: Found): string => found.cell.firstChild?.textContent?.trim() ?? "";
const signOf = (text: string): string | undefined => /[↓≈↑]+/.exec(text)?.[0];

// yearOf is the year of a group's figure: its own, that of its row, or that of
// most rows of its table.
const yearOf = (from: Found): string =>
  (from.cell.querySelector("i") ?? from.row.cells[0]?.querySelector("i"))?.textContent ?? from.row.closest("table")?.dataset["jaar"] ?? "";

// above is the year that stands above the figures of a row of the page.
const above = (row: HTMLTableRowElement): string => /\d.*$/.exec(row.closest("table")?.tHead?.rows[0]?.cells[first]?.textContent ?? "")?.[0] ?? "";

// cellsOf makes the cells of a group: number and margin, word and differences.
// The line of the years is that of everybody: the style sheet hides it.
function cellsOf(row: HTMLTableRowElement, from: Found, gaps: Map<string, Gap>): HTMLTableCellElement[] {
  const [figure, klasse, land, town] = [0, 1, 2, 3].map(() => document.createElement("td")) as [HTMLTableCellElement, HTMLTableCellElement, HTMLTableCellElement, HTMLTableCellElement];
  // A number stands above its margin; a gap is a sign alone.
  const text = textOf(from);
  const gap = gaps.get(text);
  if (gap) {
    const link = document.createElement("a");
    link.href = `#${gap.id}`;
    link.textContent = `${text} ${gap.words}`;
    figure.className = "gat";
    figure.append(link);
    return [figure, klasse, land, town];
  }
  const margin = document.createElement("small");
  margin.textContent = from.cell.lastChild?.textContent?.trim() ?? "";
  figure.append(text.replace(/ [↓≈↑]+/, ""));
  const year = yearOf(from);
  if (year !== above(row)) {
    const i = document.createElement("i");
    i.textContent = year;
    figure.append(" ", i);
  }
  if (margin.textContent) figure.append(margin);
  const sign = signOf(text);
  if (sign) klasse.className = from.cell.className;
  klasse.textContent = wordOf(sign ?? "");
  land.textContent = minus(text, from.row.cells[1]?.textContent ?? "");
  town.textContent = minus(text, from.row.cells[2]?.textContent ?? "");
  return [figure, klasse, land, town];
}

const lengths = new Map([["↓↓", 1], ["↓", 2], ["≈", 3], ["↑", 4], ["↑↑", 5]]);

function sliceOf(from: Found, gaps: Map<string, Gap>): Slice {
  const text = textOf(from);
  const sign = signOf(text) ?? "";
  const gap = gaps.get(text);
  return {
    length: lengths.get(sign) ?? 0,
    tone: lengths.has(sign) ? from.cell.className : "gap",
    words: gap ? gap.words : `${text.replace(/ [↓≈↑]+/, "")}, ${wordOf(sign) || say`niet vergeleken`}`,
  };
}

// show sets the cells of a group, or those of everybody, in a row.
function show({ row, own }: Row, cells: HTMLTableCellElement[] = own): void {
  cells.forEach((cell, k) => {
    const there = row.cells[first + k];
    if (there && there !== cell) there.replaceWith(cell);
  });
}

const scoreWords = new Map([["f2", say`veel gunstiger dan gemiddeld`], ["f1", say`gunstiger dan gemiddeld`], ["z", say`rond gemiddeld`], ["u1", say`ongunstiger dan gemiddeld`], ["u2", say`veel ongunstiger dan gemiddeld`]]);

// A Score is the heading of a theme, with the words of everybody's score, and
// what is said above its folded table.
interface Score { theme: string; heading: HTMLElement; own: string; fold: ChildNode | null; folded: string }

function scoresOf(): Score[] {
  return [...document.querySelectorAll<HTMLElement>('.cijfers section.thema[id^="thema-"]')].flatMap((section) => {
    const heading = section.querySelector("h3");
    const fold = section.querySelector("summary")?.lastChild ?? null;
    return heading ? [{ theme: section.id.slice("thema-".length), heading, own: heading.querySelector("small")?.textContent ?? "", fold, folded: fold?.textContent ?? "" }] : [];
  });
}

// foldedOf says what the folded table of a group holds, as the page does of
// everybody: Tabel van 6 onderwerpen: 5 hoger, 1 zonder cijfer.
function foldedOf({ heading, folded }: Score): string {
  const rows = [...heading.parentElement?.querySelectorAll<HTMLTableRowElement>("tbody tr") ?? []];
  const count = (word: string, is: (row: HTMLTableRowElement) => boolean | undefined): string[] => (n => n > 0 ? [`${n} ${word}`] : [])(rows.filter(is).length);
  const classed = (word: string): string[] => count(word, (row) => row.cells[first + 1]?.textContent?.endsWith(word));
  const said = [...classed(say`hoger`), ...classed(say`lager`)];
  if (said.length === 0 && classed(say`rond gemiddeld`).length > 0) said.push(say`niets hoger of lager`);
  said.push(...count(say`zonder cijfer`, (row) => row.cells[first]?.matches(".gat")));
  return [folded.split(": ")[0], said.join(", ")].filter(Boolean).join(": ");
}

function sayFolded(score: Score, words: string): void {
  if (score.fold && score.fold.textContent !== words) score.fold.textContent = words;
}

function sayScore({ heading, own }: Score, words: string = own): void {
  heading.querySelector("small")?.remove();
  if (!words) return;
  const small = document.createElement("small");
  small.textContent = words;
  heading.append(small);
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

// carry takes the choice along to pages of other regions, at the moment that
// one goes there.
function carry(event: Event): void {
  const a = (event.target as Element).closest<HTMLAnchorElement>(".gebieden a, .kruimels a");
  if (!a) return;
  const key = new URLSearchParams(location.search).get(parameter);
  const to = new URL(a.href);
  if (key === null) to.searchParams.delete(parameter);
  else to.searchParams.set(parameter, key);
  a.href = to.href;
}

function keep(key: string): void {
  const url = new URL(location.href);
  if (key === "totaal") url.searchParams.delete(parameter);
  else url.searchParams.set(parameter, key);
  history.replaceState(null, "", url);
}

// A Choice is a group that can be chosen, with what is said of it.
interface Choice { radio: HTMLInputElement; key: string; name: string; who: string; heading: string; drawn: boolean }

function choiceOf(radio: HTMLInputElement): Choice {
  const figure = radio.parentElement?.querySelector("figure");
  const image = figure?.querySelector("img");
  const name = radio.nextElementSibling?.textContent ?? radio.value;
  return {
    radio, name, key: radio.value, who: radio.dataset["wie"] ?? name, drawn: !!image,
    heading: figure?.querySelector<HTMLElement>("[data-kop]")?.dataset["kop"] ?? image?.alt ?? "",
  };
}

// Parts are what changes with a choice; most readers make none, so they are
// looked up at the first.
interface Parts { recolour: Recolour | undefined; rows: Row[]; scores: Score[] }

function partsOf(): Parts {
  const wheel = document.querySelector<SVGSVGElement>(".keuze svg.wiel");
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('.cijfers tr[id^="i-"]')];
  return {
    recolour: wheel ? startWheel(wheel) : undefined, scores: scoresOf(),
    rows: rows.map((row) => ({ row, key: row.id.slice(2), own: [...row.cells].slice(first, last + 1) })),
  };
}

export function startGroups(): void {
  const box = document.querySelector<HTMLElement>(".keuze");
  const choices = [...document.querySelectorAll<HTMLInputElement>("input[name=groep]")].map(choiceOf);
  const link = document.querySelector<HTMLAnchorElement>(".taartvak .verder a[href$='groepen/'], .taartvak .verder a[href$='groepen/index.html']");
  if (!box || choices.length === 0 || !link) return;
  const kop = document.getElementById("taart-kop");
  const message = document.getElementById("groep-melding");
  const figures = document.querySelector<HTMLElement>(".cijfers");
  let parts: Parts | undefined;
  let turn = 0;

  // Until the figures are there the wheel stays what it was, and pale: its
  // middle says whose it is.
  const drawing = (state: "own" | "waiting" | "group"): void => {
    box.classList.toggle("kleurt", state !== "own");
    box.classList.toggle("wacht", state === "waiting");
  };
  const everybody = ({ recolour, rows, scores }: Parts): void => {
    drawing("own");
    recolour?.();
    rows.forEach((row) => { show(row); });
    scores.forEach((score) => { sayScore(score); sayFolded(score, score.folded); });
    if (message) message.textContent = say`De tabellen tonen de totale bevolking.`;
  };
  const group = (c: Choice, all: Matrix, { recolour, rows, scores }: Parts): void => {
    const own = all.groups.get(c.key);
    if (recolour && c.drawn && own) turnWheel(recolour, c, own, all.gaps);
    drawing(recolour && c.drawn && own ? "group" : "own");
    if (!message) return;
    explain(all.page);
    for (const row of rows) {
      const from = own?.cells.get(row.key);
      if (from) show(row, cellsOf(row.row, from, all.gaps));
    }
    for (const score of scores) {
      sayScore(score, scoreWords.get(own?.scores.get(score.theme) ?? "") ?? "");
      sayFolded(score, foldedOf(score));
    }
    message.textContent = say`De tabellen tonen de groep: ${c.name}. Het verloop van groepen staat bij elk thema.`;
  };
  const change = async (c: Choice, opening: boolean): Promise<void> => {
    const mine = ++turn;
    if (opening && c.key === "totaal") return; // the page is of everybody
    keep(c.key);
    parts ??= partsOf();
    if (c.heading && kop) kop.textContent = c.heading;
    figures?.classList.toggle("van-groep", c.key !== "totaal");
    if (c.key === "totaal") {
      everybody(parts);
      return;
    }
    if (parts.recolour && c.drawn) drawing("waiting");
    try {
      const all = await loadMatrix(link.href);
      if (mine === turn) group(c, all, parts);
    } catch {
      if (mine !== turn) return;
      drawing("own"); // each group has a drawing
      if (message) message.textContent = say`De cijfers van deze groep konden niet worden geladen. Ze staan op de pagina met alle groepen naast elkaar.`;
    }
  };

  choices.forEach((c) => { c.radio.addEventListener("change", () => void change(c, false)); });
  // Who comes near will choose.
  for (const near of ["pointerenter", "focusin"]) box.addEventListener(near, () => { loadMatrix(link.href).catch(() => undefined); }, { once: true });
  for (const going of ["pointerdown", "focusin", "click"]) document.addEventListener(going, carry, true);
  const wanted = new URLSearchParams(location.search).get(parameter);
  const start = choices.find((c) => c.key === wanted) ?? choices.find((c) => c.radio.checked);
  if (start) {
    start.radio.checked = true;
    void change(start, true);
  }
}

function turnWheel(recolour: Recolour, c: Choice, own: Group, gaps: Map<string, Gap>): void {
  recolour({
    who: c.who, says: `${c.heading}.`,
    slice: (key) => { const from = own.cells.get(key); return from && sliceOf(from, gaps); },
    score: (theme) => own.scores.get(theme),
  });
}
