import { parseAdditiveFormula, type AdditiveFormula } from "../sheet/additiveFormula";
import { LAST_COLUMN, positionKey } from "../sheet/Address";
import { finish, STEP, type Steps } from "../steps";
import { meantUnits } from "../table/Reading";
import { isStacked } from "../table/stackedLines";
import { figuresByPlace, type Figure, type Table, type TableRow } from "../table/Table";
import type { Change } from "../checks/Check";

/** What a cell would hold: a count, or a formula to be worked out. */
export type Mending = { readonly count: number } | { readonly formula: string };

/** What cells would hold, by `positionKey`. */
type Mendings = ReadonlyMap<number, Mending>;

export function mendingOf({ to }: Change): Mending | undefined {
  if (to.kind === "number") return { count: to.number };
  return to.kind === "formula" ? { formula: to.formula } : undefined;
}

/**
 * The table as it would read with these cells mended and the live sums over them worked out again.
 * Formulas of other shapes keep their results.
 */
export const mended = (table: Table, mendings: Mendings): Table => finish(mendedInSteps(table, mendings));

/** The same, in steps. Rows in which nothing changes stay the same objects. */
export function* mendedInSteps(table: Table, mendings: Mendings): Steps<Table> {
  if (mendings.size === 0) return table;
  const counts = yield* countsOnceMended(table, mendings);
  const rowsChanged = new Set<number>();
  let seen = 0;
  for (const key of counts.keys()) {
    if (++seen % STEP === 0) yield;
    rowsChanged.add(Math.floor(key / (LAST_COLUMN + 1)));
  }
  const again = (figure: Figure): Figure => {
    const count = counts.get(positionKey(figure.at));
    return count === undefined ? figure : { ...figure, reading: { kind: "figure", units: count, notation: isStacked(figure) ? "stacked" : "number" } };
  };
  const rows: TableRow[] = [];
  for (const [index, row] of table.rows.entries()) {
    if (index % STEP === STEP - 1) yield;
    rows.push(rowsChanged.has(row.row) ? { ...row, figures: row.figures.map(again) } : row);
  }
  return { ...table, rows };
}

/** The live sums of a table, those that mend it included. */
function* sumsOnceMended(table: Table, mendings: Mendings): Steps<ReadonlyMap<number, AdditiveFormula>> {
  const sums = new Map<number, AdditiveFormula>();
  for (const { figures } of table.rows) {
    yield;
    for (const { at, cell } of figures) {
      const key = positionKey(at);
      const mending = mendings.get(key);
      const formula = mending ? ("formula" in mending ? mending.formula : undefined) : cell.formula;
      const terms = formula === undefined ? undefined : parseAdditiveFormula(formula);
      if (terms) sums.set(key, terms);
    }
  }
  return sums;
}

/** A sum being worked out: what it added up so far, and the cell it has come to. */
interface Adding {
  readonly key: number;
  readonly terms: AdditiveFormula;
  readonly shown: number | undefined;
  term: number;
  row: number;
  column: number;
  sum: number;
  /** Whether it rests on a cell that is mended. */
  rests: boolean;
}

/** What came of a sum: its count, and whether the mending changed it. */
interface Added {
  readonly count: number | undefined;
  readonly rests: boolean;
}

/** The counts of the cells mended and of the live sums that rest on them, by `positionKey`. */
function* countsOnceMended(table: Table, mendings: Mendings): Steps<ReadonlyMap<number, number>> {
  const sums = yield* sumsOnceMended(table, mendings);
  const figureAt = figuresByPlace(table);
  const results = new Map<number, Added>();
  const shownAt = (key: number): number | undefined => {
    const figure = figureAt(Math.floor(key / (LAST_COLUMN + 1)), key % (LAST_COLUMN + 1));
    return figure && meantUnits(figure.reading);
  };
  const begin = (key: number, terms: AdditiveFormula): Adding => {
    const shown = shownAt(key);
    // A formula that leads back to itself keeps what it shows.
    results.set(key, { count: shown, rests: false });
    const [first] = terms;
    return { key, terms, shown, term: 0, row: first!.range.top, column: first!.range.left, sum: 0, rests: mendings.has(key) };
  };
  let looks = 0;
  for (const [start, own] of sums) {
    if (results.has(start)) continue;
    // A list of its own instead of calls that call themselves: sums of sums may go as deep as the sheet is long.
    const open = [begin(start, own)];
    while (open.length > 0) {
      if (++looks % STEP === 0) yield;
      const adding = open.at(-1)!;
      const term = adding.terms[adding.term];
      if (!term) {
        // Only what the mending changes: a stale or text-skipping result elsewhere is told by its own check.
        results.set(adding.key, { count: adding.rests ? adding.sum : adding.shown, rests: adding.rests });
        open.pop();
        continue;
      }
      const key = adding.row * (LAST_COLUMN + 1) + adding.column;
      const terms = sums.get(key);
      if (terms && !results.has(key)) {
        open.push(begin(key, terms));
        continue;
      }
      const added = terms && results.get(key);
      const mending = mendings.get(key);
      const figure = figureAt(adding.row, adding.column);
      if (figure) adding.sum += term.sign * ((added ? added.count : mending && "count" in mending ? mending.count : meantUnits(figure.reading)) ?? 0);
      if (added?.rests || mending) adding.rests = true;
      step(adding, term);
    }
  }
  const counts = new Map<number, number>();
  for (const [key, mending] of mendings) {
    if (++looks % STEP === 0) yield;
    const count = "count" in mending ? mending.count : (results.get(key)?.count ?? shownAt(key));
    if (count !== undefined) counts.set(key, count);
  }
  for (const [key, { count, rests }] of results) {
    if (++looks % STEP === 0) yield;
    if (rests && count !== undefined) counts.set(key, count);
  }
  return counts;
}

/** To the next cell of the term, or the first of the next one. */
function step(adding: Adding, { range }: AdditiveFormula[number]): void {
  if (adding.column < range.right) {
    adding.column++;
    return;
  }
  adding.column = range.left;
  if (adding.row < range.bottom) {
    adding.row++;
    return;
  }
  const next = adding.terms[++adding.term];
  if (!next) return;
  adding.row = next.range.top;
  adding.column = next.range.left;
}
