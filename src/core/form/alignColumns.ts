import type { ColumnAsRead, HeaderLabel } from "../table/TableAsRead";
import { withoutEnd } from "../words/withoutEnd";
import { type IndexedColumn, likeness, wordsOf, type Weigh, type Words } from "./FormIndex";
import type { Line } from "./Form";

/** A column as read, with its words made ready: once a table, however many forms are held against it. */
export interface ReadColumn {
  /** Zero-based column of the sheet. */
  readonly at: number;
  readonly labels: readonly HeaderLabel[];
  /**
   * What its heading may be, the lowest label first: that label, or with those above, as a heading may be broken over rows;
   * then what stands above it, again every run of labels as one text.
   */
  readonly headings: readonly { readonly own: Words; readonly above: readonly Words[] }[];
}

/** Which columns of a table are which of a form's. */
export interface Alignment {
  /** By the form's columns: which of the columns as read it is. */
  readonly found: readonly (number | undefined)[];
  /** The form's columns that are not there and may not be absent. */
  readonly missing: readonly number[];
  /** Columns as read that stand among the form's, or under one of its groups, and are none of them. */
  readonly foreign: readonly number[];
  /** How alike both headers are, 0…1: twice the likeness of the pairs over the number of columns (Dice). */
  readonly likeness: number;
}

/** A heading counts this much of a path's likeness, the groups above it the rest. */
const OWN = 0.6;
/** Below this two columns have nothing to do with each other. */
const LEAST = 0.35;
/** From here on words name one column; official headings of one group share half of their words. */
const NAMED = 0.95;
/** A heading that is at least this like is worded differently only. */
const WORDED = 0.55;
/** Columns beside a form that say no more about it than blank ones. */
const REMARK = /^(?:tyle|tile|ghichu|nhanxet)/;

/** How like a text is to the one it is most like of a few, 0…1. */
export type Best = (text: Words, variants: readonly Words[]) => number;

/** A `Best` that works out each pair once: labels stand over many columns, and many forms ask for the same words. */
export function bestLikeness(weigh: Weigh): Best {
  const known = new Map<Words, Map<readonly Words[], number>>();
  return (text, variants) => {
    let ofText = known.get(text);
    if (!ofText) known.set(text, (ofText = new Map()));
    let most = ofText.get(variants);
    if (most === undefined) ofText.set(variants, (most = variants.reduce((top, each) => Math.max(top, likeness(text, each, weigh)), 0)));
    return most;
  };
}

/** A number behind a word is a footnote's, or Excel's: headings of its tables may not be alike, so "Tổng số" becomes "Tổng số2". */
const NUMBER_BEHIND = /(\p{L})\d{1,2}(?=\s|$)/gu;

/** Columns with the words of their paths made ready; labels not wanted are left out. The same words are the same object. */
export function readColumns(columns: readonly ColumnAsRead[], without: ReadonlySet<HeaderLabel>): readonly ReadColumn[] {
  const known = new Map<string, Words>();
  const wordsOnce = (text: string): Words => {
    let words = known.get(text);
    if (!words) known.set(text, (words = wordsOf(text.replace(NUMBER_BEHIND, "$1"))));
    return words;
  };
  const headingsOf = (texts: readonly string[]): ReadColumn["headings"] => {
    const run = (from: number, to: number): Words => wordsOnce(texts.slice(from, to).join(" "));
    return texts.map((_, above) => {
      const from = texts.length - 1 - above;
      const runs = texts.slice(0, from).flatMap((__, start) => texts.slice(start, from).map((___, more) => run(start, start + more + 1)));
      return { own: run(from, texts.length), above: runs };
    });
  };
  const groups = new Set(columns.flatMap(({ path }) => path.slice(0, -1)));
  return columns.map(({ at, path }) => {
    // What stands left of a column without a heading is none of its own.
    const labels = path.filter((label) => !without.has(label) && label.right >= at);
    const texts = labels.flatMap(({ text }) => partsOf(text));
    const named = texts.map(withoutNote);
    // Under a group, and without a heading of its own.
    const isBare = labels.length > 0 && groups.has(labels.at(-1)!);
    const headings = [
      ...headingsOf(isBare ? [...texts, ""] : texts),
      ...(named.some((text, index) => text !== texts[index]) ? headingsOf(named) : []),
    ];
    return { at, labels, headings };
  });
}

/** What parts the names of groups and columns that are written into one cell. */
const BETWEEN = /\s[-–—›>|/]\s|[›|]/;
const MOST_PARTS = 4;

function partsOf(text: string): readonly string[] {
  const parts = text.split(BETWEEN).map((part) => part.trim()).filter((part) => part !== "");
  return parts.length <= MOST_PARTS ? parts : [text];
}

