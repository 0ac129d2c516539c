import type { Balance } from "../../checks/Check";
import type { Gap } from "../../form/Form";
import type { Steps } from "../../steps";
import { compositionCost, learnComposition, sharedCost, thinned, totalOf, type Composition } from "./Composition";
import { choiceOf, costOf, magnitudeOf, sizeOf, type Cost } from "./Cost";
import type { Unknown } from "./Event";
import { mostAt, type Problem, type Sum } from "./Problem";
import { summed, type Summed } from "./problemOf";

/** What is known of the table apart from its sums: how many places an event could have struck, and how its rows usually look. */
export interface Model {
  /** Cells of the body that hold a count above 0. */
  readonly filled: number;
  /** The same, only cells that add up nothing. */
  readonly filledLeaves: number;
  /** Lines of the body with a count above 0. */
  readonly lines: number;
  /** Subtotals of the body's lines above 0. */
  readonly subtotals: number;
  /** Cells that add up a column. */
  readonly totals: number;
  /** Cells where a number was typed over a formula. */
  readonly typedOver: ReadonlySet<number>;
  /** How unlikely a cell is to hold so much. */
  sizeCost(cell: number, count: number): Cost;
  /** How unlikely a line is to look like this, by its row of the sheet; 0 for lines that add up others. */
  lineCost(line: number, value: (cell: number) => number, unknown?: readonly Unknown[]): Cost;
  /** How unlikely it is that just so many lines have the differences that these questions, one for each line, ask about. */
  gapsCost(gaps: readonly Gap[]): Cost;
  /** How unlikely such a difference is to be so large beside its total, or of the sign that is not lawful. */
  gapSizeCost(gap: Gap, by: number, total: number): Cost;
}

/** Where nothing else is known, figures are reckoned with up to here: a hundred thousand files, or as many units of whatever it is. */
const LARGEST = 1e5;
/** A lawful difference mostly stands in one line, and in each further line half as often. */
const NEXT_LINE = 1 / 2;
const LINES_PER_STEP = 5_000;
/** More resolved and pending than was received cannot be; only a typist's or a program's oddity remains. */
const UNLAWFUL = costOf(1e-7);

/** The sums across lines of the body, by their check: those that come out with nothing below 0, and how many parts each has. */
interface Examples {
  readonly byCheck: Map<string, number[]>;
  readonly sizes: Map<string, number>;
}

/** Adds such sums, without those of rows that add up others; numbered on from `first`. */
function addExamples({ sums, residuals, counts }: Pick<Summed, "sums" | "residuals" | "counts">, first: number, { byCheck, sizes }: Examples): void {
  const totalRows = new Set<number>();
  for (const { axis, hard, row } of sums) if (axis === "column" && hard) totalRows.add(row);
  for (let index = 0; index < sums.length; index++) {
    const { check, parts, axis, row } = sums[index]!;
    if (axis !== "row" || totalRows.has(row)) continue;
    sizes.set(check, parts.length);
    if (residuals[index] !== 0 || parts.some((part) => counts[part]! < 0)) continue;
    const known = byCheck.get(check);
    if (known) known.push(first + index);
    else byCheck.set(check, [first + index]);
  }
}

