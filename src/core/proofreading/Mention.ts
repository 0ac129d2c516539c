import type { Quantity } from "../quantities/Vocabulary";
import type { TextStretch } from "../stated/paragraphsOf";
import type { Amount } from "./Amount";
import type { ReportFigure } from "./readFigures";

/** A count of a report, and what it is said to be. */
export interface Mention {
  readonly figure: ReportFigure;
  /** What is said of it, from before the number to after it. */
  readonly words: TextStretch;
  /** Kinds of the vocabulary's words that are said of it. */
  readonly kinds: ReadonlySet<string>;
  /** What it counts; several in one breath, as files received and resolved; none where nothing names it. */
  readonly quantities: readonly Quantity[];
  /** Words of its own that nothing understands, flattened; they may restrict it. */
  readonly residue: string;
  /** Index of its paragraph. */
  readonly paragraph: number;
  /** What it is told as a part of. */
  readonly group?: PartGroup;
}

/** Figures told as parts of one whole: in brackets, after "trong đó" or "gồm", in a list. */
export interface PartGroup {
  readonly whole: Mention | undefined;
  readonly opener: "bracket" | "which" | "namely" | "list";
  readonly parts: Mention[];
}

export const amountOf = ({ figure }: Mention): Amount => figure.amount;

/** What is told apart within one paragraph. */
export interface ParagraphRead {
  readonly index: number;
  readonly stretch: TextStretch;
  readonly mentions: readonly Mention[];
  /** Every figure, percentages and points included. */
  readonly figures: readonly ReportFigure[];
}

/** A report, read: its paragraphs, and the parts that are told of wholes. */
export interface ReportRead {
  readonly paragraphs: readonly ParagraphRead[];
  readonly groups: readonly PartGroup[];
}
