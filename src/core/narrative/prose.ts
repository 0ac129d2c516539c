import { positionKey, type Position } from "../sheet/Address";
import { formatCount, type Padding } from "./formatCount";
import { formatPercentage } from "./formatPercentage";
import type { Span } from "./Paragraph";
import type { Quantity } from "./Quantity";

/** Stands for a count that is not known, to be filled in by hand, as on official forms. */
export const DOTS = "……";

/** Shares that almost vanish are printed with at most so many decimals. */
const MOST_DECIMALS = 4;

/** What may stand between the words of a sentence. */
export type Piece = string | Span | readonly Span[];

/** A sentence out of words and figures: prose`đã giải quyết ${count(resolved)} hồ sơ`. */
export function prose(words: TemplateStringsArray, ...pieces: readonly Piece[]): readonly Span[] {
  return joined(words.flatMap((word, index) => [word, ...(index < pieces.length ? [pieces[index]!] : [])]));
}

/** Pieces in a row, with `separator` between any two; adjoining words become one span. */
export function joined(pieces: readonly Piece[], separator = ""): readonly Span[] {
  const spans: Span[] = [];
  const add = (span: Span) => {
    const last = spans.at(-1);
    if (span.text === "") return;
    if (span.kind === "text" && last?.kind === "text") spans[spans.length - 1] = { kind: "text", text: last.text + span.text };
    else spans.push(span);
  };
  pieces.forEach((piece, index) => {
    if (index > 0) add({ kind: "text", text: separator });
    if (typeof piece === "string") add({ kind: "text", text: piece });
    else if ("kind" in piece) add(piece);
    else piece.forEach(add);
  });
  return spans;
}

/** Sentences one after the other, a space between; those that say nothing are left out. */
export function sentences(spans: readonly (readonly Span[])[]): readonly Span[] {
  return joined(spans.filter((each) => each.length > 0), " ");
}

/** Words or digits that rest on cells; without cells, plain words. */
export function figure(text: string, cells: readonly Position[]): Span {
  return isFilled(cells) ? { kind: "figure", text, cells } : { kind: "text", text };
}

/** A count as sentences have it: "1.652", "07", "0", and dots where it is not known. */
export function count(quantity: Quantity, padding: Padding = "one-to-nine"): Span {
  return figure(quantity.count === undefined ? DOTS : formatCount(quantity.count, padding), quantity.cells);
}

/**
 * A share such as "99,39%", with dots where one of both counts is not known; undefined when there is nothing to have
 * a share of. Where rounding to `decimals` would turn almost all into "100%", or almost nothing into "0%", more are printed.
 */
export function percentage(numerator: Quantity, denominator: Quantity, decimals: number): Span | undefined {
  const cells = distinct([...numerator.cells, ...denominator.cells]);
  if (numerator.count === undefined || denominator.count === undefined) return figure(`${DOTS}%`, cells);
  const text = formatPercentage(numerator.count, denominator.count, decimals);
  const whole = numerator.count === 0 || numerator.count === denominator.count;
  const rounded = text === "0%" || text === "100%";
  const finer = !whole && rounded && decimals < MOST_DECIMALS ? percentage(numerator, denominator, decimals + 2) : undefined;
  return finer ?? (text === undefined ? undefined : figure(text, cells));
}

/** The counts of a share beside one another, since regulations differ on what to divide by: "1.642/1.652". */
export function fraction(numerator: Quantity, denominator: Quantity): readonly Span[] {
  return prose`${count(numerator)}/${count(denominator)}`;
}

const isFilled = (cells: readonly Position[]): cells is readonly [Position, ...Position[]] => cells.length > 0;

function distinct(cells: readonly Position[]): readonly Position[] {
  return [...new Map(cells.map((cell) => [positionKey(cell), cell])).values()];
}
