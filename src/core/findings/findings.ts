import type { Balance, CheckContext } from "../checks/Check";
import { checksOf } from "../checks/checksOf";
import type { Fail, Judged } from "../checks/judge";
import { a1, positionKey, type Position } from "../sheet/Address";
import { STEP, type Steps } from "../steps";
import { previousTable } from "../table/previousTable";
import { meantUnits } from "../table/Reading";
import { isStacked } from "../table/stackedLines";
import type { Figure, Table } from "../table/Table";
import { SEVERITIES } from "../words/Phrase";
import { absorb } from "./absorb";
import { answerKeyAt } from "./answerKeyAt";
import type { Draft } from "./Draft";
import { causesOfSums, explain, plainFinding, standsOut, violationsOf } from "./explain";
import { figureNames } from "./figureNames";
import type { Finding, Reason } from "./Finding";
import { heardOf } from "./heardOf";
import { fillUnreadable } from "./fillUnreadable";
import { evidenceOf, type Evidence } from "./localisation/evidenceOf";
import { problemOf } from "./localisation/problemOf";
import { misaddedTotals } from "./localisation/History";
import { localise, USUAL_LIMIT } from "./localisation/localise";
import { mendedInSteps, mendingOf, type Mending } from "./mended";
import { corrected, misaddedFinding, type Misadded } from "./misadded";
import { suspicionOf, type Suspicion } from "./suspicionOf";

const balanceKey = ({ check, total }: Balance): string => `${check}|${positionKey(total.at)}`;

function failFinding({ check }: Judged, fail: Fail, table: Table): Draft {
  return {
    severity: fail.severity ?? check.severity,
    cells: fail.cells,
    message: fail.phrase,
    reasons: [{ check: check.id, phrase: fail.phrase }],
    suggestions: fail.suggestions ?? [],
    ...(fail.about === undefined ? {} : { about: fail.about }),
    ...(fail.others ? { others: fail.others } : {}),
    ...(fail.question ? { question: { kind: fail.question.question, ask: fail.question.ask, hint: fail.question.hint, key: answerKeyAt(table, fail.cells[0].row) } } : {}),
  };
}

