import { figureColumns, footColumns, isFigureColumn, leafColumns, totalFoot, type Form, type Rule, type TableForm } from "../form/Form";
import { numberingMark, sayNumbers, sayRelation } from "../form/numberingMark";
import { decimalsOf } from "../figures/readFigure";
import type { Table } from "../figures/Table";
import { asIssued } from "./asIssued";
import { balance } from "./balance";
import type { Check, CheckKind, CheckMaker } from "./Check";
import { count } from "./count";
import { difference } from "./difference";
import { entry } from "./entry";
import { formulaError } from "./formulaError";
import { formulaOverwritten } from "./formulaOverwritten";
import { formulaRange } from "./formulaRange";
import { formulaResult } from "./formulaResult";
import { leftOutRows } from "./leftOutRows";
import { notation } from "./notation";
import { oldEncoding } from "./oldEncoding";
import { periodAsSaid } from "./periodAsSaid";
import { ordinals } from "./ordinals";
import { periodsTogether } from "./periodsTogether";
import { periodStart } from "./periodStart";
import { quotient } from "./quotient";
import { rank } from "./rank";
import { ratio } from "./ratio";
import { RULE_KINDS } from "./ruleKinds";
import { rowTotal } from "./rowTotal";
import { stackedLines } from "./stackedLines";
import { statedInText } from "./statedInText";
import { summary } from "./summary";
import { uniqueness } from "./uniqueness";
import { unitsOwn } from "./unitsOwn";
import { unitsTogether } from "./unitsTogether";
import { unseen } from "./unseen";
import { whichRows } from "./whichRows";

/** What holds of the sums that columns are. */
function sumsOf({ columns: nodes }: TableForm): readonly Check[] {
  const columns = leafColumns(nodes);
  return columns.flatMap((column) => {
    const { key, sum, sumId = `${key}-sum`, no, header } = column;
    if (!sum || column.less || !isFigureColumn(column)) return [];
    const numbered = no !== undefined;
    const printed = numbered ? sayNumbers(sum, columns) : sum.map((part) => `“${columns.find((each) => each.key === part)!.header}”`).join(" + ");
    const relation = numbered ? numberingMark(column, columns) : `“${header}” = ${printed}`;
    return [balance({ id: sumId, total: key, parts: sum, printed, relation })];
  });
}

/** What holds of the columns that are worked out otherwise. */
function workedOut({ columns: nodes }: TableForm): readonly Check[] {
  const columns = leafColumns(nodes);
  return columns.flatMap((column) => {
    const printed = sayRelation(column, columns);
    if (column.ratio) return [quotient(column, printed)];
    if (column.less) return [difference(column, printed)];
    return column.rank === undefined ? [] : [rank(column, columns.find(({ key }) => key === column.rank)!)];
  });
}

/** The columns, by key, whose figures are added up: across a row, down to the foot, or by a rule. */
function addedUp(layout: TableForm): ReadonlySet<string> {
  const { columns: nodes, rules = [] } = layout;
  const across = figureColumns(nodes).flatMap(({ key, sum, less = [] }) => (sum ? [key, ...sum, ...less] : []));
  const total = totalFoot(layout);
  const down = total ? footColumns(layout, total) : [];
  const ruled = rules.flatMap((rule) => (rule.kind === "balance" ? [rule.total, ...rule.plus] : []));
  return new Set([...across, ...down, ...ruled]);
}

function ruleCheck(rule: Rule, layout: TableForm, form: Form): Check {
  const kind = (RULE_KINDS[rule.kind].make as CheckMaker<Rule["kind"]>)(rule as never, layout, form);
  const { id, severity = kind.severity, title = kind.title } = rule;
  return { ...kind, id, severity, title };
}

/** What a table's own columns and rules ask for, without what holds of all tables. */
export const formChecksOf = (layout: TableForm, form: Form): readonly Check[] => [
  ...sumsOf(layout),
  ...workedOut(layout),
  ...(layout.rules ?? []).map((rule) => ruleCheck(rule, layout, form)),
];

const named = (id: string, kind: CheckKind): Check => ({ id, ...kind });

/** What must hold in a table that speaks for itself: what it prints of its columns and rows, and what its rows add up. Its notation is its own. */
const ownChecksOf = (layout: TableForm, form: Form): readonly Check[] => [
  ...sumsOf(layout),
  ...workedOut(layout),
  ...(totalFoot(layout) ? [rowTotal({ id: "total-of-fields", of: "total" }), rowTotal({ id: "subtotal-of-section", of: "subtotal" })] : []),
  ...(layout.rules ?? []).map((rule) => ruleCheck(rule, layout, form)),
  named("ordinals", ordinals),
];

/** Everything that must hold in a table of a form: what holds of all tables, what its columns add up, and the form's own rules. */
export function checksOf({ layout, form }: Pick<Table, "layout" | "form">): readonly Check[] {
  if (form.origin === "sheet") return ownChecksOf(layout, form);
  const figures = figureColumns(layout.columns);
  const words = leafColumns(layout.columns).map(({ kind }) => kind);
  const isWhole = figures.every((column) => decimalsOf(column) === 0);
  const isList = "each" in layout.rows;
  const isGiven = "lines" in layout.rows;
  const hasBlocks = "lines" in layout.rows && layout.rows.lines.some(({ sum }) => sum !== undefined);
  const added = addedUp(layout);
  return [
    named("formula-error", formulaError),
    named("formula-result", formulaResult),
    named("formula-range", formulaRange),
    named("formula-overwritten", formulaOverwritten),
    named("left-out-rows", leftOutRows),
    named(isWhole ? "whole-number" : "valid-figure", count(isWhole)),
    named("one-field-a-row", stackedLines),
    named("old-encoding", oldEncoding),
    notation("text", added),
    ...(isWhole ? [notation("thousands", added)] : []),
    ...(words.some((kind) => kind === "date" || (typeof kind === "object" && "choice" in kind)) ? [named("valid-entry", entry)] : []),
    ...(isGiven ? [named("as-issued", asIssued)] : []),
    ...sumsOf(layout),
    ...workedOut(layout),
    ...(totalFoot(layout) ? [rowTotal({ id: "total-of-fields", of: "total" })] : []),
    ...(isList || hasBlocks ? [rowTotal({ id: "subtotal-of-section", of: "subtotal" })] : []),
    ...(isList ? [named("which-rows", whichRows)] : []),
    ...(layout.foot?.some(({ how = "sum" }) => how !== "sum") ? [named("closing-rows", summary)] : []),
    ...(layout.rules ?? []).map((rule) => ruleCheck(rule, layout, form)),
    ...(form.paragraphs?.length ? [named("stated-in-text", statedInText)] : []),
    ...(layout.shares ? [named("percentage", ratio)] : []),
    ...(isList ? [named("unique-field", uniqueness)] : []),
    ...(layout === form.tables[0] && form.origin === undefined ? [named("period-start", periodStart), named("period-as-said", periodAsSaid)] : []),
    ...(form.quantities ? [named("units-own", unitsOwn), named("units-together", unitsTogether), named("periods-together", periodsTogether)] : []),
    named("unseen", unseen),
  ];
}

/** Layouts remembered at a time. */
const MOST_LAYOUTS = 100;

/** Gives the checks of tables, made once for each layout: the reports of a thousand units have one. */
export function checksByLayout(): typeof checksOf {
  const known = new Map<TableForm, readonly Check[]>();
  return (table) => {
    let checks = known.get(table.layout);
    if (!checks) {
      if (known.size >= MOST_LAYOUTS) known.clear();
      known.set(table.layout, (checks = checksOf(table)));
    }
    return checks;
  };
}
