import type { Position } from "../core/sheet/Address";
import { contentOf, sameContent } from "../core/sheet/Cell";
import { cellAt, type Sheet } from "../core/sheet/Sheet";
import type { Edit, Refusal } from "../core/sheet/WorkbookPort";
import { STEP, type Steps } from "../core/steps";
import type { Package } from "./package/Package";
import { withColumnWidths, editSheet, type CellWrite } from "./sheet/editSheet";
import { ProtectedCells } from "./sheet/ProtectedCells";
import { readersFromOutside, staleResults, writeResults } from "./sheet/staleResults";
import { readStylePart, writeStylePart } from "./styles/stylePart";
import { StyleSheet } from "./styles/StyleSheet";
import { calculateOnOpening } from "./workbook/calculateOnOpening";
import { dropCalculationChain } from "./workbook/dropCalculationChain";
import type { SheetReader } from "./workbook/SheetReader";
import { type WorkbookPart, type SheetEntry } from "./workbook/WorkbookPart";
import { escapeText } from "./xml/text";

/** Writes the edits whose cells still hold what the edit expects, and gives back the others. `reader` reads from `parts`. */
export function* writeEdits(edits: readonly Edit[], parts: Package, book: WorkbookPart, reader: SheetReader): Steps<readonly Refusal[]> {
  const styles = new StyleSheet(readStylePart(parts, book));
  const refused = new Map<Edit, Refusal["why"]>();
  const judges = new Map<string, (edit: Edit) => Refusal["why"] | undefined>();
  const guards = new Map<string, ProtectedCells>();
  for (const entry of book.sheets) {
    if (!entry.worksheet || !edits.some(({ sheet }) => sheet === entry.name)) continue;
    const sheet = yield* reader.quietly(entry, book);
    const protectedCells = new ProtectedCells(parts, entry.path, yield* reader.piecesOf(entry), sheet.locked, styles);
    judges.set(entry.name, ({ at, from }) => protectedCells.refuses(at) ?? (sameContent(contentOf(cellAt(sheet, at)), from) ? undefined : "changed"));
    guards.set(entry.name, protectedCells);
  }
  for (const [index, edit] of edits.entries()) {
    if (index % STEP === STEP - 1) yield;
    const judge = judges.get(edit.sheet);
    const why = judge ? judge(edit) : "no-such-sheet";
    if (why) refused.set(edit, why);
  }
  for (const [name, guard] of guards) {
    for (const edit of guard.tornApart(edits.filter((each) => each.sheet === name && !refused.has(each)))) refused.set(edit, "array");
  }
  const allowed = edits.filter((edit) => !refused.has(edit));
  if (allowed.length > 0) yield* applyEdits(parts, book, allowed, styles, (entry) => reader.quietly(entry, book));
  return edits.flatMap((edit) => (refused.has(edit) ? [{ edit, why: refused.get(edit)! }] : []));
}

/** Writes edits whose cells have been compared already, and puts right what formulas over them show. */
function* applyEdits(
  parts: Package,
  workbook: WorkbookPart,
  edits: readonly Edit[],
  styles: StyleSheet,
  read: (entry: SheetEntry) => Steps<Sheet>,
): Steps<void> {
  const onSheets = yield* bySheet(edits);
  let formulaGone = false;
  for (const { name, path } of workbook.sheets) {
    const own = onSheets.get(name);
    if (!own) continue;
    const edited = yield* editSheet((yield* parts.pieces(path))!, own.writes, styles);
    formulaGone ||= edited.formulaGone;
    yield;
    const [first, ...others] = edited.pieces;
    yield* parts.writePieces(path, [withColumnWidths(first!, own.widths), ...others]);
  }
  if (edits.some(({ style }) => style !== undefined)) writeStylePart(parts, workbook, styles.toXml());
  if (formulaGone) dropCalculationChain(parts, workbook);
  if (yield* refreshResults(parts, workbook, onSheets, read)) calculateOnOpening(parts, workbook);
}

/** What is written on one sheet. */
interface SheetEdits {
  readonly writes: CellWrite[];
  /** In characters, by zero-based column. */
  readonly widths: Map<number, number>;
}

function* bySheet(edits: readonly Edit[]): Steps<ReadonlyMap<string, SheetEdits>> {
  const found = new Map<string, SheetEdits>();
  for (const { sheet, at: { row, column }, to, style, columnWidth } of edits) {
    const own = found.get(sheet) ?? { writes: [], widths: new Map<number, number>() };
    found.set(sheet, own);
    own.writes.push({ row, column, content: to, style });
    if (columnWidth !== undefined) own.widths.set(column, columnWidth);
    yield;
  }
  return found;
}

/** What is out of date on a sheet: cells written, and formulas that read changed cells of other sheets. */
interface Outdated {
  readonly written: readonly Position[];
  readonly readers: Position[];
}

/** Formulas that may read cells which nobody can tell from their text. */
const READS_ANYTHING = /\b(?:INDIRECT|OFFSET)\s*\(/i;

/** Follows the changes along formulas, from the edited sheets to those that read them, each sheet once. Says whether results are left for Excel to work out. */
function* refreshResults(parts: Package, workbook: WorkbookPart, edits: ReadonlyMap<string, SheetEdits>, read: (entry: SheetEntry) => Steps<Sheet>): Steps<boolean> {
  const outdated = new Map<SheetEntry, Outdated>();
  for (const entry of workbook.sheets) {
    const written = edits.get(entry.name)?.writes;
    if (written) outdated.set(entry, { written, readers: [] });
  }
  const left = new Set<SheetEntry>();
  let isLeft = false;
  for (const entry of workbook.sheets) {
    const pieces = (entry.worksheet ? yield* parts.pieces(entry.path) : undefined) ?? [];
    if (pieces.some((xml) => /<(?:[\w.-]+:)?f[\s>]/.test(xml))) left.add(entry);
    isLeft ||= pieces.some((xml) => READS_ANYTHING.test(xml));
  }
  if (left.size === 0) return false;
  const calculating = new Set(left);
  for (const [entry, { written, readers }] of outdated) {
    const changed = [...written, ...readers];
    const sheet = yield* read(entry);
    const hasNames = sheet.names !== undefined && sheet.names.defined.size + sheet.names.tables.length > 0;
    if (left.delete(entry)) {
      const results = yield* staleResults(sheet, written, readers);
      isLeft ||= results.some(({ value }) => value === undefined);
      yield* parts.writePieces(entry.path, yield* writeResults((yield* parts.pieces(entry.path))!, results));
      // Not all at once: the arguments of a call are limited, and results may be as many as the sheet has formulas.
      for (const { at } of results) changed.push(at);
    }
    for (const other of calculating) {
      if (other === entry || !(hasNames || (yield* parts.pieces(other.path))!.some((xml) => namesSheet(xml, entry.name)))) continue;
      const found = yield* readersFromOutside(yield* read(other), entry.name, changed);
      if (found.length === 0) continue;
      // Sheets that read each other: what was worked out of this one already is out of date again.
      isLeft ||= !left.has(other);
      if (!left.has(other)) continue;
      if (!outdated.has(other)) outdated.set(other, { written: [], readers: [] });
      const readers = outdated.get(other)!.readers;
      for (const at of found) readers.push(at);
    }
  }
  return isLeft;
}

/** Whether the text of a sheet may hold references to another; a quick look before a long one. */
function namesSheet(xml: string, name: string): boolean {
  const written = escapeText(name.replace(/'/g, "''"));
  return xml.includes(written) || xml.includes(written.replace(/'/g, "&apos;"));
}
