import { figureColumns, formName, isFigureColumn, leafColumns, numberingMark, sayNumbers, type Form, type Rule, type TableForm } from "../form/Form";
import { decimalsOf } from "../figures/readFigure";
import type { Table } from "../figures/Table";
import { asIssued } from "./asIssued";
import { balance } from "./balance";
import type { Check } from "./Check";
import type { CheckMaker } from "./CheckMaker";
import { count } from "./count";
import { formulaError } from "./formulaError";
import { formulaOverwritten } from "./formulaOverwritten";
import { formulaRange } from "./formulaRange";
import { formulaResult } from "./formulaResult";
import { notation } from "./notation";
import { periodStart } from "./periodStart";
import { ratio } from "./ratio";
import { RULE_KINDS } from "./ruleKinds";
import { rowTotal } from "./rowTotal";
import { stackedLines } from "./stackedLines";
import { statedInText } from "./statedInText";
import { uniqueness } from "./uniqueness";

/** What holds of the sums that columns are. */
function sumsOf(layout: TableForm, form: Form): readonly Check[] {
  const columns = leafColumns(layout.columns);
  return columns.flatMap((column) => {
    const { key, sum, sumId = `${key}-sum`, no, header } = column;
    if (!sum || !isFigureColumn(column)) return [];
    const numbered = no !== undefined;
    const printed = numbered ? sayNumbers(sum, columns) : sum.map((part) => `“${columns.find((each) => each.key === part)!.header}”`).join(" + ");
    const relation = numbered ? numberingMark(column, columns) : `“${header}” = ${printed}`;
    const basis = layout.sumBasis ?? `${formName(form)}, ${numbered ? "dòng đánh số cột" : "phần đầu bảng"}`;
    return [balance({ id: sumId, total: key, parts: sum, printed, relation, basis })];
  });
}

/** The columns, by key, whose figures are added up: across a row, down to the foot, or by a rule. */
function addedUp({ columns: nodes, foot, rules = [] }: TableForm): ReadonlySet<string> {
  const figures = figureColumns(nodes);
  const across = figures.flatMap(({ key, sum }) => (sum ? [key, ...sum] : []));
  const down = foot ? figures.filter(({ key }) => foot.columns?.includes(key) ?? true).map(({ key }) => key) : [];
  const ruled = rules.flatMap((rule) => (rule.kind === "balance" ? [rule.total, ...rule.plus] : []));
  return new Set([...across, ...down, ...ruled]);
}

const ruleCheck = (rule: Rule, layout: TableForm, form: Form): Check => (RULE_KINDS[rule.kind].make as CheckMaker<Rule["kind"]>)(rule as never, layout, form);

/** Everything that must hold in a table of a form: what holds of all tables, what its columns add up, and the form's own rules. */
export function checksOf({ layout, form }: Pick<Table, "layout" | "form">): readonly Check[] {
  const label = leafColumns(layout.columns).find(({ kind }) => kind === "label");
  const named = label?.no === undefined ? "Cột tên" : `Cột (${label.no})`;
  const isWhole = figureColumns(layout.columns).every((column) => decimalsOf(column) === 0);
  const unit = form.head?.unitOfMeasure?.replace(/\.$/, "");
  const [total] = layout.foot?.labels ?? [];
  const isList = "each" in layout.rows;
  const added = addedUp(layout);
  return [
    formulaError({ id: "formula-error" }),
    formulaResult({ id: "formula-result" }),
    formulaRange({ id: "formula-range" }),
    formulaOverwritten({ id: "formula-overwritten" }),
    count({ id: isWhole ? "whole-number" : "valid-figure", whole: isWhole, ...(unit === undefined ? {} : { basis: unit }) }),
    stackedLines({ id: "one-field-a-row", basis: named }),
    notation("text", added),
    ...(isWhole ? [notation("thousands", added)] : []),
    ...(isList ? [] : [asIssued({ id: "as-issued", basis: "Nội dung in sẵn trong mẫu" })]),
    ...sumsOf(layout, form),
    ...(total === undefined ? [] : [rowTotal({ id: "total-of-fields", of: "total", basis: `Dòng ${total}` })]),
    ...(isList ? [rowTotal({ id: "subtotal-of-section", of: "subtotal", basis: "Dòng cộng của từng mục" })] : []),
    ...(layout.rules ?? []).map((rule) => ruleCheck(rule, layout, form)),
    ...(form.paragraphs?.length ? [statedInText({ id: "stated-in-text", basis: "Mục Tình hình, kết quả giải quyết thủ tục hành chính của báo cáo" })] : []),
    ...(layout.shares ? [ratio({ id: "percentage", basis: "Công thức ghi ở tiêu đề cột tỷ lệ" })] : []),
    ...(isList ? [uniqueness({ id: "unique-field", basis: named })] : []),
    ...(layout === form.tables[0] ? [periodStart({ id: "period-start", basis: "Quy định thời gian chốt số liệu báo cáo định kỳ" })] : []),
  ];
}
