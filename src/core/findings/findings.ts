import type { Balance, CheckContext, Suggestion } from "../checks/Check";
import type { Fail, Judged } from "../checks/judge";
import { a1, positionKey, type Position } from "../sheet/Address";
import { STEP, type Steps } from "../steps";
import { answerKeyAt } from "../figures/rowNames";
import { figuresByPlace, type Figure, type Table } from "../figures/Table";
import { SEVERITIES, type Phrase } from "../words/Phrase";
import { absorb, heardOf, joined } from "./absorb";
import { keepBlocksWhole } from "./arrayBlocks";
import { causesOfSums, explain, plainFinding, standsOut, violationsOf, type Telling } from "./explain";
import { corrected, misaddedFinding } from "./misadded";
import type { Draft, Finding } from "./Finding";
import type { Cause } from "./localisation/causes";
import { localise, NOTHING_WRONG, USUAL_LIMIT } from "./localisation/localise";
import { mendedInSteps } from "./mended";
import { basesOf } from "./restsOn";
import { suspicionOf, type Suspicion } from "./suspicionOf";
import { failedOnceMended, readableWorld, type Readable } from "./worlds";
import { changeTo } from "../checks/changeTo";
import { sayFigure } from "../figures/figureValue";
import { mostOf } from "../figures/readFigure";
import { meantUnits } from "../figures/Reading";

/** Each is looked for in all sums. */
const MOST_FILLED = 30;

function failFinding({ check }: Judged, fail: Fail, table: Table): Draft {
  const { question, rowsAsked, others, about, rests } = fail;
  return {
    severity: fail.severity ?? check.severity,
    cells: fail.cells,
    message: fail.phrase,
    reasons: [{ check: check.id, phrase: fail.phrase }],
    suggestions: fail.suggestions ?? [],
    ...(about === undefined ? {} : { about }),
    ...(rests ? { rests } : {}),
    ...(others ? { others } : {}),
    ...(rowsAsked ? { rowsAsked } : {}),
    ...(question ? { question: { kind: question.question, ask: question.ask, hint: question.hint, key: answerKeyAt(table, fail.cells[0].row) } } : {}),
  };
}

const basis = (restsOn: readonly Phrase[]): Pick<Draft, "restsOn"> => (restsOn.length > 0 ? { restsOn } : {});

/** Same words, checks and cells, same id, from run to run; what texts say besides, by the `heard` checks, comes and goes with them. */
function withId({ about, rests: _rests, ...draft }: Draft, { form, sheet }: Table, heard: ReadonlySet<string>): Finding {
  const named = draft.reasons.map(({ check }) => check);
  const lasting = named.filter((check) => !heard.has(check));
  const checks = (lasting.length > 0 ? lasting : named).join("+");
  const cells = draft.cells.length > 8 ? `${a1(draft.cells[0])}…${draft.cells.length}` : draft.cells.map(a1).join("+");
  return { id: [form.id, sheet, checks, cells, ...(about === undefined ? [] : [about])].join("/"), sheet, form: form.id, ...draft };
}

function inOrder(one: Finding, other: Finding): number {
  const [a] = one.cells;
  const [b] = other.cells;
  return SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) || a.row - b.row || a.column - b.column;
}

/** Whether a draft is about a fault that is taken for mended when the rest is judged. */
function isSettling(judged: readonly Judged[]): (draft: Draft) => boolean {
  const faults = new Set(judged.flatMap(({ check }) => (check.role === "fault" && !check.isNotice ? [check.id] : [])));
  return ({ reasons: [{ check }], suggestions: [best, ...more] }) => faults.has(check) && best !== undefined && more.length === 0 && best.sure !== "possible";
}

/** A gap that asks a question, or a difference beyond it: no sum that must come out. */
const isGap = ({ balance }: Fail): boolean => balance === undefined;

/**
 * What to look at: one finding for each cause. Faults of cells themselves come first, and the table is judged on as if they were
 * mended; the sums that still fail are traced to the cells that explain them. What merely follows from a cause
 * already told becomes one of its reasons.
 */
