import { figureColumns, isFigureColumn, isGroup, leafColumns, type CellRef, type Column, type ColumnNode, type Form, type Rule, type TableForm } from "../form/Form";
import { mostOf, readFigure, unitsOf } from "../figures/readFigure";
import { RULE_KINDS, type ParameterKind, type RuleParameters } from "./ruleKinds";

/** What rules have to say, by the kind they name: there may be none of that name. */
const KINDS: Readonly<Record<string, { readonly parameters: RuleParameters } | undefined>> = RULE_KINDS;

/** Everything a form, a table, … may say: a key that stands nowhere here is a slip of whoever wrote the form. */
const KEYS = {
  form: "id family mark markVariants title titleVariants sheetName basis from to grade note levels paper head tables quantities paragraphs signatures",
  table: "key caption captionVariants columns rows foot numbering sumBasis shares rules instead",
  column: "key no header variants kind sum sumId optional width",
  group: "header variants children",
  line: "key ordinal label variants heading given notApplicableAt",
  foot: "labels at columns given",
  share: "id header numerator denominator decimals",
  rule: "id kind severity title basis",
} as const;

const strangers = (what: keyof typeof KEYS, value: object, more: readonly string[] = []): readonly string[] =>
  Object.keys(value).filter((key) => !KEYS[what].split(" ").includes(key) && !more.includes(key)).map((key) => `${what} has an unknown “${key}”`);

const isPositive = (share: unknown): boolean => typeof share === "number" && share > 0 && share < 1;

/** Names given twice. */
const twice = (names: readonly string[]): readonly string[] => [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];

function columnFaults(node: ColumnNode): readonly string[] {
  return isGroup(node) ? [...strangers("group", node), ...node.children.flatMap(columnFaults)] : strangers("column", node);
}

/** Whether a value is nothing but what JSON can hold. */
function isData(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.values(value).every(isData);
  return value === null || typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));
}

