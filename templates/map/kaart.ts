// The maps of buurten are pictures: hundreds of links on a page would be in the
// way of a keyboard. For a pointer their names and figures come from the table.

export function startMaps(): void {
  document.querySelectorAll<HTMLElement>("figure[data-kolom]").forEach((figure) => {
    const name = figure.querySelector(".naam");
    const column = Number(figure.dataset["kolom"]);
    let shown: Element | null = null;
    const show = (shape: Element | null): void => {
      if (!name || shape === shown) return;
      shown?.classList.remove("aan");
      shape?.classList.add("aan");
      shown = shape;
      const row = shape && document.getElementById("r-" + (shape.getAttribute("href") ?? "").slice(1));
      const cells = row ? [row.children[0], row.children[column]] : [];
      name.replaceChildren(...cells.map((cell, line) => {
        const part = document.createElementNS("http://www.w3.org/2000/svg", "tspan");
        part.textContent = cell?.textContent.trim() ?? "";
        part.setAttribute("x", "0");
        part.setAttribute("dy", line ? "1.2em" : "0");
        return part;
      }));
    };
    const over = (e: PointerEvent): void => show(e.target instanceof SVGUseElement ? e.target : null);
    figure.addEventListener("pointerover", over);
    figure.addEventListener("pointerdown", over);
    figure.addEventListener("pointerleave", () => show(null));
  });
}
