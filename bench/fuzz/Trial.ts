import { chance, type Chance } from "../localisation/chance";

export const KINDS = ["sheets", "packages", "texts", "formulas", "layouts"] as const;
export type Kind = (typeof KINDS)[number];

/** What may be wrong with how a case was met. */
export interface Fault {
  readonly kind:
    | "crash"
    | "hang"
    | "slow"
    | "answers differ"
    | "marks leave a trace"
    | "fix worsens"
    | "what is written cannot be read"
    | "right things accused"
    | "certain and wrong"
    | "worked out wrongly";
  readonly what: string;
}

/** One way to change a thing by chance. The same chance makes the same change. */
export interface Change<Made> {
  readonly name: string;
  /** Changes nothing that a check goes by: what is right stays right. */
  readonly isHarmless?: true;
  /** The thing changed; the thing itself where it has no place for such a change. */
  readonly make: (made: Made, draw: Chance) => Made;
}

/** What is made for a case, how it may be changed, and how what came of it is judged. */
export interface Recipe<Made> {
  /** What is begun with, in words. */
  readonly from: string;
  readonly made: Made;
  readonly changes: readonly Change<Made>[];
  /** At most so many changes are made. */
  readonly most: number;
  readonly judge: (made: Made, changed: readonly Change<Made>[]) => Promise<readonly Fault[]>;
  /** What a person should see of it: lines. */
  readonly tell: (made: Made) => readonly string[];
  /** The file to look at. */
  readonly file?: (made: Made) => { readonly name: string; readonly bytes: Uint8Array };
}

/** A case: changes drawn, to be judged with all or some of them. Places of changes count from 0. */
export interface Trial {
  readonly from: string;
  readonly changes: readonly string[];
  judge(kept: readonly number[]): Promise<readonly Fault[]>;
  tell(kept: readonly number[]): readonly string[];
  file(kept: readonly number[]): { readonly name: string; readonly bytes: Uint8Array } | undefined;
}

/** The case of a seed; every change has chance of its own, so that it stays what it is when others are left out. */
export function trialOf<Made>(seed: number, recipe: Recipe<Made>): Trial {
  const draw = chance(seed);
  const drawn = Array.from({ length: draw.whole(0, recipe.most) }, (_, index) => ({ change: draw.pick(recipe.changes), seed: seed * 31 + index + 1 }));
  const made = (kept: readonly number[]): Made => kept.reduce((so, index) => drawn[index]!.change.make(so, chance(drawn[index]!.seed)), recipe.made);
  return {
    from: recipe.from,
    changes: drawn.map(({ change }) => change.name),
    judge: (kept) => recipe.judge(made(kept), kept.map((index) => drawn[index]!.change)),
    tell: (kept) => recipe.tell(made(kept)),
    file: (kept) => recipe.file?.(made(kept)),
  };
}

/** What is left of a case that goes wrong. */
export interface Reproduction {
  readonly fault: Fault;
  readonly kept: readonly number[];
}

/** Judges a case, and leaves changes out one by one for as long as it goes wrong in the same way. Undefined where nothing is wrong. */
export async function tried(trial: Trial): Promise<Reproduction | undefined> {
  let kept: readonly number[] = trial.changes.map((_, index) => index);
  let [fault] = await trial.judge(kept);
  if (!fault) return undefined;
  for (const each of kept) {
    const fewer = kept.filter((index) => index !== each);
    const still = (await trial.judge(fewer)).find(({ kind }) => kind === fault!.kind);
    if (still) [kept, fault] = [fewer, still];
  }
  return { fault, kept };
}
