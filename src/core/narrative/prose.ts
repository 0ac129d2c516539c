import type { QuantityFigure } from "../quantities/QuantityFigure";
import { positionKey, type Position } from "../sheet/Address";
import { roundedRatio } from "../sheet/ratio";
import { formatCount, sayDecimal } from "../words/decimal";
import type { Span } from "./Paragraph";

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

/** NĐ 30/2020/NĐ-CP asks for no leading zero of counts, but most reports write "07 hồ sơ" and "0 hồ sơ", some "00 hồ sơ". */
export type Padding = "one-to-nine" | "zero-to-nine";

/** A count as sentences have it: "1.652", "07", "0", and dots where it is not known. */
export function count({ units, cells }: QuantityFigure, padding: Padding = "one-to-nine"): Span {
  const nought = units !== undefined && units < 10 && units >= (padding === "one-to-nine" ? 1 : 0) ? "0" : "";
  return figure(units === undefined ? DOTS : nought + formatCount(units, "vi"), cells);
}

/**
 * A share such as "99,39%", rounded half up, noughts at the end left out, with dots where one of both counts is not known; undefined when there
 * is nothing to have a share of. Where rounding to `decimals` would turn almost all into "100%", or almost nothing into "0%", more are printed.
 */
export function percentage(numerator: QuantityFigure, denominator: QuantityFigure, decimals: number): Span | undefined {
  const cells = distinct([...numerator.cells, ...denominator.cells]);
  const [part, all] = [numerator.units, denominator.units];
  if (part === undefined || all === undefined) return figure(`${DOTS}%`, cells);
  const rounded = roundedRatio(part, all, decimals + 2);
  if (rounded === undefined) return undefined;
  const isExtreme = rounded === 0 || rounded === 10 ** (decimals + 2);
  if (isExtreme && part !== 0 && part !== all && decimals < MOST_DECIMALS) return percentage(numerator, denominator, decimals + 2);
  return figure(`${sayDecimal(rounded, decimals, "vi")}%`, cells);
}

/** The counts of a share beside one another, since regulations differ on what to divide by: "1.642/1.652". */
export function fraction(numerator: QuantityFigure, denominator: QuantityFigure): readonly Span[] {
  return prose`${count(numerator)}/${count(denominator)}`;
}

const isFilled = (cells: readonly Position[]): cells is readonly [Position, ...Position[]] => cells.length > 0;

function distinct(cells: readonly Position[]): readonly Position[] {
  return [...new Map(cells.map((cell) => [positionKey(cell), cell])).values()];
}
