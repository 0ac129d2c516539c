import { addTo } from "../addTo";
import { positionKey } from "../sheet/Address";
import { plainText } from "../sheet/Cell";
import type { Sheet } from "../sheet/Sheet";
import type { Caption, TableAsRead } from "../table/TableAsRead";
import type { ColumnNature } from "./ColumnNature";
import { columnNames } from "./columnNames";
import type { Equation } from "./Expression";
import { readEquation, readEquations, readImplied } from "./readEquations";
import { termsOf, type Relation } from "./Relation";
import { relationOf, relationsOf, type Names } from "./resolve";
import { rowNames, rowNumbers } from "./rowNames";
import { wordRelations } from "./wordRelations";

/** Whether all that a relation names is in the table. */
const isKnown = ({ total, formula }: Relation): boolean => total.at !== undefined && termsOf(formula).every(({ at }) => at !== undefined);

/** What a note, or a heading, says of numbered columns. Numbers that are not called columns must all be some, or stand in brackets. */
function saidOf(equation: Equation, names: Names): readonly Relation[] {
  const relations = relationsOf(equation, names);
  if (equation.isWorded) return relations.filter(({ total }) => total.at !== undefined);
  return relations.every((relation) => relation.other === undefined && isKnown(relation)) ? relations : [];
}

/** The cells under the headings that may say what columns add up: the numbering row, and a second row that describes them. */
function inNumberingRows(table: TableAsRead, sheet: Sheet, names: Names): readonly Relation[] {
  const { numberingRow, headerRows, columns } = table;
  if (numberingRow === undefined) return [];
  return columns.flatMap(({ at, mark }, place) => {
    const further: string[] = [];
    for (let row = numberingRow + 1; row <= Math.max(headerRows[1], numberingRow + 1); row++) further.push(plainText(sheet.rows.get(row)?.[at]?.value ?? { kind: "blank" }));
    return [mark ?? "", ...further].flatMap((text) => {
      const equation = readEquation(text);
      return equation ? relationsOf(equation, names, place) : [];
    });
  });
}

/** What headings say: "Tổng số (1)=(2)+(3)", "Tổng số (=4+5)". */
function inHeadings({ columns }: TableAsRead, names: Names): readonly Relation[] {
  const labels = new Map(columns.flatMap(({ path }, place) => path.map((label, depth) => [label, { place, isLeaf: depth === path.length - 1 }] as const)));
  return [...labels].flatMap(([{ text }, { place, isLeaf }]) => {
    const said = readEquations(text).flatMap((equation) => saidOf(equation, names));
    if (said.length > 0 || !isLeaf) return said;
    const implied = readImplied(text);
    const name = names.nameAt(place);
    if (!implied || name === undefined) return [];
    const relation = relationOf({ name, at: place }, implied, names, text.replace(/\s+/g, " ").trim());
    return isKnown(relation) ? [relation] : [];
  });
}

/** Deductions are printed as such, or as negative figures: then all is added up. */
function withNegatives(relation: Relation): Relation {
  const { formula, shape } = relation;
  if (shape.kind !== "sum" || shape.minus.length === 0) return relation;
  const items = termsOf(formula).map((term) => ({ sign: 1, of: { kind: "term", term } }) as const);
  return { ...relation, otherwise: [{ shape, formula: { kind: "sum", items } }] };
}

/** What the names of rows say of rows: "(10 = 01 - 02)", "Tổng cộng (I+II)". */
function inRows(table: TableAsRead, natures: readonly ColumnNature[]): readonly Relation[] {
  const numbers = rowNumbers(table, natures);
  const ways = [rowNames(numbers, "code"), rowNames(numbers, "ordinal")];
  return table.rows.flatMap(({ label, ordinal, says }, place) => {
    const found = ways.map((names): readonly Relation[] => {
      const own = names.nameAt(place);
      // A number that several rows bear is that of the row itself.
      const here = (relation: Relation): Relation => (relation.total.name === own ? { ...relation, total: { ...relation.total, at: place } } : relation);
      const said = [label, ordinal].flatMap((text) => readEquations(text)).flatMap((equation) => relationsOf(equation, names, place)).map(here).filter(isKnown).map(withNegatives);
      if (said.length > 0) return said;
      const text = [label, ordinal].find((each) => /[([{]\s*=/.test(each) || (says === "total" && /[([{]/.test(each)));
      const implied = text === undefined ? undefined : readImplied(text);
      const relation = implied && relationOf({ name: own === undefined || own === "" ? label : own, at: place }, implied, names, text!.replace(/\s+/g, " ").trim());
      return relation && isKnown(relation) ? [relation] : [];
    });
    return found.find((relations) => relations.length > 0) ?? [];
  });
}

/** Two relations are the same if they come to the same of the same columns, wherever they are printed. */
function identity({ axis, total, shape, other, formula }: Relation): string {
  const named = (terms: readonly { readonly name: string; readonly at?: number }[]): string => terms.map(({ name, at }) => String(at ?? name)).sort().join();
  const parts = "plus" in shape ? [named(shape.plus), named(shape.minus), shape.constant] : "factors" in shape ? [named(shape.factors)] : "above" in shape ? [named(shape.above), named(shape.minus), named(shape.below)] : [JSON.stringify(formula)];
  return [axis, total.at ?? total.name, shape.kind, ...parts, other].join("|");
}

/** Every relation that a table prints, wherever it is printed, once: in its numbering row, its headings, the names of its rows, and notes near it. */
export function printedRelations(table: TableAsRead, sheet: Sheet, notes: readonly Caption[], numbers: readonly (string | undefined)[], natures: readonly ColumnNature[]): readonly Relation[] {
  const names = columnNames(table, numbers, natures);
  const isNumbered = numbers.some((number) => number !== undefined);
  const seen = new Set<number>();
  const texts = notes.flatMap(({ text, at }) => {
    const isNew = !seen.has(positionKey(at));
    seen.add(positionKey(at));
    return isNew ? [text] : [];
  });
  const inNotes = isNumbered ? texts.flatMap((text) => readEquations(text).flatMap((equation) => saidOf(equation, names))) : [];
  const inWords = texts.flatMap((text) => wordRelations(text, table, natures));
  const all = [...inNumberingRows(table, sheet, names), ...(isNumbered ? inHeadings(table, names) : []), ...inNotes, ...inWords, ...inRows(table, natures)];
  const known = new Map<string, Relation[]>();
  for (const relation of all) addTo(known, identity(relation), relation);
  return [...known.values()].map(([first]) => first!);
}
