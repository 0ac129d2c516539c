import { isGroup, type Column, type ColumnGroup, type ColumnNode, type FigureColumn, type FigureKind, type TableForm } from "../../core/form/Form";
import type { Official } from "../../core/words/Phrase";

/** The ordinal of each row, in front of most tables. */
export const ORDINAL: Column = { key: "ordinal", header: "STT", variants: ["TT", "Số TT"], kind: "ordinal", width: 6 };

/** The column that says what each row is of. */
export const named = (key: string, header: Official, variants: readonly Official[] = [], width = 34): Column => ({ key, header, variants, kind: "label", width });

/** A column of figures, what else is said of it, and how wide it is in characters. */
export type MakeFigures = (key: string, header: Official, more?: Partial<FigureColumn>) => FigureColumn;

/** A column of words, days or codes, one of a record's. */
export const told = (key: string, header: Official, kind: "text" | "date" | "code", width: number, variants: readonly Official[] = []): Column => ({ key, header, variants, kind, width });

/** Makes columns that count one thing: "hồ sơ". */
export const counting = (unit: Official, width = 11): MakeFigures => {
  const kind: FigureKind = { unit };
  return (key, header, more) => ({ key, header, kind, width, ...more });
};

/** What a column adds up: the keys of its parts, and the id of the check that follows. */
export const sumOf = (sumId: string, ...sum: readonly string[]): Pick<Column, "sum" | "sumId"> => ({ sum, sumId });

export const group = (header: Official, children: readonly ColumnNode[], variants: readonly Official[] = []): ColumnGroup => ({ header, variants, children });

/** The columns with the numbers that stand under their headers, 1 for the leftmost. */
export function numbered(nodes: readonly ColumnNode[]): readonly ColumnNode[] {
  let no = 0;
  const number = (node: ColumnNode): ColumnNode => (isGroup(node) ? { ...node, children: node.children.map(number) } : { ...node, no: ++no });
  return nodes.map(number);
}

/** The row that adds up all others, at the end. */
export const TOTAL_ROW: Pick<TableForm, "foot"> = { foot: [{ labels: ["TỔNG CỘNG", "-Tổng-", "Tổng số", "Tổng"], at: "last" }] };