/** Same words, checks and cells, same id, from run to run; what texts say besides comes and goes with them. */
function withId({ about, ...draft }: Draft, table: Table): Finding {
  const heard = new Set(checksOf(table).filter(({ role }) => role === "heard").map(({ id }) => id));
  const named = draft.reasons.map(({ check }) => check);
  const lasting = named.filter((check) => !heard.has(check));
  const checks = (lasting.length > 0 ? lasting : named).join("+");
  const cells = draft.cells.length > 8 ? `${a1(draft.cells[0])}…${draft.cells.length}` : draft.cells.map(a1).join("+");
  return { id: [table.form.id, table.sheet, checks, cells, ...(about === undefined ? [] : [about])].join("/"), sheet: table.sheet, form: table.form.id, ...draft };
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

/** Whether what is offered for a fail is sure enough to judge the rest as if it were done. */
const isSettled = ({ suggestions }: Fail): boolean => suggestions?.length === 1 && suggestions[0]!.sure !== "possible";

/** What sure offers would put into cells, by `positionKey`. */
function* settledMendings(faults: readonly Fail[]): Steps<ReadonlyMap<number, Mending>> {
  const mendings = new Map<number, Mending>();
  let changes = 0;
  for (const fault of faults) {
    if (!isSettled(fault)) continue;
    for (const change of fault.suggestions![0]!.changes) {
      if (++changes % STEP === 0) yield;
      const mending = mendingOf(change);
      if (mending) mendings.set(positionKey(change.at), mending);
    }
  }
  return mendings;
}

/** What cells with the counts of several lines stand for, by `positionKey`: live sums pass over them. */
function* stackedMendings(judged: readonly Judged[], table: Table): Steps<ReadonlyMap<number, Mending>> {
  const mendings = new Map<number, Mending>();
  if (!judged.some(({ check, fails }) => check.role === "fault" && fails.length > 0)) return mendings;
  for (const { figures } of table.rows) {
    yield;
    for (const { at, reading } of figures.filter(isStacked)) mendings.set(positionKey(at), { count: meantUnits(reading)! });
  }
  return mendings;
}

/**
 * What to look at: one finding for each cause. Faults of cells themselves come first, and the table is judged on as if they were
 * mended; the sums that still fail are traced to the cells that explain them. What merely follows from a cause
 * already told becomes one of its reasons.
 */
export function* findings(judged: readonly Judged[], table: Table, context: CheckContext): Steps<readonly Finding[]> {
  if (judged.every(({ fails }) => fails.length === 0)) return [];
  const checks = judged.map(({ check }) => check);
  const own = judged.filter(({ check }) => !check.balances);
  const faults = own.filter(({ check }) => check.role === "fault").flatMap(({ fails }) => fails);
  const certainMendings = new Map([...(yield* settledMendings(faults)), ...(yield* stackedMendings(judged, table))]);
  const readable = yield* mendedInSteps(table, certainMendings);
  const typedOver = own.filter(({ check }) => check.role === "typed-over").flatMap(({ fails }) => fails.map(({ cells }) => cells[0]));
  const previous = previousTable(table, context.tables);
  const gathered = yield* evidenceOf(checks, readable, context, figuresAt(readable, typedOver), previous);
  const misadded = certainMendings.size > 0 ? yield* misaddedIn(gathered) : [];
  const mendings = new Map([...certainMendings, ...misadded.map(({ figure, to }) => [positionKey(figure.at), { count: to }] as const)]);
  const sound = misadded.length > 0 ? yield* mendedInSteps(table, mendings) : readable;
  const evidence = misadded.length > 0 ? yield* evidenceOf(checks, sound, context, figuresAt(sound, typedOver), previous) : gathered;
  yield;
  const before = yield* reasonsOf(judged, table, context, false);
  const reasons = mendings.size > 0 ? yield* reasonsOf(judged, sound, context, true) : before;
  const settled = [...before].filter(([key]) => !reasons.has(key));

  const others: Draft[] = [];
  for (const outcome of own.filter(({ check }) => check.role !== "heard")) {
    for (const fail of outcome.fails) {
      others.push(corrected(otherFinding(outcome, fail, table, evidence.balances, settled), misadded));
      yield;
    }
  }
  const flowFails = judged.some(({ check, fails }) => check.balances && check.severity !== "error" && fails.length > 0);
  const localisation = reasons.size > 0 || flowFails ? yield* localise(evidence, { ...USUAL_LIMIT, ...(context.isOver ? { isOver: context.isOver } : {}) }) : NOTHING_LOCALISED;
  const { causes, complete } = localisation;
  const violated = yield* violatedOf(evidence.balances, reasons);
  const reasonOf = (balance: Balance): Reason => reasons.get(balanceKey(balance))!;
  const names = figureNames(sound);
  const violations = violationsOf(violated);
  const speaking = causesOfSums(causes, violations);
  const guilty: Draft[] = [...misadded.map((each) => misaddedFinding(each, names, settled)), ...explain(speaking, { table: sound, names, violations, reasonOf, complete })];
  yield;
  const repairs = new Map(
    [...speaking.filter(standsOut).flatMap(({ options: [{ events, followers }] }) => [...events.flatMap((event) => event.repairs), ...followers])].flatMap(({ figure, to }) =>
      to === undefined || figure.cell.formula !== undefined ? [] : [[positionKey(figure.at), { count: to }] as const],
    ),
  );
  const repaired = yield* mendedInSteps(sound, repairs);
  yield;
  // Live sums follow a repair, and so do those that were pasted: what fails only until then is no finding of its own.
  const told = new Set(guilty.flatMap((draft) => draft.reasons));
  const untold = violated.filter((balance) => !told.has(reasonOf(balance)));
  if (untold.length > 0) {
    const lasting = repairs.size > 0 ? yield* reasonsOf(judged, repaired, context, true) : reasons;
    guilty.push(...untold.filter((balance) => lasting.has(balanceKey(balance))).map((balance) => plainFinding(balance, { names, reasonOf, complete })));
  }
  const flows = yield* flowFindings(judged, repaired, context, { causes: causes.filter((cause) => !speaking.includes(cause)), table: sound, complete });
  const heard = yield* heardOf(own, guilty, repaired, context, (outcome, fail) => failFinding(outcome, fail, table));
  return [...absorb(heard.guilty, [...others, ...heard.others]), ...flows].map((draft) => withId(draft, table)).sort(inOrder);
}

/** The sums that have failed. */
function* violatedOf(sums: readonly Balance[], reasons: ReadonlyMap<string, Reason>): Steps<readonly Balance[]> {
  const violated: Balance[] = [];
  for (const [index, balance] of sums.entries()) {
    if (index % STEP === STEP - 1) yield;
    if (reasons.has(balanceKey(balance))) violated.push(balance);
  }
  return violated;
}

/** Typed totals that Excel made from text or misread thousands. */
function* misaddedIn({ balances }: Evidence): Steps<readonly Misadded[]> {
  const problem = yield* problemOf(balances.filter(({ gap }) => !gap));
  const totals = yield* misaddedTotals(problem);
  return [...totals].map(([cell, to]) => ({ figure: problem.figures[cell]!, to }));
}

const NOTHING_LOCALISED = { causes: [], complete: true };

function figuresAt(table: Table, cells: readonly Position[]): readonly Figure[] {
  if (cells.length === 0) return [];
  const keys = new Set(cells.map(positionKey));
  return table.rows.flatMap(({ figures }) => figures.filter(({ at }) => keys.has(positionKey(at))));
}

/** The finding of a fail that is no sum: with the sums it spoilt, and the value they ask for where a figure cannot be read. */
function otherFinding(outcome: Judged, fail: Fail, table: Table, hard: readonly Balance[], settled: readonly (readonly [string, Reason])[]): Draft {
  const draft = failFinding(outcome, fail, table);
  if (fail.spoils) {
    const spoilt = fail.spoils.map((at) => `|${positionKey(at)}`);
    const follows = settled.filter(([key]) => spoilt.some((end) => key.endsWith(end))).map(([, reason]) => reason);
    return { ...draft, reasons: [draft.reasons[0], ...follows] };
  }
  const asked = outcome.check.role === "fault" && draft.suggestions.length === 0;
  const filled = asked ? fillUnreadable(fail.cells[0], hard) : undefined;
  return filled ? { ...draft, suggestions: [filled] } : draft;
}

/** Gaps between received, resolved and pending that remain once the sure repairs are made, with what may have caused them. */
function* flowFindings(judged: readonly Judged[], table: Table, context: CheckContext, suspicion: Suspicion): Steps<readonly Draft[]> {
  const drafts: Draft[] = [];
  const suspect = suspicionOf(suspicion);
  for (const outcome of judged.filter(({ check, fails }) => check.balances && check.severity !== "error" && fails.length > 0)) {
    const before = new Set(outcome.fails.map(({ cells }) => cells[0].row));
    let taken = 0;
    for (const verdict of outcome.check.judge(table, context)) {
      if (verdict.kind === "fail" && before.has(verdict.cells[0].row)) drafts.push(suspect(failFinding(outcome, verdict, table)));
      if (++taken % STEP === 0) yield;
    }
  }
  return drafts;
}
