import { blockWith, markOfRow, NOBODY, together, without, type Block, type Members } from "./Block";
import type { Body } from "./Body";
import { noSumCost, type Nats } from "./roleCosts";
import { sumEvidence, type Added } from "./sumEvidence";

/** A single part says what its line says. */
const SINGLE_PART = 4;
const EMPTY_SECTION = 2.5;
/** Lines left beside sections that have sums: under headings, and where only sums part them. */
const LOOSE = 6;
const LOOSE_AFTER_SUMS = 12;
/** Sections of one table are alike. */
const OTHER_STYLE = 4;
/** Formulas down the columns of a row that adds up nothing. */
const ADDS_NOTHING = 8;

/** The table before its first row. */
export function openTable({ width }: Body): Block {
  const sums = new Float64Array(width);
  return blockWith({
    kind: "table", row: -1, stated: -1, under: undefined, depth: 0, sums, shown: sums, unknown: 0, members: NOBODY, leaves: NOBODY, count: 0,
    since: undefined, lastRow: -1, lastKind: "", last: 0, headKind: "", headLast: 0, sections: 0, style: "", isLed: false, memos: 0,
  }); // prettier-ignore
}

/** A section or line opened in a block. */
export function opened(body: Body, kind: "section" | "line", row: number, under: Block, stated: number): Block {
  const table = openTable(body);
  return blockWith({ ...table, kind, row, stated, under, depth: under.depth + 1 });
}

/** A block that holds one row more, for as much as that row states. */
export function withRow(body: Body, block: Block, row: number, leaves?: Members): Block {
  const { counts, width, rows, hasHidden, unknown, signs, kinds } = body;
  const { isFilled, isHidden } = rows[row]!;
  const sums = Float64Array.from(block.sums);
  for (let column = 0; column < width; column++) sums[column]! += counts[row * width + column]!;
  let shown = sums;
  if (hasHidden) {
    shown = Float64Array.from(block.shown);
    if (!isHidden) for (let column = 0; column < width; column++) shown[column]! += counts[row * width + column]!;
  }
  const own = isFilled ? { count: 1, mark: markOfRow(row) } : NOBODY;
  const { ordinal } = signs[row]!;
  return blockWith({
    ...block, sums, shown, unknown: block.unknown | unknown[row]!, members: together(block.members, own), leaves: together(block.leaves, leaves ?? own),
    count: block.count + 1, lastRow: row, lastKind: kinds[row]!, last: ordinal.value,
  }); // prettier-ignore
}

/** A block that holds a stretch of rows more. */
export function withRows(body: Body, block: Block, from: number, to: number): Block {
  const { width, before, shownBefore, hasHidden, filledBefore, signs, unknown } = body;
  const added = (into: Float64Array, running: Float64Array): Float64Array => {
    const sums = Float64Array.from(into);
    for (let column = 0; column < width; column++) sums[column]! += running[(to + 1) * width + column]! - running[from * width + column]!;
    return sums;
  };
  const sums = added(block.sums, before);
  let unreadable = block.unknown;
  for (let row = from; row <= to; row++) unreadable |= unknown[row]!;
  const own = without(filledBefore[to + 1]!, filledBefore[from]!);
  return blockWith({
    ...block, sums, shown: hasHidden ? added(block.shown, shownBefore) : sums, unknown: unreadable, members: together(block.members, own), leaves: together(block.leaves, own),
    count: block.count + to - from + 1, lastRow: to, lastKind: body.kinds[to]!, last: signs[to]!.ordinal.value,
  }); // prettier-ignore
}

const minus = (one: Float64Array, other: Float64Array | undefined): Float64Array => (other ? one.map((sum, column) => sum - other[column]!) : one);

/** What stands in a block since its last section. */
export function looseIn({ sums, shown, unknown, members, leaves, count, since }: Block): Added {
  if (!since) return { sums, shown, unknown, members, leaves, count };
  return {
    sums: minus(sums, since.sums), shown: minus(shown, since.shown), unknown, members: without(members, since.members),
    leaves: without(leaves, since.leaves), count: count - since.count,
  }; // prettier-ignore
}

/** How a section is laid out, in a few letters: its heading and where its sum stands. */
export function styleOf({ row, stated }: Pick<Block, "row" | "stated">): string {
  if (row < 0) return "after";
  if (stated < 0) return "heading";
  if (stated === row) return "summed";
  return stated > row + 1 ? "heading-after" : "heading-before";
}

/** A block in which a section of this style ended: what is told of the next ones. */
export function withSection(body: Body, into: Block, heading: number, style: string, since: Block): readonly [Block, Nats] {
  const { signs } = body;
  const own = heading < 0 ? { headKind: into.headKind, headLast: into.headLast } : { headKind: body.kinds[heading]!, headLast: signs[heading]!.ordinal.value };
  const cost = (into.style !== "" && into.style !== style ? OTHER_STYLE : 0) + (into.sections === 0 && since.count > 0 && heading >= 0 ? LOOSE : 0);
  const { lastRow, lastKind, last } = since;
  const ended = blockWith({ ...into, ...own, sections: into.sections + 1, style, lastRow, lastKind, last, since: undefined });
  return [blockWith({ ...ended, since: ended }), cost];
}

/** Closes the innermost block: what it costs, and what the block around it is then. */
export function closed(body: Body, block: Block): readonly [Block, Nats] {
  const under = block.under!;
  if (block.kind === "line") {
    if (block.count > 0) return [under, sumEvidence(body, block.row, block) + (block.count === 1 ? SINGLE_PART : 0)];
    return [under, body.addsOf(block.row) ? ADDS_NOTHING : 0];
  }
  const { stated, row, count } = block;
  let cost = count === 0 ? EMPTY_SECTION + noSumCost(body.signs[row]!) : looseCost(block);
  if (count > 0 && stated >= 0) cost += sumEvidence(body, stated, block);
  const held = stated >= 0 ? withRow(body, under, stated, count > 0 ? block.leaves : undefined) : joined(body, under, block);
  if (count === 0) {
    // A row like any other, or a name that heads nothing.
    const { lastRow, lastKind, last } = under;
    return [blockWith({ ...held, lastRow, lastKind, last, headKind: body.kinds[row]!, headLast: body.signs[row]!.ordinal.value }), cost];
  }
  const [ended, styled] = withSection(body, held, row, styleOf(block), under);
  return [ended, cost + styled];
}

/** What lines beside the sections of a block cost. */
export const looseCost = (block: Block): Nats =>
  block.sections > 0 && looseIn(block).count > 0 ? (block.style === "after" ? LOOSE_AFTER_SUMS : block.style === "heading" ? 0 : LOOSE) : 0;

/** A block that holds what another held. */
function joined({ hasHidden }: Body, into: Block, { sums, shown, unknown, members, leaves, count }: Block): Block {
  const plus = (one: Float64Array, other: Float64Array): Float64Array => one.map((sum, column) => sum + other[column]!);
  const all = plus(into.sums, sums);
  return blockWith({
    ...into, sums: all, shown: hasHidden ? plus(into.shown, shown) : all, unknown: into.unknown | unknown, members: together(into.members, members),
    leaves: together(into.leaves, leaves), count: into.count + count,
  }); // prettier-ignore
}
