import type { Official, Phrase, Severity } from "../words/Phrase";
import type { Worked } from "./Worked";

/** How well a layout is attested. A: seen as issued. B: cited by a public source. C: proposed from memory, never to be printed as the legal text. */
export type Grade = "A" | "B" | "C";

/** A figure in a form stands as printed, decimals as text ("2,5"); loading scales it to whole numbers of 10^-decimals of the unit. */
export type Printed = number | string;

/** Figures of a column: what they count, how finely they can be told, and between which bounds they lie. Never below 0. */
export interface FigureKind {
  /** "hồ sơ", "điểm", "%". */
  readonly unit: Official;
  /** Figures are whole numbers of 10^-decimals of the unit; 0 where nothing is said. A percentage may be printed with fewer digits. */
  readonly decimals?: number;
  readonly max?: Printed;
  /** The only figures a line may hold: 0, 1 and 2. */
  readonly allowed?: readonly Printed[];
  /** Lines are marked with this instead of counted: "x" is one, a blank none. Rows that close the table count the marks. */
  readonly mark?: Official;
}

/** A cell that says one of these words, as "Xuất sắc"; a day; or a share as a fraction, "951/1.652", of the figures beside it. */
export type ColumnKind = "ordinal" | "label" | "text" | "date" | "code" | "fraction" | FigureKind | { readonly choice: readonly Official[] };

/** Words as issued, with the other words seen for the same thing. */
export interface Worded {
  readonly header: Official;
  readonly variants?: readonly Official[];
}

/** A column that holds cells. */
export interface Column extends Worded {
  /** Stable name in code: "received". */
  readonly key: string;
  /** The number printed under the header: 3 for "(3)"; forms without a numbering row have none. */
  readonly no?: number;
  readonly kind: ColumnKind;
  /** Keys of the columns it adds up, printed in the numbering row as "(3)=(4)+(5)+(6)". */
  readonly sum?: readonly string[];
  /** Keys of the columns taken away from them: what is left at the end of a period. */
  readonly less?: readonly string[];
  /** It is a quotient of two sums of columns of its row; in percent where its unit is one. */
  readonly ratio?: Quotient;
  /** Key of the column whose largest figure ranks first; equal figures share the better rank, and the next one is left out: 1, 1, 3. */
  readonly rank?: string;
  /** Id of the check that this sum, quotient or rank yields. */
  readonly sumId?: string;
  /** A layout seen without the column is still this one. */
  readonly optional?: boolean;
  /** Width when scaffolded, in characters. */
  readonly width?: number;
}

/** Keys of the columns added up above the line and below it. */
export interface Quotient {
  readonly above: readonly string[];
  readonly below: readonly string[];
}

/** A column of figures. */
export type FigureColumn = Column & { readonly kind: FigureKind };

/** A header cell that spans the columns below it. */
export interface ColumnGroup extends Worded {
  readonly children: readonly ColumnNode[];
}

export type ColumnNode = Column | ColumnGroup;

/** A line that the form gives: an indicator, a target. */
export interface Line {
  readonly key: string;
  /** As printed in the ordinal column: "7.1". */
  readonly ordinal?: Official;
  /** "" where the table names none, as a single line of shares. */
  readonly label: Official;
  readonly variants?: readonly Official[];
  /** A heading: no figures belong to it. */
  readonly heading?: boolean;
  /** What the form prints in the line's cells, by the keys of their columns. */
  readonly given?: Readonly<Record<string, Printed>>;
  /** Keys of the lines it adds up, in the columns that the foot adds up: a block of components. */
  readonly sum?: readonly string[];
  /** Keys of the columns in which nothing is asked for. */
  readonly blank?: readonly string[];
  /** Levels of units at which the line is "không áp dụng" when it holds 0 or nothing. */
  readonly notApplicableAt?: readonly Level[];
}

/** Levels of reporting units. */
export type Level = "commune" | "department" | "centre" | "district" | "province";

