// Loading of what the site keeps beside its pages: over a server as it is,
// from a disk, where browsers refuse to fetch, as a script that hands over the
// same data. Only archives and bundles hold those scripts.

const loaded = new Map<string, Promise<unknown>>();
const received = new WeakMap<HTMLOrSVGScriptElement, unknown>();

// load gets a file once; read takes from an answer what the script would give.
export function load<T>(url: string, read: (answer: Response) => Promise<T>): Promise<T> {
  const address = new URL(url, location.href);
  address.search = address.hash = "";
  let data = loaded.get(address.href);
  if (!data) {
    data = address.protocol === "file:" ? fromScript(address) : fromServer(address, read);
    data.catch(() => loaded.delete(address.href));
    loaded.set(address.href, data);
  }
  return data as Promise<T>;
}

export const json = <T>(url: string): Promise<T> => load<T>(url, (answer) => answer.json() as Promise<T>);

async function fromServer<T>(address: URL, read: (answer: Response) => Promise<T>): Promise<T> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return read(answer);
}

function fromScript(address: URL): Promise<unknown> {
  const script = document.createElement("script");
  script.src = address.href.replace(/\.\w+$/, ".js");
  const data = new Promise((resolve, reject) => {
    script.addEventListener("load", () => resolve(received.get(script)));
    script.addEventListener("error", () => reject(new Error("not there")));
  });
  document.head.append(script);
  return data.finally(() => script.remove());
}

// startLoading gives the scripts the function that they hand their data to.
export function startLoading(): void {
  Object.assign(window, { wijkmonitor: (data: unknown) => {
    if (document.currentScript) received.set(document.currentScript, data);
  } });
}
