import type { TableForm } from "../form/Form";
import type { Position } from "../sheet/Address";
import { BLANK_CELL, plainText } from "../sheet/Cell";
import { fold, foldTight } from "../sheet/fold";
import type { Sheet, SheetRow } from "../sheet/Sheet";
import type { Steps } from "../steps";
import type { Header } from "./Header";
import { readFigure } from "./readFigure";
import { meantUnits } from "./Reading";
import { withStackedLines } from "./stackedLines";
import type { Figure, RowKind, TableRow } from "./Table";

/** More blank rows than this end a table. */
const MOST_BLANK_ROWS = 6;
/** The head printed again on each page, from its mark to the header, is not longer than this. */
const MOST_PAGE_HEAD_ROWS = 12;

/** What stands below a table or on the head of the next page, folded. */
const SIGNATURE = /^(nguoi (lap|tong hop|lam)|thu truong|kt\.|tm\.|tl\.|noi nhan|\(ky|ghi chu|chu tich|pho chu tich|xac nhan|.*ngay .{0,12}thang .{0,8}nam \d)/;
const PAGE_HEAD = /^(bieu so|mau so|tinh hinh, ket qua|ban hanh|ky bao cao|\(?\s*tu ngay|- ?don vi|don vi (bao cao|nhan|tinh))/;

const ROMAN = /^(?:[IVX]+|[A-H])\s*[.)]?$/;
const LETTER = /^[A-H]\s*[.)]?$/;
/** "1", "2." or "3)", one under the other where a row holds several lines. */
const NUMBERED = /^\d+\s*[.)]?(?:\s+\d+\s*[.)]?)*$/;
/** "(I+II)" after "TỔNG CỘNG". */
const SUMMANDS = /[(=\s]*[IVX\d]+(?:\s*\+\s*[IVX\d]+)+\s*\)?\s*$/;

/** The form's own words for rows, folded once. */
interface RowWords {
  readonly totals: ReadonlySet<string>;
  readonly sections: ReadonlySet<string>;
}

const rowWords = (form: TableForm): RowWords => ({
  totals: new Set(form.foot?.labels.map(foldTight)),
  sections: new Set(("each" in form.rows ? (form.rows.sections ?? []) : []).map(foldTight)),
});

interface Draft {
  readonly row: number;
  readonly ordinal: string;
  readonly label: string;
  readonly labelAt: Position;
  readonly figures: readonly Figure[];
  readonly kind: "line" | "heading" | "sum" | "total";
}

export interface Body {
  readonly rows: readonly TableRow[];
  /** Zero-based row after which the table has ended. */
  readonly last: number;
}

function textAt(cells: SheetRow, column: number | undefined): string {
  return column === undefined ? "" : plainText((cells[column] ?? BLANK_CELL).value).trim();
}

function hasFigures(figures: readonly Figure[]): boolean {
  return figures.some(({ reading }) => reading.kind !== "blank" && !(reading.kind === "unreadable" && reading.why === "words"));
}

/** The first words of a row, wherever a pasted head or signature block put them. */
function firstText(cells: SheetRow): string {
  const cell = cells.find((each) => each?.value.kind === "text");
  return cell ? fold(plainText(cell.value)) : "";
}

function isSectionName(words: RowWords, ordinal: string, label: string): boolean {
  return ROMAN.test(ordinal) || words.sections.has(foldTight(label));
}

function draftOf(words: RowWords, header: Header, row: number, cells: SheetRow): Draft {
  const figures = withStackedLines(
    header.counts.map(({ at, column }): Figure => {
      const cell = cells[at] ?? BLANK_CELL;
      return { at: { row, column: at }, cell, column, reading: readFigure(cell, column) };
    }),
  );
  const ordinal = textAt(cells, header.ordinalColumn);
  const label = textAt(cells, header.labelColumn);
  const blank = figures.every(({ reading }) => reading.kind === "blank");
  const keys = [ordinal, label].map((text) => foldTight(text.replace(SUMMANDS, "")));
  const isTotal = keys.some((key) => words.totals.has(key));
  const isSum = !isTotal && keys.some((key) => key === "cong" || /^(cong|tong)muc/.test(key) || /^(tong)?cong[ivx]+$/.test(key));
  // A heading merged across the first columns stands in the first of them.
  const across = label === "" && ordinal !== "" && !NUMBERED.test(ordinal) && blank;
  const isHeading = across || (label !== "" && (isSectionName(words, ordinal, label) || (ordinal === "" && blank)));
  const labelColumn = label === "" && ordinal !== "" ? header.ordinalColumn! : header.labelColumn;
  return {
    row,
    ordinal,
    label: label === "" && (isTotal || isSum || across) ? ordinal : label,
    labelAt: { row, column: labelColumn },
    figures,
    kind: isTotal ? "total" : isSum ? "sum" : isHeading ? "heading" : "line",
  };
}