/** A heading under which rows stand, by every label seen for it; further headings may stand below. */
export interface Section {
  readonly labels: readonly [Official, ...Official[]];
  readonly under?: readonly Section[];
}

/**
 * The rows of a table: one for each field, unit …, in sections where it has any; one for each dossier, task …, each a record by itself;
 * or the lines the form gives.
 */
export type Rows = { readonly each: string; readonly sections?: readonly Section[] } | { readonly record: string } | { readonly lines: readonly Line[] };

/** What a row that closes a table comes to: its lines added up, their mean, their share of all lines in percent, or how many there are. */
export type FootKind = "sum" | "mean" | "share" | "count";

/** A row that closes a table, or opens it. */
export interface Foot {
  /** "sum" where nothing is said: the row for the whole table. */
  readonly how?: FootKind;
  /** As issued, then as seen elsewhere. */
  readonly labels: readonly [Official, ...Official[]];
  readonly at: "first" | "last";
  /** Keys of the columns it closes; all figures that can be where nothing is said. The bounds of a column are those of its lines. */
  readonly columns?: readonly string[];
  /** To how many decimals a mean or a share is rounded, half up; those of the column where nothing is said. */
  readonly decimals?: number;
  /** What the form prints in its other cells, by the keys of their columns: "Xếp loại: ". */
  readonly given?: Readonly<Record<string, Printed>>;
}

/** A share of two sums of figure columns, offered beside the table. Regulations differ, so its formula is always named. */
export interface Share {
  readonly id: string;
  readonly header: Official;
  /** Keys of the columns added up above and below the line. */
  readonly numerator: readonly string[];
  readonly denominator: readonly string[];
  /** Digits after the decimal comma. */
  readonly decimals: number;
}

/** One cell of a table, or every cell of a column: a column's key; or with the key of a line, "total" for the foot, and another table or form. */
export interface CellRef {
  /** Another form, by id, on whatever sheet of the workbook. */
  readonly form?: string;
  /** A table of the form, by key; the rule's own where nothing is said. */
  readonly table?: string;
  /** Key of a line, or of a foot: "total" for the sum, else how it closes the table; every line where a rule may ask for that. */
  readonly row?: string;
  readonly column: string;
}
/** A field of the head, by key. */
export interface HeadRef {
  readonly head: string;
}

/**
 * A lawful difference asks a question; answers are kept by its id. Texts hold {total}, {at}, {parts} and {gap} where figures go.
 */
export interface Gap {
  /** Id of the question: "withdrawn". */
  readonly question: string;
  /** Which differences are lawful: total above its parts, below them, or both. */
  readonly sign: "positive" | "negative" | "either";
  /** In how many of all reports some line has such a difference, 0…1. */
  readonly likelihood: number;
  /** The figures that disagree, as a clause. {0} is the total, {1} … the parts, {parts} their sum, {at} the total's cell. */
  readonly statement: Phrase;
  /** What follows on a difference of the lawful sign, and on the other. */
  readonly lawful: Phrase;
  readonly unlawful: Phrase;
  /** What is asked beside the finding, and how to answer. */
  readonly ask: Phrase;
  readonly hint: Phrase;
}

interface RuleBase {
  readonly id: string;
  readonly severity?: Severity;
  /** What must hold, as a sentence; the kind's own words where nothing is said. */
  readonly title?: Phrase;
  /** Where the rule comes from. */
  readonly basis?: Official;
}

