import { sayDoubtOf } from "../core/described/sayDescription";
import type { Shape, Term } from "../core/described/Relation";
import type { DescribedTable } from "../core/described/describedTables";
import type { JudgedRelation } from "../core/described/TableDescription";
import { addedPlaces } from "../core/figures/openRows";
import type { Table } from "../core/figures/Table";
import { a1Range, columnLetters } from "../core/sheet/Address";
import type { Language } from "../core/words/Phrase";

const named = (terms: readonly Term[]): readonly string[] => terms.map(({ name }) => name);

/** The terms of a relation by their printed numbers. */
function jsonShape(shape: Shape) {
  switch (shape.kind) {
    case "sum":
      return { plus: named(shape.plus), minus: named(shape.minus), ...(shape.constant === undefined ? {} : { constant: shape.constant }) };
    case "product":
      return { factors: named(shape.factors), ...(shape.percent ? { percent: true } : {}) };
    case "ratio":
      return { above: named(shape.above), ...(shape.minus.length > 0 ? { minus: named(shape.minus) } : {}), below: named(shape.below), percent: shape.percent };
    case "expression":
      return { terms: named(shape.terms) };
  }
}

function jsonRelation({ axis, total, shape, printed, other, standing, evidence: { holds, breaks } }: JudgedRelation) {
  return {
    kind: shape.kind,
    ...(axis === "rows" ? { axis } : {}),
    total: total.name,
    ...jsonShape(shape),
    printed,
    ...(other === undefined ? {} : { other }),
    holds,
    breaks,
    used: standing === "used",
  };
}

/** The rows that add up others, as far as the figures bear that out, and in which columns. */
function jsonTotals({ rows, sums, layout, columns }: Table) {
  const letters = addedPlaces(layout, columns).map((place) => columnLetters(columns[place]!.at));
  return sums.map(({ row }) => ({ row: rows[row]!.row + 1, of: rows[row]!.kind === "total" ? "all" : "section", columns: letters }));
}

/** What a table says of itself as other programs read it: columns by their letters, rows from 1 on. */
export function describeJson({ description: { table, numbers, natures, relations }, table: bound }: DescribedTable, language: Language) {
  const words = (text: string): string => text.replace(/\s+/g, " ").trim();
  return {
    sheet: table.sheet,
    range: a1Range(table.range),
    columns: table.columns.map(({ at, path }, place) => ({
      ...(numbers[place] === undefined ? {} : { no: numbers[place] }),
      at: columnLetters(at),
      header: path.map(({ text }) => words(text)),
      kind: natures[place]!.holds,
    })),
    relations: relations.map(jsonRelation),
    totals: bound ? jsonTotals(bound) : [],
    doubts: relations.flatMap((relation) => sayDoubtOf(relation)?.[language] ?? []),
  };
}
