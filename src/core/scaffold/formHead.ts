import type { Form } from "../form/Form";
import { infoReference, type InfoKey, type InfoSource } from "../head/ReportInfo";
import { EMPTY_RESULT, plainText, textValue, type Content } from "../sheet/Cell";
import type { CellStyle } from "../sheet/SheetPlan";
import { textHeight, widthFor } from "../sheet/textSize";
import { quotedText } from "../sheet/writeFormula";
import { periodName, type Period } from "../words/Period";
import { capitalised } from "../words/Phrase";
import { withoutEnd } from "../words/withoutEnd";
import { join, spread, type BlockTo } from "./Block";
import { sayDates } from "./infoSheet";

/** What a layout that was never seen as issued says of itself, so that nobody takes it for the legal text. */
const PROPOSED = "Mẫu đề xuất (chưa đối chiếu văn bản)";

/** What working sheets of our own are titled. */
const TABLE_OF_FIGURES = "Bảng số liệu";

/** To be filled in by hand. */
export const DOTS = "……………………";

/** Who reports on what. */
export interface HeadOptions {
  /** The reporting unit, as it signs: "UBND xã Phú Sơn". */
  readonly unit?: string;
  /** Whom it reports to. */
  readonly receiver?: string;
  /** Where it is signed, and by whom, as the sheet of the workbook says that the head takes it from. */
  readonly place?: string;
  readonly signatory?: string;
  readonly period: Period;
  /** The sheet of the workbook that says all this: the head then takes it from there by formula, so that a change runs through. */
  readonly info?: InfoSource;
}

/** What a line says after its first words, by formula where a sheet says it for all; dots where nobody has said it yet. */
export function linkedText(before: string, said: string | undefined, key: InfoKey, info: InfoSource | undefined): Content {
  const reference = info && infoReference(info, key);
  const value = textValue(`${before}${said || DOTS}`);
  if (reference === undefined) return value;
  const filled = `IF(${reference}="",${quotedText(DOTS)},${reference})`;
  return { kind: "formula", formula: before === "" ? `=${filled}` : `=${quotedText(before)}&${filled}`, value };
}

/** Zero-based first and last column. */
export type Span = readonly [first: number, last: number];

/** Columns under the three parts of the head. */
export interface HeadParts {
  readonly left: Span;
  readonly middle: Span;
  readonly right: Span;
}

/** Characters that the left part takes at least: the mark of an official form stands in one line. */
const LEAST_LEFT = 24;

const widthUnder = (widths: readonly number[], [first, last]: Span): number => widths.slice(first, last + 1).reduce((sum, each) => sum + each, 0);

/**
 * Of 13 columns the official copies give the first 2 (up to the labels) to the left part, 6 to the middle and 5 to the right; columns too
 * narrow for the left part give it more of them. `labelColumn` is zero-based; a form has at least three columns.
 * @param widths Of the columns, in characters.
 */
export function headParts(widths: readonly number[], labelColumn: number): HeadParts {
  const count = widths.length;
  let left = Math.max(1, Math.min(labelColumn + 1, count - 2));
  while (left < count - 2 && widthUnder(widths, [0, left - 1]) < LEAST_LEFT) left++;
  const right = Math.max(1, Math.min(Math.round((count * 5) / 13), count - left - 1));
  return { left: [0, left - 1], middle: [left, count - right - 1], right: [count - right, count - 1] };
}

interface Line {
  readonly content: Content;
  readonly style: CellStyle;
}

const line = (text: string, style: CellStyle): Line => ({ content: textValue(text), style });

/** The words a line shows, which say how high it must be. */
const wordsOf = ({ content }: Line): string => plainText(content.kind === "formula" ? content.value : content);

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
    ...(first ? [line(first, { ...style, bold: true })] : []),
    // One cell, so that long lines and short ones stay together however they wrap.
    ...(rest.length > 0 ? [line(rest.join("\n"), style)] : []),
  ];
}

/** What the period is called by the cut-off rule; "" where it is a local one. */
export const sayPeriod = ({ period }: HeadOptions): string => capitalised(periodName(period) ?? "");

/** The period's name and its dates. A sheet that says them for all may name the period later, or no more. */
function periodLines({ period, info }: HeadOptions, name: string): readonly Content[] {
  const [named, dated] = (["periodName", "periodDates"] as const).map((key) => info && infoReference(info, key));
  const before = "Kỳ báo cáo: ";
  const nameText = textValue(name ? before + name : "");
  const dates = textValue(sayDates(period));
  return [
    ...(named ? [{ kind: "formula" as const, formula: `=IF(${named}="","",${quotedText(before)}&${named})`, value: name ? nameText : EMPTY_RESULT }] : name ? [nameText] : []),
    dated ? { kind: "formula", formula: `=${dated}`, value: dates } : dates,
  ];
}