/** What is wrong with the lines a table gives, and with what they print. */
function lineFaults({ rows, foot, columns: nodes }: TableForm): readonly string[] {
  if (!("lines" in rows)) return [];
  const columns = leafColumns(nodes);
  const printed = [...rows.lines.map((line) => [line.key, line.given, true] as const), ["foot", foot?.given, false] as const];
  return [
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

/** The rule's values by the names of its parameters. */
const valuesOf = (rule: Rule, parameters: RuleParameters) => Object.entries(parameters).map(([name, kind]) => [name, kind, (rule as unknown as Readonly<Record<string, unknown>>)[name]] as const);

function ruleFaults(rule: Rule, layout: TableForm, form: Form, forms: readonly Form[], parameters: RuleParameters | undefined): readonly string[] {
  if (!parameters) return [`rule ${rule.id} is of no known kind: ${rule.kind}`];
  const columns = leafColumns(layout.columns);
  const find = (key: unknown): Column | undefined => columns.find((each) => each.key === key);
  const isFigure = (key: unknown): boolean => figureColumns(layout.columns).some((each) => each.key === key);
  const isField = (key: unknown): boolean => form.head?.fields?.some((each) => each.key === key && typeof each.kind === "object") ?? false;
  const tableOf = ({ form: id, table: key }: CellRef): TableForm | undefined =>
    id === undefined && key === undefined ? layout : (id === undefined ? form : forms.find((each) => each.id === id))?.tables.find((each) => key === undefined || each.key === key);
  const isCell = (cell: CellRef): boolean => {
    const table = tableOf(cell);
    const hasRow = cell.row === "total" ? table?.foot !== undefined : table !== undefined && "lines" in table.rows && table.rows.lines.some(({ key, heading }) => key === cell.row && !heading);
    return hasRow && leafColumns(table!.columns).some(({ key }) => key === cell.column);
  };
  const fault = (name: string, kind: ParameterKind, value: unknown): string | undefined => {
    const wrong = `rule ${rule.id}: ${name} `;
    if (value === undefined) return `${wrong}is missing`;
    switch (kind) {
      case "figure":
        return isFigure(value) ? undefined : `${wrong}names no column of figures`;
      case "figures":
        return (value as readonly string[]).length > 0 && (value as readonly string[]).every(isFigure) ? undefined : `${wrong}names no columns of figures`;
      case "text":
        return find(value) && !isFigure(value) ? undefined : `${wrong}names no column of words`;
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
  const named = values.flatMap(([, kind, value]) => (kind === "figure" ? [value] : kind === "figures" ? ((value ?? []) as readonly unknown[]) : [])).map(String);
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
  const { foot, shares = [], rules = [] } = layout;
  const named = [...shares.flatMap(({ numerator, denominator }) => [...numerator, ...denominator]), ...(foot?.columns ?? [])];
  return [
    ...strangers("table", layout),
    ...layout.columns.flatMap(columnFaults),
    ...(foot ? strangers("foot", foot) : []),
    ...shares.flatMap((share) => strangers("share", share)),
    ...twice(columns.map(({ key }) => key)).map((key) => `column ${key} is there twice`),
    ...twice([...columns.flatMap(({ sumId }) => sumId ?? []), ...rules.map(({ id }) => id)]).map((id) => `rule ${id} is there twice`),
    ...named.filter((key) => !figureColumns(layout.columns).some((each) => each.key === key)).map((key) => `“${key}” is no column of figures`),
    ...columns.flatMap((column) => {
      const { sum, key } = column;
      if (!sum) return [];
      if (sum.includes(key)) return [`column ${key} adds up itself`];
      return unlike(column, sum.map(find)) ? [`column ${key} adds up columns of unlike units, or none`] : [];
    }),
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
  const isBound = ({ table, columns, row }: NonNullable<Form["quantities"]>[number]): boolean => {
    const layout = tables.find(({ key }) => key === (table ?? tables[0].key));
    const hasRow = row === undefined || (row === "total" ? layout?.foot !== undefined : layout !== undefined && "lines" in layout.rows && layout.rows.lines.some(({ key }) => key === row));
    return layout !== undefined && hasRow && columns.every((key) => figureColumns(layout.columns).some((each) => each.key === key));
  };
  return [
    ...strangers("form", form),
    ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) ? [] : [`its id is no kebab-case: ${id}`]),
    ...(isDate(from) && (to === undefined || (isDate(to) && to > from)) ? [] : ["its dates are none, or in the wrong order"]),
    ...(grade === "C" && mark !== undefined ? ["a proposal prints no mark"] : []),
    ...(isData(form) ? [] : ["it does not survive JSON"]),
    ...twice(tables.map(({ key }) => key)).map((key) => `table ${key} is there twice`),
    ...tables.flatMap((layout) => tableFaults(layout, form, forms)),
    ...quantities.filter((each) => !isBound(each)).map(({ quantity }) => `quantity ${quantity} stands in no column of figures`),
  ];
}

/** Something that must hold of some cells; `decides` says that it gives any one of them from the others, as an equation does. */
interface Relation {
  readonly cells: readonly string[];
  readonly decides: boolean;
}

/** What a table's rules say of one of its cells, named "row.column"; the row of an open list is "*", that of its sums "total". */
export interface Determination {
  readonly cell: string;
  /** Whether one wrong figure there is told from any other, and its right value known; or only that something is wrong; or nothing. */
  readonly by: "rules" | "choice" | "nothing";
}

const cellOf = (row: string, column: string): string => `${row}.${column}`;

/** The cells a rule speaks of, row by row or once. */
function relationsOf(rule: Rule, rows: readonly string[], parameters: RuleParameters): readonly Relation[] {
  const named = valuesOf(rule, parameters);
  const columns = named.flatMap(([, kind, value]) => (kind === "figure" || kind === "text" ? [String(value)] : kind === "figures" ? (value as readonly string[]) : []));
  const single = named.flatMap(([, kind, value]) => (kind === "cell" && (value as CellRef).form === undefined ? [cellOf((value as CellRef).row ?? "*", (value as CellRef).column)] : []));
  if (columns.length > 0) return rows.map((row) => ({ cells: columns.map((column) => cellOf(row, column)), decides: false }));
  // A rating follows from the figure; no other rule of single cells says which of them is right.
  if (rule.kind === "band") return [{ cells: single.slice(1), decides: true }, { cells: single, decides: false }];
  return [{ cells: single, decides: false }];
}

/** The rows a table has by its form: its lines, or "*", and its foot. */
const rowsIn = ({ rows, foot }: TableForm): readonly string[] => [
  ...("lines" in rows ? rows.lines.filter(({ heading }) => !heading).map(({ key }) => key) : ["*"]),
  ...(foot ? ["total"] : []),
];

/** All that must hold in a table, over its lines and its foot. */
function relationsIn(layout: TableForm): readonly Relation[] {
  const { columns: nodes, rows, foot, rules = [] } = layout;
  const figures = figureColumns(nodes);
  const lines = "lines" in rows ? rows.lines.filter(({ heading }) => !heading) : [];
  const all = rowsIn(layout);
  const summed = foot ? figures.filter(({ key }) => foot.columns?.includes(key) ?? true) : [];
  const given = [...lines.map((line) => [line.key, line.given] as const), ["total", foot?.given] as const];
  return [
    ...figures.flatMap(({ key, sum = [] }) => (sum.length > 0 ? all.map((row) => ({ cells: [key, ...sum].map((column) => cellOf(row, column)), decides: true })) : [])),
    ...summed.map(({ key }) => ({ cells: all.map((row) => cellOf(row, key)), decides: true })),
    ...given.flatMap(([row, values = {}]) => Object.keys(values).flatMap((key) => (figures.some((column) => column.key === key) ? [{ cells: [cellOf(row, key)], decides: true }] : []))),
    ...rules.flatMap((rule) => relationsOf(rule, all, RULE_KINDS[rule.kind].parameters)),
  ];
}

/** What the rules say of each cell to be filled in. A wrong figure breaks the relations it stands in: if no other stands in the same, it is found. */
export function determinationsOf(layout: TableForm): readonly Determination[] {
  const relations = relationsIn(layout);
  const cells = [...new Set(relations.flatMap((relation) => relation.cells))];
  const every = [...new Set([...rowsIn(layout).flatMap((row) => figureColumns(layout.columns).map(({ key }) => cellOf(row, key))), ...cells])];
  const signatureOf = (cell: string): string => relations.flatMap(({ cells: named, decides }, index) => (decides && named.includes(cell) ? [index] : [])).join();
  const shared = new Map<string, number>();
  for (const cell of every) shared.set(signatureOf(cell), (shared.get(signatureOf(cell)) ?? 0) + 1);
  return every.map((cell) => {
    const signature = signatureOf(cell);
    // The rows of an open list are many: a sum down their column alone does not tell them apart.
    const isAlone = shared.get(signature) === 1 && !(cell.startsWith("*.") && !signature.includes(","));
    return { cell, by: signature !== "" && isAlone ? "rules" : cells.includes(cell) ? "choice" : "nothing" };
  });
}
