import type { Balance, Check, CheckContext, Fact } from "../../checks/Check";
import { formulasOf } from "../../checks/properFormula";
import { fold } from "../../sheet/fold";
import type { FormulaGraph } from "../../sheet/FormulaGraph";
import { STEP, type Steps } from "../../steps";
import { answerKey, rowNames } from "../../figures/rowNames";
import type { Figure, Table } from "../../figures/Table";

/** What is looked at to find the guilty cells of a table. */
export interface Evidence {
  /** The sums that must come out, and those that usually do. */
  readonly balances: readonly Balance[];
  /** What is stated elsewhere of single cells. */
  readonly facts: readonly Fact[];
  /** Cells in which a number was typed over a live formula. */
  readonly typedOver: readonly Figure[];
  /** What the rows stand for, by their zero-based row of the sheet; worked out when asked for. */
  readonly names: () => ReadonlyMap<number, string>;
  /** The formulas of its sheet. */
  readonly formulas: FormulaGraph;
  /** The sums of the same table of the period before, from which more is learned of how its rows look. */
  readonly previous?: readonly Balance[];
}

function* balancesOf(checks: readonly Check[], table: Table, isOpen: (balance: Balance) => boolean): Steps<readonly Balance[]> {
  const balances: Balance[] = [];
  for (const check of checks) {
    for (const balance of check.balances?.(table) ?? []) {
      if (isOpen(balance)) balances.push(balance);
      if (balances.length % STEP === 0) yield;
    }
  }
  return balances;
}

/** The sums of a table. What the reporter has answered for is no evidence any more. */
export function* evidenceOf(checks: readonly Check[], table: Table, context: CheckContext, typedOver: readonly Figure[] = [], previous?: Table): Steps<Evidence> {
  // Names are strings for every row: they are made only where answers stand under them.
  const named = context.answers.size > 0 ? yield* rowNames(table) : undefined;
  const isOpen = ({ total, gap }: Balance): boolean => {
    const answers = gap && context.answers.get(gap.question);
    if (!named || !answers?.size) return true;
    const name = named.get(total.at.row);
    // A row that adds up others repeats what its lines say: with answers for some of them it says nothing more.
    return name?.row.kind === "line" && !answers.has(answerKey(table, name.row.label, name.ofLabel));
  };
  const balances = yield* balancesOf(checks, table, isOpen);
  const facts: Fact[] = [];
  for (const check of checks) {
    for (const fact of check.facts?.(table, context) ?? []) {
      facts.push(fact);
      if (facts.length % STEP === 0) yield;
    }
  }
  const names = (): ReadonlyMap<number, string> => new Map(table.rows.map(({ row, label }) => [row, fold(label)]));
  return { balances, facts, typedOver, names, formulas: formulasOf(table, context), ...(previous ? { previous: yield* balancesOf(checks, previous, () => true) } : {}) };
}
