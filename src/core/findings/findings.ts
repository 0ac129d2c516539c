import type { Balance, Check, CheckContext } from "../checks/Check";
import type { Fail, Judged } from "../checks/judge";
import { a1, positionKey } from "../sheet/Address";
import { meantCount } from "../table/Reading";
import type { Table } from "../table/Table";
import { SEVERITIES } from "../words";
import { answerKeyAt } from "./answerKeyAt";
import { explain } from "./explain";
import type { Finding, Reason } from "./Finding";
import { localise, type Repair } from "./localise";
import { typingSlip } from "./typingSlip";

const balanceKey = ({ check, total }: Balance): string => `${check}|${positionKey(total.at)}`;

function balancesOf(checks: readonly Check[], table: Table): readonly Balance[] {
  return checks.flatMap((check) => [...(check.balances?.(table) ?? [])]);
}

/** The table as it would read with the repairs made. */
function repaired(table: Table, repairs: readonly Repair[]): Table {
  const counts = new Map(repairs.map(({ figure, to }) => [positionKey(figure.at), to]));
  const rows = new Set(repairs.map(({ figure }) => figure.at.row));
  return {
    ...table,
    rows: table.rows.map((row) =>
      rows.has(row.row)
        ? {
            ...row,
            figures: row.figures.map((figure) => {
              const count = counts.get(positionKey(figure.at));
              return count === undefined ? figure : { ...figure, reading: { kind: "count", count, notation: "number" } as const };
            }),
          }
        : row,
    ),
  };
}

/** Higher is likelier: sums that usually hold and would hold, then changes that are one slip of the fingers. */
function plausibilityOf(soft: readonly Balance[]): (solution: readonly Repair[]) => number {
  const byCell = new Map<number, Balance[]>();
  for (const balance of soft) {
    for (const { at } of [balance.total, ...balance.parts]) {
      const key = positionKey(at);
      byCell.set(key, [...(byCell.get(key) ?? []), balance]);
    }
  }
  return (solution) => {
    const counts = new Map(solution.map(({ figure, to }) => [positionKey(figure.at), to]));
    const touched = new Set(solution.flatMap(({ figure }) => byCell.get(positionKey(figure.at)) ?? []));
    const value = ({ at, reading }: Balance["total"]) => counts.get(positionKey(at)) ?? meantCount(reading) ?? 0;
    let score = 0;
    for (const { total, parts } of touched) {
      const holds = value(total) === parts.reduce((sum, part) => sum + value(part), 0);
      score += holds ? 10 : -10;
    }
    for (const { figure, to } of solution) {
      if (typingSlip(meantCount(figure.reading) ?? 0, to)) score++;
    }
    return score;
  };
}

type Draft = Omit<Finding, "id" | "sheet" | "form">;

function failFinding({ check }: Judged, fail: Fail, table: Table): Draft {
  return {
    severity: check.severity,
    cells: fail.cells,
    message: fail.phrase,
    reasons: [{ check: check.id, phrase: fail.phrase }],
    suggestions: fail.suggestions ?? [],
    ...(fail.question ? { question: { kind: fail.question, key: answerKeyAt(table, fail.cells[0].row) } } : {}),
  };
}

/** Same words, checks and cells, same id, from run to run. */
function withId(draft: Draft, table: Table): Finding {
  const checks = draft.reasons.map(({ check }) => check).join("+");
  const cells = draft.cells.length > 8 ? `${a1(draft.cells[0])}…${draft.cells.length}` : draft.cells.map(a1).join("+");
  return { id: `${table.form.id}/${table.sheet}/${checks}/${cells}`, sheet: table.sheet, form: table.form.id, ...draft };
}

function inOrder(one: Finding, other: Finding): number {
  const [a] = one.cells;
  const [b] = other.cells;
  return SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) || a.row - b.row || a.column - b.column;
}

/**
 * What to look at: one finding for each cause. Failed sums are traced to the cells that explain them;
 * what merely follows from a cause already told becomes one of its reasons.
 */
export function findings(judged: readonly Judged[], table: Table, context: CheckContext): readonly Finding[] {
  const checks = judged.map(({ check }) => check);
  const reasons = new Map<string, Reason>();
  for (const { check, fails } of judged) {
    for (const { balance, phrase } of fails) if (balance) reasons.set(balanceKey(balance), { check: check.id, phrase });
  }

  const drafts: Draft[] = [];
  const spoilt = new Set<number>();
  for (const outcome of judged) {
    for (const fail of outcome.fails) {
      if (fail.balance || outcome.check.kind === "flow") continue;
      const draft = failFinding(outcome, fail, table);
      if (fail.spoils) spoilt.add(positionKey(fail.spoils));
      const follows = fail.spoils && [...reasons].filter(([key]) => key.endsWith(`|${positionKey(fail.spoils!)}`)).map(([, reason]) => reason);
      drafts.push({ ...draft, reasons: [draft.reasons[0], ...(follows ?? [])] });
    }
  }

  const failed = reasons.size > 0;
  const hard = failed ? balancesOf(checks.filter(({ severity }) => severity === "error"), table) : [];
  const soft = failed ? balancesOf(checks.filter(({ severity }) => severity !== "error"), table) : [];
  const explanations = localise(hard.filter(({ total }) => !spoilt.has(positionKey(total.at))));
  const plausibility = plausibilityOf(soft);
  for (const explanation of explanations) {
    drafts.push(...explain(explanation, table, plausibility, (balance) => reasons.get(balanceKey(balance))!));
  }

  const sure = explanations.flatMap(({ solutions }) => (solutions.length === 1 ? solutions[0]! : []));
  drafts.push(...flowFindings(judged, table, context, sure));
  return drafts.map((draft) => withId(draft, table)).sort(inOrder);
}

/** Gaps between received, resolved and pending that remain once the sure repairs are made. */
function flowFindings(judged: readonly Judged[], table: Table, context: CheckContext, sure: readonly Repair[]): readonly Draft[] {
  return judged
    .filter(({ check, fails }) => check.kind === "flow" && fails.length > 0)
    .flatMap((outcome) => {
      const remaining = new Set<number>();
      for (const verdict of outcome.check.judge(sure.length > 0 ? repaired(table, sure) : table, context)) {
        if (verdict.kind === "fail") remaining.add(verdict.cells[0].row);
      }
      return outcome.fails.filter(({ cells }) => remaining.has(cells[0].row)).map((fail) => failFinding(outcome, fail, table));
    });
}
