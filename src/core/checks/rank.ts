import type { Column } from "../form/Form";
import { a1 } from "../sheet/Address";
import { contentOf } from "../sheet/Cell";
import { sayFigure, valueIn } from "../figures/figureValue";
import { rowAt } from "../figures/Table";
import { denseRanksOf, filledUnits, groundsOf, rankingOf, ranksOf } from "../figures/workedOut";
import { both } from "../words/Phrase";
import type { Check } from "./Check";
import { columnName, rowName } from "./columnWords";

/** The line with the most ranks first; equal lines share the better rank. A table ranked 1, 1, 2 throughout follows another way, and is let be. */
export function rank(column: Column, by: Column): Check {
  return {
    id: column.sumId ?? `${column.key}-of-${by.key}`,
    role: "heard",
    severity: "error",
    title: { vi: `${columnName(column)} theo ${columnName(by)}, bằng nhau thì cùng hạng`, en: `${columnName(column)} follows ${columnName(by)}; equal lines share a rank` },
    *judge(table) {
      const ranking = rankingOf(table, column);
      if (!ranking) return;
      const units = ranking.by.map(filledUnits);
      const proper = ranksOf(units);
      const says = ranking.ranks.map(filledUnits);
      const isOtherWay = denseRanksOf(units).every((each, index) => says[index] === undefined || says[index] === each);
      for (const [index, figure] of ranking.ranks.entries()) {
        const [said, right, ranked] = [says[index], proper[index], ranking.by[index]!];
        const cells = [figure.at, ranked.at] as const;
        if (said === undefined || right === undefined) yield { kind: "skip", cells, why: figure.reading.kind === "unreadable" || ranked.reading.kind === "unreadable" ? "unreadable" : "blank" };
        else if (said === right || isOtherWay) yield { kind: "pass" };
        else {
          const row = rowAt(table, figure.at.row)!;
          yield {
            kind: "fail",
            cells,
            rests: groundsOf(table, ranking.by),
            phrase: both((language) => {
              const points = `${sayFigure(units[index]!, ranked.column, language)} ${ranked.column.kind.unit}`;
              return language === "vi"
                ? `${rowName(row, "vi")}: ô ${a1(figure.at)} ghi hạng ${said}, với ${points} (ô ${a1(ranked.at)}) là hạng ${right}.`
                : `${rowName(row, "en")}: cell ${a1(figure.at)} says rank ${said}, ${points} (cell ${a1(ranked.at)}) rank ${right}.`;
            }),
            ...(figure.cell.formula === undefined
              ? { suggestions: [{ changes: [{ at: figure.at, from: contentOf(figure.cell), to: valueIn(figure, right) }], sure: "likely", why: { vi: `Ghi hạng ${right} theo ${columnName(by)}`, en: `Write rank ${right}, as ${columnName(by)} has it` } }] }
              : {}),
          };
        }
      }
    },
  };
}
