import { precedents } from "../sheet/additiveFormula";
import { a1, contains, positionKey } from "../sheet/Address";
import { contentOf, numberValue, plainText } from "../sheet/Cell";
import { derivedCells, formulaOf } from "../table/derived";
import { meantCount } from "../table/Reading";
import type { Figure, Table } from "../table/Table";
import type { Check, Suggestion, Verdict } from "./Check";

/** The sum that belongs in the cell, where the table says which one. */
function properFormula(table: Table, figure: Pick<Figure, "at" | "cell">): Suggestion | undefined {
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

const showsError = ({ cell }: Figure): boolean => cell.value.kind === "error";

/** No figure shows an Excel error such as #REF!. Cells that only pass another's error on are named with it, not told again. */
export function formulaError({ id }: { readonly id: string }): Check {
  return {
    id,
    kind: "formula-error",
    severity: "error",
    title: { vi: "Không có ô báo lỗi công thức", en: "No cell shows a formula error" },
    *judge(table) {
      const all = table.rows.flatMap(({ figures }) => figures);
      const failing = all.filter(showsError);
      const passesOn = ({ cell, at }: Figure): boolean => {
        const ranges = precedents(cell.formula ?? "");
        return failing.some((other) => positionKey(other.at) !== positionKey(at) && ranges.some((range) => contains(range, other.at)));
      };
      const followers = failing.filter(passesOn);
      for (const figure of all) {
        if (!showsError(figure)) {
          if (figure.cell.formula !== undefined) yield { kind: "pass" };
        } else if (followers.includes(figure)) {
          yield { kind: "skip", cells: [figure.at], why: "unreadable" };
        } else {
          yield failOf(table, figure, followers);
        }
      }
    },
  };
}

function failOf(table: Table, { at, cell }: Figure, followers: readonly Figure[]): Verdict {
  const code = plainText(cell.value);
  const source = cell.formula === undefined ? "" : ` (${cell.formula})`;
  const suggestion = cell.formula === undefined ? undefined : properFormula(table, { at, cell });
  const following = followers.map((each) => a1(each.at)).join(", ");
  return {
    kind: "fail",
    cells: [at],
    phrase: {
      vi: `Ô ${a1(at)} báo lỗi ${code}${source}: công thức trỏ tới ô không còn hoặc không tính được.${following ? ` Vì thế ${following} cũng báo lỗi.` : ""}`,
      en: `Cell ${a1(at)} shows ${code}${source}: it points at cells that are gone or cannot be computed.${following ? ` Therefore ${following} fail as well.` : ""}`,
    },
    ...(suggestion ? { suggestions: [suggestion] } : {}),
  };
}
