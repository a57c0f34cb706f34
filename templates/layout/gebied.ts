// pathOf leads from the root to the page of a region: gm0363/wk036302/. In the
// compact form a buurt stands on the page of its wijk.
export function pathOf(key: string): string {
  const [, town, rest] = /^(gm\d{4})\/bu(\w{8})$/.exec(key) ?? [];
  if (town && rest && document.documentElement.dataset["buurten"]) return `${town}/wk${rest.slice(0, 6)}/${onDisk()}#bu${rest}`;
  return `${key}/${onDisk()}`;
}

// On a disk no server finds the page of a folder.
const onDisk = (): string => location.protocol === "file:" ? "index.html" : "";
