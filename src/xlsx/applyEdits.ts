import type { Edit } from "../core/sheet/WorkbookPort";
import { removeContentType } from "./package/contentTypes";
import type { Package } from "./package/Package";
import { removeRelationship } from "./package/relationships";
import { withColumnWidths } from "./sheet/columnWidths";
import { editSheet } from "./sheet/editSheet";
import { writeStylePart } from "./styles/stylePart";
import type { StyleSheet } from "./styles/StyleSheet";
import { partOfKind, type WorkbookPart } from "./workbook/WorkbookPart";

/** Writes edits whose cells have been compared already. */
export function applyEdits(parts: Package, workbook: WorkbookPart, edits: readonly Edit[], styles: StyleSheet): void {
  let formulaGone = false;
  for (const { name, path } of workbook.sheets) {
    const own = edits.filter((edit) => edit.sheet === name);
    if (own.length === 0) continue;
    const writes = own.map(({ at: { row, column }, to, style }) => ({ row, column, content: to, style }));
    const edited = editSheet(parts.text(path)!, writes, styles);
    formulaGone ||= edited.formulaGone;
    const widths = new Map(own.flatMap(({ at, columnWidth }) => (columnWidth === undefined ? [] : [[at.column, columnWidth] as const])));
    parts.write(path, withColumnWidths(edited.xml, widths));
  }
  const xml = styles.toXml();
  if (edits.some(({ style }) => style !== undefined)) writeStylePart(parts, workbook, xml);
  if (formulaGone) dropCalculationChain(parts, workbook);
}

/** The chain lists every formula cell; one that lists others makes Excel repair the file. Excel makes it anew. */
function dropCalculationChain(parts: Package, workbook: WorkbookPart): void {
  const chain = partOfKind(parts, workbook.path, "calcChain");
  if (!chain) return;
  removeRelationship(parts, workbook.path, chain.id);
  removeContentType(parts, chain.target);
  parts.remove(chain.target);
}
