import { changeTo } from "../checks/changeTo";
import { derivedIn } from "../figures/derived";
import { figureOf } from "../figures/Table";
import type { Edit } from "../sheet/WorkbookPort";
import type { Comparison } from "./compareTables";

/** Fills what a period takes over from the one before into the cells that are still blank: nothing that stands is written over, and no sum. */
export function carriedFigures({ now, then, span, rows }: Comparison): readonly Edit[] {
  if (span !== "before") return [];
  const derived = derivedIn(now);
  return (now.layout.rules ?? []).flatMap((rule) => {
    if (rule.kind !== "carry-over") return [];
    return rows.flatMap(({ now: row, then: earlier }): readonly Edit[] => {
      const [to, from] = [figureOf(now, row, rule.carried), figureOf(then, earlier, rule.pending)];
      const isOpen = to && to.reading.kind === "blank" && to.cell.formula === undefined && derived(to).every(({ parts }) => parts.length === 0);
      if (!isOpen || row.kind === "total" || from?.reading.kind !== "figure") return [];
      const { at, from: blank, to: content, format } = changeTo(to, from.reading.units);
      return [{ sheet: now.sheet, at, from: blank, to: content, ...(format === undefined ? {} : { style: { numberFormat: format } }) }];
    });
  });
}
