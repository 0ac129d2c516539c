import type { Chance } from "./chance";
import type { Counts } from "./cleanTable";
import { typedWithSlip } from "./digitSlips";
import { COLUMNS, PARTS, SUMS, groupOf, type Kind, type Regime, type Value } from "./TableLine";

/** A cell set to a wrong value; row 0 is the total row. */
export interface Edit {
  readonly row: number;
  readonly column: number;
  readonly value: Value;
  /** The cell is wrong only because a sum followed the error. */
  readonly derived?: true;
}

/** One thing that went wrong. */
export interface Event {
  readonly kind: Kind;
  readonly variant: string;
  readonly edits: readonly Edit[];
}

/** The right counts, row 0 the total row, and what may be spoilt in them. */
export interface Ground {
  readonly counts: readonly Counts[];
  readonly regime: Regime;
  readonly zeroStyle: "zero" | "blank";
  readonly draw: Chance;
}

interface Spot {
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

/** The body cells that are typed in this regime and hold a value above zero, in random order. */
function typedSpots({ counts, regime, draw }: Ground, columns: readonly number[] = COLUMNS, rows: "body" | "all" = "body"): Spot[] {
  const open = regime === "pasted_all" ? columns.filter((column) => !SUMS.includes(column)) : columns;
  const spots = counts.flatMap((row, index) => (index === 0 && (rows === "body" || regime !== "typed") ? [] : open.map((column) => ({ row: index, column, value: row[column]! }))));
  return draw.shuffled(spots.filter(({ value }) => value > 0));
}

/** What stands in a cell that was left empty. */
const emptied = ({ zeroStyle, draw }: Ground): Value => (zeroStyle === "blank" || draw.hit(0.5) ? null : 0);

const decimal = (value: number): boolean => value >= 1000 && value % 1000 !== 0;

function digits(ground: Ground, kind: "digit_replace" | "digit_transpose" | "digit_drop" | "digit_add"): Event | undefined {
  for (const { row, column, value } of typedSpots(ground).slice(0, 30)) {
    const typed = typedWithSlip(kind, value, ground.draw);
    if (typed !== undefined) return { kind, variant: "", edits: [{ row, column, value: typed }] };
  }
  return undefined;
}

/** The neighbour keeps its own value only where it had none. */
function shift(ground: Ground): Event | undefined {
  const { counts, draw } = ground;
  const wanted = draw.hit(0.6) ? "into_zero" : "overwrites";
  for (const { row, column, value } of typedSpots(ground, Object.values(PARTS).flat())) {
    for (const beside of draw.shuffled([column - 1, column + 1])) {
      const held = counts[row]![beside];
      if (held === undefined || SUMS.includes(beside) || groupOf(beside) !== groupOf(column) || held === value) continue;
      if ((held === 0 ? "into_zero" : "overwrites") !== wanted) continue;
      const edits = [
        { row, column, value: emptied(ground) },
        { row, column: beside, value },
      ];
      return { kind: "shift", variant: wanted, edits };
    }
  }
  return undefined;
}

function swapVariant(one: number, other: number): string {
  if (groupOf(one) !== groupOf(other)) return "across";
  return SUMS.includes(one) || SUMS.includes(other) ? "part_and_subtotal" : "same_group";
}

function swap(ground: Ground): Event | undefined {
  const wanted = ground.draw.pick(["same_group", "part_and_subtotal", "across"]);
  for (const one of typedSpots(ground)) {
    for (const other of typedSpots(ground).filter(({ row }) => row === one.row)) {
      if (other.value === one.value || swapVariant(one.column, other.column) !== wanted) continue;
      const edits = [
        { row: one.row, column: one.column, value: other.value },
        { row: one.row, column: other.column, value: one.value },
      ];
      return { kind: "swap", variant: wanted, edits };
    }
  }
  return undefined;
}

function blank(ground: Ground): Event | undefined {
  const [spot] = typedSpots(ground, Object.values(PARTS).flat());
  if (!spot) return undefined;
  const columns = ground.draw.hit(0.7) ? [spot.column] : PARTS[groupOf(spot.column)]!;
  const left = emptied(ground);
  const edits = columns.map((column) => ({ row: spot.row, column, value: left }));
  return { kind: "blank", variant: columns.length === 1 ? "one_part" : "all_parts", edits };
}

function separator(ground: Ground): Event | undefined {
  const spot = typedSpots(ground, COLUMNS, "all").find(({ value }) => decimal(value));
  if (!spot) return undefined;
  const whole = ground.draw.hit(0.3) ? typedSpots(ground, COLUMNS, "all").filter(({ row, value }) => row === spot.row && value >= 1000) : [spot];
  if (!whole.every(({ value }) => decimal(value))) return undefined;
  const edits = whole.map(({ row, column, value }) => ({ row, column, value: value / 1000 }));
  return { kind: "sep_decimal", variant: whole.length === 1 ? "one" : "row", edits };
}

const TEXT = {
  dots: (value: number) => String(value).replace(/(\d)(?=(\d{3})+$)/g, "$1."),
  padded: (value: number) => `0${value}`,
  plain: (value: number) => String(value),
};

function text(ground: Ground): Event | undefined {
  const { counts, regime, draw } = ground;
  const variant = draw.pick(["dots", "dots", "dots", "padded", "padded", "plain"] as const);
  const spot = typedSpots(ground, COLUMNS, "all").find(({ value }) => variant !== "dots" || value >= 1000);
  if (!spot) return undefined;
  const edits: Edit[] = [{ row: spot.row, column: spot.column, value: TEXT[variant](spot.value) }];
  const ignored = regime === "typed" && spot.row > 0 && draw.hit(0.3);
  if (ignored) edits.push({ row: 0, column: spot.column, value: counts[0]![spot.column]! - spot.value });
  return { kind: "text", variant: ignored ? `${variant}+sum_ignores_text` : variant, edits };
}

/** A row's sum kept from before its parts changed: a little off, up or down. */
function staleSubtotal(ground: Ground): Event | undefined {
  const { counts, regime, draw } = ground;
  const spots = counts.flatMap((row, index) => (index === 0 ? [] : SUMS.filter((column) => row[column]! > 0).map((column) => ({ row: index, column, value: row[column]! }))));
  if (spots.length === 0) return undefined;
  const { row, column, value } = draw.pick(spots);
  const off = 1 + Math.floor(draw.real() ** 2 * 0.35 * value);
  const stale = value > off && draw.hit(0.5) ? value - off : value + off;
  const edits: Edit[] = [{ row, column, value: stale }];
  const followed = regime === "typed" && draw.hit(0.5);
  if (followed) edits.push({ row: 0, column, value: counts[0]![column]! + stale - value, derived: true });
  return { kind: "stale_subtotal", variant: followed ? "row_and_total" : "row_only", edits };
}

/** A random event of this kind on right counts, or nothing where the table gives no occasion. */
export function bodyEvent(kind: Exclude<Kind, "stale_total" | "grand_total">, ground: Ground): Event | undefined {
  switch (kind) {
    case "shift":
      return shift(ground);
    case "swap":
      return swap(ground);
    case "blank":
      return blank(ground);
    case "sep_decimal":
      return separator(ground);
    case "text":
      return text(ground);
    case "stale_subtotal":
      return staleSubtotal(ground);
    default:
      return digits(ground, kind);
  }
}
