import type { Block } from "./Block";
import type { Body } from "./Body";
import { follows, type Ordinal } from "./readOrdinal";
import { isNote, nameOf, type RowSigns } from "./rowSigns";

/**
 * What a role costs a row, in nats: 0 is usual, 1 to 3 was seen, 4 to 6 is odd, 8 is against what the words say. All were set by hand and
 * none was fitted; twice or half of them read the same tables right. Figures pay back more than words cost.
 */
export type Nats = number;

/** After the row for the whole table hardly anything follows. */
const AFTER_TOTAL = 12;
const AGAINST_WORDS = 8;
/** What is numbered like the others stands beside them, whatever comes out without it. */
const NUMBERED_MEMO = 25;
/** A row in words of a sum that is none. */
const LINE_SUM: Readonly<Record<NonNullable<RowSigns["sum"]>, Nats>> = { grand: 30, group: 12, bare: 20, more: 5 };
/** A number before it makes it one like the others. */
const NUMBERED_SUM = 6;

/** What it costs a row in words of a sum to be none. */
export const noSumCost = ({ sum, ordinal }: RowSigns): Nats => (sum ? Math.min(LINE_SUM[sum], ordinal.kind === "number" ? NUMBERED_SUM : Infinity) : 0);
/** Lines numbered otherwise than 1, 2, 3: where some are numbered so, and where none is. */
const LINE_KINDS: Readonly<Record<string, readonly [Nats, Nats]>> = { dotted: [5, 1], lettered: [5, 2], letter: [5, 1.5], roman: [6, 1.5], capital: [6, 1.5] };
const LINE_MARK: readonly [Nats, Nats] = [4.5, 1.5];

const indentOf = ({ rows }: Body, row: number): number => (row < 0 ? 0 : (rows[row]!.indent ?? 0));
const kindOf = ({ kinds }: Body, row: number): string => (row < 0 ? "" : kinds[row]!);
const lastOf = ({ signs }: Body, row: number): number => (row < 0 ? 0 : signs[row]!.ordinal.value);
const isBold = ({ rows }: Body, row: number): boolean => row >= 0 && rows[row]!.bold === true;

/** What is known beside the block a row would go into. */
export interface Around {
  /** The last number of a line, wherever it stands. */
  readonly lastNumber: number;
  readonly isClosed: boolean;
  /** The line just above has "Trong đó" below it, and nothing yet that belongs to it. */
  readonly isLed: boolean;
}

/** A line of a table or section. */
export function lineCost(body: Body, row: number, into: Block, { lastNumber, isClosed, isLed }: Around): Nats {
  const signs = body.signs[row]!;
  const { ordinal, leads } = signs;
  const { isFilled } = body.rows[row]!;
  const kind = body.kinds[row]!;
  const lastKind = kindOf(body, into.lastRow);
  let cost = (isClosed ? AFTER_TOTAL : 0) + noSumCost(signs) + (leads ? 5 : 0) + (isLed ? 1.5 : 0);
  if (kind === "number") {
    if (follows(lastNumber, ordinal) || (ordinal.first === 1 && into.count === 0)) cost += 0;
    else cost += ordinal.first === 1 ? 2 : ordinal.first > lastNumber ? 1.5 : 3;
  } else if (kind === "none") cost += (body.isNumbered || lastKind === "number" ? 3.5 : 0.3) + (isFilled ? 0 : 1);
  else if (kind === "dotted" && into.kind === "section" && numberOf(body.signs[into.row]!) === ordinal.under) cost += 0.3;
  else if (lastKind === kind && into.count > 0) cost += ordinal.kind === "mark" || follows(lastOf(body, into.lastRow), ordinal) ? 0.3 : 1.5;
  else cost += (LINE_KINDS[kind] ?? LINE_MARK)[body.hasNumbers ? 0 : 1];
  if ((kind === "roman" || kind === "capital") && into.kind === "section" && body.kinds[into.row] === kind) cost += AGAINST_WORDS;
  if (into.lastRow >= 0 && indentOf(body, row) > indentOf(body, into.lastRow)) cost += 1;
  if (into.lastRow >= 0 && isBold(body, row) && !isBold(body, into.lastRow)) cost += 0.7;
  return cost;
}

/** The number under which parts of a row are counted: "2" for 2.1 and 2a, "1.2" for 1.2.1. */
const numberOf = ({ ordinal: { kind, value, under } }: RowSigns): string => (kind === "number" ? String(value) : kind === "dotted" ? `${under}.${value}` : "");

