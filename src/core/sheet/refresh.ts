import { contentOf, sameContent, type Cell } from "./Cell";
import { recalculate } from "./recalculate";
import type { Sheet } from "./Sheet";
import type { Edit } from "./WorkbookPort";

const holdsFormula = (cell: Cell | undefined): cell is Cell & { readonly formula: string } => cell?.formula !== undefined;

/**
 * Edits that bring the saved results of sums up to date, for a file in which `before` became `after` without Excel.
 * Only sums that came out in `before` are worked out again: one that was stale already is the user's to see.
 */
export function refresh(before: Sheet, after: Sheet): readonly Edit[] {
  const settled = recalculate(before, "all");
  const now = recalculate(after, "all");
  const edits: Edit[] = [];
  for (const [row, cells] of after.rows) {
    cells.forEach((cell, column) => {
      if (!holdsFormula(cell)) return;
      const result = now.rows.get(row)?.[column];
      const earlier = before.rows.get(row)?.[column];
      const wasRight = !earlier || (holdsFormula(earlier) && earlier.formula !== cell.formula) || sameContent(earlier.value, settled.rows.get(row)![column]!.value);
      if (!result || result.uncalculated || !wasRight || sameContent(result.value, cell.value)) return;
      const content = contentOf(cell);
      edits.push({ sheet: after.name, at: { row, column }, from: content, to: { kind: "formula", formula: cell.formula, value: result.value } });
    });
  }
  return edits;
}
