import { dependsOnOthers } from "../../core/sheet/refersElsewhere";
import type { Sheet } from "../../core/sheet/Sheet";
import type { Progress, WorkbookPort } from "../../core/sheet/WorkbookPort";
import { paced, type Rest } from "../../core/steps";
import type { Sheets } from "./Changes";

/** What was found of sheets already: a big one's formulas are not gone through at every edit of another. */
const dependent = new WeakMap<Sheet, boolean>();

async function looksElsewhere(sheet: Sheet, rest: Rest, progress: Progress): Promise<boolean> {
  const known = dependent.get(sheet) ?? (await paced(dependsOnOthers(sheet), rest, progress));
  dependent.set(sheet, known);
  return known;
}

/**
 * The workbook as it now stands: only sheets that changed, and those whose formulas look at other sheets, are read;
 * of the rest the last reading still holds. All are read where it cannot be told which.
 */
export async function readChanged(
  port: WorkbookPort,
  known: readonly Sheet[] | undefined,
  changed: Sheets,
  progress: Progress,
  rest: Rest,
): Promise<readonly Sheet[]> {
  if (!known || changed === "all") return port.read(progress);
  if (changed.size === 0) return known;
  const names = new Set(known.map(({ name }) => name));
  if ([...changed].some((name) => !names.has(name))) return port.read(progress);
  const wanted: string[] = [];
  for (const sheet of known) {
    if (changed.has(sheet.name) || (await looksElsewhere(sheet, rest, progress))) wanted.push(sheet.name);
  }
  const read = new Map((await port.read(progress, wanted)).map((sheet) => [sheet.name, sheet]));
  // A sheet that was renamed or deleted without a word.
  if (wanted.some((name) => !read.has(name))) return port.read(progress);
  return known.map((sheet) => read.get(sheet.name) ?? sheet);
}
