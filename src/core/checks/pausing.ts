import type { Steps } from "../steps";
import { PAUSE, type Verdict } from "./Check";

/** Work in steps within a check, which pauses at each of them. */
export function* pausing<Result>(steps: Steps<Result>): Generator<Verdict, Result> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    yield PAUSE;
  }
}
