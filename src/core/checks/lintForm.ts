import {
  figureColumns, footKey, isFigureColumn, isGroup, leafColumns, totalFoot, type Binding, type CellRef, type Column, type ColumnNode, type FigureColumn, type Form,
  type Printed, type Rule, type Section, type TableForm,
} from "../form/Form"; // prettier-ignore
import { mostOf, readFigure, unitsOf } from "../figures/readFigure";
import { keysIn, type Worked } from "../form/Worked";
import { RULE_KINDS, valuesOf, type ParameterKind, type RuleParameters } from "./ruleKinds";

/** What rules have to say, by the kind they name: there may be none of that name. */
const KINDS: Readonly<Record<string, { readonly parameters: RuleParameters } | undefined>> = RULE_KINDS;

/** Everything a form, a table, … may say: a key that stands nowhere here is a slip of whoever wrote the form. */
const KEYS = {
  form: "id family mark markVariants title titleVariants sheetName basis from to grade note levels isEndUnsure inSets origin paper head tables quantities paragraphs signatures",
  table: "key caption captionVariants columns rows foot numbering sumBasis shares rules instead",
  column: "key no header variants kind sum less ratio rank sumId optional width",
  figure: "unit decimals max allowed mark",
  section: "labels under",
  group: "header variants children",
  line: "key ordinal label variants heading given sum blank notApplicableAt",
  foot: "how labels at columns decimals given",
  share: "id header numerator denominator decimals",
  rule: "id kind severity title basis",
} as const;

const strangers = (what: keyof typeof KEYS, value: object, more: readonly string[] = []): readonly string[] =>
  Object.keys(value).filter((key) => !KEYS[what].split(" ").includes(key) && !more.includes(key)).map((key) => `${what} has an unknown “${key}”`);

const isPositive = (share: unknown): boolean => typeof share === "number" && share > 0 && share < 1;

/** Names given twice. */
const twice = (names: readonly string[]): readonly string[] => [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];

function columnFaults(node: ColumnNode): readonly string[] {
  if (isGroup(node)) return [...strangers("group", node), ...node.children.flatMap(columnFaults)];
  return [...strangers("column", node), ...(isFigureColumn(node) ? figureFaults(node) : [])];
}

/** Bounds that a column cannot hold, and marks beside decimals. */
function figureFaults({ key, kind }: FigureColumn): readonly string[] {
  const { decimals = 0, max, allowed = [], mark } = kind;
  const bounds = max === undefined ? allowed : [max, ...allowed];
  return [
    ...strangers("figure", kind),
    ...bounds.filter((each) => unitsOf(String(each), decimals) === undefined).map((each) => `column ${key} cannot hold its bound ${each}`),
    ...(mark !== undefined && (bounds.length > 0 || decimals > 0) ? [`column ${key} is marked and has bounds or decimals`] : []),
  ];
}

/** What is wrong with headings of sections, each and those under it. */
const sectionFaults = (section: Section): readonly string[] => [...strangers("section", section), ...(section.under ?? []).flatMap(sectionFaults)];

/** What is wrong with what columns are worked out from. */
function workedFaults(column: Column, find: (key: string) => Column | undefined): readonly string[] {
  const { key, sum, less, ratio, rank } = column;
  const parts = [...(sum ?? []), ...(less ?? [])];
  const ways = [sum, ratio, rank].filter((way) => way !== undefined).length;
  return [
    ...(ways > 1 ? [`column ${key} is worked out in two ways`] : []),
    ...(less && !sum ? [`column ${key} takes away from nothing`] : []),
    ...(parts.includes(key) ? [`column ${key} adds up itself`] : []),
    ...(parts.length > 0 && unlike(column, parts.map(find)) ? [`column ${key} adds up columns of unlike units, or none`] : []),
    ...(ratio && unlike(find(ratio.above[0]!), [...ratio.above, ...ratio.below].map(find)) && !isMeasured(column) ? [`column ${key} divides columns of unlike units, or none`] : []),
    ...(ratio && [...ratio.above, ...ratio.below].some((each) => each === key || !isFigure(find(each))) ? [`column ${key} divides itself, or no figures`] : []),
    ...(rank !== undefined && (rank === key || !isFigure(find(rank))) ? [`column ${key} ranks itself, or no figures`] : []),
  ];
}

