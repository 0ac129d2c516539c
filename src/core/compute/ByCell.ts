import type { Position } from "../sheet/Address";

/** One value a cell, row by row: a single map of all the cells of a long table would hold the host while it grows. */
export class ByCell<Value> {
  private readonly rows = new Map<number, (Value | undefined)[]>();

  get({ row, column }: Position): Value | undefined {
    return this.rows.get(row)?.[column];
  }

  set({ row, column }: Position, value: Value): void {
    const line = this.rows.get(row);
    if (line) line[column] = value;
    else (this.rows.set(row, []).get(row)!)[column] = value;
  }
}
