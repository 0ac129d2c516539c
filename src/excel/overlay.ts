import { TroubleError } from "../core/Trouble";
import { kindOfMark, MARK_LOOKS, markFormula } from "../core/highlights/markRule";
import type { Position } from "../core/sheet/Address";
import { SILENT, type Mark } from "../core/sheet/WorkbookPort";
import { cellsWithin, rectanglesInSteps } from "../core/sheet/rectangles";
import { paced } from "../core/steps";
import { MARK_KINDS, type MarkKind } from "../core/words/Phrase";
import { restNowAndThen } from "../page/rest";
import { mayPassWithLess, troubleOf } from "./excelTrouble";
import { addressesOf, rectangleOf } from "./rectangles";

/** One of our conditional formats, and what it marks. */
interface Standing {
  readonly id: string;
  readonly kind: MarkKind;
}

/** What stands of ours on one sheet. */
export interface MarkedSheet {
  readonly id: string;
  readonly name: string;
  /** True when Excel would refuse conditional formats here. */
  readonly closed: boolean;
  readonly standing: readonly Standing[];
}

/** What is loaded of the sheets to know whether they can be marked. */
export const SHEET_PROPERTIES = "items/id,items/name,items/visibility,items/protection/protected,items/protection/options";

/**
 * Loads the formulas of all conditional formats through their collection. Asking through each format's own address instead fails
 * where a user has set two rules in one dialog (OfficeDev/office-js #5222, #6827), and asking for `custom` fails where there
 * are other kinds (#2180).
 */
const FORMAT_PROPERTIES = "items/id,items/type,items/customOrNullObject/rule/formula";

/** Conditional formats that overlap any cell of the sheet. */
function formatsOf(sheet: Excel.Worksheet): Excel.ConditionalFormatCollection {
  return sheet.getRange().conditionalFormats;
}

/** Asks for all conditional formats of a sheet, to be read by `markedSheet` after the next sync. */
export function queueFormats(sheet: Excel.Worksheet): Excel.ConditionalFormatCollection {
  return formatsOf(sheet).load(FORMAT_PROPERTIES);
}

/** What stands on a sheet, its properties and conditional formats being synced. */
export function markedSheet(sheet: Excel.Worksheet, formats: Excel.ConditionalFormatCollection): MarkedSheet {
  return describe(sheet, formats, ({ customOrNullObject }) => customOrNullObject.rule.formula);
}

function describe(
  sheet: Excel.Worksheet,
  formats: Excel.ConditionalFormatCollection,
  formula: (format: Excel.ConditionalFormat) => string,
): MarkedSheet {
  const standing = formats.items.flatMap((format) => {
    const kind = format.type === "Custom" ? kindOfMark(formula(format)) : undefined;
    return kind ? [{ id: format.id, kind }] : [];
  });
  const { protected: locked, options } = sheet.protection;
  return { id: sheet.id, name: sheet.name, closed: locked && !options?.allowFormatCells, standing };
}

/** Finds our marks on every sheet, set in this session or an earlier one: two round trips, or four where Excel cannot tell in two. */
export async function findMarks(context: Excel.RequestContext): Promise<readonly MarkedSheet[]> {
  const sheets = context.workbook.worksheets.load(SHEET_PROPERTIES);
  await context.sync();
  try {
    const formats = sheets.items.map(queueFormats);
    await context.sync();
    return sheets.items.map((sheet, index) => markedSheet(sheet, formats[index]!));
  } catch (error) {
    if (!mayPassWithLess(error)) throw error;
    return findMarksOneByOne(context, sheets.items);
  }
}

async function findMarksOneByOne(context: Excel.RequestContext, sheets: readonly Excel.Worksheet[]): Promise<readonly MarkedSheet[]> {
  const formats = sheets.map((sheet) => formatsOf(sheet).load("items/id,items/type"));
  await context.sync();
  const rules = new Map(
    formats.flatMap(({ items }) => items.filter(({ type }) => type === "Custom").map((format) => [format, format.custom.rule.load("formula")] as const)),
  );
  if (rules.size > 0) await context.sync();
  return sheets.map((sheet, index) => describe(sheet, formats[index]!, (format) => rules.get(format)!.formula));
}

