import type { Terminal } from "./Command";

/**
 * Prints reports as JSON one by one, so that none is kept once it is told: the only one of one file as an object, those of
 * several as an array. The whole is what `JSON.stringify` with two spaces makes of it.
 */
export class JsonReports {
  /** The last report, to be told once it is known whether another follows. */
  private last: string | undefined;

  constructor(
    private readonly terminal: Terminal,
    private readonly isArray: boolean,
  ) {}

  add(report: unknown): void {
    const text = JSON.stringify(report, null, 2);
    if (!this.isArray) {
      this.terminal.out(text);
      return;
    }
    this.terminal.out(this.last === undefined ? "[" : `${this.last},`);
    this.last = text.replace(/^/gm, "  ");
  }

  /** Ends the array, if it has begun. */
  end(): void {
    if (this.last !== undefined) this.terminal.out(`${this.last}\n]`);
    this.last = undefined;
  }
}
