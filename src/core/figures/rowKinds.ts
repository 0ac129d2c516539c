import type { Position } from "../sheet/Address";
import type { Cell } from "../sheet/Cell";
import { STEP, type Steps } from "../steps";
import { meantUnits } from "./Reading";
import { NUMBERED } from "../table/rowWords";
import type { Figure, RowKind, TableRow } from "./Table";

/** A row of a table with its figures, before the rows around it say what it is. */
export interface RowDraft {
  readonly row: number;
  readonly ordinal: string;
  readonly label: string;
  readonly labelAt: Position;
  /** How deep its ordinal lies, 0 for the outermost; undefined without one. */
  readonly level: number | undefined;
  readonly key: string | undefined;
  readonly figures: readonly Figure[];
  readonly texts: readonly Cell[] | undefined;
  readonly kind: "line" | "heading" | "sum" | "total";
  /** Whether its words say that it heads a section; else a heading is known by what it lacks. */
  readonly isNamedSection: boolean;
}

function hasFigures(figures: readonly Figure[]): boolean {
  return figures.some(({ reading }) => reading.kind !== "blank" && !(reading.kind === "unreadable" && reading.why === "words"));
}

/** "1" of "1." and "1.2" of "1.2": what the numbers below it begin with. */
const numberOf = ({ ordinal }: RowDraft): string => ordinal.replace(/[\s.)]+$/, "");

const isBelow = (draft: RowDraft, upper: string): boolean => upper !== "" && numberOf(draft).startsWith(`${upper}.`);

/**
 * A name without number and figures heads nothing where the headings of sections hold sums and the lines below them have no numbers:
 * it is a line with nothing, and its section goes on below it.
 */
function withEmptyLines(drafts: readonly RowDraft[]): readonly RowDraft[] {
  const isBare = ({ ordinal, kind }: RowDraft): boolean => ordinal === "" && kind === "line";
  if (!drafts.some((each) => each.isNamedSection && hasFigures(each.figures)) || !drafts.some((each) => isBare(each) && hasFigures(each.figures))) return drafts;
  return drafts.map((each) => (each.kind === "heading" && !each.isNamedSection && each.ordinal === "" ? { ...each, kind: "line" } : each));
}

/** Whether the number of one row may begin that of the next: in most tables none has two parts. */
const hasParts = ({ ordinal }: RowDraft): boolean => ordinal.includes(".");

/** Lines numbered 1.1, 1.2 … make a section of the line 1 before them. */
function withNumberedHeadings(drafts: readonly RowDraft[]): readonly RowDraft[] {
  return drafts.map((draft, index) => {
    const next = drafts[index + 1];
    return draft.kind === "line" && next?.kind === "line" && hasParts(next) && isBelow(next, numberOf(draft)) ? { ...draft, kind: "heading" } : draft;
  });
}

/** Whether a heading names a part of the table that has sections of its own: "A" before "I", "I" before a "1" that has lines 1.1, 1.2. */
function isPart(draft: RowDraft, next: RowDraft | undefined): boolean {
  return draft.kind === "heading" && next?.kind === "heading" && draft.level !== undefined && next.level !== undefined && next.level > draft.level;
}

/** Turns drafts into rows: which section each belongs to, and whether a heading carries its section's figures. */
function* withSections(drafts: readonly RowDraft[]): Steps<readonly TableRow[]> {
  const sectioned = drafts.some(({ kind }) => kind === "heading");
  const rows: TableRow[] = [];
  let last = -1;
  let section = -1;
  let summed = false;
  /** The number that the lines of the section begin with, where it has one. */
  let upper = "";
  for (const [index, draft] of drafts.entries()) {
    if (index % STEP === STEP - 1) yield;
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
    if (draft.kind === "heading" && !opens && !part && !hasFigures(draft.figures)) continue;
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
    const own = kind === "total" || (draft.kind === "heading" && !opens) ? -1 : section;
    const { row, ordinal, label, labelAt, figures, key, texts } = draft;
    const read: TableRow = { row, kind, ordinal, label, labelAt, section: own, figures };
    rows.push(key === undefined && texts === undefined ? read : { ...read, ...(key === undefined ? {} : { key }), ...(texts ? { texts } : {}) });
  }
  return rows;
}

/** What the last row is called where it adds up the others in words of its own: "Tổng cộng toàn xã", "Tổng số hồ sơ". */
const TOTAL_WORDS = /^[^\p{L}\p{N}]*(?:tổng\s+(?:cộng|số)|cộng(?!\s+đồng))(?!\p{L})/u;

/** Whether a row is the sum of the lines in most columns that have figures. */
function isSum(row: RowDraft, lines: readonly RowDraft[]): boolean {
  const sums = row.figures.map(({ reading }, index) => {
    const sum = lines.reduce((added, { figures }) => added + (meantUnits(figures[index]!.reading) ?? 0), 0);
    return { sum, count: meantUnits(reading) };
  });
  const filled = sums.filter(({ sum, count }) => sum !== 0 || count !== 0);
  return filled.filter(({ sum, count }) => count === sum).length * 2 > filled.length;
}

/**
 * The last row without a number is the total where no other is: by its first words, or, under numbered lines,
 * because it has no name or mostly holds their sums. Taken for a line it would count every file twice.
 */
function closedByTotal(drafts: readonly RowDraft[]): readonly RowDraft[] {
  const index = drafts.reduce((last, { figures }, at) => (hasFigures(figures) ? at : last), -1);
  const last = drafts[index];
  if (last?.kind !== "line" || NUMBERED.test(last.ordinal) || drafts.some(({ kind }) => kind === "total")) return drafts;
  const lines = drafts.slice(0, index).filter(({ kind }) => kind === "line");
  if (lines.length < 2) return drafts;
  const name = (last.label || last.ordinal).normalize("NFC").toLocaleLowerCase("vi");
  const isNumbered = lines.every(({ ordinal }) => NUMBERED.test(ordinal));
  if (!TOTAL_WORDS.test(name) && !(isNumbered && (name === "" || isSum(last, lines)))) return drafts;
  const total: RowDraft = { ...last, kind: "total", label: last.label || last.ordinal };
  return drafts.map((draft, at) => (at === index ? total : draft));
}

/** A total before the last one, below lines, closes the section that was opened above it. */
function closedSections(drafts: readonly RowDraft[]): readonly RowDraft[] {
  const last = drafts.reduce((found, { kind }, index) => (kind === "total" ? index : found), -1);
  if (!drafts.some(({ kind }, index) => kind === "total" && index > 0 && index < last)) return drafts;
  return drafts.map((draft, index) => (draft.kind === "total" && index < last && drafts[index - 1]?.kind === "line" ? { ...draft, kind: "sum" } : draft));
}

/** What each row of a table is: a line, the heading or the sum of a section, the total. */
export const rowKinds = (drafts: readonly RowDraft[]): Steps<readonly TableRow[]> =>
  withSections(withNumberedHeadings(closedSections(closedByTotal(withEmptyLines(drafts)))));
