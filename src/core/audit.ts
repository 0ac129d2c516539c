import type { Answers, CheckContext } from "./checks/Check";
import type { checksOf } from "./checks/checksOf";
import { addUp, judge, type Counts } from "./checks/judge";
import { cellsOf, describedTables } from "./described/describedTables";
import type { SaidRelations } from "./described/TableDescription";
import { sheetFindings, type SheetAudit } from "./described/sheetFindings";
import type { Finding } from "./findings/Finding";
import { acrossTables } from "./findings/acrossTables";
import { BROKEN_CHECK, brokenFinding, sayBroken } from "./findings/brokenFinding";
import { findings } from "./findings/findings";
import type { Form } from "./form/Form";
import { readReportInfo, type ReadInfo } from "./head/ReportInfo";
import type { FormIndex } from "./form/FormIndex";
import type { Chosen, Recognise } from "./form/recognise";
import { isUnfilled } from "./figures/isUnfilled";
import { positionKey } from "./sheet/Address";
import { FormulaGraph } from "./sheet/FormulaGraph";
import { recalculateInSteps } from "./sheet/recalculate";
import { proseOn, sheetSource } from "./stated/paragraphsOf";
import type { Vocabulary } from "./quantities/Vocabulary";
import { statedFiguresInSteps } from "./stated/statedFigures";
import { testimoniesOn } from "./stated/statementsOf";
import type { StatedText, WrittenText } from "./stated/StatedFigure";
import type { Sheet } from "./sheet/Sheet";
import { SILENT, Stopped, type Progress } from "./sheet/WorkbookPort";
import { bindTables, formsNeeded, seeTables, type OpenQuestion, type Seen } from "./figures/locate";
import type { Renames } from "./figures/renames";
import type { RowsTold } from "./figures/rowsTold";
import { numbered } from "./figures/rowNames";
import { paced, type Rest, type Steps } from "./steps";
import type { Table } from "./figures/Table";
import { both, type Language, type Phrase } from "./words/Phrase";
import { formatCount } from "./words/decimal";

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
  /** Nobody has filled it in yet: nothing was judged. */
  readonly isEmpty?: true;
}

/** A sheet with content in which no known form was found, or a table of one that may be one of a few. */
export interface Unrecognised {
  readonly sheet: string;
  readonly why: Phrase;
  /** The table to be asked for. */
  readonly question?: OpenQuestion;
}

/** A written text, and what of it could be held against the tables. */
export interface TextAudit {
  readonly source: Phrase;
  /** How many counts it was understood to state. */
  readonly read: number;
  /** How many of them are of cells of a table. */
  readonly compared: number;
  /** That, in words. */
  readonly said: Phrase;
}

export interface Audit {
  readonly tables: readonly TableAudit[];
  /** Sheets without any of them, by what their formulas say of one another. */
  readonly sheets: readonly SheetAudit[];
  readonly unrecognised: readonly Unrecognised[];
  /** What a sheet says for all forms: who reports on what. */
  readonly info?: ReadInfo;
  /** The texts given, then sheets of the workbook that state figures of a table. */
  readonly texts: readonly TextAudit[];
}

/** What the core is told of from outside: it knows no form, and no quantity, by itself. */
export interface Library {
  readonly recognise: Recognise;
  /** What recognition knows of its forms. */
  readonly index: FormIndex;
  /** Gives a form by an id that recognition named. */
  load(id: string): Promise<Form> | Form;
  readonly checksOf: typeof checksOf;
  readonly vocabulary: Vocabulary;
}

export interface AuditOptions {
  readonly progress?: Progress;
  /** Lets the host breathe; asked after every step. */
  readonly rest?: Rest;
  /** Starts a clock for finding the guilty cells of a table; what it gives back says whether time is up. Without one only the limit of the search holds. */
  readonly startClock?: () => () => boolean;
  /** Answers to questions asked by earlier findings. */
  readonly answers?: Answers;
  /** Which rows add up which, where the user was asked: by `answerKey`. */
  readonly told?: RowsTold;
  /** The forms that the user says tables are. */
  readonly chosen?: Chosen;
  /** What the reporter said of relations that tables print. */
  readonly relations?: SaidRelations;
  /** What rows were called in an earlier report, where the reporter has said so: by `renameKey`. */
  readonly renamed?: Renames;
  /** Tables of other workbooks that these are held against, as `CheckContext` has them; they are not judged themselves. */
  readonly former?: readonly Table[];
  readonly units?: readonly Table[];
  /** Written reports to be held against the tables, besides what sheets of the workbook say. */
  readonly texts?: readonly WrittenText[];
}

const NO_REST: Rest = () => undefined;

function* seen(sheet: Sheet, formulas: FormulaGraph, recognise: Recognise, chosen: Chosen | undefined): Steps<readonly Seen[]> {
  return yield* seeTables(yield* recalculateInSteps(sheet, "uncalculated", formulas), recognise, chosen);
}

