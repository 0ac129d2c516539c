import type { Balance, Suggestion, Sureness } from "../checks/Check";
import { formatCount, rowName } from "../checks/columnWords";
import { outcomeOf } from "../checks/judgeBalance";
import { a1, positionKey, type Position } from "../sheet/Address";
import { contentOf, numberValue } from "../sheet/Cell";
import { meantCount } from "../table/Reading";
import type { Table } from "../table/Table";
import type { Language, Phrase } from "../words";
import { figureNames, sameFigure, type FigureNames } from "./figureNames";
import type { Draft } from "./Draft";
import type { Reason } from "./Finding";
import type { Explanation, Repair } from "./localise";
import { typingSlip } from "./typingSlip";

/** Words of the failed balances, by total cell and check. */
export type BalanceReasons = (balance: Balance) => Reason;

const MOST_ALTERNATIVES = 5;
const MOST_CELLS = 6;

const held = ({ figure }: Repair): number => meantCount(figure.reading) ?? 0;
const keyOf = ({ figure, to }: Repair): string => `${positionKey(figure.at)}=${to}`;
/** What stands in the cell, in words: a blank is not a 0 that somebody typed. */
function saysNow(repair: Repair, language: Language): string {
  if (repair.figure.reading.kind === "blank") return language === "vi" ? "đang để trống" : "is blank";
  const count = formatCount(held(repair), language);
  return language === "vi" ? `ghi ${count}` : `says ${count}`;
}

const both = (say: (language: Language) => string): Phrase => ({ vi: say("vi"), en: say("en") });

function change({ figure, to }: Repair): Suggestion["changes"][number] {
  return { at: figure.at, from: contentOf(figure.cell), to: numberValue(to) };
}

/** "Ô D11 …: 0 → 14 (gõ đảo chữ số)" */
function sayRepair(repair: Repair, names: FigureNames, language: Language): string {
  const slip = typingSlip(held(repair), repair.to);
  const from = repair.figure.reading.kind === "blank" ? (language === "vi" ? "(trống)" : "(blank)") : formatCount(held(repair), language);
  return `${names.say(repair.figure, language)}: ${from} → ${formatCount(repair.to, language)}${slip ? ` (${slip[language]})` : ""}`;
}

function suggestion(repairs: readonly Repair[], sure: Sureness, names: FigureNames): Suggestion {
  const mended = new Set(repairs.flatMap(({ mends }) => mends)).size;
  return {
    changes: repairs.map(change),
    sure,
    why: both((language) => {
      const cells = repairs.map((repair) => sayRepair(repair, names, language)).join("; ");
      return language === "vi" ? `${cells}: ${mended} phép cộng đang lệch sẽ khớp` : `${cells}: ${mended} sums that fail will come out`;
    }),
  };
}

/** Sums whose printed total is right once these cells are mended: the reader sees why nobody blames the total. */
function agreements({ violated }: Explanation, repair: Repair, solution: readonly Repair[], table: Table): Phrase | undefined {
  const totals = repair.mends
    .map((index) => ({ balance: violated[index]!, index }))
    .filter(({ balance }) => balance.parts.some((part) => sameFigure(part, repair.figure)) && balance.total.at.row !== repair.figure.at.row);
  const [first] = totals;
  if (!first) return undefined;
  const mending = solution.filter(({ mends }) => mends.includes(first.index)).map(({ figure }) => a1(figure.at));
  const cells = (language: Language): string =>
    mending.length > MOST_CELLS
      ? `${mending.slice(0, MOST_CELLS).join(", ")}, … (${mending.length} ${language === "vi" ? "ô" : "cells"})`
      : mending.join(language === "vi" ? " và " : " and ");
  const stated = outcomeOf(first.balance)!.total;
  const row = table.rows.find((each) => each.row === first.balance.total.at.row)!;
  return both((language) =>
    language === "vi"
      ? `Sửa ${cells(language)} thì ${rowName(row, "vi")} ${formatCount(stated, "vi")} ở ô ${a1(first.balance.total.at)} khớp với cộng các dòng.`
      : `With ${cells(language)} mended, ${rowName(row, "en")} ${formatCount(stated, "en")} in cell ${a1(first.balance.total.at)} is the sum of its rows.`,
  );
}

/** The failed sums that a repair mends; one that only makes another repair possible is owed to all of them. */
function reasonsFor({ violated }: Explanation, mends: readonly number[], reasonOf: BalanceReasons): readonly [Reason, ...Reason[]] {
  const balances = mends.length > 0 ? mends.map((index) => violated[index]!) : violated;
  const [first, ...rest] = balances.map(reasonOf);
  return [first!, ...rest];
}

