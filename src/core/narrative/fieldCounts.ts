import { fieldName } from "../words/fieldName";
import { standingRows } from "../table/standingRows";
import type { Table } from "../table/Table";
import { addUp, quantityIn, type Quantity } from "./Quantity";

/** One field (or unit) and its count under some column. */
export interface FieldCount {
  /** As said inside a sentence: "lĩnh vực Đất đai", "UBND phường Phú Sơn". */
  readonly name: string;
  readonly quantity: Quantity;
}

/** More fields than this are not told apart: no catalogue of a unit has as many, and nobody would read them. */
const MOST_FIELDS = 100;

/**
 * The fields that have anything under the column with that key, largest first, else in the order of the table;
 * those whose cell cannot be read come last. Rows of one name, as for two codes of one field, count together; the smallest
 * of a list longer than any catalogue are told as one.
 */
export function fieldCounts(table: Table, key: string): readonly FieldCount[] {
  const quantities = new Map<string, { readonly name: string; readonly parts: Quantity[] }>();
  for (const row of standingRows(table)) {
    const quantity = quantityIn(table, row, key);
    const name = fieldName(row.label);
    if (quantity.count === 0 || quantity.cells.length === 0) continue;
    const known = quantities.get(name.toLocaleLowerCase("vi"));
    if (known) known.parts.push(quantity);
    else quantities.set(name.toLocaleLowerCase("vi"), { name, parts: [quantity] });
  }
  const fields = [...quantities.values()]
    .map(({ name, parts }) => ({ name, quantity: addUp(parts) }))
    .sort((first, second) => (second.quantity.count ?? -1) - (first.quantity.count ?? -1));
  if (fields.length <= MOST_FIELDS) return fields;
  const others = fields.slice(MOST_FIELDS - 1).map(({ quantity }) => quantity);
  return [...fields.slice(0, MOST_FIELDS - 1), { name: "các lĩnh vực, đơn vị khác", quantity: addUp(others) }];
}
