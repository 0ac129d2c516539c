import type { Trouble } from "../core/Trouble";
import type { Position } from "../core/sheet/Address";
import type { WorkbookPort } from "../core/sheet/WorkbookPort";
import type { Language } from "../core/words/Phrase";

/** What the workbook tells the pane while it is open. */
export interface WorkbookEvents {
  /** A cell was selected. */
  selected(sheet: string, at: Position): void;
  /**
   * The user changed something. Not called for what the pane itself writes.
   * @param sheets Those whose cells changed; unsaid where sheets came, went or were renamed, or nobody can tell.
   * @param formatsMoved Whether formats, and marks with them, may have moved along, as when rows are inserted.
   */
  changed(sheets?: readonly string[], formatsMoved?: boolean): void;
}

/** The program the pane lives in: Excel, or the demo page. */
export interface PaneHost {
  readonly port: WorkbookPort;
  /** Language the program runs in. */
  readonly language: Language;
  /** Light unless the program says otherwise; "system" follows the browser. */
  readonly theme: "light" | "dark" | "contrast" | "system";
  /** Whether the program's own undo takes back what the pane writes, so that the pane need not offer it. */
  readonly undoes: boolean;
  /** What it loads itself when first used; loaded ahead with the rest of the pane. */
  readonly parts?: Readonly<Record<string, () => Promise<unknown>>>;
  /** Calls back until the returned function is awaited. */
  watch(events: WorkbookEvents): Promise<() => Promise<void>>;
  /** Puts any error thrown by the port, or by the core, into words. */
  explain(error: unknown): Trouble;
  /** Offers a file to be saved; the demo page and browsers download it. */
  saveFile(name: string, bytes: Uint8Array, type: string): Promise<void>;
}
