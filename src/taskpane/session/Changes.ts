/** Sheets by name, or all of them. */
export type Sheets = ReadonlySet<string> | "all";

/** What has changed in the workbook since the pane read it. */
export class Changes {
  private since: Sheets = new Set();

  /** @param sheets Those that changed; unsaid where it may be any. */
  add(sheets?: Iterable<string> | "all"): void {
    this.since = this.since === "all" || sheets === undefined || sheets === "all" ? "all" : new Set([...this.since, ...sheets]);
  }

  get none(): boolean {
    return this.since !== "all" && this.since.size === 0;
  }

  /** Gives what has changed to whoever reads it now; from here on, changes are new ones. */
  take(): Sheets {
    const taken = this.since;
    this.since = new Set();
    return taken;
  }
}
