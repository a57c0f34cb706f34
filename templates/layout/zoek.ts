// The search box: a combobox over lists of names that were made beforehand.
import { pathOf } from "./gebied";
import { json } from "./laad";
import { findPostcode, nothingAt } from "./postcode";
import { fold, score } from "./vouw";
import { locale, say, shared } from "./taal";

export type Entry = [code: string, name: string, level: number, town?: string, other?: string];

const levels = [say`land`, say`gemeente`, say`wijk`, say`buurt`, say`eigen gebied`];
const ownArea = 4;
const most = 8;

const load = (root: string, name: string): Promise<Entry[]> => json<Entry[]>(`${shared(root)}zoek/${name}.json`);

// keyOf names a region in an address: gm0363/wk036302.
function keyOf(code: string, level: number): string {
  const c = code.toLowerCase();
  if (level === ownArea) return `gebieden/${code}`;
  if (c.startsWith("nl")) return "nederland";
  return c.startsWith("gm") ? c : `gm${c.slice(2, 6)}/${c}`;
}

async function find(root: string, text: string): Promise<Entry[]> {
  const code = text.trim().toUpperCase();
  const question = fold(text);
  if (question === "") return [];
  const places = await findPostcode(root, text);
  if (places && places.length > 0) return places;
  // The list of lists: no list is asked for that is not there.
  const names = new Set(await json<string[]>(`${shared(root)}zoek/lijsten.json`));
  const wanted = [...new Set(question.split(" ").map((w) => w.slice(0, 2)))].filter((w) => names.has(w));
  const loaded = await Promise.all([load(root, "gemeenten"), ...wanted.map((w) => load(root, w))]);
  const best = new Map<string, { entry: Entry; rank: number }>();
  for (const entry of loaded.flat()) {
    const ranks = [entry[1], entry[4] ?? ""].filter((n) => n !== "").map((n) => score(question, fold(n)));
    if (entry[0] === code) ranks.push(0);
    const hits = ranks.filter((n) => n >= 0);
    if (hits.length > 0) best.set(entry[0], { entry, rank: Math.min(...hits) * 10 + entry[2] });
  }
  return [...best.values()].sort((a, b) => a.rank - b.rank || a.entry[1].localeCompare(b.entry[1], locale) || (a.entry[0] < b.entry[0] ? -1 : 1))
    .slice(0, most).map((h) => h.entry);
}

// startSearch opens the page of what is found; with chosen, hands over its
// address below the root instead, without the last slash.
export function startSearch(form: HTMLFormElement, chosen?: (key: string, name: string) => void): void {
  const input = form.querySelector("input");
  const root = form.dataset["root"] ?? "";
  if (!input) return;
  const list = document.createElement("ul");
  list.id = `${input.id}-lijst`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", say`Gevonden gebieden`);
  const status = document.createElement("p");
  status.className = "status";
  status.setAttribute("role", "status");
  form.append(list, status);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]] as const) {
    input.setAttribute(name, value);
  }
  let found: Entry[] = [];
  let at = -1;
  let turn = 0;

  const choose = (i: number): void => {
    at = i;
    [...list.children].forEach((li, n) => li.setAttribute("aria-selected", String(n === i)));
    if (i >= 0) input.setAttribute("aria-activedescendant", `${list.id}-${i}`);
    else input.removeAttribute("aria-activedescendant");
    list.children[i]?.scrollIntoView({ block: "nearest" });
  };
  const show = (entries: Entry[], message: string): void => {
    const kept = found[at]; // a better list may come while the reader goes through this one
    found = entries;
    list.replaceChildren(...entries.map((e, i) => {
      const li = document.createElement("li");
      li.id = `${list.id}-${i}`;
      li.setAttribute("role", "option");
      const note = document.createElement("small");
      note.textContent = `${levels[e[2]] ?? ""}${e[3] ? say` in ${e[3]}` : ""}${e[4] ? say`, ook bekend als ${e[4]}` : ""}`;
      li.append(e[1], " ", note);
      li.addEventListener("pointerdown", (event) => event.preventDefault());
      li.addEventListener("click", () => go(e));
      return li;
    }));
    status.textContent = message;
    input.setAttribute("aria-expanded", String(entries.length > 0));
    choose(kept ? entries.findIndex((e) => e[0] === kept[0]) : -1);
  };
  // What is still on its way when the reader closes the list must not open it.
  const close = (): void => {
    turn++;
    show([], "");
  };
  const go = (e: Entry | undefined): void => {
    if (e && chosen) {
      chosen(keyOf(e[0], e[2]), e[1]);
      input.value = "";
      close();
    } else if (e) location.href = root + pathOf(keyOf(e[0], e[2]));
  };
  const update = async (): Promise<Entry[]> => {
    const mine = ++turn;
    const text = input.value;
    try {
      const entries = await find(root, text);
      const nothing = entries.length === 0 ? await nothingAt(root, text) : "";
      if (mine !== turn) return found;
      show(entries, entries.length > 0 ? (entries.length === 1 ? say`1 gebied gevonden` : say`${entries.length} gebieden gevonden`)
        : fold(text) === "" ? "" : nothing || say`Niets gevonden voor “${text}”. Probeer een kortere naam, of een code zoals GM0363.`);
    } catch {
      if (mine === turn) show([], say`Zoeken werkt hier niet. Gebruik de lijst van alle gemeenten op de voorpagina.`);
    }
    return found;
  };

  input.addEventListener("focus", () => { load(root, "gemeenten").catch(() => []); }, { once: true });
  input.addEventListener("input", () => {
    choose(-1);
    void update();
  });
  input.addEventListener("blur", () => setTimeout(close, 150));
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (found.length === 0) return;
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose(at < 0 && step < 0 ? found.length - 1 : (at + step + found.length) % found.length);
    } else if (event.key === "Escape") {
      if (found.length > 0) event.preventDefault();
      close();
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (at >= 0) go(found[at]);
    else void update().then((entries) => go(entries[0]));
  });
}
