import { bindingIn, isBlank } from "../quantities/QuantityFigure";
import { quantityOf, type Quantity } from "../quantities/Vocabulary";
import { fold } from "../sheet/fold";
import { STEP, type Steps } from "../steps";
import { figureOf, lines, meantSum, previousTable, rowOf, standingRows, type Figure, type Table, type TableRow } from "../figures/Table";
import { fieldName, unitName } from "../words/unitName";
import { agrees } from "../words/SaidPeriod";
import type { StatedFigure, StatedText } from "./StatedFigure";

/** What a text states of cells of a table. */
export interface Statement {
  readonly figure: StatedFigure;
  readonly quantity: Quantity;
  /** What the table has for it: one cell, or several that add up. */
  readonly cells: readonly [Figure, ...Figure[]];
  /** What they come to; undefined where one cannot be read, or is blank. */
  readonly shown: number | undefined;
  /** Whether the table says the same somewhere: in these cells, in what they add up, or in the lines below. */
  readonly isBorneOut: boolean;
}

/** What one text states of a table. */
export interface Testimony {
  readonly text: StatedText;
  readonly statements: readonly Statement[];
  /** Whether more of it agrees with the table than not, noughts left aside; otherwise it says nothing about where a mistake is. */
  readonly isWitness: boolean;
}

const UNNAMED_UNITS = /^(?:don vi|ubnd)(?: |$)/;
const bareUnit = (unit: string): string => fold(unit).replace(/^uy ban nhan dan/, "ubnd");

function isUnitOf(unit: string, table: Table): boolean {
  const said = bareUnit(unit);
  if (table.unit === undefined) return UNNAMED_UNITS.test(said);
  const own = bareUnit(unitName(table.unit));
  return said === "don vi" || own === said || own.startsWith(`${said} `);
}

/** The one table that a figure can be about; undefined where there are several, or none. */
function tableFor({ period, unit }: StatedFigure, tables: readonly Table[]): Table | undefined {
  const isItsPeriod = (table: Table): boolean => period === undefined || table.period === undefined || agrees(period, table.period.period);
  const candidates = tables.filter((table) => isItsPeriod(table) && (unit === undefined || isUnitOf(unit, table)));
  if (candidates.length < 2 || period !== undefined) return candidates.length === 1 ? candidates[0] : undefined;
  // "Trong kỳ báo cáo" is the last one, where the workbook holds the one before, too.
  const earlier = new Set(candidates.map((table) => previousTable(table, candidates)));
  const latest = candidates.filter((table) => !earlier.has(table));
  return latest.length === 1 ? latest[0] : undefined;
}

/** The figures that can be held against a table: not of a part, nor stated twice and differently, nor a whole that may be the last of some parts. */
function usable(figures: readonly StatedFigure[]): readonly StatedFigure[] {
  const parts = new Set<string>();
  const kept = new Map<string, StatedFigure | undefined>();
  for (const figure of figures) {
    const { quantity, scope, count } = figure;
    const subject = `${quantity}|${scope.kind === "field" ? fold(scope.name) : ""}`;
    if (scope.kind === "part") parts.add(quantity);
    else if (scope.kind === "whole" && parts.has(quantity)) continue;
    else if (!kept.has(subject)) kept.set(subject, figure);
    else if (kept.get(subject)?.count !== count) kept.set(subject, undefined);
  }
  return [...kept.values()].filter((figure) => figure !== undefined);
}

/** The lines of a table by the names of their fields; undefined for a name of several. */
function* fieldsIn(table: Table): Steps<ReadonlyMap<string, TableRow | undefined>> {
  const fields = new Map<string, TableRow | undefined>();
  for (const [index, line] of lines(table).entries()) {
    if (index % STEP === STEP - 1) yield;
    const name = fold(fieldName(line.label));
    fields.set(name, fields.has(name) ? undefined : line);
  }
  return fields;
}

/** Reads off one table what texts state. */
function* readerOf(table: Table): Steps<(figure: StatedFigure, text: StatedText) => Statement | undefined> {
  const fields = yield* fieldsIn(table);
  const standing = standingRows(table);
  const rowFor = (scope: StatedFigure["scope"], key?: string): TableRow | undefined => {
    if (scope.kind !== "field") return rowOf(table, key ?? "total");
    return key === undefined ? fields.get(fold(fieldName(scope.name))) : undefined;
  };
  return (figure, { vocabulary }) => {
    const { columns: keys, row: key } = bindingIn(figure.quantity, table, vocabulary) ?? { columns: [], row: undefined };
    const row = rowFor(figure.scope, key);
    const cells = row ? keys.flatMap((each) => figureOf(table, row, each) ?? []) : [];
    const [first, ...others] = cells;
    if (!row || !first || cells.length < keys.length) return undefined;
    const shown = cells.some(isBlank) ? undefined : meantSum(cells);
    const rows = figure.scope.kind === "whole" && key === undefined ? standing : [];
    const below = rows.length > 0 ? meantSum(keys.flatMap((each) => rows.map((line) => figureOf(table, line, each)))) : undefined;
    const across = others.length === 0 && first.column.sum ? meantSum(first.column.sum.map((each) => figureOf(table, row, each))) : undefined;
    const quantity = quantityOf(vocabulary, figure.quantity)!;
    return { figure, quantity, cells: [first, ...others], shown, isBorneOut: [shown, below, across].includes(figure.count) };
  };
}

/** The check asks for it to judge, and again for the facts. */
const heard = new WeakMap<Table, { readonly texts: readonly StatedText[]; readonly tables: readonly Table[]; readonly testimonies: readonly Testimony[] }>();

/**
 * What texts state of a table.
 * @param tables Every table of the workbook, this one included: a figure that could be about another one is about none.
 */
export function* testimoniesOn(table: Table, tables: readonly Table[], texts: readonly StatedText[]): Steps<readonly Testimony[]> {
  const before = heard.get(table);
  if (before?.texts === texts && before.tables === tables) return before.testimonies;
  const ofForm = tables.filter(({ form, layout }) => form.id === table.form.id && layout.key === table.layout.key);
  const testimonies: Testimony[] = [];
  const statementOf = texts.length > 0 ? yield* readerOf(table) : undefined;
  for (const text of texts) {
    const statements: Statement[] = [];
    for (const figure of usable(text.figures.filter((each) => tableFor(each, ofForm) === table))) {
      yield;
      const statement = statementOf!(figure, text);
      if (statement) statements.push(statement);
    }
    const telling = statements.filter(({ figure, shown }) => figure.count !== 0 && shown !== undefined);
    const agreeing = telling.filter(({ isBorneOut }) => isBorneOut).length;
    if (statements.length > 0) testimonies.push({ text, statements, isWitness: 2 * agreeing > telling.length });
  }
  heard.set(table, { texts, tables, testimonies });
  return testimonies;
}
