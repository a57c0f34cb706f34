// The language of the pages that load a script. As on pages, texts stand in Dutch
// where they are used; the English ones are by those, and only in the script of
// the English pages.
import { english } from "./english";

declare const TAAL: string; // the tag of the language: nl

export const isDutch = TAAL === "nl";

// say is a text with values in it, given in Dutch: say`${name} is toegevoegd.`
export function say(parts: TemplateStringsArray, ...values: (string | number)[]): string {
  const dutch = parts.reduce((text, part, k) => `${text}{${k - 1}}${part}`);
  return (TAAL === "nl" ? dutch : english[dutch] ?? dutch).replace(/\{(\d)\}/g, (_, k) => String(values[Number(k)]));
}

// How numbers and dates are written, and names put in order.
export const locale = isDutch ? "nl-NL" : "en-GB";
export const decimal = isDutch ? "," : ".";
export const groups = isDutch ? "." : ",";

// shared leads to what all languages have together, figures and search lists,
// from the way to the root of the pages' own language.
export const shared = (root: string): string => isDutch ? root : `${root}../`;

// printed writes a whole number of the last decimal: 12345 with one is 1.234,5.
export function printed(n: number, decimals: number, thousands = groups, before = decimal): string {
  const digits = String(Math.abs(n)).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, thousands);
  return (n < 0 ? "−" : "") + (decimals > 0 ? `${whole}${before}${digits.slice(-decimals)}` : whole);
}

// wordOf is what a sign says: ↑ is "hoger".
export function wordOf(sign: string): string {
  switch (sign) {
    case "↓↓": return say`veel lager`;
    case "↓": return say`lager`;
    case "≈": return say`rond gemiddeld`;
    case "↑": return say`hoger`;
    case "↑↑": return say`veel hoger`;
  }
  return "";
}