function middleLines(form: Form, options: HeadOptions): readonly Line[] {
  // A table of figures lays claim to nobody's form; its left part says what it is.
  const title = form.grade === "C" && !form.title.startsWith(TABLE_OF_FIGURES) ? `${PROPOSED}: ${form.title}` : form.title;
  const centred: CellStyle = { horizontal: "center" };
  const period = periodLines(options, sayPeriod(options));
  return [
    line(title, { ...centred, bold: true }),
    ...period.map((content, index) => ({ content, style: { ...centred, ...(index === period.length - 1 ? { italic: true } : {}) } })),
  ];
}

const REPORTING = /^[\s-]*đơn vị (nhận )?báo cáo/iu;

/** The form's lines, with names put where it asks for them; the list of who may report then gives way to who does. */
function rightLines(form: Form, { unit, receiver, info }: HeadOptions): readonly Line[] {
  const lines = (form.head?.right ?? []).map((line) => line.normalize("NFC"));
  let named = false;
  const contents = lines.flatMap((text, index): readonly Content[] => {
    const heading = REPORTING.exec(text);
    if (!heading) return named ? [] : [textValue(text)];
    const name = heading[1] ? receiver : unit;
    named = name !== undefined || info !== undefined;
    const next = lines[index + 1];
    const listed = next !== undefined && !REPORTING.test(next);
    return [!named && listed ? textValue(text) : linkedText(`${withoutEnd(text, /[\s:.…]/)}: `, name, heading[1] ? "receiver" : "unit", info)];
  });
  return contents.map((content) => ({ content, style: { horizontal: "left", vertical: "top" } }));
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
  for (const placed of lines) {
    const { style, top, bottom, span } = placed;
    const share = textHeight(wordsOf(placed), widthUnder(widths, span), style) / (bottom - top + 1);
    for (let row = top; row <= bottom; row++) heights.set(row, Math.max(share, heights.get(row)!));
  }
  return heights;
}

/** The block above the table in its three parts: mark and basis, title and period, who reports to whom. */
export function planFormHead(form: Form, options: HeadOptions, parts: HeadParts, widths: readonly number[]): BlockTo {
  const [left, middle, right] = [leftLines(form), middleLines(form, options), rightLines(form, options)];
  // What no other part needs is the title's.
  const titled: Span = [left.length === 0 && right.length === 0 ? parts.left[0] : parts.middle[0], right.length === 0 ? parts.right[1] : parts.middle[1]];
  const rows = Math.max(left.length, middle.length + 1, right.length);
  const lines = [
    ...place(left, rows, parts.left, left.length - 1),
    ...place(middle, rows, titled, 0),
    ...divide(right, rows, parts.right),
  ];
  return {
    ...join(lines.map(({ content, style, top, bottom, span }) => spread({ top, bottom, left: span[0], right: span[1] }, content, style))),
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

/** The columns under the place and date: the right part, with columns of the middle where that is too narrow for one line. */
function signedSpan({ middle, right }: HeadParts, widths: readonly number[], text: string): Span {
  let [first] = right;
  while (first > middle[0] && widthUnder(widths, [first, right[1]]) < widthFor(text, {})) first--;
  return [first, right[1]];
}

/** Who drew up the form, and who answers for it, from row `top` (zero-based) on; their names, too, where a sheet says them for all forms. */
export function planSignatureBlock(
  parts: HeadParts,
  widths: readonly number[],
  top: number,
  [drawn, answering] = SIGNERS,
  { info, place: said, signatory: name }: Partial<HeadOptions> = {},
): BlockTo {
  const put = (row: number, span: Span, content: Content, style: CellStyle) =>
    spread({ top: top + row, bottom: top + row, left: span[0], right: span[1] }, content, { ...CENTRED, ...style });
  const write = (row: number, span: Span, text: string, style: CellStyle) => put(row, span, textValue(text), style);
  const place = info && infoReference(info, "place");
  const day = ", ngày … tháng … năm …";
  const { left } = parts;
  const right = signedSpan(parts, widths, DOTS + day);
  const nameFrom = (key: InfoKey, known?: string): Content | undefined => {
    const reference = info && infoReference(info, key);
    return reference === undefined ? undefined : { kind: "formula", formula: `=IF(${reference}="","",${reference})`, value: known ? textValue(known) : EMPTY_RESULT };
  };
  const [preparer, signatory] = [nameFrom("preparedBy"), nameFrom("signatory", name)];
  return {
    ...join([
      place === undefined
        ? write(0, right, DOTS + day, { italic: true })
        : put(0, right, { kind: "formula", formula: `=IF(${place}="",${quotedText(DOTS)},${place})&${quotedText(day)}`, value: textValue((said || DOTS) + day) }, { italic: true }),
      write(1, left, drawn ?? "", { bold: true }),
      write(1, right, answering ?? "", { bold: true }),
      write(2, drawn ? left : right, "(Ký, ghi rõ họ, tên)", { italic: true }),
      ...(preparer && drawn ? [put(ROWS - 1, left, preparer, { bold: true })] : []),
      ...(signatory && answering ? [put(ROWS - 1, right, signatory, { bold: true })] : []),
    ]),
    bottom: top + ROWS - 1,
    heights: new Map([[top, textHeight(DOTS + day, widthUnder(widths, right), {})]]),
  };
}
