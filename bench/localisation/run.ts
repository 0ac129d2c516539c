/**
 * Error localisation measured beside what else there is, on tables with known errors.
 * `npm run bench:localisation -- [tables.jsonl] [--count 500] [--seed 11] [--quick] [--failures] [--out answers.jsonl] [--write]`
 * `--quick` leaves out the solver and the long tables, `--failures` lists the tables that ours answered wrongly,
 * `--write` puts the result into docs/localisation.md.
 */
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { contenders, inTurn, OURS } from "./contenders";
import { failureLines } from "./failureLines";
import { readJsonLines } from "./jsonLines";
import { makeTables } from "./makeTables";
import { fileArgument, numberOption } from "./options";
import { reportLines, timeLines } from "./reportLines";
import { scoreTables, type Score } from "./scoreTables";
import type { KnownTable, Prediction } from "./TableLine";
import { writeToPage } from "./writeToPage";

const [WARM_UP, LONG_TABLES, LONG_ROWS] = [40, 100, 60];

const file = fileArgument();
const [count, seed] = [numberOption("count", 500), numberOption("seed", 11)];
const out = process.argv.indexOf("--out");

function score(tables: readonly KnownTable[], answers: ReadonlyMap<string, readonly Prediction[]>): ReadonlyMap<string, Score> {
  return new Map([...answers].map(([name, predictions]) => [name, scoreTables(tables, predictions)]));
}

const quick = process.argv.includes("--quick");
const all = await contenders(!quick);
inTurn(makeTables(WARM_UP, seed + 1000), all);

const tables = file ? readJsonLines<KnownTable>(file) : makeTables(count, seed);
const answers = inTurn(tables, all);
const scores = score(tables, answers);
const longTables = quick ? [] : makeTables(LONG_TABLES, seed + 2000, LONG_ROWS);
const longTimes = quick ? [] : [`Times on ${LONG_TABLES} tables of ${LONG_ROWS} rows:`, "", ...timeLines(score(longTables, inTurn(longTables, all)))];

const wrongCells = tables.reduce((sum, { truth }) => sum + truth.cells.length, 0);
const source = file ? file.replace(/^.*\//, "") : `seed ${seed}`;
const lines = [
  `${tables.length.toLocaleString("en-US")} tables (${source}) with ${wrongCells.toLocaleString("en-US")} wrong cells; Node ${process.version}, ${cpus()[0]!.model}; every method in turn on each table.`,
  "",
  ...reportLines(scores, answers),
  ...longTimes,
];
console.log(lines.join("\n"));
if (process.argv.includes("--failures")) console.log(failureLines(tables, answers.get(OURS)!).join("\n"));
if (out >= 0) writeFileSync(process.argv[out + 1]!, answers.get(OURS)!.map((answer) => `${JSON.stringify(answer)}\n`).join(""));
writeToPage("measured", lines.slice(0, -1));
