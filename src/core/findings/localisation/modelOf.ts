import { STEP, type Steps } from "../../steps";
import { compositionCost, learnComposition, thinned, type Composition } from "./Composition";
import { choiceOf, costOf, magnitudeOf, probabilityOf, sizeOf, type Cost } from "./Cost";
import type { Unknown } from "./Event";
import type { Model } from "./Model";
import type { Problem, Sum } from "./Problem";

/** One report in seven has lines with files withdrawn: about the share in the tables that localisation is measured on, as no other count is known. */
const WITHDRAWN_REPORTS = 1 / 7;
/** Mostly in one line, and with each further line half as often. */
const NEXT_WITHDRAWN_LINE = 1 / 2;
/** More resolved and pending than was received cannot be; only a typist's or a program's oddity remains. */
const MORE_OUT_THAN_IN = costOf(1e-7);

/** So many counts are tried for each part of a sum whose parts cannot be known. */
const TRIALS = 12;

/** How unlikely it is that these parts share a sum, whatever each of them has. `split` gives all of it to the first. */
function sharedCost(composition: Composition, parts: readonly number[], split: readonly number[], { cells, sum }: Unknown): Cost {
  const places = cells.map((cell) => parts.indexOf(cell));
  const trial = [...split];
  trial[places[0]!]! -= sum;
  const share = (place: number, left: number): number => {
    const at = places[place]!;
    const others = places.length - place - 1;
    if (others === 0) {
      trial[at]! += left;
      const probability = probabilityOf(compositionCost(composition, trial));
      trial[at]! -= left;
      return probability;
    }
    const most = left - others;
    const stride = Math.max(1, most / TRIALS);
    let probability = 0;
    for (let taken = 1; taken <= most; taken += stride) {
      trial[at]! += Math.floor(taken);
      probability += stride * share(place + 1, left - Math.floor(taken));
      trial[at]! -= Math.floor(taken);
    }
    return probability;
  };
  const probability = sum < cells.length ? 0 : share(0, sum);
  return probability > 0 ? costOf(Math.min(1, probability)) : Infinity;
}

/** Learns a table's ways from its own rows, and from the same table of the period before where there is one. */
export function* modelOf(problem: Problem, typedOver: ReadonlySet<number>, previous?: Problem): Steps<Model> {
  const compositions = new Map<string, Composition>();
  // By their numbers, as nearly all of them come out; those of the period before after the table's own.
  const examples = new Map<string, number[]>();
  const sizes = new Map<string, number>();
  const partsOf = ({ sums, counts }: Problem, index: number): readonly number[] => sums[index]!.parts.map((part) => counts[part]!);
  const exampleOf = (number: number): readonly number[] => (number < problem.sums.length ? partsOf(problem, number) : partsOf(previous!, number - problem.sums.length));
  for (const [each, first] of [[problem, 0], [previous, problem.sums.length]] as const) {
    for (let index = 0; index < (each?.sums.length ?? 0); index++) {
      if (index % STEP === STEP - 1) yield;
      const { sums, counts, figures, totalRows, residuals } = each!;
      const { axis, total, parts, balance: { check } } = sums[index]!;
      if (axis !== "row" || totalRows.has(figures[total]!.at.row)) continue;
      sizes.set(check, parts.length);
      if (residuals[index] !== 0 || parts.some((part) => counts[part]! < 0)) continue;
      const rows = examples.get(check);
      if (rows) rows.push(first + index);
      else examples.set(check, [first + index]);
    }
    yield;
  }
  for (const [check, size] of sizes) compositions.set(check, learnComposition(size, thinned(examples.get(check) ?? []).map(exampleOf).filter(({ length }) => length === size)));
  yield;

  const { figures, counts, isSubtotal, isTotal, totalRows, lines, sums, sumsOf } = problem;
  const rowSumsOf = new Map<number, readonly Sum[]>();
  const sumsInLine = (line: number): readonly Sum[] => {
    const known = rowSumsOf.get(line);
    if (known) return known;
    const found = new Set((lines.get(line) ?? []).flatMap((cell) => sumsOf(cell)).filter((index) => sums[index]!.axis === "row"));
    const inLine = [...found].map((index) => sums[index]!);
    rowSumsOf.set(line, inLine);
    return inLine;
  };

  let filled = 0;
  let filledLeaves = 0;
  let subtotals = 0;
  const filledLines = new Set<number>();
  for (const [cell, { at }] of figures.entries()) {
    if (cell % STEP === STEP - 1) yield;
    if (counts[cell] === 0 || totalRows.has(at.row)) continue;
    filled++;
    filledLines.add(at.row);
    if (isSubtotal[cell]) subtotals++;
    else filledLeaves++;
  }
  return {
    filled: Math.max(1, filled),
    filledLeaves: Math.max(1, filledLeaves),
    lines: Math.max(1, filledLines.size),
    subtotals: Math.max(1, subtotals),
    totals: Math.max(1, isTotal.filter(Boolean).length),
    typedOver,
    lineCost(line, value, unknowns = []) {
      if (totalRows.has(line)) return 0;
      const inLine = sumsInLine(line);
      let cost: Cost = 0;
      for (const { balance, parts, total, hard } of inLine) {
        const split = parts.map(value);
        const composition = compositions.get(balance.check)!;
        const unknown = unknowns.find(({ cells }) => parts.includes(cells[0]!));
        if (unknown) split[parts.indexOf(unknown.cells[0]!)]! += unknown.sum;
        cost += unknown ? sharedCost(composition, parts, split, unknown) : compositionCost(composition, split);
        const isPart = inLine.some((other) => other.parts.includes(total));
        if (hard && !isPart) cost += sizeOf(split.reduce((sum, part) => sum + part, 0));
      }
      return cost;
    },
    withdrawnLinesCost(withdrawn) {
      let cost = withdrawn > 0 ? costOf(WITHDRAWN_REPORTS) : 0;
      for (let line = 1; line <= withdrawn; line++) cost += costOf(NEXT_WITHDRAWN_LINE) + choiceOf(Math.max(1, filledLines.size - line + 1)) - choiceOf(line);
      return cost;
    },
    withdrawnFilesCost: (files, received) => (files > 0 ? choiceOf(files) + costOf(1 / (1 + Math.log(Math.max(1, received)))) : MORE_OUT_THAN_IN + magnitudeOf(files)),
  };
}
