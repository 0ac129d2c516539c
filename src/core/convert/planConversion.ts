import { valueOf } from "../figures/figureValue";
import { isFigureColumn, leafColumns, type Column } from "../form/Form";
import { planSheetInSteps, type ScaffoldOptions } from "../scaffold/scaffold";
import { BLANK, type Content } from "../sheet/Cell";
import type { SheetPlan } from "../sheet/SheetPlan";
import type { Steps } from "../steps";
import type { Conversion } from "./conversionOf";

/** What is known of a column: in every row, so that a formula may add it up. */
const isKnown = ({ rows }: Conversion, key: string): boolean => rows.every(({ units }) => units.has(key));

/**
 * The sheet that a conversion comes to: the target as scaffolded, filled in. A sum stays a formula where all it adds up is known; else it is the
 * figure that the table states, or blank, for a formula would pass what is not known for nothing.
 */
export function* planConversion(conversion: Conversion, options: Omit<ScaffoldOptions, "fields">): Steps<SheetPlan> {
  const { target, rows } = conversion;
  const plan = yield* planSheetInSteps(target, { ...options, fields: rows.map(({ label }) => label) });
  const columns = leafColumns(target.tables[0].columns);
  const first = plan.print.repeatedRows[1] + 1;
  const known = new Set(columns.flatMap(({ key }) => (isKnown(conversion, key) ? [key] : [])));
  const bodyContent = (column: Column, row: number, content: Content): Content => {
    if (!isFigureColumn(column)) return content;
    const units = rows[row]!.units;
    if (column.sum?.every((part) => units.has(part))) return content;
    const own = units.get(column.key);
    return own === undefined ? BLANK : valueOf(own, column);
  };
  const cells = plan.cells.map((cell) => {
    const { row, column: at } = cell.at;
    const column = columns[at];
    const place = row - first;
    if (!column || place < 0 || place > rows.length) return cell;
    if (place < rows.length) return { ...cell, content: bodyContent(column, place, cell.content) };
    return isFigureColumn(column) && !known.has(column.key) ? { ...cell, content: BLANK } : cell;
  });
  return { ...plan, cells };
}
