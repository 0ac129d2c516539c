import type { Position } from "../core/sheet/Address";
import type { Sheet } from "../core/sheet/Sheet";
import type { SheetPlan } from "../core/sheet/SheetPlan";
import type { Edit, Mark, Progress, Refusal, WorkbookPort } from "../core/sheet/WorkbookPort";

/** A workbook lying in an .xlsx or .xlsm file, held in memory and patched there. */
export declare class XlsxWorkbook implements WorkbookPort {
  /** The file's name, as the user knows it. */
  readonly name: string;
  /** Called by `reveal`; a page that shows the workbook listens here. */
  onReveal: ((sheet: string, cells: readonly Position[]) => void) | undefined;
  static open(bytes: Uint8Array, name: string): XlsxWorkbook;
  /** The file as it now stands. */
  save(): Uint8Array;
  read(progress: Progress, only?: readonly string[]): Promise<readonly Sheet[]>;
  mark(marks: readonly Mark[]): Promise<void>;
  marks(): Promise<readonly Mark[]>;
  apply(edits: readonly Edit[]): Promise<readonly Refusal[]>;
  addSheet(plan: SheetPlan): Promise<string>;
  reveal(sheet: string, cells: readonly Position[]): Promise<void>;
}
