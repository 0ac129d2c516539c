import type { CheckContext, Verdict } from "./Check";
import { eitherWay } from "./eitherWay";
import { a1, type Position } from "../sheet/Address";
import { figureOf, type Figure, type Table } from "../figures/Table";
import { sayDecimal } from "../words/decimal";
import { both, type Phrase } from "../words/Phrase";
import { quantityOf, type Quantity } from "../quantities/Vocabulary";
import type { QuantityFigure } from "../quantities/QuantityFigure";

/** A quantity that two sheets tell: what one says, and what the other comes to. */
export interface Restated {
  readonly quantity: Quantity;
  /** How the row or table it stands in is called. */
  readonly of: Phrase;
  readonly own: QuantityFigure;
  /** The other sheet's, from one cell or several, added up or not. */
  readonly other: QuantityFigure;
  readonly places: readonly { readonly table: Table; readonly at: Position }[];
}

/** The quantities that a form binds to whole columns, which can be told of any row. */
export function* boundQuantities({ form, layout }: Table, { vocabulary }: CheckContext): Iterable<Quantity> {
  for (const binding of form.quantities ?? []) {
    if (!("columns" in binding) || binding.row !== undefined || (binding.table ?? form.tables[0].key) !== layout.key) continue;
    const quantity = vocabulary && quantityOf(vocabulary, binding.quantity);
    // Shares are worked out anew from what they are shares of, which is compared itself.
    if (quantity && !quantity.rate && quantity.unit !== "%") yield quantity;
  }
}

const figureAt = (table: Table, at: Position): Figure | undefined => {
  const row = table.rows.find(({ row: each }) => each === at.row);
  const column = table.columns.find((each) => each.at === at.column)?.column;
  return row && column && figureOf(table, row, column.key);
};

/** Judges what two sheets tell of one thing: both are shown, and either may be the one that is wrong. `sayOther` says what the other sheets come to: "cộng các quý: …". */
export function judgeRestated(table: Table, { quantity, of, own, other, places }: Restated, sayOther: Phrase): Verdict | undefined {
  const { units: says } = own;
  const { units: comes } = other;
  const [first] = places;
  if (own.cells.length === 0 || !first) return undefined;
  if (says === undefined || comes === undefined) return { kind: "skip", cells: own.cells, why: "nothing-to-compare" };
  if (says === comes) return { kind: "pass" };
  const shown = (units: number) => both((language) => sayDecimal(units, quantity.decimals ?? 0, language));
  const [saysShown, comesShown] = [shown(says), shown(comes)];
  // Of several cells added up nobody knows which gives way.
  const here = own.cells.length === 1 ? figureAt(table, own.cells[0]!) : undefined;
  const there = places.length === 1 ? figureAt(first.table, first.at) : undefined;
  const cells = own.cells as readonly [Position, ...Position[]];
  const named = cells.map(a1).join(" + ");
  return {
    kind: "fail",
    cells,
    about: quantity.id,
    others: places.map(({ table: { sheet }, at }) => ({ sheet, at })),
    phrase: both((language) =>
      language === "vi"
        ? `${of.vi}: ${quantity.name.vi} ở ô ${named} là ${saysShown.vi}, còn ${sayOther.vi} là ${comesShown.vi}.`
        : `${of.en}: ${quantity.name.en} in ${named} are ${saysShown.en}, but ${sayOther.en} ${comesShown.en}.`,
    ),
    suggestions: here && there ? eitherWay({ figure: here }, { figure: there, sheet: first.table.sheet, ...(first.table.isBeside ? { isBeside: true } : {}) }) : [],
  };
}
