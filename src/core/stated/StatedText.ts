import type { Phrase } from "../words/Phrase";
import type { StatedFigure } from "./StatedFigure";

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
}
