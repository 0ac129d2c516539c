import { formName, type Form } from "../form/Form";
import type { Sheet } from "../sheet/Sheet";
import { finish, type Steps } from "../steps";
import type { Phrase } from "../words/Phrase";
import { bindTable } from "./bindTable";
import { matchColumns } from "./matchColumns";
import { readTablesInSteps } from "./readTables";
import type { Table } from "./Table";
import type { TableAsRead } from "./TableAsRead";

/** What was found on a sheet: tables, or why there is none. A sheet without content has neither. */
export interface Located {
  readonly tables: readonly Table[];
  readonly why?: Phrase;
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

/** A table as the first form whose columns it has; a form whose columns it nearly has; or neither. */
function* asForm(read: TableAsRead, forms: readonly Form[]): Steps<{ readonly table?: Table; readonly lookalike?: Form }> {
  let lookalike: Form | undefined;
  for (const form of forms) {
    for (const layout of form.tables) {
      const found = matchColumns(read, layout);
      if (found === "differs") lookalike ??= form;
      else if (found) return { table: yield* bindTable(read, form, layout, found) };
    }
  }
  return lookalike ? { lookalike } : {};
}

/** The same, in steps. */
export function* locateInSteps(sheet: Sheet, forms: readonly Form[]): Steps<Located> {
  if (sheet.rows.size === 0) return { tables: [] };
  const tables: Table[] = [];
  let empty: Form | undefined;
  let like: Form | undefined;
  for (const read of yield* readTablesInSteps(sheet)) {
    const { table, lookalike } = yield* asForm(read, forms);
    if (table?.rows.some(({ kind }) => kind === "line" || kind === "subtotal")) tables.push(table);
    else if (table) empty ??= table.form;
    like ??= lookalike;
  }
  return tables.length > 0 ? { tables } : { tables, why: whyNone(empty, like) };
}
