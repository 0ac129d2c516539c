import type { CheckContext } from "./checks/Check";
import { addUp, judge, type Counts } from "./checks/judge";
import type { Finding } from "./findings/Finding";
import { findings } from "./findings/findings";
import type { Form } from "./Form";
import { recalculateInSteps } from "./sheet/recalculate";
import type { Sheet } from "./sheet/Sheet";
import { SILENT, Stopped, type Progress } from "./sheet/WorkbookPort";
import { locateInSteps, type Located } from "./table/locate";
import { paced, type Rest, type Steps } from "./steps";
import { derivedInSteps, hasFormulas } from "./table/derived";
import type { Table } from "./table/Table";
import type { Phrase } from "./words";

export type { Counts };

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
  /** Lets the host breathe; asked after every step. */
  readonly rest?: Rest;
  /** Starts a clock for finding the guilty cells of a table; what it gives back says whether time is up. Without one only the limit of the search holds. */
  readonly startClock?: () => () => boolean;
  /** Answers to questions asked by earlier findings, by their key. */
  readonly withdrawn?: CheckContext["withdrawn"];
}

const NO_REST: Rest = () => undefined;

function* tablesOn(sheet: Sheet, forms: readonly Form[]): Steps<Located> {
  const located = yield* locateInSteps(yield* recalculateInSteps(sheet, "uncalculated"), forms);
  // Checks of formulas ask for these, and cannot pause while they are worked out.
  for (const table of located.tables) if (hasFormulas(table)) yield* derivedInSteps(table);
  return located;
}

/** The work: sheets → tables → checks → findings. Pure: nothing is written. Throws `Stopped` when told to stop. */
export async function audit(sheets: readonly Sheet[], forms: readonly Form[], options: AuditOptions = {}): Promise<Audit> {
  const { progress = SILENT, rest = NO_REST, withdrawn = new Map(), startClock } = options;
  const found: Table[] = [];
  const unrecognised: Unrecognised[] = [];
  for (const sheet of sheets) {
    const { tables, why } = await paced(tablesOn(sheet, forms), rest, progress);
    found.push(...tables);
    if (why) unrecognised.push({ sheet: sheet.name, why });
    await rest();
    if (progress.stopped) throw new Stopped();
  }
  const context: CheckContext = { tables: found, withdrawn };
  const tables: TableAudit[] = [];
  for (const table of found) {
    const judged = await judge(table.form.checks, table, context, progress, rest);
    tables.push({
      table,
      outcomes: judged.map(({ check, counts }) => ({ check: check.id, title: check.title, counts })),
      counts: addUp(judged.map(({ counts }) => counts)),
      findings: await paced(findings(judged, table, startClock ? { ...context, isOver: startClock() } : context), rest, progress),
    });
  }
  return { tables, unrecognised };
}
