// What a region is often compared with: neighbours, municipalities of its size,
// those that are most like it, the wijken in it, what was there before. The page
// of the region lists them as links, and is read for them.
import { load } from "../layout/laad";
import { isRegion } from "./keuze";

export interface Preset { text: string; note: string; search: string }

const saying = "section.vergelijk-met > ul a";

// presetsOf reads the page of a region; none when it has no page of its own,
// or where pages cannot be read: from a disk.
export async function presetsOf(root: string, key: string, areas: string[]): Promise<Preset[]> {
  const inWijk = document.documentElement.dataset["buurten"] === "in-wijk" && key.includes("/bu");
  if (!isRegion(key, areas) || inWijk || location.protocol === "file:") return [];
  try {
    const page = await load(`${root}${key}/`, (answer) => answer.text());
    return [...new DOMParser().parseFromString(page, "text/html").querySelectorAll(saying)].flatMap((a) => {
      const search = (a.getAttribute("href") ?? "").replace(/^[^?]*/, "");
      const note = a.parentElement?.querySelector("small")?.textContent.trim() ?? "";
      return search.includes(",") ? [{ text: a.textContent.trim(), note, search }] : [];
    });
  } catch {
    return [];
  }
}