/** Something that must hold in a table, by the kind of the check that judges it; what a column adds up is said by its `sum`. */
export type Rule = RuleBase &
  (
    | { readonly kind: "balance"; readonly total: string; readonly plus: readonly string[]; readonly gap?: Gap }
    /** As printed, of columns in every row; of lines in every column of figures where it says so. Sums of rounded figures may miss by their rounding. */
    | { readonly kind: "relation"; readonly total: string; readonly formula: Worked; readonly printed: Official; readonly along?: "lines"; readonly rounded?: true }
    | { readonly kind: "carry-over"; readonly carried: string; readonly pending: string }
    | { readonly kind: "at-most"; readonly less: string; readonly more: string }
    | { readonly kind: "target"; readonly result: string; readonly target: string | { readonly least: Printed } }
    | { readonly kind: "fraction"; readonly value: string; readonly fraction: string }
    | { readonly kind: "band"; readonly of: CellRef; readonly into: CellRef; readonly from: readonly (readonly [least: Printed, band: Official])[] }
    | { readonly kind: "adds-to"; readonly parts: readonly string[]; readonly whole: Printed | HeadRef }
    | { readonly kind: "possible-share"; readonly values: readonly string[]; readonly of: HeadRef }
    | { readonly kind: "one-of"; readonly columns: readonly string[] }
    | { readonly kind: "before"; readonly earlier: string; readonly later: string }
    | { readonly kind: "unique"; readonly column: string }
    | { readonly kind: "equal"; readonly one: CellRef; readonly other: CellRef }
    | { readonly kind: "same-share"; readonly one: CellRef; readonly form: string; readonly shares: readonly string[] }
  );

/** A table of a form: what its columns and rows are, what must hold. */
export interface TableForm {
  /** "main", "scores". Stable: places of justified cells name it. */
  readonly key: string;
  /** Printed above it: "I. Đánh giá việc giải quyết thủ tục hành chính". */
  readonly caption?: Official;
  readonly captionVariants?: readonly Official[];
  readonly columns: readonly ColumnNode[];
  readonly rows: Rows;
  /** Down the sheet; at most one of each kind. */
  readonly foot?: readonly Foot[];
  /** Says that the numbering row prints bare numbers, without what columns add up. */
  readonly numbering?: "plain";
  /** Where the columns' sums come from; the numbering row, or the words of the header, where nothing is said. */
  readonly sumBasis?: Official;
  readonly shares?: readonly Share[];
  readonly rules?: readonly Rule[];
  /** Key of the table in whose place this one may stand: another scale of the same. */
  readonly instead?: string;
}

/** A field of the head: "Số phiếu đánh giá: 103". */
export interface HeadField {
  /** Stable name; "unit" and "when" are filled in where the form is made, by who reports and on which period. */
  readonly key: string;
  readonly label: Official;
  readonly kind: FigureKind | "text";
}

/** The block above the table. */
export interface Head {
  /** Left, under the form's mark. */
  readonly left?: readonly Official[];
  /** Right: who reports, and to whom. */
  readonly right?: readonly Official[];
  /** Right-aligned above the table. */
  readonly unitOfMeasure?: Official;
  readonly fields?: readonly HeadField[];
}

/** What a cell, a column's total, a row's cell, or the rows of a form count, in the words of the vocabulary. */
export type Binding = {
  /** Id in the vocabulary: "received". */
  readonly quantity: string;
  readonly table?: string;
} & (
  | {
      /** Keys of the columns added up. */
      readonly columns: readonly string[];
      /** Key of the line it stands in, or of a foot; every row, with the total for the whole, where nothing is said. */
      readonly row?: string;
    }
  /** So many lines there are: all of them, or those that say something in a column of words. */
  | { readonly lines: "all" | { readonly column: string; readonly is: Official } }
);

/**
 * A form as issued, in one edition: what its tables are, what must hold, what is told. Data only: it survives JSON.
 * Editions of one family compete as one; the period chooses.
 */
