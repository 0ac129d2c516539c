import type { Position } from "../sheet/Address";
import type { Cell } from "../sheet/Cell";
import type { RowEvidence } from "../structure/RowEvidence";
import type { Figure, RowKind, TableRow } from "./Table";

/** A row of a table with its figures, before the rows around it say what it is. */
export interface RowDraft {
  readonly row: number;
  readonly ordinal: string;
  readonly label: string;
  readonly labelAt: Position;
  readonly key: string | undefined;
  readonly figures: readonly Figure[];
  readonly texts: readonly Cell[] | undefined;
  /** Whether its words, or the form, say that it heads others, adds them up or sums them up otherwise. */
  readonly says: "total" | "summary" | "section" | undefined;
  /** Whether its label is merged across the first columns. */
  readonly isAcross: boolean;
  readonly looks: Pick<RowEvidence, "bold" | "italic" | "indent" | "isHidden">;
}

/** Whether a row holds a figure, be it one that cannot be read. */
export const holdsFigures = ({ figures }: Pick<RowDraft, "figures">): boolean =>
  figures.some(({ reading }) => reading.kind !== "blank" && !(reading.kind === "unreadable" && reading.why === "words"));

/** The row of a draft, now that it is known what it is. */
export function rowOfDraft({ row, ordinal, label, labelAt, figures, key, texts }: RowDraft, kind: RowKind, section: number): TableRow {
  const read: TableRow = { row, kind, ordinal, label, labelAt, section, figures };
  return key === undefined && texts === undefined ? read : { ...read, ...(key === undefined ? {} : { key }), ...(texts ? { texts } : {}) };
}
