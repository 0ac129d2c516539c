import type { Chance } from "./chance";
import { DIGIT_SLIPS, typedWithSlip } from "./digitSlips";
import { keyOf, type At, type Making, type SectionedReport } from "./sectionedReport";
import { COLUMNS, SUMS, groupOf, type Value } from "./TableLine";

/** What goes wrong in a report with sections. */
export type SectionKind =
  | "typing slip"
  | "next column"
  | "next row"
  | "swap in a row"
  | "part left out"
  | "text"
  | "subtotal not updated"
  | "subtotal and total not updated"
  | "total misses a section"
  | "formula overwritten"
  | "range misses a line";

/** Which events can happen where, and leave a trace. */
export const SECTION_KINDS: Readonly<Record<Making, readonly SectionKind[]>> = {
  typed: ["typing slip", "next column", "next row", "swap in a row", "part left out", "text", "subtotal not updated", "subtotal and total not updated", "total misses a section"],
  "live totals": ["typing slip", "swap in a row", "part left out", "text", "formula overwritten", "range misses a line", "total misses a section"],
  live: ["typing slip", "part left out", "text", "formula overwritten", "range misses a line", "total misses a section"],
};

/** What an event does: cells typed, formulas changed. The guilty cells are these, and no others. */
export interface SectionEvent {
  readonly typed: ReadonlyMap<string, Value>;
  readonly formulas: ReadonlyMap<string, readonly At[]>;
}

interface Spot extends At {
  readonly value: number;
}

const typing = (...cells: readonly (readonly [At, Value])[]): SectionEvent => ({ typed: new Map(cells.map(([at, value]) => [keyOf(at), value])), formulas: new Map() });

const LEAVES = COLUMNS.filter((column) => !SUMS.includes(column));

/** Cells that are typed, above zero, in random order. */
function spots({ rows, formulas }: SectionedReport, draw: Chance, of: readonly ("line" | "heading" | "total")[], columns: readonly number[]): Spot[] {
  const all = rows.flatMap(({ kind, counts }, row) => (of.includes(kind) ? columns.map((column) => ({ row, column, value: counts[column]! })) : []));
  return draw.shuffled(all.filter((spot) => spot.value > 0 && !formulas.has(keyOf(spot))));
}

function nextColumn(report: SectionedReport, draw: Chance): SectionEvent | undefined {
  for (const spot of spots(report, draw, ["line"], LEAVES)) {
    const beside = draw.shuffled([spot.column - 1, spot.column + 1]).find((column) => LEAVES.some((leaf) => leaf === column) && groupOf(column) === groupOf(spot.column));
    if (beside === undefined || report.rows[spot.row]!.counts[beside] === spot.value) continue;
    return typing([spot, null], [{ row: spot.row, column: beside }, spot.value]);
  }
  return undefined;
}

function nextRow(report: SectionedReport, draw: Chance): SectionEvent | undefined {
  for (const spot of spots(report, draw, ["line"], LEAVES)) {
    const row = spot.row + draw.pick([-1, 1]);
    const other = report.rows[row];
    if (other?.kind === "line" && other.counts[spot.column] === 0) return typing([spot, 0], [{ row, column: spot.column }, spot.value]);
  }
  return undefined;
}

function swapInRow(report: SectionedReport, draw: Chance): SectionEvent | undefined {
  const all = spots(report, draw, ["line"], COLUMNS);
  for (const one of all) {
    const other = all.find(({ row, column, value }) => row === one.row && column !== one.column && value !== one.value);
    if (other) return typing([one, other.value], [other, one.value]);
  }
  return undefined;
}

function slip(report: SectionedReport, draw: Chance): SectionEvent | undefined {
  for (const spot of spots(report, draw, ["line", "heading", "total"], COLUMNS).slice(0, 20)) {
    const wrong = typedWithSlip(draw.pick(DIGIT_SLIPS), spot.value, draw);
    if (wrong !== undefined) return typing([spot, wrong]);
  }
  return undefined;
}