export interface Form {
  /** Kebab-case of the mark: "ii-06a". */
  readonly id: string;
  /** The bare id of its first edition. */
  readonly family: string;
  /** "Biểu số II.06a/VPCP/KSTT"; layouts that print none have none. */
  readonly mark?: Official;
  readonly markVariants?: readonly Official[];
  readonly title: Official;
  readonly titleVariants?: readonly Official[];
  /** What its sheet is called, where the mark does not say it. */
  readonly sheetName?: Official;
  /** The instrument that issued this edition. */
  readonly basis: Official;
  /** ISO dates between which the edition is (or was) in force, as far as known. */
  readonly from: string;
  readonly to?: string;
  readonly grade: Grade;
  /** What a reader must know about the edition, shown where the basis is shown. */
  readonly note: Phrase;
  /** Levels of the units that file it; any where nothing is said. */
  readonly levels?: readonly Level[];
  /** Whether something took its place after `to` is not known: it is still made, with a warning. */
  readonly isEndUnsure?: true;
  /** Levels of units whose regular report has it among its appendices: it is made with their set. */
  readonly inSets?: readonly Level[];
  /**
   * sheet: made in memory from a table that says itself what must hold in it; only that is judged, and what its figures bear out.
   * agency: such a form, kept by an agency as its own; no reporting period is prescribed for it.
   */
  readonly origin?: "sheet" | "agency";
  /** A4; landscape where nothing is said. */
  readonly paper?: "landscape" | "portrait";
  readonly head?: Head;
  readonly tables: readonly [TableForm, ...TableForm[]];
  readonly quantities?: readonly Binding[];
  /** Ids of the paragraphs it feeds. */
  readonly paragraphs?: readonly string[];
  /** Who signs at the left and at the right; as official forms usually have it where nothing is said, nobody where empty. */
  readonly signatures?: readonly Official[];
}

export const isGroup = (node: ColumnNode): node is ColumnGroup => "children" in node;

/** The columns that hold cells, left to right. */
export function leafColumns(nodes: readonly ColumnNode[]): readonly Column[] {
  return nodes.flatMap((node) => (isGroup(node) ? leafColumns(node.children) : [node]));
}

export const isFigureColumn = (column: Column): column is FigureColumn => typeof column.kind === "object" && "unit" in column.kind;

/** The columns that hold figures, left to right. */
export const figureColumns = (nodes: readonly ColumnNode[]): readonly FigureColumn[] => leafColumns(nodes).filter(isFigureColumn);

/** The keys of the lines that a total adds up: no headings, none that stands in the sum of another, none in which nothing is asked for. */
export function linesOfTotal(lines: readonly Line[]): readonly string[] {
  const summed = new Set(lines.flatMap(({ sum = [] }) => sum));
  return lines.filter(({ key, heading, blank }) => !heading && !blank && !summed.has(key)).map(({ key }) => key);
}

/** The row for the whole table, where the form has one. */
export const totalFoot = ({ foot = [] }: Pick<TableForm, "foot">): Foot | undefined => foot.find(({ how = "sum" }) => how === "sum");

/** What a foot's row is called where cells are named: "total" for the sum, else how it closes the table. */
export const footKey = ({ how = "sum" }: Foot): string => (how === "sum" ? "total" : how);

/** Whether feet of two kinds are one row: a sum of ballots beside means of points. */
export const shareRow = (one: Foot, other: Foot): boolean => one.labels[0] === other.labels[0];

/** Whether what a column holds can be added up down its rows: no quotient can, and no rank. */
const isAdditive = ({ ratio, rank }: Column): boolean => ratio === undefined && rank === undefined;

/** Keys of the columns that a foot closes; of those that add up others down the rows, where there is no such foot. */
export const footColumns = ({ columns }: Pick<TableForm, "columns">, foot?: Foot): readonly string[] =>
  foot?.columns ?? figureColumns(columns).filter(isAdditive).map(({ key }) => key);

/** What people call the form: its mark, or its title where it has none. */
export const formName = ({ mark, title }: Pick<Form, "mark" | "title">): Official => mark ?? title;

/** Whether an edition was in force on a day, "2024-06-14". */
export const isInForce = ({ from, to = "9999-12-31" }: Pick<Form, "from" | "to">, day: string): boolean => from <= day && day <= to;
