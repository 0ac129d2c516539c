import type { Vocabulary } from "../quantities/Vocabulary";
import type { Phrase } from "../words/Phrase";
import type { SaidPeriod } from "../words/SaidPeriod";

/** Of what it is said: of everything the unit reports, of one field, or of some part that the form does not tell apart. */
export type StatedScope = { readonly kind: "whole" } | { readonly kind: "field"; readonly name: string } | { readonly kind: "part" };

/** A count that a written text states. */
export interface StatedFigure {
  /** Id of the quantity: "received". */
  readonly quantity: string;
  readonly scope: StatedScope;
  readonly count: number;
  /** The words it was read from, as written: "đã tiếp nhận 1.652 hồ sơ". */
  readonly words: string;
  /** Where the number stands, as zero-based offsets in the text normalised to NFC; `end` is the one after it. */
  readonly start: number;
  readonly end: number;
  /** Undefined where the text does not say. */
  readonly period?: SaidPeriod;
  /** Who is said to have received them, as written: "UBND phường". */
  readonly unit?: string;
}

/** A text to be held against the tables. */
export interface WrittenText {
  readonly text: string;
  /** Where it is from, inside a sentence: "trang “Báo cáo”". */
  readonly source: Phrase;
}

/** A text as read. */
export interface StatedText {
  readonly source: Phrase;
  readonly figures: readonly StatedFigure[];
  /** What its quantities are. */
  readonly vocabulary: Vocabulary;
}
