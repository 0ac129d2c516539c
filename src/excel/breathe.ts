/** How long work may hold the pane before it must let clicks and keys through, in milliseconds. */
const BREATH_MS = 12;

/** Awaited again and again by long work: gives the pane a turn when the work has held it for some milliseconds, else returns at once. */
export function breather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < BREATH_MS) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  };
}
