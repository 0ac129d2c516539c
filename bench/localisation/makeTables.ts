/**
 * Tables II.06a with known errors, one as JSON on each line: none to four events of twelve kinds in a table, the same
 * for the same seed. `npx tsx bench/localisation/makeTables.ts --count 1000 --seed 11 > tables.jsonl`
 */
import { pathToFileURL } from "node:url";
import { chance, type Chance } from "./chance";
import { cleanTable, rowCount } from "./cleanTable";
import { numberOption } from "./options";
import { spoil, type Grid } from "./spoil";
import { COLUMNS, type Kind, type KnownTable, type Regime, type Value } from "./TableLine";

const MOST_EVENTS = 4;
const ALL_KINDS: readonly Kind[] = [
  "digit_replace",
  "digit_transpose",
  "digit_drop",
  "digit_add",
  "shift",
  "swap",
  "blank",
  "stale_total",
  "sep_decimal",
  "text",
  "grand_total",
  "stale_subtotal",
];
/** A value moved to its neighbour or exchanged with it leaves no trace where the sums follow: typed tables only. */
const KINDS: Readonly<Record<Regime, readonly Kind[]>> = {
  typed: ALL_KINDS,
  pasted_totals: ALL_KINDS.filter((kind) => kind !== "shift"),
  pasted_all: ALL_KINDS.filter((kind) => kind !== "shift"),
};

function regime({ real }: Chance): Regime {
  const roll = real() * 31;
  return roll < 15 ? "typed" : roll < 25 ? "pasted_totals" : "pasted_all";
}

/** The kinds seen least so far, so that all twelve become equally frequent. */
function leastSeen(count: number, allowed: readonly Kind[], seen: ReadonlyMap<Kind, number>, draw: Chance): Kind[] {
  const byCount = draw.shuffled(allowed).sort((one, other) => (seen.get(one) ?? 0) - (seen.get(other) ?? 0));
  return draw.shuffled(byCount.slice(0, count));
}

function line(id: string, grid: Grid, names: readonly string[], zeroStyle: "zero" | "blank", truth: KnownTable["truth"]): KnownTable {
  const shown = (row: readonly Value[]): Value[] => COLUMNS.map((column) => (zeroStyle === "blank" && row[column] === 0 ? null : row[column]!));
  return {
    id,
    columns: Array.from({ length: 13 }, (_, index) => String(index + 1)),
    rows: names.map((name, index) => [index + 1, name, ...shown(grid[index + 1]!)]),
    total: [null, "Tổng cộng", ...shown(grid[0]!)],
    truth,
  };
}

/** So many tables with known errors, none to four events in equal shares; of one to sixty rows, or all of `rows`. */
export function makeTables(count: number, seed: number, rows?: number): KnownTable[] {
  const draw = chance(seed);
  const seen = new Map<Kind, number>();
  return Array.from({ length: count }, (_, index) => {
    const k = index % (MOST_EVENTS + 1);
    const history = regime(draw);
    const kinds = leastSeen(k, KINDS[history], seen, draw);
    const zeroStyle = draw.hit(0.12) ? "blank" : "zero";
    for (;;) {
      const { names, rows: counts, withdrawn } = cleanTable(rows ?? rowCount(draw), draw);
      const totals = counts.reduce((sums, row) => sums.map((value, column) => value + row[column]!), Array.from({ length: 14 }, () => 0));
      const spoilt = spoil(kinds, { counts: [totals, ...counts], regime: history, zeroStyle, draw }, withdrawn);
      if (!spoilt) continue;
      kinds.forEach((kind) => seen.set(kind, (seen.get(kind) ?? 0) + 1));
      const id = `${seed}-${String(index).padStart(4, "0")}`;
      return line(id, spoilt.grid, names, zeroStyle, { k, regime: history, kinds, cells: spoilt.cells, withdrawn, zeroStyle });
    }
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  for (const table of makeTables(numberOption("count", 1000), numberOption("seed", 11))) process.stdout.write(`${JSON.stringify(table)}\n`);
}
