/** A column, or row, that a relation names: as printed, and its place among the table's columns, or rows; without one the table lacks it. */
export interface Term {
  readonly name: string;
  readonly at?: number;
}

/** What a relation says a figure comes to, with every run of columns written out. */
export type Formula =
  | { readonly kind: "term"; readonly term: Term }
  | { readonly kind: "constant"; readonly value: number }
  | { readonly kind: "sum"; readonly items: readonly { readonly sign: 1 | -1; readonly of: Formula }[] }
  | { readonly kind: "product"; readonly above: readonly Formula[]; readonly below: readonly Formula[] };

/** What kind of relation is printed, with its terms in their order. */
export type Shape =
  | { readonly kind: "sum"; readonly plus: readonly Term[]; readonly minus: readonly Term[]; readonly constant?: number }
  | { readonly kind: "product"; readonly factors: readonly Term[]; readonly percent: boolean }
  | { readonly kind: "ratio"; readonly above: readonly Term[]; readonly minus: readonly Term[]; readonly below: readonly Term[]; readonly percent: boolean }
  /** Anything else: worked out as it is printed. */
  | { readonly kind: "expression"; readonly terms: readonly Term[] };

/** A relation that a table prints of its columns, along every row, or of its rows, down every column. */
export interface Relation {
  readonly axis: "columns" | "rows";
  readonly total: Term;
  readonly shape: Shape;
  readonly formula: Formula;
  readonly printed: string;
  /** As printed, where it names a column of another form or period: it is told, never used. */
  readonly other?: string;
  /** The number printed for the total where that is a slip: "Cột 9 ghi … (Cột 7 = Cột 3 + Cột 5 − Cột 7)". */
  readonly misprinted?: string;
  /** Other ways to read it, where "…" has no end or a list may run on into it; what the figures obey is meant. */
  readonly otherwise?: readonly Pick<Relation, "shape" | "formula">[];
}

/** All terms of a formula, from left to right. */
export function termsOf(formula: Formula): readonly Term[] {
  switch (formula.kind) {
    case "term":
      return [formula.term];
    case "constant":
      return [];
    case "sum":
      return formula.items.flatMap(({ of }) => termsOf(of));
    case "product":
      return [...formula.above, ...formula.below].flatMap(termsOf);
  }
}

/** Whether a table has everything that a relation names, and none of it twice. */
export function isWhole({ total, formula }: Pick<Relation, "total" | "formula">): boolean {
  const places = termsOf(formula).map(({ at }) => at);
  return total.at !== undefined && places.length > 0 && places.every((at) => at !== undefined && at !== total.at);
}

/** The terms of a sum that is nothing else; undefined for other formulas. */
function sumOf(formula: Formula): Extract<Shape, { kind: "sum" }> | undefined {
  const plus: Term[] = [];
  const minus: Term[] = [];
  let constant = 0;
  const add = (each: Formula, sign: number): boolean => {
    switch (each.kind) {
      case "term":
        (sign > 0 ? plus : minus).push(each.term);
        return true;
      case "constant":
        constant += sign * each.value;
        return true;
      case "sum":
        return each.items.every(({ sign: own, of }) => add(of, sign * own));
      case "product":
        return false;
    }
  };
  if (!add(formula, 1)) return undefined;
  return { kind: "sum", plus, minus, ...(constant === 0 ? {} : { constant }) };
}

/** Hundreds that make a percentage of a quotient, or take one off a product. */
const HUNDRED = 100;

/** Tells what kind of relation a formula makes. A factor of 100 is no term but says that it is a percentage. */
export function shapeOf(formula: Formula): Shape {
  const sum = sumOf(formula);
  if (sum) return sum;
  const expression: Shape = { kind: "expression", terms: termsOf(formula) };
  if (formula.kind !== "product") return expression;
  const isHundred = (each: Formula): boolean => each.kind === "constant" && each.value === HUNDRED;
  const [above, below] = [formula.above, formula.below].map((factors) => factors.filter((each) => !isHundred(each))) as [Formula[], Formula[]];
  const hundreds = formula.above.length - above.length - (formula.below.length - below.length);
  const single = (factors: readonly Formula[]): readonly Term[] | undefined => {
    const terms = factors.flatMap((each) => (each.kind === "term" ? [each.term] : []));
    return terms.length === factors.length ? terms : undefined;
  };
  if (below.length === 0) {
    const factors = single(above);
    return factors && factors.length > 1 && (hundreds === 0 || hundreds === -1) ? { kind: "product", factors, percent: hundreds === -1 } : expression;
  }
  const [over, under] = [above.length === 1 ? sumOf(above[0]!) : undefined, below.length === 1 ? sumOf(below[0]!) : undefined];
  const isPlain = over && under && over.constant === undefined && under.constant === undefined && under.minus.length === 0;
  if (!isPlain || (hundreds !== 0 && hundreds !== 1)) return expression;
  return { kind: "ratio", above: over.plus, minus: over.minus, below: under.plus, percent: hundreds === 1 };
}
