import type { Mark } from "../core/sheet/WorkbookPort";
import { positionKey } from "../core/sheet/Address";
import type { MarkedSheet } from "./overlay";

/**
 * How long what a reading saw of our marks may be relied on, in milliseconds. A format's id is only good while nobody
 * changes the formats; within this time no more can happen than between two round trips to Excel on the web.
 */
const SEEN_LASTS = 2_000;

/** Remembers which of our marks a reading saw, so that marking right after it need not look again. */
export class SeenMarks {
  private seen: { readonly sheets: readonly MarkedSheet[]; readonly all: boolean; readonly at: number } | undefined;
  /** What this session last made stand, by sheet; undefined before it marked anything. */
  private made: ReadonlyMap<string, string> | undefined;

  /** @param all Whether no sheet was left out. */
  saw(sheets: readonly MarkedSheet[] | undefined, all: boolean): void {
    this.seen = sheets && { sheets, all, at: Date.now() };
  }

  /**
   * The sheets to be marked anew, as they were seen a moment ago, and forgets them; undefined where one must look again.
   * Where only some sheets were seen, they are enough if all others keep the marks that this session made.
   */
  take(marks: readonly Mark[]): readonly MarkedSheet[] | undefined {
    const { seen } = this;
    this.seen = undefined;
    if (!seen || Date.now() - seen.at >= SEEN_LASTS) return undefined;
    return seen.all || this.othersStand(seen.sheets, marks) ? seen.sheets : undefined;
  }

  /** These marks stand now. */
  stands(marks: readonly Mark[]): void {
    this.made = bySheet(marks);
  }

  /** Nothing is known any more. */
  forget(): void {
    this.seen = undefined;
    this.made = undefined;
  }

  private othersStand(seen: readonly MarkedSheet[], marks: readonly Mark[]): boolean {
    const { made } = this;
    if (!made) return false;
    const names = new Set(seen.map(({ name }) => name));
    const wanted = bySheet(marks);
    return [...new Set([...made.keys(), ...wanted.keys()])].every((name) => names.has(name) || made.get(name) === wanted.get(name));
  }
}

/** The marks of each sheet in a form that can be compared; sheets without any are left out. */
function bySheet(marks: readonly Mark[]): ReadonlyMap<string, string> {
  const cells = new Map<string, Set<string>>();
  for (const { sheet, severity, cells: positions } of marks) {
    if (positions.length === 0) continue;
    const here = cells.get(sheet) ?? new Set();
    for (const position of positions) here.add(`${severity} ${positionKey(position)}`);
    cells.set(sheet, here);
  }
  return new Map([...cells].map(([sheet, here]) => [sheet, [...here].sort().join()]));
}
