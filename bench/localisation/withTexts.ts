/**
 * What a written report adds to error localisation: the same tables without a text, with the text of the right table, with one written
 * from the table as it stands, mistakes and all, and with the text of another table.
 * `npx tsx bench/localisation/withTexts.ts [--count 500] [--seed 31] [--write]`
 */
import { localizeLine, tableOfLine } from "../../src/cli/localizeLine";
import { narrated } from "../../test/narrative/narrated";
import type { StatedText } from "../../src/core/stated/StatedFigure";
import { statedFiguresInSteps } from "../../src/core/stated/statedFigures";
import { finish } from "../../src/core/steps";
import { plainText } from "../../src/word/html";
import { makeTables } from "./makeTables";
import { numberOption } from "./options";
import { scoreTables } from "./scoreTables";
import type { KnownTable, TableLine, Value } from "./TableLine";
import { writeToPage } from "./writeToPage";
import { VOCABULARY } from "../../src/vocabulary/vocabulary";

const [count, seed] = [numberOption("count", 500), numberOption("seed", 31)];
const STYLES = ["official", "on-time", "shares", "commune"];

/** The table before anything went wrong with it. */
function rightLine({ truth, ...line }: KnownTable): TableLine {
  const rows = line.rows.map((row) => [...row]);
  const total: Value[] = [...line.total];
  for (const { row, col, original } of truth.cells) (row === "total" ? total : rows[row - 1]!)[col - 1] = original;
  return { ...line, rows, total };
}

function textOf(line: TableLine, index: number): readonly StatedText[] {
  const text = plainText(narrated(tableOfLine(line), STYLES[index % STYLES.length]));
  return [{ source: { vi: "lời văn", en: "text" }, figures: finish(statedFiguresInSteps(text, VOCABULARY)), vocabulary: VOCABULARY }];
}

const tables = makeTables(count, seed);
const ways: readonly (readonly [name: string, texts: (table: KnownTable, index: number) => readonly StatedText[]])[] = [
  ["no text", () => []],
  ["text of the right table", (table, index) => textOf(rightLine(table), index)],
  ["text copied from the table as it stands", (table, index) => textOf(table, index)],
  ["text of another table", (_, index) => textOf(rightLine(tables[(index + 1) % tables.length]!), index)],
];

const shown = (rate: number | null | undefined): string => (rate === null || rate === undefined ? "–" : rate.toFixed(3));
const lines = [
  `${tables.length} tables (seed ${seed}), each with one of our own four wordings beside it.`,
  "",
  "| Beside the table | Exact | Right values | Top 3 | False alarms | Certain | Certain and right |",
  "|---|--:|--:|--:|--:|--:|--:|",
  ...ways.map(([name, texts]) => {
    const score = scoreTables(tables, tables.map((table, index) => localizeLine({ id: table.id, columns: table.columns, rows: table.rows, total: table.total }, { texts: texts(table, index) })));
    const { certain } = score.bySure;
    return `| ${[name, ...[score.exactLocalisation, score.valueRepair, score.inTop3, score.falseAlarms, certain?.share, certain?.right].map(shown)].join(" | ")} |`;
  }),
];
console.log(lines.join("\n"));
writeToPage("texts", lines);