/** What no form claims of a sheet, by what it says itself; where forms claim the rest only tables that print relations do. */
function* describedOn(sheet: Sheet, onSheet: readonly Seen[], isClaimed: boolean, formulas: FormulaGraph, { chosen, relations, told }: AuditOptions): Steps<readonly Table[]> {
  // Of a table somebody said what it is, or that it is nothing.
  const unclaimed = onSheet.filter(({ is, read }) => is.kind === "unknown" && chosen?.(read) === undefined).map(({ read }) => read);
  const described = yield* describedTables(sheet, unclaimed, formulas, { relations, told });
  return numbered(described.flatMap(({ table, description }) => (table && !(isClaimed && description.relations.length === 0) ? [table] : [])));
}

/** A text that could not be read, because something unexpected came in between. */
interface Unread {
  readonly source: Phrase;
  readonly error: unknown;
}

/** What the texts given, and the sheets, state of the tables' figures. */
async function textsRead(given: readonly WrittenText[], sheets: readonly Sheet[], tables: readonly Table[], vocabulary: Vocabulary, run: Run): Promise<readonly (StatedText | Unread)[]> {
  const texts: (StatedText | Unread)[] = [];
  for (const { text, source } of given) {
    const figures = await attempt(() => run(statedFiguresInSteps(text, vocabulary)));
    texts.push("error" in figures ? { source, error: figures.error } : { source, vocabulary, figures: figures.done });
  }
  for (const sheet of tables.length > 0 ? sheets : []) {
    const read = await attempt(async () => {
      const prose = await run(proseOn(sheet, tables.filter((table) => table.sheet === sheet.name)));
      return prose && { source: prose.source, vocabulary, figures: await run(statedFiguresInSteps(prose.text, vocabulary)) };
    });
    if ("error" in read) texts.push({ source: sheetSource(sheet.name), error: read.error });
    else if (read.done && read.done.figures.length > 0) texts.push(read.done);
  }
  return texts;
}

/** What became of each text; `read` are those of them that could be. */
async function textsHeard(texts: readonly (StatedText | Unread)[], read: readonly StatedText[], tables: readonly Table[], run: Run): Promise<readonly TextAudit[]> {
  const heard = await attempt(async () => {
    const compared = new Map(read.map((text) => [text, 0]));
    for (const table of tables) {
      for (const { text, statements } of await run(testimoniesOn(table, tables, read))) compared.set(text, compared.get(text)! + statements.length);
    }
    return compared;
  });
  return texts.map((text) => {
    if ("error" in text) return sayTextBroken(text);
    return "error" in heard ? sayTextBroken({ source: text.source, error: heard.error }) : sayTextRead(text, heard.done.get(text)!);
  });
}

const sayTextBroken = ({ source, error }: Unread): TextAudit => ({
  source,
  read: 0,
  compared: 0,
  said: both((language) => `${language === "vi" ? "Lời văn" : "The text"} (${source[language]}): ${sayBroken(error)[language]}`),
});

/** Runs work in steps, resting in between. */
type Run = <Result>(steps: Steps<Result>) => Promise<Result>;

/** Does one part of the work. What it meets unexpectedly spoils that part alone. Throws `Stopped` when told to stop. */
async function attempt<Result>(work: () => Promise<Result>): Promise<{ readonly done: Result } | { readonly error: unknown }> {
  try {
    return { done: await work() };
  } catch (error) {
    if (error instanceof Stopped) throw error;
    return { error };
  }
}

/** What finding the cells at fault is called where it breaks down. */
const FINDING: Phrase = { vi: "Xác định ô sai từ các kiểm tra không đạt", en: "The cells at fault are found from the checks that failed" };

/** Judges one table. */
async function auditTable(table: Table, checks: () => ReturnType<Library["checksOf"]>, context: CheckContext, run: Run, { progress = SILENT, rest = NO_REST, startClock }: AuditOptions): Promise<TableAudit> {
  const judged = await attempt(async () => judge(checks(), table, context, progress, rest));
  const outcomes = "error" in judged ? [] : judged.done.map(({ check, counts }): CheckOutcome => ({ check: check.id, title: check.title, counts }));
  const found = "error" in judged ? judged : await attempt(() => run(findings(judged.done, table, startClock ? { ...context, isOver: startClock() } : context)));
  if ("error" in found) outcomes.push({ check: BROKEN_CHECK, title: FINDING, counts: { ...addUp([]), broken: 1 } });
  const broken = outcomes.filter(({ counts }) => counts.broken > 0).map(({ title }) => title);
  const error = "error" in found ? found.error : "error" in judged ? judged.error : judged.done.find((each) => "error" in each)?.error;
  return {
    table,
    outcomes,
    counts: addUp(outcomes.map(({ counts }) => counts)),
    findings: [...("error" in found ? [] : found.done), ...(broken.length > 0 ? [brokenFinding(table, broken, error)] : [])],
  };
}

