// Where a number comes from: every figure in the tables becomes a button that
// opens its proof. The proof is worked out from two files: the shard with the
// figures of the municipality, and the list of tables, references and spreads.

import { valueAt } from "../compare/cijfers";
import { json } from "../layout/laad";
import { inTurn } from "../layout/beurt";
import { isDutch, locale, say, wordOf } from "../layout/taal";

type Range = [] | [value: number, low: number, high: number];
interface Cell { tabel: number; groep: number; teller: string[]; noemer?: string[] }
interface Indicator { sleutel: string; formule?: string; basis?: string; toeval: boolean; eigenmarge: boolean; cellen: Cell[]; land: Range[]; spreiding: (number | null)[] }
interface Table { id: string; titel: string; bron: string; gewijzigd?: string; opgehaald?: string; gebieden: string; groepen?: string; tijd?: string; indeling: number; perioden: number[] }
interface Sources { land: string; tabellen: Table[]; groepen: { indeling: number; codes: string[] }[]; indicatoren: Indicator[] }
interface Group { groep: number; waarden: (number | string)[][]; marges: (number | null)[][]; klassen: number[] }
interface Shard { perioden: string[]; groepen: string[]; getoond: number[][]; indicatoren: { sleutel: string; titel: string; eenheid: string; decimalen: number }[]; gebieden: { code: string; delen?: string[]; groepen: Group[] }[] }
type Fact = [label: string, text: string];

const classes = new Map([[-2, "↓↓"], [-1, "↓"], [0, "≈"], [1, "↑"], [2, "↑↑"]]);

function print(value: number, decimals: number): string {
  return value.toLocaleString(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).replace("-", "−");
}

