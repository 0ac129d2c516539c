import type { Balance, Check, CheckContext } from "../checks/Check";
import type { Fail, Judged } from "../checks/judge";
import { a1, positionKey } from "../sheet/Address";
import { meantCount } from "../table/Reading";
import { STEP, type Steps } from "../steps";
import type { Table } from "../table/Table";
import { SEVERITIES } from "../words";
import { absorb } from "./absorb";
import { answerKeyAt } from "./answerKeyAt";
import type { Draft } from "./Draft";
import { explain, ranked, SUM_HOLDS, type Plausibility } from "./explain";
import type { Finding, Reason } from "./Finding";
import { fillUnreadable } from "./fillUnreadable";
import { localiseInSteps, type Repair } from "./localise";
import { mended, mendingOf } from "./mended";
import { typingSlip } from "./typingSlip";

const balanceKey = ({ check, total }: Balance): string => `${check}|${positionKey(total.at)}`;

function* balancesOf(checks: readonly Check[], table: Table): Steps<readonly Balance[]> {
  const balances: Balance[] = [];
  for (const check of checks) {
    for (const balance of check.balances?.(table) ?? []) if (balances.push(balance) % STEP === 0) yield;
  }
  return balances;
}

/** Whether two figures merely changed places: one slip, not two. */
function exchange([one, other, ...more]: readonly Repair[]): boolean {
  return one !== undefined && other !== undefined && more.length === 0 && meantCount(one.figure.reading) === other.to && meantCount(other.figure.reading) === one.to;
}

/**
 * Higher is likelier: a number typed over a formula is the first suspect; then sums that usually hold and would hold,
 * then changes that are one slip of the fingers. `typedOver`: keys of such cells.
 */
function* plausibilityOf(soft: readonly Balance[], typedOver: ReadonlySet<number>): Steps<Plausibility> {
  const byCell = new Map<number, Balance[]>();
  for (const [index, balance] of soft.entries()) {
    if (index % STEP === STEP - 1) yield;
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
      score += holds ? SUM_HOLDS : -SUM_HOLDS;
    }
    for (const { figure, to } of solution) {
      if (typingSlip(meantCount(figure.reading) ?? 0, to)) score++;
      if (typedOver.has(positionKey(figure.at))) score += 2 * SUM_HOLDS;
    }
    return exchange(solution) ? score + 2 : score;
  };
}

