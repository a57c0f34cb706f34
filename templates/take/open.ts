// startTaking loads what makes files of charts when a reader asks for one: most
// never do.
export function startTaking(): void {
  const address = document.documentElement.dataset["neem"];
  if (!address) return;
  document.addEventListener("toggle", (event) => {
    if (!(event.target as Element).matches("details.neem")) return;
    if (document.querySelector("script[data-neem]")) return;
    const script = document.createElement("script");
    script.dataset["neem"] = "";
    script.src = address;
    document.head.append(script);
  }, true);
}