/** "1" of "1." and "1.2" of "1.2": what the numbers below it begin with. */
const numberOf = ({ ordinal }: Draft): string => ordinal.replace(/[\s.)]+$/, "");

const isBelow = (draft: Draft, upper: string): boolean => upper !== "" && numberOf(draft).startsWith(`${upper}.`);

/** Lines numbered 1.1, 1.2 … make a section of the line 1 before them. */
function* withNumberedHeadings(drafts: readonly Draft[]): Steps<readonly Draft[]> {
  const found: Draft[] = [];
  for (const [index, draft] of drafts.entries()) {
    yield;
    const next = drafts[index + 1];
    const heads = draft.kind === "line" && next?.kind === "line" && isBelow(next, numberOf(draft));
    found.push(heads ? { ...draft, kind: "heading" } : draft);
  }
  return found;
}

/** Whether a heading names a part of the table that has sections of its own: "A" before "I". */
function isPart(draft: Draft, next: Draft | undefined): boolean {
  return draft.kind === "heading" && next?.kind === "heading" && LETTER.test(draft.ordinal) && ROMAN.test(next.ordinal) && !LETTER.test(next.ordinal);
}

/** Turns drafts into rows: which section each belongs to, and whether a heading carries its section's figures. */
function* withSections(drafts: readonly Draft[]): Steps<readonly TableRow[]> {
  const sectioned = drafts.some(({ kind }) => kind === "heading");
  const rows: TableRow[] = [];
  let last = -1;
  let section = -1;
  let summed = false;
  /** The number that the lines of the section begin with, where it has one. */
  let upper = "";
  for (const [index, draft] of drafts.entries()) {
    yield;
    const next = drafts[index + 1];
    const opens = draft.kind === "heading" && next?.kind === "line";
    const part = isPart(draft, next);
    if (opens) {
      section = ++last;
      summed = false;
      upper = isBelow(next, numberOf(draft)) ? numberOf(draft) : "";
    } else if (draft.kind === "line" && upper !== "" && !isBelow(draft, upper)) {
      section = -1;
      upper = "";
    }
    // A heading with nothing under it is a row like any other; without figures it says nothing.
    if (draft.kind === "heading" && !opens && !hasFigures(draft.figures)) continue;
    const kind: RowKind =
      draft.kind === "total"
        ? "total"
        : draft.kind === "sum"
          ? sectioned && !summed ? "subtotal" : "total"
          : opens
            ? hasFigures(draft.figures) ? "subtotal" : "section"
            // What its sections hold is not to be added twice; its own sum is left unjudged.
            : part ? "section" : "line";
    if (kind === "subtotal") summed = true;
    const { row, ordinal, label, labelAt, figures } = draft;
    const own = kind === "total" ? -1 : draft.kind === "heading" && !opens ? -1 : section;
    rows.push({ row, kind, ordinal, label, labelAt, section: own, figures });
  }
  return rows;
}

/** What the last row is called where it adds up the others in words of its own: "Tổng cộng toàn xã", "Tổng số hồ sơ". */
const TOTAL_WORDS = /^[^\p{L}\p{N}]*(?:tổng\s+(?:cộng|số)|cộng(?!\s+đồng))(?!\p{L})/u;

/** In how many columns, of those with figures, a row is the sum of the lines. */
function sumsIn(row: Draft, lines: readonly Draft[]): { readonly of: number; readonly right: number } {
  let of = 0;
  let right = 0;
  row.figures.forEach(({ reading }, index) => {
    const sum = lines.reduce((added, { figures }) => added + (meantUnits(figures[index]!.reading) ?? 0), 0);
    const count = meantUnits(reading);
    if (sum === 0 && count === 0) return;
    of++;
    if (count === sum) right++;
  });
  return { of, right };
}

/**
 * The last row without a number is the total where no other is: by its first words, or, under numbered lines,
 * because it has no name or mostly holds their sums. Taken for a line it would count every file twice.
 */
