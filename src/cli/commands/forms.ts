import { leafColumns, numberingMark, type Form } from "../../core/form/Form";
import { FORMS } from "../../forms/forms";
import type { Command } from "../Command";

function jsonForm(form: Form) {
  const columns = leafColumns(form.columns);
  return {
    id: form.id,
    mark: form.mark,
    title: form.title,
    basis: form.basis,
    from: form.from,
    to: form.to ?? null,
    grade: form.grade,
    columns: columns.map((column) => ({
      no: column.no,
      header: column.header,
      kind: column.kind,
      ...(column.sum ? { formula: numberingMark(column, columns) } : {}),
    })),
  };
}

/** Lists the forms it knows. */
export const forms: Command = {
  name: "forms",
  usage: "forms [--json]",
  async run({ options }, terminal) {
    if (options.json) terminal.out(JSON.stringify(FORMS.map(jsonForm), null, 2));
    else for (const form of FORMS) terminal.out(`${form.id}  ${form.mark}  ${form.basis}\n    ${form.note[terminal.language]}`);
    return 0;
  },
};
