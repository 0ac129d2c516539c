import { figureColumns, footColumns, footKey, linesOfTotal, shareRow, totalFoot, type CellRef, type Column, type Foot, type Rule, type TableForm } from "../form/Form";
import { RULE_KINDS, valuesOf, type RuleParameters } from "./ruleKinds";

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
  const columns = named.flatMap(([, kind, value]) => (kind === "figure" || kind === "text" || kind === "day" || (kind === "aim" && typeof value === "string") ? [String(value)] : kind === "figures" ? (value as readonly string[]) : []));
  const single = named.flatMap(([, kind, value]) => (kind === "cell" && (value as CellRef).form === undefined ? [cellOf((value as CellRef).row ?? "*", (value as CellRef).column)] : []));
  const decides = rule.kind === "balance" && rule.gap === undefined;
  if (columns.length > 0) return rows.map((row) => ({ cells: columns.map((column) => cellOf(row, column)), decides }));
  // A rating follows from the figure; no other rule of single cells says which of them is right.
  if (rule.kind === "band") return [{ cells: single.slice(1), decides: true }, { cells: single, decides: false }];
  return [{ cells: single, decides: false }];
}

/** The lines a table has by its form; "*" where they are open. */
const linesIn = ({ rows }: TableForm): readonly string[] => ("lines" in rows ? rows.lines.filter(({ heading }) => !heading).map(({ key }) => key) : ["*"]);

/** Its lines and its feet; a mean that stands beside sums stands in the row of the total. */
const rowsIn = (layout: TableForm): readonly string[] => [...new Set([...linesIn(layout), ...(layout.foot ?? []).map((foot) => rowOfFoot(layout, foot))])];

function rowOfFoot(layout: TableForm, foot: Foot): string {
  const total = totalFoot(layout);
  return total && shareRow(total, foot) ? "total" : footKey(foot);
}

/** The rows across which columns hold: lines, and a total that is nothing but a sum. */
const rowsAcross = (layout: TableForm): readonly string[] => {
  const total = totalFoot(layout);
  const isPure = total !== undefined && layout.foot!.every((foot) => foot === total || !shareRow(total, foot));
  return [...linesIn(layout), ...(isPure ? ["total"] : [])];
};

/** The sums of lines that a form gives: its blocks, and its total over what no block adds up. */
function blocksIn(layout: TableForm, column: string): readonly Relation[] {
  const lines = "lines" in layout.rows ? layout.rows.lines.filter(({ heading }) => !heading) : [];
  const outermost = "lines" in layout.rows ? linesOfTotal(layout.rows.lines) : linesIn(layout);
  const relationOf = (row: string, parts: readonly string[]): Relation => ({ cells: [row, ...parts].map((each) => cellOf(each, column)), decides: true });
  return [...lines.flatMap(({ key, sum }) => (sum ? [relationOf(key, sum)] : [])), relationOf("total", outermost)];
}

/** What a column is worked out from, in one row. */
const partsOf = ({ sum = [], less = [], ratio, rank }: Column): readonly string[] => [...sum, ...less, ...(ratio ? [...ratio.above, ...ratio.below] : []), ...(rank === undefined ? [] : [rank])];

/** All that must hold in a table, over its lines and its feet. */
function relationsIn(layout: TableForm): readonly Relation[] {
  const { columns: nodes, rows, foot = [], rules = [] } = layout;
  const total = totalFoot(layout);
  const figures = figureColumns(nodes);
  const lines = "lines" in rows ? rows.lines.filter(({ heading }) => !heading) : [];
  const [each, across] = [linesIn(layout), rowsAcross(layout)];
  const given = [...lines.map((line) => [line.key, line.given] as const), ["total", total?.given] as const];
  return [
    ...figures.flatMap((column) => {
      const parts = partsOf(column);
      // Of a sum any part follows from the others, of what is left too; of a quotient or a rank, as rounded, only itself.
      const decides = column.sum !== undefined;
      return parts.length === 0 ? [] : (column.rank === undefined ? across : each).map((row) => ({ cells: [column.key, ...parts].map((key) => cellOf(row, key)), decides }));
    }),
    ...(total ? footColumns(layout, total).flatMap((column) => blocksIn(layout, column)) : []),
    ...foot.filter((own) => own !== total).flatMap((own) =>
      footColumns(layout, own).map((column) => ({ cells: [rowOfFoot(layout, own), ...each].map((row) => cellOf(row, column)), decides: false })),
    ),
    ...given.flatMap(([row, values = {}]) => Object.keys(values).flatMap((key) => (figures.some((column) => column.key === key) ? [{ cells: [cellOf(row, key)], decides: true }] : []))),
    ...rules.flatMap((rule) => relationsOf(rule, rule.kind === "at-most" ? across : each, RULE_KINDS[rule.kind].parameters)),
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