/** Whether two rows are numbered on one level: 1.8 and 1.9, or 2.1. */
const standsBeside = (one: Ordinal, other: Ordinal): boolean =>
  one.kind === "dotted" && other.kind === "dotted" && one.under.split(".").length === other.under.split(".").length;

/** A part of a line, or of another part, that it makes up with others. */
export function partCost(body: Body, row: number, host: Block): Nats {
  const signs = body.signs[row]!;
  const { ordinal, leads } = signs;
  const kind = body.kinds[row]!;
  const hostSigns = body.signs[host.row]!;
  const hostKind = body.kinds[host.row]!;
  const lastKind = kindOf(body, host.lastRow);
  const isIn = indentOf(body, row) > indentOf(body, host.row);
  const isNext = host.count === 0 ? ordinal.first === 1 : follows(lastOf(body, host.lastRow), ordinal);
  let cost = 0.5 + noSumCost(signs) + (isIn ? -0.5 : 0) + (isBold(body, row) && !isBold(body, host.row) ? 1 : 0);
  if (kind === "dotted" || kind === "lettered") cost += numberOf(hostSigns) === ordinal.under ? (isNext ? -0.3 : 1) : standsBeside(ordinal, hostSigns.ordinal) ? NUMBERED_MEMO : 4;
  else if (kind === "letter") cost += isNext ? 0 : 3;
  else if (ordinal.kind === "mark") cost += 0;
  else if (kind === "none") {
    if (leads) cost += host.count === 0 ? 0.5 : 2;
    else if (host.isLed) cost += 1;
    else if (isIn) cost += 0.7;
    else if (host.count > 0 && lastKind === "none") cost += 0.7;
    else cost += hostKind === "number" ? 1.2 : 4;
  } else if (kind === "number") cost += host.isLed ? 2 : 6;
  else cost += AGAINST_WORDS;
  if (kind === hostKind && kind !== "dotted") cost += kind === "none" && isIn ? 0.5 : 5;
  if (host.count > 0 && lastKind !== kind) cost += 2.5;
  if (!body.rows[row]!.isFilled && kind === "none") cost += 1.5;
  // What holds nothing is made up of nothing: it heads what follows.
  if (!body.rows[host.row]!.isFilled && body.rows[row]!.isFilled) cost += AGAINST_WORDS;
  return cost;
}

/** A line that tells something of the one above and makes up nothing: "Trong đó: …". `host` is the row it tells of. */
export function memoCost(body: Body, row: number, host: number, of: Pick<Block, "isLed" | "memos"> | undefined, isOfTotal: boolean): Nats {
  const { ordinal, leads } = body.signs[row]!;
  let cost = 1.5 + noSumCost(body.signs[row]!);
  const isLed = of?.isLed === true;
  if (leads) cost -= 1;
  else if (isLed) cost += isOfTotal ? 0 : 0.5;
  else if ((of?.memos ?? 0) > 0) cost += 1;
  else cost += isOfTotal ? 3 : 6;
  if (ordinal.kind === "mark" || ordinal.kind === "letter") cost += leads || isLed || (of?.memos ?? 0) > 0 ? 0.7 : 6;
  else if (ordinal.kind !== "none" && ordinal.kind !== "words") cost += NUMBERED_MEMO;
  const { counts, width } = body;
  for (let column = 0; column < width; column++) if (counts[row * width + column]! > counts[host * width + column]!) cost += 1.5;
  return cost;
}

/** Whether the next row is counted below the number of this one: 1.1 below 1. */
const countsBelow = ({ signs, size }: Body, row: number): boolean =>
  row + 1 < size && signs[row + 1]!.ordinal.kind === "dotted" && signs[row + 1]!.ordinal.under === numberOf(signs[row]!);

/** Whether the next row holds figures and has no number. */
const headsUnnumbered = ({ rows, kinds }: Body, row: number): boolean => rows[row + 1]?.isFilled === true && kinds[row + 1] === "none";

/** A section that begins with its sum and has no other heading. */
const HEADING_SUM: Readonly<Record<NonNullable<RowSigns["sum"]>, Nats>> = { grand: 10, bare: 9, group: 0.8, more: 0.8 };

