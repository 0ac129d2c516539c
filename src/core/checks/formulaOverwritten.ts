import { a1, positionKey } from "../sheet/Address";
import { acrossRow, addedUp, downColumn, sumColumns, type DerivedCell, rowSums, type SumColumn } from "../figures/derived";
import { meantUnits } from "../figures/Reading";
import { isStacked } from "../figures/stackedLines";
import { holdsAcross, type Figure, type Table, type TableRow } from "../figures/Table";
import type { CheckKind } from "./Check";
import { formulasOf, properFormula } from "./properFormula";
import type { FormulaGraph } from "../sheet/FormulaGraph";

const isLive = ({ cell }: Figure): boolean => cell.formula !== undefined;
const isTyped = (figure: Figure): boolean => !isLive(figure) && figure.reading.kind !== "blank" && !isStacked(figure);

/** Whether none of a row's sums was ever a formula, and this one comes out: so people lay out rows that add up others. Then nothing was typed over. */
function isTypedThroughout(row: TableRow, columns: readonly SumColumn[], { total, parts }: SumColumn): boolean {
  const comesOut = meantUnits(row.figures[total]!.reading) === addedUp(parts.map((part) => row.figures[part]!));
  return comesOut && columns.length > 1 && columns.every((column) => isTyped(row.figures[column.total]!));
}

/** Whether a cell adds up other rows: then it says nothing of how sums across lines are made. */
function addsDown({ at }: Figure, formulas: FormulaGraph): boolean {
  const terms = formulas.sumAt(at);
  return terms !== undefined && terms.every(({ range: { top, bottom } }) => top > at.row || bottom < at.row);
}

/** Derived cells that belong together, a total row or a sum column, with what the one at a place adds up, and which of them are made alike. */
function* groupsOf(table: Table, formulas: FormulaGraph): Generator<readonly [figures: readonly Figure[], derive: (index: number) => DerivedCell, isAlike: (figure: Figure) => boolean]> {
  for (const rowSum of rowSums(table)) yield [rowSum.places.map((place) => rowSum.sum.figures[place]!), (index) => downColumn(rowSum, rowSum.places[index]!), isLive];
  const columns = sumColumns(table);
  const isAcross = holdsAcross(table);
  for (const column of columns) {
    const rows = table.rows.filter((row) => isAcross(row) && !isTypedThroughout(row, columns, column));
    yield [rows.map(({ figures }) => figures[column.total]!), (index) => acrossRow(rows[index]!, column), (figure) => isLive(figure) && !addsDown(figure, formulas)];
  }
}

/** Where most cells of a sum column or total row are live formulas, none was typed over with a number. */
export const formulaOverwritten: CheckKind = {
  role: "typed-over",
  severity: "warning",
  title: { vi: "Công thức không bị ghi đè bằng số", en: "No formula was typed over with a number" },
  *judge(table, context) {
    const formulas = formulasOf(table, context);
    if (formulas.formulasIn(table.range).next().done) return;
    const told = new Set<number>();
    for (const [figures, derive, isAlike] of groupsOf(table, formulas)) {
      for (const figure of figures) if (isLive(figure)) yield { kind: "pass" };
      const live = figures.filter(isAlike).length;
      if (live < 2 || live <= figures.filter(isTyped).length) continue;
      for (const [index, figure] of figures.entries()) {
        const { at, reading } = figure;
        if (!isTyped(figure) || told.has(positionKey(at))) continue;
        told.add(positionKey(at));
        const derived = derive(index);
        const sure = derived.isSure && meantUnits(reading) === addedUp(derived.parts) ? "certain" : "possible";
        yield {
          kind: "fail",
          cells: [at],
          phrase: {
            vi: `Ô ${a1(at)} là số gõ tay trong khi các ô cùng loại đều là công thức: công thức có thể đã bị ghi đè.`,
            en: `Cell ${a1(at)} was typed while its neighbours are formulas: a formula may have been typed over.`,
          },
          suggestions: [properFormula(derived, sure, table, formulas, (formula) => ({ vi: `Đặt lại công thức ${formula}`, en: `Put the formula ${formula} back` }))],
        };
      }
    }
  },
};
