import { parseA1 } from "../../src/core/sheet/Address";
import type { CellDescription, SheetDescription } from "../ports/SheetDescription";
import { ExcelHost } from "./ExcelHost";
import type { ExcelHostOptions } from "./ExcelHostOptions";
import type { HostCell, HostSheet } from "./HostDescription";

/** A simulated Excel with exactly the sheets described, in the same words as the other workbooks of the tests. */
export function hostOf(sheets: readonly SheetDescription[], options: Omit<ExcelHostOptions, "json"> = {}): ExcelHost {
  return new ExcelHost({ ...options, json: { sheets: sheets.map(hostSheet) } });
}

function hostSheet({ name, cells, merges = [], hidden = false, locked = false, hiddenRows = [], filtered }: SheetDescription): HostSheet {
  const props = {
    ...(hidden ? { Visibility: "Hidden" } : {}),
    ...(locked ? { Protection: { Protected: true } } : {}),
    ...(hiddenRows.length > 0 ? { hiddenRows: Object.fromEntries(hiddenRows.map((row) => [row - 1, true])) } : {}),
    ...(filtered === undefined ? {} : { AutoFilter: { IsDataFiltered: true, rect: filtered } }),
  };
  const entries = Object.entries(cells).map(([address, cell]) => {
    if (!parseA1(address)) throw new Error(`No such cell: ${address}`);
    return [address, hostCell(cell)] as const;
  });
  return { name, cells: Object.fromEntries(entries), merges, props };
}

/** Texts stay texts, "=…" is a formula the host calculates, "#REF!" an error. */
function hostCell(cell: CellDescription): HostCell {
  if (typeof cell !== "object") return typeof cell === "string" && cell.startsWith("=") ? { f: cell } : { v: cell };
  const format = cell.numberFormat === undefined ? {} : { nf: cell.numberFormat };
  return "formula" in cell ? { f: cell.formula, ...format } : { v: cell.value, ...format };
}
