import type { Position } from "./Address";

/** One value a cell, row by row: a single map of all the cells of a long table would hold the host while it grows. */
export class ByCell<Value> {
  private readonly rows = new Map<number, Value[]>();

  get({ row, column }: Position): Value | undefined {
    return this.rows.get(row)?.[column];
  }

  set({ row, column }: Position, value: Value): void {
    const line = this.rows.get(row);
    if (line) line[column] = value;
    else (this.rows.set(row, []).get(row)!)[column] = value;
  }

  /** The values of each row that has any, from left to right, with its zero-based row. */
  *lines(): Iterable<readonly [row: number, values: readonly Value[]]> {
    for (const row of Uint32Array.from(this.rows.keys()).sort()) yield [row, Object.values(this.rows.get(row)!)];
  }

  /** All values, down the rows and from left to right. */
  *inOrder(): Iterable<Value> {
    for (const [, values] of this.lines()) yield* values;
  }
}
