import { formName, type Form, type TableForm } from "../form/Form";
import { plainText, type Cell } from "../sheet/Cell";
import { fold } from "../sheet/fold";
import type { Sheet } from "../sheet/Sheet";
import { finish, type Steps } from "../steps";
import type { Phrase } from "../words/Phrase";
import { findHeaders, type Header } from "./Header";
import { parsePeriod } from "../words/Period";
import { readBody } from "./readBody";
import type { PercentageColumn, PrintedPeriod, Table, TableRow } from "./Table";

/** What was found on a sheet: tables, or why there is none. A sheet without content has neither. */
export interface Located {
  readonly tables: readonly Table[];
  readonly why?: Phrase;
}

/** The head of a form, from its mark to the line with the unit of measure, is not longer than this. */
const MOST_HEAD_ROWS = 30;

/** Words that begin the name of a reporting unit. */
const UNIT = /^(ubnd|uy ban|van phong|so |phong |trung tam|ban |chi cuc|cuc )/;

interface Head {
  readonly period?: PrintedPeriod;
  readonly unit?: string;
}

/** Reads what stands above a header, down from the row after `from`. */
function readHead(sheet: Sheet, from: number, header: Header): Head {
  let period: PrintedPeriod | undefined;
  let unit: string | undefined;
  for (let row = Math.max(from + 1, header.first - MOST_HEAD_ROWS); row < header.first; row++) {
    sheet.rows.get(row)?.forEach((cell, column) => {
      if (cell?.value.kind !== "text") return;
      const text = plainText(cell.value);
      const parsed = parsePeriod(text);
      // Lines such as "Ban hành theo Thông tư … ngày 21/10/2020" hold a date, but not two.
      if (parsed) period ??= { period: parsed, at: { row, column }, text };
      const named = /đơn vị báo cáo\s*:\s*([^\n+-][^\n]*)/iu.exec(text.normalize("NFC"))?.[1]?.trim();
      if (named) unit ??= named;
      else if (text.length < 80 && UNIT.test(fold(text)) && text === text.toLocaleUpperCase("vi")) unit ??= text.trim();
    });
  }
  return { ...(period ? { period } : {}), ...(unit ? { unit } : {}) };
}

function* cellsOf(sheet: Sheet, column: number, rows: readonly TableRow[]): Steps<ReadonlyMap<number, Cell>> {
  const cells = new Map<number, Cell>();
  for (const { row } of rows) {
    yield;
    const cell = sheet.rows.get(row)?.[column];
    if (cell) cells.set(row, cell);
  }
  return cells;
}

function* tablesOf(sheet: Sheet, form: Form, layout: TableForm, headers: readonly Header[]): Steps<readonly Table[]> {
  const tables: Table[] = [];
  let ended = -1;
  for (const header of headers) {
    if (header.first <= ended) continue;
    const body = yield* readBody(sheet, layout, header, headers);
    const columns = header.counts.map(({ at }) => at);
    const left = Math.min(header.ordinalColumn ?? header.labelColumn, header.labelColumn);
    const percentages: PercentageColumn[] = [];
    for (const heading of header.percentages) percentages.push({ ...heading, cells: yield* cellsOf(sheet, heading.at, body.rows) });
    if (body.rows.some(({ kind }) => kind === "line" || kind === "subtotal")) {
      tables.push({
        form,
        layout,
        texts: [],
        sheet: sheet.name,
        range: { top: header.first, left, bottom: body.last, right: Math.max(...columns) },
        headerRows: [header.first, header.last],
        ...(header.numberingRow === undefined ? {} : { numberingRow: header.numberingRow }),
        columns: header.counts,
        ...(header.ordinalColumn === undefined ? {} : { ordinalColumn: header.ordinalColumn }),
        labelColumn: header.labelColumn,
        percentages,
        rows: body.rows,
        ...readHead(sheet, ended, header),
      });
    }
    ended = body.last;
  }
  return tables;
}

function whyNone(form: Form | undefined, lookalike: Form | undefined): Phrase {
  if (form) {
    return {
      vi: `Đã thấy phần đầu ${formName(form)} nhưng bên dưới chưa có dòng số liệu nào. Hãy nhập hoặc dán số liệu rồi kiểm tra lại.`,
      en: `The header of ${formName(form)} is here, but no row of figures below it. Type or paste the figures and check again.`,
    };
  }
  if (lookalike) {
    return {
      vi: `Có bảng gần giống ${formName(lookalike)} nhưng số cột hoặc tên cột khác mẫu nên không kiểm tra. Hãy đối chiếu phần đầu bảng với mẫu.`,
      en: `A table resembles ${formName(lookalike)}, but its columns differ from the form, so it was not checked. Compare its header with the form.`,
    };
  }
  return {
    vi: "Không thấy biểu mẫu nào đã biết trên trang tính này.",
    en: "No known form was found on this sheet.",
  };
}

/** Finds every table of the known forms on a sheet: by header words and their order, never by fixed addresses. */
export const locate = (sheet: Sheet, forms: readonly Form[]): Located => finish(locateInSteps(sheet, forms));

/** The same, in steps. */
export function* locateInSteps(sheet: Sheet, forms: readonly Form[]): Steps<Located> {
  if (sheet.rows.size === 0) return { tables: [] };
  let empty: Form | undefined;
  let lookalike: Form | undefined;
  for (const form of forms) {
    const [layout] = form.tables;
    const { headers, lookalikes } = yield* findHeaders(sheet, layout);
    const tables = yield* tablesOf(sheet, form, layout, headers);
    if (tables.length > 0) return { tables };
    if (headers.length > 0) empty ??= form;
    else if (lookalikes > 0) lookalike ??= form;
  }
  return { tables: [], why: whyNone(empty, lookalike) };
}
