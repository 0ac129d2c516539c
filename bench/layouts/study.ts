import { chance } from "../localisation/chance";
import type { Ablation, Layout } from "./Layout";
import { makeTable } from "./makeTable";
import { rightOutcome, wrongOutcome, type RightOutcome, type WrongOutcome } from "./outcomes";
import { plant, PLANTINGS, type Planted } from "./plant";

export interface Study {
  readonly right: readonly RightOutcome[];
  readonly wrong: readonly WrongOutcome[];
}

export interface StudyOptions {
  readonly tables: number;
  readonly seed: number;
  readonly fixed?: Partial<Layout>;
  readonly ablation?: Ablation | undefined;
  /** Told of each table judged. */
  readonly tell?: (done: number) => void;
}

/** The seed of a table within a study: no two studies share tables. */
export const tableSeed = (seed: number, index: number): number => seed * 1_000_003 + index;

/** One error planted in a table, kinds in turn; the next kind where a table has no place for one. */
export function plantInTurn(seed: number, index: number, options: Pick<StudyOptions, "fixed" | "ablation">): Planted | undefined {
  const table = makeTable(tableSeed(seed, index), options);
  const draw = chance(tableSeed(seed, index) + 7919);
  for (let at = 0; at < PLANTINGS.length; at++) {
    const planted = plant(table, PLANTINGS[(index + at) % PLANTINGS.length]!, draw);
    if (planted) return planted;
  }
  return undefined;
}

/** Judges so many right tables, and each again with one error in it. */
export async function study({ tables, seed, tell, ...options }: StudyOptions): Promise<Study> {
  const right: RightOutcome[] = [];
  const wrong: WrongOutcome[] = [];
  for (let index = 0; index < tables; index++) {
    right.push(await rightOutcome(makeTable(tableSeed(seed, index), options)));
    const planted = plantInTurn(seed, index, options);
    if (planted) wrong.push(await wrongOutcome(planted));
    tell?.(index + 1);
  }
  return { right, wrong };
}
