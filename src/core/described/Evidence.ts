import { added, divided, fraction, isSame, isWithin, multiplied, type Fraction } from "../figures/Fraction";
import { STEP, type Steps } from "../steps";
import { MOST_DECIMALS } from "./ColumnNature";
import type { FigureGrid } from "./figureGrid";
import { isWhole, shapeOf, termsOf, type Formula, type Relation, type Term } from "./Relation";

/** How often the figures obey a relation, row by row, or column by column where it is one of rows. */
export interface Evidence {
  readonly holds: number;
  readonly breaks: number;
  /** Those that hold with two terms that are not 0: in tables of few figures the others say little. */
  readonly strong: number;
  /** Those that hold only as sums of rounded figures do. */
  readonly rounded: number;
  /** Where it breaks, by the places of rows, or columns. */
  readonly broken: readonly number[];
  /** Whether the total is given in percent of what the formula comes to. */
  readonly isPercent: boolean;
}

/** What stands at one place of the line that a relation is held against. */
type ValueAt = (place: number) => Fraction | undefined;

/** What a formula comes to; undefined where a figure cannot be read, or something is divided by 0. */
function valueOf(formula: Formula, valueAt: ValueAt): Fraction | undefined {
  switch (formula.kind) {
    case "term":
      return formula.term.at === undefined ? undefined : valueAt(formula.term.at);
    case "constant":
      return fraction(formula.value);
    case "sum":
      return formula.items.reduce<Fraction | undefined>((sum, { sign, of }) => {
        const each = sum && valueOf(of, valueAt);
        return each && added(sum, each, sign);
      }, fraction(0));
    case "product": {
      const product = formula.above.reduce<Fraction | undefined>((all, of) => {
        const each = all && valueOf(of, valueAt);
        return each && multiplied(all, each);
      }, fraction(1));
      return formula.below.reduce<Fraction | undefined>((all, of) => {
        const each = all && valueOf(of, valueAt);
        return each && divided(all, each);
      }, product);
    }
  }
}

/** A line that relations are held against: a row, or a column where they are of rows. */
interface Line {
  readonly place: number;
  /** Whether it adds up others: what is left empty there is not added up at all, and no nought. */
  readonly isTotal: boolean;
  readonly readingAt: (place: number) => ReturnType<FigureGrid["at"]>;
  readonly decimalsAt: (place: number) => number;
}

/** either: nothing is 0 % and 0. */
type Verdict = "exact" | "rounded" | "percent" | "either" | "breaks" | undefined;

/** Holds a formula against one line; undefined where that says nothing. */
function verdictOn({ readingAt, decimalsAt, isTotal }: Line, total: number, formula: Formula, places: readonly number[], isSum: boolean): { readonly verdict: Verdict; readonly isStrong: boolean } {
  const NOTHING = { verdict: undefined, isStrong: false };
  const stated = readingAt(total);
  if (stated.kind !== "figure") return NOTHING;
  let [given, filled] = [0, 0];
  for (const place of places) {
    const reading = readingAt(place);
    if (reading.kind === "unreadable" || (isTotal && reading.kind === "blank")) return NOTHING;
    if (reading.kind === "figure") given++;
    if (reading.kind === "figure" && reading.units !== 0) filled++;
  }
  if (given === 0 || (filled === 0 && stated.units === 0)) return NOTHING;
  const value = valueOf(formula, (place) => {
    const reading = readingAt(place);
    return fraction(reading.kind === "figure" ? reading.units : 0, decimalsAt(place));
  });
  if (!value) return NOTHING;
  const said = fraction(stated.units, decimalsAt(total));
  const isStrong = filled > 1;
  if (isSame(said, value)) return { verdict: isSum || said.above !== 0n ? "exact" : "either", isStrong };
  const decimals = Math.max(decimalsAt(total), ...places.map(decimalsAt));
  if (isSum) {
    const isRounded = decimals > 0 && isWithin(said, value, decimals, places.length + 1);
    return { verdict: isRounded ? "rounded" : "breaks", isStrong };
  }
  const digits = Math.min(stated.digits ?? decimalsAt(total), MOST_DECIMALS);
  const isPlain = isWithin(said, value, digits, 2);
  const isPercent = isWithin(said, multiplied(value, fraction(100)), digits, 2);
  return { verdict: isPlain && isPercent ? "either" : isPlain ? "rounded" : isPercent ? "percent" : "breaks", isStrong };
}

/** The lines that a relation is held against. */
function linesFor({ axis }: Pick<Relation, "axis">, { rows, natures, at }: FigureGrid): readonly Line[] {
  if (axis === "columns") {
    return rows.flatMap(({ hasFigures, says }, row) => (hasFigures ? [{ place: row, isTotal: says === "total" || says === "sum", readingAt: (column: number) => at(row, column), decimalsAt: (column: number) => natures[column]!.decimals }] : []));
  }
  return natures.flatMap(({ holds, decimals }, column) => (holds === "figure" ? [{ place: column, isTotal: false, readingAt: (row: number) => at(row, column), decimalsAt: () => decimals }] : []));
}

