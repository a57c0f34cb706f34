// startAddress writes in the code to copy where this site stands: a build does
// not know it unless it is told, and an example stands there until now.
export function startAddress(): void {
  if (!location.protocol.startsWith("http")) return;
  for (const e of document.querySelectorAll<HTMLElement>(".adres")) e.textContent = new URL(e.dataset["root"] ?? "", location.href).href;
  for (const e of document.querySelectorAll(".adres-hulp")) e.remove();
}
