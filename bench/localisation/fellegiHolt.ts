import loadHighs from "highs";
import { COLUMNS, PARTS, SUMS, type FoundCell, type Prediction, type TableLine, type Value } from "./TableLine";

/** A table as the solver sees it: every cell a whole number, and the cells that were not. */
interface Observed {
  /** Row 0 is the total row; by the number printed over the column. */
  readonly values: readonly (readonly number[])[];
  readonly unreadable: readonly FoundCell[];
}

const SECONDS = 20;

/** Text loses its dots and zeros; a decimal below 1,000 is taken for a misread thousands separator, a larger one rounded. */
function wholeNumber(value: Value | undefined): number {
  if (value === null || value === undefined) return 0;
  if (typeof value === "string") return Number(value.replace(/[.\s]/g, "")) || 0;
  return Math.round(Number.isInteger(value) || value >= 1000 ? value : value * 1000);
}

const isWhole = (value: Value | undefined): boolean => value === null || (typeof value === "number" && Number.isInteger(value));

const rowName = (row: number): number | "total" => (row === 0 ? "total" : row);

function observe({ rows, total }: TableLine): Observed {
  const grid = [total, ...rows];
  const values = grid.map((cells) => [0, 0, 0, ...COLUMNS.map((column) => wholeNumber(cells[column - 1]))]);
  const unreadable = grid.flatMap((cells, row) =>
    COLUMNS.filter((column) => !isWhole(cells[column - 1])).map((col) => ({ row: rowName(row), col, value: wholeNumber(cells[col - 1]) })),
  );
  return { values, unreadable };
}

/** A sum of cells' changes, as the solver's text format writes it: each cell goes up by `u` or down by `d`. */
const changes = (sign: "+" | "-", cells: readonly (readonly [number, number])[]): string => cells.map(([row, col]) => `${sign} u${row}_${col} ${sign === "+" ? "-" : "+"} d${row}_${col}`).join(" ");

/**
 * The fewest cells to change so that every balance can hold (Fellegi and Holt 1976), as a mixed-integer program over the
 * whole table: a cell may move only if its binary is 1, no count becomes negative, (3) ≥ (7) + (11) is an inequality.
 */
function program({ values }: Observed): string {
  const most = 2 * Math.max(1000, ...values.flat());
  const cells = values.flatMap((row, index) => COLUMNS.map((column) => [index, column, row[column]!] as const));
  const balance = (target: readonly [number, number], parts: readonly (readonly [number, number])[], relation: "=" | ">="): string => {
    const gap = parts.reduce((sum, [row, column]) => sum + values[row]![column]!, 0) - values[target[0]]![target[1]]!;
    return `${changes("+", [target])} ${changes("-", parts)} ${relation} ${gap}`;
  };
  const inRows = values.flatMap((_, row) => [
    ...SUMS.map((column) => balance([row, column], PARTS[column]!.map((part) => [row, part] as const), "=")),
    balance([row, 3], [[row, 7] as const, [row, 11] as const], ">="),
  ]);
  const inColumns = COLUMNS.map((column) => balance([0, column], values.slice(1).map((_, index) => [index + 1, column] as const), "="));
  const limits = cells.flatMap(([row, column, value]) => [
    `u${row}_${column} - ${most} b${row}_${column} <= 0`,
    value === 0 ? `d${row}_${column} = 0` : `d${row}_${column} - ${value} b${row}_${column} <= 0`,
  ]);
  const binaries = cells.map(([row, column]) => `b${row}_${column}`);
  return ["Minimize", ` ${binaries.join(" + ")}`, "Subject To", ...[...inRows, ...inColumns, ...limits].map((line) => ` ${line}`), "Binary", ` ${binaries.join(" ")}`, "End"].join("\n");
}

/** Fellegi and Holt's answer, solved to optimality by HiGHS; text and decimals are read and flagged beforehand. */
export async function fellegiHolt(): Promise<(line: TableLine) => Prediction> {
  const highs = await loadHighs();
  return (line) => {
    const start = performance.now();
    const observed = observe(line);
    const solved = highs.solve(program(observed), { time_limit: SECONDS, output_flag: false });
    const amount = (name: string): number => {
      const column = solved.Columns[name];
      return column && "Primal" in column ? (column.Primal ?? 0) : 0;
    };
    const changed = observed.values.flatMap((row, index) =>
      COLUMNS.filter((column) => amount(`b${index}_${column}`) > 0.5).map((col): FoundCell => {
        const value = Math.round(row[col]! + amount(`u${index}_${col}`) - amount(`d${index}_${col}`));
        return { row: rowName(index), col, value };
      }),
    );
    const places = new Set(changed.map(({ row, col }) => `${row} ${col}`));
    const cells = [...changed, ...observed.unreadable.filter(({ row, col }) => !places.has(`${row} ${col}`))];
    return { id: line.id, cells, ms: performance.now() - start, complete: solved.Status === "Optimal" };
  };
}