const NO_EVIDENCE: Evidence = { holds: 0, breaks: 0, strong: 0, rounded: 0, broken: [], isPercent: false };

/** Holds a relation against the figures. One that names what the table lacks is held against nothing. */
export function* evidenceFor(relation: Pick<Relation, "axis" | "total" | "formula">, grid: FigureGrid): Steps<Evidence> {
  if (!isWhole(relation)) return NO_EVIDENCE;
  const { total, formula } = relation;
  const places = termsOf(formula).map(({ at }) => at!);
  const isSum = shapeOf(formula).kind === "sum";
  let [holds, strong, rounded, percents, either] = [0, 0, 0, 0, 0];
  const [broken, plain]: [number[], number[]] = [[], []];
  for (const [index, line] of linesFor(relation, grid).entries()) {
    if (index % STEP === STEP - 1) yield;
    const { verdict, isStrong } = verdictOn(line, total.at!, formula, places, isSum);
    if (verdict === undefined) continue;
    if (verdict === "breaks") broken.push(line.place);
    else if (verdict === "percent") percents++;
    else if (verdict === "either") either++;
    else {
      holds++;
      plain.push(line.place);
      if (verdict === "rounded") rounded++;
    }
    if (verdict !== "breaks" && isStrong) strong++;
  }
  // A column is a quotient or a percentage, not now one and now the other.
  if (percents > holds) return { holds: percents + either, breaks: broken.length + holds, strong, rounded: 0, broken: [...broken, ...plain].sort((one, other) => one - other), isPercent: true };
  return { holds: holds + either, breaks: broken.length + percents, strong, rounded, broken, isPercent: false };
}

/** From this share of the lines on a relation is used; below that one it is doubted. */
const USED = 0.75;
const DOUBTED = 0.2;

/** used: it may be judged by. told: figures speak for it and against it. doubted: they contradict it throughout. off: the reporter does not want it. */
export type Standing = "used" | "told" | "doubted" | "off";

/** How far figures bear a relation out. Where there are none it is used: nothing can be accused by it. Of rows there are few columns to bear it out. */
export function standingOf({ holds, breaks }: Evidence, axis: Relation["axis"]): Standing {
  const lines = holds + breaks;
  if (axis === "rows" && holds > 0 && breaks <= holds) return "used";
  if (lines < 2 || holds >= USED * lines || (breaks === 1 && holds > 1)) return "used";
  return holds < DOUBTED * lines ? "doubted" : "told";
}

/** So many lines must bear another reading out before it is named. */
const FEWEST_LINES = 3;
/** Relations of more columns are not mended. */
const MOST_COLUMNS = 120;

/** A formula with one term changed. */
function replaced(formula: Formula, from: Term, to: Term): Formula {
  switch (formula.kind) {
    case "term":
      return formula.term === from ? { kind: "term", term: to } : formula;
    case "constant":
      return formula;
    case "sum":
      return { ...formula, items: formula.items.map((item) => ({ ...item, of: replaced(item.of, from, to) })) };
    case "product":
      return { ...formula, above: formula.above.map((each) => replaced(each, from, to)), below: formula.below.map((each) => replaced(each, from, to)) };
  }
}

/** What a relation may have been meant to say: one number replaced, one sign turned, all signs plus. */
function* repairsOf({ total, formula }: Relation, columns: readonly Term[]): Iterable<Formula> {
  if (formula.kind === "sum" && formula.items.length > 1) {
    for (const index of formula.items.keys()) {
      yield { kind: "sum", items: formula.items.map((item, each) => (each === index ? { ...item, sign: item.sign > 0 ? -1 : 1 } : item)) };
    }
    if (formula.items.filter(({ sign }) => sign < 0).length > 1) yield { kind: "sum", items: formula.items.map((item) => ({ ...item, sign: 1 })) };
  }
  const terms = termsOf(formula);
  for (const term of terms) {
    for (const column of columns) if (column.at !== total.at && terms.every(({ at }) => at !== column.at)) yield replaced(formula, term, column);
  }
}

/**
 * What the figures obey throughout where they contradict the relation printed: "16=5-6-12" of a form in which 16 = 5−6−15. Undefined where nothing
 * so near does.
 */
export function* repairOf(relation: Relation, grid: FigureGrid, columns: readonly Term[]): Steps<Formula | undefined> {
  if (!isWhole(relation) || columns.length > MOST_COLUMNS || relation.axis === "rows") return undefined;
  for (const formula of repairsOf(relation, columns)) {
    yield;
    const { holds, breaks, strong } = yield* evidenceFor({ ...relation, formula }, grid);
    if (breaks === 0 && holds >= FEWEST_LINES && strong > 1) return formula;
  }
  return undefined;
}
