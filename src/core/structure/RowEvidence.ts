/** What a row of a table shows, before anything is made of it. */
export interface RowEvidence {
  /** As printed in the ordinal column; "" where that is blank. */
  readonly ordinal: string;
  readonly label: string;
  /** Whether the label stands in the ordinal column, as a heading merged across does. */
  readonly isAcross?: boolean;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** How far its label is moved in: Excel's steps, or leading blanks by three. */
  readonly indent?: number;
  /** Whether it is not shown. */
  readonly isHidden?: boolean;
  /** Whether any figure stands in it. */
  readonly isFilled: boolean;
  /** What the form's own words say it is. */
  readonly says?: "total" | "section";
  /** What most of its formulas add up down their columns: rows, by their places, both ends of each stretch included. */
  readonly adds?: readonly (readonly [first: number, last: number])[];
  /** Whether its formulas add up figures below the last of the rows, too: then not all of them were seen. */
  readonly addsBeyond?: boolean;
  /** Whether those formulas leave out rows that are not shown. */
  readonly addsShownOnly?: boolean;
  /** The rows that the reporter says it adds up, by their places, those not shown as well; none where it is no sum. */
  readonly told?: readonly number[];
}

/** The rows of a table with the figures that may be added up. */
export interface Evidence {
  readonly rows: readonly RowEvidence[];
  /** How many columns of figures there are. */
  readonly width: number;
  /** Row by row, in units of their columns: 0 for a blank, NaN where a figure cannot be read. */
  readonly counts: Float64Array;
  /** By column: 1 where it adds up others, so that it says little by itself. */
  readonly isDerived: Uint8Array;
}

/**
 * line: a field, unit or dossier. part: of the line, or part, it belongs to, which it makes up with others. memo: of that line, too, but the
 * others do not make it up ("of which"). heading: of a section, with its sum or without. sum: of a section, below or above its lines.
 * total: of the whole table. note: nothing that counts.
 */
export type RowRole = "line" | "part" | "memo" | "heading" | "sum" | "total" | "note";

/** What a sum was read by. */
export interface SumBasis {
  /** In how many columns that are not nought it comes out, and does not. */
  readonly holds: number;
  readonly fails: number;
  /** Whether its own words say that it is a sum. */
  readonly isNamed: boolean;
  /** Whether its formulas add up just these rows. */
  readonly isByFormula: boolean;
  /** Whether the reporter says so. */
  readonly isTold: boolean;
}

/** A row that adds up others. */
export interface ReadSum {
  readonly row: number;
  /** The rows it adds up, top down. */
  readonly parts: readonly number[];
  /** Whether rows that are not shown are left out; then they are no parts. */
  readonly isShownOnly: boolean;
  /** Whether every reading that comes near says the same, and figures, formulas or plain words bear it out. */
  readonly isSure: boolean;
  /** Absent where the form gives the row. */
  readonly basis?: SumBasis;
  /** Why it had better be asked for than judged: another reading is as likely, too much fails under this one, or its own formulas add up others. */
  readonly doubt?: "rival" | "fails" | "formulas";
  /**
   * What it may add up where that is to be asked, those not shown as well: first by this reading, then by its rival, or by its formulas;
   * nothing where it is no sum. There are at least two.
   */
  readonly choices?: readonly (readonly number[])[];
}

/** What the rows of a table are, by their places. */
export interface Structure {
  readonly roles: readonly RowRole[];
  /** The section, counted from 0, each belongs to; -1 for none. */
  readonly sections: readonly number[];
  /** For parts and memos the row they belong to; -1 for others. */
  readonly hosts: readonly number[];
  readonly sums: readonly ReadSum[];
}
