/**
 * How the product fares on tables laid out in many ways, right ones and ones with one error planted.
 * `npm run bench:layouts -- [--tables 200] [--seed 1] [--feature "sections=A over I"]… [--without "no looks"] [--ablations] [--alone] [--json] [--failures] [--write dir] [--page]`
 * `--feature` holds an axis of the layout to one value, `--without` takes evidence away, `--ablations` measures each taken away,
 * `--alone` measures each feature in tables that are plain otherwise, so that one is told from another,
 * `--failures` lists the tables that went wrong (made again by their number with `--only n`), `--write` puts the workbooks into a folder,
 * `--page` puts the result into docs/real-tables.md.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeBook } from "../../test/fixtures/book/writeBook";
import { numberOption } from "../localisation/options";
import { writeSection } from "../writeSection";
import { aloneLayouts } from "./aloneLayouts";
import { ABLATIONS, AXES, type Ablation, type Axis, type Layout } from "./Layout";
import { makeTable } from "./makeTable";
import { plantInTurn, study, tableSeed } from "./study";
import { studyLines, studyRow, studyRowsTable } from "./studyLines";

/** The words after each `--name` on the command line. */
const wordsAfter = (name: string): readonly string[] => process.argv.flatMap((word, at) => (word === `--${name}` ? [process.argv[at + 1] ?? ""] : []));
const has = (name: string): boolean => process.argv.includes(`--${name}`);

/** "axis=value" as a layout held fast. Throws where there is no such axis or value. */
function fixedLayout(words: readonly string[]): Partial<Layout> {
  const pairs = words.map((word) => {
    const [axis, value] = [word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1)];
    if (!(axis in AXES)) throw new Error(`no axis ${axis}: ${Object.keys(AXES).join(", ")}`);
    const values: readonly string[] = AXES[axis as Axis];
    if (!values.includes(value)) throw new Error(`${axis} is one of: ${values.join(", ")}`);
    return [axis, value] as const;
  });
  return Object.fromEntries(pairs) as Partial<Layout>;
}

const [tables, seed] = [numberOption("tables", 200), numberOption("seed", 1)];
const ablation = wordsAfter("without")[0] as Ablation | undefined;
const options = { fixed: fixedLayout(wordsAfter("feature")), ablation };
/** Tables for each feature alone. */
const ALONE = numberOption("alone-tables", 6);
const [folder] = wordsAfter("write");

if (folder !== undefined) {
  mkdirSync(folder, { recursive: true });
  for (let index = 0; index < tables; index++) {
    writeFileSync(join(folder, `${index}-right.xlsx`), writeBook(makeTable(tableSeed(seed, index), options).book));
    const planted = plantInTurn(seed, index, options);
    if (planted) writeFileSync(join(folder, `${index}-${planted.kind.replaceAll(" ", "-")}.xlsx`), writeBook(planted.book));
  }
}

const found = await study({ tables, seed, ...options });
if (has("json")) console.log(JSON.stringify(found));
const lines = [`${tables} layouts, seed ${seed}${ablation ? `, ${ablation}` : ""}.`, "", ...studyLines(found)];
if (!has("json")) console.log(lines.join("\n"));
if (has("failures")) {
  for (const { id, verdict, isChanged, features } of found.right)
    if (verdict !== "passed" || isChanged) console.log(`right ${id}: ${verdict}${isChanged ? ", changed" : ""}\n    ${features.join("; ")}`);
  for (const { id, verdict, kind, isDecidable, isSpoiled, features } of found.wrong)
    if ((isDecidable && verdict !== "first") || isSpoiled) console.log(`wrong ${id} (${kind}): ${verdict}${isSpoiled ? ", spoiled" : ""}\n    ${features.join("; ")}`);
}
const rows: string[] = [];
if (has("ablations")) {
  const each = [studyRow("nothing", found)];
  for (const taken of ABLATIONS) each.push(studyRow(taken, await study({ tables, seed, ...options, ablation: taken })));
  rows.push("", ...studyRowsTable("evidence taken away", each));
}
if (has("alone")) {
  const each: ReturnType<typeof studyRow>[] = [];
  for (const [name, fixed] of aloneLayouts()) each.push(studyRow(name, await study({ tables: ALONE, seed, fixed, ablation })));
  rows.push("", ...studyRowsTable("alone in a plain table", each));
}
if (rows.length > 0 && !has("json")) console.log(rows.join("\n"));
if (has("page")) writeSection("layouts", [...lines, ...rows], "docs/real-tables.md");
