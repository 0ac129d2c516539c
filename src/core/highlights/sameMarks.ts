import { positionKey } from "../sheet/Address";
import type { Mark } from "../sheet/WorkbookPort";
import type { Steps } from "../steps";

/** Whether two lists mark the same cells alike, in whatever order. */
export function* sameMarks(some: readonly Mark[], others: readonly Mark[]): Steps<boolean> {
  if (some === others) return true;
  const [one, other] = [yield* cellsOf(some), yield* cellsOf(others)];
  if (one.size !== other.size) return false;
  for (const [look, cells] of one) {
    const same = other.get(look);
    if (same?.size !== cells.size) return false;
    for (const cell of cells) {
      yield;
      if (!same.has(cell)) return false;
    }
  }
  return true;
}

/** The cells marked, by kind and sheet. */
function* cellsOf(marks: readonly Mark[]): Steps<ReadonlyMap<string, ReadonlySet<number>>> {
  const found = new Map<string, Set<number>>();
  for (const { sheet, kind, cells } of marks) {
    if (cells.length === 0) continue;
    const look = `${kind} ${sheet}`;
    const own = found.get(look) ?? new Set();
    found.set(look, own);
    for (const cell of cells) {
      own.add(positionKey(cell));
      yield;
    }
  }
  return found;
}
