import type { Position, Rectangle } from "./Address";
import { BLANK, numberValue, textValue, type Value } from "./Cell";
import { isOneCell, termsOf, type Formula, type Reading, type Skips, type SumFormula, type Terms, type Test } from "./Formula";
import { parseShape, scanFormula, type Node, type Scanned } from "./parseFormula";
import type { Area } from "./readArea";
import { isCall, type Call, type FormulaPlace } from "./ReferenceReader";
import { isDigits, skipsOf, SumReader } from "./SumReader";

const ORIGIN: Position = { row: 0, column: 0 };

/** A formula of some shape, and which of its references each block is. Nearly all formulas of a long sheet are of a few such shapes. */
interface Pattern {
  readonly formula: Formula;
  readonly places: ReadonlyMap<Rectangle, number>;
}

/** By shape; null where what it adds up depends on more than its references. */
const patterns = new Map<string, Pattern | null>();
const MOST_PATTERNS = 5_000;

/** Reads the text of a formula, leading "=" included. The one door for all that works formulas out or follows them. */
export function readFormula(text: string, place: FormulaPlace = { at: ORIGIN }): Reading {
  const scanned = scanFormula(text);
  const { shape, areas } = scanned;
  const isPlain = shape !== undefined && areas.length > 0 && !place.block && areas.every((area) => area !== undefined);
  const pattern = isPlain ? patterns.get(shape) : undefined;
  const formula = pattern ? filled(pattern, areas as readonly Area[]) : undefined;
  if (formula) return { formula, reads: termsOf(formula), readsUnknown: false, readsWorkbook: false };
  const reader = new Reader(scanned, place);
  const read = reader.whole();
  if (isPlain && pattern === undefined) {
    if (patterns.size >= MOST_PATTERNS) patterns.clear();
    patterns.set(shape, patternOf(read, scanned) ?? null);
  }
  return { formula: read, reads: reader.reads(read), readsUnknown: reader.readsUnknown, readsWorkbook: reader.readsWorkbook };
}

/** The same formula with these cells and blocks; undefined where a block stands in place of a cell. */
function filled({ formula, places }: Pattern, areas: readonly Area[]): Formula | undefined {
  let isAlike = true;
  const fill = (terms: Terms): Terms =>
    terms.map(({ times, summed, skips, range: own }) => {
      const { range } = areas[places.get(own)!]!;
      isAlike &&= summed || isOneCell(range);
      return skips ? { times, summed, range, skips } : { times, summed, range };
    });
  const made: Formula =
    formula.kind === "share"
      ? { ...formula, guard: fill(formula.guard), numerator: fill(formula.numerator), denominator: fill(formula.denominator) }
      : formula.unless
        ? { ...formula, terms: fill(formula.terms), unless: { ...formula.unless, tests: formula.unless.tests.map((test) => ({ ...test, terms: fill(test.terms) })) } }
        : { ...formula, terms: fill(formula.terms) };
  return isAlike ? made : undefined;
}