const isFigure = (column: Column | undefined): boolean => column !== undefined && isFigureColumn(column);

/** Whether a quotient has a unit of its own, as days for each file have: then it may divide unlike things. */
const isMeasured = (column: Column): boolean => isFigureColumn(column) && column.kind.unit !== "%";

/** Whether a value is nothing but what JSON can hold. */
function isData(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.values(value).every(isData);
  return value === null || typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));
}

/** What is wrong with the lines a table gives, and with what they print. */
function lineFaults({ rows, foot = [], columns: nodes }: TableForm): readonly string[] {
  if (!("lines" in rows)) return [];
  const columns = leafColumns(nodes);
  const printed = [...rows.lines.map((line) => [line.key, line.given, line.sum === undefined] as const), ["foot", totalFoot({ foot })?.given, false] as const];
  const known = new Set(rows.lines.flatMap(({ key, heading }) => (heading ? [] : [key])));
  const summed = rows.lines.flatMap(({ sum = [] }) => sum);
  return [
    ...summed.filter((key) => !known.has(key)).map((key) => `a line adds up ${key}, which is no line`),
    ...twice(summed).map((key) => `line ${key} is added up twice`),
    ...rows.lines.flatMap(({ key, blank = [] }) => blank.filter((each) => !columns.some((column) => column.key === each)).map((each) => `line ${key} leaves “${each}” blank, which is no column`)),
    ...rows.lines.flatMap((line) => strangers("line", line)),
    ...twice(rows.lines.map(({ key }) => key)).map((key) => `line ${key} is there twice`),
    ...printed.flatMap(([line, given = {}, isBounded]) =>
      Object.entries(given).flatMap(([key, value]): readonly string[] => {
        const column = columns.find((each) => each.key === key);
        if (!column) return [`line ${line} gives a value for “${key}”, which is no column`];
        if (!isFigureColumn(column)) return [];
        const reading = readFigure({ value: { kind: "text", text: String(value) } }, column);
        if (reading.kind !== "figure") return [`line ${line} gives “${value}”, which column ${key} cannot hold`];
        return isBounded && reading.units > mostOf(column.kind) ? [`line ${line} gives ${value}, more than column ${key} can hold`] : [];
      }),
    ),
  ];
}

/** Why parts cannot be added up to a total: they count other things, or more finely. */
function unlike(total: Column | undefined, parts: readonly (Column | undefined)[]): boolean {
  const kinds = [total, ...parts].map((column) => (column && isFigureColumn(column) ? `${column.kind.unit}|${column.kind.decimals ?? 0}` : ""));
  return new Set(kinds).size > 1;
}

/** Whether a table has such a row by its form: one of its lines, or of its feet. */
const hasRowOf = ({ rows, foot = [] }: TableForm, row: string): boolean =>
  foot.some((each) => footKey(each) === row) || ("lines" in rows && rows.lines.some(({ key, heading }) => key === row && !heading));

/** Formulas are not nested deeper. */
const DEEPEST = 12;

/** Whether a value is made as formulas are: forms that somebody sent may hold anything. */
function isFormula(value: unknown, depth: number): value is Worked {
  if (typeof value === "string") return true;
  if (typeof value !== "object" || value === null || depth > DEEPEST) return false;
  const parts = Object.entries(value);
  const names = parts.map(([name]) => name).sort().join();
  if (names === "constant") return Number.isSafeInteger(parts[0]![1]);
  const isKnown = ["plus", "minus,plus", "times", "over,times"].includes(names);
  return isKnown && parts.every(([, each]) => Array.isArray(each) && each.length > 0 && each.every((one) => isFormula(one, depth + 1)));
}

