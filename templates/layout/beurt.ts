// Work in short tasks, so that a page answers while it starts.

const enough = 8; // ms of work, on any machine, before the browser has its turn

// pause lets the browser do what waits: a key, a click, a frame.
export const pause = (): Promise<void> => new Promise((go) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { port1.close(); go(); };
  port2.postMessage(0);
});

// inTurn does something with each of a list, in order.
export async function inTurn<T>(list: T[], work: (one: T) => void): Promise<void> {
  let since = performance.now();
  for (const one of list) {
    if (performance.now() - since > enough) {
      await pause();
      since = performance.now();
    }
    work(one);
  }
}
