// What is compared, as it stands in the address:
// ?r=gm9001,gm9002/wk900201&i=inwoners,bijstand&g=totaal&j=2015-2025
import { say } from "../layout/taal";

export interface Choice { regions: string[]; indicators: string[]; groups: string[]; from: string; to: string }
export interface Options { indicators: string[]; groups: string[]; years: string[]; areas: string[] }

export const most = 6;
const names: Record<string, string> = { r: say`gebied`, i: say`onderwerp`, g: say`groep`, j: say`jaar` };
const unknown: Record<string, (value: string) => string> = {
  r: (value) => say`Het gebied “${value}” kennen we niet.`, i: (value) => say`Het onderwerp “${value}” kennen we niet.`, g: (value) => say`De groep “${value}” kennen we niet.`,
};
const region = /^(nederland|gm\d{4}|gm\d{4}\/(wk[0-9a-z]{6}|bu[0-9a-z]{8})|gebieden\/[a-z0-9-]+)$/;

// isRegion tells whether a key is that of a region: that of a wijk or buurt
// names its municipality twice.
export function isRegion(key: string, areas: string[]): boolean {
  const [town, part] = key.split("/");
  if (!region.test(key)) return false;
  return town === "gebieden" ? areas.includes(part ?? "") : part === undefined || part.slice(2, 6) === town?.slice(2);
}

// short keeps a value that somebody made up from filling the page.
const short = (text: string): string => text.length > 40 ? `${text.slice(0, 40)}…` : text;

// read takes a choice from an address, and says in words what it could not use.
export function read(search: string, options: Options): { choice: Choice; faults: string[] } {
  const faults: string[] = [];
  const given = new URLSearchParams(search);
  const list = (key: string, is: (value: string) => boolean): string[] => {
    const good: string[] = [];
    for (const value of given.getAll(key).join(",").split(",").filter(Boolean)) {
      if (!is(value)) faults.push(unknown[key]?.(short(value)) ?? "");
      else if (!good.includes(value)) good.push(value);
    }
    if (good.length > most) faults.push(say`De link noemt ${good.length} keer een ${names[key] ?? ""}. We tonen de eerste ${most}.`);
    return good.slice(0, most);
  };
  for (const key of new Set(given.keys())) if (!(key in names)) faults.push(say`De link bevat “${short(key)}”. Dat kennen we niet.`);
  const choice: Choice = {
    regions: list("r", (v) => isRegion(v, options.areas)),
    indicators: list("i", (v) => options.indicators.includes(v)),
    groups: list("g", (v) => options.groups.includes(v)),
    from: "", to: "",
  };
  const years = given.get("j") ?? "";
  const [from = "", to] = years.split("-");
  const order = (key: string): number => options.years.indexOf(key);
  if (years !== "" && (years.split("-").length > 2 || order(from) < 0 || (to !== undefined && order(to) <= order(from)))) faults.push(say`Het jaar “${short(years)}” kennen we niet. Goed is bijvoorbeeld ${options.years.at(-1) ?? ""}, of ${options.years[0] ?? ""}-${options.years.at(-1) ?? ""}.`);
  else if (years !== "") {
    choice.from = to === undefined ? "" : from;
    choice.to = to ?? from;
  }
  return { choice, faults };
}

// write makes the address of a choice; all keys are plain letters, digits and
// hyphens, so that it stays readable.
export function write(c: Choice): string {
  const parts = [["r", c.regions.join(",")], ["i", c.indicators.join(",")], ["g", c.groups.join(",")], ["j", c.from ? `${c.from}-${c.to}` : c.to]];
  const text = parts.filter((p) => p[1] !== "").map((p) => p.join("=")).join("&");
  return text === "" ? "" : `?${text}`;
}
