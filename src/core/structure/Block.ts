/** An open piece of a table while its rows are read: the table itself, a section, or a line (or part) with what belongs to it. */
export interface Block {
  readonly kind: "table" | "section" | "line";
  /** Its heading or line; -1 for the table. */
  readonly row: number;
  /** The row that states its sum; -1 as long as there is none. */
  readonly stated: number;
  readonly under: Block | undefined;
  readonly depth: number;
  /** What it holds, added up by columns: all of it, and what is shown. */
  readonly sums: Sums;
  readonly shown: Sums;
  /** Columns, a bit each, in which something cannot be read. */
  readonly unknown: number;
  /** Its members, as far as they hold figures. */
  readonly members: Members;
  /** What its members are made of at the bottom. */
  readonly leaves: Members;
  /** Rows that belong to it, with figures or without. */
  readonly count: number;
  /** How it was when its last section closed; from there on its members stand by themselves. */
  readonly since: Block | undefined;
  /** The last line or part in it; -1 before the first. */
  readonly lastRow: number;
  /** The same of the headings in it, how many sections there were, and how these were laid out. */
  readonly headRow: number;
  readonly sections: number;
  readonly style: Style;
  /** Whether "Trong đó" stands below its line, and how many such lines followed that make up nothing. */
  readonly isLed: boolean;
  readonly memos: number;
  /** Tells it from others that will not go on alike. */
  readonly key: number;
}

/** By column. Plain arrays: short typed ones are slower to make. */
export type Sums = readonly number[];

/** How the sections of a block are laid out: where their heading and their sum stand; "" before the first. */
export type Style = "" | "after" | "heading" | "summed" | "heading-after" | "heading-before";

/** A set of rows, as the sum of numbers of theirs: 0 is the empty one. */
export type Members = number;

/** Taken out of the global object, which is slow to look into where code is run in a context of its own, as tests are. */
const { imul, floor } = Math;

/** A number for a row, above 0, so that sums of such numbers tell sets of rows apart. */
export function markOfRow(row: number): Members {
  let mixed = imul(row + 1, 0x9e3779b1);
  mixed = imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  return ((mixed ^ (mixed >>> 13)) >>> 0) + 1;
}

const scramble = (hash: number, value: number): number => {
  const mixed = imul(hash ^ value, 0x85ebca6b);
  return imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
};

/** One number for several, in which hardly ever two lists meet. */
export function keyOf(values: readonly number[]): number {
  let [one, other] = [0x2545f491, 0x6c078965];
  for (const value of values) {
    const [low, high] = [value | 0, floor(value / 4294967296) | 0];
    one = scramble(scramble(one, low), high);
    other = scramble(scramble(other, high ^ 0x5bd1e995), low);
  }
  return (one >>> 0) * 2097152 + (other >>> 11);
}

const KINDS: Readonly<Record<Block["kind"], number>> = { table: 0, section: 1, line: 2 };
const STYLES: Readonly<Record<Style, number>> = { "": 0, after: 1, heading: 2, summed: 3, "heading-after": 4, "heading-before": 5 };

/** A block being made of another. */
export type Draft = { -readonly [Field in keyof Block]: Block[Field] };

/** A copy to be changed, and given a key of its own by `keyed`. Spelled out: spread, it takes four times as long, and millions are made. */
export const copyOf = (block: Block): Draft => ({
  kind: block.kind, row: block.row, stated: block.stated, under: block.under, depth: block.depth, sums: block.sums, shown: block.shown,
  unknown: block.unknown, members: block.members, leaves: block.leaves, count: block.count, since: block.since, lastRow: block.lastRow,
  headRow: block.headRow, sections: block.sections, style: block.style, isLed: block.isLed, memos: block.memos, key: block.key,
}); // prettier-ignore

/** The block that was made. `tags` tells ordinals of rows apart. */
export function keyed(block: Draft, tags: Float64Array): Block {
  const { kind, row, stated, under, sums, members, count, since, lastRow, headRow, style, isLed, memos, unknown } = block;
  let mixed = 0;
  for (let column = 0; column < sums.length; column++) mixed += sums[column]! * (2 * column + 3);
  const flags = KINDS[kind] + (isLed ? 4 : 0) + 8 * Math.min(memos, 3) + 32 * STYLES[style];
  const before = since ? since.count : -1;
  block.key = keyOf([under?.key ?? 0, flags, row, stated, mixed, members, count, before, lastRow < 0 ? 0 : tags[lastRow]!, headRow < 0 ? 0 : tags[headRow]!, unknown]);
  return block;
}
