import { PLAIN_NAME, rectName, type Rect } from "./addresses";
import type { BookSheet } from "./BookSheet";

/** Cells of a sheet. */
export interface Place {
  readonly sheet: BookSheet;
  readonly rect: Rect;
}

const REFERENCE = new RegExp(`(?:(?:'(?:[^']|'')*'|${PLAIN_NAME})!)?\\$?[A-Za-z]{1,3}\\$?\\d+(?::\\$?[A-Za-z]{1,3}\\$?\\d+)?(?![\\p{L}\\p{N}_(])`, "gu");

/** What the formulas of these cells look at, each place once. */
export function precedentsOf(sheet: BookSheet, rect: Rect): readonly Place[] {
  const found: Place[] = [];
  for (const [, , cell] of sheet.within(rect)) {
    for (const [reference] of cell.f?.replace(/"(?:[^"]|"")*"/g, "").matchAll(REFERENCE) ?? []) {
      const at = sheet.book.locate(reference, sheet);
      if (at && !found.some((each) => each.sheet === at.sheet && rectName(each.rect) === rectName(at.rect))) found.push(at);
    }
  }
  return found;
}
