// The report of one group. The style sheet hides the other groups; this puts
// the group in front of what is said of everybody, and names it, so that paper
// and the name of a PDF do too.

export function startReport(): void {
  const report = document.querySelector(".rapport");
  const words = report?.querySelector("h1")?.firstChild;
  const first = report?.querySelector(":scope > .deel");
  if (!report || !first || !(words instanceof Text)) return;
  const title = document.title;
  // On paper alone: on a screen a longer heading would move the page.
  words.data = words.data.trim();
  const about = document.createElement("span");
  words.after(about, " ");
  const everybody = [...report.querySelectorAll(":scope > section")].filter((s) => s.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING);
  const show = (): void => {
    // The first time, nothing is :target yet.
    const named = document.getElementById(location.hash.slice(1));
    const group = named?.matches(".deel.g") ? named : null;
    const name = group?.querySelector("h2")?.firstChild?.textContent?.trim() ?? "";
    about.textContent = name && `: ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    document.title = title.replace(/(?= – [^–]*$)/, name && ` – ${name}`);
    if (group) group.after(...everybody);
    else first.before(...everybody);
    group?.scrollIntoView();
  };
  addEventListener("hashchange", show);
  show();
}
