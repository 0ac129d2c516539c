/** A text four times as long may take about four times as long; by the square of its length it takes sixteen times. */
export const TIMES = 4;
const MOST_GROWTH = 9;
/** What takes no longer is quick, whatever the ratio: below, the clock's own grain tells. In milliseconds of processor time. */
const QUICK = 150;
/** A machine that is busy can slow one run, not all. */
const TRIES = 3;

/** Milliseconds of processor time that work takes; nobody else's is counted. */
export async function timeOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/**
 * Whether work grows faster than what it is given, every time it is tried.
 * @param cost What it costs at a length in characters, in milliseconds of processor time; infinite where it had to be ended.
 * @param longest The greater of the two lengths compared.
 */
export async function growsTooFast(cost: (length: number) => Promise<number>, longest: number): Promise<boolean> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const longer = await cost(longest);
    if (longer <= QUICK || (longer < Infinity && longer <= MOST_GROWTH * (await cost(longest / TIMES)))) return false;
  }
  return true;
}
