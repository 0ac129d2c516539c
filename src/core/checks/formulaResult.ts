import { parseAdditiveFormula, type AdditiveFormula } from "../sheet/additiveFormula";
import { a1, type Position } from "../sheet/Address";
import { contentOf, numberValue } from "../sheet/Cell";
import { hasFormulas } from "../table/derived";
import { figuresByPlace, type Figure, type Table } from "../table/Table";
import type { Check, Verdict } from "./Check";
import { formatCount } from "./columnWords";

/** A sum whose saved result is not what its cells add up to. */
interface Stale {
  readonly figure: Figure;
  readonly result: number;
}

/** Tells what a sum's cells come to now, where it is a sum over figures of the table. One over cells elsewhere is taken at its word. */
function sumsOf(table: Table): (formula: string) => number | undefined {
  const figureAt = figuresByPlace(table);
  const addend = (figure: Figure | undefined, summed: boolean): number | undefined => {
    const value = figure?.cell.value;
    if (!value || figure.cell.uncalculated) return undefined;
    if (value.kind === "number") return value.number;
    if (value.kind === "blank") return 0;
    return value.kind === "text" && summed ? 0 : undefined;
  };
  const total = (terms: AdditiveFormula): number | undefined => {
    let sum = 0;
    for (const { sign, range, summed } of terms) {
      for (let row = range.top; row <= range.bottom; row++) {
        for (let column = range.left; column <= range.right; column++) {
          const value = addend(figureAt(row, column), summed);
          if (value === undefined) return undefined;
          sum += sign * value;
        }
      }
    }
    return sum;
  };
  return (formula) => {
    const terms = parseAdditiveFormula(formula);
    return terms && total(terms);
  };
}

const places = (cells: readonly Position[]): string => cells.slice(0, 3).map(a1).join(", ");

function tellMissing(missing: readonly Figure[]): Verdict {
  const cells = missing.map(({ at }) => at) as [Position, ...Position[]];
  return {
    kind: "fail",
    cells,
    phrase: {
      vi: `${formatCount(cells.length, "vi")} ô có công thức nhưng tệp chưa lưu kết quả (${places(cells)}), nên chưa kiểm tra được. Hãy mở tệp bằng Excel, lưu lại rồi kiểm tra.`,
      en: `${formatCount(cells.length, "en")} cells hold formulas whose results were not saved (${places(cells)}), so they were not checked. Open the file in Excel, save it and check again.`,
    },
  };
}

function tellStale(stale: readonly Stale[]): Verdict {
  const cells = stale.map(({ figure }) => figure.at) as [Position, ...Position[]];
  const changes = stale.map(({ figure: { at, cell }, result }) => ({
    at,
    from: contentOf(cell),
    to: { kind: "formula" as const, formula: cell.formula!, value: numberValue(result) },
  }));
  return {
    kind: "fail",
    cells,
    spoils: cells,
    phrase: {
      vi: `${formatCount(cells.length, "vi")} ô công thức đang hiện kết quả cũ (${places(cells)}): Excel có thể đang để chế độ tính thủ công. Hãy bấm F9 để tính lại.`,
      en: `${formatCount(cells.length, "en")} formulas show old results (${places(cells)}): Excel may be set to calculate by hand. Press F9 to calculate again.`,
    },
    suggestions: [{ changes, sure: "certain", why: { vi: "Tính lại các công thức này", en: "Calculate these formulas again" } }],
  };
}

/** Every formula was saved with its result, and shows what its cells come to now. */
export function formulaResult({ id }: { readonly id: string }): Check {
  return {
    id,
    kind: "formula-result",
    role: "fault",
    justifiable: false,
    severity: "warning",
    title: { vi: "Mọi công thức đã được tính, với số liệu hiện tại", en: "Every formula has been computed, from the figures as they are" },
    *judge(table) {
      if (!hasFormulas(table)) return;
      const sumOf = sumsOf(table);
      const stale: Stale[] = [];
      const missing: Figure[] = [];
      for (const { figures } of table.rows) {
        for (const figure of figures) {
          const { formula, value, uncalculated } = figure.cell;
          if (figure.reading.kind === "unreadable" && figure.reading.why === "uncalculated") missing.push(figure);
          if (formula === undefined || uncalculated) continue;
          const shown = value.kind === "number" ? value.number : undefined;
          const result = shown === undefined ? undefined : sumOf(formula);
          if (result === undefined || result === shown) yield { kind: "pass" };
          else stale.push({ figure, result });
        }
      }
      if (missing.length > 0) yield tellMissing(missing);
      if (stale.length > 0) yield tellStale(stale);
    },
  };
}
