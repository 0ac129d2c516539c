/** Texts of any length that are hard to read, and all that reads texts: what `bench/longTexts.ts` measures, and its test holds to their length. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { audit } from "../src/core/audit";
import { textValue } from "../src/core/sheet/Cell";
import type { Sheet, SheetRow } from "../src/core/sheet/Sheet";
import { finish } from "../src/core/steps";
import { Lexicon } from "../src/core/stated/Lexicon";
import { statedFiguresInSteps } from "../src/core/stated/statedFigures";
import { escapeText, readText } from "../src/core/words/xmlText";
import { LIBRARY } from "../src/library";
import { VOCABULARY } from "../src/vocabulary/vocabulary";
import { readHtmlTables } from "../src/xlsx/html/readHtmlTables";
import { sheetFromText } from "../test/fixtures/sheetFromText";

const PROSE =
  "Trong kỳ báo cáo, UBND phường Phú Sơn đã tiếp nhận 1.652 hồ sơ (trong đó 701 hồ sơ trực tuyến); đã giải quyết 1.600 hồ sơ, trước hạn 900 hồ sơ, đúng hạn 700 hồ sơ. ";
const UNENDED = "UBND phường đã tiếp nhận 1 hồ sơ, trước hạn 1 hồ sơ, tổng số hồ sơ tiếp nhận, trong đó gồm: lĩnh vực (a) 2 hồ sơ; ";

/** What each text repeats, by what it is called. */
const RUNS: Readonly<Record<string, string>> = {
  "Vietnamese prose": PROSE,
  "clauses without a full stop": UNENDED,
  "lines that go on": "và 5 hồ sơ\n",
  "“1 ”": "1 ",
  "“a a a”": "a ",
  spaces: " ",
  digits: "1",
  "digits and dots": "1.111.",
  "“1+1”": "1 + ",
  "open brackets": "( (",
  "open tags": "<!--<a ",
};

/** Every text by its name, with its making at a length in characters; it begins as a sentence does, and ends as none does. */
export const HARD_TEXTS: readonly { readonly name: string; readonly of: (length: number) => string }[] = Object.entries(RUNS).map(([name, run]) => ({
  name,
  of: (length) => `Tổng hồ sơ tiếp nhận, giải quyết ${run.repeat(Math.ceil(length / run.length)).slice(0, length)}\u0001`,
}));

/** A report with a text in one of its cells, zero-based. */
function reportWith(text: string, row: number, column: number): Sheet {
  const report = sheetFromText(readFileSync(join(process.cwd(), "test/forms/ii-06a/phu-my.tsv"), "utf8"));
  const cells: SheetRow = report.rows.get(row) ?? [];
  const changed = Array.from({ length: Math.max(cells.length, column + 1) }, (_, at) => (at === column ? { value: textValue(text) } : cells[at]));
  return { ...report, rows: new Map([...report.rows, [row, changed] as const].sort(([one], [other]) => one - other)) };
}

const checked = (row: number, column: number) => async (text: string): Promise<void> => {
  Lexicon.of(VOCABULARY).read.clear();
  await audit([reportWith(text, row, column)], LIBRARY);
};

/** Whoever reads a text, and the longest that may come: a cell of Excel holds 32,767 characters, a written report is read up to 400,000. */
export interface Reader {
  readonly name: string;
  readonly longest: number;
  readonly read: (text: string) => unknown;
}

/** Zero-based rows of that report: its header's first, its body's first, and one well below it. */
const [HEADER, FIRST, BELOW] = [4, 8, 60] as const;

const CELL = 32_767;
const REPORT = 100_000;

export const READERS: readonly Reader[] = [
  { name: "a written report beside the tables", longest: REPORT, read: (text) => (Lexicon.of(VOCABULARY).read.clear(), finish(statedFiguresInSteps(text, VOCABULARY))) },
  { name: "a check, the text above the table", longest: CELL, read: checked(3, 0) },
  { name: "a check, in its header", longest: CELL, read: checked(HEADER, 2) },
  { name: "a check, in the ordinal column", longest: CELL, read: checked(FIRST, 0) },
  { name: "a check, in the column of names", longest: CELL, read: checked(FIRST, 1) },
  { name: "a check, in place of a figure", longest: CELL, read: checked(FIRST, 3) },
  { name: "a check, below the table", longest: CELL, read: checked(BELOW, 0) },
  { name: "a cell of a web page", longest: REPORT, read: (text) => readHtmlTables(`<table><tr><td>${text.replaceAll(" ", "<td> <br> ")}</td></tr></table>`) },
  { name: "text of a package", longest: REPORT, read: (text) => [readText(text), readText(escapeText(text))] },
];