function repairFinding(explanation: Explanation, repair: Repair, solution: readonly Repair[], table: Table, names: FigureNames, reasonOf: BalanceReasons): Draft {
  const sure: Sureness = repair.mends.length > 1 ? "certain" : "likely";
  const agreement = agreements(explanation, repair, solution, table);
  return {
    severity: "error",
    cells: [repair.figure.at],
    message: both((language) => {
      const place = names.say(repair.figure, language);
      const [now, to] = [saysNow(repair, language), formatCount(repair.to, language)];
      const slip = typingSlip(held(repair), repair.to);
      const because = slip ? ` (${slip[language]})` : "";
      const words =
        language === "vi"
          ? `${capitalised(place)} ${now}, ${sure === "certain" ? "phải là" : "nhiều khả năng phải là"} ${to}${because}.`
          : `${capitalised(place)} ${now}, it ${sure === "certain" ? "should be" : "should probably be"} ${to}${because}.`;
      return agreement ? `${words} ${agreement[language]}` : words;
    }),
    reasons: reasonsFor(explanation, repair.mends, reasonOf),
    suggestions: [suggestion([repair], sure, names)],
  };
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Several sets of cells would do: they are offered, the likeliest first. */
function choiceFinding(
  explanation: Explanation,
  rests: readonly (readonly Repair[])[],
  best: number,
  sure: Sureness,
  names: FigureNames,
  reasonOf: BalanceReasons,
): Draft {
  const leading = rests.slice(0, best);
  const cells = new Map<number, Position>();
  for (const { figure } of leading.flat()) cells.set(positionKey(figure.at), figure.at);
  const shown = [...cells.values()].slice(0, MOST_CELLS) as [Position, ...Position[]];
  const indices = new Set(rests.flat().flatMap(({ mends }) => mends));
  const reasons = reasonsFor(explanation, [...indices], reasonOf);
  const alone = best === 1;
  return {
    severity: "error",
    cells: shown,
    message: both((language) => {
      const first = reasons[0].phrase[language];
      const where = shown.map(a1).join(", ");
      if (alone) {
        const repairs = rests[0]!.map((repair) => sayRepair(repair, names, language)).join("; ");
        return language === "vi" ? `${first} Nhiều khả năng nhất: ${repairs}.` : `${first} Most likely: ${repairs}.`;
      }
      return language === "vi" ? `${first} Sai ở một trong các ô ${where}; hãy đối chiếu và chọn.` : `${first} One of ${where} is wrong; compare and choose.`;
    }),
    reasons,
    suggestions: rests.slice(0, MOST_ALTERNATIVES).map((repairs, place) => suggestion(repairs, place === 0 ? sure : "possible", names)),
  };
}

/** No small set of cells explains these: each sum is told by itself. */
function plainFinding(balance: Balance, names: FigureNames, reasonOf: BalanceReasons): Draft {
  const reason = reasonOf(balance);
  const { sum } = outcomeOf(balance)!;
  const typed = balance.total.cell.formula === undefined;
  return {
    severity: "error",
    cells: [balance.total.at],
    message: reason.phrase,
    reasons: [reason],
    suggestions: typed ? [suggestion([{ figure: balance.total, to: sum, mends: [0] }], "possible", names)] : [],
  };
}

/** How likely a solution is: higher is likelier, and a whole sum that would hold as well counts `SUM_HOLDS`. */
export type Plausibility = (solution: readonly Repair[]) => number;

/** What it counts that a sum which usually holds would hold; the rest is the play of digits. */
export const SUM_HOLDS = 10;

/** The solutions of an explanation, likeliest first. */
export interface Ranking {
  readonly order: readonly (readonly Repair[])[];
  /** How many are as likely as the first. */
  readonly best: number;
  /** Whether the first stands out by more than the play of digits. */
  readonly standsOut: boolean;
}

export function ranked({ solutions }: Explanation, plausibility: Plausibility): Ranking {
  const scored = solutions.map((solution) => ({ solution, score: plausibility(solution) })).sort((one, other) => other.score - one.score);
  const [first, second] = scored;
  return {
    order: scored.map(({ solution }) => solution),
    best: scored.filter(({ score }) => score === first?.score).length,
    standsOut: first !== undefined && (second === undefined || first.score - second.score >= SUM_HOLDS),
  };
}

/** Findings for one group of violated balances. */
export function explain(explanation: Explanation, { order, best, standsOut }: Ranking, table: Table, reasonOf: BalanceReasons): readonly Draft[] {
  const names = figureNames(table);
  const { solutions, violated } = explanation;
  if (solutions.length === 0) return violated.map((balance) => plainFinding(balance, names, reasonOf));
  const top = order[0]!;
  const shared = top.filter((repair) => solutions.every((solution) => solution.some((each) => keyOf(each) === keyOf(repair))));
  const sharedKeys = new Set(shared.map(keyOf));
  const findings = shared.map((repair) => repairFinding(explanation, repair, top, table, names, reasonOf));
  const rests = order.map((solution) => solution.filter((repair) => !sharedKeys.has(keyOf(repair)))).filter((rest) => rest.length > 0);
  if (rests.length === 0) return findings;
  return [...findings, choiceFinding(explanation, rests, best, standsOut ? "likely" : "possible", names, reasonOf)];
}
