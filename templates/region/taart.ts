// The wheel of the whole population becomes that of a group: the same slices,
// with other lengths, colours and words. The shapes of generator/chart stand
// ready in the drawing; without a script each group has a drawing of its own.
import { say } from "../layout/taal";

// A Slice is what the wheel says of one indicator: a length from 1 (much
// lower) to 5, or 0 without comparison; the class of its colour; and in words
// the figure and its class.
export interface Slice { length: number; tone: string; words: string }

// A Recolour shows a group; without a group, the whole population again.
export type Recolour = (group?: { who: string; says: string; slice: (key: string) => Slice | undefined; score: (theme: string) => string | undefined }) => void;

interface Own { use: SVGUseElement; key: string; title: Element; words: string; href: string; tone: string }

// startWheel prepares the wheel of the page; undefined if it cannot change.
export function startWheel(svg: SVGSVGElement): Recolour | undefined {
  const rings = [...svg.querySelectorAll<SVGPathElement>(".ring [data-thema]")];
  const signs = [...svg.querySelectorAll<SVGUseElement>(".sg use")];
  const name = svg.querySelector(":scope > title");
  const desc = svg.querySelector(":scope > desc");
  if (rings.length === 0 || signs.length !== rings.length || !name || !desc) return undefined;
  const slices: Own[] = [...svg.querySelectorAll<SVGAElement>("a")].flatMap((a) => {
    const use = a.querySelector("use");
    const title = a.querySelector("title");
    if (!use || !title) return [];
    const words = title.textContent ?? "";
    return [{ use, title, words, key: (a.getAttribute("href") ?? "").replace(/^.*#i-/, ""), href: use.getAttribute("href") ?? "", tone: use.getAttribute("class") ?? "" }];
  });
  const scores = rings.map((r) => ({ tone: r.getAttribute("class"), stroke: r.getAttribute("stroke") }));
  const whole = { name: name.textContent ?? "", desc: desc.textContent ?? "" };
  const centre = startCentre(svg);

  const turn = (s: Own, href: string, tone: string, words: string): void => {
    s.use.setAttribute("href", href);
    s.use.setAttribute("class", tone);
    s.title.textContent = words;
  };
  const score = (k: number, tone: string): void => {
    const ring = rings[k];
    if (!ring) return;
    ring.setAttribute("class", tone);
    if (tone === "gap") ring.setAttribute("stroke", `url(#${svgId}h)`);
    else ring.removeAttribute("stroke");
    signs[k]?.setAttribute("href", `#${svgId}-${tone}`);
  };
  const svgId = name.id.slice(0, -1);

  return (group) => {
    name.textContent = group ? `${whole.name.slice(0, whole.name.lastIndexOf(", "))}, ${group.who.charAt(0).toLowerCase()}${group.who.slice(1)}` : whole.name;
    desc.textContent = group ? group.says : whole.desc;
    for (const s of slices) {
      const now = group?.slice(s.key);
      if (!group) turn(s, s.href, s.tone, s.words);
      else turn(s, `#${svgId}${now?.length ?? 0}`, now?.tone ?? "gap", `${s.words.slice(0, s.words.lastIndexOf(": "))}: ${now?.words ?? say`geen cijfer`}`);
    }
    scores.forEach((own, k) => score(k, group ? group.score(rings[k]?.dataset["thema"] ?? "") ?? "gap" : own.tone ?? "gap"));
    centre(group?.who);
  };
}

// startCentre prepares the words in the middle. The group has one line or two;
// what stands above and below makes room.
function startCentre(svg: SVGSVGElement): (who?: string) => void {
  const rows = [...svg.querySelectorAll<SVGElement>(":scope > text:not(.lbl), :scope > path")];
  const own = rows.filter((r) => r.classList.contains("wie"));
  const first = own[0];
  if (!first) return () => undefined;
  const top = Number(first.getAttribute("y"));
  const middle = top + (own.length - 1) * 7.5;
  const above = rows.slice(0, rows.indexOf(first));
  const below = rows.slice(rows.indexOf(first) + own.length);
  let added: SVGElement[] = [];
  return (who) => {
    added.forEach((r) => r.remove());
    added = [];
    own.forEach((r) => r.removeAttribute("display"));
    const lines = who === undefined ? [] : wrap(who);
    const room = lines.length === 0 ? 0 : (lines.length - own.length) * 7.5;
    above.forEach((r) => r.setAttribute("transform", `translate(0 ${-room})`));
    below.forEach((r) => r.setAttribute("transform", `translate(0 ${room})`));
    if (lines.length === 0) return;
    own.forEach((r) => r.setAttribute("display", "none"));
    added = lines.map((text, k) => {
      const r = first.cloneNode() as SVGElement;
      r.removeAttribute("display");
      r.textContent = text;
      r.setAttribute("y", String(middle + (k - (lines.length - 1) / 2) * 15));
      r.setAttribute("font-size", String(Math.min(12.5, 300 / Math.max(1, text.length))));
      return r;
    });
    first.before(...added);
  };
}

// wrap divides words over two lines of about the same length where one is not
// enough.
function wrap(text: string): string[] {
  if (text.length <= 24) return [text];
  const spaces = [...text.matchAll(/ /g)].map((m) => m.index);
  const at = spaces.sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2))[0];
  return at === undefined ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
