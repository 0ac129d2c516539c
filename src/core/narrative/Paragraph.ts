import type { Vocabulary } from "../quantities/Vocabulary";
import type { Position } from "../sheet/Address";
import type { Table } from "../figures/Table";
import type { Official, Phrase } from "../words/Phrase";

/** A run of text. A figure knows the cells it was taken or computed from. */
export type Span =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "figure"; readonly text: string; readonly cells: readonly [Position, ...Position[]] };

/** One printed line (a Word paragraph). */
export interface TextLine {
  /** 0 is flush with the body text; each level hangs one step further in. */
  readonly level: 0 | 1 | 2;
  /** What stands before it: "-", "+", or nothing. */
  readonly bullet: "" | "-" | "+";
  readonly spans: readonly Span[];
}

/** A written paragraph of the report. */
export interface Paragraph {
  /** Of the paragraph kind: "settlement". */
  readonly id: string;
  readonly heading: Official;
  readonly sheet: string;
  readonly lines: readonly TextLine[];
}

/** What a paragraph may draw on. */
export interface NarrativeInput {
  /** The table that asks for the paragraph, then others of the same unit and period. */
  readonly tables: readonly [Table, ...Table[]];
  readonly vocabulary: Vocabulary;
  /** What the reporter has told of quantities that no form has a column for, by their ids. */
  readonly told: ReadonlyMap<string, number>;
}

/** A way of wording a paragraph. Same input, same text. */
export interface ParagraphStyle {
  /** "official", … */
  readonly id: string;
  readonly name: Phrase;
  write(input: NarrativeInput): readonly TextLine[];
}

/** A paragraph of the official outline, in all its wordings; the first is the default. */
export interface ParagraphKind {
  readonly id: string;
  /** The heading as the outline prints it. */
  readonly heading: Official;
  readonly styles: readonly [ParagraphStyle, ...ParagraphStyle[]];
}
