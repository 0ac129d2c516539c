/** What a printed relation adds, multiplies or divides. Refs are the numbers or letters of columns or rows, as printed. */
export type Expression =
  | { readonly kind: "ref"; readonly ref: string }
  /** A number of its own: "100%". */
  | { readonly kind: "constant"; readonly value: number; readonly isPercent: boolean }
  | Sum
  | { readonly kind: "product"; readonly above: readonly Expression[]; readonly below: readonly Expression[]; readonly isPercent: boolean };

export interface Sum {
  readonly kind: "sum";
  readonly items: readonly Item[];
}

/** Something added or taken away, or all from one ref to another; "(5)+…" without an end goes on as far as the header does. */
export type Item =
  | { readonly sign: 1 | -1; readonly of: Expression; readonly startsLine: boolean }
  | { readonly sign: 1 | -1; readonly from: string; readonly to: string | undefined; readonly step: number };

/** A side of an equation, with where it stands in its text. */
export interface Side {
  readonly of: Expression;
  readonly from: number;
  readonly to: number;
  /** As printed, where it is a column of another form or period: "Cột (20) thuộc Biểu 01/XLD". */
  readonly other?: string;
}

/** "(4) = (5)+(6)", or with more sides: 9 = 11+12 = 14+15. */
export interface Equation {
  readonly sides: readonly Side[];
  /** Whether the word "cột" or "mã số" stands in it. */
  readonly isWorded: boolean;
  /** Whether every ref stands in brackets. */
  readonly isBracketed: boolean;
  /** The column that the sentence began with: "Cột 9 ghi … (Cột 7 = Cột 3 + Cột 5 − Cột 7)". */
  readonly subject?: string;
  readonly printed: string;
}

/** Whether an item is a run of refs. */
export const isRange = (item: Item): item is Extract<Item, { readonly from: string }> => "from" in item;

/** An expression without brackets around the whole of it. */
export function bare(expression: Expression): Expression {
  if (expression.kind === "sum" && expression.items.length === 1) {
    const [item] = expression.items;
    if (!isRange(item!) && item!.sign === 1) return bare(item!.of);
  }
  if (expression.kind === "product" && expression.above.length === 1 && expression.below.length === 0 && !expression.isPercent) return bare(expression.above[0]!);
  return expression;
}
