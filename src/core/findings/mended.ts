import { parseAdditiveFormula } from "../sheet/additiveFormula";
import { LAST_COLUMN, positionKey, type Position } from "../sheet/Address";
import { hasFormulas } from "../table/derived";
import { meantCount } from "../table/Reading";
import type { Figure, Table } from "../table/Table";
import type { Change } from "../checks/Check";

/** What a cell would hold: a count, or a formula to be worked out. */
type Mending = { readonly count: number } | { readonly formula: string };

export function mendingOf({ to }: Change): Mending | undefined {
  if (to.kind === "number") return { count: to.number };
  return to.kind === "formula" ? { formula: to.formula } : undefined;
}

/**
 * The table as it would read with these cells mended and the live sums over them worked out again.
 * Formulas of other shapes keep their results.
 */
export function mended(table: Table, mendings: ReadonlyMap<number, Mending>): Table {
  if (mendings.size === 0) return table;
  // Where nothing is computed, only the rows mended change.
  if (![...mendings.values()].some((mending) => "formula" in mending) && !hasFormulas(table)) {
    const rows = new Set([...mendings.keys()].map((key) => Math.floor(key / (LAST_COLUMN + 1))));
    const typed = (figure: Figure): Figure => {
      const mending = mendings.get(positionKey(figure.at));
      return mending && "count" in mending ? { ...figure, reading: { kind: "count", count: mending.count, notation: "number" } } : figure;
    };
    return { ...table, rows: table.rows.map((row) => (rows.has(row.row) ? { ...row, figures: row.figures.map(typed) } : row)) };
  }
  const figures = new Map(table.rows.flatMap((row) => row.figures).map((figure) => [positionKey(figure.at), figure]));
  const results = new Map<number, number | undefined>();

  const countAt = (at: Position): number | undefined => {
    const key = positionKey(at);
    const mending = mendings.get(key);
    if (mending && "count" in mending) return mending.count;
    const figure = figures.get(key);
    if (!figure) return undefined;
    const formula = mending?.formula ?? figure.cell.formula;
    const terms = formula === undefined ? undefined : parseAdditiveFormula(formula);
    if (!terms) return meantCount(figure.reading);
    if (results.has(key)) return results.get(key);
    // A formula that leads back to itself keeps what it shows.
    results.set(key, meantCount(figure.reading));
    let sum = 0;
    for (const { sign, range } of terms) {
      for (let row = range.top; row <= range.bottom; row++) {
        for (let column = range.left; column <= range.right; column++) {
          sum += sign * (figures.has(positionKey({ row, column })) ? (countAt({ row, column }) ?? 0) : 0);
        }
      }
    }
    // Only what the mending changes: a stale or text-skipping result elsewhere is told by its own check.
    results.set(key, mending || dependsOnMending(key) ? sum : meantCount(figure.reading));
    return results.get(key);
  };

  const depends = new Map<number, boolean>();
  const dependsOnMending = (key: number): boolean => {
    if (mendings.has(key)) return true;
    const known = depends.get(key);
    if (known !== undefined) return known;
    depends.set(key, false);
    const formula = figures.get(key)?.cell.formula;
    const terms = formula === undefined ? undefined : parseAdditiveFormula(formula);
    const answer =
      terms?.some(({ range }) => {
        for (let row = range.top; row <= range.bottom; row++) {
          for (let column = range.left; column <= range.right; column++) {
            if (dependsOnMending(positionKey({ row, column }))) return true;
          }
        }
        return false;
      }) ?? false;
    depends.set(key, answer);
    return answer;
  };

  const again = (figure: Figure): Figure => {
    const key = positionKey(figure.at);
    if (!mendings.has(key) && (figure.cell.formula === undefined || !dependsOnMending(key))) return figure;
    const count = countAt(figure.at);
    return count === undefined ? figure : { ...figure, reading: { kind: "count", count, notation: "number" } };
  };
  return { ...table, rows: table.rows.map((row) => ({ ...row, figures: row.figures.map(again) })) };
}
