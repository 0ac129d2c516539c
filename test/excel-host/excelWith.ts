import { a1 } from "../../src/core/sheet/Address";
import type { Sheet } from "../../src/core/sheet/Sheet";
import { ExcelHost } from "./ExcelHost";
import type { ExcelHostOptions } from "./ExcelHostOptions";
import type { HostCell } from "./HostDescription";

/** A simulated Excel with these sheets open. */
export function excelWith(sheets: readonly Sheet[], options: Omit<ExcelHostOptions, "json"> = {}): ExcelHost {
  return new ExcelHost({ ...options, json: { sheets: sheets.map((sheet) => ({ name: sheet.name, cells: hostCells(sheet) })) } });
}

function hostCells(sheet: Sheet): Record<string, HostCell> {
  const cells = [...sheet.rows].flatMap(([row, line]) => line.flatMap((cell, column) => (cell ? [[a1({ row, column }), cell] as const] : [])));
  return Object.fromEntries(
    cells.flatMap(([address, { value, formula }]): readonly (readonly [string, HostCell])[] => {
      if (formula !== undefined) return [[address, { f: formula }]];
      if (value.kind === "number") return [[address, { v: value.number }]];
      return value.kind === "text" ? [[address, { v: value.text, quoted: true }]] : [];
    }),
  );
}
