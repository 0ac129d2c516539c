import type { CheckContext, Question } from "./checks/Check";
import type { Finding } from "./findings/Finding";
import type { Form } from "./Form";
import type { Sheet } from "./sheet/Sheet";
import type { Progress } from "./sheet/WorkbookPort";
import type { Table } from "./table/Table";
import type { Phrase } from "./words";

/** How often a check passed, failed, could not be judged, or broke down itself. */
export interface Counts {
  readonly pass: number;
  readonly fail: number;
  readonly skip: number;
  readonly broken: number;
}

/** What came of one check of a table. */
export interface CheckOutcome {
  readonly check: string;
  readonly title: Phrase;
  readonly counts: Counts;
}

/** A table found, and what is to be said of it. */
export interface TableAudit {
  readonly table: Table;
  readonly outcomes: readonly CheckOutcome[];
  /** Over all checks. */
  readonly counts: Counts;
  /** Gravest first, then down the sheet. */
  readonly findings: readonly Finding[];
}

/** A sheet with content in which no known form was found. */
export interface Unrecognised {
  readonly sheet: string;
  readonly why: Phrase;
}

export interface Audit {
  readonly tables: readonly TableAudit[];
  readonly unrecognised: readonly Unrecognised[];
}

export interface AuditOptions {
  readonly progress?: Progress;
  /** Lets the host breathe; awaited whenever the work has run for some 50 ms. */
  readonly rest?: () => Promise<void>;
  /** Answers to questions asked by earlier findings. */
  readonly withdrawn?: CheckContext["withdrawn"];
}

export type { Question };

/** The work: sheets → tables → checks → findings. Pure: nothing is written. Throws `Stopped` when told to stop. */
export declare function audit(sheets: readonly Sheet[], forms: readonly Form[], options?: AuditOptions): Promise<Audit>;
