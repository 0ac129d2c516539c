import type { Form } from "../form/Form";
import type { CellStyle } from "../sheet/SheetPlan";
import { textHeight } from "../sheet/textSize";
import { formatDate, periodName, type Period } from "../words/Period";
import { capitalised } from "../words/Phrase";
import { join, spreadText, type BlockTo } from "./Block";

/** What a layout that was never seen as issued says of itself, so that nobody takes it for the legal text. */
const PROPOSED = "Mẫu đề xuất (chưa đối chiếu văn bản)";

/** To be filled in by hand. */
export const DOTS = "……………………";

/** Who reports on what. */
export interface HeadOptions {
  /** The reporting unit, as it signs: "UBND xã Phú Sơn". */
  readonly unit?: string;
  /** Whom it reports to. */
  readonly receiver?: string;
  readonly period: Period;
}

/** Zero-based first and last column. */
export type Span = readonly [first: number, last: number];

/** Columns under the three parts of the head. */
export interface HeadParts {
  readonly left: Span;
  readonly middle: Span;
  readonly right: Span;
}

/**
 * Of 13 columns the official copies give the first 2 (up to the labels) to the left part, 6 to the middle and 5 to the right.
 * `labelColumn` is zero-based; a form has at least three columns.
 */
export function headParts(count: number, labelColumn: number): HeadParts {
  const left = Math.max(1, Math.min(labelColumn + 1, count - 2));
  const right = Math.max(1, Math.min(Math.round((count * 5) / 13), count - left - 1));
  return { left: [0, left - 1], middle: [left, count - right - 1], right: [count - right, count - 1] };
}

interface Line {
  readonly text: string;
  readonly style: CellStyle;
}

/** A line over zero-based rows `top` to `bottom` of one part. */
interface PlacedLine extends Line {
  readonly top: number;
  readonly bottom: number;
  readonly span: Span;
}

function leftLines(form: Form): readonly Line[] {
  const official = form.grade !== "C";
  const [first, rest] = official ? [form.mark, form.head?.left ?? []] : [PROPOSED, form.mark ? [`Tham khảo: ${form.mark}`] : []];
  const style: CellStyle = { horizontal: "left", vertical: "top" };
  return [
    ...(first ? [{ text: first, style: { ...style, bold: true } }] : []),
    // One cell, so that long lines and short ones stay together however they wrap.
    ...(rest.length > 0 ? [{ text: rest.join("\n"), style }] : []),
  ];
}

/** What the period is called by the cut-off rule; "" where it is a local one. */
export const sayPeriod = ({ period }: HeadOptions): string => capitalised(periodName(period) ?? "");

function middleLines(form: Form, options: HeadOptions): readonly Line[] {
  const { period } = options;
  const name = sayPeriod(options);
  const title = form.grade === "C" ? `${PROPOSED}: ${form.title}` : form.title;
  const centred: CellStyle = { horizontal: "center" };
  return [
    { text: title, style: { ...centred, bold: true } },
    ...(name ? [{ text: `Kỳ báo cáo: ${name}`, style: centred }] : []),
    { text: `(Từ ngày ${formatDate(period.from)} đến ngày ${formatDate(period.to)})`, style: { ...centred, italic: true } },
  ];
}

const REPORTING = /^[\s-]*đơn vị (nhận )?báo cáo/iu;

/** The form's lines, with names put where it asks for them; the list of who may report then gives way to who does. */
function rightLines(form: Form, { unit, receiver }: HeadOptions): readonly Line[] {
  const lines = (form.head?.right ?? []).map((line) => line.normalize("NFC"));
  let named = false;
  const texts = lines.flatMap((line, index): readonly string[] => {
    const heading = REPORTING.exec(line);
    if (!heading) return named ? [] : [line];
    const name = heading[1] ? receiver : unit;
    named = name !== undefined;
    const next = lines[index + 1];
    const listed = next !== undefined && !REPORTING.test(next);
    return [!named && listed ? line : `${line.replace(/[\s:.…]+$/, "")}: ${name ?? DOTS}`];
  });
  return texts.map((text) => ({ text, style: { horizontal: "left", vertical: "top" } }));
}

