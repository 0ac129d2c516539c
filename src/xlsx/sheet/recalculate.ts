import { parseAdditiveFormula, precedents } from "../../core/sheet/additiveFormula";
import { a1Range, contains, LAST_ROW, parseA1Range, positionKey, type Position, type Rectangle } from "../../core/sheet/Address";
import { numberValue, type Value } from "../../core/sheet/Cell";
import { cellAt, type Sheet } from "../../core/sheet/Sheet";

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
 * Formulas that only add cells up are worked out exactly; what others come to is not known here. References through
 * names, tables, INDIRECT and the like are not followed.
 */
export function recalculate(sheet: Sheet, written: readonly Position[], readers: readonly Position[] = []): readonly Result[] {
  const formulas = formulasOf(sheet);
  if (formulas.length === 0) return [];
  const graph = new Dependents(formulas);
  const told = new Set(written.map(positionKey));
  const first = new Set([...told, ...readers.map(positionKey)]);
  const stale = new Map<number, FormulaCell>();
  const queue = [...formulas.filter(({ at }) => first.has(positionKey(at))), ...written.flatMap((position) => graph.readersOf(position))];
  for (let formula = queue.pop(); formula; formula = queue.pop()) {
    const key = positionKey(formula.at);
    if (stale.has(key)) continue;
    stale.set(key, formula);
    queue.push(...graph.readersOf(formula.at));
  }
  const results = new Results(sheet, stale, told);
  for (const formula of inOrder(stale, graph)) results.add(formula);
  return results.list;
}

/** Cells whose formulas read any of these cells of another sheet. */
export function readersFromOutside(sheet: Sheet, other: string, cells: readonly Position[]): readonly Position[] {
  const name = other.toLowerCase();
  const quoted = `'${name.replace(/'/g, "''")}'!`;
  return formulasOf(sheet)
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

function formulasOf(sheet: Sheet): readonly FormulaCell[] {
  const formulas: FormulaCell[] = [];
  for (const [row, cells] of sheet.rows) {
    cells.forEach((cell, column) => {
      if (cell?.formula !== undefined) formulas.push({ at: { row, column }, formula: cell.formula, reads: [...precedents(cell.formula), ...wholeLines(cell.formula)] });
    });
  }
  return formulas;
}

/** Whole columns and rows, such as "D:D", that a formula reads. */
function wholeLines(formula: string): readonly Rectangle[] {
  if (!/[A-Za-z\d]:/.test(formula)) return [];
  const columns = formula.matchAll(/(?<![\w!.'$])\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})(?![\w(!.])/g);
  const rows = formula.matchAll(/(?<![\w!.'$])\$?(\d{1,7}):\$?(\d{1,7})(?![\w(!.])/g);
  return [
    ...[...columns].map(([, first, last]) => parseA1Range(`${first}1:${last}${LAST_ROW + 1}`)),
    ...[...rows].map(([, first, last]) => parseA1Range(`A${first}:XFD${last}`)),
  ].filter((range) => range !== undefined);
}

/** Who reads a cell. */
class Dependents {
  private readonly byCell = new Map<number, FormulaCell[]>();
  private readonly byBlock = new Map<string, { readonly block: Rectangle; readonly formulas: FormulaCell[] }>();

  constructor(formulas: readonly FormulaCell[]) {
    for (const formula of formulas) for (const block of formula.reads) this.note(block, formula);
  }

  readersOf(position: Position): readonly FormulaCell[] {
    const wide = [...this.byBlock.values()].filter(({ block }) => contains(block, position));
    return [...(this.byCell.get(positionKey(position)) ?? []), ...wide.flatMap(({ formulas }) => formulas)];
  }

  private note(block: Rectangle, formula: FormulaCell): void {
    if ((block.bottom - block.top + 1) * (block.right - block.left + 1) > LARGE_BLOCK) {
      const known = this.byBlock.get(a1Range(block));
      if (known) known.formulas.push(formula);
      else this.byBlock.set(a1Range(block), { block, formulas: [formula] });
      return;
    }
    for (let row = block.top; row <= block.bottom; row++) {
      for (let column = block.left; column <= block.right; column++) {
        const key = positionKey({ row, column });
        const readers = this.byCell.get(key);
        if (readers) readers.push(formula);
        else this.byCell.set(key, [formula]);
      }
    }
  }
}

/** Each formula behind those it reads; those that lead back to themselves come last. */
function inOrder(stale: ReadonlyMap<number, FormulaCell>, graph: Dependents): readonly FormulaCell[] {
  const readersOf = (formula: FormulaCell): ReadonlySet<FormulaCell> =>
    new Set(graph.readersOf(formula.at).filter((reader) => stale.get(positionKey(reader.at)) === reader));
  const waiting = new Map<FormulaCell, number>();
  for (const formula of stale.values()) for (const reader of readersOf(formula)) waiting.set(reader, (waiting.get(reader) ?? 0) + 1);
  const ready = [...stale.values()].filter((formula) => !waiting.get(formula));
  for (let next = 0; next < ready.length; next++) {
    for (const reader of readersOf(ready[next]!)) {
      const left = waiting.get(reader)! - 1;
      waiting.set(reader, left);
      if (left === 0) ready.push(reader);
    }
  }
  const done = new Set(ready);
  return [...ready, ...[...stale.values()].filter((formula) => !done.has(formula))];
}

/** Results so far, on top of what the sheet shows. */
class Results {
  readonly list: Result[] = [];
  private readonly known = new Map<number, Value | undefined>();

  constructor(
    private readonly sheet: Sheet,
    private readonly stale: ReadonlyMap<number, FormulaCell>,
    private readonly written: ReadonlySet<number>,
  ) {}

  add({ at, formula }: FormulaCell): void {
    const key = positionKey(at);
    const value = this.evaluate(formula);
    // Of a formula just written, its writer may know what we cannot work out.
    const told = value === undefined && this.written.has(key) ? this.told(at) : value;
    this.known.set(key, told);
    this.list.push({ at, value: told });
  }

  private told(at: Position): Value | undefined {
    const cell = cellAt(this.sheet, at);
    return cell.uncalculated ? undefined : cell.value;
  }

  private evaluate(formula: string): Value | undefined {
    const terms = parseAdditiveFormula(formula);
    if (!terms) return undefined;
    let sum = 0;
    for (const { sign, range, summed } of terms) {
      for (const value of this.valuesIn(range)) {
        if (value === undefined) return undefined;
        if (value.kind === "error") return value;
        if (value.kind === "number") sum += sign * value.number;
        // SUM passes over texts; "+" converts them by rules that depend on the computer's region.
        else if (value.kind === "text" && !summed) return undefined;
      }
    }
    return numberValue(sum);
  }

  private *valuesIn({ top, left, bottom, right }: Rectangle): Generator<Value | undefined> {
    const whole = bottom - top > this.sheet.rows.size;
    const rows = whole ? [...this.sheet.rows.keys()].filter((row) => row >= top && row <= bottom) : undefined;
    if (rows) for (const row of rows) yield* this.valuesOfRow(row, left, right);
    else for (let row = top; row <= bottom; row++) yield* this.valuesOfRow(row, left, right);
  }

  private *valuesOfRow(row: number, left: number, right: number): Generator<Value | undefined> {
    const last = Math.min(right, (this.sheet.rows.get(row)?.length ?? 0) - 1);
    for (let column = left; column <= last; column++) yield this.valueAt({ row, column });
  }

  private valueAt(at: Position): Value | undefined {
    const key = positionKey(at);
    if (this.stale.has(key)) return this.known.get(key);
    return this.told(at);
  }
}
