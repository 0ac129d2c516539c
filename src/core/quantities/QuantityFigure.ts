import type { Binding } from "../form/Form";
import type { Position } from "../sheet/Address";
import { BLANK, plainText } from "../sheet/Cell";
import { fold } from "../sheet/fold";
import { meantUnits } from "../figures/Reading";
import { figureOf, lines, rowOf, standingRows, textOf, totalRow, type Figure, type Table, type TableRow } from "../figures/Table";
import { fieldName } from "../words/unitName";
import { quantityOf, type Vocabulary } from "./Vocabulary";

type ColumnsBinding = Extract<Binding, { readonly columns: unknown }>;

/** A figure of a quantity, and where it comes from. */
export interface QuantityFigure {
  /** Whole 10^-decimals of its unit; undefined where a cell it rests on cannot be read, is yet to be filled in, or is not on the sheet. */
  readonly units: number | undefined;
  /** Empty where the sheets lack the column. */
  readonly cells: readonly Position[];
}

const UNKNOWN: QuantityFigure = { units: undefined, cells: [] };

/** Several figures as one; unknown as soon as one of them is. */
export function addUp(figures: readonly QuantityFigure[]): QuantityFigure {
  const units = figures.reduce<number | undefined>((sum, each) => (sum === undefined || each.units === undefined ? undefined : sum + each.units), 0);
  return { units, cells: figures.flatMap(({ cells }) => cells) };
}

/** What a form says of where a quantity stands in a table. */
const bindingsOf = (quantity: string, { form, layout }: Table): readonly Binding[] =>
  form.quantities?.filter((each) => each.quantity === quantity && (each.table ?? form.tables[0].key) === layout.key) ?? [];

/** The lines of a table counted, where a quantity is their number; those of a fresh form are no lines yet. */
function countOf(id: string, table: Table): QuantityFigure | undefined {
  const binding = bindingsOf(id, table).find((each) => "lines" in each);
  if (!binding || !("lines" in binding)) return undefined;
  const { lines: which } = binding;
  const filled = lines(table).filter(({ label, figures, texts = [] }) => label !== "" || figures.some((each) => !isBlank(each)) || texts.some(({ value }) => value.kind !== "blank"));
  const counted = filled.filter((row) => which === "all" || fold(plainText(textOf(table, row, which.column)?.cell.value ?? BLANK)).trim() === fold(which.is));
  return { units: filled.length > 0 ? counted.length : undefined, cells: counted.map(({ labelAt }) => labelAt) };
}

/** Where a quantity stands in a table, as its form says; or the parts that make it up, where the form has only those. */
export function bindingIn(id: string, table: Table, vocabulary: Vocabulary): ColumnsBinding | undefined {
  const bound = (quantity: string): ColumnsBinding | undefined => bindingsOf(quantity, table).find((each) => "columns" in each);
  for (const parts of [[id], ...(quantityOf(vocabulary, id)?.splits ?? [])]) {
    const bindings = parts.flatMap((part) => bound(part) ?? []);
    const [first, ...others] = bindings;
    if (!first || bindings.length < parts.length || others.some(({ row }) => row !== first.row)) continue;
    return { ...first, columns: bindings.flatMap(({ columns }) => columns) };
  }
  return undefined;
}

const cellFigure = (figure: Figure | undefined): QuantityFigure => (figure ? { units: meantUnits(figure.reading), cells: [figure.at] } : UNKNOWN);

/** A quantity of one row: the columns that it adds up. */
const rowFigure = (table: Table, row: TableRow, columns: readonly string[]): QuantityFigure =>
  addUp(columns.map((key) => cellFigure(figureOf(table, row, key))));

/**
 * A quantity of everything the unit reports, from the first of the tables that has it: as its total row says. Where that row is missing or
 * blank there, the lines added up; where they are blank too, the columns it is the sum of. Blanks among filled cells add nothing; as long as
 * all are blank the figure is unknown.
 */
export function wholeOf(id: string, tables: readonly Table[], vocabulary: Vocabulary): QuantityFigure {
  for (const table of tables) {
    const counted = countOf(id, table);
    if (counted) return counted;
    const binding = bindingIn(id, table, vocabulary);
    if (!binding) continue;
    if (binding.row === undefined) return addUp(binding.columns.map((key) => columnFigure(table, key)));
    const row = rowOf(table, binding.row);
    return row ? rowFigure(table, row, binding.columns) : UNKNOWN;
  }
  return UNKNOWN;
}

function columnFigure(table: Table, key: string): QuantityFigure {
  const column = table.columns.find((each) => each.column.key === key)?.column;
  if (!column) return UNKNOWN;
  const total = totalRow(table);
  const own = total && figureOf(table, total, key);
  const figures = standingRows(table).flatMap((row) => figureOf(table, row, key) ?? []);
  if (figures.length === 0 || isUnfilled(table)) return { units: undefined, cells: (own ? [own] : figures).map(({ at }) => at) };
  if (own && !isBlank(own)) return cellFigure(own);
  // The form's sums have no circles.
  if (figures.every(isBlank) && column.sum) return addUp(column.sum.map((part) => columnFigure(table, part)));
  return addUp(figures.map(cellFigure));
}

/** Whether nobody has entered anything yet: a fresh form must not be told as a period without files. */
function isUnfilled({ rows }: Table): boolean {
  const idle = ({ cell, reading }: Figure) => cell.formula !== undefined && meantUnits(reading) === 0;
  const filled = (figure: Figure) => !isBlank(figure) && !idle(figure);
  return !rows.some(({ figures }) => figures.some(filled)) && rows.some(({ figures }) => figures.some(isBlank));
}

export const isBlank = ({ reading }: Figure): boolean => reading.kind === "blank";

/** One field (or unit) and its figure, named as inside a sentence: "lĩnh vực Đất đai", "UBND phường Phú Sơn". */
export interface FieldFigure extends QuantityFigure {
  readonly name: string;
}

/** More fields than this are not told apart: no catalogue of a unit has as many, and nobody would read them. */
const MOST_FIELDS = 100;

/** The fields that have anything of a quantity, largest first, those unreadable last; rows of one name count together. */
export function fieldsOf(id: string, tables: readonly Table[], vocabulary: Vocabulary): readonly FieldFigure[] {
  const table = tables.find((each) => bindingIn(id, each, vocabulary));
  const binding = table && bindingIn(id, table, vocabulary);
  if (!binding || binding.row !== undefined) return [];
  const parts = new Map<string, { readonly name: string; readonly figures: QuantityFigure[] }>();
  for (const row of standingRows(table)) {
    const figure = rowFigure(table, row, binding.columns);
    if (figure.units === 0 || figure.cells.length === 0) continue;
    const name = fieldName(row.label);
    const known = parts.get(name.toLocaleLowerCase("vi"));
    if (known) known.figures.push(figure);
    else parts.set(name.toLocaleLowerCase("vi"), { name, figures: [figure] });
  }
  const fields = [...parts.values()]
    .map(({ name, figures }) => ({ name, ...addUp(figures) }))
    .sort((first, second) => (second.units ?? -1) - (first.units ?? -1));
  if (fields.length <= MOST_FIELDS) return fields;
  return [...fields.slice(0, MOST_FIELDS - 1), { name: "các lĩnh vực, đơn vị khác", ...addUp(fields.slice(MOST_FIELDS - 1)) }];
}