export function* findings(judged: readonly Judged[], table: Table, context: CheckContext): Steps<readonly Finding[]> {
  if (judged.every(({ fails }) => fails.length === 0)) return [];
  const readable = yield* readableWorld(judged, table, context);
  const { failed, misadded } = readable;
  const own = judged.filter(({ check }) => check.role !== "sum");
  const gaps = judged.filter(({ check, fails }) => check.role === "sum" && fails.some(isGap));
  const others: Draft[] = [];
  for (const outcome of own.filter(({ check }) => check.role !== "heard")) {
    for (const fail of outcome.fails) {
      others.push(corrected(otherFinding(outcome, fail, table, readable), misadded));
      yield;
    }
  }
  const limit = { ...USUAL_LIMIT, ...(context.isOver ? { isOver: context.isOver } : {}) };
  const { causes, complete } = failed.size > 0 || gaps.length > 0 ? yield* localise(readable.evidence, limit) : NOTHING_WRONG;
  const telling: Telling = { table: readable.table, violations: violationsOf([...failed.values()]), complete };
  const speaking = causesOfSums(causes, telling.violations);
  const guilty: Draft[] = [...misadded.map((each) => misaddedFinding(each, readable)), ...explain(speaking, telling)];
  yield;
  const reasons = new Set(guilty.flatMap((draft) => draft.reasons));
  const untold = [...failed].filter(([, { reason }]) => !reasons.has(reason));
  const isAsked = untold.length > 0 || gaps.length > 0 || own.some(({ check, fails }) => check.role === "heard" && fails.length > 0);
  const repaired = isAsked ? yield* repairedWorld(readable, speaking) : readable.table;
  // Live sums follow a repair, and so do those that were pasted: what fails only until then is no finding of its own.
  const lasting = untold.length > 0 && repaired !== readable.table ? yield* failedOnceMended(judged, repaired, context) : failed;
  for (const [key, sum] of untold) {
    if (lasting.has(key)) guilty.push(plainFinding(sum, telling));
    yield;
  }
  const flows = yield* gapFindings(gaps, repaired, context, { causes: causes.filter((cause) => !speaking.includes(cause)), table: readable.table, complete });
  const settling = others.filter(isSettling(judged));
  const heard = yield* heardOf(own, [...guilty, ...settling], repaired, context, (outcome, fail) => failFinding(outcome, fail, table));
  const [stated, faults] = [heard.guilty.slice(0, guilty.length), heard.guilty.slice(guilty.length)];
  const heardChecks = new Set(own.flatMap(({ check }) => (check.role === "heard" ? [check.id] : [])));
  const figureAt = figuresByPlace(table);
  yield;
  const told = absorb(stated, [...others.filter((draft) => !settling.includes(draft)), ...faults, ...heard.others], (at) => figureAt(at.row, at.column)?.cell.formula !== undefined);
  // A notice of how figures are written is about none of them in particular.
  const notices = new Set(judged.flatMap(({ check }) => (check.isNotice ? [check.id] : [])));
  const isNotice = ({ reasons: [{ check }] }: Draft): boolean => notices.has(check);
  // A question stands by itself, whatever else is said of the row.
  const ruled = [...told.others.filter((draft) => !isNotice(draft)), ...flows.filter(({ question }) => !question)];
  const asked = [...told.others.filter(isNotice), ...flows.filter(({ question }) => question)];
  const drafts = [...joined(told.guilty, ruled, ({ reasons: [{ check }] }) => heardChecks.has(check)), ...asked];
  const restsOn = basesOf(readable.table, [...failed.values(), ...readable.settled]);
  const named: Finding[] = [];
  for (const draft of keepBlocksWhole(drafts, figureAt)) {
    yield;
    named.push(withId({ ...draft, ...(isNotice(draft) ? {} : basis(restsOn(draft))) }, table, heardChecks));
  }
  yield;
  return named.sort(inOrder);
}

/** The readable table with what stands out mended, too; the same where nothing does. */
function* repairedWorld({ table, evidence }: Readable, speaking: readonly Cause[]): Steps<Table> {
  const likeliest = speaking.filter(standsOut).map(({ options: [first] }) => first);
  // Live sums follow by themselves.
  const repairs = likeliest.flatMap(({ events, followers }) => [...events.flatMap((event) => event.repairs), ...followers.filter(({ figure }) => figure.cell.formula === undefined)]);
  const mendings = repairs.flatMap(({ figure, to }) => (to === undefined ? [] : [[positionKey(figure.at), { count: to }] as const]));
  return yield* mendedInSteps(table, new Map(mendings), evidence.formulas);
}

