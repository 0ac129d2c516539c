import { parseA1, parseA1Range } from "../../src/core/sheet/Address";
import { BLANK, numberValue, textValue, type Cell, type Value } from "../../src/core/sheet/Cell";
import type { Sheet, SheetRow } from "../../src/core/sheet/Sheet";

/**
 * A cell in short: a number, a text, "=A1+B1" (a formula without a result), an error code such as "#REF!", a boolean,
 * or in full with the formula's result or a number format.
 */
export type CellDescription =
  | number
  | string
  | boolean
  | { readonly formula: string; readonly result: number | string; readonly numberFormat?: string }
  | { readonly value: number | string; readonly numberFormat: string };

/** A sheet in short, for tests to start from. */
export interface SheetDescription {
  readonly name: string;
  readonly cells: Readonly<Record<string, CellDescription>>;
  /** "A1:C1" … */
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
  readonly locked?: boolean;
  /** Rows that are not shown, as they are numbered: 1 is the first. */
  readonly hiddenRows?: readonly number[];
  /** The block of a filter that leaves rows out, its headings first: "A2:C9". */
  readonly filtered?: string;
}

const ERRORS = new Set(["#REF!", "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#VALUE!"]);

/** What a plain value stands for: "#REF!" is an error, true is the text "TRUE". */
export function describedValue(value: number | string | boolean): Value {
  if (typeof value === "number") return numberValue(value);
  if (typeof value === "boolean") return textValue(value ? "TRUE" : "FALSE");
  return ERRORS.has(value) ? { kind: "error", code: value } : textValue(value);
}

/** The cell as every workbook must read it. */
export function describedCell(description: CellDescription): Cell {
  if (typeof description === "string" && description.startsWith("=")) {
    return { value: BLANK, formula: description, uncalculated: true };
  }
  if (typeof description !== "object") return { value: describedValue(description) };
  const format = description.numberFormat === undefined ? {} : { numberFormat: description.numberFormat };
  return "formula" in description
    ? { value: describedValue(description.result), formula: description.formula, ...format }
    : { value: describedValue(description.value), ...format };
}

/** The sheet as every workbook must read it. */
export function describedSheet({ name, cells, merges = [], hidden = false, locked = false, hiddenRows = [], filtered }: SheetDescription): Sheet {
  const rows = new Map<number, (Cell | undefined)[]>();
  for (const [address, description] of Object.entries(cells)) {
    const { row, column } = parseA1(address)!;
    const line = rows.get(row) ?? [];
    line[column] = describedCell(description);
    rows.set(row, line);
  }
  const ordered = [...rows].sort(([first], [second]) => first - second) as [number, SheetRow][];
  const block = filtered === undefined ? undefined : parseA1Range(filtered);
  const isFiltered = (row: number): boolean => block !== undefined && row > block.top && row <= block.bottom;
  return {
    name,
    visible: !hidden,
    locked,
    rows: new Map(ordered),
    merges: merges.map((merge) => parseA1Range(merge)!),
    ...(hiddenRows.length > 0 ? { hiddenRows: new Map(hiddenRows.map((row) => [row - 1, isFiltered(row - 1) ? "filtered" : "hidden"])) } : {}),
  };
}
