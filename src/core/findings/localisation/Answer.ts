import type { Figure } from "../../table/Table";
import type { Phrase } from "../../words/Phrase";
import type { Event } from "./Event";
import type { Setting } from "./Setting";

/** A cell and what it must have held; `to` is absent where only the sum of several cells is known. */
export interface Repair {
  readonly figure: Figure;
  readonly to?: number;
}

/** An event, told by its cells. */
export interface ToldEvent {
  readonly kind: string;
  /** What happened, in a few words. */
  readonly what: Phrase;
  /** The cells at fault with what they must have held. */
  readonly repairs: readonly Repair[];
  /** A figure of the other row that the event is about. */
  readonly other?: Figure;
  /** Cells of which only the sum is known. */
  readonly unknown?: { readonly figures: readonly Figure[]; readonly sum: number };
}

/** One way in which everything would come out. */
export interface Answer {
  readonly events: readonly ToldEvent[];
  /** Cells that are wrong only because they were added up from a wrong one: typed sums, and live ones, which mend themselves. */
  readonly followers: readonly Repair[];
  readonly probability: number;
}

/** What cells must have held, and cells of which only a sum is known, after some events. */
export interface Consequences {
  readonly to: ReadonlyMap<number, number>;
  readonly unknown: ReadonlySet<number>;
}

/** Every cell that differs from what it shows once the events are undone and the sums that followed are worked out again. */
export function consequences({ problem, values, followedSum }: Setting, events: readonly Event[]): Consequences {
  const differences = new Map<number, number>();
  // A formula may lead back to a sum that followed it: each way goes through a cell once.
  const way = new Set<number>();
  const differ = (cell: number, by: number): void => {
    if (way.has(cell)) return;
    way.add(cell);
    differences.set(cell, (differences.get(cell) ?? 0) + by);
    for (const index of problem.sumsOf(cell)) {
      const sum = problem.sums[index]!;
      if (sum.total !== cell && followedSum(sum.total) === sum) differ(sum.total, by);
    }
    for (const { cell: computed, sign } of problem.liveSums.dependents(cell)) differ(computed, sign * by);
    way.delete(cell);
  };
  const standing = new Map<number, number>();
  for (const { changes } of events) {
    for (const { cell, to } of changes) {
      differ(cell, to - (standing.get(cell) ?? values[cell]!));
      standing.set(cell, to);
    }
  }
  const unknown = new Set<number>();
  const follow = (cell: number): void => {
    if (unknown.has(cell)) return;
    unknown.add(cell);
    for (const index of problem.sumsOf(cell)) {
      const sum = problem.sums[index]!;
      if (sum.axis === "column" && sum.total !== cell && followedSum(sum.total) === sum) follow(sum.total);
    }
  };
  for (const event of events) event.unknown?.cells.forEach(follow);
  const to = new Map<number, number>();
  for (const [cell, by] of differences) if (!unknown.has(cell) && by !== 0) to.set(cell, values[cell]! + by);
  return { to, unknown };
}
