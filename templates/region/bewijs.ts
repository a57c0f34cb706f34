// Where a number comes from: every figure in the tables becomes a button that
// opens its proof. The proof is worked out from two files: the shard with the
// figures of the municipality, and the list of tables, references and spreads.

import { valueAt } from "../compare/cijfers";
import { json } from "../layout/laad";

type Range = [] | [value: number, low: number, high: number];
interface Cell { tabel: number; groep: number; teller: string[]; noemer?: string[] }
interface Indicator { sleutel: string; formule?: string; basis?: string; toeval: boolean; eigenmarge: boolean; cellen: Cell[]; land: Range[]; spreiding: (number | null)[] }
interface Table { id: string; titel: string; bron: string; gewijzigd?: string; opgehaald?: string; gebieden: string; groepen?: string; tijd?: string; indeling: number; perioden: number[] }
interface Sources { land: string; tabellen: Table[]; groepen: { indeling: number; codes: string[] }[]; indicatoren: Indicator[] }
interface Group { groep: number; waarden: (number | string)[][]; marges: (number | null)[][]; klassen: number[] }
interface Shard { perioden: string[]; groepen: string[]; getoond: number[][]; indicatoren: { sleutel: string; titel: string; eenheid: string; decimalen: number }[]; gebieden: { code: string; delen?: string[]; groepen: Group[] }[] }
type Fact = [label: string, text: string];

const classes = new Map([[-2, "veel lager"], [-1, "lager"], [0, "rond gemiddeld"], [1, "hoger"], [2, "veel hoger"]]);

