import { LAST_COLUMN, LAST_ROW, parseA1, positionKey, type Position, type Rectangle } from "../../../src/core/sheet/Address";
import { readFormula } from "../../../src/core/sheet/readFormula";
import { FakeError } from "./FakeError";

/** A cell as Excel keeps it. */
export interface FakeCell {
  value: number | string | boolean;
  type: "Double" | "String" | "Boolean" | "Error";
  formula?: string;
  numberFormat: string;
}

export interface FakeConditionalFormat {
  readonly id: string;
  readonly areas: readonly Rectangle[];
  readonly type: string;
  formula: string;
  /** What was set on it: "fill.color" … */
  readonly settings: Record<string, unknown>;
}

/** A setting made on cells, a column, a page …: `what` is "font.bold", "columnWidth", "pageLayout.orientation". */
export interface FakeSetting {
  readonly areas: readonly Rectangle[];
  readonly what: string;
  readonly value: unknown;
}

const ERRORS = new Set(["#REF!", "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#VALUE!"]);

/** A worksheet behind the fake client. Calculates formulas that only add up, as soon as something was written. */
export class FakeSheet {
  visibility: "Visible" | "Hidden" | "VeryHidden" = "Visible";
  protection: { protected: boolean; options: { allowFormatCells: boolean } | null } = { protected: false, options: null };
  readonly cells = new Map<number, FakeCell>();
  merges: Rectangle[] = [];
  /** Zero-based. */
  hiddenRows: ReadonlySet<number> = new Set();
  /** The block of a filter that leaves rows out. */
  filtered: Rectangle | undefined;
  formats: FakeConditionalFormat[] = [];
  readonly settings: FakeSetting[] = [];
  private stale = false;

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  cellAt(address: string): FakeCell | undefined {
    return this.cells.get(positionKey(parseA1(address)!));
  }

  /** The last value set: "font.bold", "pageLayout.zoom" … */
  setting(what: string): unknown {
    return this.settings.findLast((each) => each.what === what)?.value;
  }

  /** Takes what a person types or a program writes, and makes of it what Excel would. Null leaves the cell as it is. */
  type({ row, column }: Position, input: unknown): void {
    if (input === null) return;
    const key = positionKey({ row, column });
    const numberFormat = this.cells.get(key)?.numberFormat ?? "General";
    this.stale = true;
    if (input === "") {
      if (numberFormat === "General") this.cells.delete(key);
      else this.cells.set(key, { value: "", type: "String", numberFormat });
    } else this.cells.set(key, { ...understood(input, numberFormat === "@"), numberFormat });
  }

  setNumberFormat({ row, column }: Position, numberFormat: string): void {
    const key = positionKey({ row, column });
    this.cells.set(key, { ...(this.cells.get(key) ?? { value: "", type: "String" }), numberFormat });
  }

  /** The smallest rectangle around everything that has a value, within one given. */
  usedWithin(within: Rectangle): Rectangle | undefined {
    let used: Rectangle | undefined;
    for (const [key, cell] of this.cells) {
      if (isBlank(cell)) continue;
      const row = Math.floor(key / (LAST_COLUMN + 1));
      const column = key % (LAST_COLUMN + 1);
      if (row < within.top || row > within.bottom || column < within.left || column > within.right) continue;
      used = used
        ? { top: Math.min(used.top, row), left: Math.min(used.left, column), bottom: Math.max(used.bottom, row), right: Math.max(used.right, column) }
        : { top: row, left: column, bottom: row, right: column };
    }
    return used;
  }

  recalculate(): void {
    if (!this.stale) return;
    this.stale = false;
    const done = new Map<number, number>();
    for (const [key, cell] of this.cells) if (cell.formula) this.calculate(key, cell, done);
  }

  private calculate(key: number, cell: FakeCell, done: Map<number, number>): number {
    const known = done.get(key);
    if (known !== undefined) return known;
    const { formula } = cell.formula === undefined ? { formula: undefined } : readFormula(cell.formula);
    if (formula?.kind !== "sum") return cell.type === "Double" ? (cell.value as number) : 0;
    done.set(key, 0);
    let sum = formula.constant;
    for (const { times, range } of formula.terms) {
      for (let row = range.top; row <= range.bottom; row++) {
        for (let column = range.left; column <= range.right; column++) {
          const inner = positionKey({ row, column });
          const operand = this.cells.get(inner);
          if (operand) sum += times * this.calculate(inner, operand, done);
        }
      }
    }
    done.set(key, sum);
    cell.value = sum;
    cell.type = "Double";
    return sum;
  }
}

export const WHOLE_SHEET: Rectangle = { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN };

export function isBlank(cell: FakeCell | undefined): boolean {
  return !cell || (cell.value === "" && cell.formula === undefined);
}

function understood(input: unknown, asText: boolean): Omit<FakeCell, "numberFormat"> {
  if (asText) return { value: String(input).replace(/^'/, ""), type: "String" };
  if (typeof input === "number") return { value: input, type: "Double" };
  if (typeof input === "boolean") return { value: input, type: "Boolean" };
  if (typeof input !== "string") throw new FakeError("InvalidArgument");
  if (input.startsWith("'")) return { value: input.slice(1), type: "String" };
  if (input.startsWith("=")) return { value: 0, type: "Double", formula: input };
  if (ERRORS.has(input)) return { value: input, type: "Error" };
  if (/^(true|false)$/i.test(input.trim())) return { value: /^true$/i.test(input.trim()), type: "Boolean" };
  const bare = input.trim().replace(/^\((.*)\)$/, "-$1");
  if (/^[-+]?\d+(?:[.,]\d+)*%?$/.test(bare)) return { value: Number.parseFloat(bare.replace(/,/g, "")), type: "Double" };
  // A date becomes its serial number; which one matters to no test.
  if (/^\d+[/-]\d+([/-]\d+)?$/.test(bare)) return { value: 45_000, type: "Double" };
  if (/^[-+@]/.test(input)) throw new FakeError("InvalidArgument", "Not a formula.");
  return { value: input, type: "String" };
}
