/** How long work may hold the page before it must let clicks and keys through, in milliseconds. */
const BREATH_MS = 12;

/** A `rest` for long work: gives the page a turn when the work has held it for some milliseconds, else returns at once. */
export function restNowAndThen(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < BREATH_MS) return;
    await nextTurn();
    since = performance.now();
  };
}

/** A turn of the event loop, without the 4 ms that browsers add to nested timers. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof MessageChannel === "undefined") {
      setTimeout(resolve, 0);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