// day writes a date in words: 15 maart 2023.
function day(date: string): string {
  const d = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(d.getTime()) ? date : d.toLocaleDateString(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

// cells says which cells of which tables hold the figure.
function cells(s: Sources, i: Indicator, codes: string[], period: number, periodCode: string, group: number): Fact[] {
  const facts: Fact[] = [];
  for (const c of i.cellen) {
    const t = s.tabellen[c.tabel];
    const own = s.groepen[c.groep < 0 ? group : 0];
    const holds = group === 0 || c.groep === group || (c.groep < 0 && t?.groepen !== undefined && (t.indeling < 0 || t.indeling === own?.indeling));
    if (!t || !own || !t.perioden.includes(period) || !holds || (c.groep >= 0 && c.groep !== group)) continue;
    facts.push([say`Bron`, say`${t.bron}, tabel ${t.id}: ${t.titel}` + (t.gewijzigd ? say`. Laatst gewijzigd op ${day(t.gewijzigd)}` : "") + (t.opgehaald ? say`. Opgehaald op ${day(t.opgehaald)}` : "") + "."]);
    const at = [`${t.gebieden} = ${codes.join(" + ")}`];
    if (t.groepen) at.push(`${t.groepen} = ${own.codes.join(" + ")}`);
    if (t.tijd) at.push(`${t.tijd} = ${periodCode}`);
    facts.push([say`Rij in de tabel`, at.join(", ")]);
    if (codes.length > 1) facts.push([say`Opgeteld`, say`Dit is een eigen gebied: aantallen zijn opgeteld, percentages zijn daaruit berekend.`]);
    facts.push([c.noemer ? say`Kolommen` : say`Kolom`, c.teller.join(" + ") + (c.noemer ? `, gedeeld door ${c.noemer.join(" + ")}` : "")]);
  }
  return facts;
}

// margin says where the true figure can lie, and by which rule.
function margin(i: Indicator, low: number | null | undefined, high: number | null | undefined, decimals: number): Fact {
  const from = low == null ? say`onbekend` : print(low / 10 ** (decimals + 1), decimals + 1);
  const to = high == null ? say`onbegrensd` : print(high / 10 ** (decimals + 1), decimals + 1);
  if (from === to) return [say`Marge`, say`Geen: het cijfer is niet afgerond.`];
  let why = say`De bron rondt het cijfer af.`;
  if (i.toeval) why = say`We rekenen met de afronding van de bron en met toeval: een aandeel van weinig mensen schommelt (95%-interval).`;
  if (i.eigenmarge) why = i.cellen.length > 0 ? say`Deze marge geeft de bron zelf.` : say`Deze marge volgt uit de marges van de delen.`;
  return [say`Marge`, say`Het echte cijfer ligt waarschijnlijk tussen ${from} en ${to}. ${why}`];
}

// figureAt returns the figure of a period.
function figureAt(row: (number | string)[], period: number): number | undefined {
  const figure = period < 0 ? undefined : valueAt(row, period);
  return typeof figure === "number" ? figure : undefined;
}

function comparison(country: string, i: Indicator, g: Group, at: number, period: number, decimals: number, value: number, difference: string): Fact[] {
  const [reference, low, high] = i.land[period] ?? [];
  const spread = i.spreiding[period];
  const word = wordOf(classes.get(g.klassen[at] ?? 9) ?? "");
  if (reference === undefined || low === undefined || high === undefined || !spread || !word) return [[say`Vergelijking`, say`Dit cijfer vergelijken we niet.`]];
  const [from, to] = g.marges[at] ?? [];
  const bound = (v: number | null | undefined, ref: number): string => v == null ? say`onbegrensd` : print((v / 10 ** (decimals + 1) - ref) / spread, 2);
  return [
    [say`Vergelijking`, `${country}: ${print(reference, decimals)}. ` + (difference ? say`Verschil: ${difference}. ` : "") + say`Spreiding: ${print(spread, decimals + 1)}.`],
    [say`Afwijking`, say`Verschil gedeeld door spreiding: ${print((value - reference) / spread, 2)}. Met de marges: van ${bound(from, high)} tot ${bound(to, low)}.`],
    [say`Woord`, say`${word}. Van de woorden die binnen de marges mogelijk zijn, is dit het woord dat het dichtst bij gemiddeld ligt.`],
  ];
}

function dialog(): HTMLDialogElement {
  const d = document.createElement("dialog");
  d.className = "bewijs-venster";
  d.setAttribute("aria-labelledby", "bewijs-kop");
  document.body.append(d);
  d.addEventListener("click", (e) => { if (e.target === d) d.close(); });
  return d;
}

function show(d: HTMLDialogElement, title: string, facts: Fact[], more: string): void {
  const heading = document.createElement("h2");
  heading.id = "bewijs-kop";
  heading.textContent = title;
  // The focus starts at the top, or a small window would open at its end.
  heading.tabIndex = -1;
  heading.autofocus = true;
  const list = document.createElement("dl");
  list.className = "feiten";
  for (const [label, text] of facts) {
    const row = document.createElement("div");
    const dt = document.createElement("dt");
    const dd = document.createElement("dd");
    dt.textContent = label;
    dd.textContent = text;
    row.append(dt, dd);
    list.append(row);
  }
  const link = document.createElement("a");
  link.href = more;
  link.textContent = say`Over dit onderwerp`;
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = say`Sluiten`;
  close.addEventListener("click", () => d.close());
  const foot = document.createElement("p");
  foot.className = "verder";
  foot.append(link, close);
  d.replaceChildren(heading, list, foot);
  if (!d.open) d.showModal();
}

// A Subject is the figure of which the origin is asked. Its head names the
// indicator, with its unit and a link to it.
interface Subject { theme: string; key: string; group: string; who: string; head: Element | null; difference: string }

const said = (e: Element | null | undefined): string => e?.textContent.trim() ?? "";

async function prove(section: HTMLElement, of: Subject): Promise<{ title: string; facts: Fact[] }> {
  const [shard, sources] = await Promise.all([json<Shard>(`${section.dataset["cijfers"]}${of.theme}${section.dataset["deel"] ?? ""}.json`), json<Sources>(section.dataset["bronnen"] ?? "")]);
  const at = shard.indicatoren.findIndex((x) => x.sleutel === of.key);
  const i = sources.indicatoren.find((x) => x.sleutel === of.key);
  const about = shard.indicatoren[at];
  const group = of.group === "totaal" ? 0 : shard.groepen.indexOf(of.group);
  const code = section.dataset["code"] ?? "";
  const region = shard.gebieden.find((x) => x.code === code);
  const g = region?.groepen.find((x) => x.groep === group);
  const period = shard.getoond[group]?.[at] ?? -1;
  const value = figureAt(g?.waarden[at] ?? [], period);
  if (!i || !about || !g || value === undefined) throw new Error("no figure");
  const [low, high] = g.marges[at] ?? [];
  const unit = about.eenheid === "%" ? "%" : ` ${isDutch ? about.eenheid : said(of.head?.querySelector("small"))}`;
  const facts: Fact[] = [[say`Cijfer`, `${print(value / 10 ** about.decimalen, about.decimalen)}${unit}`], [say`Over wie`, of.who], ...cells(sources, i, region?.delen ?? [code], period, shard.perioden[period] ?? "", group)];
  if (i.formule) facts.push([say`Berekening`, i.formule]);
  facts.push(margin(i, low, high, about.decimalen), ...comparison(section.dataset["land"] ?? sources.land, i, g, at, period, about.decimalen, value / 10 ** about.decimalen, of.difference));
  return { title: isDutch ? about.titel : said(of.head?.querySelector("a")), facts };
}

// ofRow is what a row of a region's tables is about.
function ofRow(section: HTMLElement, row: HTMLTableRowElement): Subject {
  // The choice of a group is about the region of the page, not about a buurt on it.
  const chosen = section.closest(".buurt") ? null : document.querySelector<HTMLInputElement>("input[name=groep]:checked");
  return {
    theme: row.closest("section.thema")?.id.replace(/^.*?thema-/, "") ?? "", key: keyOf(row), group: chosen?.value ?? "totaal",
    who: said(chosen?.nextElementSibling) || say`Totale bevolking`, head: row.querySelector("th"), difference: said(row.cells[3]),
  };
}

// ofBoard is what a row of a theme's table is about.
function ofBoard(section: HTMLElement, row: HTMLTableRowElement): Subject {
  const place = row.closest("section.thema"), part = said(row.closest("tbody")?.querySelector(".indeling"));
  return {
    theme: section.dataset["thema"] ?? "", key: place ? keyOf(place) : "", group: section.dataset["groepen"]?.split(" ")[[...place?.querySelectorAll(people) ?? []].indexOf(row)] ?? "",
    who: part + (part && ": ") + said(row.cells[0]), head: place?.querySelector("h2") ?? null, difference: "",
  };
}

// keyOf is the indicator of a row; before it stands the buurt, on the page of a wijk.
const keyOf = (row: Element): string => row.id.replace(/^(bu\w{8}-)?i-/, "");

export function startProofs(): void {
  if (typeof HTMLDialogElement === "undefined") return;
  document.querySelectorAll<HTMLElement>("[data-bronnen]").forEach((section) => {
    startProof(section, section.matches(".bord") ? ofBoard : ofRow);
    void inTurn([...section.querySelectorAll(".thema")], (table) => { table.querySelectorAll<HTMLElement>(figures).forEach(wrap); });
    // The group switch puts other cells in the rows; the buttons follow.
    new MutationObserver((changes) => changes.forEach((c) => c.addedNodes.forEach((cell) => {
      if (cell instanceof HTMLTableCellElement && cell.matches(figures)) wrap(cell);
    }))).observe(section, { childList: true, subtree: true });
  });
}

// The rows of a theme's table that are about people here, in the order of the
// groups; those of regions inside have a link to them.
const people = ".stippen tr:has(td):not(:has(th a))";
const figures = `:is(tr[id^="i-"], tr[id^="bu"], ${people}) > td:nth-child(2):not(.gat)`;

// wrap makes a button of the figure in a cell.
function wrap(cell: HTMLElement): void {
  if (cell.querySelector("button") || !said(cell)) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "bewijs";
  // The margin stays outside: a button around two lines would move the row.
  const printed = [...cell.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE);
  button.append(...printed);
  // A name and not a hidden text: that would be a box for each figure of a page.
  button.setAttribute("aria-label", said(button) + say`: waar komt dit getal vandaan?`);
  cell.prepend(button, " "); // or the year behind it would look like decimals
}

function startProof(section: HTMLElement, subject: (section: HTMLElement, row: HTMLTableRowElement) => Subject): void {
  let window: HTMLDialogElement | undefined;
  const open = async (row: HTMLTableRowElement): Promise<void> => {
    window ??= dialog();
    const of = subject(section, row);
    const more = of.head?.querySelector("a")?.href ?? "";
    try {
      const { title, facts } = await prove(section, of);
      show(window, title, facts, more);
    } catch {
      show(window, say`Waar komt dit getal vandaan?`, [[say`Bron`, say`De herkomst kon niet worden geladen. De bron staat onder de tabellen.`]], more);
    }
  };
  section.addEventListener("click", (e) => {
    const row = (e.target as Element).closest<HTMLElement>("button.bewijs")?.closest<HTMLTableRowElement>("tr");
    if (row) void open(row);
  });
}
