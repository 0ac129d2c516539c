import { localizeLine } from "../../src/cli/localizeLine";
import { fellegiHolt } from "./fellegiHolt";
import { flagAll, flagTotals } from "./naive";
import type { KnownTable, Prediction, TableLine } from "./TableLine";

/** A way to find the wrong cells of a table. */
export interface Contender {
  readonly name: string;
  readonly answer: (line: TableLine) => Prediction;
}

export const OURS = "ours";
export const SOLVER = "Fellegi–Holt as a MIP, HiGHS to optimality";

/** What is measured, ours first. */
export async function contenders(withSolver = true): Promise<readonly Contender[]> {
  return [
    { name: OURS, answer: (line) => localizeLine(line) },
    { name: "formulas as a user writes them", answer: flagTotals },
    { name: "every cell of a violated balance", answer: flagAll },
    ...(withSolver ? [{ name: SOLVER, answer: await fellegiHolt() }] : []),
  ];
}

/** What the tool may see of a table. */
function withoutTruth({ id, columns, rows, total }: KnownTable): TableLine {
  return { id, columns, rows, total };
}

/**
 * Everybody's answers to the same tables, in turn for each table, so that they share whatever else the machine does.
 * The clock is ours for all of them.
 */
export function inTurn(tables: readonly KnownTable[], all: readonly Contender[]): ReadonlyMap<string, readonly Prediction[]> {
  const answers = new Map<string, Prediction[]>(all.map(({ name }) => [name, []]));
  for (const table of tables) {
    for (const { name, answer } of all) {
      const line = withoutTruth(table);
      const start = performance.now();
      const prediction = answer(line);
      answers.get(name)!.push({ ...prediction, ms: performance.now() - start });
    }
  }
  return answers;
}
