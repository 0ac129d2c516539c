import { audit, type Audit } from "../../src/core/audit";
import type { Suggestion } from "../../src/core/checks/Check";
import { determinationsOf } from "../../src/core/checks/determinationsOf";
import { a1 } from "../../src/core/sheet/Address";
import type { Sheet } from "../../src/core/sheet/Sheet";
import { locate } from "../fixtures/locate";
import { mostOf, readFigure } from "../../src/core/figures/readFigure";
import { numberOf } from "../../src/core/figures/figureValue";
import { meantUnits } from "../../src/core/figures/Reading";
import type { Figure, Table, TableRow } from "../../src/core/figures/Table";
import { FORMS } from "../../src/forms/forms";
import { LIBRARY } from "../../src/library";
import { withCells } from "../fixtures/sheetFromText";
import { chanceFrom } from "../fixtures/chance";
import { validReport, validSheet } from "../fixtures/validReports";

const findingsIn = ({ tables }: Audit) => tables.flatMap(({ findings }) => findings);
const auditOf = (sheet: Sheet): Promise<Audit> => audit([sheet], LIBRARY);
const say = (found: Audit): string => findingsIn(found).map(({ cells, message }) => `${cells.map(a1).join(" ")}: ${message.vi}`).join("\n");

/** Valid reports a form, and reports spoilt in every cell; `REPORTS=200 npx jest test/forms/planted` looks longer. */
const REPORTS = Number(process.env.REPORTS ?? 40);
const SPOILT = Number(process.env.SPOILT ?? 2);

describe.each(FORMS.map((form) => [form.id, form] as const))("form %s", (_, form) => {
  it("is right in reports in which everything is right", async () => {
    for (let seed = 1; seed <= REPORTS; seed++) {
      const found = await auditOf(await validSheet(form, validReport(form, chanceFrom(seed))));
      expect([seed, found.tables.length, say(found)]).toEqual([seed, form.tables.filter(({ instead }) => instead === undefined).length, ""]);
    }
  });

  it("tells one wrong figure once, wherever it stands", async () => {
    const wrong: string[] = [];
    for (let seed = 1; seed <= SPOILT; seed++) {
      const sheet = await validSheet(form, validReport(form, chanceFrom(seed)));
      for (const table of locate(sheet, [form]).tables) {
        const said = new Map(determinationsOf(table.layout).map(({ cell, by }) => [cell, by]));
        for (const row of table.rows) {
          for (const figure of row.figures) wrong.push(...(await faultsOf(sheet, table, row, figure, said)));
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** What is not as it should be where one figure is spoilt. */
async function faultsOf(sheet: Sheet, table: Table, row: TableRow, figure: Figure, said: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const units = meantUnits(figure.reading);
  const name = `${"lines" in table.layout.rows && row.kind === "line" ? row.key : row.kind === "line" ? "*" : "total"}.${figure.column.key}`;
  const by = said.get(name) ?? "nothing";
  if (units === undefined || figure.reading.kind === "blank" || by === "nothing") return [];
  const place = a1(figure.at);
  const faults: string[] = [];
  // What stands elsewhere in the row is two figures that changed places, or one: nobody can tell.
  const inRow = row.figures.map(({ reading }) => meantUnits(reading));
  const slips = inRow.filter((each) => each === units).length > 1 ? [] : spoiltFrom(units, mostOf(figure.column.kind)).filter((slip) => !inRow.includes(slip));
  for (const spoilt of slips) {
    const found = findingsIn(await auditOf(withCells(sheet, { [place]: String(numberOf(spoilt, figure.column)) })));
    const told = `${name} ${place} ${units}→${spoilt}`;
    const [only] = found;
    const offered = found.flatMap(({ suggestions }) => suggestions);
    const isCertain = (at: string): boolean => offered.some(({ sure, changes }) => sure === "certain" && changes.some((change) => a1(change.at) === at));
    if (!only) {
      if (by === "rules") faults.push(`${told}: nothing is told`);
      continue;
    }
    // Where no sum across the row decides, a lawful difference is asked about beside the sum of the column.
    const causes = by === "choice" ? found.filter(({ question }, index) => index === 0 || !question) : found;
    if (causes.length > 1) faults.push(`${told}: ${found.length} findings: ${found.map(({ cells, message }) => `${cells.map(a1).join(" ")} ${message.vi}`).join(" | ")}`);
    const meant = ({ changes: [change] }: Suggestion): number | undefined => (change && change.to.kind !== "formula" ? meantUnits(readFigure({ value: change.to }, figure.column)) : undefined);
    const isRight = only.suggestions.some((each) => a1(each.changes[0]!.at) === place && meant(each) === units);
    if (by === "rules" && !(a1(only.cells[0]) === place && isRight)) faults.push(`${told}: ${only.cells.map(a1).join(" ")} ${only.message.vi}`);
    // Of a sum with many parts the total is named by what the sum says.
    const isNamed = only.message.vi.includes(`(ô ${place})`) || only.cells.some((at) => a1(at) === place) || offered.some(({ changes }) => changes.some(({ at }) => a1(at) === place));
    if (!isNamed) faults.push(`${told}: not among ${only.cells.map(a1).join(" ")}: ${only.message.vi}`);
    const others = offered.flatMap(({ changes }) => changes.map(({ at }) => a1(at))).filter((at) => at !== place && isCertain(at));
    if (others.length > 0) faults.push(`${told}: ${others.join()} is called certain`);
  }
  return faults;
}

/** Wrong figures in place of a right one, each as a slip of the fingers would have it, within what the column holds. */
function spoiltFrom(units: number, most: number): readonly number[] {
  const digits = String(units);
  // With a carry two digits change at once, as no finger does.
  const slips = [...(digits.at(-2) === "9" ? [] : [units + 10]), Number(digits.split("").reverse().join("")), Number(`${digits}0`), units - 9];
  return [...new Set(slips)].filter((slip) => slip >= 0 && slip !== units && slip <= most * 10).slice(0, 2);
}
