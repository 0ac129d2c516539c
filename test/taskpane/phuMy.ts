import { readFileSync } from "node:fs";
import { parseA1, type Position } from "../../src/core/sheet/Address";
import { contentOf, type Content } from "../../src/core/sheet/Cell";
import { cellAt, type Sheet } from "../../src/core/sheet/Sheet";
import { MemoryWorkbook } from "../fakes/MemoryWorkbook";
import { sheetFromText, withCells } from "../fixtures/sheetFromText";

const TEXT = readFileSync(`${__dirname}/../forms/ii-06a/phu-my.tsv`, "utf8");

/** Phú Mỹ's table as printed, with cells written over. */
export function phuMySheet(cells: Readonly<Record<string, string>> = {}): Sheet {
  return withCells(sheetFromText(TEXT), cells);
}

export function phuMy(cells: Readonly<Record<string, string>> = {}): MemoryWorkbook {
  return new MemoryWorkbook([phuMySheet(cells)]);
}

export const at = (address: string): Position => parseA1(address)!;

/** What a cell of the only sheet holds now. */
export async function held(workbook: MemoryWorkbook, address: string): Promise<Content> {
  const [sheet] = await workbook.read({ report: () => undefined, stopped: false });
  return contentOf(cellAt(sheet!, at(address)));
}
