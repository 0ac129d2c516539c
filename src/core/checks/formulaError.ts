import { a1, positionKey } from "../sheet/Address";
import { contentOf, numberValue } from "../sheet/Cell";
import { derivedCells, formulaOf } from "../table/derived";
import { meantCount } from "../table/Reading";
import type { Figure, Table } from "../table/Table";
import type { Check, Suggestion } from "./Check";

/** The sum that belongs in the cell, where the table says which one. */
function properFormula(table: Table, figure: Figure): Suggestion | undefined {
  const derived = derivedCells(table).find((each) => positionKey(each.figure.at) === positionKey(figure.at));
  if (!derived) return undefined;
  const formula = formulaOf(derived);
  const sum = derived.parts.reduce((total, { reading }) => total + (meantCount(reading) ?? 0), 0);
  return {
    changes: [{ at: figure.at, from: contentOf(figure.cell), to: { kind: "formula", formula, value: numberValue(sum) } }],
    sure: "likely",
    why: { vi: `Viết lại công thức ${formula}`, en: `Write the formula ${formula} again` },
  };
}

/** No figure shows an Excel error such as #REF!. */
export function formulaError({ id }: { readonly id: string }): Check {
  return {
    id,
    kind: "formula-error",
    severity: "error",
    title: { vi: "Không có ô báo lỗi công thức", en: "No cell shows a formula error" },
    *judge(table) {
      for (const { figures } of table.rows) {
        for (const figure of figures) {
          const { value, formula } = figure.cell;
          if (value.kind !== "error") {
            if (formula !== undefined) yield { kind: "pass" };
            continue;
          }
          const suggestion = properFormula(table, figure);
          const source = formula === undefined ? "" : ` (${formula})`;
          yield {
            kind: "fail",
            cells: [figure.at],
            phrase: {
              vi: `Ô ${a1(figure.at)} báo lỗi ${value.code}${source}: công thức trỏ tới ô không còn hoặc không tính được.`,
              en: `Cell ${a1(figure.at)} shows ${value.code}${source}: its formula points at cells that are gone or cannot be computed.`,
            },
            ...(suggestion ? { suggestions: [suggestion] } : {}),
          };
        }
      }
    },
  };
}
