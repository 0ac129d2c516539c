import type { Sheet } from "../sheet/Sheet";
import type { Steps } from "../steps";
import type { Caption, TableAsRead } from "../table/TableAsRead";
import { columnNatures, type ColumnNature } from "./ColumnNature";
import { a1 } from "../sheet/Address";
import { columnNames, columnNumbers } from "./columnNames";
import { readEquation } from "./readEquations";
import { relationsOf, type Names } from "./resolve";
import { rowNames, rowNumbers } from "./rowNames";
import { evidenceFor, repairOf, standingOf, type Evidence, type Standing } from "./Evidence";
import { figureGrid, type FigureGrid } from "./figureGrid";
import { printedRelations } from "./printedRelations";
import type { Formula, Relation, Term } from "./Relation";
import { isWhole } from "./Relation";

/** A relation printed in a table, and what its figures make of it. */
export interface JudgedRelation extends Relation {
  readonly evidence: Evidence;
  readonly standing: Standing;
  /** What the figures obey instead, where they contradict it. */
  readonly repair?: Formula;
  /** As the reporter has it read, where that is otherwise than printed. */
  readonly corrected?: string;
}

/** What the reporter said of a relation: false where it is not to be used, a text where it should read otherwise, "16=5-6-15". By `relationKey`. */
export type SaidRelations = ReadonlyMap<string, string | false>;

/** Names a relation by its table's place on its sheet, and by what is printed: "Biểu 01|A7|16=5-6-12". */
export const relationKey = ({ sheet, range: { top, left } }: Pick<TableAsRead, "sheet" | "range">, { printed, other }: Pick<Relation, "printed" | "other">): string =>
  `${sheet}|${a1({ row: top, column: left })}|${printed}${other === undefined ? "" : `|${other}`}`;

/** What a table says of itself. */
export interface TableDescription {
  readonly table: TableAsRead;
  /** By its columns: as printed, "4", "3a", "A"; undefined for columns without one. */
  readonly numbers: readonly (string | undefined)[];
  readonly natures: readonly ColumnNature[];
  readonly relations: readonly JudgedRelation[];
}

/** Of the ways to read a relation the one that the figures obey best. */
function* bestReading(relation: Relation, grid: FigureGrid): Steps<readonly [Relation, Evidence]> {
  let best: readonly [Relation, Evidence] = [relation, yield* evidenceFor(relation, grid)];
  for (const other of relation.otherwise ?? []) {
    const reading = { ...relation, ...other };
    const evidence = yield* evidenceFor(reading, grid);
    if (evidence.holds - evidence.breaks > best[1].holds - best[1].breaks) best = [reading, evidence];
  }
  return best;
}

/** So many lines must contradict a relation before another is looked for. */
const SUSPICIOUS = 2;

/** A relation as the reporter had it read; that is used whatever the figures say. */
function* corrected(relation: Relation, text: string, grid: FigureGrid, namesOf: NamesOf): Steps<JudgedRelation | undefined> {
  const equation = readEquation(text);
  const readings = equation ? relationsOf(equation, namesOf(relation.axis), relation.total.at) : [];
  // Of a chain the side that is spoken of.
  const reading = readings.find(({ shape }) => JSON.stringify(shape) === JSON.stringify(relation.shape)) ?? readings[0];
  if (!reading || !isWhole(reading)) return undefined;
  const evidence = yield* evidenceFor(reading, grid);
  return { ...reading, printed: relation.printed, evidence, standing: "used", corrected: text };
}

type NamesOf = (axis: Relation["axis"]) => Names;

function* judged(relation: Relation, grid: FigureGrid, columns: readonly Term[]): Steps<JudgedRelation> {
  const [reading, evidence] = yield* bestReading(relation, grid);
  const isUsable = isWhole(reading) && reading.other === undefined && reading.misprinted === undefined;
  const repair = evidence.breaks >= SUSPICIOUS && evidence.breaks > evidence.holds ? yield* repairOf(reading, grid, columns) : undefined;
  const standing: Standing = !isUsable ? "told" : repair ? "doubted" : standingOf(evidence, reading.axis);
  return { ...reading, evidence, standing, ...(repair ? { repair } : {}) };
}

/** Reads what a table says of itself. `notes` are the texts near it that speak of it. */
export function* describeTable(table: TableAsRead, sheet: Sheet, notes: readonly Caption[], said: SaidRelations = new Map()): Steps<TableDescription> {
  const numbers = columnNumbers(table);
  const natures = columnNatures(table);
  const grid = figureGrid(table, natures);
  const columns = numbers.flatMap((name, at): readonly Term[] => (name !== undefined && natures[at]!.holds === "figure" ? [{ name, at }] : []));
  const namesOf = (axis: Relation["axis"]): Names => (axis === "columns" ? columnNames(table, numbers, natures) : rowNames(rowNumbers(table, natures), "code"));
  const relations: JudgedRelation[] = [];
  for (const relation of printedRelations(table, sheet, notes, numbers, natures)) {
    yield;
    const own = said.get(relationKey(table, relation));
    const as = typeof own === "string" ? yield* corrected(relation, own, grid, namesOf) : undefined;
    const read = as ?? (yield* judged(relation, grid, columns));
    relations.push(own === false ? { ...read, standing: "off" } : read);
  }
  return { table, numbers, natures, relations };
}