/** Learns a table's ways from its own rows, and from the same table of the period before where there is one. */
export function* modelOf(problem: Problem, typedOver: ReadonlySet<number>, previous: readonly Balance[] = []): Steps<Model> {
  const { counts, isSubtotal, isTotal, totalRows, lines, sums, sumsOf } = problem;
  const examples: Examples = { byCheck: new Map(), sizes: new Map() };
  addExamples(problem, 0, examples);
  yield;
  const earlier = yield* summed(previous);
  addExamples(earlier, sums.length, examples);
  yield;
  const partsOf = (example: number): readonly number[] => {
    const [own, index] = example < sums.length ? [problem, example] : [earlier, example - sums.length];
    return own.sums[index]!.parts.map((part) => own.counts[part]!);
  };
  const compositions = new Map<string, Composition>();
  let largest = LARGEST;
  for (const [check, size] of examples.sizes) {
    const rows = thinned(examples.byCheck.get(check) ?? []).map(partsOf);
    for (const row of rows) largest = Math.max(largest, totalOf(row));
    compositions.set(check, learnComposition(size, rows.filter(({ length }) => length === size)));
  }
  yield;

  const rowSumsOf = new Map<number, readonly Sum[]>();
  const sumsInLine = (line: number): readonly Sum[] => {
    const known = rowSumsOf.get(line);
    if (known) return known;
    const found = new Set((lines.get(line) ?? []).flatMap((cell) => sumsOf(cell)).filter((index) => sums[index]!.axis === "row"));
    const inLine = [...found].map((index) => sums[index]!);
    rowSumsOf.set(line, inLine);
    return inLine;
  };
  let [filled, filledLeaves, subtotals, filledLines, totals] = [0, 0, 0, 0, 0];
  for (let cell = 0; cell < isTotal.length; cell++) totals += isTotal[cell]!;
  yield;
  let seen = 0;
  for (const [row, cells] of lines) {
    if (++seen % LINES_PER_STEP === 0) yield;
    if (totalRows.has(row)) continue;
    const before = filled;
    for (let place = 0; place < cells.length; place++) {
      const cell = cells[place]!;
      if (counts[cell] === 0) continue;
      filled++;
      if (isSubtotal[cell]) subtotals++;
      else filledLeaves++;
    }
    if (filled > before) filledLines++;
  }
  const sizeCost = (cell: number, count: number): Cost => {
    const most = mostAt(problem, cell);
    return sizeOf(count, most === Infinity ? largest : most);
  };
  /** So many lines have such a difference. */
  const knownLinesCosts = new Map<string, Cost[]>();
  const linesCost = (gap: Gap, number: number): Cost => {
    let known = knownLinesCosts.get(gap.question);
    if (!known) knownLinesCosts.set(gap.question, (known = []));
    return (known[number] ??= linesCostAnew(gap, number));
  };
  const linesCostAnew = ({ likelihood }: Gap, number: number): Cost => {
    let cost = costOf(likelihood);
    for (let line = 1; line <= number; line++) cost += costOf(NEXT_LINE) + choiceOf(Math.max(1, filledLines - line + 1)) - choiceOf(line);
    return cost;
  };
  return {
    filled: Math.max(1, filled),
    filledLeaves: Math.max(1, filledLeaves),
    lines: Math.max(1, filledLines),
    subtotals: Math.max(1, subtotals),
    totals: Math.max(1, totals),
    typedOver,
    sizeCost,
    lineCost(line, value, unknowns = []) {
      if (totalRows.has(line)) return 0;
      const inLine = sumsInLine(line);
      let cost: Cost = 0;
      for (const { check, parts, total, hard } of inLine) {
        const split = parts.map(value);
        const composition = compositions.get(check)!;
        const unknown = unknowns.find(({ cells }) => parts.includes(cells[0]!));
        if (unknown) split[parts.indexOf(unknown.cells[0]!)]! += unknown.sum;
        cost += unknown ? sharedCost(composition, parts, split, unknown) : compositionCost(composition, split);
        const isPart = inLine.some((other) => other.parts.includes(total));
        if (hard && !isPart) cost += sizeCost(total, split.reduce((sum, part) => sum + part, 0));
      }
      return cost;
    },
    gapsCost(gaps) {
      const [first] = gaps;
      if (!first) return 0;
      if (gaps.every(({ question }) => question === first.question)) return linesCost(gaps.at(-1)!, gaps.length);
      const byQuestion = new Map(gaps.map((gap) => [gap.question, gap]));
      return [...byQuestion.values()].reduce<Cost>((cost, gap) => cost + linesCost(gap, gaps.filter(({ question }) => question === gap.question).length), 0);
    },
    gapSizeCost({ sign }, by, total) {
      const isLawful = sign === "either" || (sign === "positive") === by > 0;
      return isLawful ? choiceOf(Math.abs(by)) + costOf(1 / (1 + Math.log(Math.max(1, total)))) : UNLAWFUL + magnitudeOf(by);
    },
  };
}