/**
 * The work: sheets → tables → checks → findings. Pure: nothing is written. What meets the unexpected on one sheet, table or text is told of
 * that one, and the others are judged all the same. Throws `Stopped` when told to stop.
 */
export async function audit(sheets: readonly Sheet[], { recognise, load, checksOf, vocabulary }: Library, options: AuditOptions = {}): Promise<Audit> {
  const { progress = SILENT, rest = NO_REST, answers = new Map(), chosen, told, texts: given = [], former = [], units = [], renamed = new Map() } = options;
  const found: Table[] = [];
  const unrecognised: Unrecognised[] = [];
  const unclaimed: SheetAudit[] = [];
  const formulas = new Map<string, FormulaGraph>();
  for (const sheet of sheets) formulas.set(sheet.name, new FormulaGraph(sheet, formulas));
  const info = readReportInfo(sheets);
  const run: Run = (steps) => paced(steps, rest, progress);
  for (const sheet of sheets) {
    if (sheet.name === info?.source.sheet) continue;
    const onSheet = await attempt(async () => {
      const met = await run(seen(sheet, formulas.get(sheet.name)!, recognise, chosen));
      const needed = await Promise.all(formsNeeded(met).map((id) => load(id)));
      const { tables, questions, why } = await run(bindTables(sheet, met, needed, formulas.get(sheet.name), told));
      found.push(...tables);
      unrecognised.push(...questions.map((question) => ({ sheet: sheet.name, why: question.why, question })));
      const isClaimed = why === undefined || questions.length > 0;
      const described = await run(describedOn(sheet, met, isClaimed, formulas.get(sheet.name)!, options));
      found.push(...described);
      if (isClaimed) return undefined;
      if (described.length === 0) unrecognised.push({ sheet: sheet.name, why });
      return run(sheetFindings(sheet, formulas.get(sheet.name)!));
    });
    if ("error" in onSheet) unrecognised.push({ sheet: sheet.name, why: sayBroken(onSheet.error) });
    else if (onSheet.done) unclaimed.push(onSheet.done);
    await rest();
    if (progress.stopped) throw new Stopped();
  }
  const texts = await textsRead(given, sheets, found, vocabulary, run);
  const read = texts.filter((text): text is StatedText => !("error" in text));
  const context: CheckContext = { tables: found, former, units, renamed, answers, formulas, sheets: new Map(sheets.map((sheet) => [sheet.name, sheet])), texts: read, vocabulary, ...(info ? { info } : {}) };
  const tables: TableAudit[] = [];
  for (const table of found) {
    if (isUnfilled(table)) tables.push({ table, outcomes: [], counts: addUp([]), findings: [], isEmpty: true });
    else tables.push(await auditTable(table, () => checksOf(table), context, run, options));
  }
  const heard = await textsHeard(texts, read, found, run);
  // A sheet whose text was read is no sheet that nobody understood.
  const known = new Set(heard.filter((text) => text.compared > 0).map(({ source }) => source.vi));
  return { tables: acrossTables(tables), sheets: unclaimed.map((odd) => withoutTold(odd, tables)), unrecognised: unrecognised.filter(({ sheet }) => !known.has(sheetSource(sheet).vi)), texts: heard, ...(info ? { info } : {}) };
}

/** What formulas say of one another, without the cells that a table's own figures tell of: one cause is one finding. */
function withoutTold(odd: SheetAudit, tables: readonly TableAudit[]): SheetAudit {
  const told = cellsOf(tables.filter(({ table }) => table.sheet === odd.sheet).flatMap(({ findings: own }) => own));
  const left = odd.findings.filter(({ cells: [first] }) => !told.has(positionKey(first)));
  return left.length === odd.findings.length ? odd : { ...odd, findings: left };
}

/** What came of a text: that nothing was compared must not be taken for agreement. */
export function sayTextRead({ source, figures }: StatedText, compared: number): TextAudit {
  const read = figures.length;
  const said = (language: Language): string => {
    const [all, some] = [formatCount(read, language), formatCount(compared, language)];
    if (language === "vi") {
      if (read === 0) return "không đọc được số hồ sơ nào để đối chiếu.";
      return `đọc được ${all} số hồ sơ, ${compared === 0 ? "không số nào cùng kỳ và cùng phạm vi với bảng" : `đã đối chiếu ${some} số với bảng`}.`;
    }
    if (read === 0) return "no count of files in it could be read.";
    return `${all} counts of files were read, ${compared === 0 ? "none of them of the table's period and whole" : `${some} of them held against the table`}.`;
  };
  return { source, read, compared, said: both((language) => `${language === "vi" ? "Lời văn" : "The text"} (${source[language]}): ${said(language)}`) };
}
