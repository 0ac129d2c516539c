import { bare, isRange, type Equation, type Expression, type Item } from "./Expression";
import { shapeOf, termsOf, type Formula, type Relation, type Term } from "./Relation";

/** The numbers or letters of a table's columns, or rows, as relations name them. Places are among the table's columns, or rows. */
export interface Names {
  readonly axis: Relation["axis"];
  /** The place a ref names; of several that bear it the one that goes with this place. */
  find(ref: string, near: number | undefined): number | undefined;
  /** Where a sum that begins there, and says no end, may end: the likeliest first. */
  ends(from: number, total: number | undefined): readonly number[];
  /** The name at a place; undefined where it bears none. */
  nameAt(place: number): string | undefined;
}

/** No run of columns is longer. */
const LONGEST_RUN = 300;

/** The terms of a run, "(5)+…+(17)"; one without an end goes up to this place. */
function run(item: Extract<Item, { readonly from: string }>, names: Names, near: number | undefined, end: number | undefined): readonly Term[] {
  const term = (name: string): Term => {
    const at = names.find(name, near);
    return { name, ...(at === undefined ? {} : { at }) };
  };
  const [from, to] = [Number(item.from), Number(item.to)];
  if (item.to !== undefined && Number.isInteger(from) && Number.isInteger(to) && to >= from && to - from < LONGEST_RUN) {
    const step = (to - from) % item.step === 0 ? item.step : 1;
    return Array.from({ length: (to - from) / step + 1 }, (_, index) => term(String(from + index * step)));
  }
  const [first, last] = [names.find(item.from, near), item.to === undefined ? end : names.find(item.to, near)];
  if (first === undefined || last === undefined || last < first) return [term(item.from), ...(item.to === undefined ? [] : [term(item.to)])];
  return Array.from({ length: Math.min(LONGEST_RUN, last - first + 1) }, (_, index) => first + index)
    .filter((at) => at !== near && (at - first) % item.step === 0)
    .flatMap((at): readonly Term[] => {
      const name = names.nameAt(at);
      return name === undefined ? [] : [{ name, at }];
    });
}

/** Numbers that stand for themselves where no column bears them. */
const CONSTANTS: ReadonlySet<string> = new Set(["100", "1000", "10", "12"]);

/** An expression with its refs found. `near` is the place of the total. */
function formulaOf(expression: Expression, names: Names, near: number | undefined, end?: number): Formula {
  switch (expression.kind) {
    case "ref": {
      const at = names.find(expression.ref, near);
      if (at === undefined && CONSTANTS.has(expression.ref)) return { kind: "constant", value: Number(expression.ref) };
      return { kind: "term", term: { name: expression.ref, ...(at === undefined ? {} : { at }) } };
    }
    case "constant":
      return { kind: "constant", value: expression.value };
    case "sum":
      return {
        kind: "sum",
        items: expression.items.flatMap((item): readonly { readonly sign: 1 | -1; readonly of: Formula }[] =>
          isRange(item)
            ? run(item, names, near, end).map((term) => ({ sign: item.sign, of: { kind: "term", term } }))
            : [{ sign: item.sign, of: formulaOf(item.of, names, near, end) }],
        ),
      };
    case "product": {
      const above = expression.above.map((each) => formulaOf(each, names, near, end));
      const percent: readonly Formula[] = expression.isPercent ? [{ kind: "constant", value: 100 }] : [];
      return { kind: "product", above: [...above, ...percent], below: expression.below.map((each) => formulaOf(each, names, near, end)) };
    }
  }
}

/** The run without an end in an expression, if any. */
const openRun = (expression: Expression): Extract<Item, { readonly from: string }> | undefined =>
  expression.kind === "sum" ? expression.items.filter(isRange).find(({ to }) => to === undefined) : undefined;

/** A quotient without the 100 that makes it a percentage. */
function quotientOf(formula: Formula): Formula {
  if (formula.kind !== "product") return formula;
  return { ...formula, above: formula.above.filter((each) => each.kind !== "constant"), below: formula.below.filter((each) => each.kind !== "constant") };
}

type Meaning = Pick<Relation, "shape" | "formula">;

/** What an expression may mean, the likeliest first: more than one thing only where it leaves its end open. */
function meaningsOf(expression: Expression, names: Names, near: number | undefined): readonly Meaning[] {
  const open = openRun(expression);
  const from = open && names.find(open.from, near);
  const ends = from === undefined ? [undefined] : names.ends(from, near);
  const formulas = (ends.length > 0 ? ends : [undefined]).map((end) => formulaOf(expression, names, near, end));
  return formulas.map((formula) => {
    const shape = shapeOf(formula);
    // Whether a quotient is given in percent its figures show, whatever is printed.
    return { formula: shape.kind === "ratio" ? quotientOf(formula) : formula, shape };
  });
}

/** The relation that a total comes to an expression; undefined where it says nothing. */
export function relationOf(total: Term, expression: Expression, names: Names, printed: string, more: Partial<Pick<Relation, "other" | "misprinted">> = {}): Relation {
  const [first, ...otherwise] = meaningsOf(expression, names, total.at);
  return { axis: names.axis, total, ...first!, printed, ...more, ...(otherwise.length > 0 ? { otherwise } : {}) };
}

/**
 * The relations that an equation prints: its first side that is a single ref is the total, every other side one of its own.
 * @param own The place of the column or row that the equation stands in, where it stands in one.
 */
export function relationsOf({ sides, printed, subject }: Equation, names: Names, own?: number): readonly Relation[] {
  const whole = sides.find(({ of, other }) => bare(of).kind === "ref" && other === undefined);
  if (!whole) return [];
  const { ref } = bare(whole.of) as Extract<Expression, { kind: "ref" }>;
  const at = names.find(ref, own);
  const total: Term = { name: ref, ...(at === undefined ? {} : { at }) };
  return sides.flatMap((side): readonly Relation[] => {
    if (side === whole) return [];
    if (side.other !== undefined) return [relationOf(total, { kind: "sum", items: [] }, names, printed, { other: side.other })];
    const relation = relationOf(total, side.of, names, printed);
    const isCircular = termsOf(relation.formula).some(({ name }) => name === ref);
    if (!isCircular) return [relation];
    const meant = subject !== undefined && subject !== ref && !termsOf(relation.formula).some(({ name }) => name === subject) ? subject : ref;
    const place = names.find(meant, own);
    return [relationOf({ name: meant, ...(place === undefined ? {} : { at: place }) }, side.of, names, printed, { misprinted: ref })];
  });
}
