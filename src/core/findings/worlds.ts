import type { Balance, Check, CheckContext, Verdict } from "../checks/Check";
import { earlierTable } from "../checks/earlierTable";
import { formulasOf } from "../checks/properFormula";
import type { Fail, Judged } from "../checks/judge";
import { positionKey } from "../sheet/Address";
import { STEP, type Steps } from "../steps";
import { figuresByPlace, type Table } from "../figures/Table";
import { readOnceWritten } from "../figures/readFigure";
import { meantUnits } from "../figures/Reading";
import { isStacked } from "../figures/stackedLines";
import type { Reason } from "./Finding";
import { evidenceOf, type Evidence } from "./localisation/evidenceOf";
import { misaddedTotals } from "./localisation/History";
import { problemOf } from "./localisation/problemOf";
import { mendedInSteps, mendingOf, type Mending } from "./mended";
import type { Misadded } from "./misadded";

/** A sum that fails, and in which words. */
export interface FailedSum {
  readonly balance: Balance;
  readonly reason: Reason;
}

/** Failed sums by what they are: their check and total cell. */
export type FailedSums = ReadonlyMap<string, FailedSum>;

/** The table as it reads once what is sure of single cells is mended: cells whose meaning is known, and totals made from misread ones. */
export interface Readable {
  readonly table: Table;
  readonly evidence: Evidence;
  readonly failed: FailedSums;
  /** Sums that fail in the table as read, and come out now. */
  readonly settled: readonly FailedSum[];
  readonly misadded: readonly Misadded[];
}

/** The sums that must come out and do not, with their words. */
function* failedIn(judged: readonly Judged[], verdictsOf: (outcome: Judged) => Iterable<Verdict>): Steps<FailedSums> {
  const failed = new Map<string, FailedSum>();
  for (const outcome of judged) {
    const { id, role } = outcome.check;
    if (role !== "sum") continue;
    let seen = 0;
    for (const verdict of verdictsOf(outcome)) {
      if (++seen % STEP === 0) yield;
      if (verdict.kind !== "fail" || !verdict.balance) continue;
      const { balance, phrase } = verdict;
      failed.set(`${id}|${positionKey(balance.total.at)}`, { balance, reason: { check: id, phrase } });
    }
  }
  return failed;
}

/** The sums that fail in another world of the table. */
export const failedOnceMended = (judged: readonly Judged[], table: Table, context: CheckContext): Steps<FailedSums> => failedIn(judged, ({ check }) => check.judge(table, context));

/** Whether what is offered for a fail is sure enough to judge the rest as if it were done. */
const isSettled = ({ suggestions }: Fail): boolean => suggestions?.length === 1 && suggestions[0]!.sure !== "possible";

/** What sure offers would put into cells, by `positionKey`, and what cells of several lines stand for: live sums pass over them. */
function* sureMendings(faults: readonly Fail[], table: Table): Steps<Map<number, Mending>> {
  const mendings = new Map<number, Mending>();
  const figureAt = figuresByPlace(table);
  for (const fault of faults) {
    for (const change of fault.asIf ?? (isSettled(fault) ? fault.suggestions![0]!.changes : [])) {
      const figure = figureAt(change.at.row, change.at.column);
      const reading = figure && change.to.kind === "number" ? readOnceWritten(change.to, figure) : undefined;
      const mending = reading?.kind === "figure" ? { count: reading.units } : mendingOf(change);
      if (mending) mendings.set(positionKey(change.at), mending);
      if (mendings.size % STEP === 0) yield;
    }
    for (const at of fault.cells) {
      const figure = figureAt(at.row, at.column);
      if (figure && isStacked(figure)) mendings.set(positionKey(at), { count: meantUnits(figure.reading)! });
    }
    yield;
  }
  return mendings;
}

/** Typed totals that Excel made from text or misread thousands. */
function* misaddedIn({ balances, formulas }: Evidence): Steps<readonly Misadded[]> {
  const problem = yield* problemOf(balances.filter(({ gap, isUnsure }) => !gap && !isUnsure), formulas);
  const totals = yield* misaddedTotals(problem);
  return [...totals].map(([cell, to]) => ({ figure: problem.figures[cell]!, to }));
}

/** From the table as read to the readable one. Where nothing is mended they are the same. */
export function* readableWorld(judged: readonly Judged[], asRead: Table, context: CheckContext): Steps<Readable> {
  const failsOf = (role: Check["role"]): readonly Fail[] => judged.flatMap(({ check, fails }) => (check.role === role ? fails : []));
  const mendings = yield* sureMendings(failsOf("fault"), asRead);
  const typedOver = failsOf("typed-over").map(({ cells }) => cells[0]);
  const previous = earlierTable(asRead, context);
  const lookAt = (table: Table): Steps<Evidence> => {
    const figureAt = figuresByPlace(table);
    return evidenceOf(judged.map(({ check }) => check), table, context, typedOver.flatMap(({ row, column }) => figureAt(row, column) ?? []), previous);
  };
  const failedBefore = yield* failedIn(judged, ({ fails }) => fails);
  const formulas = formulasOf(asRead, context);
  let table = yield* mendedInSteps(asRead, mendings, formulas);
  let evidence = yield* lookAt(table);
  if (mendings.size === 0) return { table, evidence, failed: failedBefore, settled: [], misadded: [] };
  const misadded = yield* misaddedIn(evidence);
  if (misadded.length > 0) {
    // From the table as read once more: what a mended formula adds up may be among these totals.
    for (const { figure, to } of misadded) mendings.set(positionKey(figure.at), { count: to });
    table = yield* mendedInSteps(asRead, mendings, formulas);
    evidence = yield* lookAt(table);
  }
  const failed = yield* failedOnceMended(judged, table, context);
  return { table, evidence, failed, settled: [...failedBefore].flatMap(([key, sum]) => (failed.has(key) ? [] : [sum])), misadded };
}
