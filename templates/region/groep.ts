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

function fill(row: HTMLTableRowElement, cell: Element): void {
  const part = (to: string, from: string): void => {
    row.querySelector(to)?.replaceChildren(...[...(cell.querySelector(from)?.childNodes ?? [])].map((n) => document.importNode(n, true)));
  };
  part("td.v", ".v");
  part("td.jaar", ".jaar");
  part("td.nl", ".nl");
  part("td.gm", ".gm");
  part("td.klasse", ".k");
  const klasse = row.querySelector("td.klasse");
  if (klasse) klasse.className = ["klasse", ...[...cell.classList].filter((c) => c !== "num")].join(" ");
}

export function startGroups(): void {
  const radios = [...document.querySelectorAll<HTMLInputElement>("input[name=groep]")];
  const link = document.querySelector<HTMLAnchorElement>(".taartvak .verder a[href$='groepen/'], .taartvak .verder a[href$='groepen/index.html']");
  const message = document.getElementById("groep-melding");
  if (radios.length === 0 || !link) return;
  const rows: Row[] = [...document.querySelectorAll<HTMLTableRowElement>("tr[data-i]")].map((row) => ({ row, own: row.innerHTML }));
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
    const heading = radio.parentElement?.querySelector<HTMLElement>("figure")?.dataset["kop"];
    const above = document.getElementById("taart-kop");
    if (heading && above) above.textContent = heading;
    if (rows.length === 0 || !message) return;
    if (key === "totaal") {
      rows.forEach(({ row, own }) => { row.innerHTML = own; });
      message.textContent = "De tabellen tonen de totale bevolking.";
      return;
    }
    try {
      const page = await loadMatrix(link.href);
      if (mine !== turn) return;
      const cells = new Map([...page.querySelectorAll<HTMLElement>(`td[data-g="${CSS.escape(key)}"]`)].map((c) => [c.dataset["i"], c]));
      rows.forEach(({ row }) => {
        const cell = cells.get(row.dataset["i"]);
        if (cell) fill(row, cell);
      });
      message.textContent = `De tabellen tonen de groep: ${name}.`;
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
