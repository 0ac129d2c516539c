import { figureColumns, isFigureColumn, leafColumns, type CellRef, type Rule, type TableForm } from "../form/Form";
import type { RuleParameters } from "./CheckMaker";
import { RULE_KINDS } from "./ruleKinds";

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
  const named = Object.entries(parameters).map(([name, kind]) => [kind, (rule as unknown as Readonly<Record<string, unknown>>)[name]] as const);
  const columns = named.flatMap(([kind, value]) => (kind === "figure" || kind === "text" ? [String(value)] : kind === "figures" ? (value as readonly string[]) : []));
  const single = named.flatMap(([kind, value]) => (kind === "cell" && (value as CellRef).form === undefined ? [cellOf((value as CellRef).row ?? "*", (value as CellRef).column)] : []));
  if (columns.length > 0) return rows.map((row) => ({ cells: columns.map((column) => cellOf(row, column)), decides: false }));
  // A rating follows from the figure; no other rule of single cells says which of them is right.
  if (rule.kind === "band") return [{ cells: single.slice(1), decides: true }, { cells: single, decides: false }];
  return [{ cells: single, decides: false }];
}

/** All that must hold in a table, over its lines and its foot. */
function relationsIn({ columns: nodes, rows, foot, rules = [] }: TableForm): readonly Relation[] {
  const figures = figureColumns(nodes);
  const lines = "lines" in rows ? rows.lines.filter(({ heading }) => !heading) : [];
  const body = "lines" in rows ? lines.map(({ key }) => key) : ["*"];
  const all = foot ? [...body, "total"] : body;
  const summed = foot ? figures.filter(({ key }) => foot.columns?.includes(key) ?? true) : [];
  const given = [...lines.map((line) => [line.key, line.given] as const), ["total", foot?.given] as const];
  return [
    ...figures.flatMap(({ key, sum = [] }) => (sum.length > 0 ? all.map((row) => ({ cells: [key, ...sum].map((column) => cellOf(row, column)), decides: true })) : [])),
    ...summed.map(({ key }) => ({ cells: [...body, "total"].map((row) => cellOf(row, key)), decides: true })),
    ...given.flatMap(([row, values = {}]) => Object.keys(values).flatMap((key) => (figures.some((column) => column.key === key) ? [{ cells: [cellOf(row, key)], decides: true }] : []))),
    ...rules.flatMap((rule) => relationsOf(rule, all, RULE_KINDS[rule.kind].parameters)),
  ];
}

/**
 * For each cell that a reporter fills in or computes, what the form's rules say of it. One wrong figure breaks just the relations it stands
 * in: where no other cell stands in the same ones, it is the only one that can be at fault.
 */
export function determinationsOf(layout: TableForm): readonly Determination[] {
  const relations = relationsIn(layout);
  const cells = [...new Set(relations.flatMap((relation) => relation.cells))];
  const { rows, foot } = layout;
  const body = "lines" in rows ? rows.lines.filter(({ heading }) => !heading).map(({ key }) => key) : ["*"];
  const figures = leafColumns(layout.columns).filter(isFigureColumn);
  const every = [...new Set([...(foot ? [...body, "total"] : body).flatMap((row) => figures.map(({ key }) => cellOf(row, key))), ...cells])];
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
