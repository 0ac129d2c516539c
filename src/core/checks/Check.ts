import type { Position } from "../sheet/Address";
import type { Form, Gap, Rule, TableForm } from "../form/Form";
import type { ReportInfo } from "../head/ReportInfo";
import type { FormulaGraph } from "../sheet/FormulaGraph";
import type { Vocabulary } from "../quantities/Vocabulary";
import type { StatedText } from "../stated/StatedFigure";
import type { Content } from "../sheet/Cell";
import type { Sheet } from "../sheet/Sheet";
import type { Renames } from "../figures/renames";
import type { RowRun } from "../figures/rowsTold";
import type { Figure, Table, TableRow } from "../figures/Table";
import type { Phrase, Severity } from "../words/Phrase";
import type { Steps } from "../steps";

/** An edit offered, never made unasked. */
export interface Change {
  /** Another sheet than the finding's, where it is that one which gives way. */
  readonly sheet?: string;
  readonly at: Position;
  readonly from: Content;
  readonly to: Content;
  /** Number format that the cell takes with it, where its own would show something else. */
  readonly format?: string;
}

/** certain: nothing else explains it, borne out by independent checks. likely: the same, by one. possible: one of several, or facts are wanting. */
export type Sureness = "certain" | "likely" | "possible";

/** A way to put things right: its changes belong together. */
export interface Suggestion {
  readonly changes: readonly Change[];
  readonly sure: Sureness;
  /** How probable it is that just this happened, 0…1, where error localisation says so. */
  readonly probability?: number;
  readonly why: Phrase;
}

/** A sum: total = parts added up, less what is taken away. It must come out, but where the form asks a question about its gap. */
export interface Balance {
  readonly check: string;
  readonly total: Figure;
  readonly parts: readonly Figure[];
  /** What is taken away from the parts: with it the total makes them up. */
  readonly taken?: readonly Figure[];
  /** Where it runs down its total's column: the zero-based rows of the parts, so that of a long column not every figure is looked at. */
  readonly down?: readonly number[];
  /** What a lawful difference may be. */
  readonly gap?: Gap;
  /** It is likely, but not sure, that these are its parts: what it says is never certain. */
  readonly isUnsure?: true;
}

/** What another sheet, or a written text, states of a cell: it may be wrong itself, or right. */
export interface Fact {
  readonly figure: Figure;
  /** In units of the cell's column. */
  readonly count: number;
  /** Where it is stated. */
  readonly source: Phrase;
  /** How probable it is that it says so though the cell should hold something else, 0…1; one in a hundred where left out. */
  readonly wrong?: number;
}

/** A cell of another sheet. */
export interface OtherCell {
  readonly sheet: string;
  readonly at: Position;
}

/** What came of judging one item. Passes and skips are counted, so that silence is never taken for health. A pause is no judgement. */
export type Verdict =
  /** So many of them, once where nothing is said. */
  | { readonly kind: "pass"; readonly times?: number }
  | {
      readonly kind: "fail";
      /** The likeliest place first. */
      readonly cells: readonly [Position, ...Position[]];
      readonly phrase: Phrase;
      /** Where it is graver or lighter than the check's own. */
      readonly severity?: Severity;
      readonly suggestions?: readonly Suggestion[];
      /** Something only the reporter knows, asked for beside the finding. */
      readonly question?: Gap;
      /** Which rows a row adds up, asked for beside the finding. */
      readonly rowsAsked?: RowsAsked;
      /** Cells of other sheets that it compares with. */
      readonly others?: readonly OtherCell[];
      /** What sets this apart from the same fail of the same cells for another reason, as part of the finding's id: a justification of the one is none of the other. */
      readonly about?: string;
      /** What else it follows from: it is no finding of its own where one of these is found fault with. */
      readonly rests?: readonly Position[];
      /** The sum cells that come out wrong because of this, so that their balances need not be told again. */
      readonly spoils?: readonly Position[];
      /** What these would hold were it not for the fault of another cell: the rest is judged as if they did. Nothing is offered for them. */
      readonly asIf?: readonly Change[];
      /** The sum that does not come out; findings look for the guilty cell across all of them. */
      readonly balance?: Balance;
    }
  | { readonly kind: "skip"; readonly cells: readonly Position[]; readonly why: "blank" | "unreadable" | "nothing-to-compare" }
  /** Nothing is asked for: the line is no affair of such a unit. */
  | { readonly kind: "notApplicable" }
  /** A check that has to gather before it can judge lets the engine breathe; nothing was judged. */
  | { readonly kind: "pause" };

