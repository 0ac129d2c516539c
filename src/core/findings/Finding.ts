import type { OtherCell, Suggestion } from "../checks/Check";
import type { Position } from "../sheet/Address";
import type { Phrase, Severity } from "../words/Phrase";

/** A check that failed, and in which words. */
export interface Reason {
  readonly check: string;
  readonly phrase: Phrase;
}

/** What the reporter is asked; the answer is kept by its kind and key, in units of the column asked about. */
export interface Question {
  /** Id of the form's question: "withdrawn". */
  readonly kind: string;
  /** Names the row, as `answerKey` does. */
  readonly key: string;
  readonly ask: Phrase;
  readonly hint: Phrase;
}

/** One thing to look at: one cause. The pane lists it, the workbook is marked by it, the report counts it. */
export interface Finding {
  /** From the form, the checks and the cells: the same mistake keeps its id from run to run. */
  readonly id: string;
  readonly sheet: string;
  readonly form: string;
  readonly severity: Severity;
  /** The cells to look at, likeliest first. These are marked. */
  readonly cells: readonly [Position, ...Position[]];
  /** Sums that are wrong only because they were added up from these. They are marked more faintly. */
  readonly follows?: readonly Position[];
  /** What is wrong, in one sentence. */
  readonly message: Phrase;
  /** Every check that failed because of it. */
  readonly reasons: readonly [Reason, ...Reason[]];
  /** Ways to put it right, best first; each is applied as one step. */
  readonly suggestions: readonly Suggestion[];
  /** True where the search for the guilty cells was cut short: the best so far is told, and may not be the best there is. */
  readonly isUnfinished?: boolean;
  /** Cells of other sheets that it compares with. */
  readonly others?: readonly OtherCell[];
  /** What the reporter is asked, because only they know. */
  readonly question?: Question;
}

/** A finding before it has its id, of which `about` becomes a part; `rests` are cells that it may merely follow from. */
export type Draft = Omit<Finding, "id" | "sheet" | "form"> & { readonly about?: string; readonly rests?: readonly Position[] };

/** Where findings stand in an audit. */
interface Told {
  readonly tables: readonly { readonly findings: readonly Finding[] }[];
  readonly sheets: readonly { readonly findings: readonly Finding[] }[];
}

/** All findings of an audit: table by table, then those of sheets that no form claims. */
export const allFindings = ({ tables, sheets }: Told): readonly Finding[] => [...tables, ...sheets].flatMap(({ findings }) => findings);

/** Whether any finding is an error. */
export const hasErrors = (audit: Told): boolean => allFindings(audit).some(({ severity }) => severity === "error");
