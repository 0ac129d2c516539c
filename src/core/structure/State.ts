import type { Block } from "./Block";
import type { Nats } from "./roleCosts";

/** What a row may be taken for. lead: "Trong đó" without figures. before: a sum right under the heading. loose: the sum of lines without one. */
export type Move = "line" | "part" | "memo" | "lead" | "heading" | "after" | "before" | "loose" | "total" | "first-total" | "note";

/** Rows from one to another taken for something, and what was made of those before. */
export interface Choice {
  readonly move: Move;
  readonly from: number;
  readonly to: number;
  /** How deep the block lies that it belongs to. */
  readonly depth: number;
  /** What words, ordinal and looks ask for it. */
  readonly cost: Nats;
  readonly previous: Choice | undefined;
}

/** Another way to come to the same, for so much more. */
interface Other {
  readonly choice: Choice;
  readonly more: Nats;
}

/** A way to read the rows so far. */
export interface State {
  readonly cost: Nats;
  readonly top: Block;
  readonly choice: Choice | undefined;
  readonly lastNumber: number;
  readonly isClosed: boolean;
  readonly isTotalFirst: boolean;
  /** The row that stated a sum just before, or -1, and what follows it. */
  readonly lastSum: number;
  readonly sumMemos: { readonly isLed: boolean; readonly memos: number };
  readonly others: readonly Other[];
}

/** What a state may become with a row: made only where it is cheap enough. */
export interface Step {
  readonly state: State;
  readonly move: Move;
  readonly depth: number;
  /** What words, ordinal and looks ask for the row. */
  readonly own: Nats;
  readonly cost: Nats;
  /** The cost less what blocks that state their sum first promise. */
  readonly order: Nats;
  readonly make: () => Block;
  readonly more: Partial<State>;
}

/** A whole reading: its last choice, and what it costs. */
export interface Reading {
  readonly choices: readonly Choice[];
  readonly cost: Nats;
}

/** What readings this near say otherwise is not sure; those that cost more say nothing. */
export const NEAR = 8;
const MOST_OTHERS = 8;

/** Of two states that go on alike the cheaper, which remembers the other. */
export function better(one: State, other: State): State {
  const [cheaper, dearer] = one.cost < other.cost ? [one, other] : [other, one];
  const apart = dearer.cost - cheaper.cost;
  if (apart > NEAR) return cheaper;
  const others = [...cheaper.others, { choice: dearer.choice!, more: apart }, ...dearer.others.map((each) => ({ ...each, more: each.more + apart }))];
  return {
    ...cheaper,
    others: others
      .filter((each) => each.more <= NEAR)
      .sort((a, b) => a.more - b.more)
      .slice(0, MOST_OTHERS),
  };
}

/** The choices that led to a state, top down. */
export function choicesOf(last: Choice | undefined): readonly Choice[] {
  const choices: Choice[] = [];
  for (let choice = last; choice; choice = choice.previous) choices.push(choice);
  return choices.reverse();
}
