import { OURS, SOLVER } from "./contenders";
import type { Rate, Score } from "./scoreTables";
import type { Prediction } from "./TableLine";

const rate = (value: Rate | undefined): string => (value === null || value === undefined ? "–" : value.toFixed(3));
const time = (value: Rate | undefined): string => (value === null || value === undefined ? "–" : value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString("en-US"));
const row = (...cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [row(...head), `|${head.map((_, index) => (index === 0 ? "---" : "--:")).join("|")}|`, ...rows.map((cells) => row(...cells)), ""];
}

type Scores = ReadonlyMap<string, Score>;

function sideBySide(scores: Scores): string[] {
  const head = ["Method", "Exact", "Exact with values", "Precision", "Recall", "F1", "Right values", "Top 3", "False alarms", "Median ms", "Mean ms", "99 % ms", "Most ms"];
  return table(
    head,
    [...scores].map(([name, { milliseconds: ms, ...score }]) => [
      name,
      ...[score.exactLocalisation, score.exactRepair, score.precision, score.recall, score.f1, score.valueRepair, score.inTop3, score.falseAlarms].map(rate),
      ...[ms?.median, ms?.mean, ms?.p99, ms?.most].map(time),
    ]),
  );
}

function howSure({ calibration, bySure, incomplete }: Score): string[] {
  if (!calibration) return [];
  const grades = ["certain", "likely", "choose"].map((sure) => [sure, rate(bySure[sure]?.share), rate(bySure[sure]?.right)]);
  const bins = calibration.bins.filter(({ tables }) => tables > 0);
  return [
    ...table(["Answer", "Share of the tables", "Right"], [...grades, ["p ≥ 0.90", rate(calibration.atLeast90.share), rate(calibration.atLeast90.right)]]),
    ...table(
      ["Stated p", "Tables", "Mean p", "Right"],
      bins.map(({ from, to, tables, meanP, right }) => [`${from} to ${to}`, String(tables), rate(meanP), rate(right)]),
    ),
    `Brier score ${rate(calibration.brier)}; mean p ${rate(calibration.meanP)} against ${rate(calibration.accuracy)} right; stopped at the limit: ${rate(incomplete)} of the tables.`,
    "",
  ];
}

/** Exact answers of ours and the solver's, by what was done to the tables. */
function whereFrom(ours: Score, solver: Score | undefined): string[] {
  const head = ["", "Ours", "F1", ...(solver ? ["MIP", "F1"] : [])];
  const grouped = (label: string, of: (score: Score) => Score["byK"]): string[][] =>
    Object.keys(of(ours)).map((key) => [label + key, ...[ours, ...(solver ? [solver] : [])].flatMap((score) => [rate(of(score)[key]?.exactLocalisation), rate(of(score)[key]?.f1)])]);
  const kinds = Object.entries(ours.byKind).map(([kind, { events, found, repaired }]) => [kind, String(events), rate(found), rate(repaired), ...(solver ? [rate(solver.byKind[kind]?.found)] : [])]);
  return [
    ...table(head, [...grouped("events: ", ({ byK }) => byK), ...grouped("", ({ byRegime }) => byRegime)]),
    ...table(["Event", "Number", "All cells found", "All values right", ...(solver ? ["MIP finds"] : [])], kinds),
  ];
}

/** How many times faster ours was, table by table. */
function faster(answers: ReadonlyMap<string, readonly Prediction[]>, scores: Scores): string[] {
  const [ours, solver] = [answers.get(OURS)!, answers.get(SOLVER)];
  if (!solver) return [];
  const ratios = ours.map(({ ms }, index) => solver[index]!.ms! / ms!).sort((one, other) => one - other);
  const mean = scores.get(SOLVER)!.milliseconds!.mean! / scores.get(OURS)!.milliseconds!.mean!;
  return [`MIP time / ours: ${mean.toFixed(1)} in the mean, ${ratios[Math.floor(ratios.length / 2)]!.toFixed(1)} in the median of the tables.`, ""];
}

/** What was measured, as Markdown. */
export function reportLines(scores: Scores, answers: ReadonlyMap<string, readonly Prediction[]>): string[] {
  const ours = scores.get(OURS)!;
  return [...sideBySide(scores), ...faster(answers, scores), ...howSure(ours), ...whereFrom(ours, scores.get(SOLVER))];
}

/** The times alone. */
export function timeLines(scores: Scores): string[] {
  return table(
    ["Method", "Median ms", "Mean ms", "99 % ms", "Most ms"],
    [...scores].map(([name, { milliseconds: ms }]) => [name, ...[ms?.median, ms?.mean, ms?.p99, ms?.most].map(time)]),
  );
}
