// The page that compares: the form, the address and what they ask for.
import { startLoading } from "../layout/laad";
import { startDisk } from "../layout/schijf";
import { startSearch } from "../layout/zoek";
import { against, type Cell, lowerFirst, type Region, regionOf, type Series, seriesOf, type Source } from "./cijfers";
import { dots, legend, lines, mostRows } from "./grafiek";
import { type Choice, most, type Options, read, write } from "./keuze";
import { csv, element, explain, type Gap, type Row, type Signs, type Table, tableOf } from "./tabel";
import { save } from "../parts/bestand";
import { copy, escaped } from "../parts/tekst";
import { type Preset, presetsOf } from "./voorstel";
import { isDutch, say } from "../layout/taal";

const all = <T extends Element>(selector: string): T[] => [...document.querySelectorAll<T>(selector)];
const byId = (id: string): HTMLElement => document.getElementById(id) ?? element("div");

function startCompare(page: HTMLElement): void {
  const topics = all<HTMLInputElement>("#vergelijk-vorm input[name=i]");
  const groups = all<HTMLInputElement>("#vergelijk-vorm input[name=g]");
  const until = byId("vergelijk-jaar") as HTMLSelectElement, since = byId("vergelijk-vanaf") as HTMLSelectElement;
  const years = [...until.options].filter((o) => o.value !== "");
  const options: Options = { indicators: topics.map((t) => t.value), groups: groups.map((g) => g.value), years: years.map((o) => o.value).reverse(), areas: (page.dataset["gebieden"] ?? "").split(" ").filter(Boolean) };
  const signs: Signs = { years: years.map((o) => o.text).reverse(), gaps: new Map(all<HTMLElement>("#vergelijk-tekens [data-letter]").map((d): [string, Gap] =>
    [d.dataset["letter"] ?? "", { sign: d.dataset["teken"] ?? "", word: d.dataset["woord"] ?? "", text: d.textContent.trim() }])) };
  const parts = (page.dataset["delen"] ?? "").split(" ");
  const source: Source = { root: page.dataset["root"] ?? "", country: page.dataset["land"] ?? "", parts: new Map(parts.flatMap((town, k) => k % 2 === 0 && town ? [[town, Number(parts[k + 1])] as const] : [])) };
  const start = topics.filter((t) => t.dataset["begin"] !== undefined).map((t) => t.value);
  let { choice, faults } = read(location.search, options);
  let turn = 0, shown: Table[] = [], width = 0;
  const within = page.dataset["los"] !== undefined; // in a page of another site

  const themeOf = (key: string): string => topics.find((t) => t.value === key)?.dataset["thema"] ?? "";
  const used = (): Choice => ({ ...choice, indicators: choice.indicators.length ? choice.indicators : start, groups: choice.groups.length ? choice.groups : options.groups.slice(0, 1) });

  // inWords calls an indicator what the form does: figures are the same in all
  // languages, and their titles are Dutch.
  const inWords = (s: Series): Series => {
    const label = topics.find((t) => t.value === s.about.sleutel)?.nextElementSibling;
    if (isDutch || !label) return s;
    const unit = s.about.eenheid === "%" ? "%" : label.querySelector("small")?.textContent ?? "";
    return { ...s, about: { ...s.about, titel: label.firstChild?.textContent?.trim() ?? "", eenheid: unit } };
  };

  // table works out the figures of one or more indicators, in the years asked for.
  const rowsOf = async (c: Choice, regions: Region[], indicators: string[], periods: (s: Series) => number[]): Promise<{ rows: Row[]; series: Series[] }> => {
    const rows: Row[] = [];
    let series: Series[] = [];
    for (const region of regions) {
      for (const group of c.groups) {
        series = await Promise.all(indicators.map(async (i) => inWords(await seriesOf(source, region.key, group, themeOf(i), i))));
        const label = groups.find((g) => g.value === group)?.dataset["naam"] ?? group;
        rows.push({ region, group, label, cells: series.flatMap((s) => periods(s).map(s.of)) });
      }
    }
    return { rows, series };
  };
  // flags says of every figure whether it surely differs: from the first region,
  // or of one region from its first group. Counts are not compared.
  const flag = (rows: Row[], counted: (column: number) => boolean): string => {
    const first = rows[0];
    const lone = rows.every((r) => r.region === first?.region);
    if (!first || rows.length < 2) return "";
    for (const r of rows) {
      const base = lone ? first : rows.find((x) => x.group === r.group && x.region === first.region);
      if (!base || base === r) continue;
      r.cells.forEach((cell: Cell, k) => {
        const other = base.cells[k];
        const text = other && !counted(k) ? against(cell, other, lone ? lowerFirst(first.label) : first.region.name) : "";
        if (text) cell.flag = text;
      });
    }
    if (!rows.some((r) => r.cells.some((x) => x.flag))) return "";
    return say`Vergeleken met ${lone ? lowerFirst(first.label) : first.region.name}`;
  };
  const isCount = (key: string): boolean => topics.find((t) => t.value === key)?.dataset["aantal"] !== undefined;
  const sourceOf = (key: string): string => topics.find((t) => t.value === key)?.dataset["bron"] ?? "";

  const tables = async (c: Choice, regions: Region[]): Promise<Table[]> => {
    if (c.from === "") {
      const year = c.to === "" ? -1 : options.years.indexOf(c.to);
      const { rows, series } = await rowsOf(c, regions, c.indicators, (s) => [year < 0 ? s.shown : year]);
      const columns = series.map((s, k) => {
        const periods = new Set(rows.map((r) => r.cells[k]?.period));
        return { about: s.about, source: sourceOf(s.about.sleutel), heading: s.about.titel, period: periods.size === 1 ? rows[0]?.cells[k]?.period ?? -1 : -1 };
      });
      return [{ title: c.to === "" ? say`Nieuwste cijfers` : say`Cijfers van ${signs.years[year] ?? ""}`, unit: "", columns, rows, against: flag(rows, (k) => isCount(c.indicators[k] ?? "")), series: false }];
    }
    const from = options.years.indexOf(c.from), span = Array.from({ length: options.years.indexOf(c.to) - from + 1 }, (_, k) => from + k);
    return Promise.all(c.indicators.map(async (i) => {
      const { rows, series } = await rowsOf(c, regions, [i], () => span);
      const about = series[0]?.about;
      if (!about) throw new Error("not there");
      return { title: about.titel, unit: about.eenheid || say`aantal`, rows, series: true, against: flag(rows, () => isCount(i)), columns: span.map((period) => ({ about, source: sourceOf(i), heading: signs.years[period] ?? "", period })) };
    }));
  };

  const charts = (): void => {
    const box = byId("vergelijk-grafieken");
    width = box.clientWidth;
    const wide = Math.max(260, Math.min(640, width));
    box.replaceChildren(...shown.flatMap((t) => {
      const drawn = t.series ? [[t.title, lines(t, wide)] as const] : t.columns.map((c, k) => [c.heading, dots({ ...t, rows: t.rows.slice(0, mostRows) }, k, wide, source.country, (letter) => `${signs.gaps.get(letter)?.sign ?? ""} ${signs.gaps.get(letter)?.word ?? ""}`)] as const);
      return drawn.flatMap(([title, svg]) => svg ? [element("figure", {}, element("figcaption", {}, title), svg, ...(t.series ? [legend(t.rows)] : []))] : []);
    }));
    if (box.children.length && shown.some((t) => t.rows.length > mostRows)) box.append(element("p", { class: "klein" }, say`De grafiek toont de eerste ${mostRows} rijen van de tabel.`));
  };

  const tell = (text: string): void => { byId("vergelijk-melding").textContent = text; };
  const complain = (): void => {
    const box = byId("vergelijk-fouten");
    box.replaceChildren(...(faults.length ? [element("p", {}, say`Niet alles in de link kan de monitor laten zien:`), element("ul", {}, ...faults.map((f) => element("li", {}, f)))] : []));
  };

  // embedding writes the code that shows this comparison within another page.
  const embedding = (names: string[]): void => {
    const box = byId("vergelijk-insluiten");
    box.hidden = !location.protocol.startsWith("http");
    const address = (path: string | undefined): string => new URL(path ?? "", location.href).href;
    // Rough, for who leaves the script out: a row of a table, and a chart.
    const high = 260 + shown.reduce((n, t) => n + 120 + 90 * t.rows.length + (t.series ? 420 : t.columns.length * (110 + 44 * Math.min(t.rows.length, mostRows))), 0);
    const title = say`Cijfers van ${names.join(", ")}`;
    byId("vergelijk-code").textContent = `<iframe src="${escaped(address(`${box.dataset["pagina"] ?? ""}${write(choice)}`))}" title="${escaped(title)}" width="100%" height="${high}" loading="lazy"></iframe>\n<script async src="${escaped(address(box.dataset["script"]))}"></script>`;
  };

  const chips = (regions: Map<string, Region>): void => {
    byId("vergelijk-gekozen").replaceChildren(...choice.regions.map((key, k) => {
      const r = regions.get(key), name = r?.name ?? key;
      const remove = element("button", { type: "button", "aria-label": say`Haal ${name} weg` }, "×");
      remove.addEventListener("click", () => {
        choice.regions = choice.regions.filter((x) => x !== key);
        void change(say`${name} is weggehaald.`).then(() => (all<HTMLElement>("#vergelijk-gekozen button:last-child")[Math.min(k, choice.regions.length - 1)] ?? byId("zoek-gebied")).focus());
      });
      const item = element("li", {}, element("span", {}, name, " ", element("small", {}, r?.kind ?? "")));
      if (k > 0) {
        const first = element("button", { type: "button", "aria-label": say`Zet ${name} vooraan` }, "↑");
        first.addEventListener("click", () => {
          choice.regions = [key, ...choice.regions.filter((x) => x !== key)];
          void change(say`${name} staat vooraan.`).then(() => all<HTMLElement>("#vergelijk-gekozen button")[0]?.focus());
        });
        item.append(first);
      }
      item.append(remove);
      return item;
    }));
  };

  // suggest offers what the first region is often compared with. Indicators,
  // groups and years stay what they are, unless the offer is about years.
  const suggest = (name: string, presets: Preset[]): void => {
    const box = byId("vergelijk-voorstellen");
    if (!presets.length) {
      box.replaceChildren();
      return;
    }
    box.replaceChildren(element("p", {}, say`Vergelijk ${name}:`), element("ul", {}, ...presets.map((p, at) => {
      const button = element("button", { type: "button" }, p.text);
      button.addEventListener("click", () => {
        const offered = read(p.search, options).choice;
        choice.regions = offered.regions;
        if (offered.from !== "" && choice.from === "") [choice.from, choice.to] = [offered.from, offered.to];
        void change(`${p.text}.`).then(() => all<HTMLElement>("#vergelijk-voorstellen button")[at]?.focus());
      });
      return element("li", {}, button, ...(p.note ? [" ", element("small", {}, p.note)] : []));
    })));
  };

  const show = async (news: string): Promise<void> => {
    const mine = ++turn;
    const c = used();
    topics.forEach((t) => { t.checked = c.indicators.includes(t.value); });
    groups.forEach((g) => { g.checked = c.groups.includes(g.value); });
    until.value = c.to;
    since.value = c.from;
    byId("vergelijk-onderwerpen").textContent = say`${c.indicators.length} gekozen`;
    byId("vergelijk-groepen").textContent = c.groups.map((g) => groups.find((x) => x.value === g)?.dataset["kort"] ?? g).join(", ");
    (byId("vergelijk-link") as HTMLInputElement).value = new URL(write(choice), location.href).href;
    (byId("vergelijk-terug") as HTMLAnchorElement).search = write(choice);
    const known = new Map<string, Region>();
    const offers = choice.regions[0] && !within ? presetsOf(source.root, choice.regions[0], options.areas) : Promise.resolve([]);
    try {
      const found = await Promise.all(choice.regions.map(async (key) => [key, await regionOf(source, key, themeOf(c.indicators[0] ?? ""))] as const));
      if (mine !== turn) return;
      for (const [key, region] of found) {
        if (region) known.set(key, region);
        else faults.push(say`Het gebied “${key}” kennen we niet.`);
      }
      choice.regions = choice.regions.filter((key) => known.has(key));
      chips(known);
      complain();
      const first = choice.regions[0] ?? "";
      const offered = await offers;
      if (mine !== turn) return;
      suggest(known.get(first)?.name ?? first, known.has(first) ? offered : []);
      const made = choice.regions.length ? await tables(c, choice.regions.flatMap((key) => known.get(key) ?? [])) : [];
      if (mine !== turn) return;
      shown = made;
      byId("vergelijk-tabellen").replaceChildren(...shown.map((t) => tableOf(t, signs)), explain(shown, signs));
      charts();
      // What is in a page of another site leads out of it.
      if (within) all<HTMLAnchorElement>('#vergelijk a:not([href^="#"])').forEach((a) => { Object.assign(a, { target: "_blank", rel: "noopener" }); });
      embedding(choice.regions.flatMap((key) => known.get(key)?.name ?? []));
      page.classList.toggle("gevuld", shown.length > 0);
      page.classList.toggle("met-groepen", c.groups.length > 1);
      byId("vergelijk-bronnen").textContent = [...new Set(shown.flatMap((t) => t.columns.map((x) => x.source)))].join(" ");
      const cells = shown.reduce((n, t) => n + t.rows.reduce((k, r) => k + r.cells.filter((cell) => cell.value !== undefined).length, 0), 0);
      tell(`${news} ${shown.length ? say`De tabel heeft ${cells} ${cells === 1 ? say`cijfer` : say`cijfers`} van ${choice.regions.length} ${choice.regions.length === 1 ? say`gebied` : say`gebieden`}.` : say`Kies een gebied om te beginnen.`}`.trim());
    } catch {
      if (mine === turn) tell(say`De cijfers konden niet worden geladen. Probeer het later nog eens, of kies een ander gebied.`);
    }
  };
  const change = (news: string): Promise<void> => {
    faults = [];
    complain();
    history.replaceState(null, "", new URL(location.pathname + write(choice), location.href));
    return show(news);
  };

  // pick keeps a list of ticks at no more than fit on the page.
  const pick = (boxes: HTMLInputElement[], box: HTMLInputElement, name: string, keep: (keys: string[]) => void): void => {
    const ticked = boxes.filter((x) => x.checked).map((x) => x.value);
    if (ticked.length > most) {
      box.checked = false;
      tell(say`Kies hoogstens ${most} ${name} tegelijk.`);
      return;
    }
    keep(ticked);
    void change("");
  };
  topics.forEach((t) => t.addEventListener("change", () => pick(topics, t, say`onderwerpen`, (keys) => { choice.indicators = keys; })));
  groups.forEach((g) => g.addEventListener("change", () => pick(groups, g, say`groepen`, (keys) => { choice.groups = keys; })));
  for (const select of [until, since]) {
    select.addEventListener("change", () => {
      let [from, to] = [since.value, until.value];
      if (from !== "" && to === "") to = options.years.at(-1) ?? "";
      if (from !== "" && options.years.indexOf(from) >= options.years.indexOf(to)) from = "";
      [choice.from, choice.to] = [from, to];
      void change(since.value !== "" && from === "" ? say`Het eerste jaar moet voor het laatste liggen.` : "");
    });
  }
  const box = page.querySelector<HTMLFormElement>("form.zoek");
  if (box) {
    startSearch(box, (key, name) => {
      if (choice.regions.includes(key)) tell(say`${name} is al gekozen.`);
      else if (choice.regions.length >= most) tell(say`Kies hoogstens ${most} gebieden tegelijk. Haal er eerst een weg.`);
      else {
        choice.regions.push(key);
        void change(say`${name} is toegevoegd.`);
      }
    });
  }
  byId("vergelijk-csv").addEventListener("click", () => {
    save("vergelijking.csv", "text/csv", csv(shown, signs, document.title));
  });
  byId("vergelijk-kopieer").addEventListener("click", () => {
    const field = byId("vergelijk-link") as HTMLInputElement;
    field.select();
    copy(field.value, () => field.select(), tell, say`De tekst is gekopieerd.`, say`Kopieer de tekst: hij is al geselecteerd.`);
  });
  byId("vergelijk-kopieer-code").addEventListener("click", () => {
    const code = byId("vergelijk-code");
    copy(code.textContent, () => getSelection()?.selectAllChildren(code), tell, say`De tekst is gekopieerd.`, say`Kopieer de tekst: hij is al geselecteerd.`);
  });
  byId("vergelijk-druk").addEventListener("click", () => window.print());
  addEventListener("popstate", () => {
    ({ choice, faults } = read(location.search, options));
    void show("");
  });
  new ResizeObserver(() => { if (shown.length && byId("vergelijk-grafieken").clientWidth !== width) charts(); }).observe(byId("vergelijk-grafieken"));
  // A slow network does not keep the form away; where there is none, nothing
  // comes before the figures, or it would move.
  void Promise.race([show(""), new Promise((done) => setTimeout(done, within ? 8000 : 1500))]).then(() => {
    page.classList.add("aan");
    if (shown.length) charts();
  });
}

startLoading();
startDisk();
document.querySelectorAll<HTMLFormElement>("header form.zoek").forEach((form) => startSearch(form));
const page = document.getElementById("vergelijk");
if (page) startCompare(page);