/** What of a formula goes for its shape: that where it stands and what cells hold have no say in it. */
function patternOf(formula: Formula | undefined, { shape, areas }: Scanned): Pattern | undefined {
  if (!formula || /(?:ROW|COLUMN)\(/i.test(shape!)) return undefined;
  const places = new Map(areas.map((area, place) => [area!.range, place]));
  return termsOf(formula).every(({ range, where }) => !where && places.has(range)) ? { formula, places } : undefined;
}

/** Whether a formula only reckons with numbers typed into it, as `=37+4` does. */
export function isArithmetic(text: string): boolean {
  const { shape, references } = scanFormula(text);
  return references.length === 0 && parseShape(shape) !== undefined;
}

/** Which rows the functions of a formula pass over; undefined where they count all of them, or add up nothing. */
export function rowsPassedOver(text: string): Skips["rows"] {
  const open = [parseShape(scanFormula(text).shape)];
  for (const node of open) {
    if (node?.kind !== "call") continue;
    const [which, option] = node.arguments.map((each) => (each.kind === "number" ? each.number : 0));
    const rows = skipsOf(node.name, which, option)?.rows;
    if (rows) return rows;
    open.push(...node.arguments);
  }
  return undefined;
}

/** Reads a formula as a whole: what is wrapped around a sum, and shares. */
class Reader extends SumReader {
  whole(): Formula | undefined {
    if (!this.root) {
      this.readsUnknown = true;
      return undefined;
    }
    return this.wrapped(this.root) ?? this.share(this.root);
  }

  /** A sum with what is wrapped around it. */
  private wrapped(node: Node): SumFormula | undefined {
    if (isCall(node, "IFERROR", 2)) {
      const [inside, otherwise] = [this.wrapped(node.arguments[0]!), valueOf(node.arguments[1])];
      return inside && otherwise && !inside.otherwise ? { ...inside, otherwise } : undefined;
    }
    if (isCall(node, "IF")) return this.guarded(node);
    const part = this.part(node, false);
    return part && { kind: "sum", ...part };
  }

  /** `IF(D9="","",…)`: a sum that shows something else where there is nothing to add up. */
  private guarded({ arguments: [condition, then, otherwise] }: Call): SumFormula | undefined {
    for (const [isNegated, shown, sum] of [[false, then, otherwise], [true, otherwise, then]] as const) {
      const shows = valueOf(shown);
      const tests = shows && condition ? this.tests(condition, isNegated) : undefined;
      const inside = tests && sum ? this.wrapped(sum) : undefined;
      if (inside && !inside.unless) return { ...inside, unless: { ...tests!, shows: shows! } };
    }
    return undefined;
  }

  private tests(node: Node, isNegated: boolean): { readonly tests: readonly Test[]; readonly all: boolean } | undefined {
    const isAnd = isCall(node, "AND");
    const parts = isAnd || isCall(node, "OR") ? node.arguments : [node];
    const tests = parts.map((part) => this.test(part, isNegated));
    // Not both: either is not.
    return tests.every((test) => test !== undefined) ? { tests, all: isAnd !== isNegated } : undefined;
  }

  private test(node: Node, isNegated: boolean): Test | undefined {
    if (node.kind !== "call") return undefined;
    const [left, right] = node.arguments;
    const cell = left ? this.cell(left) : undefined;
    if (node.name === "ISBLANK" && !isNegated && cell) return { terms: [cell], is: "blank" };
    if (node.name !== (isNegated ? "<>" : "=") || !left || !right) return undefined;
    if (right.kind === "text") return right.text === "" && cell ? { terms: [cell], is: "blank" } : undefined;
    if (right.kind !== "number" || right.number !== 0) return undefined;
    if (isCall(left, "COUNT") || isCall(left, "COUNTA")) {
      const part = this.added(left.arguments, { summed: true });
      return part && { terms: part.terms, is: left.name === "COUNT" ? "without numbers" : "blank" };
    }
    const part = this.part(left, false);
    return part?.constant === 0 && part.digits === undefined ? { terms: part.terms, is: "nought" } : undefined;
  }

  /** `IF(G9=0,"",ROUND((H9+I9)*100/G9,2))`. */
  private share(node: Node): Formula | undefined {
    if (!isCall(node, "IF", 3)) return undefined;
    const [guard, blank, rounded] = node.arguments;
    const product = isCall(rounded, "ROUND", 2) ? rounded.arguments[0] : undefined;
    const decimals = isCall(rounded, "ROUND", 2) ? this.number(rounded.arguments[1]!) : undefined;
    const hundredfold = isCall(product, "/", 2) ? product.arguments[0] : undefined;
    const isHundredfold = isCall(hundredfold, "*", 2) && this.number(hundredfold.arguments[1]!) === 100;
    if (!isCall(guard, "=", 2) || this.number(guard.arguments[1]!) !== 0 || valueOf(blank) !== BLANK || !isHundredfold || !isDigits(decimals)) return undefined;
    const [guarded, numerator, denominator] = [guard.arguments[0]!, hundredfold.arguments[0]!, (product as Call).arguments[1]!].map((part) => this.part(part, false));
    if (!guarded || !numerator || !denominator || [guarded, numerator, denominator].some(({ constant, digits }) => constant !== 0 || digits !== undefined)) return undefined;
    return { kind: "share", guard: guarded.terms, numerator: numerator.terms, denominator: denominator.terms, decimals };
  }

}

/** A text or number shown instead of a sum. */
function valueOf(node: Node | undefined): Value | undefined {
  if (node?.kind === "nothing") return numberValue(0);
  if (node?.kind === "text") return textValue(node.text);
  return node?.kind === "number" ? numberValue(node.number) : undefined;
}
