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
  readonly sums: Float64Array;
  readonly shown: Float64Array;
  /** Columns, a bit each, in which something cannot be read. */
  readonly unknown: number;
  /** Its members, as far as they hold figures: how many, and which, as a number that adding rows in any order gives. */
  readonly members: Members;
  /** What its members are made of at the bottom. */
  readonly leaves: Members;
  /** Rows that belong to it, with figures or without. */
  readonly count: number;
  /** How it was when its last section closed; from there on its members stand by themselves. */
  readonly since: Block | undefined;
  /** The last line or part in it: its place, what numbers it, and which of its kind it is. */
  readonly lastRow: number;
  readonly lastKind: string;
  readonly last: number;
  /** The same of the sections in it, how many there were, and how these were laid out. */
  readonly headKind: string;
  readonly headLast: number;
  readonly sections: number;
  readonly style: string;
  /** Whether "Trong đó" stands below its line, and how many such lines followed that make up nothing. */
  readonly isLed: boolean;
  readonly memos: number;
  /** Tells it from others that will not go on alike. */
  readonly key: number;
}

/** A set of rows. */
export interface Members {
  readonly count: number;
  readonly mark: number;
}

export const NOBODY: Members = { count: 0, mark: 0 };

export const together = (one: Members, other: Members): Members => ({ count: one.count + other.count, mark: one.mark + other.mark });
export const without = (all: Members, some: Members): Members => ({ count: all.count - some.count, mark: all.mark - some.mark });
export const sameMembers = (one: Members, other: Members): boolean => one.count === other.count && one.mark === other.mark;

/** A number for a row, so that sums of such numbers tell sets of rows apart. */
export function markOfRow(row: number): number {
  let mixed = Math.imul(row + 1, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

const scramble = (hash: number, value: number): number => {
  const mixed = Math.imul(hash ^ value, 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
};

/** One number for several, in which hardly ever two lists meet. */
export function keyOf(values: readonly number[]): number {
  let [one, other] = [0x2545f491, 0x6c078965];
  for (const value of values) {
    const [low, high] = [value | 0, Math.floor(value / 4294967296) | 0];
    one = scramble(scramble(one, low), high);
    other = scramble(scramble(other, high ^ 0x5bd1e995), low);
  }
  return (one >>> 0) * 2097152 + (other >>> 11);
}

const KINDS: Readonly<Record<Block["kind"], number>> = { table: 0, section: 1, line: 2 };

/** A short text as a number. */
export function textKey(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return hash;
}

/** A block made of another, changed in some points. */
export function blockWith(block: Omit<Block, "key">): Block {
  const { kind, row, stated, under, sums, members, count, since, lastKind, last, headKind, headLast, style, isLed, memos, unknown } = block;
  let mixed = 0;
  for (let column = 0; column < sums.length; column++) mixed += sums[column]! * (2 * column + 3);
  const looks = textKey(`${lastKind}|${headKind}|${style}`);
  const flags = KINDS[kind] + (isLed ? 4 : 0) + 8 * Math.min(memos, 3);
  const before = since ? since.count : -1;
  return { ...block, key: keyOf([under?.key ?? 0, flags, row, stated, mixed, members.mark, count, before, last, headLast, looks, unknown]) };
}