/** What a mark adds to a request besides its address, and what lifting one does. */
const BYTES_OF_MARK = 3_000;
const BYTES_OF_LIFTING = 600;
/** Excel on the web refuses requests of more than 5 MB. */
const MOST_BYTES = 4_000_000;

/**
 * Makes exactly these marks stand, in one round trip; in more where they are hundreds of thousands. Lays a conditional format for each kind and sheet over the user's
 * formatting; marks of sheets that are gone are left out. Throws before anything is written when a sheet is protected.
 */
export async function writeMarks(context: Excel.RequestContext, sheets: readonly MarkedSheet[], marks: readonly Mark[]): Promise<void> {
  const wanted = sheets.map((sheet) => ({ sheet, cells: cellsByKind(marks.filter((mark) => mark.sheet === sheet.name)) }));
  const changing = wanted.filter(({ sheet, cells }) => sheet.standing.length > 0 || cells.size > 0);
  const closed = changing.find(({ sheet }) => sheet.closed);
  if (closed) throw new TroubleError(troubleOf("protected", closed.sheet.name));
  if (changing.length === 0) return;
  let bytes = 0;
  const sendBefore = async (more: number): Promise<void> => {
    if (bytes + more > MOST_BYTES) {
      await context.sync();
      bytes = 0;
    }
    bytes += more;
  };
  for (const { sheet, cells } of changing) {
    const worksheet = context.workbook.worksheets.getItem(sheet.id);
    for (const { id } of sheet.standing) {
      await sendBefore(BYTES_OF_LIFTING);
      formatsOf(worksheet).getItem(id).delete();
    }
    // The format added last comes first: errors on top.
    for (const kind of [...MARK_KINDS].reverse()) {
      const positions = cells.get(kind);
      if (!positions) continue;
      for (const address of addressesOf(await paced(rectanglesInSteps(positions), restNowAndThen(), SILENT))) {
        await sendBefore(address.length + BYTES_OF_MARK);
        addMark(worksheet.getRanges(address), kind);
      }
    }
  }
  await context.sync();
}

function cellsByKind(marks: readonly Mark[]): ReadonlyMap<MarkKind, readonly Position[]> {
  const byKind = new Map<MarkKind, readonly Position[]>();
  for (const { kind, cells } of marks) {
    if (cells.length > 0) byKind.set(kind, [...(byKind.get(kind) ?? []), ...cells]);
  }
  return byKind;
}

const EDGES = ["top", "bottom", "left", "right"] as const;
const LINE_STYLES = { solid: "Continuous", dashed: "Dash", dotted: "Dot" } as const;

function addMark(cells: Excel.RangeAreas, kind: MarkKind): void {
  const { custom } = cells.conditionalFormats.add("Custom");
  const look = MARK_LOOKS[kind];
  custom.rule.formula = markFormula(kind);
  custom.format.fill.color = look.fill;
  custom.format.font.color = look.font;
  if (look.italic) custom.format.font.italic = true;
  for (const edge of EDGES) {
    const border = custom.format.borders[edge];
    border.style = LINE_STYLES[look.lineStyle];
    border.color = look.line;
  }
}

/** A format that users have filled down whole columns says nothing about single cells; we tell of this many. */
const MOST_CELLS = 100_000;

/** The cells our formats mark, one mark a sheet and kind, in one round trip more. */
export async function readMarks(context: Excel.RequestContext, sheets: readonly MarkedSheet[]): Promise<readonly Mark[]> {
  const loaded = sheets.flatMap(({ id, name, standing }) =>
    standing.map((format) => ({
      name,
      kind: format.kind,
      areas: formatsOf(context.workbook.worksheets.getItem(id))
        .getItem(format.id)
        .getRanges()
        .areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount"),
    })),
  );
  if (loaded.length === 0) return [];
  await context.sync();
  return sheets.flatMap(({ name }) =>
    MARK_KINDS.flatMap((kind) => {
      const areas = loaded.filter((each) => each.name === name && each.kind === kind).flatMap((each) => each.areas.items);
      const cells = cellsWithin(areas.map(rectangleOf), MOST_CELLS);
      return cells.length === 0 ? [] : [{ sheet: name, kind, cells }];
    }),
  );
}
