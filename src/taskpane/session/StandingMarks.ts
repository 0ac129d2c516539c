import { positionKey } from "../../core/sheet/Address";
import type { Mark, WorkbookPort } from "../../core/sheet/WorkbookPort";

/**
 * The marks the pane has put into the workbook. Writing costs the user's undo steps in some Excels, so marks that
 * stand as they should are not written again.
 */
export class StandingMarks {
  /** As last written or read; undefined before that. */
  private known: readonly Mark[] | undefined;
  private doubted = false;

  constructor(private readonly port: WorkbookPort) {}

  /** Looks what an earlier session left; gives back whether there is any. */
  async find(): Promise<boolean> {
    this.known = await this.port.marks();
    return this.known.length > 0;
  }

  /** Whether the marks may differ from those put last, because writing or looking failed. */
  get unsettled(): boolean {
    return this.doubted || this.known === undefined;
  }

  /** The user did something that may have moved, copied or removed marks. */
  doubt(): void {
    this.doubted = true;
  }

  /** Makes exactly these marks stand; what is known to stand already is left alone. */
  async put(marks: readonly Mark[]): Promise<void> {
    if (this.known && sameMarks(this.known, marks)) {
      if (!this.doubted) return;
      // Where there should be none, the workbook writes only if it finds some.
      if (marks.length === 0) return this.write(marks);
      this.known = await this.port.marks();
      this.doubted = false;
      if (sameMarks(this.known, marks)) return;
    }
    await this.write(marks);
  }

  /** Takes every mark away, whoever's session left it. */
  async lift(): Promise<void> {
    await this.write([]);
  }

  private async write(marks: readonly Mark[]): Promise<void> {
    this.known = undefined;
    await this.port.mark(marks);
    this.known = marks;
    this.doubted = false;
  }
}

/** Whether two lists mark the same cells alike, in whatever order. */
export function sameMarks(some: readonly Mark[], others: readonly Mark[]): boolean {
  const [one, other] = [keysOf(some), keysOf(others)];
  return one.size === other.size && [...one].every((key) => other.has(key));
}

function keysOf(marks: readonly Mark[]): ReadonlySet<string> {
  return new Set(marks.flatMap(({ sheet, severity, cells }) => cells.map((cell) => `${severity} ${positionKey(cell)} ${sheet}`)));
}
