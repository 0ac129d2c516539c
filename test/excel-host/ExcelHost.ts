import { fullAddress, type Book } from "./Book";
import { describeBook } from "./bookJson";
import type { Stats } from "./ExcelHostOptions";
import { COMMAND, HostCore } from "./HostCore";
import type { HostSheet, HostWorkbook } from "./HostDescription";
import { Range } from "./Range";

/** A simulated Excel for Windows behind Microsoft's client library, with what a test does as the user. */
export class ExcelHost extends HostCore {
  cell(address: string): ReturnType<Book["cell"]> {
    return this.workbook.cell(address);
  }

  toJSON(): HostWorkbook & { readonly sheets: readonly HostSheet[] } {
    const described = describeBook(this.workbook);
    return { ...described, sheets: described.sheets ?? [] };
  }

  /** Types values over an address, as the user, and raises onChanged. */
  edit(address: string, values: unknown): void {
    this.asUser(() => void (this.range(address).Values = values));
  }

  /** Empties cells, as the user. */
  clear(address: string): void {
    this.asUser(() => this.range(address).Clear("Contents"));
  }

  /** Selects, as the user. */
  selectRange(address: string): void {
    this.asUser(() => {
      const { sheet, rect } = this.range(address);
      this.activate(sheet);
      this.select(sheet, rect);
    });
  }

  /** Inserts cells, rows ("3:4") or columns ("B:B"), as the user. */
  insert(address: string, shift: "Down" | "Right" = "Down"): void {
    this.asUser(() => void this.range(address).Insert(shift));
    this.history.length = 0;
  }

  /** Deletes cells, rows or columns, as the user. */
  remove(address: string, shift: "Up" | "Left" = "Up"): void {
    this.asUser(() => this.range(address).Delete(shift));
    this.history.length = 0;
  }

  /** Sorts the rows of a range by one of its columns (zero-based), as the user. */
  sort(address: string, column: number): void {
    this.asUser(() => {
      const range = this.range(address);
      const { sheet, rect } = range;
      const lines = (range.matrix((r, c) => sheet.formula(r, c)) ?? []).map((line, i) => ({ line, key: sheet.value(rect.r1 + i, rect.c1 + column) }));
      lines.sort(({ key: a }, { key: b }) => (typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "vi")));
      range.Formulas = lines.map(({ line }) => line);
    });
  }

  addSheet(name: string): void {
    this.asUser(() => void this.root.open("Worksheets").invoke("Add", [name]));
  }

  deleteSheet(name: string): void {
    this.asUser(() => this.worksheet(this.workbook.need(name)).Delete());
  }

  renameSheet(name: string, to: string): void {
    this.asUser(() => void (this.worksheet(this.workbook.need(name)).Name = to));
  }

  protect(name: string, options: object | null = null): void {
    this.workbook.need(name).props["Protection"] = { Protected: true, Options: options };
  }

  /** "Protect Workbook": sheets can be neither added, deleted, renamed, moved nor hidden. */
  protectStructure(): void {
    this.workbook.bags["Protection"] = { Protected: true };
  }

  unprotect(name: string): void {
    delete this.workbook.need(name).props["Protection"];
  }

  /** Does something to the workbook as the user, and sends the events of it. */
  asUser(act: () => void): void {
    this.origin = "user";
    try {
      act();
    } finally {
      this.origin = "addin";
    }
    this.flush();
  }

  /** The user's Ctrl+Z: takes back the last cells typed, and tells of it as of any edit. False when nothing is left to undo. */
  undo(): boolean {
    const step = this.history.pop();
    if (!step) return false;
    this.undoing = true;
    try {
      this.asUser(() => new Range(this, step.sheet, step.rect).restore(step.before));
    } finally {
      this.undoing = false;
    }
    return true;
  }

  /** Steps the user could still undo; a batch that writes empties it. */
  get undoSteps(): number {
    return this.history.length;
  }

  /** How many handlers pages left behind when they went, for Excel to drop. */
  get abandoned(): number {
    return this.abandonedSoFar;
  }

  /** What is selected: "'Quý II'!B3:C4". */
  get selected(): string {
    return fullAddress(this.workbook.active, this.workbook.selection);
  }

  /** Everything batches wrote, in order, from batch number `since` (zero-based) on. */
  writes(since = 0): readonly string[] {
    return this.batches.slice(since).flatMap((batch) => batch.writes);
  }

  /** Throws, naming what was written, unless nothing was. */
  assertNoWrites(since = 0): void {
    const writes = this.writes(since);
    if (writes.length) throw new Error(`Nothing was to be written, but this was: ${[...new Set(writes)].join(", ")}`);
  }

  /** Presses a ribbon button whose action is the function associated as `name`. */
  pressButton(name: string): void {
    this.send({ dispId: COMMAND, payload: ["cmd1", name, JSON.stringify({ source: { id: name } })] });
  }

  /** Of the add-in's own batches; `since` leaves out those before it (see `batches.length`). */
  stats(since = 0): Stats {
    const recent = this.batches.slice(since);
    const own = recent.filter(({ kind }) => kind === "addin");
    const total = (of: "actions" | "requestBytes" | "responseBytes" | "ms"): number => own.reduce((sum, batch) => sum + batch[of], 0);
    return {
      syncs: own.length,
      cleanups: recent.filter(({ kind }) => kind === "cleanup").length,
      actions: total("actions"),
      requestBytes: total("requestBytes"),
      responseBytes: total("responseBytes"),
      hostMs: Math.round(total("ms") * 10) / 10,
    };
  }
}
