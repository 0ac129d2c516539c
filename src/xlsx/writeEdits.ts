import { contentOf, sameContent } from "../core/sheet/Cell";
import { cellAt } from "../core/sheet/Sheet";
import type { Edit, Refusal } from "../core/sheet/WorkbookPort";
import { STEP, type Steps } from "../core/steps";
import { applyEdits } from "./applyEdits";
import type { Package } from "./package/Package";
import { ProtectedCells } from "./sheet/ProtectedCells";
import { readStylePart } from "./styles/stylePart";
import { StyleSheet } from "./styles/StyleSheet";
import type { SheetReader } from "./workbook/SheetReader";
import type { WorkbookPart } from "./workbook/WorkbookPart";

/** Writes the edits whose cells still hold what the edit expects, and gives back the others. `reader` reads from `parts`. */
export function* writeEdits(edits: readonly Edit[], parts: Package, book: WorkbookPart, reader: SheetReader): Steps<readonly Refusal[]> {
  const styles = new StyleSheet(readStylePart(parts, book));
  const refusals: Refusal[] = [];
  const allowed: Edit[] = [];
  const judges = new Map<string, (edit: Edit) => Refusal["why"] | undefined>();
  for (const entry of book.sheets) {
    if (!entry.worksheet || !edits.some(({ sheet }) => sheet === entry.name)) continue;
    const sheet = yield* reader.quietly(entry, book);
    const protectedCells = new ProtectedCells(parts, entry.path, yield* reader.piecesOf(entry), sheet.locked, styles);
    judges.set(entry.name, ({ at, from }) => {
      if (protectedCells.refuses(at)) return "locked";
      return sameContent(contentOf(cellAt(sheet, at)), from) ? undefined : "changed";
    });
  }
  for (const [index, edit] of edits.entries()) {
    if (index % STEP === STEP - 1) yield;
    const judge = judges.get(edit.sheet);
    const why = judge ? judge(edit) : "no-such-sheet";
    if (why) refusals.push({ edit, why });
    else allowed.push(edit);
  }
  if (allowed.length > 0) yield* applyEdits(parts, book, allowed, styles, (entry) => reader.quietly(entry, book));
  return refusals;
}
