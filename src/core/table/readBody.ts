import type { Form } from "../Form";
import type { Position } from "../sheet/Address";
import { BLANK_CELL, plainText } from "../sheet/Cell";
import { fold, foldTight } from "../sheet/fold";
import type { Sheet, SheetRow } from "../sheet/Sheet";
import type { Header } from "./Header";
import { readCount } from "./readCount";
import type { Figure, RowKind, TableRow } from "./Table";

/** More blank rows than this end a table. */
const MOST_BLANK_ROWS = 6;

/** What stands below a table or on the head of the next page, folded. */
const SIGNATURE = /^(nguoi (lap|tong hop|lam)|thu truong|kt\.|tm\.|tl\.|noi nhan|\(ky|ghi chu|chu tich|pho chu tich|xac nhan|.*ngay .{0,12}thang .{0,8}nam \d)/;
const PAGE_HEAD = /^(bieu so|mau so|tinh hinh, ket qua|ban hanh|ky bao cao|\(?\s*tu ngay|- ?don vi|don vi (bao cao|nhan|tinh))/;

const ROMAN = /^(?:[IVX]+|[A-H])\s*[.)]?$/;

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

function draftOf(form: Form, header: Header, row: number, cells: SheetRow): Draft {
  const figures = header.counts.map(({ at: column }): Figure => {
    const cell = cells[column] ?? BLANK_CELL;
    return { at: { row, column }, cell, reading: readCount(cell) };
  });
  const ordinal = textAt(cells, header.ordinalColumn);
  const label = textAt(cells, header.labelColumn);
  const totals = form.totalLabels.map(foldTight);
  const keys = [foldTight(ordinal), foldTight(label)];
  const isTotal = keys.some((key) => totals.includes(key));
  const isSum = !isTotal && keys.some((key) => key === "cong" || key.startsWith("cong muc") || key.startsWith("tongmuc") || /^(tong)?cong[ivx]+$/.test(key));
  const known = form.sectionLabels.map(foldTight);
  const isHeading =
    label !== "" && (ROMAN.test(ordinal) || known.includes(keys[1]!) || (ordinal === "" && figures.every(({ reading }) => reading.kind === "blank")));
  const labelColumn = label === "" && ordinal !== "" ? header.ordinalColumn! : header.labelColumn;
  return {
    row,
    ordinal,
    label: label === "" && (isTotal || isSum) ? ordinal : label,
    labelAt: { row, column: labelColumn },
    figures,
    kind: isTotal ? "total" : isSum ? "sum" : isHeading ? "heading" : "line",
  };
}

/** Turns drafts into rows: which section each belongs to, and whether a heading carries its section's figures. */
function withSections(drafts: readonly Draft[]): readonly TableRow[] {
  const sectioned = drafts.some(({ kind }) => kind === "heading");
  let section = -1;
  return drafts.flatMap((draft, index): readonly TableRow[] => {
    const next = drafts[index + 1];
    const opens = draft.kind === "heading" && next?.kind === "line";
    if (opens) section++;
    // A heading with nothing under it is a row like any other; without figures it says nothing.
    if (draft.kind === "heading" && !opens && !hasFigures(draft.figures)) return [];
    const kind: RowKind =
      draft.kind === "total"
        ? "total"
        : draft.kind === "sum"
          ? sectioned ? "subtotal" : "total"
          : opens
            ? hasFigures(draft.figures) ? "subtotal" : "section"
            : "line";
    const { row, ordinal, label, labelAt, figures } = draft;
    const own = kind === "total" ? -1 : draft.kind === "heading" && !opens ? -1 : section;
    return [{ row, kind, ordinal, label, labelAt, section: own, figures }];
  });
}

/** Reads the rows under a header until the table ends. `headers` are all of the sheet's, to know printed page heads by. */
export function readBody(sheet: Sheet, form: Form, header: Header, headers: readonly Header[]): Body {
  const drafts: Draft[] = [];
  let last = header.last;
  let previous = header.last;
  let skipTo = header.last;
  for (const [row, cells] of sheet.rows) {
    if (row <= skipTo) continue;
    if (row - previous > MOST_BLANK_ROWS) break;
    const again = headers.find(({ first }) => first === row);
    const total = drafts.some(({ kind }) => kind === "total");
    if (again) {
      if (total || startsAnew(sheet, form, again, drafts.length)) break;
      skipTo = again.last;
      previous = again.last;
      continue;
    }
    const draft = draftOf(form, header, row, cells);
    const figures = hasFigures(draft.figures);
    const words = firstText(cells);
    if (!figures && SIGNATURE.test(words)) break;
    // A page head in the middle belongs to the print-out, not to the table.
    if (!figures && PAGE_HEAD.test(words)) {
      if (total) break;
      previous = row;
      continue;
    }
    const named = draft.label !== "" || draft.ordinal !== "";
    const totalBefore = drafts.at(-1)?.kind === "total" && drafts.length > 1;
    if (totalBefore && (!figures || draft.kind === "line")) break;
    if (!figures && !named) continue;
    if (draft.kind === "total" && !figures && drafts.length === 0) continue;
    drafts.push(draft);
    previous = row;
    last = row;
  }
  return { rows: withSections(drafts), last };
}

/** Whether the first row under a repeated header counts from 1 again: then it is another table. */
function startsAnew(sheet: Sheet, form: Form, header: Header, linesBefore: number): boolean {
  for (let row = header.last + 1; row <= header.last + MOST_BLANK_ROWS; row++) {
    const cells = sheet.rows.get(row);
    if (!cells) continue;
    const { ordinal, kind } = draftOf(form, header, row, cells);
    return linesBefore > 0 && kind !== "total" && /^0?1\.?$/.test(ordinal);
  }
  return false;
}
