import { formName, type Form, type TableForm } from "../form/Form";
import type { Candidate, Chosen, Recognition, Recognise } from "../form/recognise";
import { sayDoubt } from "../form/sayDoubt";
import type { Rectangle } from "../sheet/Address";
import { FormulaGraph } from "../sheet/FormulaGraph";
import type { Sheet } from "../sheet/Sheet";
import type { Steps } from "../steps";
import type { Official, Phrase } from "../words/Phrase";
import { bindTable } from "./bindTable";
import { readTablesInSteps } from "../table/readTables";
import { answerKey, numbered } from "./rowNames";
import type { RowsTold } from "./rowsTold";
import type { Table } from "./Table";
import type { TableAsRead } from "../table/TableAsRead";

/** A table of a sheet, and what it was recognised as. */
export interface Seen {
  readonly read: TableAsRead;
  readonly is: Recognition;
}

/** A table that may be one of a few forms: somebody has to say which. */
export interface OpenQuestion {
  readonly range: Rectangle;
  readonly why: Phrase;
  /** Most likely first. */
  readonly candidates: readonly { readonly form: string; readonly name: Official }[];
}

/** What was found on a sheet: tables, those that have to be asked for, or why there is none of either. A sheet without content has nothing. */
export interface Located {
  readonly tables: readonly Table[];
  readonly questions: readonly OpenQuestion[];
  /** Where there is no table: the first of the questions, or what else is to be said. */
  readonly why?: Phrase;
}

/** Reads every table of a sheet, and tells which form each is; no form is needed yet. */
export function* seeTables(sheet: Sheet, recognise: Recognise, chosen?: Chosen): Steps<readonly Seen[]> {
  const read = yield* readTablesInSteps(sheet);
  const recognised = recognise(read, chosen);
  return read.map((each, index) => ({ read: each, is: recognised[index]! }));
}

/** The ids of the forms that are needed to go on. */
export function formsNeeded(seen: readonly Seen[]): readonly string[] {
  return [...new Set(seen.flatMap(({ is }) => (is.kind === "form" ? [is.form] : is.kind === "question" ? is.candidates.map(({ form }) => form) : [])))];
}

const NONE: Phrase = {
  vi: "Không thấy biểu mẫu nào đã biết trên trang tính này.",
  en: "No known form was found on this sheet.",
};

const sayEmpty = (form: Form): Phrase => ({
  vi: `Đã thấy phần đầu ${formName(form)} nhưng bên dưới chưa có dòng số liệu nào. Hãy nhập hoặc dán số liệu rồi kiểm tra lại.`,
  en: `The header of ${formName(form)} is here, but no row of figures below it. Type or paste the figures and check again.`,
});

/** A report has one head: what follows under it is of the same unit and period. The same table again is another report. */
function withHead(table: Table, before: Table | undefined): Table {
  if (!before || before.layout === table.layout) return table;
  const { unit, period, fields } = before;
  return { ...(unit ? { unit } : {}), ...(period ? { period } : {}), ...(fields && before.form === table.form ? { fields } : {}), ...table };
}

/** What was told of the rows of the next table of a form and key on a sheet, those before being read. */
function toldOf(told: RowsTold, sheet: string, tables: readonly Table[], form: Form, layout: TableForm): RowsTold {
  if (told.size === 0) return told;
  const nth = 1 + tables.filter((table) => table.form.id === form.id && table.layout.key === layout.key).length;
  const start = answerKey({ sheet, form, layout, nth }, "");
  return new Map([...told].flatMap(([key, runs]) => (key.startsWith(start) ? [[key.slice(start.length), runs] as const] : [])));
}

/**
 * Reads the tables seen on a sheet as those of their forms, which are given.
 * @param told Which rows add up which, as far as the reporter has said: by `answerKey`.
 */
export function* bindTables(
  sheet: Sheet,
  seen: readonly Seen[],
  forms: readonly Form[],
  graph = new FormulaGraph(sheet),
  told: RowsTold = new Map(),
): Steps<Located> {
  const tables: Table[] = [];
  let before: Table | undefined;
  const questions: OpenQuestion[] = [];
  let empty: Form | undefined;
  const formOf = (candidate: Candidate): Form => forms.find(({ id }) => id === candidate.form)!;
  for (const { read, is } of seen) {
    if (is.kind === "question") {
      const candidates = is.candidates.map((each) => ({ form: each.form, name: formName(formOf(each)) }));
      questions.push({ range: read.range, why: sayDoubt(read, is, forms), candidates });
    }
    if (is.kind !== "form") continue;
    const form = formOf(is);
    const layout = form.tables.find(({ key }) => key === is.table)!;
    const bound = yield* bindTable(read, form, layout, is.columns, { sheet, graph, told: toldOf(told, sheet.name, tables, form, layout) });
    const table = withHead(sheet.hiddenRows?.size ? { ...bound, hiddenRows: sheet.hiddenRows } : bound, before);
    before = table;
    if (table.rows.some(({ kind }) => kind === "line" || kind === "subtotal")) tables.push(table);
    else empty ??= form;
  }
  if (tables.length > 0 || sheet.rows.size === 0) return { tables: numbered(tables), questions };
  return { tables, questions, why: questions[0]?.why ?? (empty ? sayEmpty(empty) : NONE) };
}
