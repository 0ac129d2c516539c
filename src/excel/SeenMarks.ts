import { sameMarks } from "../core/highlights/marks";
import { SILENT, type Mark } from "../core/sheet/WorkbookPort";
import { paced } from "../core/steps";
import { restNowAndThen } from "../page/rest";
import type { MarkedSheet } from "./overlay";

/**
 * How long what a reading saw of our marks may be relied on, in milliseconds. A format's id is only good while nobody
 * changes the formats; within this time no more can happen than between two round trips to Excel on the web.
 */
export const SEEN_LASTS = 2_000;

/** Remembers which of our marks a reading saw, so that marking right after it need not look again. */
export class SeenMarks {
  private seen: { readonly sheets: readonly MarkedSheet[]; readonly all: boolean; readonly at: number } | undefined;
  /** What this session last made stand; undefined before it marked anything. */
  private made: readonly Mark[] | undefined;

  /** @param all Whether no sheet was left out. */
  saw(sheets: readonly MarkedSheet[] | undefined, all: boolean): void {
    this.seen = sheets && { sheets, all, at: Date.now() };
  }

  /**
   * The sheets to be marked anew, as they were seen a moment ago, and forgets them; undefined where one must look again.
   * Where only some sheets were seen, they are enough if all others keep the marks that this session made.
   */
  async take(marks: readonly Mark[]): Promise<readonly MarkedSheet[] | undefined> {
    const { seen } = this;
    this.seen = undefined;
    if (!seen || Date.now() - seen.at >= SEEN_LASTS) return undefined;
    return seen.all || (await this.othersStand(seen.sheets, marks)) ? seen.sheets : undefined;
  }

  /** These marks stand now. */
  stands(marks: readonly Mark[]): void {
    this.made = marks;
  }

  /** Nothing is known any more. */
  forget(): void {
    this.seen = undefined;
    this.made = undefined;
  }

  private async othersStand(seen: readonly MarkedSheet[], marks: readonly Mark[]): Promise<boolean> {
    const names = new Set(seen.map(({ name }) => name));
    const onOthers = (all: readonly Mark[]): readonly Mark[] => all.filter(({ sheet }) => !names.has(sheet));
    return this.made !== undefined && paced(sameMarks(onOthers(this.made), onOthers(marks)), restNowAndThen(), SILENT);
  }
}