/** Gives each line one row and the rows that are left to the line at `growing`. */
function place(lines: readonly Line[], rows: number, span: Span, growing: number): readonly PlacedLine[] {
  let next = 0;
  return lines.map((line, index) => {
    const top = next;
    next += index === growing ? rows - lines.length + 1 : 1;
    return { ...line, top, bottom: next - 1, span };
  });
}

/** Divides the rows among the lines. */
function divide(lines: readonly Line[], rows: number, span: Span): readonly PlacedLine[] {
  return lines.map((line, index) => ({
    ...line,
    top: Math.floor((index * rows) / lines.length),
    bottom: Math.floor(((index + 1) * rows) / lines.length) - 1,
    span,
  }));
}

/** Rows are as high as their texts need; what a tall line lacks is shared by its rows. */
function rowHeights(lines: readonly PlacedLine[], rows: number, widths: readonly number[]): ReadonlyMap<number, number> {
  const heights = new Map(Array.from({ length: rows }, (_, row) => [row, 16.5]));
  for (const { text, style, top, bottom, span } of lines) {
    const width = widths.slice(span[0], span[1] + 1).reduce((sum, each) => sum + each, 0);
    const share = textHeight(text, width, style) / (bottom - top + 1);
    for (let row = top; row <= bottom; row++) heights.set(row, Math.max(share, heights.get(row)!));
  }
  return heights;
}

/** The block above the table in its three parts: mark and basis, title and period, who reports to whom. */
export function planFormHead(form: Form, options: HeadOptions, parts: HeadParts, widths: readonly number[]): BlockTo {
  const [left, middle, right] = [leftLines(form), middleLines(form, options), rightLines(form, options)];
  const isAlone = left.length === 0 && right.length === 0;
  const rows = Math.max(left.length, middle.length + 1, right.length);
  const lines = [
    ...place(left, rows, parts.left, left.length - 1),
    ...place(middle, rows, isAlone ? [parts.left[0], parts.right[1]] : parts.middle, 0),
    ...divide(right, rows, parts.right),
  ];
  return {
    ...join(lines.map(({ text, style, top, bottom, span }) => spreadText({ top, bottom, left: span[0], right: span[1] }, text, style))),
    bottom: rows - 1,
    heights: rowHeights(lines, rows, widths),
  };
}

/** What the sheet of a form is called, as long as Excel takes that: "Biểu số II.06a/VPCP/KSTT" gives "II.06a". */
export function sheetName({ id, mark = "", sheetName: own }: Form): string {
  const [number] = mark.normalize("NFC").replace(/^\s*(?:Biểu mẫu|Biểu|Mẫu|Phụ lục)(?:\s+số)?\s+/u, "").split("/");
  return own ?? (number || id);
}

const CENTRED: CellStyle = { horizontal: "center" };

/** Rows of the block: place and date, who signs, how, and room for the signatures and names. */
const ROWS = 7;

/** Who signs at the left and at the right of official forms. */
const SIGNERS: readonly string[] = ["NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ"];

/** Who drew up the form, and who answers for it, from row `top` (zero-based) on. */
export function planSignatureBlock({ left, right }: HeadParts, top: number, [drawn, answering] = SIGNERS): BlockTo {
  const line = (row: number, span: Span, text: string, style: CellStyle) =>
    spreadText({ top: top + row, bottom: top + row, left: span[0], right: span[1] }, text, { ...CENTRED, ...style });
  return {
    ...join([
      line(0, right, `${DOTS}, ngày … tháng … năm …`, { italic: true }),
      line(1, left, drawn ?? "", { bold: true }),
      line(1, right, answering ?? "", { bold: true }),
      line(2, drawn ? left : right, "(Ký, ghi rõ họ, tên)", { italic: true }),
    ]),
    bottom: top + ROWS - 1,
  };
}
