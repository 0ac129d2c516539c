import { a1, a1Range, type Rectangle } from "../../core/sheet/Address";
import { boundsOf, placesOf } from "../../core/sheet/rectangles";
import type { CellStyle, PlannedCell, SheetPlan, Validation } from "../../core/sheet/SheetPlan";
import { STEP, type Steps } from "../../core/steps";
import { PIECE } from "../package/cutText";
import type { StyleSheet } from "../styles/StyleSheet";
import { escapeAttribute, escapeText, XML_HEAD } from "../xml/text";
import { cellXml } from "./cellXml";

/** A sheet to be made; without `print` it prints as Excel sees fit. */
export type SheetContent = Omit<SheetPlan, "print"> & { readonly print?: SheetPlan["print"] };

/** A sheet on which nothing stands. */
export const EMPTY_SHEET: SheetContent = {
  name: "Sheet1",
  cells: [],
  merges: [],
  columnWidths: new Map(),
  rowHeights: new Map(),
  frozen: { rows: 0, columns: 0 },
  validations: [],
  start: { row: 0, column: 0 },
};

/** What Excel adds to a column's width in characters for its margins, in the default font. */
export const COLUMN_MARGIN = 0.7109375;

/** Inches. Left leaves room for binding. */
const MARGINS = { left: 0.59, right: 0.39, top: 0.59, bottom: 0.59, header: 0.3, footer: 0.3 };

/** What a sheet without cells is said to use. */
const FIRST_CELL: Rectangle = { top: 0, left: 0, bottom: 0, right: 0 };

/** "1/3" in the middle of each page's foot. */
const FOOTER = '&C&"Times New Roman,Regular"&10&P/&N';

/** A new worksheet as text in pieces cut between rows, its elements in the order of CT_Worksheet. */
export function* sheetXml(plan: SheetContent, styles: StyleSheet, mainNamespace: string): Steps<readonly string[]> {
  const { print } = plan;
  const [rows, ...further] = yield* rowsXml(plan, styles);
  const head = [
    `${XML_HEAD}<worksheet xmlns="${mainNamespace}">`,
    print ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : "",
    `<dimension ref="${a1Range((yield* boundsOf(placesOf(plan.cells))) ?? FIRST_CELL)}"/>`,
    viewXml(plan),
    '<sheetFormatPr defaultRowHeight="15.75"/>',
    columnsXml(plan.columnWidths),
    "<sheetData>",
  ].join("");
  const tail = [
    "</sheetData>",
    list("mergeCells", plan.merges.map((merge) => `<mergeCell ref="${a1Range(merge)}"/>`)),
    validationsXml(plan),
    print ? '<printOptions horizontalCentered="1"/>' : "",
    print ? `<pageMargins ${Object.entries(MARGINS).map(([side, inches]) => `${side}="${inches}"`).join(" ")}/>` : "",
    print ? `<pageSetup paperSize="9" orientation="${print.portrait ? "portrait" : "landscape"}" fitToWidth="1" fitToHeight="0"/>` : "",
    print ? `<headerFooter><oddFooter>${escapeText(FOOTER)}</oddFooter></headerFooter>` : "",
    "</worksheet>",
  ].join("");
  return further.length === 0 ? [head + rows + tail] : [head + rows, ...further.slice(0, -1), further.at(-1)! + tail];
}

function viewXml({ frozen: { rows, columns }, start }: SheetContent): string {
  const pane = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ""}${rows > 0 ? ` ySplit="${rows}"` : ""}`;
  const frozen = rows > 0 || columns > 0;
  const pane1 = frozen ? `<pane${split} topLeftCell="${a1({ row: rows, column: columns })}" activePane="${pane}" state="frozen"/>` : "";
  const selection = `<selection${frozen ? ` pane="${pane}"` : ""} activeCell="${a1(start)}" sqref="${a1(start)}"/>`;
  return `<sheetViews><sheetView tabSelected="1" workbookViewId="0">${pane1}${selection}</sheetView></sheetViews>`;
}

function columnsXml(widths: ReadonlyMap<number, number>): string {
  const ordered = [...widths].sort(([first], [second]) => first - second);
  const columns = ordered.map(([column, width]) => `<col min="${column + 1}" max="${column + 1}" width="${width + COLUMN_MARGIN}" customWidth="1"/>`);
  return columns.length > 0 ? `<cols>${columns.join("")}</cols>` : "";
}

function* rowsXml({ cells, rowHeights }: SheetContent, styles: StyleSheet): Steps<readonly [string, ...string[]]> {
  const rows = new Map<number, PlannedCell[]>([...rowHeights.keys()].map((row) => [row, []]));
  for (const [index, cell] of cells.entries()) {
    if (index % STEP === STEP - 1) yield;
    const line = rows.get(cell.at.row);
    if (line) line.push(cell);
    else rows.set(cell.at.row, [cell]);
  }
  const ordered = [...rows].sort(([first], [second]) => first - second);
  const known = new Map<CellStyle, number>();
  const numberOf = (style: CellStyle): number => {
    let number = known.get(style);
    if (number === undefined) known.set(style, (number = styles.derive(0, { fontName: "Times New Roman", fontSize: 12, ...style })));
    return number;
  };
  const full: string[] = [];
  let xml = "";
  for (const [row, line] of ordered) {
    yield;
    if (xml.length > PIECE) {
      full.push(xml);
      xml = "";
    }
    xml += rowXml(row, line, rowHeights.get(row), numberOf);
  }
  const [first = xml, ...further] = [...full, xml];
  return [first, ...further];
}

function rowXml(row: number, line: readonly PlannedCell[], height: number | undefined, numberOf: (style: CellStyle) => number): string {
  const distinct = [...new Map(line.map((cell) => [cell.at.column, cell])).values()].sort((first, second) => first.at.column - second.at.column);
  const cells = distinct.map(({ at, content, style }) => cellXml("", at.row, at.column, numberOf(style), content));
  const tall = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
  return `<row r="${row + 1}"${tall}>${cells.join("")}</row>`;
}

function validationsXml({ validations }: SheetContent): string {
  const written = validations
    .filter(({ cells }) => cells.length > 0)
    .map((validation) => {
      const [title, message] = [validation.errorTitle, validation.errorMessage].map(escapeAttribute);
      const { type, formulas } = validationRule(validation);
      const said = `allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="${title}" error="${message}"`;
      return `<dataValidation ${type} ${said} sqref="${validation.cells.map(a1Range).join(" ")}">${formulas}</dataValidation>`;
    });
  return list("dataValidations", written);
}

function validationRule(validation: Validation): { readonly type: string; readonly formulas: string } {
  if ("list" in validation) return { type: 'type="list"', formulas: `<formula1>${escapeText(`"${validation.list.join(",")}"`)}</formula1>` };
  const { decimal, most } = validation;
  const operator = most === undefined ? "greaterThanOrEqual" : "between";
  const upTo = most === undefined ? "" : `<formula2>${most}</formula2>`;
  return { type: `type="${decimal ? "decimal" : "whole"}" operator="${operator}"`, formulas: `<formula1>0</formula1>${upTo}` };
}

const list = (name: string, items: readonly string[]): string =>
  items.length > 0 ? `<${name} count="${items.length}">${items.join("")}</${name}>` : "";
