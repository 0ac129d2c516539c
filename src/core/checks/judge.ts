import { report, Stopped, type Progress } from "../sheet/WorkbookPort";
import type { Rest } from "../steps";
import type { Table } from "../figures/Table";
import type { Check, CheckContext, Verdict } from "./Check";

/** How often a check passed, failed, could not be judged, or broke down itself. */
export interface Counts {
  readonly pass: number;
  readonly fail: number;
  readonly skip: number;
  /** Lines that are no affair of the unit. */
  readonly notApplicable: number;
  readonly broken: number;
}

const NONE = { pass: 0, fail: 0, skip: 0, notApplicable: 0, broken: 0 };

export type Fail = Extract<Verdict, { kind: "fail" }>;

/** What came of one check of a table. */
export interface Judged {
  readonly check: Check;
  readonly counts: Counts;
  readonly fails: readonly Fail[];
  /** What it broke down with, where it did. */
  readonly error?: unknown;
}

/** Runs every check over the table. One that throws spoils only itself. Throws `Stopped` when told to stop. */
export async function judge(checks: readonly Check[], table: Table, context: CheckContext, progress: Progress, rest: Rest): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  for (const [index, check] of checks.entries()) {
    const counts = { ...NONE };
    const fails: Fail[] = [];
    let broken: Pick<Judged, "error"> = {};
    let verdicts: Iterator<Verdict> | undefined;
    for (;;) {
      let next: IteratorResult<Verdict>;
      try {
        verdicts ??= check.judge(table, context)[Symbol.iterator]();
        next = verdicts.next();
      } catch (error) {
        counts.broken++;
        broken = { error };
        break;
      }
      if (next.done) break;
      if (next.value.kind !== "pause") counts[next.value.kind] += next.value.kind === "pass" ? (next.value.times ?? 1) : 1;
      if (next.value.kind === "fail") fails.push(next.value);
      const turn = rest();
      if (turn) await turn;
      if (progress.stopped) throw new Stopped();
    }
    judged.push({ check, counts, fails, ...broken });
    report(progress, index + 1, checks.length);
    await rest();
  }
  return judged;
}

/** The counts of several checks together. */
export function addUp(counts: readonly Counts[]): Counts {
  const sum = { ...NONE };
  for (const each of counts) for (const kind of Object.keys(NONE) as (keyof Counts)[]) sum[kind] += each[kind];
  return sum;
}
