/** Holds predictions against tables with known errors. `npx tsx bench/localisation/score.ts tables.jsonl predictions.jsonl` */
import { readJsonLines } from "./jsonLines";
import { scoreTables } from "./scoreTables";
import type { KnownTable, Prediction } from "./TableLine";

const [tables, predictions] = process.argv.slice(2);
if (!tables || !predictions) {
  console.error("score.ts tables.jsonl predictions.jsonl");
  process.exitCode = 1;
} else {
  console.log(JSON.stringify(scoreTables(readJsonLines<KnownTable>(tables), readJsonLines<Prediction>(predictions)), null, 1));
}