/** The finding of a fail that is no sum: with the sums it spoilt, and the value they ask for where a figure cannot be read. */
function otherFinding(outcome: Judged, fail: Fail, table: Table, { evidence, settled }: Readable): Draft {
  const draft = failFinding(outcome, fail, table);
  if (fail.spoils) {
    const spoilt = new Set(fail.spoils.map(positionKey));
    const follows = settled.filter(({ balance }) => spoilt.has(positionKey(balance.total.at))).map(({ reason }) => reason);
    return { ...draft, reasons: [draft.reasons[0], ...follows] };
  }
  const isOpen = outcome.check.role === "fault" && !outcome.check.isNotice && draft.suggestions.length === 0;
  const filled = isOpen ? fail.cells.slice(0, MOST_FILLED).flatMap((at) => fillUnreadable(at, evidence.balances) ?? []) : [];
  return filled.length > 0 ? { ...draft, suggestions: filled.length === 1 ? filled : togetherBySureness(filled) } : draft;
}

const BY_SUMS: Phrase = { vi: "Các phép cộng có những ô này chỉ khớp với các số đó", en: "The sums with these cells come out only with these figures" };

/** What is as sure is offered together, the surest first. */
function togetherBySureness(filled: readonly Suggestion[]): readonly Suggestion[] {
  return (["certain", "likely"] as const).flatMap((sure) => {
    const same = filled.filter((each) => each.sure === sure);
    return same.length === 0 ? [] : [{ ...same[0]!, changes: same.flatMap(({ changes }) => changes), ...(same.length === 1 ? {} : { why: BY_SUMS }) }];
  });
}

/** Differences that remain once the sure repairs are made, with what may have caused them. */
function* gapFindings(gaps: readonly Judged[], table: Table, context: CheckContext, suspicion: Suspicion): Steps<readonly Draft[]> {
  const drafts: Draft[] = [];
  const suspect = suspicionOf(suspicion);
  for (const outcome of gaps) {
    const before = new Set(outcome.fails.map(({ cells }) => cells[0].row));
    let taken = 0;
    for (const verdict of outcome.check.judge(table, context)) {
      if (verdict.kind === "fail" && isGap(verdict) && before.has(verdict.cells[0].row)) drafts.push(suspect(failFinding(outcome, verdict, table)));
      if (++taken % STEP === 0) yield;
    }
  }
  return drafts;
}

/** What a figure that cannot be read must be, from the sums it takes part in; undefined when they do not say, or disagree. */
export function fillUnreadable(at: Position, balances: readonly Balance[]): Suggestion | undefined {
  const key = positionKey(at);
  const answers: number[] = [];
  let asked: Figure | undefined;
  let most = Infinity;
  for (const { total, parts, gap, isUnsure, taken } of balances) {
    if (gap || isUnsure || taken) continue;
    const all = [total, ...parts];
    const own = all.find((figure) => positionKey(figure.at) === key);
    if (!own) continue;
    // A live formula is mended, not replaced by its result.
    if (own.cell.formula !== undefined) return undefined;
    asked = own;
    // What a column may hold in a line says nothing of the sum of all lines.
    if (own !== total || parts[0]?.at.row === at.row) most = mostOf(own.column.kind);
    const others = all.filter((figure) => figure !== own);
    // A live sum takes this very cell for nothing: it cannot say what is missing.
    if (others.some(({ reading, cell }) => meantUnits(reading) === undefined || cell.formula !== undefined)) continue;
    const sum = parts.reduce((added, part) => added + (part === own ? 0 : meantUnits(part.reading)!), 0);
    answers.push(own === total ? sum : meantUnits(total.reading)! - sum);
  }
  const [answer] = answers;
  if (!asked || answer === undefined || answer < 0 || answer > most || answers.some((each) => each !== answer)) return undefined;
  const { cell, column } = asked;
  return {
    changes: [changeTo(asked, answer)],
    // Words may say something that no sum knows.
    sure: answers.length > 1 && cell.value.kind !== "text" ? "certain" : "likely",
    why: {
      vi: `Các phép cộng có ô này chỉ khớp khi ô là ${sayFigure(answer, column, "vi")}`,
      en: `The sums with this cell come out only if it is ${sayFigure(answer, column, "en")}`,
    },
  };
}
