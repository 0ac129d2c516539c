import { addTo } from "../../addTo";
import { STEP, type Steps } from "../../steps";
import { costOf, type Cost } from "./Cost";
import { isComputed, type Axis, type Problem, type Sum } from "./Problem";

/**
 * How a table of bare numbers came about. A sum that was live when a slip was made followed it, and was pasted as
 * a value afterwards: it comes out, and yet it is wrong. Nobody can tell from the numbers; all histories are tried, and
 * their answers compete.
 */
export interface History {
  readonly id: "typed" | "totals-followed" | "all-followed";
  /** How rare such files are. */
  readonly cost: Cost;
  /** The sums that were live. */
  readonly followed: readonly Axis[];
}

/**
 * Nobody has counted how files come about. Totals typed or calculated by hand are the plainest case; live totals under typed rows
 * are what a template of the office gives; tables that were live throughout mostly still are, and then nothing need be guessed.
 */
const HISTORIES: readonly History[] = [
  { id: "typed", cost: costOf(0.5), followed: [] },
  { id: "totals-followed", cost: costOf(0.3), followed: ["column"] },
  { id: "all-followed", cost: costOf(0.2), followed: ["column", "row"] },
];

/** The histories that differ for this table: a sum that is a formula follows in all of them. */
export function historiesOf(problem: Problem): readonly History[] {
  const typed = new Set<Axis>();
  for (const { hard, total, axis } of problem.sums) if (hard && !typed.has(axis) && !isComputed(problem, total)) typed.add(axis);
  return HISTORIES.filter(({ followed }, index) => index === 0 || typed.has(followed.at(-1)!));
}

/** A sum that was not live mostly counts what a person reads, and sometimes was made by SUM once, which passes over text. */
const COUNTED_BY_HAND = costOf(3 / 4);
const SUMMED_ONCE = costOf(1 / 4);
/** A live sum passes over text, unless the text was put there after it was pasted. */
const MADE_TEXT_LATER = costOf(1 / 10);

const NONE: ReadonlyMap<number, number> = new Map();

/** The sums that must come out, totals after the cells they add up; what runs in a circle comes in any order. */
function* hardInOrder(problem: Problem): Steps<readonly Sum[]> {
  const sums = problem.sums.filter(({ hard, taken }) => hard && taken.length === 0);
  const byTotal = new Map<number, Sum[]>();
  for (const [index, sum] of sums.entries()) {
    if (index % STEP === STEP - 1 || sum.parts.length > STEP) yield;
    addTo(byTotal, sum.total, sum);
  }
  const seen = new Set<Sum>();
  const inTurn: Sum[] = [];
  // A list of its own instead of calls that call themselves: sums of sums may go as deep as somebody likes.
  const visit = (first: Sum): void => {
    const open: { readonly sum: Sum; readonly below: Iterator<Sum> }[] = [];
    const begin = (sum: Sum): void => {
      if (seen.has(sum)) return;
      seen.add(sum);
      open.push({ sum, below: sum.parts.flatMap((part) => byTotal.get(part) ?? [])[Symbol.iterator]() });
    };
    begin(first);
    for (let look = open.at(-1); look; look = open.at(-1)) {
      const { value, done } = look.below.next();
      if (done) inTurn.push(open.pop()!.sum);
      else begin(value);
    }
  };
  for (const [index, sum] of sums.entries()) {
    if (index % STEP === STEP - 1 || sum.parts.length > STEP) yield;
    visit(sum);
  }
  return inTurn;
}

/** Counts as they would have been, which of them are not as they stand, and how rare that is. */
export interface Unfolded {
  readonly values: Float64Array;
  readonly changed: ReadonlyMap<number, number>;
  readonly cost: Cost;
}

/** What totals of an axis say of the text they are over: how many count it as meant, and how many come out only where it was passed over. */
type Habits = Readonly<Record<Axis, { meant: number; passedOver: number }>>;

function habitsOf({ counts, added, figures }: Problem, sums: readonly Sum[]): Habits {
  const none = () => ({ meant: 0, passedOver: 0 });
  const habits: Habits = { row: none(), column: none(), other: none() };
  for (const { total, parts, axis } of sums) {
    let [meant, missing] = [0, 0];
    for (const part of parts) {
      meant += counts[part]!;
      missing += counts[part]! * 1000 - added[part]!;
    }
    if (missing === 0 || figures[total]!.cell.value.kind !== "number") continue;
    if (counts[total] === meant) habits[axis].meant++;
    else if (added[total]! + missing === meant * 1000) habits[axis].passedOver++;
  }
  return habits;
}

/** Totals that Excel added up over text or over misread thousands, as they would have been; not those that come out by what is meant. */
export function* unfolded(problem: Problem, follows: (sum: Sum) => boolean): Steps<Unfolded> {
  const { counts, added } = problem;
  if (problem.isAddedAsMeant) return { values: counts, changed: NONE, cost: 0 };
  const sums = yield* hardInOrder(problem);
  const habits = habitsOf(problem, sums);
  const values = Float64Array.from(counts);
  const changed = new Map<number, number>();
  let cost: Cost = 0;
  for (const [index, sum] of sums.entries()) {
    if (index % STEP === STEP - 1 || sum.parts.length > STEP) yield;
    const missing = sum.parts.reduce((difference, part) => difference + values[part]! * 1000 - added[part]!, 0);
    const { value } = problem.figures[sum.total]!.cell;
    // Where noughts are not shown, a blank total may have come to nought.
    if (missing === 0 || (value.kind !== "number" && value.kind !== "blank") || isComputed(problem, sum.total)) continue;
    const thousandths = added[sum.total]! + missing;
    if (thousandths % 1000 !== 0 || thousandths < 0) continue;
    const meant = sum.parts.reduce((count, part) => count + values[part]!, 0);
    const isOdd = added[sum.total]! % 1000 !== 0;
    const comesOut = thousandths / 1000 === meant;
    const countsMeant = values[sum.total] === meant;
    if (countsMeant) cost += follows(sum) ? MADE_TEXT_LATER : COUNTED_BY_HAND;
    else if ((comesOut || isOdd) && !follows(sum)) cost += SUMMED_ONCE;
    // Where other totals count such text, one that does not is a slip like any other.
    const isException = !isOdd && habits[sum.axis].meant >= habits[sum.axis].passedOver;
    if (countsMeant || (!follows(sum) && (isException || (!comesOut && !isOdd)))) continue;
    values[sum.total] = thousandths / 1000;
    changed.set(sum.total, thousandths / 1000);
  }
  return { values, changed, cost };
}

/** Typed totals that are wrong because Excel made them from text or from misread thousands, with what they come to when those are put right. */
export function* misaddedTotals(problem: Problem): Steps<ReadonlyMap<number, number>> {
  return (yield* unfolded(problem, () => false)).changed;
}
