// Tables of regions that a reader can put in another order. Without the script
// they stand in a good one: by name, the buurten below their wijk.
import { locale, say } from "../layout/taal";

// Made when someone sorts: it takes longer than the whole script otherwise does.
let byWords: Intl.Collator | undefined;
const inOrder = (a: string, b: string): number => (byWords ??= new Intl.Collator(locale, { numeric: true, sensitivity: "base" })).compare(a, b);

// textOf is what a cell says.
const textOf = (cell: Element | undefined): string => cell?.textContent.trim() ?? "";

// compare puts cells in order, numbers by their value; a cell without a number
// comes last in either direction, and equal ones are for the name to decide.
function compare(a: HTMLTableCellElement | undefined, b: HTMLTableCellElement | undefined, numbers: boolean, turn: number): number {
  if (!numbers) return turn * inOrder(textOf(a), textOf(b));
  const [x, y] = [a?.dataset["w"], b?.dataset["w"]];
  if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
  return turn * (Number(x) - Number(y));
}

function startTable(table: HTMLTableElement): void {
  const heads = [...table.querySelectorAll<HTMLTableCellElement>("thead th")];
  const rows = [...table.querySelectorAll<HTMLTableRowElement>("tbody tr:not(.tussenkop)")];
  const help = table.closest(".thema")?.querySelector<HTMLElement>(".sorteerhulp");
  const status = help?.querySelector("[role=status]");
  if (rows.length < 2) return;
  const order = (at: number): void => {
    const head = heads[at];
    if (!head) return;
    const numbers = head.dataset["getal"] !== undefined;
    const was = head.getAttribute("aria-sort");
    // The first press puts the largest number first, and names from a to z.
    const up = was === null ? !numbers : was === "descending";
    heads.forEach((h) => h.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    const turn = up ? 1 : -1;
    const sorted = [...rows].sort((a, b) => compare(a.cells[at], b.cells[at], numbers, turn) || inOrder(textOf(a.cells[0]), textOf(b.cells[0])));
    const body = document.createElement("tbody");
    body.append(...sorted);
    table.tBodies[0]?.before(body);
    [...table.tBodies].slice(1).forEach((b) => b.remove());
    const way = numbers ? (up ? say`van laag naar hoog` : say`van hoog naar laag`) : up ? say`van a tot z` : say`van z tot a`;
    if (status) status.textContent = say`Gesorteerd op ${textOf(head.querySelector(".kolom") ?? undefined)}, ${way}.`;
  };
  heads.forEach((head, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sorteer";
    const name = document.createElement("span");
    name.className = "kolom";
    name.append(...head.childNodes);
    button.append(name);
    head.append(button);
    button.addEventListener("click", () => order(at));
  });
}

// startSorting makes every list of regions sortable.
export function startSorting(): void {
  document.querySelectorAll<HTMLTableElement>("table.lijsttabel").forEach(startTable);
}
