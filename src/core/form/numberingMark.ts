import type { Official } from "../words/Phrase";
import type { Column, TableForm } from "./Form";

/** What the numbering row prints under a column: "(4)", or "(3)=(4)+(5)+(6)" where it adds others up; "" in forms without numbers. */
export function numberingMark(column: Column, columns: readonly Column[], numbering?: TableForm["numbering"]): Official {
  if (column.no === undefined) return "";
  if (numbering === "plain") return String(column.no);
  return column.sum || column.ratio ? `(${column.no})=${sayRelation(column, columns)}` : `(${column.no})`;
}

/** What a column is worked out from, by the numbers of the columns: "(4)+(5)", "(3)+(4)-(5)", "(8)/(7)". */
export function sayRelation({ sum = [], less = [], ratio }: Column, columns: readonly Column[]): string {
  const bracketed = (keys: readonly string[]): string => (keys.length > 1 ? `(${sayNumbers(keys, columns)})` : sayNumbers(keys, columns));
  if (ratio) return `${bracketed(ratio.above)}/${bracketed(ratio.below)}`;
  return [sayNumbers(sum, columns), ...less.map((key) => sayNumbers([key], columns))].join("-");
}

/** "(4)+(5)+(6)" for columns by their keys, or their headings where the form does not number them. */
export const sayNumbers = (keys: readonly string[], columns: readonly Column[]): string =>
  keys.map((key) => columns.find((each) => each.key === key)!).map(({ no, header }) => (no === undefined ? `“${header}”` : `(${no})`)).join("+");
