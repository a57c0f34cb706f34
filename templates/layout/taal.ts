// The language of the pages that load a script. As on pages, texts stand in Dutch
// where they are used. The script of the English pages has the texts of
// english.ts in their place: it is bundled that way (generator/assets).

declare const TAAL: string; // the tag of the language: nl

export const isDutch = TAAL === "nl";

// say is the tag of a text with values in it, given in Dutch: ${name} is toegevoegd.
export function say(parts: TemplateStringsArray, ...values: (string | number)[]): string {
  return parts.reduce((text, part, k) => `${text}${values[k - 1]}${part}`);
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