function print(value: number, decimals: number): string {
  return value.toLocaleString("nl-NL", { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).replace("-", "−");
}

// day writes a date in words: 15 maart 2023.
function day(date: string): string {
  const d = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(d.getTime()) ? date : d.toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

// cells says which cells of which tables hold the figure.
function cells(s: Sources, i: Indicator, codes: string[], period: number, periodCode: string, group: number): Fact[] {
  const facts: Fact[] = [];
  for (const c of i.cellen) {
    const t = s.tabellen[c.tabel];
    const own = s.groepen[c.groep < 0 ? group : 0];
    const holds = group === 0 || c.groep === group || (c.groep < 0 && t?.groepen !== undefined && (t.indeling < 0 || t.indeling === own?.indeling));
    if (!t || !own || !t.perioden.includes(period) || !holds || (c.groep >= 0 && c.groep !== group)) continue;
    facts.push(["Bron", `${t.bron}, tabel ${t.id}: ${t.titel}${t.gewijzigd ? `. Laatst gewijzigd op ${day(t.gewijzigd)}` : ""}${t.opgehaald ? `. Opgehaald op ${day(t.opgehaald)}` : ""}.`]);
    const at = [`${t.gebieden} = ${codes.join(" + ")}`];
    if (t.groepen) at.push(`${t.groepen} = ${own.codes.join(" + ")}`);
    if (t.tijd) at.push(`${t.tijd} = ${periodCode}`);
    facts.push(["Rij in de tabel", at.join(", ")]);
    if (codes.length > 1) facts.push(["Opgeteld", "Dit is een eigen gebied: aantallen zijn opgeteld, percentages zijn daaruit berekend."]);
    facts.push([c.noemer ? "Kolommen" : "Kolom", c.teller.join(" + ") + (c.noemer ? `, gedeeld door ${c.noemer.join(" + ")}` : "")]);
  }
  return facts;
}

// margin says where the true figure can lie, and by which rule.
function margin(i: Indicator, low: number | null | undefined, high: number | null | undefined, decimals: number): Fact {
  const from = low == null ? "onbekend" : print(low / 10 ** (decimals + 1), decimals + 1);
  const to = high == null ? "onbegrensd" : print(high / 10 ** (decimals + 1), decimals + 1);
  if (from === to) return ["Marge", "Geen: het cijfer is niet afgerond."];
  let why = "De bron rondt het cijfer af.";
  if (i.toeval) why = "We rekenen met de afronding van de bron en met toeval: een aandeel van weinig mensen schommelt (95%-interval).";
  if (i.eigenmarge) why = i.cellen.length > 0 ? "Deze marge geeft de bron zelf." : "Deze marge volgt uit de marges van de delen.";
  return ["Marge", `Het echte cijfer ligt waarschijnlijk tussen ${from} en ${to}. ${why}`];
}

// figureAt returns the figure of a period.
function figureAt(row: (number | string)[], period: number): number | undefined {
  const figure = period < 0 ? undefined : valueAt(row, period);
  return typeof figure === "number" ? figure : undefined;
}

function comparison(s: Sources, i: Indicator, g: Group, at: number, period: number, decimals: number, value: number, difference: string): Fact[] {
  const [reference, low, high] = i.land[period] ?? [];
  const spread = i.spreiding[period];
  const word = classes.get(g.klassen[at] ?? 9);
  if (reference === undefined || low === undefined || high === undefined || !spread || !word) return [["Vergelijking", "Dit cijfer vergelijken we niet."]];
  const [from, to] = g.marges[at] ?? [];
  const bound = (v: number | null | undefined, ref: number): string => v == null ? "onbegrensd" : print((v / 10 ** (decimals + 1) - ref) / spread, 2);
  return [
    ["Vergelijking", `${s.land}: ${print(reference, decimals)}. ${difference ? `Verschil: ${difference}. ` : ""}Spreiding: ${print(spread, decimals + 1)}.`],
    ["Afwijking", `Verschil gedeeld door spreiding: ${print((value - reference) / spread, 2)}. Met de marges: van ${bound(from, high)} tot ${bound(to, low)}.`],
    ["Woord", `${word}. Van de woorden die binnen de marges mogelijk zijn, is dit het woord dat het dichtst bij gemiddeld ligt.`],
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
  link.textContent = "Over dit onderwerp";
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "Sluiten";
  close.addEventListener("click", () => d.close());
  const foot = document.createElement("p");
  foot.className = "verder";
  foot.append(link, close);
  d.replaceChildren(heading, list, foot);
  if (!d.open) d.showModal();
}

async function prove(section: HTMLElement, row: HTMLTableRowElement): Promise<{ title: string; facts: Fact[] }> {
  const theme = row.closest<HTMLElement>("section.thema")?.id.replace(/^.*?thema-/, "") ?? "";
  const key = keyOf(row);
  const [shard, sources] = await Promise.all([json<Shard>(`${section.dataset["cijfers"]}${theme}${section.dataset["deel"] ?? ""}.json`), json<Sources>(section.dataset["bronnen"] ?? "")]);
  const at = shard.indicatoren.findIndex((x) => x.sleutel === key);
  const i = sources.indicatoren.find((x) => x.sleutel === key);
  const about = shard.indicatoren[at];
  // The choice of a group is about the region of the page, not about a buurt on it.
  const chosen = section.closest(".buurt") ? null : document.querySelector<HTMLInputElement>("input[name=groep]:checked");
  const wanted = chosen?.value ?? "totaal";
  const group = wanted === "totaal" ? 0 : shard.groepen.indexOf(wanted);
  const code = section.dataset["code"] ?? "";
  const region = shard.gebieden.find((x) => x.code === code);
  const g = region?.groepen.find((x) => x.groep === group);
  const period = shard.getoond[group]?.[at] ?? -1;
  const value = figureAt(g?.waarden[at] ?? [], period);
  if (!i || !about || !g || value === undefined) throw new Error("no figure");
  const [low, high] = g.marges[at] ?? [];
  const unit = about.eenheid === "%" ? "%" : ` ${about.eenheid}`;
  const who = chosen?.nextElementSibling?.textContent ?? "Totale bevolking";
  const facts: Fact[] = [["Cijfer", `${print(value / 10 ** about.decimalen, about.decimalen)}${unit}`], ["Over wie", who], ...cells(sources, i, region?.delen ?? [code], period, shard.perioden[period] ?? "", group)];
  if (i.formule) facts.push(["Berekening", i.formule]);
  facts.push(margin(i, low, high, about.decimalen), ...comparison(sources, i, g, at, period, about.decimalen, value / 10 ** about.decimalen, row.cells[3]?.textContent?.trim() ?? ""));
  return { title: about.titel, facts };
}

// keyOf is the indicator of a row; before it stands the buurt, on the page of a wijk.
const keyOf = (row: HTMLElement): string => row.id.replace(/^(bu\w{8}-)?i-/, "");

export function startProofs(): void {
  if (typeof HTMLDialogElement === "undefined") return;
  document.querySelectorAll<HTMLElement>(".cijfers[data-bronnen]").forEach(startProof);
}

function startProof(section: HTMLElement): void {
  let window: HTMLDialogElement | undefined;
  const open = async (row: HTMLTableRowElement): Promise<void> => {
    window ??= dialog();
    const more = row.querySelector<HTMLAnchorElement>("th a")?.href ?? "";
    try {
      const { title, facts } = await prove(section, row);
      show(window, title, facts, more);
    } catch {
      show(window, "Waar komt dit getal vandaan?", [["Bron", "De herkomst kon niet worden geladen. De bron staat onder elke tabel en op de pagina van het onderwerp."]], more);
    }
  };
  const figures = 'tr:is([id^="i-"], [id^="bu"]) > td:nth-child(2):not(.gat)';
  const wrap = (cell: HTMLElement): void => {
    if (cell.querySelector("button") || !cell.textContent?.trim()) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "bewijs";
    // The margin stays outside: a button around two lines would move the row.
    const printed = [...cell.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE);
    button.append(...printed);
    const what = document.createElement("span");
    what.className = "verborgen";
    what.textContent = ": waar komt dit getal vandaan?";
    button.append(what);
    cell.prepend(button, " "); // or the year behind it would look like decimals
  };
  section.querySelectorAll<HTMLElement>(figures).forEach(wrap);
  // The group switch puts other cells in the rows; the buttons follow.
  const follow = new MutationObserver((changes) => changes.forEach((c) => c.addedNodes.forEach((cell) => {
    if (cell instanceof HTMLTableCellElement && cell.matches(figures)) wrap(cell);
  })));
  section.querySelectorAll('tr:is([id^="i-"], [id^="bu"])').forEach((row) => { follow.observe(row, { childList: true }); });
  section.addEventListener("click", (e) => {
    const row = (e.target as Element).closest<HTMLElement>("button.bewijs")?.closest<HTMLTableRowElement>("tr");
    if (row) void open(row);
  });
}
