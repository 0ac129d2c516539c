import { commonRules, ownRules, type PublishedRule } from "../src/core/checks/ruleCatalogue";
import { decimalsOf } from "../src/core/figures/readFigure";
import { formName, isFigureColumn, isGroup, leafColumns, type Column, type ColumnNode, type Form, type TableForm } from "../src/core/form/Form";
import { GRADE_MEANING } from "../src/core/form/gradeMeaning";
import { numberingMark, sayRelation } from "../src/core/form/numberingMark";
import { LEVEL_NAMES } from "../src/core/head/ReportInfo";

/** Above it docs/forms.md is written by hand. */
export const WRITTEN_BELOW = "<!-- What follows is written by npm run forms. -->";

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("|", "\\|");

const depthOf = (nodes: readonly ColumnNode[]): number => Math.max(...nodes.map((node) => (isGroup(node) ? 1 + depthOf(node.children) : 1)));

/** The header cells of one row after another, as HTML; a column takes all rows that are left. */
function headerRows(nodes: readonly ColumnNode[], depth: number): readonly string[] {
  const cells = nodes.map((node) =>
    isGroup(node) ? `<th colspan="${leafColumns(node.children).length}">${escaped(node.header)}</th>` : `<th${depth > 1 ? ` rowspan="${depth}"` : ""}>${escaped(node.header)}</th>`,
  );
  const below = nodes.flatMap((node) => (isGroup(node) ? node.children : []));
  return [`<tr>${cells.join("")}</tr>`, ...(below.length > 0 ? headerRows(below, depth - 1) : [])];
}

/** The table's header as it is drawn, with the row of numbers where the form has one. */
function drawnHeader({ columns: nodes, numbering }: TableForm): readonly string[] {
  const columns = leafColumns(nodes);
  const numbers = columns.map((column) => `<td>${escaped(numberingMark(column, columns, numbering))}</td>`).join("");
  return ["<table>", ...headerRows(nodes, depthOf(nodes)), ...(columns.some(({ no }) => no !== undefined) ? [`<tr align="center">${numbers}</tr>`] : []), "</table>"];
}

/** What a column holds. */
function sayKind(column: Column): string {
  const { kind } = column;
  if (!isFigureColumn(column)) return typeof kind === "string" ? kind : `one of: ${(kind as { choice: readonly string[] }).choice.join(", ")}`;
  const { unit, max, allowed, mark } = column.kind;
  const decimals = decimalsOf(column);
  return [
    unit,
    ...(mark === undefined ? [] : [`marked with “${mark}”`]),
    ...(decimals === 0 ? [] : [`${decimals} decimal${decimals === 1 ? "" : "s"}`]),
    ...(max === undefined ? [] : [`at most ${max}`]),
    ...(allowed ? [`one of ${allowed.join(", ")}`] : []),
  ].join(", ");
}

/** How a column is worked out, if it is. */
function sayWorked(column: Column, columns: readonly Column[]): string {
  const { sum, ratio, rank } = column;
  if (sum || ratio) return sayRelation(column, columns);
  return rank === undefined ? "" : `rank by “${columns.find(({ key }) => key === rank)!.header}”`;
}

function sayRows({ rows, foot = [] }: TableForm): string {
  const body = "lines" in rows ? `${rows.lines.filter(({ heading }) => !heading).length} lines that the form gives` : "record" in rows ? `one for each ${rows.record}, as a record` : `one for each ${rows.each}`;
  const feet = foot.map(({ labels: [label], how = "sum", at }) => `“${label}” (${how}, ${at})`);
  return `Rows: ${body}${feet.length > 0 ? `; closed by ${feet.join(", ")}` : ""}.`;
}

const sayRule = ({ id, severity, title, basis }: PublishedRule): string => `- \`${id}\` (${severity}) ${escaped(title.vi)}. *${escaped(title.en)}.*${basis === undefined ? "" : ` Căn cứ: ${escaped(basis)}.`}`;

function tableDocs(layout: TableForm, form: Form): readonly string[] {
  const columns = leafColumns(layout.columns);
  const rules = ownRules(layout, form);
  return [
    ...(layout.caption === undefined ? [] : ["", `**${layout.caption}**`]),
    "",
    ...drawnHeader(layout),
    "",
    "| No. | Column | Holds | Worked out as | Key |",
    "|---|---|---|---|---|",
    ...columns.map((column) => `| ${[column.no ?? "", escaped(column.header), escaped(sayKind(column)), escaped(sayWorked(column, columns)), `\`${column.key}\``].join(" | ")} |`),
    "",
    sayRows(layout),
    ...(rules.length > 0 ? ["", ...rules.map(sayRule)] : []),
  ];
}

function formDocs(form: Form): readonly string[] {
  const { id, title, basis, from, to, isEndUnsure, grade, note, levels, inSets = [], tables } = form;
  const name = formName(form);
  const names = (keys: NonNullable<Form["levels"]>): string => keys.map((key) => LEVEL_NAMES[key]).join(", ");
  return [
    "",
    `### ${name === title ? "" : `${name}. `}${title}`,
    "",
    `\`${id}\` · ${basis} · in force from ${from}${to === undefined ? "" : ` to ${to}${isEndUnsure ? " (whether replaced is not known)" : ""}`} · grade ${grade}: ${GRADE_MEANING[grade].vi} *${GRADE_MEANING[grade].en}*`,
    "",
    `Filed at: ${levels ? names(levels) : "any level"}. In the sets of: ${inSets.length > 0 ? names(inSets) : "none"}.`,
    ...(note.vi === "" ? [] : ["", `${note.vi} *${note.en}*`]),
    ...tables.flatMap((layout) => tableDocs(layout, form)),
  ];
}

/** What is known of all forms, as Markdown: what is checked in any form, then each form with its header, columns and rules. */
export function formsAsMarkdown(forms: readonly Form[]): string {
  return [
    WRITTEN_BELOW,
    "",
    "## What is checked in every form",
    "",
    "Which of these a table has follows from its rows and columns.",
    "",
    ...commonRules(forms).map(sayRule),
    "",
    `## The ${forms.length} forms`,
    ...forms.flatMap(formDocs),
    "",
  ].join("\n");
}

/** The page with what stands in it by hand, up to the mark, and after it what the forms say. */
export const withForms = (page: string, forms: readonly Form[]): string => `${page.split(WRITTEN_BELOW)[0]!.trimEnd()}\n\n${formsAsMarkdown(forms)}`;
