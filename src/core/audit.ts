import type { Answers, CheckContext } from "./checks/Check";
import type { checksOf } from "./checks/checksOf";
import { addUp, judge, type Counts } from "./checks/judge";
import { cellsOf, describedTables } from "./described/describedTables";
import type { SaidRelations } from "./described/TableDescription";
import { sheetFindings, type SheetAudit } from "./described/sheetFindings";
import type { Finding } from "./findings/Finding";
import { acrossTables } from "./findings/acrossTables";
import { findings } from "./findings/findings";
import type { Form } from "./form/Form";
import { readReportInfo, type ReadInfo } from "./head/ReportInfo";
import type { FormIndex } from "./form/FormIndex";
import type { Chosen, Recognise } from "./form/recognise";
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
  /** The forms that the user says tables are. */
  readonly chosen?: Chosen;
  /** What the reporter said of relations that tables print. */
  readonly relations?: SaidRelations;
  /** Written reports to be held against the tables, besides what sheets of the workbook say. */
  readonly texts?: readonly WrittenText[];
}

const NO_REST: Rest = () => undefined;

function* seen(sheet: Sheet, formulas: FormulaGraph, recognise: Recognise, chosen: Chosen | undefined): Steps<readonly Seen[]> {
  return yield* seeTables(yield* recalculateInSteps(sheet, "uncalculated", formulas), recognise, chosen);
}

/** What no form claims of a sheet, by what it says itself; where forms claim the rest only tables that print relations do. */
function* describedOn(sheet: Sheet, onSheet: readonly Seen[], isClaimed: boolean, formulas: FormulaGraph, { chosen, relations }: AuditOptions): Steps<readonly Table[]> {
  // Of a table somebody said what it is, or that it is nothing.
  const unclaimed = onSheet.filter(({ is, read }) => is.kind === "unknown" && chosen?.(read) === undefined).map(({ read }) => read);
  const described = yield* describedTables(sheet, unclaimed, formulas, relations);
  return numbered(described.flatMap(({ table, description }) => (table && !(isClaimed && description.relations.length === 0) ? [table] : [])));
}

/** What the texts given, and the sheets, state of the tables' figures. */
function* textsRead(given: readonly WrittenText[], sheets: readonly Sheet[], tables: readonly Table[], vocabulary: Vocabulary): Steps<readonly StatedText[]> {
  const texts: StatedText[] = [];
  for (const { text, source } of given) texts.push({ source, vocabulary, figures: yield* statedFiguresInSteps(text, vocabulary) });
  for (const sheet of tables.length > 0 ? sheets : []) {
    const prose = yield* proseOn(sheet, tables.filter((table) => table.sheet === sheet.name));
    const figures = prose ? yield* statedFiguresInSteps(prose.text, vocabulary) : [];
    if (prose && figures.length > 0) texts.push({ source: prose.source, vocabulary, figures });
  }
  return texts;
}

/** What became of each text. */
function* textsHeard(texts: readonly StatedText[], tables: readonly Table[]): Steps<readonly TextAudit[]> {
  const compared = new Map(texts.map((text) => [text, 0]));
  for (const table of tables) {
    for (const { text, statements } of yield* testimoniesOn(table, tables, texts)) compared.set(text, compared.get(text)! + statements.length);
  }
  return [...compared].map(([text, count]) => sayTextRead(text, count));
}

/** The work: sheets → tables → checks → findings. Pure: nothing is written. Throws `Stopped` when told to stop. */
export async function audit(sheets: readonly Sheet[], { recognise, load, checksOf, vocabulary }: Library, options: AuditOptions = {}): Promise<Audit> {
  const { progress = SILENT, rest = NO_REST, answers = new Map(), startClock, chosen, texts: given = [] } = options;
  const found: Table[] = [];
  const unrecognised: Unrecognised[] = [];
  const unclaimed: SheetAudit[] = [];
  const formulas = new Map<string, FormulaGraph>();
  for (const sheet of sheets) formulas.set(sheet.name, new FormulaGraph(sheet, formulas));
  const info = readReportInfo(sheets);
  for (const sheet of sheets) {
    if (sheet.name === info?.source.sheet) continue;
    const onSheet = await paced(seen(sheet, formulas.get(sheet.name)!, recognise, chosen), rest, progress);
    const needed = await Promise.all(formsNeeded(onSheet).map((id) => load(id)));
    const { tables, questions, why } = await paced(bindTables(sheet, onSheet, needed, formulas.get(sheet.name)), rest, progress);
    found.push(...tables);
    unrecognised.push(...questions.map((question) => ({ sheet: sheet.name, why: question.why, question })));
    const isClaimed = why === undefined || questions.length > 0;
    const described = await paced(describedOn(sheet, onSheet, isClaimed, formulas.get(sheet.name)!, options), rest, progress);
    found.push(...described);
    if (!isClaimed) {
      if (described.length === 0) unrecognised.push({ sheet: sheet.name, why });
      const odd = await paced(sheetFindings(sheet, formulas.get(sheet.name)!), rest, progress);
      if (odd) unclaimed.push(odd);
    }
    await rest();
    if (progress.stopped) throw new Stopped();
  }
  const texts = await paced(textsRead(given, sheets, found, vocabulary), rest, progress);
  const context: CheckContext = { tables: found, answers, formulas, sheets: new Map(sheets.map((sheet) => [sheet.name, sheet])), texts, ...(info ? { info } : {}) };
  const tables: TableAudit[] = [];
  for (const table of found) {
    const judged = await judge(checksOf(table), table, context, progress, rest);
    tables.push({
      table,
      outcomes: judged.map(({ check, counts }) => ({ check: check.id, title: check.title, counts })),
      counts: addUp(judged.map(({ counts }) => counts)),
      findings: await paced(findings(judged, table, startClock ? { ...context, isOver: startClock() } : context), rest, progress),
    });
  }
  const heard = await paced(textsHeard(texts, found), rest, progress);
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
