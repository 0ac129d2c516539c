import { Stopped, type Progress } from "./sheet/WorkbookPort";

/** Work in small steps: it pauses at each `yield`, so that whoever runs it may let the host breathe, or end it. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Asked again and again by long work: something to wait for where the host is to be given a turn, else nothing. */
export type Rest = () => Promise<void> | undefined;

/** So many rows, or sums, are a step of a few milliseconds. */
export const STEP = 500;

/** How long work may hold the host before clicks and keys must get through, in milliseconds. */
const BREATH_MS = 12;

/** A `Rest` that gives the host a turn, `turn`, whenever the work has held it for some milliseconds by the clock `now`. */
export function restWhenDue(now: () => number, turn: () => Promise<void>): Rest {
  let since = now();
  const rest = async (): Promise<void> => {
    await turn();
    since = now();
  };
  return () => (now() - since < BREATH_MS ? undefined : rest());
}

/** Runs the work to its end without a pause. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Runs the work, resting between its steps. Throws `Stopped` when told to stop. */
export async function paced<Result>(steps: Steps<Result>, rest: Rest, progress: Progress): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    const turn = rest();
    if (turn) await turn;
    if (progress.stopped) throw new Stopped();
  }
}
