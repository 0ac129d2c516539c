import { Stopped, type Progress } from "./sheet/WorkbookPort";

/** Work in small steps: it pauses at each `yield`, so that whoever runs it may let the host breathe, or end it. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** So many rows, or sums, are a step of a few milliseconds. */
export const STEP = 500;

/** Runs the work to its end without a pause. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Runs the work, resting after each step. Throws `Stopped` when told to stop. */
export async function paced<Result>(steps: Steps<Result>, rest: () => Promise<void>, progress: Progress): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await rest();
    if (progress.stopped) throw new Stopped();
  }
}
