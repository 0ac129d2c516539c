import { COLUMNS, PARTS, SUMS, type FoundCell, type Prediction, type TableLine, type Value } from "./TableLine";

interface Violated {
  /** The cell that should hold the sum, and the sum. */
  readonly total: FoundCell;
  readonly parts: readonly FoundCell[];
}

/** What "+" makes of a cell: text that reads as a number counts, other text does not compute. */
function coerced(value: Value | undefined): number {
  return value === null || value === undefined ? 0 : typeof value === "number" ? value : /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : NaN;
}

/** What SUM makes of a range: text counts as nothing. */
const summed = (values: readonly (Value | undefined)[]): number => values.reduce<number>((sum, value) => sum + (typeof value === "number" ? value : 0), 0);

const tiny = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * The balances that formulas beside the table would show as violated: a row's three sums and the column sums by SUM,
 * and (3) ≥ (7) + (11) by "+". Text that "+" cannot read makes an error, which shows too.
 */
function violated({ rows, total }: TableLine): Violated[] {
  const found: Violated[] = [];
  const balance = (place: FoundCell, held: Value | undefined, sum: number, parts: readonly FoundCell[]): void => {
    if (tiny(coerced(held)) !== tiny(sum)) found.push({ total: { ...place, ...(Number.isNaN(sum) ? {} : { value: tiny(sum) }) }, parts });
  };
  [total, ...rows].forEach((cells, index) => {
    const row = index === 0 ? "total" : index;
    const at = (column: number): Value | undefined => cells[column - 1];
    for (const col of SUMS) {
      const parts = PARTS[col]!;
      balance({ row, col }, at(col), summed(parts.map(at)), parts.map((each) => ({ row, col: each })));
    }
    const flow = tiny(coerced(at(7)) + coerced(at(11)));
    if (!(tiny(coerced(at(3))) >= flow)) found.push({ total: { row, col: 3, ...(Number.isNaN(flow) ? {} : { value: flow }) }, parts: [7, 11].map((col) => ({ row, col })) });
  });
  for (const col of COLUMNS) {
    const parts = rows.map((_, index) => ({ row: index + 1, col }));
    balance({ row: "total", col }, total[col - 1], summed(rows.map((cells) => cells[col - 1])), parts);
  }
  return found;
}

/** The first word about a cell holds. */
const once = (cells: readonly FoundCell[]): FoundCell[] => [...new Map([...cells].reverse().map((cell) => [`${cell.row} ${cell.col}`, cell])).values()].reverse();

/** What a user's formulas say: the sum cell of each violated balance is wrong, and its value is the sum. */
export function flagTotals(line: TableLine): Prediction {
  const start = performance.now();
  return { id: line.id, cells: once(violated(line).map(({ total }) => total)), ms: performance.now() - start };
}

/** What a rule checker says: every cell of a violated balance. */
export function flagAll(line: TableLine): Prediction {
  const start = performance.now();
  const cells = violated(line).flatMap(({ total, parts }) => [{ row: total.row, col: total.col }, ...parts]);
  return { id: line.id, cells: once(cells), ms: performance.now() - start };
}
