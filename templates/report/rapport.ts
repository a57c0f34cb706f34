// The report of one group. The style sheet hides the other groups; this names
// the group, and on paper puts it in front of what is said of everybody. On a
// screen the address leads to the group, and nothing moves.

export function startReport(): void {
  const report = document.querySelector(".rapport");
  const words = report?.querySelector("h1")?.firstChild;
  const first = report?.querySelector(":scope > .deel");
  if (!report || !first || !(words instanceof Text)) return;
  const title = document.title;
  words.data = words.data.trim();
  const about = document.createElement("span");
  words.after(about, " ");
  const everybody = [...report.querySelectorAll(":scope > section")].filter((s) => s.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING);
  let group: Element | null = null;
  const show = (): void => {
    // The first time, nothing is :target yet.
    const named = document.getElementById(location.hash.slice(1));
    group = named?.matches(".deel.g") ? named : null;
    const name = group?.querySelector("h2")?.firstChild?.textContent?.trim() ?? "";
    about.textContent = name && `: ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    document.title = title.replace(/(?= – [^–]*$)/, name && ` – ${name}`);
  };
  addEventListener("hashchange", show);
  addEventListener("beforeprint", () => group?.after(...everybody));
  addEventListener("afterprint", () => first.before(...everybody));
  show();
}
