import { readFileSync } from "node:fs";
import { a1 } from "../../src/core/sheet/Address";
import { derivedIn, formulaOf, liveSum } from "../../src/core/figures/derived";
import { locate } from "../fixtures/locate";
import type { Table } from "../../src/core/figures/Table";
import { FORMS } from "../../src/forms/forms";
import { inTenths } from "../fixtures/inTenths";
import { checkOf, reportWith, tally, verdictsOf } from "../fixtures/report";
import { sheetFromText } from "../fixtures/sheetFromText";

/** "C7 =D7+E7+F7": what each figure of a row adds up, by the first way. */
function sumsOf(table: Table, row: number): readonly string[] {
  const derived = derivedIn(table);
  return table.rows[row]!.figures.flatMap((figure) => derived(figure).slice(0, 1).map((each) => `${a1(figure.at)} ${formulaOf(each)}`));
}

describe("what a table's cells add up", () => {
  it("is the row, and for a total the lines above", () => {
    const table = reportWith();
    expect(sumsOf(table, 0)).toEqual(["C7 =D7+E7+F7", "G7 =H7+I7+J7", "K7 =L7+M7"]);
    expect(sumsOf(table, 4).slice(0, 2)).toEqual(["C11 =SUM(C7:C10)", "D11 =SUM(D7:D10)"]);
  });

  it("is both for a total under a sum column, its column first", () => {
    const table = reportWith();
    expect(derivedIn(table)(table.rows[4]!.figures[0]!).map(formulaOf)).toEqual(["=SUM(C7:C10)", "=D11+E11+F11"]);
  });

  it("leaves out the columns that a layout may lack", () => {
    const [table] = locate(sheetFromText(readFileSync(`${__dirname}/../forms/ii-07b/hai-cap.tsv`, "utf8")), FORMS).tables;
    const [first, total] = [table!.rows[0]!.row + 1, table!.rows.at(-1)!.row];
    expect(sumsOf(table!, 0)).toEqual([`C${first} =D${first}+E${first}`, `I${first} =J${first}+K${first}`]);
    expect(sumsOf(table!, table!.rows.length - 1)[0]).toBe(`C${total + 1} =SUM(C${first}:C${total})`);
  });

  it("is nothing in the foot of a column that the form does not add up", () => {
    const report = reportWith();
    const table = { ...report, layout: { ...report.layout, foot: [{ ...report.layout.foot![0]!, columns: ["received", "late"] }] } };
    expect(sumsOf(table, 4)).toEqual(["C11 =SUM(C7:C10)", "G11 =H11+I11+J11", "J11 =SUM(J7:J10)", "K11 =L11+M11"]);
    expect(tally(verdictsOf(checkOf("total-of-fields"), table))).toEqual({ pass: 2 });
  });

  it("comes to what its parts mean, in the unit of its column", () => {
    const scores = inTenths(reportWith({ D8: "1.8", E8: '"17,4"', F8: "" }));
    expect(liveSum(derivedIn(scores)(scores.rows[1]!.figures[0]!)[0]!)).toEqual({ kind: "formula", formula: "=D8+E8+F8", value: { kind: "number", number: 19.2 } });
  });
});
