import type { Balance, Check, CheckContext, Fact } from "../../checks/Check";
import { formulasOf } from "../../checks/formulasOf";
import type { FormulaGraph } from "../../sheet/FormulaGraph";
import { STEP, type Steps } from "../../steps";
import { answerKey, rowNames } from "../../table/rowNames";
import type { Figure, Table } from "../../table/Table";

/** What is looked at to find the guilty cells of a table. */
export interface Evidence {
  /** The sums that must come out. */
  readonly hard: readonly Balance[];
  /** What usually comes out: received = resolved + pending, line by line. */
  readonly soft: readonly Balance[];
  /** What is stated elsewhere of single cells. */
  readonly facts: readonly Fact[];
  /** Cells in which a number was typed over a live formula. */
  readonly typedOver: readonly Figure[];
  /** What the rows stand for, by their zero-based row of the sheet. */
  readonly names: ReadonlyMap<number, string>;
  /** The formulas of its sheet. */
  readonly formulas: FormulaGraph;
  /** The sums of the same table of the period before, from which more is learned of how its rows look. */
  readonly previous?: { readonly hard: readonly Balance[]; readonly soft: readonly Balance[] };
}

/** The sums of a table by what their checks say of them. What the reporter has answered for is no evidence any more. */
export function* evidenceOf(
  checks: readonly Check[],
  table: Table,
  context: CheckContext,
  typedOver: readonly Figure[] = [],
  previous?: Table,
): Steps<Evidence> {
  const hard: Balance[] = [];
  const soft: Balance[] = [];
  const facts: Fact[] = [];
  const names = yield* rowNames(table);
  const isOpen = ({ total, gap }: Balance): boolean => {
    const answers = gap && context.answers.get(gap.question);
    const name = names.get(total.at.row);
    // A row that adds up others repeats what its lines say: with answers for some of them it says nothing more.
    return name !== undefined && (name.row.kind === "line" ? !answers?.has(answerKey(table, name.row.label, name.ofLabel)) : !answers?.size);
  };
  for (const check of checks) {
    for (const balance of check.balances?.(table) ?? []) {
      if (!balance.gap) hard.push(balance);
      else if (isOpen(balance)) soft.push(balance);
      if ((hard.length + soft.length) % STEP === 0) yield;
    }
    for (const fact of check.facts?.(table, context) ?? []) {
      facts.push(fact);
      if (facts.length % STEP === 0) yield;
    }
  }
  const evidence = { hard, soft, facts, typedOver, names: new Map([...names].map(([row, { folded }]) => [row, folded])), formulas: formulasOf(table, context) };
  return previous ? { ...evidence, previous: yield* evidenceOf(checks, previous, { ...context, tables: [], answers: new Map() }) } : evidence;
}
