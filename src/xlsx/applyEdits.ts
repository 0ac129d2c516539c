import type { Position } from "../core/sheet/Address";
import type { Sheet } from "../core/sheet/Sheet";
import type { Edit } from "../core/sheet/WorkbookPort";
import type { Steps } from "../core/steps";
import { removeContentType } from "./package/contentTypes";
import type { Package } from "./package/Package";
import { removeRelationship } from "./package/relationships";
import { withColumnWidths } from "./sheet/columnWidths";
import { editSheet } from "./sheet/editSheet";
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
  let formulaGone = false;
  for (const { name, path } of workbook.sheets) {
    const own = edits.filter((edit) => edit.sheet === name);
    if (own.length === 0) continue;
    const writes = own.map(({ at: { row, column }, to, style }) => ({ row, column, content: to, style }));
    const edited = yield* editSheet(parts.text(path)!, writes, styles);
    formulaGone ||= edited.formulaGone;
    const widths = new Map(own.flatMap(({ at, columnWidth }) => (columnWidth === undefined ? [] : [[at.column, columnWidth] as const])));
    yield;
    parts.write(path, withColumnWidths(edited.xml, widths));
  }
  if (edits.some(({ style }) => style !== undefined)) writeStylePart(parts, workbook, styles.toXml());
  if (formulaGone) dropCalculationChain(parts, workbook);
  yield* refreshResults(parts, workbook, edits, read);
}

/** What is out of date on a sheet: cells written, and formulas that read changed cells of other sheets. */
interface Outdated {
  readonly written: readonly Position[];
  readonly readers: Position[];
}

/** Follows the changes along formulas, from the edited sheets to those that read them, each sheet once. */
function* refreshResults(parts: Package, workbook: WorkbookPart, edits: readonly Edit[], read: (entry: SheetEntry) => Steps<Sheet>): Steps<void> {
  const outdated = new Map<SheetEntry, Outdated>();
  for (const entry of workbook.sheets) {
    const written = edits.filter(({ sheet }) => sheet === entry.name).map(({ at }) => at);
    if (written.length > 0) outdated.set(entry, { written, readers: [] });
  }
  const left = new Set(workbook.sheets.filter(({ worksheet, path }) => worksheet && /<(?:[\w.-]+:)?f[\s>]/.test(parts.text(path) ?? "")));
  for (const [entry, { written, readers }] of outdated) {
    const changed = [...written, ...readers];
    if (left.delete(entry)) {
      const results = yield* staleResults(yield* read(entry), written, readers);
      parts.write(entry.path, yield* writeResults(parts.text(entry.path)!, results));
      // Not all at once: the arguments of a call are limited, and results may be as many as the sheet has formulas.
      for (const { at } of results) changed.push(at);
    }
    for (const other of left) {
      if (!namesSheet(parts.text(other.path)!, entry.name)) continue;
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
