// The tables of a region are folded, one per theme. A link to a row or a theme
// opens its table, a button opens all of them, and so do the years and a
// printer. Without a script each opens by itself, and the browser opens the one
// that a link or a search on the page leads into.
import { say } from "../layout/taal";

const all = (): HTMLDetailsElement[] => [...document.querySelectorAll<HTMLDetailsElement>(".thema > details")];

// foldOf is what must be open to see an element: the table around it, or that
// of a theme.
function foldOf(id: string): HTMLDetailsElement | null {
  const to = document.getElementById(id);
  return to?.closest("details") ?? to?.querySelector<HTMLDetailsElement>(":scope.thema > details") ?? null;
}

function follow(hash: string): void {
  const fold = foldOf(hash.slice(1));
  if (!fold || fold.open) return;
  fold.open = true;
  document.getElementById(hash.slice(1))?.scrollIntoView();
}

export function startFolds(): void {
  const folds = all();
  const button = document.getElementById("tabellen-open");
  if (folds.length === 0) return;
  const openAll = (): HTMLDetailsElement[] => folds.filter((f) => !f.open && (f.open = true));
  const tell = (): void => {
    if (button) button.textContent = folds.every((f) => f.open) ? say`Alle tabellen sluiten` : say`Alle tabellen openen`;
  };
  folds.forEach((f) => { f.addEventListener("toggle", tell); });
  button?.addEventListener("click", () => { if (openAll().length === 0) folds.forEach((f) => { f.open = false; }); });
  document.querySelectorAll<HTMLInputElement>(".jaren-keuze").forEach((years) => { years.addEventListener("change", () => { if (years.checked) openAll(); }); });
  let printed: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => { printed = openAll(); });
  addEventListener("afterprint", () => { printed.forEach((f) => { f.open = false; }); });
  document.addEventListener("click", (event) => {
    const to = (event.target as Element).closest('a[href^="#"]')?.getAttribute("href");
    if (to) follow(to);
  }, true);
  addEventListener("hashchange", () => { follow(location.hash); });
  follow(location.hash);
}
