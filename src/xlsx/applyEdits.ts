import type { Position } from "../core/sheet/Address";
import type { Sheet } from "../core/sheet/Sheet";
import type { Edit } from "../core/sheet/WorkbookPort";
import type { Steps } from "../core/steps";
import { removeContentType } from "./package/contentTypes";
import type { Package } from "./package/Package";
import { removeRelationship } from "./package/relationships";
import { withColumnWidths } from "./sheet/columnWidths";
import { editSheet, type CellWrite } from "./sheet/editSheet";
import { readersFromOutside, staleResults } from "./sheet/staleResults";
import { writeResults } from "./sheet/writeResults";
import { writeStylePart } from "./styles/stylePart";
import type { StyleSheet } from "./styles/StyleSheet";
import { partOfKind, type SheetEntry, type WorkbookPart } from "./workbook/WorkbookPart";
import { escapeText } from "./xml/text";

/** Writes edits whose cells have been compared already, and puts right what formulas over them show. */
export function* applyEdits(
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
  yield* refreshResults(parts, workbook, onSheets, read);
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

/** Follows the changes along formulas, from the edited sheets to those that read them, each sheet once. */
function* refreshResults(parts: Package, workbook: WorkbookPart, edits: ReadonlyMap<string, SheetEdits>, read: (entry: SheetEntry) => Steps<Sheet>): Steps<void> {
  const outdated = new Map<SheetEntry, Outdated>();
  for (const entry of workbook.sheets) {
    const written = edits.get(entry.name)?.writes;
    if (written) outdated.set(entry, { written, readers: [] });
  }
  const left = new Set<SheetEntry>();
  for (const entry of workbook.sheets) {
    const pieces = entry.worksheet ? yield* parts.pieces(entry.path) : undefined;
    if (pieces?.some((xml) => /<(?:[\w.-]+:)?f[\s>]/.test(xml))) left.add(entry);
  }
  for (const [entry, { written, readers }] of outdated) {
    const changed = [...written, ...readers];
    if (left.delete(entry)) {
      const results = yield* staleResults(yield* read(entry), written, readers);
      yield* parts.writePieces(entry.path, yield* writeResults((yield* parts.pieces(entry.path))!, results));
      // Not all at once: the arguments of a call are limited, and results may be as many as the sheet has formulas.
      for (const { at } of results) changed.push(at);
    }
    for (const other of left) {
      if (!(yield* parts.pieces(other.path))!.some((xml) => namesSheet(xml, entry.name))) continue;
      const found = yield* readersFromOutside(yield* read(other), entry.name, changed);
      if (found.length === 0) continue;
      if (!outdated.has(other)) outdated.set(other, { written: [], readers: [] });
      const readers = outdated.get(other)!.readers;
      for (const at of found) readers.push(at);
    }
  }
}

/** Whether the text of a sheet may hold references to another; a quick look before a long one. */
function namesSheet(xml: string, name: string): boolean {
  const written = escapeText(name.replace(/'/g, "''"));
  return xml.includes(written) || xml.includes(written.replace(/'/g, "&apos;"));
}

/** The chain lists every formula cell; one that lists others makes Excel repair the file. Excel makes it anew. */
function dropCalculationChain(parts: Package, workbook: WorkbookPart): void {
  const chain = partOfKind(parts, workbook.path, "calcChain");
  if (!chain) return;
  removeRelationship(parts, workbook.path, chain.id);
  removeContentType(parts, chain.target);
  parts.remove(chain.target);
}
