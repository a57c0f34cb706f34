// Opened from a disk there is no server that finds a folder's index.html, so
// links name it.

export function startDisk(): void {
  if (location.protocol !== "file:") return;
  document.querySelectorAll("a[href]").forEach((a) => {
    if (!(a instanceof HTMLAnchorElement)) return; // a slice of a wheel stays on its page
    const to = new URL(a.href);
    if (to.protocol !== "file:" || !to.pathname.endsWith("/")) return;
    to.pathname += "index.html";
    a.href = to.href;
  });
}
