import type { Check } from "../checks/Check";
import type { ParagraphKind } from "../narrative/Paragraph";
import type { Official, Phrase } from "../words";

/** How well a layout is attested. A: seen as issued. B: cited by a public source. C: proposed from memory, never to be printed as the legal text. */
export type Grade = "A" | "B" | "C";

/** A column that holds cells. */
export interface Column {
  /** Stable name in code: "received". */
  readonly key: string;
  /** The number printed under the header: 3 for "(3)". */
  readonly no: number;
  readonly header: Official;
  /** Other words seen for the same column in real files. */
  readonly variants?: readonly Official[];
  readonly kind: "ordinal" | "label" | "count";
  /** Keys of the columns it adds up, printed in the numbering row as "(3)=(4)+(5)+(6)". */
  readonly sum?: readonly string[];
  /** Width when scaffolded, in characters. */
  readonly width: number;
}

/** A header cell that spans the columns below it. */
export interface ColumnGroup {
  readonly header: Official;
  readonly variants?: readonly Official[];
  readonly children: readonly ColumnNode[];
}

export type ColumnNode = Column | ColumnGroup;

/** A share of two sums of count columns, offered beside the form. Regulations differ, so its formula is always named. */
export interface Percentage {
  readonly id: string;
  readonly header: Official;
  /** Keys of the count columns added up above and below the line. */
  readonly numerator: readonly string[];
  readonly denominator: readonly string[];
  /** Digits after the decimal comma. */
  readonly decimals: number;
}

/** The block above the table. */
export interface HeaderBlock {
  /** Left, under the form's mark. */
  readonly left: readonly Official[];
  /** Right: who reports, and to whom. */
  readonly right: readonly Official[];
  /** Right-aligned above the table. */
  readonly unitOfMeasure: Official;
}

/** A form as issued, in one edition: what its columns and rows are, what must hold, what is told. Data only. */
export interface Form {
  /** Kebab-case of the mark: "ii-06a". */
  readonly id: string;
  /** "Biểu số II.06a/VPCP/KSTT". */
  readonly mark: Official;
  readonly markVariants: readonly Official[];
  readonly title: Official;
  readonly titleVariants: readonly Official[];
  /** The instrument that issued this edition. */
  readonly basis: Official;
  /** ISO dates between which the edition is (or was) in force, as far as known. */
  readonly from: string;
  readonly to?: string;
  readonly grade: Grade;
  /** What a reader must know about the edition, shown where the basis is shown. */
  readonly note: Phrase;
  readonly header: HeaderBlock;
  readonly columns: readonly ColumnNode[];
  /** Label of the total row as issued, then as seen elsewhere. */
  readonly totalLabels: readonly [Official, ...Official[]];
  /** Section headings known from real files; others are told by their numbering. */
  readonly sectionLabels: readonly Official[];
  readonly percentages: readonly Percentage[];
  readonly checks: readonly Check[];
  readonly paragraphs: readonly ParagraphKind[];
}

export const isGroup = (node: ColumnNode): node is ColumnGroup => "children" in node;

/** The columns that hold cells, left to right. */
export function leafColumns(nodes: readonly ColumnNode[]): readonly Column[] {
  return nodes.flatMap((node) => (isGroup(node) ? leafColumns(node.children) : [node]));
}

/** What the numbering row prints under a column: "(4)", or "(3)=(4)+(5)+(6)" where it adds others up. */
export function numberingMark(column: Column, columns: readonly Column[]): Official {
  const own = `(${column.no})`;
  if (!column.sum) return own;
  const parts = column.sum.map((key) => `(${columns.find((each) => each.key === key)!.no})`);
  return `${own}=${parts.join("+")}`;
}
