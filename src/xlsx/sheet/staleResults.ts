import { precedents } from "../../core/sheet/additiveFormula";
import { a1Range, contains, LAST_ROW, parseA1Range, type Position, type Rectangle } from "../../core/sheet/Address";
import { ByCell } from "../../core/sheet/ByCell";
import { BLANK, type Value } from "../../core/sheet/Cell";
import { recalculateInSteps } from "../../core/sheet/recalculate";
import { cellAt, type Sheet } from "../../core/sheet/Sheet";
import { STEP, type Steps } from "../../core/steps";

/** What a formula shows from now on; undefined: unknown until Excel calculates it. */
export interface Result {
  readonly at: Position;
  readonly value: Value | undefined;
}

/** A block of more cells than this is looked through rather than listed cell by cell. */
const LARGE_BLOCK = 64;

interface FormulaCell {
  readonly at: Position;
  readonly formula: string;
  readonly reads: readonly Rectangle[];
}

/**
 * The results that written cells make out of date on their own sheet, as it stands afterwards. `readers` are formulas
 * whose results are out of date already, because they read other sheets.
 * Sums and percentages are worked out exactly; what other formulas come to is not known here. References through
 * names, tables, INDIRECT and the like are not followed.
 */
export function* staleResults(sheet: Sheet, written: readonly Position[], readers: readonly Position[] = []): Steps<readonly Result[]> {
  const formulas = yield* formulasOf(sheet);
  if (formulas.length === 0) return [];
  const graph = new Dependents();
  for (const [index, formula] of formulas.entries()) {
    if (index % STEP === STEP - 1) yield;
    graph.note(formula);
  }
  const told = yield* marked(written);
  const outside = yield* marked(readers);
  const queue: FormulaCell[] = [];
  for (const formula of formulas) {
    yield;
    if (told.get(formula.at) || outside.get(formula.at)) queue.push(formula);
  }
  for (const position of written) {
    yield;
    for (const reader of graph.readersOf(position)) queue.push(reader);
  }
  const stale: FormulaCell[] = [];
  const seen = new ByCell<true>();
  let followed = 0;
  for (let formula = queue.pop(); formula; formula = queue.pop()) {
    if (++followed % STEP === 0) yield;
    if (seen.get(formula.at)) continue;
    seen.set(formula.at, true);
    stale.push(formula);
    for (const reader of graph.readersOf(formula.at)) queue.push(reader);
  }
  const worked = yield* recalculateInSteps(yield* withoutResults(sheet, stale), "uncalculated");
  const results: Result[] = [];
  for (const { at } of stale) {
    yield;
    const { uncalculated, value } = cellAt(worked, at);
    // Of a formula just written, its writer may know what we cannot work out.
    const own = cellAt(sheet, at);
    results.push({ at, value: !uncalculated ? value : told.get(at) && !own.uncalculated ? own.value : undefined });
  }
  return results;
}

/** These cells, to be found quickly. */
function* marked(cells: readonly Position[]): Steps<ByCell<true>> {
  const found = new ByCell<true>();
  for (const at of cells) {
    yield;
    found.set(at, true);
  }
  return found;
}

/** Cells whose formulas read any of these cells of another sheet. */
export function* readersFromOutside(sheet: Sheet, other: string, cells: readonly Position[]): Steps<readonly Position[]> {
  const name = other.toLowerCase();
  const quoted = `'${name.replace(/'/g, "''")}'!`;
  return (yield* formulasOf(sheet))
    .filter(({ formula }) => {
      const text = formula.toLowerCase();
      const references = text.includes(quoted) ? text.split(quoted).slice(1) : text.split(`${name}!`).slice(1);
      return references.some((rest) => {
        const range = parseA1Range(/^\$?[a-z]{1,3}\$?\d+(?::\$?[a-z]{1,3}\$?\d+)?(?![\w(])/.exec(rest)?.[0] ?? "");
        // Whole columns, whole rows: anything may be read.
        return !range || cells.some((cell) => contains(range, cell));
      });
    })
    .map(({ at }) => at);
}

function* formulasOf(sheet: Sheet): Steps<readonly FormulaCell[]> {
  const formulas: FormulaCell[] = [];
  for (const [row, cells] of sheet.rows) {
    yield;
    cells.forEach((cell, column) => {
      if (cell?.formula !== undefined) formulas.push({ at: { row, column }, formula: cell.formula, reads: [...precedents(cell.formula), ...wholeLines(cell.formula)] });
    });
  }
  return formulas;
}

/** Whole columns and rows, such as "D:D", that a formula reads. */
function wholeLines(formula: string): readonly Rectangle[] {
  if (!/[A-Za-z\d]:/.test(formula)) return [];
  const columns = formula.matchAll(/(?:^|[^\w!.'$])\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})(?![\w(!.])/g);
  const rows = formula.matchAll(/(?:^|[^\w!.'$])\$?(\d{1,7}):\$?(\d{1,7})(?![\w(!.])/g);
  return [
    ...[...columns].map(([, first, last]) => parseA1Range(`${first}1:${last}${LAST_ROW + 1}`)),
    ...[...rows].map(([, first, last]) => parseA1Range(`A${first}:XFD${last}`)),
  ].filter((range) => range !== undefined);
}

/** Who reads a cell. */
class Dependents {
  private readonly byCell = new ByCell<FormulaCell[]>();
  private readonly byBlock = new Map<string, { readonly block: Rectangle; readonly formulas: FormulaCell[] }>();

  note(formula: FormulaCell): void {
    for (const block of formula.reads) this.noteBlock(block, formula);
  }

  readersOf(position: Position): readonly FormulaCell[] {
    const wide = [...this.byBlock.values()].filter(({ block }) => contains(block, position));
    return [...(this.byCell.get(position) ?? []), ...wide.flatMap(({ formulas }) => formulas)];
  }

  private noteBlock(block: Rectangle, formula: FormulaCell): void {
    if ((block.bottom - block.top + 1) * (block.right - block.left + 1) > LARGE_BLOCK) {
      const known = this.byBlock.get(a1Range(block));
      if (known) known.formulas.push(formula);
      else this.byBlock.set(a1Range(block), { block, formulas: [formula] });
      return;
    }
    for (let row = block.top; row <= block.bottom; row++) {
      for (let column = block.left; column <= block.right; column++) {
        const readers = this.byCell.get({ row, column });
        if (readers) readers.push(formula);
        else this.byCell.set({ row, column }, [formula]);
      }
    }
  }
}

/** The sheet with these formulas bare of results, to be worked out again. */
function* withoutResults(sheet: Sheet, stale: readonly FormulaCell[]): Steps<Sheet> {
  const rows = new Map(sheet.rows);
  for (const { at } of stale) {
    yield;
    const cells = [...rows.get(at.row)!];
    cells[at.column] = { ...cells[at.column]!, value: BLANK, uncalculated: true };
    rows.set(at.row, cells);
  }
  return { ...sheet, rows };
}
