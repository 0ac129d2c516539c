import { audit } from "../../src/core/audit";
import { a1 } from "../../src/core/sheet/Address";
import { nq012024 } from "../../src/forms/nq-01-2024";
import { nq022024 } from "../../src/forms/nq-02-2024";
import { LIBRARY } from "../../src/library";
import { withCells } from "../fixtures/sheetFromText";
import { chanceFrom } from "../fixtures/chance";
import { validReport, validSheet, withLinesOf } from "../fixtures/validReports";

/** Both tables of targets, which say the same of the lines they share. */
async function bothWith(inFirst: Readonly<Record<string, string>>, inSecond: Readonly<Record<string, string>>) {
  const first = validReport(nq012024, chanceFrom(4));
  const second = validReport(nq022024, chanceFrom(4));
  const sheets = [await validSheet(nq012024, first), await validSheet(nq022024, withLinesOf(second, first))];
  const { tables } = await audit([withCells(sheets[0]!, inFirst), withCells(sheets[1]!, inSecond)], LIBRARY);
  return tables.flatMap(({ findings }) => findings).map(({ sheet, cells, reasons }) => `${sheet} ${a1(cells[0])}: ${reasons.map(({ check }) => check).join(" ")}`);
}

describe("figures stated in two tables", () => {
  it("that agree are no matter", async () => {
    expect(await bothWith({}, {})).toEqual([]);
  });

  it("are one finding where the one that differs is wrong by its own fraction", async () => {
    expect(await bothWith({}, { E11: '"53,36%"' })).toEqual(["NQ 02 E11: share-of-fraction same-in-nq-02-online-rate"]);
    expect(await bothWith({ E8: '"53,36%"' }, {})).toEqual(["NQ 01 E8: share-of-fraction same-in-nq-02-online-rate"]);
  });

  it("are a finding of both where neither is known to be wrong", async () => {
    expect(await bothWith({}, { E11: '"53,36%"', F11: "" })).toEqual(["NQ 01 E8: same-in-nq-02-online-rate"]);
  });
});
