import { cellAt, type Sheet } from "../../core/sheet/Sheet";
import type { Edit } from "../../core/sheet/WorkbookPort";

/** What takes an edit back, with the number format the sheet was read with; of blank cells none is read. */
export function reversed({ sheet, at, from, to, style }: Edit, sheets: readonly Sheet[]): Edit {
  const read = sheets.find(({ name }) => name === sheet);
  const { numberFormat = "General" } = read ? cellAt(read, at) : {};
  const changed = from.kind !== "blank" && (style?.numberFormat !== undefined || numberFormat === "@");
  return { sheet, at, from: to, to: from, ...(changed ? { style: { numberFormat } } : {}) };
}
