import { a1, type Position } from "../sheet/Address";
import type { Figure } from "../table/Table";
import type { Check } from "./Check";
import { formatCount } from "./columnWords";

/** Every formula was saved with its result. Programs that write files without computing them leave none. */
export function formulaResult({ id }: { readonly id: string }): Check {
  return {
    id,
    kind: "formula-result",
    severity: "warning",
    title: { vi: "Mọi công thức đã có kết quả tính", en: "Every formula has been computed" },
    *judge(table) {
      const missing: Figure[] = [];
      for (const { figures } of table.rows) {
        for (const figure of figures) {
          if (figure.reading.kind === "unreadable" && figure.reading.why === "uncalculated") missing.push(figure);
          else if (figure.cell.formula !== undefined) yield { kind: "pass" };
        }
      }
      if (missing.length === 0) return;
      const cells = missing.map(({ at }) => at) as [Position, ...Position[]];
      const examples = cells.slice(0, 3).map(a1).join(", ");
      yield {
        kind: "fail",
        cells,
        phrase: {
          vi: `${formatCount(cells.length, "vi")} ô có công thức nhưng tệp chưa lưu kết quả (${examples}), nên chưa kiểm tra được. Hãy mở tệp bằng Excel, lưu lại rồi kiểm tra.`,
          en: `${formatCount(cells.length, "en")} cells hold formulas whose results were not saved (${examples}), so they were not checked. Open the file in Excel, save it and check again.`,
        },
      };
    },
  };
}