function closedByTotal(drafts: readonly Draft[]): readonly Draft[] {
  const index = drafts.reduce((last, { figures }, at) => (hasFigures(figures) ? at : last), -1);
  const last = drafts[index];
  if (last?.kind !== "line" || NUMBERED.test(last.ordinal) || drafts.some(({ kind }) => kind === "total")) return drafts;
  const lines = drafts.slice(0, index).filter(({ kind }) => kind === "line");
  if (lines.length < 2) return drafts;
  const name = (last.label || last.ordinal).normalize("NFC").toLocaleLowerCase("vi");
  const isNumbered = lines.every(({ ordinal }) => NUMBERED.test(ordinal));
  const isSum = (): boolean => {
    const { of, right } = sumsIn(last, lines);
    return right * 2 > of;
  };
  if (!TOTAL_WORDS.test(name) && !(isNumbered && (name === "" || isSum()))) return drafts;
  const total: Draft = { ...last, kind: "total", label: last.label || last.ordinal };
  return drafts.map((draft, at) => (at === index ? total : draft));
}

/** Reads the rows under a header until the table ends. `headers` are all of the sheet's, to know printed page heads by. */
export function* readBody(sheet: Sheet, form: TableForm, header: Header, headers: readonly Header[]): Steps<Body> {
  const known = rowWords(form);
  const drafts: Draft[] = [];
  let previous = header.last;
  let skipTo = header.last;
  for (const [row, cells] of sheet.rows) {
    yield;
    if (row <= skipTo) continue;
    if (row - previous > MOST_BLANK_ROWS) break;
    // Some systems print the total first: only one at the end closes the table.
    const closed = drafts.length > 1 && drafts.at(-1)!.kind === "total";
    const draft = draftOf(known, header, row, cells);
    const again = nextHeader(sheet, known, draft, header, headers);
    if (again) {
      if (closed || startsAnew(sheet, known, again, drafts)) break;
      skipTo = again.last;
      previous = again.last;
      continue;
    }
    const figures = hasFigures(draft.figures);
    const numbered = NUMBERED.test(draft.ordinal) && draft.label !== "";
    const words = figures || numbered ? "" : firstText(cells);
    if (SIGNATURE.test(words) || (closed && (!figures || draft.kind === "line"))) break;
    // A page head in the middle belongs to the print-out, not to the table.
    if (PAGE_HEAD.test(words)) {
      previous = row;
      continue;
    }
    if (!figures && draft.label === "" && draft.ordinal === "") continue;
    if (draft.kind === "total" && !figures && drafts.length === 0) continue;
    drafts.push(draft);
    previous = row;
  }
  const rows = yield* withSections(yield* withNumberedHeadings(closedByTotal(drafts)));
  return { rows, last: rows.at(-1)?.row ?? header.last };
}

/** A row such as a page head has: no figures, or nothing but a page number, and no name of a line or section. */
function isBetweenPages(words: RowWords, { ordinal, label, figures, kind }: Draft): boolean {
  if (kind === "total" || kind === "sum" || NUMBERED.test(ordinal) || isSectionName(words, ordinal, label)) return false;
  const written = figures.filter(({ reading }) => reading.kind === "figure");
  return !hasFigures(figures) || (ordinal === "" && label === "" && written.length === 1);
}

/** The header printed again at this row, or below it with nothing but a page head between. */
function nextHeader(sheet: Sheet, known: RowWords, draft: Draft, header: Header, headers: readonly Header[]): Header | undefined {
  const next = headers.find(({ first }) => first >= draft.row);
  if (!next || next.first - draft.row > MOST_PAGE_HEAD_ROWS) return undefined;
  for (let row = draft.row; row < next.first; row++) {
    const cells = sheet.rows.get(row);
    if (cells && (SIGNATURE.test(firstText(cells)) || !isBetweenPages(known, draftOf(known, header, row, cells)))) return undefined;
  }
  return next;
}

/**
 * Whether the first row under a repeated header counts from 1 again, or is a total in a table that begins with its
 * total: then it is another table, but for the first line of a section.
 */
function startsAnew(sheet: Sheet, known: RowWords, header: Header, before: readonly Draft[]): boolean {
  if (before.length === 0 || before.at(-1)!.kind === "heading") return false;
  for (let row = header.last + 1; row <= header.last + MOST_BLANK_ROWS; row++) {
    const cells = sheet.rows.get(row);
    if (!cells) continue;
    const { ordinal, kind } = draftOf(known, header, row, cells);
    if (kind === "total") return before[0]!.kind === "total" && before.length > 1;
    return /^(?:0?1|I|A)\s*[.)]?$/.test(ordinal);
  }
  return false;
}
