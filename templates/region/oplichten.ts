// A slice of the wheel and its row in the table light each other up; for a row
// in a folded table, the line that it is folded under.

export function startHighlight(): void {
  const light = (row: Element | null, slice: Element | null, on: boolean): void => {
    row?.classList.toggle("aan", on);
    const fold = row?.closest("details");
    fold?.querySelector("summary")?.classList.toggle("aan", on && !fold.open);
    slice?.classList.toggle("aan", on);
  };
  document.querySelectorAll<SVGAElement>("svg.wiel a").forEach((slice) => {
    const href = slice.getAttribute("href") ?? "";
    const row = href.startsWith("#") ? document.getElementById(href.slice(1)) : null;
    if (!row) return;
    for (const [target, start, end] of [[slice, "pointerenter", "pointerleave"], [slice, "focus", "blur"], [row, "pointerenter", "pointerleave"]] as const) {
      target.addEventListener(start, () => light(row, slice, true));
      target.addEventListener(end, () => light(row, slice, false));
    }
  });
}