/** Longer headings say more than a name. */
const LONGEST_NAME = 8;

/** A long heading up to where its note begins: at the end of a line, or of what is said first. */
function withoutNote(text: string): string {
  if (text.split(/\s+/, LONGEST_NAME + 1).length <= LONGEST_NAME) return text;
  return /^[^\n:;([]+/.exec(text.trim())?.[0] ?? text;
}

interface Likeness {
  /** Of the whole paths. */
  readonly all: number;
  /** Of the headings alone, and of the groups above alone. */
  readonly own: number;
  readonly above: number;
}

/** How like a column of a form a column as read is. Its heading is its lowest words, with as many of those above as make it most alike. */
function likenessOf({ headings }: ReadColumn, { path }: IndexedColumn, best: Best): Likeness {
  const groups = path.length - 1;
  let most: Likeness = { all: 0, own: 0, above: 0 };
  for (const heading of headings) {
    const own = best(heading.own, path[groups]!);
    let above = groups === 0 ? 1 : 0;
    for (let depth = 0; depth < groups; depth++) {
      let top = 0;
      for (const run of heading.above) top = Math.max(top, best(run, path[depth]!));
      above += top / groups;
    }
    // Groups that the form does not know speak against it, a little.
    const all = (OWN * own + (1 - OWN) * above) * (groups === 0 && heading.above.length > 0 ? 0.85 : 1);
    if (all > most.all) most = { all, own, above };
  }
  return most;
}

/** By the form's columns: the column as read that it is, and how alike they are. */
type Pairs = ({ readonly at: number; readonly score: number } | undefined)[];

/** Tells which columns as read are which of a form's: by words where they name one column and no two the same, by order otherwise. */
export function alignColumns(columns: readonly IndexedColumn[], read: readonly ReadColumn[], best: Best): Alignment {
  const like = columns.map((column) => read.map((each) => likenessOf(each, column, best)));
  const pairs: Pairs = columns.map(() => undefined);
  const take = (column: number, at: number) => (pairs[column] = { at, score: like[column]![at]!.all });

  for (const [column, row] of like.entries()) {
    const named = row.flatMap(({ all }, at) => (all >= NAMED ? [at] : []));
    if (named.length === 1 && like.filter((each) => each[named[0]!]!.all >= NAMED).length === 1) take(column, named[0]!);
  }
  const open = columns.flatMap((_, column) => (pairs[column] === undefined ? [column] : []));
  const alike = (column: number, at: number): number => {
    const { own, all } = like[column]![at]!;
    return own < WORDED || all < LEAST ? 0 : all;
  };
  for (const [column, at] of pairedInOrder(open, free(read, pairs), alike)) take(column, at);

  fillInPlace(columns, read, like, pairs);
  return weighed(columns, read, pairs);
}

/** The columns as read that are none of the form's so far. */
function free(read: readonly ReadColumn[], pairs: Pairs): readonly number[] {
  const taken = new Set(pairs.map((pair) => pair?.at));
  return [...read.keys()].filter((at) => !taken.has(at));
}

/** Columns in words never seen are the form's if they stand in their places, under their group, and most of it was found by words. */
function fillInPlace(columns: readonly IndexedColumn[], read: readonly ReadColumn[], like: readonly (readonly Likeness[])[], pairs: Pairs): void {
  for (let from = 0; from < columns.length; from++) {
    if (pairs[from] || columns[from]!.role === "ordinal") continue;
    const before = pairs.slice(0, from).filter((pair) => pair !== undefined).at(-1)?.at ?? -1;
    const next = pairs.slice(from).find((pair) => pair !== undefined)?.at ?? Infinity;
    const between = free(read, pairs).filter((at) => at > before && at < next);
    if (columns[from]!.role === "label") {
      // What the rows are called differs from place to place; it stands beside the figures.
      const at = between.at(-1);
      if (at !== undefined) pairs[from] = { at, score: like[from]![at]!.own };
      continue;
    }
    const inGroup = columns.flatMap(({ path }, column) => (path.length > 1 && path[0] === columns[from]!.path[0] ? [column] : []));
    const open = inGroup.filter((column) => pairs[column] === undefined);
    const under = between.filter((at) => open.every((column) => like[column]![at]!.above >= NAMED));
    if (open.length * 2 > inGroup.length || under.length !== open.length || open.some((column, index) => column !== from + index)) continue;
    open.forEach((column, index) => (pairs[column] = { at: under[index]!, score: like[column]![under[index]!]!.all }));
  }
}

function weighed(columns: readonly IndexedColumn[], read: readonly ReadColumn[], pairs: Pairs): Alignment {
  const found = pairs.map((pair) => pair?.at);
  const taken = new Set(found.filter((at) => at !== undefined));
  const [first, last] = taken.size === 0 ? [0, -1] : [Math.min(...taken), Math.max(...taken)];
  const groups = new Set([...taken].flatMap((at) => read[at]!.labels.slice(0, -1)));
  const foreign: number[] = [];
  let beside = 0;
  for (const [at, { labels, headings }] of read.entries()) {
    if (taken.has(at) || labels.length === 0) continue;
    if (REMARK.test(headings[0]!.own.tight) || labels.at(-1)!.text.includes("%")) continue;
    if ((at > first && at < last) || labels.some((label) => groups.has(label))) foreign.push(at);
    // What stands right of a form is simply none of it.
    else if (at < first) beside++;
  }
  const missing = columns.flatMap(({ role, optional }, column) => (found[column] === undefined && !optional && role !== "ordinal" ? [column] : []));
  const total = pairs.reduce((sum, pair) => sum + (pair?.score ?? 0), 0);
  const size = missing.length + 2 * taken.size + foreign.length + beside;
  return { found, missing, foreign, likeness: size === 0 ? 0 : (2 * total) / size };
}

/** Pairs of things of two lists, in the order of both, that are most alike in all. `alike` says how much two are, 0 for not at all. */
function pairedInOrder(ones: readonly number[], others: readonly number[], alike: (one: number, other: number) => number): readonly (readonly [number, number])[] {
  /** At [i][j] the most that can be had from the ith and the jth on. */
  const most = Array.from({ length: ones.length + 1 }, () => new Float64Array(others.length + 1));
  for (let i = ones.length - 1; i >= 0; i--) {
    for (let j = others.length - 1; j >= 0; j--) {
      const value = alike(ones[i]!, others[j]!);
      most[i]![j] = Math.max(most[i + 1]![j]!, most[i]![j + 1]!, value > 0 ? value + most[i + 1]![j + 1]! : 0);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < ones.length && j < others.length; ) {
    // Of two that are as like, the first.
    if (most[i]![j] === most[i + 1]![j]) i++;
    else if (alike(ones[i]!, others[j]!) + most[i + 1]![j + 1]! < most[i]![j]! || alike(ones[i]!, others[j]!) === 0) j++;
    else pairs.push([ones[i++]!, others[j++]!]);
  }
  return pairs;
}

/** A row in words less like a line than this is none of the form's. */
const LEAST_OF_LINE = 0.6;
/** Equal ordinals settle ties: forms count from 1 in each section. */
const SAME_ORDINAL = 0.05;
/** A form gives a few dozen lines; what stands further down is another list. */
const MOST_ROWS = 500;

const plain = (ordinal: string): string => withoutEnd(ordinal, /[\s.)]/);

/**
 * Tells which of the lines that a form gives each row is: by its words, in the order of the form where that goes.
 * The answer has one place a row. A line without a name is the first row.
 */
export function matchLines(rows: readonly { readonly ordinal: string; readonly label: string }[], lines: readonly Line[]): readonly (Line | undefined)[] {
  const found: (Line | undefined)[] = rows.map(() => undefined);
  const names = lines.map(({ label, variants = [] }) => [label, ...variants].map(wordsOf));
  const times = new Map<string, number>();
  for (const word of names.flatMap(([own]) => [...new Set(own!.words)])) times.set(word, (times.get(word) ?? 0) + 1);
  const weigh = (word: string): number => 1 / (times.get(word) ?? 1);
  const read = rows.slice(0, MOST_ROWS).map(({ label, ordinal }) => ({ words: wordsOf(label), ordinal: plain(ordinal) }));
  const alike = (line: number, row: number): number => {
    const { words, ordinal } = read[row]!;
    const like = names[line]!.reduce((most, name) => Math.max(most, likeness(words, name, weigh)), 0);
    return like < LEAST_OF_LINE ? 0 : like + (ordinal !== "" && ordinal === plain(lines[line]!.ordinal ?? "") ? SAME_ORDINAL : 0);
  };
  const named = lines.flatMap(({ label }, line) => (label === "" ? [] : [line]));
  for (const [line, row] of pairedInOrder(named, [...read.keys()], alike)) found[row] = lines[line];
  // What somebody moved is still known by its words.
  for (const line of named.filter((each) => !found.includes(lines[each]))) {
    const row = read.findIndex((_, each) => !found[each] && alike(line, each) >= 1);
    if (row >= 0) found[row] = lines[line];
  }
  const nameless = lines.filter(({ label }) => label === "");
  nameless.forEach((line, index) => (found[index] ??= line));
  return found.slice(0, rows.length);
}
