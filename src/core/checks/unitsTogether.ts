import { addTo } from "../addTo";
import { isUnfilled } from "../figures/isUnfilled";
import { rowsByField } from "../figures/rowNames";
import { standingRows, totalRow, type Table, type TableRow } from "../figures/Table";
import { addUp, ofRow, wholeOf, type QuantityFigure } from "../quantities/QuantityFigure";
import type { Quantity } from "../quantities/Vocabulary";
import { fold } from "../sheet/fold";
import { samePeriod } from "../words/Period";
import { both } from "../words/Phrase";
import type { CheckContext, CheckKind, Verdict } from "./Check";
import { rowName } from "./columnWords";
import { boundQuantities, judgeRestated } from "./restated";

/** What each unit reported of the same on the same period; none where a unit is there twice, or nobody filled in what one has. */
function tablesOf(table: Table, { units = [] }: CheckContext): readonly Table[] {
  const isSame = ({ form, layout, period }: Table): boolean =>
    form.family === table.form.family && layout.key === table.layout.key && period !== undefined && table.period !== undefined && samePeriod(period.period, table.period.period);
  const same = units.filter(isSame);
  const names = new Set(same.map(({ unit }) => fold(unit ?? "")));
  return names.size === same.length && !names.has("") && !same.some(isUnfilled) && !same.some(({ unit }) => fold(unit!) === fold(table.unit ?? "")) ? same : [];
}

/** The rows that make up a table, by section and field. */
function standingByField(table: Table): ReadonlyMap<string, TableRow> {
  const standing = new Set(standingRows(table));
  return new Map([...rowsByField(table)].flatMap(([field, { row }]) => (standing.has(row) ? [[field, row] as const] : [])));
}

interface Part {
  readonly table: Table;
  readonly figure: QuantityFigure;
}

/** An aggregate with rows by field is, field by field, what the units' own forms add up to, once the reporter has said that they are all of them. */
export const unitsTogether: CheckKind = {
  role: "told",
  severity: "warning",
  title: { vi: "Biểu tổng hợp bằng tổng các biểu của các đơn vị", en: "An aggregate is what the forms of its units add up to" },
  *judge(table, context) {
    const { vocabulary } = context;
    const parts = tablesOf(table, context);
    const own = standingByField(table);
    // Rows that stand for units are held against each unit's own form.
    const names = new Set(parts.map(({ unit }) => fold(unit!)));
    if (!vocabulary || parts.length === 0 || [...own.values()].some(({ label }) => names.has(fold(label)))) return;
    const theirs = new Map<string, { readonly table: Table; readonly row: TableRow }[]>();
    for (const part of parts) for (const [field, row] of standingByField(part)) addTo(theirs, field, { table: part, row });
    // A field of a unit that the aggregate does not have may be one that it has under another name.
    const isComplete = [...theirs.keys()].every((field) => own.has(field));
    const say = both((language) => (language === "vi" ? `tổng ở biểu của ${parts.length} đơn vị` : `the forms of ${parts.length} units together come to`));
    const compare = (quantity: Quantity, row: TableRow, figure: QuantityFigure, added: readonly Part[]): Verdict | undefined => {
      const other = addUp(added.map((part) => part.figure));
      const places = added.flatMap((part) => part.figure.cells.map((at) => ({ table: part.table, at })));
      return judgeRestated(table, { quantity, of: both((language) => rowName(row, language)), own: figure, other, places }, say);
    };
    for (const quantity of boundQuantities(table, context)) {
      if ((quantity.overUnits ?? "sum") !== "sum") continue;
      for (const [field, row] of isComplete ? own : []) {
        const figures = (theirs.get(field) ?? []).map((part) => ({ table: part.table, figure: ofRow(quantity.id, part.table, part.row, vocabulary) }));
        const verdict = compare(quantity, row, ofRow(quantity.id, table, row, vocabulary), figures);
        if (verdict) yield verdict;
      }
      const total = totalRow(table);
      const whole = parts.map((part) => ({ table: part, figure: wholeOf(quantity.id, [part], vocabulary) }));
      // Where the fields are told, their total only repeats them.
      const verdict = total && !isComplete ? compare(quantity, total, wholeOf(quantity.id, [table], vocabulary), whole) : undefined;
      if (verdict) yield verdict;
    }
  },
};
