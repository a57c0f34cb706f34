// Postcodes in the search box: "1234", "1234 AB" and "1234ab".
import { json } from "./laad";
import type { Entry } from "./zoek";
import { say, shared } from "./taal";

// Of four digits: first the places in gebieden of what lies there, districts
// before neighbourhoods; then for every set of neighbourhoods the pairs of
// letters, written together, and its places.
type Digits = [around: number[], ...sets: [letters: string, ...places: number[]][]];
type List = { gebieden: Entry[]; postcodes: Record<string, Digits> };

const postcode = /^\s*(\d{4})\s?([a-z]{0,2})\s*$/i;
const length = 3; // digits that name a list

// A site without a table of postcodes has no such lists.
const known = async (root: string): Promise<boolean> => (await json<string[]>(`${shared(root)}zoek/lijsten.json`)).includes("p/");

// findPostcode gives the places of a postcode, or of what there is of one; null
// for a text that is no postcode.
export async function findPostcode(root: string, text: string): Promise<Entry[] | null> {
  const [, digits = "", letters = ""] = postcode.exec(text) ?? [];
  if (digits === "" || !(await known(root))) return null;
  const name = digits.slice(0, length);
  const names = (await json<string>(`${shared(root)}zoek/p/lijst.json`)).match(/\d{3}/g);
  if (!names?.includes(name)) return [];
  const list = await json<List>(`${shared(root)}zoek/p/${name}.json`);
  return places(list.postcodes[digits], letters.toUpperCase()).map((i) => list.gebieden[i]).filter((e) => e !== undefined);
}

function places(digits: Digits | undefined, letters: string): number[] {
  if (!digits) return [];
  const [around, ...sets] = digits;
  if (letters === "") return around;
  return [...new Set(sets.flatMap(([pairs, ...at]) => (pairs.match(/../g) ?? []).some((p) => p.startsWith(letters)) ? at : []))];
}

// nothingAt says what a reader must know who typed a postcode, or the begin of
// one, and found nothing; "" for another text.
export async function nothingAt(root: string, text: string): Promise<string> {
  const [, digits = "", letters = ""] = postcode.exec(text) ?? [];
  const begun = /^\s*\d{1,3}\s*$/.test(text);
  if (digits === "" && !begun || !(await known(root))) return "";
  return begun ? say`Typ een postcode helemaal, zoals 1234 AB, of alleen de vier cijfers.`
    : say`Postcode ${`${digits} ${letters.toUpperCase()}`.trim()} staat niet in deze monitor. Kijk of u de postcode goed hebt getypt.`;
}
