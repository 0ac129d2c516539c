import { a1, type Position } from "../sheet/Address";
import { BLANK_CELL, contentOf, numberValue } from "../sheet/Cell";
import { CellSums, type ValueAt } from "../sheet/CellSums";
import { DecimalSum } from "../sheet/DecimalSum";
import { resultOf } from "../sheet/recalculate";
import { figuresByPlace, type Figure } from "../figures/Table";
import type { CheckKind, Verdict } from "./Check";
import { formatCount } from "../words/decimal";
import { formulasOf } from "./properFormula";

/** Sums of unrounded shares come out of Excel's own hands a little off; nobody reports as little as this. */
const ROUNDING = 1e-6;

/** Whether a result is what the cell shows. */
function shows(shown: number, result: number): boolean {
  const off = new DecimalSum();
  off.add(result, 1);
  off.add(shown, -1);
  return Math.abs(off.number) < ROUNDING;
}

/** How many cells there are, with three of them to find the others by. */
function toldOf(figures: readonly Figure[]) {
  const cells = figures.map(({ at }) => at) as [Position, ...Position[]];
  const [vi, en] = [formatCount(cells.length, "vi"), formatCount(cells.length, "en")];
  return { cells, vi, en, places: cells.slice(0, 3).map(a1).join(", ") };
}

function tellMissing(missing: readonly Figure[]): Verdict {
  const { cells, vi, en, places } = toldOf(missing);
  return {
    kind: "fail",
    cells,
    phrase: {
      vi: `${vi} ô có công thức nhưng tệp chưa lưu kết quả (${places}), nên chưa kiểm tra được. Hãy mở tệp bằng Excel, lưu lại rồi kiểm tra.`,
      en: `${en} cells hold formulas whose results were not saved (${places}), so they were not checked. Open the file in Excel, save it and check again.`,
    },
  };
}

/** Sums whose saved results are not what their cells add up to. */
function tellStale(stale: ReadonlyMap<Figure, number>): Verdict {
  const { cells, vi, en, places } = toldOf([...stale.keys()]);
  const changes = [...stale].map(([{ at, cell }, result]) => ({ at, from: contentOf(cell), to: { kind: "formula" as const, formula: cell.formula!, value: numberValue(result) } }));
  return {
    kind: "fail",
    cells,
    spoils: cells,
    phrase: {
      vi: `${vi} ô công thức đang hiện kết quả cũ (${places}): Excel có thể đang để chế độ tính thủ công. Hãy bấm F9 để tính lại.`,
      en: `${en} formulas show old results (${places}): Excel may be set to calculate by hand. Press F9 to calculate again.`,
    },
    suggestions: [{ changes, sure: "certain", why: { vi: "Tính lại các công thức này", en: "Calculate these formulas again" } }],
  };
}

/** Every formula was saved with its result, and shows what its cells come to now. */
export const formulaResult: CheckKind = {
  role: "fault",
  justifiable: false,
  severity: "warning",
  title: { vi: "Mọi công thức đã được tính, với số liệu hiện tại", en: "Every formula has been computed, from the figures as they are" },
  *judge(table, context) {
    const formulas = formulasOf(table, context);
    const figureAt = figuresByPlace(table);
    const valueAt: ValueAt = (cell, row, column) => {
      // What was saved without a result has been worked out since.
      const { value, uncalculated } = (cell?.uncalculated ? figureAt(row, column)?.cell : cell) ?? BLANK_CELL;
      return uncalculated ? undefined : value;
    };
    const sums = new CellSums(formulas, valueAt);
    const stale = new Map<Figure, number>();
    const missing: Figure[] = [];
    for (const number of formulas.formulasIn(table.range)) {
      const { row, column } = formulas.at(number);
      const figure = figureAt(row, column);
      if (!figure) continue;
      const { value, uncalculated } = figure.cell;
      if (uncalculated) {
        missing.push(figure);
        continue;
      }
      const formula = formulas.formulaOf(number);
      const result = formula && value.kind === "number" ? resultOf(sums, formula) : undefined;
      if (result?.kind !== "number" || value.kind !== "number" || shows(value.number, result.number)) yield { kind: "pass" };
      else stale.set(figure, result.number);
    }
    if (missing.length > 0) yield tellMissing(missing);
    if (stale.size > 0) yield tellStale(stale);
  },
};
