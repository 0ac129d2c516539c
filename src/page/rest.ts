import { restWhenDue, type Rest } from "../core/steps";

/** Ends with the page's next turn, without the 4 ms that browsers add to nested timers. */
export function nextTurn(): Promise<void> {
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

/** Gives the page a turn whenever the work has held it for some milliseconds. */
export function restNowAndThen(): Rest {
  return restWhenDue(() => performance.now(), nextTurn);
}

/** Longer than this nobody waits for the guilty cells of a table; then the best so far is told. */
const PATIENCE = 2000;

/** Starts a clock that says when a person's patience is at its end. */
export function startClock(): () => boolean {
  const end = performance.now() + PATIENCE;
  return () => performance.now() > end;
}
