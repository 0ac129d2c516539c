import { bodyEvent, type Edit, type Event, type Ground } from "./bodyEvents";
import { COLUMNS, PARTS, SUMS, counted, groupOf, type Kind, type Truth, type Value, type WrongCell } from "./TableLine";
import { grandTotal, staleTotal } from "./totalEvents";

/** Values by row (0 the total row) and the number printed over the column. */
export type Grid = Value[][];

export interface Spoilt {
  readonly grid: Grid;
  readonly cells: readonly WrongCell[];
}

const sum = (values: readonly number[]): number => Math.round(values.reduce((all, value) => all + value, 0) * 1000) / 1000;

function put(grid: Grid, edits: readonly Edit[]): void {
  for (const { row, column, value } of edits) grid[row]![column] = value;
}

/** The table after these events, its live sums recalculated as SUM does: text counts as nothing. */
function after(events: readonly Event[], { counts, regime }: Ground): Grid {
  const grid: Grid = counts.map((row) => [...row]);
  const edits = events.flatMap((event) => event.edits);
  if (regime === "pasted_all") {
    put(grid, edits);
    const frozen = new Set(edits.map(({ row, column }) => `${row} ${column}`));
    grid.forEach((row, index) => {
      for (const column of SUMS) if (!frozen.has(`${index} ${column}`)) row[column] = sum(PARTS[column]!.map((each) => counted(row[each])));
    });
  }
  put(grid, edits);
  if (regime !== "typed") for (const column of COLUMNS) grid[0]![column] = sum(grid.slice(1).map((row) => counted(row[column])));
  return grid;
}

/** Whether a table shows by itself that it is wrong: text, or a balance that does not hold. */
function showsAnError(grid: Grid, withdrawn: Truth["withdrawn"]): boolean {
  const files = new Map<number, number>(withdrawn.map((each) => [each.row, each.files]));
  files.set(0, sum(withdrawn.map((each) => each.files)));
  const holds = (row: readonly Value[], index: number): boolean =>
    SUMS.every((column) => counted(row[column]) === sum(PARTS[column]!.map((each) => counted(row[each])))) &&
    counted(row[3]) === sum([counted(row[7]), counted(row[11]), files.get(index) ?? 0]);
  const columnHolds = (column: number): boolean => counted(grid[0]![column]) === sum(grid.slice(1).map((row) => counted(row[column])));
  return grid.some((row) => row.some((value) => typeof value === "string")) || !grid.every(holds) || !COLUMNS.every(columnHolds);
}

/** The event whose edit a sum followed to this cell. */
function causeOf(row: number, column: number, events: readonly Event[]): number {
  const reaches = (edit: Edit): boolean => (edit.row === row || row === 0) && (edit.column === column || (groupOf(edit.column) === column && !SUMS.includes(edit.column)));
  return Math.max(0, events.findIndex((event) => event.edits.some(reaches)));
}

function truthCells(grid: Grid, { counts }: Ground, events: readonly Event[], bodyEvents: number): WrongCell[] {
  return grid.flatMap((values, row) =>
    COLUMNS.flatMap((column): WrongCell[] => {
      const value = values[column]!;
      const original = counts[row]![column]!;
      if (typeof value !== "string" && counted(value) === original) return [];
      const own = events.findIndex((event) => event.edits.some((edit) => edit.row === row && edit.column === column));
      const event = own < 0 ? causeOf(row, column, events.slice(0, bodyEvents)) : own;
      const { kind, variant, edits } = events[event]!;
      const derived = own < 0 || edits.some((edit) => edit.row === row && edit.column === column && edit.derived);
      return [{ row: row === 0 ? "total" : row, col: column, original, corrupted: value, kind, variant, event, ...(derived ? { derived: true } : {}) }];
    }),
  );
}

/** Whether no earlier event has touched these cells; from now on they count as touched. */
function untouched(event: Event, touched: Set<string>): boolean {
  const keys = event.edits.map(({ row, column }) => `${row} ${column}`);
  if (keys.some((key) => touched.has(key))) return false;
  keys.forEach((key) => touched.add(key));
  return true;
}

const ofTheTotalRow = (kind: Kind): kind is "stale_total" | "grand_total" => kind === "stale_total" || kind === "grand_total";

/**
 * Right counts spoilt by one event of each kind, in the given order; nothing where the table gives no occasion for one
 * of them, where two meet in a cell, or where one would leave no trace.
 */
export function spoil(kinds: readonly Kind[], ground: Ground, withdrawn: Truth["withdrawn"]): Spoilt | undefined {
  const touched = new Set<string>();
  const chosen = new Map<Kind, Event>();
  const inBody: Event[] = [];
  for (const kind of kinds) {
    if (ofTheTotalRow(kind)) continue;
    const event = bodyEvent(kind, ground);
    if (!event || !untouched(event, touched) || !showsAnError(after([event], ground), withdrawn)) return undefined;
    chosen.set(kind, event);
    inBody.push(event);
  }
  const grid = after(inBody, ground);
  const seen = ground.regime === "typed" ? ground.counts.map((row) => [...row]) : grid.map((row) => [...row]);
  const inTotal: Event[] = [];
  for (const kind of kinds) {
    if (!ofTheTotalRow(kind)) continue;
    const event = kind === "stale_total" ? staleTotal(ground, seen) : grandTotal(ground, seen);
    if (!event || !untouched(event, touched)) return undefined;
    chosen.set(kind, event);
    inTotal.push(event);
    put(grid, event.edits);
  }
  const bodyKinds = new Set(inBody.map(({ kind }) => kind));
  const events = kinds.map((kind) => chosen.get(kind)!);
  const reordered = [...events.filter(({ kind }) => bodyKinds.has(kind)), ...inTotal];
  const cells = truthCells(grid, ground, reordered, inBody.length).map((cell) => ({ ...cell, event: kinds.indexOf(cell.kind) }));
  const everyEventShows = events.every(({ kind }) => cells.some((cell) => cell.kind === kind && !cell.derived));
  return everyEventShows && (kinds.length === 0 || showsAnError(grid, withdrawn)) ? { grid, cells } : undefined;
}