/** The heading of a section, with its sum or without. */
export function headingCost(body: Body, row: number, into: Block, isClosed: boolean): Nats {
  const signs = body.signs[row]!;
  const { ordinal, sum, leads } = signs;
  const { isFilled, bold = false, says } = body.rows[row]!;
  const kind = body.kinds[row]!;
  let cost =
    (isFilled ? 0.5 : 0) + (leads ? 6 : 0) + (!isFilled && isNote(signs) ? AGAINST_WORDS : 0) + (isClosed ? AFTER_TOTAL : 0) + (into.depth > 2 ? 3 : 0);
  if (sum) cost += isFilled ? HEADING_SUM[sum] : 6;
  const outer = into.kind === "section" ? body.kinds[into.row]! : undefined;
  const headKind = kindOf(body, into.headRow);
  const isNext = headKind === kind ? follows(lastOf(body, into.headRow), ordinal) : ordinal.first === 1;
  if (kind === "roman" || kind === "capital") {
    cost += isNext ? 0 : 3;
    if (outer === kind) cost += 6;
    else if (outer === "roman" && kind === "capital") cost += 4;
    else if (outer === "none") cost += 1;
  } else if (kind === "none") {
    if (says === "section") cost += 0;
    else if (!isFilled) cost += 0.8;
    else if (bold && !isBold(body, into.lastRow)) cost += 0.8;
    else cost += body.isNumbered ? 1.8 : 3;
    if (outer !== undefined) cost += outer === "none" ? 5 : 2;
  } else if (kind === "number" && countsBelow(body, row)) cost += 0.5;
  else if (kind === "number" && !isFilled && headsUnnumbered(body, row)) cost += isNext ? 0.5 : 2;
  else if (kind === "number" && headKind === "number") cost += isNext ? 1 : 3;
  else cost += kind === "number" ? 12 : 6;
  if (into.sections > 0 && headKind !== kind) cost += 4;
  return cost;
}

/** Whether a sum's words name this heading: by its ordinal, or by its name. */
function names(of: string, heading: RowSigns): boolean {
  const { kind, value } = heading.ordinal;
  if (of === "") return false;
  const own = nameOf(heading)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  if (of === own || (of.length > 3 && own.includes(of)) || (own.length > 3 && of.includes(own))) return true;
  const words = of.split(" ");
  const isOrdinal =
    kind === "roman" ? words[0] === ROMANS[value] : kind === "capital" ? words[0] === "abcddefgh"[value - 1] : words[0] === String(value) && kind !== "none";
  return isOrdinal && words.length < 3;
}

const ROMANS = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"];
const IS_ORDINAL = /^(?:[ivx]{1,5}|[a-h]|\d{1,2})$/;

/** Sums are hardly ever numbered. */
const ORDINAL_OF_SUM: Readonly<Record<RowSigns["ordinal"]["kind"], Nats>> = {
  none: 0,
  words: 0,
  mark: 0.5,
  number: 6,
  dotted: 5,
  lettered: 5,
  letter: 4,
  roman: 4,
  capital: 4,
};

/** The row that adds up a section, under it or above it. `heading` is -1 where it has none. */
export function sumCost(body: Body, row: number, heading: number): Nats {
  const { sum, of, ordinal } = body.signs[row]!;
  const isOwn = heading >= 0 && names(of, body.signs[heading]!);
  let cost = 0;
  if (!sum) cost += AGAINST_WORDS;
  else if (isOwn) cost += 0;
  else if (IS_ORDINAL.test(of)) cost += heading >= 0 ? 5 : 1;
  else if (sum === "group") cost += 0.3;
  else if (sum === "more") cost += 0.5;
  else cost += sum === "bare" ? 0.8 : 2.5;
  return cost + ORDINAL_OF_SUM[ordinal.kind];
}

/** The row that adds up the whole table. */
export function totalCost(body: Body, row: number): Nats {
  const { sum, of, ordinal } = body.signs[row]!;
  let cost = ORDINAL_OF_SUM[ordinal.kind];
  if (!sum) cost += AGAINST_WORDS;
  else if (IS_ORDINAL.test(of)) cost += 4;
  else cost += sum === "grand" ? 0 : sum === "bare" ? 0.8 : 3;
  return cost;
}

/** Words that are no row of the table: a note, or a text somebody left there. */
export function noteCost(body: Body, row: number): Nats {
  const signs = body.signs[row]!;
  const { ordinal, label, leads, sum } = signs;
  if (leads) return 0.5;
  const hasOrdinal = ordinal.kind !== "none" && ordinal.kind !== "words" && ordinal.kind !== "mark";
  return (hasOrdinal ? AGAINST_WORDS : 0) + (sum ? 4 : 0) + (isNote(signs) ? 0 : label.length > 60 ? 1.5 : body.rows[row]!.italic ? 2.5 : 4);
}
