/** A stretch of a table's rows, as read down the sheet: the names of its ends, and how many rows it holds. */
export interface RowRun {
  readonly first: string;
  readonly last: string;
  readonly count: number;
}

/** Which rows a row adds up by what the reporter says, by the row's name: none where it adds up nothing. */
export type RowsTold = ReadonlyMap<string, readonly RowRun[]>;

/** Which rows a row may add up, by their places in the table's rows; they are named so that an answer can be kept. None where it is no sum. */
export interface RowsChoice {
  readonly rows: readonly number[];
  readonly runs: readonly RowRun[];
}

/** Names each row so that it is found again when rows are put in above: by its label or ordinal, and by which of several so called it is. */
export function rowNamesOf(rows: readonly { readonly ordinal: string; readonly label: string }[]): readonly string[] {
  const times = new Map<string, number>();
  return rows.map(({ ordinal, label }) => {
    const name = label || ordinal;
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return time > 1 ? `${name} (${time})` : name;
  });
}

/** Rows, by their places, as stretches of named ones. */
export function runsOf(places: readonly number[], names: readonly string[]): readonly RowRun[] {
  const runs: { first: number; last: number }[] = [];
  for (const place of places) {
    const run = runs.at(-1);
    if (run && run.last === place - 1) run.last = place;
    else runs.push({ first: place, last: place });
  }
  return runs.map(({ first, last }) => ({ first: names[first]!, last: names[last]!, count: last - first + 1 }));
}

/** The places of the rows told of; undefined where one is gone, or a stretch holds more or fewer than it did: then what was said no longer holds. */
function placesOf(runs: readonly RowRun[], placeOf: ReadonlyMap<string, number>): readonly number[] | undefined {
  const places: number[] = [];
  for (const { first, last, count } of runs) {
    const [from, to] = [placeOf.get(first), placeOf.get(last)];
    if (from === undefined || to === undefined || to - from + 1 !== count || from <= (places.at(-1) ?? -1)) return undefined;
    for (let place = from; place <= to; place++) places.push(place);
  }
  return places;
}

/** What was told of these rows and still holds: the places of the rows that each adds up, by its own. */
export function heldOf(told: RowsTold, names: readonly string[]): ReadonlyMap<number, readonly number[]> {
  if (told.size === 0) return new Map();
  const placeOf = new Map(names.map((name, place) => [name, place]));
  return new Map(
    [...told].flatMap(([name, runs]) => {
      const [row, parts] = [placeOf.get(name), placesOf(runs, placeOf)];
      return row === undefined || !parts || parts.includes(row) ? [] : [[row, parts] as const];
    }),
  );
}
