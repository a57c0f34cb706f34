// The figures of regions, from the shards that the site keeps per municipality
// and theme, in the form that tables, charts and files show.
import { pathOf } from "../layout/gebied";
import { json } from "../layout/laad";
import { printed, say, shared } from "../layout/taal";

export interface About { sleutel: string; titel: string; eenheid: string; decimalen: number; land: (number | string)[]; voorlopig: number[]; breuken: number[] }
interface Figures { groep: number; waarden: (number | string)[][]; marges: (number | null)[][]; klassen: number[] }
interface Shard { groepen: string[]; getoond: number[][]; indicatoren: About[]; gebieden: { code: string; naam: string; groepen: Figures[] }[] }

export interface Region { key: string; code: string; name: string; kind: string; href: string }
export type Margin = [low: number | null, high: number | null];

// A Cell is one figure as the page shows it: a number or the letter of a gap.
export interface Cell {
  period: number; // -1: no year at all
  value?: number; // a whole number of the last decimal
  gap?: string; // letter of the reason, "" when the group is not there at all
  margin?: Margin; // in tenths of the last decimal
  sign?: string;
  flag?: string; // against the row that others are compared with
}

// valueAt returns the figure of a period or the letter of its gap; "f3" stands for
// three gaps in a row.
export function valueAt(row: (number | string)[], period: number): number | string {
  let n = 0;
  for (const f of row) {
    n += typeof f === "string" ? Number(f.slice(1) || 1) : 1;
    if (n > period) return typeof f === "number" ? f : f.slice(0, 1);
  }
  return "";
}

// Source is where regions are read from: parts says in how many files the
// figures of the largest municipalities are.
export interface Source { root: string; country: string; parts: Map<string, number> }

const signs = new Map([[-2, "↓↓"], [-1, "↓"], [0, "≈"], [1, "↑"], [2, "↑↑"]]);

const codeOf = (key: string): string => {
  const last = key.split("/").pop() ?? "";
  return key.startsWith("gebieden/") ? last : last.toUpperCase();
};

// shardOf finds the file that has a region; none when nobody knows it.
async function shardOf(from: Source, key: string, theme: string): Promise<{ shard: Shard; at: number } | undefined> {
  const town = key.split("/")[0] ?? "";
  const dir = town === "gebieden" ? key : town;
  for (let part = 1; part <= (from.parts.get(town) ?? 1); part++) {
    const shard = await json<Shard>(`${shared(from.root)}${dir}/data/${theme}${part > 1 ? `-${part}` : ""}.json`);
    const found = key === "nederland" ? 0 : shard.gebieden.findIndex((g) => g.code === codeOf(key));
    if (found >= 0) return { shard, at: found };
  }
  return undefined;
}

// regionOf finds a region by its key; undefined when the site does not have it.
export async function regionOf(from: Source, key: string, theme: string): Promise<Region | undefined> {
  const town = key.split("/")[0] ?? "";
  let kind = "";
  if (town.startsWith("gm")) {
    // Ask for no file that is not there: the list has all municipalities.
    const towns = await json<[string, string][]>(`${shared(from.root)}zoek/gemeenten.json`);
    const name = towns.find((t) => t[0] === town.toUpperCase())?.[1];
    if (name === undefined) return undefined;
    kind = key === town ? say`gemeente` : say`${key.includes("/wk") ? say`wijk` : say`buurt`} in ${name}`;
  } else kind = town === "gebieden" ? say`eigen gebied` : say`land`;
  const found = await shardOf(from, key, theme);
  const own = found?.shard.gebieden[found.at];
  return own && { key, code: own.code, name: key === "nederland" ? from.country : own.naam, kind, href: `${from.root}${pathOf(key)}` };
}

// Series is one indicator for one region and group.
export interface Series { about: About; of: (period: number) => Cell; shown: number }

export async function seriesOf(from: Source, region: string, group: string, theme: string, indicator: string): Promise<Series> {
  const found = await shardOf(from, region, theme);
  const i = found?.shard.indicatoren.findIndex((x) => x.sleutel === indicator) ?? -1;
  const about = found?.shard.indicatoren[i];
  if (!found || !about) throw new Error("not there");
  const g = group === "totaal" ? 0 : found.shard.groepen.indexOf(group);
  const figures = found.shard.gebieden[found.at]?.groepen.find((x) => x.groep === g);
  const shown = found.shard.getoond[g]?.[i] ?? -1;
  const of = (period: number): Cell => {
    const f = figures && period >= 0 ? valueAt(figures.waarden[i] ?? [], period) : "";
    if (typeof f === "string") return { period, gap: f };
    const cell: Cell = { period, value: f };
    const [low, high] = figures?.marges[i] ?? [];
    // Margins and classes are made for the year that pages show.
    if (period !== shown) return cell;
    if (low !== undefined && high !== undefined) cell.margin = [low, high];
    const sign = signs.get(figures?.klassen[i] ?? 9);
    if (sign) cell.sign = sign;
    return cell;
  };
  return { about, of, shown };
}

const half = (n: number): number => Math.sign(n) * Math.round(Math.abs(n) / 10);

// marginText says where the true figure can lie: 11,8–12,9; as pages do.
export function marginText(m: Margin | undefined, decimals: number, value: number): string {
  if (!m) return "";
  const [low, high] = m;
  if (low === null && high === null) return say`niet te zeggen`;
  const fine = low !== null && high !== null && high - low < 20 && low <= 10 * value && 10 * value <= high;
  const print = (n: number): string => fine ? printed(n, decimals + 1) : printed(half(n), decimals);
  if (high === null) return say`${print(low ?? 0)} of meer`;
  if (low === null) return say`${print(high)} of minder`;
  return print(low) === print(high) ? "" : `${print(low)}${low < 0 || high < 0 ? say` tot ` : "–"}${print(high)}`;
}

// unclear is what is said of a difference that margins leave room for.
export const unclear = (): string => say`verschil kan toeval of afronding zijn`;

// against says whether two figures differ more than their margins leave room for;
// name is whose the first is.
export function against(cell: Cell, first: Cell, name: string): string {
  if (cell.period !== first.period || !cell.margin || !first.margin) return "";
  const [low, high] = cell.margin;
  const [from, to] = first.margin;
  if (low !== null && to !== null && low > to) return say`duidelijk hoger dan ${name}`;
  if (high !== null && from !== null && high < from) return say`duidelijk lager dan ${name}`;
  return unclear();
}

// lowerFirst writes a name within a sentence.
export const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
