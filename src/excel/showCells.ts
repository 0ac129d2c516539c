import { TroubleError } from "../core/Trouble";
import { a1Range, contains, type Position } from "../core/sheet/Address";
import { rectanglesOf } from "../core/sheet/rectangles";
import { troubleOf } from "./excelTrouble";
import { addressesOf } from "./rectangles";
import { hasExcelApi } from "./runExcel";

/** Brings the sheet to the front and selects the cells, the first of them being the active one, in two round trips. */
export async function showCells(context: Excel.RequestContext, name: string, cells: readonly Position[]): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(name).load("visibility");
  await context.sync();
  if (sheet.visibility !== "Visible") throw new TroubleError(troubleOf("hidden", name));
  sheet.activate();
  if (cells[0]) select(sheet, cells[0], cells);
  await context.sync();
}

function select(sheet: Excel.Worksheet, first: Position, cells: readonly Position[]): void {
  const rectangles = rectanglesOf(cells);
  const leading = rectangles.filter((each) => contains(each, first));
  const [address = ""] = addressesOf([...leading, ...rectangles.filter((each) => !contains(each, first))]);
  // Several blocks can be selected since ExcelApi 1.18, where the copy of Office.js in use knows of it too.
  const areas = address.includes(",") && hasExcelApi("1.18") ? sheet.getRanges(address) : undefined;
  if (typeof areas?.select === "function") areas.select();
  else for (const block of leading) sheet.getRange(a1Range(block)).select();
}
