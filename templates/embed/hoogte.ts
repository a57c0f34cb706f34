// The script of an embedded page: it tells its height to the page around it,
// when that asks. See insluiten.ts. The page works without it.
import { startAddress } from "./adres";

startAddress();

let asker = ""; // the origin that asked; nobody else is told

function tell(): void {
  // The height of what is there, not of the frame: it may become lower too.
  if (asker) parent.postMessage({ wijkmonitor: document.documentElement.getBoundingClientRect().height }, asker);
}

if (parent !== window) {
  addEventListener("message", ({ origin, source, data }) => {
    if (source !== parent || data !== "wijkmonitor" || origin === "null") return;
    asker = origin;
    tell();
  });
  new ResizeObserver(tell).observe(document.documentElement);
}

// Some browsers leave the code closed when a link leads to it.
const code = location.hash === "#code" && document.getElementById("code")?.closest("details");
if (code) code.open = true;
