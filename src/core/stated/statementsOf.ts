import { fold } from "../sheet/fold";
import { STEP, type Steps } from "../steps";
import { fieldName } from "../words/fieldName";
import { previousTable } from "../table/previousTable";
import { meantSum } from "../table/meantSum";
import { standingRows } from "../table/standingRows";
import { figureOf, totalRow, type Figure, type Table, type TableRow } from "../table/Table";
import { unitName } from "../words/unitName";
import type { Phrase } from "../words/Phrase";
import { agrees } from "./statedPeriod";
import { COLUMNS_OF, type StatedFigure } from "./StatedFigure";
import type { StatedText } from "./StatedText";

/** What a text states of cells of a table. */
export interface Statement {
  readonly figure: StatedFigure;
  readonly source: Phrase;
  /** What the table has for it: one cell, or several that add up. */
  readonly cells: readonly [Figure, ...Figure[]];
  /** What they come to; undefined where one cannot be read, or is blank. */
  readonly shown: number | undefined;
  /** Whether the table says the same somewhere: in these cells, in what they add up, or in the lines below. */
  readonly isBorneOut: boolean;
}

/** What one text states of a table. */
export interface Testimony {
  readonly source: Phrase;
  readonly statements: readonly Statement[];
  /**
   * Whether more of it agrees with the table than not, noughts left aside. Otherwise it speaks of another period, or another part, and says
   * nothing about where a mistake is.
   */
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
  const candidates = tables.filter((table) => (period === undefined || table.period === undefined || agrees(period, table.period.period)) && (unit === undefined || isUnitOf(unit, table)));
  if (candidates.length < 2 || period !== undefined) return candidates.length === 1 ? candidates[0] : undefined;
  // "Trong kỳ báo cáo" is the last one, where the workbook holds the one before, too.
  const earlier = new Set(candidates.map((table) => previousTable(table, candidates)));
  const latest = candidates.filter((table) => !earlier.has(table));
  return latest.length === 1 ? latest[0] : undefined;
}

const subjectOf = ({ quantity, scope }: StatedFigure): string => `${quantity}|${scope.kind === "field" ? fold(scope.name) : ""}`;

/**
 * The figures of a text that can be held against a table: not those of a part, nor those stated twice and differently, nor a whole that
 * follows parts of the same kind, of which it may be the last.
 */
function usable(figures: readonly StatedFigure[]): readonly StatedFigure[] {
  const parts = new Set<string>();
  const kept = new Map<string, StatedFigure | undefined>();
  for (const figure of figures) {
    const subject = subjectOf(figure);
    if (figure.scope.kind === "part") parts.add(figure.quantity);
    else if (figure.scope.kind === "whole" && parts.has(figure.quantity)) continue;
    else if (!kept.has(subject)) kept.set(subject, figure);
    else if (kept.get(subject)?.count !== figure.count) kept.set(subject, undefined);
  }
  return [...kept.values()].filter((figure) => figure !== undefined);
}

/** Rows by the name of their field, as their place in the table; undefined for a name of several. Mending a table leaves its labels alone. */
const known = new WeakMap<Table["range"], ReadonlyMap<string, number | undefined>>();

function* fieldsOf({ range, rows }: Table): Steps<ReadonlyMap<string, number | undefined>> {
  const before = known.get(range);
  if (before) return before;
  const fields = new Map<string, number | undefined>();
  for (const [index, { kind, label }] of rows.entries()) {
    if (index % STEP === STEP - 1) yield;
    if (kind !== "line") continue;
    const name = fold(fieldName(label));
    fields.set(name, fields.has(name) ? undefined : index);
  }
  known.set(range, fields);
  return fields;
}

function* rowFor({ scope }: StatedFigure, table: Table): Steps<TableRow | undefined> {
  if (scope.kind !== "field") return totalRow(table);
  const index = (yield* fieldsOf(table)).get(fold(fieldName(scope.name)));
  return index === undefined ? undefined : table.rows[index];
}

const isBlank = ({ reading }: Figure): boolean => reading.kind === "blank";

function* statementOf(figure: StatedFigure, source: Phrase, table: Table, standing: readonly TableRow[]): Steps<Statement | undefined> {
  const keys = COLUMNS_OF[figure.quantity];
  const row = yield* rowFor(figure, table);
  const cells = row ? keys.flatMap((key) => figureOf(table, row, key) ?? []) : [];
  const [first, ...others] = cells;
  if (!row || !first || cells.length < keys.length) return undefined;
  const shown = cells.some(isBlank) ? undefined : meantSum(cells);
  const rows = figure.scope.kind === "whole" ? standing : [];
  const below = rows.length > 0 ? meantSum(keys.flatMap((key) => rows.map((each) => figureOf(table, each, key)))) : undefined;
  const sum = keys.length === 1 ? table.columns.find(({ column }) => column.key === keys[0])?.column.sum : undefined;
  const across = sum && meantSum(sum.map((key) => figureOf(table, row, key)));
  return { figure, source, cells: [first, ...others], shown, isBorneOut: [shown, below, across].includes(figure.count) };
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
  const ofForm = tables.filter(({ form }) => form.id === table.form.id);
  const testimonies: Testimony[] = [];
  const standing = texts.length > 0 ? standingRows(table) : [];
  for (const { figures, source } of texts) {
    const statements: Statement[] = [];
    for (const figure of usable(figures.filter((each) => tableFor(each, ofForm) === table))) {
      yield;
      const statement = yield* statementOf(figure, source, table, standing);
      if (statement) statements.push(statement);
    }
    const telling = statements.filter(({ figure, shown }) => figure.count !== 0 && shown !== undefined);
    const agreeing = telling.filter(({ isBorneOut }) => isBorneOut).length;
    if (statements.length > 0) testimonies.push({ source, statements, isWitness: 2 * agreeing > telling.length });
  }
  heard.set(table, { texts, tables, testimonies });
  return testimonies;
}
