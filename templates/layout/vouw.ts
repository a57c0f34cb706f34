// Folding and matching of names: the same as shard.Fold in the generator; both
// are tested against one list.

const special: Record<string, string> = { "æ": "ae", "ø": "o", "ß": "ss", "œ": "oe", "ĳ": "ij", "đ": "d", "ł": "l" };

export function fold(name: string): string {
  return name.toLowerCase().replace(/[æøßœĳđł]/g, (c) => special[c] ?? c)
    .replace(/^(['’]s[- ]|['’]t )/, "").normalize("NFD").replace(/[\p{Mn}'’]/gu, "")
    .replace(/[^a-z0-9]+/g, " ").trim();
}

// oneTypo tells whether two words differ by at most one letter that is wrong,
// missing, too many, or swapped with the next; b may go on after a.
export function oneTypo(a: string, b: string): boolean {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  if (i === a.length) return true;
  const rest = a.slice(i);
  return b.slice(i + 1).startsWith(rest.slice(1)) || b.slice(i).startsWith(rest.slice(1)) ||
    b.slice(i + 1).startsWith(rest) || b.slice(i).startsWith((rest[1] ?? "") + rest[0] + rest.slice(2));
}

// score ranks a folded name for a folded question: 0 is best, -1 no match.
export function score(question: string, name: string): number {
  if (name === question) return 0;
  if (name.startsWith(question)) return 1;
  if ((" " + name).includes(" " + question)) return 2;
  const words = question.split(" ");
  if (words.every((w) => (" " + name).includes(" " + w))) return 3;
  if (question.length >= 4 && (oneTypo(question, name) || name.split(" ").some((w) => oneTypo(question, w)))) return 4;
  return -1;
}
