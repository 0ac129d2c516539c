import type { Line } from "./Form";
import { pairedInOrder } from "./pairedInOrder";
import { likeness, wordsOf } from "./words";

/** A row in words less like a line than this is none of the form's. */
const LEAST = 0.6;
/** Equal ordinals settle ties: forms count from 1 in each section. */
const SAME_ORDINAL = 0.05;
/** A form gives a few dozen lines; what stands further down is another list. */
const MOST_ROWS = 500;

const plain = (ordinal: string): string => ordinal.replace(/[\s.)]+$/, "");

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
    return like < LEAST ? 0 : like + (ordinal !== "" && ordinal === plain(lines[line]!.ordinal ?? "") ? SAME_ORDINAL : 0);
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
