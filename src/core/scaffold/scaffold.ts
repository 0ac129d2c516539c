import type { InfoKey } from "../head/ReportInfo";
import { textValue } from "../sheet/Cell";
import { leafColumns, type Form, type TableForm } from "../form/Form";
import type { CellStyle, NumberValidation, SheetPlan } from "../sheet/SheetPlan";
import { finish, type Steps } from "../steps";
import { numberOf } from "../figures/figureValue";
import { decimalsOf, mostOf } from "../figures/readFigure";
import type { Official } from "../words/Phrase";
import { join, spread, spreadText, type Block, type BlockTo } from "./Block";
import { DOTS, headParts, linkedText, planFormHead, sayPeriod, type HeadOptions, sheetName, planSignatureBlock } from "./formHead";
import { footRows, inputCells, planFoot, planLines, plannedRows, type InputCells } from "./tableBody";
import { columnWidths, planTableHeader } from "./tableHeader";

/** What the reporter chooses about a new sheet. */
export interface ScaffoldOptions extends HeadOptions {
  /** Labels of the rows, in order, where the form does not give them. None gives one row with a blank label. */
  readonly fields: readonly Official[];
}

const CAPTION: CellStyle = { bold: true, horizontal: "left" };
const FIELD: CellStyle = { horizontal: "left" };

/** A table of a form on the sheet. Rows are zero-based. */
interface PlannedTable extends BlockTo {
  readonly headerTop: number;
  /** First row of the body. */
  readonly first: number;
  readonly inputs: readonly InputCells[];
}

/** Lays out a table from row `top` on: caption, header rows with the numbering row, its rows, and the row that adds them up. */
function* planTable(layout: TableForm, fields: readonly string[], widths: readonly number[], top: number, right: number): Steps<PlannedTable> {
  const { caption } = layout;
  const rows = plannedRows(layout, fields);
  const feet = footRows(layout);
  const above = feet.filter(([{ at }]) => at === "first");
  const below = feet.filter(([{ at }]) => at === "last");
  const headerTop = caption === undefined ? top : top + 1;
  const header = planTableHeader(layout, widths, headerTop);
  const first = header.bottom + 1 + above.length;
  const last = first + rows.length - 1;
  const footBlocks = [...above.map((each, index) => planFoot(layout, each, rows, header.bottom + 1 + index, first)), ...below.map((each, index) => planFoot(layout, each, rows, last + 1 + index, first))];
  const captionCells = caption === undefined ? [] : [spreadText({ top, bottom: top, left: 0, right }, caption, CAPTION)];
  return {
    ...join([...captionCells, header, yield* planLines(layout, rows, widths, first), ...footBlocks]),
    headerTop,
    first: header.bottom + 1,
    bottom: last + below.length,
    inputs: inputCells(layout, rows, first),
  };
}

/** A line for each field of the head, one below the other from row `top` on; who reports, and on when, is known. */
function planHeadFields({ head }: Form, options: HeadOptions, top: number, right: number): Block {
  const known: Readonly<Record<string, readonly [said: string | undefined, key: InfoKey] | undefined>> = { unit: [options.unit, "unit"], when: [sayPeriod(options), "periodName"] };
  const contents = (head?.fields ?? []).map(({ key, label }) => {
    const [said, from] = known[key] ?? [];
    return from ? linkedText(`${label}: `, said, from, options.info) : textValue(`${label}: ${DOTS}`);
  });
  return join(contents.map((content, index) => spread({ top: top + index, bottom: top + index, left: 0, right }, content, FIELD)));
}

function validationOf({ column, cells }: InputCells): NumberValidation {
  const most = mostOf(column.kind);
  if (decimalsOf(column) === 0) {
    return {
      cells,
      errorTitle: column.kind.unit === "hồ sơ" ? "Số hồ sơ không hợp lệ" : "Số liệu không hợp lệ",
      errorMessage: "Ô này chỉ nhận số nguyên từ 0 trở lên. Hãy nhập số không có dấu chấm, dấu phẩy hoặc chữ.",
    };
  }
  const bounded = most === Infinity ? {} : { most: numberOf(most, column) };
  const upTo = most === Infinity ? "từ 0 trở lên" : `từ 0 đến ${numberOf(most, column)}`;
  return { cells, decimal: true, ...bounded, errorTitle: "Số liệu không hợp lệ", errorMessage: `Ô này chỉ nhận số ${upTo}. Hãy nhập số, không kèm chữ.` };
}

/**
 * A form as a sheet to be filled in, laid out as issued: head, its tables one below the other, and the signatures.
 * A form of grade C says of itself that it is only proposed.
 */
export const planSheet = (form: Form, options: ScaffoldOptions): SheetPlan => finish(planSheetInSteps(form, options));

/** The same, in steps. */
export function* planSheetInSteps(form: Form, options: ScaffoldOptions): Steps<SheetPlan> {
  const { head: words, paper, signatures } = form;
  const [main] = form.tables;
  const tables = form.tables.filter(({ instead }) => instead === undefined);
  const count = Math.max(...tables.map(({ columns }) => leafColumns(columns).length));
  const labelColumn = leafColumns(main.columns).findIndex(({ kind }) => kind === "label");
  const widths = yield* columnWidths(main, plannedRows(main, options.fields).map(({ label }) => label));
  const parts = headParts(widths, labelColumn);

  const head = planFormHead(form, options, parts, widths);
  const right = count - 1;
  let next = head.bottom + 1;
  const blocks: Block[] = [head, planHeadFields(form, options, next, right)];
  next += words?.fields?.length ?? 0;
  if (words?.unitOfMeasure !== undefined) {
    const unitCells = { top: next, bottom: next, left: parts.right[0], right: parts.right[1] };
    blocks.push(spreadText(unitCells, words.unitOfMeasure, { italic: true, horizontal: "right" }));
    next++;
  }
  const planned: PlannedTable[] = [];
  for (const layout of tables) {
    const table = yield* planTable(layout, options.fields, widths, next, right);
    planned.push(table);
    next = table.bottom + 2;
  }
  const [first] = planned;
  const bottom = planned.at(-1)!.bottom;
  const signed = signatures?.length === 0 ? undefined : planSignatureBlock(parts, widths, bottom + 2, signatures, options);
  const { cells, merges, heights } = join([...blocks, ...planned, ...(signed ? [signed] : [])]);
  const inputs = planned.flatMap((table) => table.inputs);
  const start = inputs[0]?.cells[0];
  return {
    name: sheetName(form),
    cells,
    merges,
    columnWidths: new Map(widths.entries()),
    rowHeights: heights,
    frozen: planned.length === 1 ? { rows: first!.first, columns: labelColumn + 1 } : { rows: 0, columns: 0 },
    validations: inputs.map(validationOf),
    print: {
      repeatedRows: [first!.headerTop, first!.first - 1],
      area: { top: 0, left: 0, bottom: signed?.bottom ?? bottom, right },
      ...(paper === "portrait" ? { portrait: true } : {}),
    },
    start: start ? { row: start.top, column: start.left } : { row: first!.first, column: 0 },
  };
}
