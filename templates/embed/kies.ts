// The choice of what to embed, on the page that explains it: the lists of
// addresses on that page become two menus, and the code and the example follow.
// Without a script the lists are links.
import { say } from "../layout/taal";
import { escaped } from "../parts/tekst";

// A choice is what stands in an address for a region, or for what to show of it.
type Choice = { name: string; path: string; without: string };

const folder = "insluiten/";

// choices reads a list of links; a link to elsewhere is none: a site with one
// municipality leads to others on the whole site.
function choices(list: string, path: (address: string) => string): Choice[] {
  return [...document.querySelectorAll<HTMLAnchorElement>(`.${list} a`)]
    .filter((a) => a.getAttribute("href")?.startsWith("../"))
    .map((a) => ({ name: a.textContent ?? "", path: path((a.getAttribute("href") ?? "").replace(/index\.html$/, "")), without: a.dataset["zonder"] ?? "" }));
}

// kindOf tells what an address is about, in the words that regions say they are without.
function kindOf(path: string): string {
  const [first, second] = path.split("/");
  return first && second ? first : first ? "thema" : "profiel";
}

function fill(menu: HTMLSelectElement, from: Choice[]): void {
  menu.replaceChildren(...from.map(({ name, path }) => new Option(name, path)));
}

export function startChoice(): void {
  const form = document.querySelector<HTMLElement>(".kieser");
  const [region, what] = [form?.querySelector<HTMLSelectElement>("#kies-gebied"), form?.querySelector<HTMLSelectElement>("#kies-wat")];
  const [frame, code, said] = [document.querySelector<HTMLIFrameElement>("iframe.voorbeeld"), document.querySelector("#code code"), document.getElementById("kies-melding")];
  if (!form || !region || !what || !frame || !code || !said) return;
  // The menu of regions holds "gm9001/", that of what to show "onderwerp/bijstand/".
  const regions = choices("kies-gebied", (address) => address.slice("../".length, -folder.length));
  fill(region, regions);
  fill(what, choices("kies-wat", (address) => address.slice(address.indexOf(folder) + folder.length)));
  if (region.length === 0 || what.length === 0) return;
  form.hidden = false;
  const first = code.textContent ?? "";
  form.addEventListener("change", show);

  function show(): void {
    const path = region!.value + folder + what!.value;
    const [place, thing] = [region!.selectedOptions[0]?.text ?? "", what!.selectedOptions[0]?.text ?? ""];
    if (regions[region!.selectedIndex]?.without.split(" ").includes(kindOf(what!.value))) {
      said!.textContent = say`${thing} is er niet voor ${place}. Kies iets anders.`;
      return;
    }
    const title = what!.value === "" ? say`Cijfers van ${place}` : `${thing}: ${place}`;
    // The first line of the code names the page, by its full address.
    code!.textContent = first
      .replace(/^(<iframe src="[^"]*?)[^"/]+\/insluiten\/"/, (_, root: string) => `${root}${path}"`)
      .replace(/title="[^"]*"/, () => `title="${escaped(title)}"`);
    frame!.title = title;
    frame!.src = "../" + path + "index.html";
    said!.textContent = say`De code en het voorbeeld laten nu zien: ${title}.`;
  }
}
