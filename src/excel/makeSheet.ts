import { a1, a1Range, columnLetters } from "../core/sheet/Address";
import { boundsOf, placesOf } from "../core/sheet/rectangles";
import type { SheetPlan, Validation } from "../core/sheet/SheetPlan";
import { uniqueSheetName } from "../core/sheet/uniqueSheetName";
import { report, type Progress } from "../core/sheet/WorkbookPort";
import { paced, type Steps } from "../core/steps";
import { restNowAndThen } from "../page/rest";
import { queueStyles } from "./cellStyles";
import { addressesOf } from "./rectangles";
import { inputsOf, queueWrites, send, writeBatches, type WriteJob } from "./writeCells";

/**
 * Adds the planned sheet at the end and shows it, in two round trips (one more for every further 80,000 cells).
 * Gives back its name. Where Excel refuses midway, or the work is told to stop, the sheet begun is taken away again.
 */
export async function makeSheet(context: Excel.RequestContext, plan: SheetPlan, progress: Progress): Promise<string> {
  const sheets = context.workbook.worksheets.load("items/name");
  await context.sync();
  const name = uniqueSheetName(plan.name, sheets.items.map((sheet) => sheet.name));
  // Until the first request nothing has reached Excel.
  const [first, ...further] = await queueSheet(sheets.add(name), plan, progress);
  try {
    await send(context, first);
    for (const [index, batch] of further.entries()) {
      report(progress, index + 1, further.length + 1);
      await paced(queueWrites(batch), restNowAndThen(), progress);
      await send(context, batch);
    }
  } catch (error) {
    await takeAway(name);
    throw error;
  }
  return name;
}

/** Queues the sheet with the first batch of its contents; gives back all batches, a request each. */
async function queueSheet(sheet: Excel.Worksheet, plan: SheetPlan, progress: Progress): Promise<readonly [readonly WriteJob[], ...(readonly WriteJob[])[]]> {
  const rest = restNowAndThen();
  const bounds = await paced(boundsOf(placesOf(plan.cells)), rest, progress);
  if (bounds) {
    const { font } = sheet.getRange(a1Range(bounds)).format;
    font.name = "Times New Roman";
    font.size = 12;
  }
  await paced(queueStyles(sheet, plan.cells), rest, progress);
  const inputs = await paced(inputsOf(plan.cells), rest, progress);
  const [first = [], ...further] = writeBatches(bounds ? [{ sheet, rectangle: bounds, inputs }] : []);
  await paced(queueWrites(first), rest, progress);
  for (const merge of plan.merges) sheet.getRange(a1Range(merge)).merge();
  await paced(queueSizes(sheet, plan), rest, progress);
  queueFrozen(sheet, plan);
  queueValidations(sheet, plan);
  queuePrint(sheet, plan);
  sheet.activate();
  sheet.getRange(a1(plan.start)).select();
  return [first, ...further];
}

/** In a context of its own: what is still queued for the sheet is not sent any more. */
async function takeAway(name: string): Promise<void> {
  try {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItemOrNullObject(name).delete();
      await context.sync();
    });
  } catch {
    // What went wrong first is what the user is told.
  }
}

/**
 * The width in points of a column that shows so many digits of Excel's default font (Calibri 11, whose digits are 7 pixels wide),
 * with 5 pixels for padding and grid line, as ECMA-376 part 1, 18.3.1.13 gives it; a pixel is 3/4 of a point.
 */
export function pointsOfWidth(characters: number): number {
  const pixels = Math.trunc(((256 * characters + Math.trunc(128 / 7)) / 256) * 7) + 5;
  return (pixels * 3) / 4;
}

/** Makes a zero-based column so many characters wide. */
export function setColumnWidth(sheet: Excel.Worksheet, column: number, characters: number): void {
  const letters = columnLetters(column);
  sheet.getRange(`${letters}:${letters}`).format.columnWidth = pointsOfWidth(characters);
}

function* queueSizes(sheet: Excel.Worksheet, { columnWidths, rowHeights }: SheetPlan): Steps<void> {
  for (const [column, characters] of columnWidths) setColumnWidth(sheet, column, characters);
  yield;
  for (const { first, last, points } of runsOf(rowHeights)) {
    sheet.getRange(`${first + 1}:${last + 1}`).format.rowHeight = points;
    yield;
  }
}

/** Rows of one height that follow each other, so that ten thousand rows are one action and not a request too large for Excel. */
function runsOf(rowHeights: SheetPlan["rowHeights"]): readonly { readonly first: number; readonly last: number; readonly points: number }[] {
  const runs: { first: number; last: number; points: number }[] = [];
  for (const [row, points] of [...rowHeights].sort(([one], [other]) => one - other)) {
    const run = runs.at(-1);
    if (run && run.last === row - 1 && run.points === points) run.last = row;
    else runs.push({ first: row, last: row, points });
  }
  return runs;
}

function queueFrozen(sheet: Excel.Worksheet, { frozen: { rows, columns } }: SheetPlan): void {
  if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(a1Range({ top: 0, left: 0, bottom: rows - 1, right: columns - 1 }));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
}

function queueValidations(sheet: Excel.Worksheet, { validations }: SheetPlan): void {
  for (const validation of validations) {
    const { cells, errorTitle, errorMessage } = validation;
    for (const address of addressesOf(cells)) {
      const { dataValidation } = sheet.getRanges(address);
      dataValidation.ignoreBlanks = true;
      dataValidation.rule = validationRule(validation);
      dataValidation.errorAlert = { showAlert: true, style: "Stop", title: errorTitle, message: errorMessage };
    }
  }
}

function validationRule(validation: Validation): Excel.DataValidationRule {
  if ("list" in validation) return { list: { inCellDropDown: true, source: validation.list.join(",") } };
  const { decimal, most } = validation;
  const bounds: Excel.BasicDataValidation = most === undefined ? { formula1: 0, operator: "GreaterThanOrEqualTo" } : { formula1: 0, formula2: most, operator: "Between" };
  return decimal ? { decimal: bounds } : { wholeNumber: bounds };
}

function queuePrint(sheet: Excel.Worksheet, { print: { repeatedRows: [first, last], area, portrait } }: SheetPlan): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = portrait ? "Portrait" : "Landscape";
  pageLayout.paperSize = "A4";
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.centerHorizontally = true;
  pageLayout.setPrintTitleRows(`$${first + 1}:$${last + 1}`);
  pageLayout.setPrintArea(a1Range(area));
}