/** Asks which rows a row adds up. */
export interface RowsAsked {
  /** Names the row, as `answerKey` does; by it the answer is kept. */
  readonly key: string;
  readonly ask: Phrase;
  /** What may be answered: in words, and as it is kept. */
  readonly choices: readonly { readonly name: Phrase; readonly runs: readonly RowRun[] }[];
}

/** Yielded by checks between two stretches of gathering. */
export const PAUSE: Verdict = { kind: "pause" };

/** Answers to questions of forms: by the id of the question, then by `answerKey`; in units of the column asked about. */
export type Answers = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** What a check may know besides its own table. */
export interface CheckContext {
  /** Every table of the workbook, this one included. */
  readonly tables: readonly Table[];
  /** What rows were called in an earlier report, where the reporter has said so. */
  readonly renamed?: Renames;
  /** Those of workbooks of a former period. */
  readonly former?: readonly Table[];
  /** Those of the workbooks of all units that an aggregate is of. */
  readonly units?: readonly Table[];
  /** What the reporter has told, by the id of the question, then by `answerKey`. */
  readonly answers: Answers;
  /** The formulas of the sheets, by their names. */
  readonly formulas?: ReadonlyMap<string, FormulaGraph>;
  /** The sheets as read, by their names. */
  readonly sheets?: ReadonlyMap<string, Sheet>;
  /** What the workbook says for all its forms: who reports on what. */
  readonly info?: ReportInfo;
  /** What the quantities are that forms bind to cells. */
  readonly vocabulary?: Vocabulary;
  /** Written reports of the figures, as read. */
  readonly texts?: readonly StatedText[];
  /** Whether the time for finding guilty cells has run out; then the best so far is told, and that it is no more. */
  readonly isOver?: () => boolean;
}

/**
 * What findings make of a kind's fails. sum: they are traced to the cells that explain them, across all sums. fault: a cell is at fault
 * whatever the sums say, and what is offered for sure is taken as done when they are judged. typed-over: a formula was lost, which is
 * evidence when a sum fails. heard: something else states otherwise, and may bear a cause out. told: nothing but what they say.
 */
export type Role = "sum" | "fault" | "typed-over" | "heard" | "told";

/** One rule of a form. `judge` is pure and lazy: the engine may pause, or stop, between two verdicts. */
export interface Check {
  /** Stable within the form: golden files and scripts name it. */
  readonly id: string;
  readonly role: Role;
  /** False where no reason makes it right: what cannot be read, or calculated, has to be mended whatever the figure should be. */
  readonly justifiable?: false;
  /** It says how figures are written, and is about none of them in particular. */
  readonly isNotice?: true;
  readonly severity: Severity;
  /** What must hold, as a sentence. */
  readonly title: Phrase;
  judge(table: Table, context: CheckContext): Iterable<Verdict>;
  /** The sums the check is made of, satisfied or not, for error localisation. Those of an error must come out; others only usually do. */
  balances?(table: Table): Iterable<Balance>;
  /** What other tables state of this one's cells, as evidence for error localisation. */
  facts?(table: Table, context: CheckContext): Iterable<Fact>;
}

/** Work in steps within a check, which pauses at each of them. */
export function* pausing<Result>(steps: Steps<Result>): Generator<Verdict, Result> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    yield PAUSE;
  }
}

/** What is the same of all checks of a kind, one file each; the form names them. */
export type CheckKind = Omit<Check, "id">;

/** Makes the check that a form's rule asks for, with the severity of rules that say none. */
export type CheckMaker<Kind extends Rule["kind"]> = (rule: Extract<Rule, { readonly kind: Kind }>, layout: TableForm, form: Form) => CheckKind;

/** Judges row by row; nothing is said of a row that is no affair of the check. */
export const rowByRow = (judgeRow: (row: TableRow, table: Table, context: CheckContext) => Verdict | undefined): Check["judge"] =>
  function* (table, context) {
    for (const row of table.rows) {
      const verdict = judgeRow(row, table, context);
      if (verdict) yield verdict;
    }
  };

/** Judges a table as a whole; nothing is said of one that is no affair of the check. */
export const atOnce = (judgeTable: (table: Table, context: CheckContext) => Verdict | undefined): Check["judge"] =>
  function* (table, context) {
    const verdict = judgeTable(table, context);
    if (verdict) yield verdict;
  };