function ruleFaults(rule: Rule, layout: TableForm, form: Form, forms: readonly Form[], parameters: RuleParameters | undefined): readonly string[] {
  if (!parameters) return [`rule ${rule.id} is of no known kind: ${rule.kind}`];
  const columns = leafColumns(layout.columns);
  const find = (key: unknown): Column | undefined => columns.find((each) => each.key === key);
  const isFigure = (key: unknown): boolean => figureColumns(layout.columns).some((each) => each.key === key);
  const isAim = (value: unknown): boolean => (typeof value === "object" ? unitsOf(String((value as { least: Printed }).least), 6) !== undefined : isFigure(value));
  const isField = (key: unknown): boolean => form.head?.fields?.some((each) => each.key === key && typeof each.kind === "object") ?? false;
  const tableOf = ({ form: id, table: key }: CellRef): TableForm | undefined =>
    id === undefined && key === undefined ? layout : (id === undefined ? form : forms.find((each) => each.id === id))?.tables.find((each) => key === undefined || each.key === key);
  const isCell = (cell: CellRef): boolean => {
    const table = tableOf(cell);
    const hasRow = table !== undefined && (cell.row === undefined ? rule.kind === "band" : hasRowOf(table, cell.row));
    return hasRow && leafColumns(table!.columns).some(({ key }) => key === cell.column);
  };
  const isLine = (key: string): boolean => "lines" in layout.rows && layout.rows.lines.some((line) => line.key === key && !line.heading);
  const isWorked = (value: unknown): boolean => {
    const keys = isFormula(value, 0) ? keysIn(value) : [];
    return keys.length > 0 && keys.every(rule.kind === "relation" && rule.along === "lines" ? isLine : isFigure);
  };
  const fault = (name: string, kind: ParameterKind, value: unknown): string | undefined => {
    const wrong = `rule ${rule.id}: ${name} `;
    if (value === undefined) return kind === "gap" || kind === "option" ? undefined : `${wrong}is missing`;
    switch (kind) {
      case "option":
        return undefined;
      case "worked":
        return isWorked(value) ? undefined : `${wrong}is worked out from no figures, or too deep`;
      case "figure":
        return isFigure(value) ? undefined : `${wrong}names no column of figures`;
      case "figures":
        return (value as readonly string[]).length > 0 && (value as readonly string[]).every(isFigure) ? undefined : `${wrong}names no columns of figures`;
      case "text":
        return find(value) && !isFigure(value) ? undefined : `${wrong}names no column of words`;
      case "day":
        return find(value)?.kind === "date" ? undefined : `${wrong}names no column of days`;
      case "aim":
        return isAim(value) ? undefined : `${wrong}is no column of figures, and no figure`;
      case "cell":
        return isCell(value as CellRef) ? undefined : `${wrong}names no cell`;
      case "field":
        return isField((value as { head: string }).head) ? undefined : `${wrong}names no figure of the head`;
      case "gap":
        return isPositive((value as { likelihood: number }).likelihood) ? undefined : `${wrong}has a likelihood that is no share`;
      case "bands": {
        const least = (value as readonly (readonly [string | number, string])[]).map(([from]) => Number(String(from).replace(",", ".")));
        return least.at(-1) === 0 && least.every((each, at) => at === 0 || each < least[at - 1]!) ? undefined : `${wrong}leaves a gap or does not go down to 0`;
      }
      case "whole":
        return typeof value === "object" ? (isField((value as { head: string }).head) ? undefined : `${wrong}names no figure of the head`) : unitsOf(String(value), 6) === undefined ? `${wrong}is no number` : undefined;
      case "form":
        return forms.some(({ id }) => id === value) ? undefined : `${wrong}is no form`;
      case "shares": {
        const known = forms.find(({ id }) => id === (rule as { form?: string }).form)?.tables.flatMap(({ shares = [] }) => shares.map(({ id }) => id)) ?? [];
        return (value as readonly string[]).length > 0 && (value as readonly string[]).every((id) => known.includes(id)) ? undefined : `${wrong}names a share that form does not have`;
      }
    }
  };
  const values = valuesOf(rule, parameters);
  const named = values.flatMap(([, kind, value]) => (kind === "figure" || kind === "day" || (kind === "aim" && typeof value === "string") ? [value] : kind === "figures" ? ((value ?? []) as readonly unknown[]) : [])).map(String);
  const isAddition = rule.kind === "balance" || rule.kind === "adds-to";
  return [
    ...strangers("rule", rule, Object.keys(parameters)),
    ...values.flatMap(([name, kind, value]) => fault(name, kind, value) ?? []),
    ...(twice(named).length > 0 ? [`rule ${rule.id} compares a column with itself and can never fail`] : []),
    ...(isAddition && unlike(find(named[0]), named.slice(1).map(find)) ? [`rule ${rule.id} adds up columns of unlike units`] : []),
  ];
}