/** A heading's column kept from before a line changed, and perhaps the total made from it. */
function stale(report: SectionedReport, draw: Chance, withTotal: boolean): SectionEvent | undefined {
  const [spot] = spots(report, draw, ["heading"], COLUMNS);
  if (!spot) return undefined;
  const by = 1 + Math.floor(draw.real() * 0.3 * spot.value);
  const total = { row: report.rows.length - 1, column: spot.column };
  const old = report.rows[total.row]!.counts[spot.column]!;
  return withTotal ? typing([spot, spot.value - by], [total, old - by]) : typing([spot, spot.value - by]);
}

const headings = ({ rows }: SectionedReport): number[] => rows.flatMap(({ kind, counts }, row) => (kind === "heading" && counts[3]! > 0 ? [row] : []));

function missedSection(report: SectionedReport, draw: Chance): SectionEvent | undefined {
  const missed = draw.shuffled(headings(report))[0];
  if (missed === undefined) return undefined;
  const last = report.rows.length - 1;
  const columns = COLUMNS.filter((column) => report.rows[missed]!.counts[column]! > 0);
  if (report.making === "typed") return typing(...columns.map((column) => [{ row: last, column }, report.rows[last]!.counts[column]! - report.rows[missed]!.counts[column]!] as const));
  const formulas = columns.map((column) => [keyOf({ row: last, column }), report.formulas.get(keyOf({ row: last, column }))!.filter(({ row }) => row !== missed)] as const);
  return { typed: new Map(), formulas: new Map(formulas) };
}

/** A heading's formula that starts or ends one line too early or late, in one column. */
function shortRange({ rows, formulas }: SectionedReport, draw: Chance): SectionEvent | undefined {
  const candidates = draw.shuffled([...formulas].filter(([key, cells]) => rows[Number(key.split(" ")[0])]!.kind === "heading" && cells.length > 2));
  for (const [key, cells] of candidates) {
    const missing = draw.hit(0.7) ? cells.at(-1)! : cells[0]!;
    if (rows[missing.row]!.counts[missing.column]! > 0) return { typed: new Map(), formulas: new Map([[key, cells.filter((cell) => cell !== missing)]]) };
  }
  return undefined;
}

function overwritten({ rows, formulas }: SectionedReport, draw: Chance): SectionEvent | undefined {
  for (const key of draw.shuffled([...formulas.keys()])) {
    const [row, column] = key.split(" ").map(Number) as [number, number];
    const value = rows[row]!.counts[column]!;
    if (value > 0) return typing([{ row, column }, draw.hit(0.5) ? value + draw.whole(1, 9) : Math.max(0, value - draw.whole(1, 9))]);
  }
  return undefined;
}

/** A random event of this kind, or nothing where the report gives no occasion. */
export function sectionEvent(kind: SectionKind, report: SectionedReport, draw: Chance): SectionEvent | undefined {
  const leaf = (): Spot | undefined => spots(report, draw, ["line"], LEAVES)[0];
  switch (kind) {
    case "typing slip":
      return slip(report, draw);
    case "next column":
      return nextColumn(report, draw);
    case "next row":
      return nextRow(report, draw);
    case "swap in a row":
      return swapInRow(report, draw);
    case "part left out": {
      const spot = leaf();
      return spot && typing([spot, draw.hit(0.5) ? 0 : null]);
    }
    case "text": {
      const spot = leaf();
      return spot && typing([spot, draw.hit(0.5) ? `0${spot.value}` : String(spot.value)]);
    }
    case "subtotal not updated":
      return stale(report, draw, false);
    case "subtotal and total not updated":
      return stale(report, draw, true);
    case "total misses a section":
      return missedSection(report, draw);
    case "formula overwritten":
      return overwritten(report, draw);
    case "range misses a line":
      return shortRange(report, draw);
  }
}
