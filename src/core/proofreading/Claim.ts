import type { TextStretch } from "../stated/paragraphsOf";
import { sayDecimal } from "../words/decimal";
import type { Phrase, Severity } from "../words/Phrase";
import { exactly, isExact, ONE, type Amount, type Percentage } from "./Amount";

/** What kinds of things a report says that can be held against itself, a table, or what is known. */
export type ClaimKind = "sum" | "ratio" | "balance" | "restated" | "bound" | "period" | "citation" | "score" | "table";

/** A cell of a workbook as shown: "'PL3'!C9". */
export type CellName = string;

/** Where else a figure stands: in the text, or in a cell. */
export interface OtherPlace {
  readonly at?: TextStretch;
  readonly cell?: CellName;
}

/** What a claim that does not hold comes to. */
export interface Difference {
  readonly severity: Severity;
  /** What is printed and does not agree: the figure to look at first. */
  readonly at: TextStretch;
  readonly stated: string;
  /** What it would have to be for the claim to hold; "" where nothing single can be named. */
  readonly expected: string;
  readonly other?: OtherPlace;
  readonly message: Phrase;
}

/** A value that would make a claim hold, for one figure it rests on. */
export interface Mend {
  readonly at: TextStretch;
  readonly stated: string;
  readonly expected: string;
  /** Whether one slip of the hand lies between the two. */
  readonly isSlip: boolean;
}

/** One thing a report claims. */
export interface Claim {
  readonly kind: ClaimKind;
  /** The words that make it. */
  readonly at: TextStretch;
  readonly verdict: "agrees" | "differs" | "cannot-tell";
  /** Figures it rests on, by where they start, the first being what it is about. */
  readonly figures: readonly number[];
  readonly difference?: Difference;
  /** Of a claim that does not hold: what each of its figures would have to be. */
  readonly mends?: readonly Mend[];
}

/** From the first to the last of some stretches. */
export function around(...stretches: readonly TextStretch[]): TextStretch {
  return { start: Math.min(...stretches.map(({ start }) => start)), end: Math.max(...stretches.map(({ end }) => end)) };
}

/** 5756 with 2 digits as "57,56". */
export const sayShare = ({ units, digits }: Percentage): string => sayDecimal(units, digits, "vi", digits);

/** An amount as a person would print it; "" where it is no single one. */
export const sayAmount = (amount: Amount): string => (isExact(amount) ? sayDecimal(amount.low, String(ONE).length - 1, "vi") : "");

/** A figure as printed, or what it comes to where it is told in thousands. */
export const sayPrinted = ({ amount }: { readonly amount: Amount }): string => sayAmount(amount) || `khoảng ${sayAmount(exactly(Math.round((amount.low + amount.high) / 2 / ONE)))}`;
