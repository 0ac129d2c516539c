import { copyOf, keyed, markOfRow, type Block, type Draft, type Members, type Style, type Sums } from "./Block";
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

/** A block before its first row. */
export function opened({ noughts, tags }: Body, kind: Block["kind"], row: number, under: Block | undefined, stated: number): Block {
  return keyed({
    kind, row, stated, under, depth: under ? under.depth + 1 : 0, sums: noughts, shown: noughts, unknown: 0, members: 0, leaves: 0, count: 0,
    since: undefined, lastRow: -1, headRow: -1, sections: 0, style: "", isLed: false, memos: 0, key: 0,
  }, tags); // prettier-ignore
}

/** A block changed in some points. */
export function changed({ tags }: Body, block: Block, change: (made: Draft) => void): Block {
  const made = copyOf(block);
  change(made);
  return keyed(made, tags);
}

/** A block that holds one row more, for as much as that row states. */
export function withRow(body: Body, block: Block, row: number, leaves?: Members): Block {
  const made = withFigures(body, block, row, leaves);
  made.lastRow = row;
  return keyed(made, body.tags);
}

/** A block that will hold the figures of a row, too. */
export function withFigures({ counts, width, rows, hasHidden, unknown }: Body, block: Block, row: number, leaves?: Members): Draft {
  const { isFilled, isHidden } = rows[row]!;
  const more = (sum: number, column: number): number => sum + counts[row * width + column]!;
  const made = copyOf(block);
  const own = isFilled ? markOfRow(row) : 0;
  made.sums = block.sums.map(more);
  if (!hasHidden) made.shown = made.sums;
  else if (!isHidden) made.shown = block.shown.map(more);
  made.unknown |= unknown[row]!;
  made.members += own;
  made.leaves += leaves ?? own;
  made.count++;
  return made;
}

/** A block that holds a stretch of rows more. */
export function withRows({ width, before, shownBefore, hasHidden, filledBefore, unknown, tags }: Body, block: Block, from: number, to: number): Block {
  const added = (into: Sums, running: Float64Array): Sums => into.map((sum, column) => sum + running[(to + 1) * width + column]! - running[from * width + column]!);
  const made = copyOf(block);
  const own = filledBefore[to + 1]! - filledBefore[from]!;
  made.sums = added(block.sums, before);
  made.shown = hasHidden ? added(block.shown, shownBefore) : made.sums;
  for (let row = from; row <= to; row++) made.unknown |= unknown[row]!;
  made.members += own;
  made.leaves += own;
  made.count += to - from + 1;
  made.lastRow = to;
  return keyed(made, tags);
}

const plus = (one: Sums, other: Sums): Sums => one.map((sum, column) => sum + other[column]!);
const minus = (one: Sums, other: Sums): Sums => one.map((sum, column) => sum - other[column]!);

/** What stands in a block since its last section. */
export function looseIn({ sums, shown, unknown, members, leaves, count, since }: Block): Added {
  if (!since) return { sums, shown, unknown, members, leaves, count };
  return {
    sums: minus(sums, since.sums), shown: minus(shown, since.shown), unknown, members: members - since.members,
    leaves: leaves - since.leaves, count: count - since.count,
  }; // prettier-ignore
}

/** How a section is laid out, in a few letters: its heading and where its sum stands. */
export function styleOf({ row, stated }: Pick<Block, "row" | "stated">): Style {
  if (row < 0) return "after";
  if (stated < 0) return "heading";
  if (stated === row) return "summed";
  return stated > row + 1 ? "heading-after" : "heading-before";
}

/** A block in which a section of this style ends: how it was before, and with all that it holds now. What is told of the next ones costs. */
export function withSection({ tags }: Body, into: Block, all: Draft, heading: number, style: Style): readonly [Block, Nats] {
  const cost = (into.style !== "" && into.style !== style ? OTHER_STYLE : 0) + (into.sections === 0 && into.count > 0 && heading >= 0 ? LOOSE : 0);
  if (heading >= 0) all.headRow = heading;
  all.sections++;
  all.style = style;
  all.since = undefined;
  const made = copyOf(all);
  made.since = all;
  return [keyed(made, tags), cost];
}

/** Closes the innermost block: what it costs, and what the block around it is then. */
export function closed(body: Body, block: Block): readonly [Block, Nats] {
  const under = block.under!;
  if (block.kind === "line") {
    if (block.count > 0) return [under, sumEvidence(body, block.row, block) + (block.count === 1 ? SINGLE_PART : 0)];
    return [under, body.adds.get(block.row) ? ADDS_NOTHING : 0];
  }
  const { stated, row, count } = block;
  let cost = count === 0 ? EMPTY_SECTION + noSumCost(body.signs[row]!) : looseCost(block);
  if (count > 0 && stated >= 0) cost += sumEvidence(body, stated, block);
  const all = stated >= 0 ? withFigures(body, under, stated, count > 0 ? block.leaves : undefined) : joined(body, under, block);
  // Without rows it is one like any other, or a name that heads nothing.
  if (count === 0) {
    all.headRow = row;
    return [keyed(all, body.tags), cost];
  }
  const [ended, styled] = withSection(body, under, all, row, styleOf(block));
  return [ended, cost + styled];
}

/** What lines beside the sections of a block cost. */
export const looseCost = (block: Block): Nats =>
  block.sections > 0 && looseIn(block).count > 0 ? (block.style === "after" ? LOOSE_AFTER_SUMS : block.style === "heading" ? 0 : LOOSE) : 0;

/** A block that will hold all of another. */
function joined({ hasHidden }: Body, into: Block, { sums, shown, unknown, members, leaves, count }: Block): Draft {
  const made = copyOf(into);
  made.sums = plus(into.sums, sums);
  made.shown = hasHidden ? plus(into.shown, shown) : made.sums;
  made.unknown |= unknown;
  made.members += members;
  made.leaves += leaves;
  made.count += count;
  return made;
}