function tableFaults(layout: TableForm, form: Form, forms: readonly Form[]): readonly string[] {
  const columns = leafColumns(layout.columns);
  const find = (key: string): Column | undefined => columns.find((each) => each.key === key);
  const { foot = [], shares = [], rules = [], rows } = layout;
  const named = [...shares.flatMap(({ numerator, denominator }) => [...numerator, ...denominator]), ...foot.flatMap((each) => each.columns ?? [])];
  return [
    ...strangers("table", layout),
    ...layout.columns.flatMap(columnFaults),
    ...foot.flatMap((each) => strangers("foot", each)),
    ...twice(foot.map(footKey)).map((key) => `two feet are the ${key}`),
    ...("each" in rows ? (rows.sections ?? []).flatMap(sectionFaults) : []),
    ...shares.flatMap((share) => strangers("share", share)),
    ...twice(columns.map(({ key }) => key)).map((key) => `column ${key} is there twice`),
    ...twice([...columns.flatMap(({ sumId }) => sumId ?? []), ...rules.map(({ id }) => id)]).map((id) => `rule ${id} is there twice`),
    ...named.filter((key) => !figureColumns(layout.columns).some((each) => each.key === key)).map((key) => `“${key}” is no column of figures`),
    ...columns.flatMap((column) => workedFaults(column, find)),
    ...lineFaults(layout),
    ...rules.flatMap((rule) => ruleFaults(rule, layout, form, forms, KINDS[rule.kind]?.parameters)),
    ...(layout.instead !== undefined && !form.tables.some(({ key, instead }) => key === layout.instead && instead === undefined) ? [`it stands in place of “${layout.instead}”, which is no table`] : []),
  ].map((fault) => `${layout.key}: ${fault}`);
}

/**
 * What is wrong with a form, a sentence each; none for a sound one. A form with a fault does not build.
 * @param forms All forms, this one among them, for what it says of others.
 */
export function lintForm(form: Form, forms: readonly Form[]): readonly string[] {
  const { id, from, to, mark, grade, tables, quantities = [] } = form;
  const isDate = (date: string): boolean => /^\d{4}-\d\d-\d\d$/.test(date);
  const isBound = (binding: Binding): boolean => {
    const layout = tables.find(({ key }) => key === (binding.table ?? tables[0].key));
    if (!layout) return false;
    if ("lines" in binding) {
      const { lines } = binding;
      return lines === "all" || leafColumns(layout.columns).some(({ key, kind }) => key === lines.column && typeof kind === "object" && "choice" in kind && kind.choice.includes(lines.is));
    }
    const { columns, row } = binding;
    return (row === undefined || hasRowOf(layout, row)) && columns.every((key) => figureColumns(layout.columns).some((each) => each.key === key));
  };
  return [
    ...strangers("form", form),
    ...(/^(?:own:)?[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) ? [] : [`its id is no kebab-case: ${id}`]),
    ...(isDate(from) && (to === undefined || (isDate(to) && to > from)) ? [] : ["its dates are none, or in the wrong order"]),
    ...(grade === "C" && mark !== undefined ? ["a proposal prints no mark"] : []),
    ...(isData(form) ? [] : ["it does not survive JSON"]),
    ...twice(tables.map(({ key }) => key)).map((key) => `table ${key} is there twice`),
    ...tables.flatMap((layout) => tableFaults(layout, form, forms)),
    ...quantities.filter((each) => !isBound(each)).map(({ quantity }) => `quantity ${quantity} stands in no column of figures`),
  ];
}
