import { planCompute } from "../../src/core/compute/compute";
import { planSheet } from "../../src/core/scaffold/scaffold";
import { a1 } from "../../src/core/sheet/Address";
import { BLANK, numberValue } from "../../src/core/sheet/Cell";
import { roundedRatio } from "../../src/core/sheet/ratio";
import { cellAt, type Sheet } from "../../src/core/sheet/Sheet";
import { SILENT, type Edit } from "../../src/core/sheet/WorkbookPort";
import { locate } from "../fixtures/locate";
import { reportingPeriod } from "../../src/core/words/Period";
import { figureOf, lines, totalRow, type Table, type TableRow } from "../../src/core/figures/Table";
import { FIELD_CATALOGUE } from "../../src/forms/fields";
import { ii06a } from "../../src/forms/ii-06a";
import { newWorkbook } from "../../src/xlsx/newWorkbook";
import { XlsxWorkbook } from "../../src/xlsx/XlsxWorkbook";
import { convertWithLibreOffice } from "../libreoffice";

const percentages = ["on-time-rate", "online-of-all-rate"];

/** Share of row `index` online: 201 of 20,000 is 1.005 %, just between two roundings; others are just any counts. */
const onlineAndInPerson = (index: number): readonly [number, number] => (index === 0 ? [201, 19_799] : [(index * 37) % 101, (index * 53) % 997]);

async function filledWorkbook(): Promise<XlsxWorkbook> {
  const workbook = newWorkbook();
  const plan = planSheet(ii06a, { fields: FIELD_CATALOGUE.map(({ label }) => label), unit: "UBND xã Phú Sơn", period: reportingPeriod("quarter-1", 2024) });
  const sheet = await workbook.addSheet(plan);
  const [read] = await workbook.read(SILENT);
  const table = locate(read!, [ii06a]).tables[0]!;
  const type = (row: TableRow, key: string, count: number): Edit => ({ sheet, at: figureOf(table, row, key)!.at, from: BLANK, to: numberValue(count) });
  const edits = lines(table).flatMap((row, index) => {
    const [online, inPerson] = onlineAndInPerson(index);
    return [type(row, "online", online), type(row, "inPerson", inPerson), type(row, "early", online), type(row, "late", index), type(row, "pendingOnTime", inPerson)];
  });
  expect(await workbook.apply([...edits, ...planCompute(table, read!, { percentages }).edits])).toEqual([]);
  return workbook;
}

describe("LibreOffice opens a scaffolded file", () => {
  let bytes: Uint8Array;
  let sheet: Sheet;
  let table: Table;

  beforeAll(async () => {
    bytes = (await filledWorkbook()).save();
    const calculated = XlsxWorkbook.open(await convertWithLibreOffice(bytes, "xlsx"), "filled.xlsx");
    [sheet] = (await calculated.read(SILENT)) as [Sheet];
    table = locate(sheet, [ii06a]).tables[0]!;
  });

  const count = (row: TableRow, key: string): number | undefined => {
    const reading = figureOf(table, row, key)!.reading;
    return reading.kind === "figure" ? reading.units : undefined;
  };

  it("without an error in any cell", () => {
    const errors = [...sheet.rows].flatMap(([row, cells]) => cells.flatMap((cell, column) => (cell?.value.kind === "error" ? [a1({ row, column })] : [])));
    expect(errors).toEqual([]);
  });

  it("and comes to the right sums in every row and in the total", () => {
    const expected = { received: 0, resolved: 0, pending: 0 };
    for (const [index, row] of lines(table).entries()) {
      const [online, inPerson] = onlineAndInPerson(index);
      expect([count(row, "received"), count(row, "resolved"), count(row, "pending")]).toEqual([online + inPerson, online + index, inPerson]);
      expected.received += online + inPerson;
      expected.resolved += online + index;
      expected.pending += inPerson;
    }
    const total = totalRow(table)!;
    expect({ received: count(total, "received"), resolved: count(total, "resolved"), pending: count(total, "pending") }).toEqual(expected);
  });

  it("and rounds percentages as we do, halves up", () => {
    const column = table.percentages.find(({ percentage }) => percentage.id === "online-of-all-rate")!.at;
    for (const [index, row] of lines(table).entries()) {
      const [online, inPerson] = onlineAndInPerson(index);
      const units = roundedRatio(online, online + inPerson, 4);
      expect(cellAt(sheet, { row: row.row, column }).value).toEqual(units === undefined ? BLANK : numberValue(units / 100));
    }
    expect(cellAt(sheet, { row: lines(table)[0]!.row, column }).value).toEqual(numberValue(1.01));
  });

  it("and prints it on two sheets of A4, landscape", async () => {
    const pdf = Buffer.from(await convertWithLibreOffice(bytes, "pdf")).toString("latin1");
    const sizes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))]);
    expect(new Set(sizes.map(String))).toEqual(new Set(["842,595"]));
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  });
});
