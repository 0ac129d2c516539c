import type { FoundCell, KnownTable, Place, Prediction, Value } from "./TableLine";

/** Cells counted over some tables; rates come from them. */
export interface Tally {
  tables: number;
  /** Tables whose wrong cells are exactly those found. */
  exact: number;
  /** The same, and every value right. */
  repaired: number;
  hits: number;
  extra: number;
  missed: number;
  valuesGiven: number;
  valuesRight: number;
}

export const emptyTally = (): Tally => ({ tables: 0, exact: 0, repaired: 0, hits: 0, extra: 0, missed: 0, valuesGiven: 0, valuesRight: 0 });

const keyOf = ({ row, col }: Place): string => `${row === 0 ? "total" : row} ${col}`;

const byPlace = <Cell extends Place>(cells: readonly Cell[]): ReadonlyMap<string, Cell> => new Map(cells.map((cell) => [keyOf(cell), cell]));

const sameKeys = (one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): boolean => one.size === other.size && [...one.keys()].every((key) => other.has(key));

const asNumber = (value: Value | undefined): number => (value === null || value === "" ? 0 : Number(value));

/** One table's prediction held against its truth. */
export interface Outcome {
  readonly table: KnownTable;
  readonly prediction: Prediction | undefined;
  readonly exact: boolean;
  readonly repaired: boolean;
  readonly inTop3: boolean;
  readonly counts: Tally;
  /** Per event of the truth: all its cells found, and all repaired. */
  readonly events: readonly { readonly found: boolean; readonly repaired: boolean }[];
}

/** Holds a prediction against the truth; a table without one counts as wrong. */
export function outcomeOf(table: KnownTable, prediction: Prediction | undefined): Outcome {
  const want = byPlace(table.truth.cells);
  const got = byPlace<FoundCell>(prediction?.cells ?? []);
  const exact = prediction !== undefined && sameKeys(got, want);
  const right = (key: string): boolean => {
    const found = got.get(key);
    return found?.value !== undefined && asNumber(found.value) === want.get(key)?.original;
  };
  const repaired = exact && [...want.keys()].every(right);
  const hits = [...got.keys()].filter((key) => want.has(key)).length;
  const sets = prediction ? [prediction.cells, ...(prediction.alternatives ?? [])].slice(0, 3) : [];
  const events = table.truth.kinds.map((_, event) => {
    const keys = table.truth.cells.filter((cell) => cell.event === event).map(keyOf);
    return { found: keys.every((key) => got.has(key)), repaired: keys.every(right) };
  });
  const counts = {
    tables: 1,
    exact: Number(exact),
    repaired: Number(repaired),
    hits,
    extra: got.size - hits,
    missed: want.size - hits,
    valuesGiven: [...got.values()].filter(({ value }) => value !== undefined).length,
    valuesRight: [...want.keys()].filter(right).length,
  };
  return { table, prediction, exact, repaired, inTop3: sets.some((cells) => sameKeys(byPlace(cells), want)), counts, events };
}

export function addTo(tally: Tally, other: Tally): void {
  for (const key of Object.keys(tally) as (keyof Tally)[]) tally[key] += other[key];
}
