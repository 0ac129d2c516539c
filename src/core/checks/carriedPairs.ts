import { fold } from "../sheet/fold";
import { finish } from "../steps";
import { meantSum, figureOf, type Figure, type Table, type TableRow } from "../figures/Table";
import { meantUnits } from "../figures/Reading";
import { rowNames, type RowName } from "../figures/rowNames";
import { namesIn } from "../figures/stackedLines";

/** A row's figure of this period, and what the period before left: in several rows, where this one holds several lines. */
export interface Pair {
  readonly row: TableRow;
  readonly now: Figure;
  readonly then: readonly [Figure, ...Figure[]];
  /** What both come to; undefined where that cannot be read. */
  readonly came: number | undefined;
  readonly left: number | undefined;
}

/** Two lines of the period before of which one has taken in the other: it carries over what both left. */
export interface Merge {
  readonly into: Pair;
  /** The other line in the period before, and what it left. */
  readonly other: TableRow;
  readonly then: Figure;
  /** The other line now, where it still stands, without files. */
  readonly emptied?: Pair;
}

/** The two columns of form II.06a, by key, that one period hands on to the next. */
export interface Handed {
  readonly carried: string;
  readonly pending: string;
}

const identity = (section: string, kind: TableRow["kind"], folded: string, time: number): string => (kind === "total" ? `total|${time}` : `${section}|${kind}|${folded}|${time}`);

/** Rows by what they stand for: their section's name, their own, and which of several of that name they are. */
const rowsByName = (table: Table): ReadonlyMap<string, RowName> =>
  new Map([...finish(rowNames(table)).values()].map((name) => [identity(name.section, name.row.kind, name.folded, name.ofSection), name]));

/** The rows of a table that the period before had, too, each with what is carried over and what was left. */
export function pairsOf(table: Table, previous: Table, { carried, pending }: Handed): readonly Pair[] {
  const before = rowsByName(previous);
  return [...rowsByName(table)].flatMap(([name, { row, section }]) => {
    const same = before.get(name);
    const names = namesIn(row);
    const earlier = same ? [same] : names.length > 1 ? names.map((each) => before.get(identity(section, row.kind, fold(each), 1))) : [];
    const now = figureOf(table, row, carried);
    const [first, ...others] = earlier.flatMap((each) => (each ? (figureOf(previous, each.row, pending) ?? []) : []));
    if (!now || !first || others.length + 1 < earlier.length || row.kind === "section") return [];
    const then: Pair["then"] = [first, ...others];
    return [{ row, now, then, came: meantUnits(now.reading), left: meantSum(then) }];
  });
}

const isEmpty = ({ figures }: TableRow): boolean => figures.every(({ reading }) => meantUnits(reading) === 0);

/**
 * Lines that took in another one, by the rows of this period: each carries over what two lines left, and of the other
 * nothing is to be seen any more. Where several lines would do, none is named.
 */
export function mergesOf(table: Table, previous: Table, pairs: readonly Pair[], { pending }: Handed): readonly Merge[] {
  const pairOf = new Map(pairs.flatMap((pair) => pair.then.map(({ at }) => [at.row, pair] as const)));
  const gone = [...rowsByName(previous).values()].flatMap(({ row, section }) => {
    const pair = pairOf.get(row.row);
    const then = figureOf(previous, row, pending);
    const left = then && meantUnits(then.reading);
    return row.kind === "line" && then && left && (!pair || (pair.then.length === 1 && isEmpty(pair.row))) ? [{ row, section, then, left, pair }] : [];
  });
  if (gone.length === 0) return [];
  const sections = new Map([...rowsByName(table).values()].map(({ row, section }) => [row, section]));
  const found = pairs.flatMap((into) => {
    const { row, came, left } = into;
    if (row.kind !== "line" || came === undefined || left === undefined || came <= left) return [];
    const [only, ...others] = gone.filter((each) => each.section === sections.get(row) && each.left === came - left && each.pair !== into);
    return only && others.length === 0 ? [{ into, other: only.row, then: only.then, ...(only.pair ? { emptied: only.pair } : {}) }] : [];
  });
  return found.filter(({ other }) => found.filter((each) => each.other === other).length === 1);
}
