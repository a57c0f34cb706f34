// What is out of sight when a page opens is neither styled nor laid out (see
// the style sheet); this has it done bit by bit when the browser has nothing
// else to do, and at once for who follows a link down the page: that comes out
// where it leads when every part above has its own height.

export function startLater(): void {
  const parts = [...document.querySelectorAll<HTMLElement>(".thema, .deel, .later")];
  const idle = typeof requestIdleCallback === "function" ? (f: () => void) => { requestIdleCallback(f); } : (f: () => void) => { setTimeout(f, 50); };
  const some = (n: number): HTMLElement[] => parts.splice(0, n).map((part) => {
    part.dataset["heel"] = "";
    return part;
  });
  // Its height is asked for so that it is laid out in the idle time, in a task
  // of its own: else the next frame would do it, together with its paint and
  // with every other part since the last frame.
  const next = (): void => {
    some(1).forEach((part) => part.offsetHeight);
    if (parts.length > 0) idle(next);
  };
  if (location.hash) some(parts.length);
  idle(next);
  document.addEventListener("click", (event) => {
    if ((event.target as Element).closest('a[href^="#"]')) some(parts.length);
  }, true);
}
