// What a reader takes away of a chart: a picture, its figures for a
// spreadsheet, and how to name it. The name stands on the page already; the
// files are made here, of what the page shows.
import { say } from "../layout/taal";
import { save } from "../parts/bestand";
import { copy } from "../parts/tekst";
import { figuresOf } from "./cijfers";
import { chartIn, pictureOf } from "./plaatje";

// nameOf is a name for a file: where the chart stands, in the address.
function nameOf(anchor: string): string {
  const folders = location.pathname.split("/").filter((part) => part !== "" && part !== "index.html").slice(-2);
  return [...folders, anchor.replace("#", "").replace(/^i-/, "")].join("-") || "grafiek";
}

function button(text: string, act: () => void): HTMLButtonElement {
  const b = document.createElement("button");
  b.type = "button";
  b.className = "knop";
  b.textContent = text;
  b.addEventListener("click", act);
  return b;
}

function start(take: HTMLElement): void {
  const chart = take.parentElement, words = take.querySelector<HTMLElement>(".citaat");
  if (!chart || !words) return;
  const name = nameOf(words.querySelector<HTMLElement>(".adres")?.dataset["root"] ?? "");
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  const row = document.createElement("p");
  row.className = "knoppen";
  const cite = (): string => words.textContent.trim();
  if (chartIn(chart)) row.append(button(say`Plaatje (SVG)`, () => save(`${name}.svg`, "image/svg+xml", pictureOf(chart, cite()))));
  const table = chart.querySelector("table") ?? document.querySelector<HTMLTableElement>(take.dataset["tabel"] ?? "#geen");
  if (table) row.append(button(say`Cijfers van deze grafiek (CSV)`, () => save(`${name}.csv`, "text/csv", figuresOf(table, cite()))));
  row.append(button(say`Kopieer de bron`, () => {
    copy(cite(), () => getSelection()?.selectAllChildren(words), (text) => { status.textContent = text; }, say`De tekst is gekopieerd.`, say`Kopieer de tekst: hij is al geselecteerd.`);
  }), status);
  words.after(row);
}

document.querySelectorAll<HTMLElement>("details.neem").forEach(start);
