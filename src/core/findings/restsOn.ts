import type { Balance } from "../checks/Check";
import { sayRow, sayRows } from "../checks/columnWords";
import { figuresByPlace, type Table, type TableSum } from "../figures/Table";
import { a1, positionKey, type Position } from "../sheet/Address";
import { both, type Language, type Phrase } from "../words/Phrase";
import type { Draft, Reason } from "./Finding";
import type { FailedSum } from "./worlds";

/** So many rows, and formulas, are named. */
const MOST = 4;
/** Of a longer formula its beginning is shown. */
const LONGEST = 80;

const shortened = (formula: string): string => (formula.length > LONGEST ? `${formula.slice(0, LONGEST)}…` : formula);

/** "khớp 10 cột, lệch 1 cột; tên dòng là tên dòng tổng": why a row was read as the sum of others. */
function sayBasis({ basis }: TableSum, language: Language): string {
  const vi = language === "vi";
  if (!basis) return vi ? "như biểu mẫu quy định" : "as the form has it";
  const { holds, fails, isNamed, isByFormula, isTold } = basis;
  const columns = (count: number): string => `${count} ${vi ? "cột" : count === 1 ? "column" : "columns"}`;
  const off = fails === 0 ? "" : vi ? `, lệch ${columns(fails)}` : `, ${columns(fails)} out`;
  return [
    ...(isTold ? [vi ? "theo trả lời đã ghi nhận" : "as was answered"] : []),
    vi ? `khớp ${columns(holds)}${off}` : `${columns(holds)} come out${off}`,
    ...(isNamed ? [vi ? "tên dòng là tên dòng tổng" : "its name is that of a sum"] : []),
    ...(isByFormula ? [vi ? "công thức của dòng cộng đúng các dòng này" : "its formulas add up just these"] : []),
  ].join("; ");
}

const saySum = (table: Table, sum: TableSum): Phrase =>
  both((language) => {
    const [row, parts] = [sayRow(table, sum.row, language), sayRows(table, sum.parts, language)];
    return `${row} ${language === "vi" ? "được hiểu là tổng các dòng" : "is taken for the sum of rows"} ${parts}: ${sayBasis(sum, language)}.`;
  });

/** What findings of a table rest on: told of each by its reasons and cells. `sums` are those that fail, or failed until something was mended. */
export function basesOf(table: Table, sums: Iterable<FailedSum>): (draft: Draft) => readonly Phrase[] {
  const balances = new Map<Reason, Balance>();
  for (const { reason, balance } of sums) balances.set(reason, balance);
  const figureAt = figuresByPlace(table);
  const sumAt = new Map(table.sums.flatMap((sum) => (sum.doubt ? [] : [[table.rows[sum.row]!.row, sum] as const])));
  return ({ cells, follows = [], reasons }) => {
    const compared = reasons.flatMap((reason) => balances.get(reason) ?? []);
    const totals = compared.map(({ total }) => total.at);
    const looked = [...new Map([...totals, ...cells].map((at) => [positionKey(at), at])).values()];
    const formulas = looked.flatMap((at): readonly (readonly [Position, string])[] => {
      const formula = figureAt(at.row, at.column)?.cell.formula;
      return formula === undefined ? [] : [[at, formula]];
    });
    // What is wrong with a formula is so by what its row adds up, and what follows from a cell adds it up.
    const down = compared.filter(({ total, parts }) => parts[0]?.at.row !== total.at.row).map(({ total }) => total.at.row);
    const rows = [...new Set([...down, ...follows.map(({ row }) => row), ...formulas.map(([{ row }]) => row)])].flatMap((row) => sumAt.get(row) ?? []);
    return [
      ...rows.slice(0, MOST).map((sum) => saySum(table, sum)),
      ...formulas.slice(0, MOST).map(([at, formula]) => {
        const [cell, text] = [a1(at), shortened(formula)];
        return { vi: `Công thức ${text} ở ô ${cell}.`, en: `The formula ${text} in cell ${cell}.` };
      }),
    ];
  };
}
