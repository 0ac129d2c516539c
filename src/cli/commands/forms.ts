import { formName, isFigureColumn, isGroup, leafColumns, type Column, type ColumnNode, type Form, type TableForm } from "../../core/form/Form";
import { numberingMark } from "../../core/form/numberingMark";
import { ruleCatalogue } from "../../core/checks/ruleCatalogue";
import { decimalsOf } from "../../core/figures/readFigure";
import { FORMS } from "../../forms/forms";
import { toCatalogueDocx } from "../../word/docx";
import { outputOf, type Command } from "../Command";
import { OutputFile } from "../OutputFile";

/** The columns that hold cells, each with the header words from the top down to it. */
function withPaths(nodes: readonly ColumnNode[], above: readonly string[] = []): readonly (readonly [column: Column, path: readonly string[]])[] {
  return nodes.flatMap((node) => {
    const path = [...above, node.header];
    return isGroup(node) ? withPaths(node.children, path) : [[node, path] as const];
  });
}

function jsonColumn(column: Column, header: readonly string[], columns: readonly Column[]) {
  const { no, key, kind, sum } = column;
  const figures = isFigureColumn(column) ? { kind: "figure", unit: column.kind.unit, decimals: decimalsOf(column) } : { kind: typeof kind === "string" ? kind : "choice" };
  return { ...(no === undefined ? {} : { no }), key, header, ...figures, ...(sum && no !== undefined ? { formula: numberingMark(column, columns) } : {}) };
}

function jsonTable({ key, caption, columns: nodes, rows }: TableForm) {
  const columns = leafColumns(nodes);
  return {
    key,
    ...(caption === undefined ? {} : { caption }),
    columns: withPaths(nodes).map(([column, path]) => jsonColumn(column, path, columns)),
    rows: "lines" in rows ? rows.lines.map(({ key: line, ordinal, label, given }) => ({ key: line, ...(ordinal === undefined ? {} : { ordinal }), label, ...(given ? { given } : {}) })) : [],
  };
}

function jsonForm(form: Form) {
  const { id, family, mark, title, basis, from, to = null, grade, tables } = form;
  return { id, family, ...(mark === undefined ? {} : { mark }), title, basis, from, to, grade, tables: tables.map(jsonTable) };
}

/** Lists the forms it knows, or writes what is checked in them, to be published. */
export const forms: Command = {
  name: "forms",
  usage: "forms [--json] [--catalogue -o file.docx]",
  async run(line, terminal) {
    const { options } = line;
    if (options.catalogue) {
      const output = await OutputFile.at(outputOf(line));
      await output.write(await toCatalogueDocx(ruleCatalogue(FORMS, terminal.language)));
    } else if (options.json) terminal.out(JSON.stringify(FORMS.map(jsonForm), null, 2));
    else for (const form of FORMS) terminal.out(`${form.id}  ${formName(form)}  ${form.basis}\n    ${form.note[terminal.language]}`);
    return 0;
  },
};