function failFinding({ check }: Judged, fail: Fail, table: Table): Draft {
  return {
    severity: fail.severity ?? check.severity,
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

/** The words of every failed sum, by its check and total cell. */
function* reasonsOf(judged: readonly Judged[], table: Table, context: CheckContext, again: boolean): Steps<ReadonlyMap<string, Reason>> {
  const reasons = new Map<string, Reason>();
  for (const { check, fails } of judged) {
    if (!check.balances || check.severity !== "error") continue;
    let judgedSums = 0;
    for (const verdict of again ? check.judge(table, context) : fails) {
      if (++judgedSums % STEP === 0) yield;
      if (verdict.kind === "fail" && verdict.balance) reasons.set(balanceKey(verdict.balance), { check: check.id, phrase: verdict.phrase });
    }
  }
  return reasons;
}

/** Checks that find fault with a cell itself, before any sum: what they are sure of is taken as done when the sums are judged. */
const OWN_FAULTS = new Set(["formula-error", "formula-range", "formula-result", "notation"]);

/** Whether what is offered for a fail is sure enough to judge the rest as if it were done. */
const isSettled = ({ suggestions }: Fail): boolean => suggestions?.length === 1 && suggestions[0]!.sure !== "possible";

/**
 * What to look at: one finding for each cause. Faults of cells themselves come first, and the table is judged on as if they were
 * mended; the sums that still fail are traced to the cells that explain them. What merely follows from a cause
 * already told becomes one of its reasons.
 */
export function* findings(judged: readonly Judged[], table: Table, context: CheckContext): Steps<readonly Finding[]> {
  if (judged.every(({ fails }) => fails.length === 0)) return [];
  const checks = judged.map(({ check }) => check);
  const own = judged.filter(({ check }) => !check.balances);
  const faults = own.filter(({ check }) => OWN_FAULTS.has(check.kind)).flatMap(({ fails }) => fails);
  const mendings = new Map(
    faults
      .filter(isSettled)
      .flatMap(({ suggestions }) => suggestions![0]!.changes)
      .flatMap((change) => {
        const mending = mendingOf(change);
        return mending ? [[positionKey(change.at), mending] as const] : [];
      }),
  );
  const sound = mended(table, mendings);
  yield;
  const before = yield* reasonsOf(judged, table, context, false);
  const reasons = mendings.size > 0 ? yield* reasonsOf(judged, sound, context, true) : before;
  const settled = [...before].filter(([key]) => !reasons.has(key));

  const hard = yield* balancesOf(checks.filter(({ severity }) => severity === "error"), sound);
  const others: Draft[] = [];
  for (const outcome of own) {
    for (const fail of outcome.fails) {
      others.push(otherFinding(outcome, fail, table, hard, settled));
      yield;
    }
  }
  const typedOver = new Set(own.filter(({ check }) => check.kind === "formula-overwritten").flatMap(({ fails }) => fails.map(({ cells }) => positionKey(cells[0]))));
  const soft = reasons.size > 0 ? yield* balancesOf(checks.filter(({ severity }) => severity !== "error"), sound) : [];
  const explanations = reasons.size > 0 ? yield* localiseInSteps(hard) : [];
  const plausibility = yield* plausibilityOf(soft, typedOver);
  const rankings = explanations.map((explanation) => ranked(explanation, plausibility));
  const sure = rankings.flatMap(({ order, standsOut }) => (standsOut ? order[0]! : []));
  const repairs = new Map(sure.map(({ figure, to }) => [positionKey(figure.at), { count: to }]));
  const repaired = mended(sound, repairs);
  yield;
  // Live sums follow a repair: what fails only until then is no finding of its own.
  const lasting = sure.length > 0 && explanations.some(({ solutions }) => solutions.length === 0) ? yield* reasonsOf(judged, repaired, context, true) : reasons;
  const follows = (balance: Balance): boolean => !lasting.has(balanceKey(balance));
  const guilty: Draft[] = [];
  for (const [index, explanation] of explanations.entries()) {
    const { solutions, violated } = explanation;
    const left = solutions.length > 0 ? explanation : { solutions, violated: violated.filter((balance) => !follows(balance)) };
    guilty.push(...explain(left, rankings[index]!, sound, (balance) => reasons.get(balanceKey(balance))!));
    yield;
  }

  const flows = yield* flowFindings(judged, repaired, context);
  return [...absorb(guilty, others), ...flows].map((draft) => withId(draft, table)).sort(inOrder);
}

/** The finding of a fail that is no sum: with the sums it spoilt, and the value they ask for where a figure cannot be read. */
function otherFinding(outcome: Judged, fail: Fail, table: Table, hard: readonly Balance[], settled: readonly (readonly [string, Reason])[]): Draft {
  const draft = failFinding(outcome, fail, table);
  if (fail.spoils) {
    const spoilt = fail.spoils.map((at) => `|${positionKey(at)}`);
    const follows = settled.filter(([key]) => spoilt.some((end) => key.endsWith(end))).map(([, reason]) => reason);
    return { ...draft, reasons: [draft.reasons[0], ...follows] };
  }
  const asked = outcome.check.kind === "count" || (outcome.check.kind === "formula-error" && draft.suggestions.length === 0);
  const filled = asked ? fillUnreadable(fail.cells[0], hard) : undefined;
  return filled ? { ...draft, suggestions: [filled] } : draft;
}

/** Gaps between received, resolved and pending that remain once the sure repairs are made. */
function* flowFindings(judged: readonly Judged[], table: Table, context: CheckContext): Steps<readonly Draft[]> {
  const drafts: Draft[] = [];
  for (const outcome of judged.filter(({ check, fails }) => check.balances && check.severity !== "error" && fails.length > 0)) {
    const before = new Set(outcome.fails.map(({ cells }) => cells[0].row));
    let taken = 0;
    for (const verdict of outcome.check.judge(table, context)) {
      if (verdict.kind === "fail" && before.has(verdict.cells[0].row)) drafts.push(failFinding(outcome, verdict, table));
      if (++taken % STEP === 0) yield;
    }
  }
  return drafts;
}
