import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { audit } from "../../src/core/audit";
import { a1 } from "../../src/core/sheet/Address";
import { plainText, type Content } from "../../src/core/sheet/Cell";
import { recalculate } from "../../src/core/sheet/recalculate";
import { FORMS } from "../../src/forms/forms";
import { sheetFromText, withCells } from "../fixtures/sheetFromText";
import { LIBRARY } from "../../src/library";

/*
 * A golden file is a list of cases. The author writes the "#" lines: the sheet to start from, and cells written over it;
 * its sums are calculated again as Excel would, unless the line says "not calculated".
 * `npm run golden` writes the lines below; the difference is then read and committed.
 */

const say = (content: Content): string => (content.kind === "formula" ? content.formula : plainText(content) || "(trống)");

async function linesFor(folder: string, heading: string): Promise<string[]> {
  const [start, ...rest] = heading.slice(1).trim().split(/\s*\|\s*/);
  const changes = rest.filter((each) => each !== "not calculated");
  const sheet = sheetFromText(readFileSync(join(folder, `${start}.tsv`), "utf8"));
  const cells = Object.fromEntries(changes.map((change) => /^([A-Z]+\d+) ?= ?(.*)$/.exec(change)!.slice(1) as [string, string]));
  const changed = withCells(sheet, cells);
  const { tables, unrecognised } = await audit([rest.length > changes.length ? changed : recalculate(changed, "all")], LIBRARY);
  const lines = unrecognised.map(({ why }) => `không nhận ra  ${why.vi}`);
  for (const table of tables) {
    for (const { severity, cells: at, message, reasons, suggestions, question } of table.findings) {
      const shown = at.length > 6 ? `${at.slice(0, 5).map(a1).join(" ")} … (${at.length})` : at.map(a1).join(" ");
      lines.push(`${severity}  ${shown}  ${message.vi}`);
      if (reasons.length > 1 || reasons[0].phrase.vi !== message.vi) {
        lines.push(...reasons.map(({ check, phrase }) => `    ${check}: ${phrase.vi}`));
      }
      for (const { sure, changes: made } of suggestions) {
        const first = made.slice(0, 3).map((change) => `${change.sheet === undefined ? "" : `${change.sheet}!`}${a1(change.at)} ${say(change.from)} → ${say(change.to)}`);
        lines.push(`    ${sure}: ${first.join("; ")}${made.length > 3 ? ` … (${made.length})` : ""}`);
      }
      if (question) lines.push(`    hỏi: ${question.kind}`);
    }
    lines.push(
      table.outcomes
        .filter(({ counts }) => counts.pass + counts.fail + counts.skip + counts.broken > 0)
        .map(({ check, counts }) => `${check} ${counts.pass}/${counts.fail}/${counts.skip}${counts.broken ? `/${counts.broken}` : ""}`)
        .join("  "),
    );
  }
  return lines;
}

describe.each(FORMS.map(({ id }) => id))("form %s", (id) => {
  const folder = join(__dirname, id);
  const file = join(folder, "golden.txt");

  it("has a golden file", () => expect(existsSync(file)).toBe(true));

  const written = readFileSync(file, "utf8");
  const cases = written.split(/^(?=# )/m).filter((each) => each.trim() !== "");

  if (process.env.UPDATE_GOLDEN) {
    it("writes its golden file again", async () => {
      const filled: string[] = [];
      for (const each of cases) {
        const heading = each.split("\n")[0]!;
        filled.push([heading, ...(await linesFor(folder, heading))].join("\n"));
      }
      writeFileSync(file, `${filled.join("\n\n")}\n`);
    });
    return;
  }

  it.each(cases.map((each) => [each.split("\n")[0]!, each] as const))("%s", async (heading, expected) => {
    expect([heading, ...(await linesFor(folder, heading))]).toEqual(expected.trimEnd().split("\n"));
  });
});
