// The script that another site may load beside an embedded page: it makes the
// frame as high as the page in it. Its name and what it does stay the same
// over the editions, since pages of others name it.
//
// The page asks each frame of this site ("wijkmonitor") and is told the height
// ({ wijkmonitor: 812 }, in CSS pixels) now and after every change. Only a
// frame on the page that comes from where this script does is believed.
const root = new URL("..", (document.currentScript as HTMLScriptElement).src);

function ask(frame: EventTarget | null): void {
  // The question holds nothing that anybody may not read.
  if (frame instanceof HTMLIFrameElement && frame.src.startsWith(root.href)) frame.contentWindow?.postMessage("wijkmonitor", "*");
}

addEventListener("message", ({ origin, source, data }: MessageEvent<{ wijkmonitor?: unknown } | null>) => {
  const height = data?.wijkmonitor;
  if (origin !== root.origin || typeof height !== "number" || !(height > 0)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === source) frame.style.height = `${Math.min(Math.ceil(height), 9999)}px`;
  }
});
document.addEventListener("load", (event) => ask(event.target), true);
document.querySelectorAll("iframe").forEach(ask);
