import { leafColumns, type Form } from "../form/Form";
import type { SheetPlan } from "../sheet/SheetPlan";
import { finish, type Steps } from "../steps";
import type { Official } from "../words";
import { join, spreadText } from "./Block";
import { headParts, planFormHead, type HeadOptions } from "./formHead";
import { sheetName } from "./sheetName";
import { planSignatureBlock } from "./signatureBlock";
import { inputCells, lineHeights, planLines, planTotalRow } from "./tableBody";
import { columnWidths, planTableHeader } from "./tableHeader";

/** What the reporter chooses about a new sheet. */
export interface ScaffoldOptions extends HeadOptions {
  /** Labels of the rows, in order. None gives one row with a blank label. */
  readonly fields: readonly Official[];
}

/**
 * A form as a sheet to be filled in, laid out as issued: head, header rows with the numbering row, a row a field
 * with live formulas in the columns that add up others, the total row, and the signatures.
 * A form of grade C says of itself that it is only proposed.
 */
export const planSheet = (form: Form, options: ScaffoldOptions): SheetPlan => finish(planSheetInSteps(form, options));

/** The same, in steps. */
export function* planSheetInSteps(form: Form, options: ScaffoldOptions): Steps<SheetPlan> {
  const columns = leafColumns(form.columns);
  const labels = options.fields.length > 0 ? options.fields : [""];
  const widths = yield* columnWidths(columns, labels);
  const labelColumn = columns.findIndex(({ kind }) => kind === "label");
  const parts = headParts(columns.length, labelColumn);

  const head = planFormHead(form, options, parts, widths);
  const unitRow = head.rows;
  const unitOfMeasure = spreadText(
    { top: unitRow, bottom: unitRow, left: parts.right[0], right: parts.right[1] },
    form.header.unitOfMeasure,
    { italic: true, horizontal: "right" },
  );
  const headerTop = unitRow + 1;
  const header = planTableHeader(form.columns, widths, headerTop);
  const first = header.numberingRow + 1;
  const last = first + labels.length - 1;
  const signatures = planSignatureBlock(parts, last + 3);
  const { cells, merges } = join([
    head,
    unitOfMeasure,
    header,
    yield* planLines(columns, labels, first),
    planTotalRow(columns, form.totalLabels[0], first, last),
    signatures,
  ]);
  const inputs = inputCells(columns, first, last);
  return {
    name: sheetName(form),
    cells,
    merges,
    columnWidths: new Map(widths.entries()),
    rowHeights: new Map([...head.heights, ...header.heights, ...(yield* lineHeights(labels, widths[labelColumn]!, first))]),
    frozen: { rows: first, columns: labelColumn + 1 },
    validations: [
      {
        cells: inputs,
        errorTitle: "Số hồ sơ không hợp lệ",
        errorMessage: "Ô này chỉ nhận số nguyên từ 0 trở lên. Hãy nhập số không có dấu chấm, dấu phẩy hoặc chữ.",
      },
    ],
    print: { repeatedRows: [headerTop, header.numberingRow], area: { top: 0, left: 0, bottom: signatures.bottom, right: columns.length - 1 } },
    start: inputs[0] ? { row: inputs[0].top, column: inputs[0].left } : { row: first, column: 0 },
  };
}
