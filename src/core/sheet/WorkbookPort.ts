import type { MarkKind } from "../words/Phrase";
import type { Position } from "./Address";
import type { Content } from "./Cell";
import type { Sheet } from "./Sheet";
import type { CellStyle, SheetPlan } from "./SheetPlan";

/** How long work tells of itself, and is told to stop. */
export interface Progress {
  /** `done` of `total` steps; `total` may grow. */
  report(done: number, total: number): void;
  /** Once true, the work ends at its next pause by throwing `Stopped`. */
  readonly stopped: boolean;
}

/** Says nothing and never stops: for tests and short work. */
export const SILENT: Progress = { report: () => undefined, stopped: false };

/** Thrown by long work that was told to stop. Nothing has been written. */
export class Stopped extends Error {
  override readonly name = "Stopped";
}

/** Tells how far the work is. Throws `Stopped` when it is told to stop. */
export function report(progress: Progress, done: number, total: number): void {
  if (progress.stopped) throw new Stopped();
  progress.report(done, total);
}

/** Cells of one sheet to be shown as erroneous, doubtful or worth knowing, or as sums that only follow a wrong cell. */
export interface Mark {
  readonly sheet: string;
  readonly kind: MarkKind;
  readonly cells: readonly Position[];
}

/** One cell to be written, provided that it still holds `from`. */
export interface Edit {
  readonly sheet: string;
  readonly at: Position;
  readonly from: Content;
  readonly to: Content;
  /** Laid over the cell's own formatting; what it leaves unsaid stays as it is. */
  readonly style?: CellStyle;
  /** Makes the cell's column so many characters of the default font wide; for the heading of a column that was blank. */
  readonly columnWidth?: number;
}

/** An edit that was not made, and why. */
export interface Refusal {
  readonly edit: Edit;
  /** array: it is part of an array formula's block, not all of which was to be written. heading: it names a column of an Excel table. */
  readonly why: "changed" | "locked" | "array" | "heading" | "no-such-sheet";
}

/** A workbook, open in Excel or lying in a file. Every call is in bulk: none can be made once per cell. */
export interface WorkbookPort {
  /** All sheets in order, or those named in `only`. Writes nothing. */
  read(progress: Progress, only?: readonly string[]): Promise<readonly Sheet[]>;
  /** Afterwards exactly these marks stand. An empty list lifts all of ours, and none of the user's formatting. */
  mark(marks: readonly Mark[]): Promise<void>;
  /** The marks that stand, in this or an earlier session, one per sheet and kind. */
  marks(): Promise<readonly Mark[]>;
  /** Writes the edits whose cells still hold `from`, as one undo step; gives back the others. Told to stop, it writes none or all. */
  apply(edits: readonly Edit[], progress?: Progress): Promise<readonly Refusal[]>;
  /** Adds a sheet at the end and shows it; gives back its name, made unique where the plan's is taken. Told to stop, it leaves none. */
  addSheet(plan: SheetPlan, progress?: Progress): Promise<string>;
  /**
   * Takes away the sheets of these names that are there, as one undo step; gives back which went. Where no sheet would be left in view the first
   * of them stays, for Excel insists on one. Nothing that is left may look at their cells.
   */
  removeSheets(names: readonly string[]): Promise<readonly string[]>;
  /** The text the workbook carries for us, whoever wrote it; right after reading all sheets it costs nothing more. */
  readKept(): Promise<string | undefined>;
  /** Makes the workbook carry this text and nothing else of ours, unseen; undefined takes it out without a trace. No cell changes. */
  writeKept(text: string | undefined): Promise<void>;
  /** Brings cells into view and selects them; changes nothing. */
  reveal(sheet: string, cells: readonly Position[]): Promise<void>;
}
